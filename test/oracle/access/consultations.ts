// Who may do what to the word of one asked or proposing authority (domain.md sections 6 and 11).
import {
  consultationClientFields,
  consultationRequestFields,
  consultationSchema,
} from '../../../functions/src/schema/consultation.ts';
import { actsFor, creates, gets, lists, updates, type Act, type Ask } from '../access.ts';
import { isFirst, isNext, isSaid } from '../relations.ts';

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

/** Rows 3 and 7: who decides may ask those in charge of the unit, before the decision; nobody asks about themselves. */
function requests(ask: Ask, acts: (decider: unknown, unit: unknown) => boolean): boolean {
  const { me, id, after, look } = ask;
  if (after === null) return false;
  const { person, month, who } = after;
  const sheet = look('sheets', `${String(person)}_${String(month)}`);
  return (
    sheet !== null &&
    id === `${String(person)}_${String(month)}_${String(who)}` &&
    after['kind'] === 'request' &&
    after['askedBy'] === me &&
    after['note'] === '' &&
    isFirst(after) &&
    consultationSchema.safeParse(after).success &&
    sheet['person'] !== me &&
    who !== me &&
    (sheet['onRequest'] as unknown[]).includes(who) &&
    after['decider'] === sheet['decider'] &&
    ['open', 'submitted', 'evaluated'].includes(String(sheet['stage'])) &&
    acts(sheet['decider'], sheet['unit'])
  );
}

export const consultations: readonly Act[] = [
  ...gets('consulted', ({ known, me }) => known.isNot('person', me) && known.is('who', me)),
  ...gets('decider', ({ known, me }) => known.isNot('person', me) && known.is('decider', me)),
  ...lists('consulted', ({ known, me }) => known.is('who', me)),
  ...lists('decider', ({ known, me }) => known.is('decider', me)),
  ...gets('delegate', isDelegate),
  ...lists('delegate', isDelegate),
  creates(
    'decider',
    consultationRequestFields,
    (ask) => requests(ask, (decider) => decider === ask.me),
    'asked',
  ),
  creates(
    'delegate',
    consultationRequestFields,
    (ask) => requests(ask, (decider, unit) => actsFor(ask, decider, 'decide', unit)),
    'asked',
  ),
  updates('consulted', ['asked', 'answered'], consultationClientFields, answers),
];
