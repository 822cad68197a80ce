// Who may do what to a person's sheet (domain.md sections 7 and 11).
import { sheetClientFields, sheetSchema, type Sheet } from '../../../functions/src/schema/sheet.ts';
import { actsFor, reads, readsIn, updates, type Act, type Ask } from '../access.ts';
import { aggregates, inspects, isJudgedBy, isNext } from '../relations.ts';

const act = ['state', 'rev', 'savedAt'];
const content = Object.keys(sheetClientFields);

/** Report, Phiếu 01 and plan, none accepted without the others (S3 6.1, 6.2, 6.4b). */
export function isComplete(s: Sheet): boolean {
  const shortcomings = Object.values(s.rowSection).some((section) => ['I', 'II.1', 'II.2'].includes(section));
  return (
    Object.keys(s.tasks).length > 0 && s.nothing === !shortcomings && Object.keys(s.nextTasks).length > 0
  );
}

const files = ({ me, prior, after }: Ask) =>
  prior?.['person'] === me &&
  ['open', 'submitted', 'evaluated'].includes(String(prior['stage'])) &&
  isNext(prior, after) &&
  sheetSchema.safeParse(after).success;

const isDelegate = (ask: Ask) =>
  ask.known.isNot('person', ask.me) &&
  (actsFor(ask, ask.known.only('evaluator'), 'evaluate', ask.known.only('unit')) ||
    actsFor(ask, ask.known.only('decider'), 'decide', ask.known.only('unit')));

export const sheets: readonly Act[] = [
  ...reads('person', ({ known, me }) => known.is('person', me)),
  ...reads('evaluator', ({ known, me }) => known.is('evaluator', me)),
  ...reads('decider', ({ known, me }) => known.is('decider', me)),
  ...reads('head', ({ known, me }) => known.is('head', me)),
  ...reads('consulted', ({ known, me }) => known.contains('consulted', me)),
  ...reads('consulted', ({ known, me }) => known.contains('asked', me)),
  ...reads('proposer', ({ known, me }) => known.contains('proposers', me)),
  ...readsIn('inspector', ['submitted'], inspects),
  ...readsIn('aggregator', ['submitted'], (ask) => aggregates(ask)),
  ...readsIn('delegate', ['submitted'], isDelegate),
  ...readsIn('reader', ['submitted'], (ask) => isJudgedBy(ask, 'person')),
  updates('person', ['open', 'open'], content, files),
  updates(
    'person',
    ['open', 'submitted'],
    act,
    (ask) => files(ask) && isComplete(ask.after as unknown as Sheet),
  ),
];

/** True iff the sheet above names them; by the sheet as it stands, so that whoever takes over reads what was planned. */
const isNamed =
  (...fields: readonly (keyof Sheet)[]) =>
  ({ look, parent, me }: Ask) =>
    fields.some((field) => look('sheets', parent)?.[field] === me);

export const plans: readonly Act[] = [
  ...reads('person', isNamed('person')),
  ...reads('evaluator', isNamed('evaluator')),
  ...reads('decider', isNamed('decider')),
  ...reads('head', isNamed('head')),
  ...reads('inspector', inspects),
];
