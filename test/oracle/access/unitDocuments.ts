// Who may do what to what is kept per unit and month: plan and report, figures, rows, boards (domain.md section 11).
import {
  figuresClientFields,
  figuresSchema,
  newFiguresSchema,
  unitSheetClientFields,
  unitSheetSchema,
} from '../../../functions/src/schema/unit.ts';
import { creates, reads, readsIn, updates, type Act, type Ask } from '../access.ts';
import { aggregates, inspects, isNext, isSaid, oversees, sendsFor } from '../relations.ts';
import { isNow } from '../request.ts';

const files = ({ me, prior, after }: Ask) =>
  prior?.['head'] === me && isNext(prior, after) && unitSheetSchema.safeParse(after).success;

/** Neither the report nor the plan of next month is missing. */
const isWhole = ({ after }: Ask) =>
  isSaid(after?.['report']) && Object.keys(after?.['nextTasks'] ?? {}).length > 0;

export const unitSheets: readonly Act[] = [
  ...reads('head', ({ known, me }) => known.is('head', me)),
  ...reads('evaluator', ({ known, me }) => known.is('headEvaluator', me)),
  ...reads('decider', ({ known, me }) => known.is('headDecider', me)),
  ...readsIn('inspector', ['submitted'], inspects),
  ...readsIn('aggregator', ['submitted'], (ask) => aggregates(ask)),
  updates('head', ['open', 'open'], Object.keys(unitSheetClientFields), files),
  updates(
    'head',
    ['open', 'submitted'],
    Object.keys(unitSheetClientFields),
    (ask) => files(ask) && isWhole(ask),
  ),
];

/** Lines of authority are not for the Office to choose. */
function handsIn({ me, id, after, member, look }: Ask): boolean {
  const figures = newFiguresSchema.safeParse(after);
  if (!figures.success) return false;
  const { unit, month, block, author, savedAt } = figures.data;
  return (
    id === `${unit}_${month}` &&
    author === me &&
    isNow(savedAt) &&
    look('units', unit)?.['block'] === block &&
    (member.offices ?? []).includes(block)
  );
}
const corrects = (ask: Ask) =>
  ask.prior !== null &&
  sendsFor(ask) &&
  isNext(ask.prior, ask.after) &&
  ask.after?.['author'] === ask.me &&
  figuresSchema.safeParse(ask.after).success;

export const figures: readonly Act[] = [
  ...reads('reader', ({ known, me }) => known.contains('readers', me)),
  ...reads('office', sendsFor),
  ...reads('aggregator', (ask) => aggregates(ask)),
  creates('office', ['unit', 'month', 'block', ...Object.keys(figuresClientFields)], handsIn),
  updates('office', null, Object.keys(figuresClientFields), corrects),
];

export const unitMonths: readonly Act[] = [
  ...reads('reader', ({ known, me }) => known.contains('readers', me)),
  ...reads('overseer', oversees),
];

export const boards: readonly Act[] = [
  ...reads('member', ({ known, me }) => known.contains('members', me)),
  ...reads('overseer', oversees),
];

export const runs: readonly Act[] = reads('reader', ({ known, me }) => known.contains('readers', me));
