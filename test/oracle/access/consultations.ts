// Who may do what to the word of one asked or proposing authority (domain.md sections 6 and 11).
import { consultationClientFields, consultationSchema } from '../../../functions/src/schema/consultation.ts';
import { actsFor, gets, lists, updates, type Act, type Ask } from '../access.ts';
import { isNext, isSaid } from '../relations.ts';

const answers = ({ me, prior, after }: Ask) =>
  prior?.['who'] === me &&
  prior['person'] !== me &&
  isNext(prior, after) &&
  isSaid(after?.['note']) &&
  consultationSchema.safeParse(after).success;

/** A delegation may be limited to people of one unit, which stands on the sheet. */
function isDelegate(ask: Ask): boolean {
  const { known, look, me } = ask;
  const sheet = look('sheets', `${String(known.only('person'))}_${String(known.only('month'))}`);
  return known.isNot('person', me) && actsFor(ask, known.only('decider'), 'decide', sheet?.['unit']);
}

export const consultations: readonly Act[] = [
  ...gets('consulted', ({ known, me }) => known.isNot('person', me) && known.is('who', me)),
  ...gets('decider', ({ known, me }) => known.isNot('person', me) && known.is('decider', me)),
  ...lists('consulted', ({ known, me }) => known.is('who', me)),
  ...lists('decider', ({ known, me }) => known.is('decider', me)),
  ...gets('delegate', isDelegate),
  ...lists('delegate', isDelegate),
  updates('consulted', ['asked', 'answered'], consultationClientFields, answers),
];
