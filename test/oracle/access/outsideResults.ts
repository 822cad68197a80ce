// Who may enter what was decided outside the organisation (domain.md section 6).
import {
  newOutsideResultSchema,
  outsideResultClientFields,
  outsideResultEdits,
  outsideResultSchema,
} from '../../../functions/src/schema/outsideResult.ts';
import { creates, reads, updates, type Act, type Ask } from '../access.ts';
import { aggregates, inspects, isFirst, isNext } from '../relations.ts';

/** The month is that of the sheet, which nobody of the organisation decides. */
function enters({ me, id, after, look, member }: Ask): boolean {
  const sheet = look('sheets', id);
  return (
    sheet !== null &&
    after?.['author'] === me &&
    after['person'] !== me &&
    (['person', 'month', 'block'] as const).every((field) => sheet[field] === after[field]) &&
    sheet['decider'] === 'outside' &&
    (member.aggregates ?? []).some((block) => block === sheet['block'])
  );
}

const isOthers = ({ known, me }: Ask) => known.isNot('person', me);

export const outsideResults: readonly Act[] = [
  ...reads('inspector', (ask) => isOthers(ask) && inspects(ask)),
  ...reads('aggregator', (ask) => isOthers(ask) && aggregates(ask)),
  creates(
    'aggregator',
    Object.keys(outsideResultClientFields),
    (ask) =>
      newOutsideResultSchema.safeParse(ask.after).success &&
      ask.after !== null &&
      isFirst(ask.after) &&
      enters(ask),
  ),
  updates(
    'aggregator',
    null,
    outsideResultEdits,
    (ask) =>
      outsideResultSchema.safeParse(ask.after).success &&
      ask.prior !== null &&
      isNext(ask.prior, ask.after) &&
      enters(ask),
  ),
];
