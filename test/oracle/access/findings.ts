// Who may do what to one manifestation and its remedy (domain.md sections 2 and 11).
import {
  findingClientFields,
  findingSchema,
  findingSourceFields,
  newFindingSchema,
  type NewFinding,
} from '../../../functions/src/schema/finding.ts';
import { actsFor, creates, gets, lists, reads, updates, type Act, type Ask } from '../access.ts';
import { aggregates, inspects, isJudgedBy, isNext, isSaid, supervises, takesFacts } from '../relations.ts';
import { equal, isNow } from '../request.ts';

const created = [...Object.keys(findingSourceFields), ...Object.keys(findingClientFields), 'notified'];
const act = ['rev', 'actor', 'actedFor', 'savedAt'].filter((field) => field in findingClientFields);
const settlement = ['due', 'settleReason', 'state', ...act];
const judgement = ['due', 'firstDue', 'remedyState', 'remedyNote', 'state', ...act];
const extension = ['due', 'firstDue', ...act];
const harm = ['harm', ...act];
const remedy = ['remedy', 'remedyState', 'remedyAt', ...act];
const fromOthers = ['supervision', 'figures', 'coordination', 'citizens', 'press'];

const of = (ask: Ask) => ask.after as NewFinding | null;
const isActedFor = (ask: Ask, whom: unknown) => !act.includes('actedFor') || ask.after?.['actedFor'] === whom;

/** Signed, valid, under its own id, in an open month, and with the authority that is frozen on the subject's sheet of that month. */
function isRecorded(ask: Ask): boolean {
  const after = of(ask);
  const sheet = after && ask.look('sheets', `${after.subject}_${after.month}`);
  return (
    !!sheet &&
    takesFacts(ask, after.month) &&
    newFindingSchema.safeParse(after).success &&
    ask.id === `${after.subject}_${after.month}_${after.key}` &&
    [after.author, after.actor].every((name) => name === ask.me) &&
    isActedFor(ask, null) &&
    isNow(after.savedAt) &&
    (['evaluator', 'decider', 'unit', 'block'] as const).every((field) => equal(after[field], sheet[field]))
  );
}

const records = (
  who: Act['who'],
  states: readonly string[],
  when: (finding: NewFinding, ask: Ask) => boolean,
) =>
  states.map((state) =>
    creates(
      who,
      created,
      (ask) => {
        const finding = of(ask);
        return !!finding && isRecorded(ask) && when(finding, ask);
      },
      state,
    ),
  );
/** What others record of somebody carries no remedy yet. */
const ofAnother = (when: (finding: NewFinding, ask: Ask) => boolean) => (finding: NewFinding, ask: Ask) =>
  finding.subject !== ask.me && finding.remedy === '' && when(finding, ask);

const isSigned = ({ me, prior, after }: Ask) =>
  prior !== null && isNext(prior, after) && after?.['actor'] === me && findingSchema.safeParse(after).success;

type Authority = 'evaluator' | 'decider';
const isAuthority = (as: Authority) => (ask: Ask) =>
  isSigned(ask) && isActedFor(ask, null) && ask.prior?.['subject'] !== ask.me && ask.prior?.[as] === ask.me;
const isDelegateOf = (as: Authority) => (ask: Ask) =>
  isSigned(ask) &&
  ask.prior?.['subject'] !== ask.me &&
  isActedFor(ask, ask.prior?.[as]) &&
  actsFor(ask, ask.prior?.[as], as === 'evaluator' ? 'evaluate' : 'decide', ask.prior?.['unit']);

const hasReason = ({ after }: Ask) => isSaid(after?.['settleReason']);
const hasNewReason = (ask: Ask) =>
  hasReason(ask) && ask.prior?.['settleReason'] !== ask.after?.['settleReason'];
const isClear = ({ prior }: Ask) => prior?.['degree'] !== 'unclear';
const wasAccepted = ({ prior }: Ask) => prior?.['remedyState'] === 'accepted';
const isReported = ({ prior }: Ask) => prior?.['remedyState'] === 'reported';
const accepts = (ask: Ask) => isReported(ask) && ask.after?.['remedyState'] === 'accepted';
const returns = (ask: Ask) =>
  isReported(ask) && ask.after?.['remedyState'] === 'returned' && isSaid(ask.after['remedyNote']);

const firstDueOf = (finding: Ask['prior']) => finding?.['firstDue'] ?? null;
/** A later day, once, beside which the first one is kept. */
export function putsOff({ prior, after }: Ask): boolean {
  const [before, to] = [prior?.['due'], after?.['due']];
  return (
    firstDueOf(prior) === null &&
    typeof before === 'string' &&
    typeof to === 'string' &&
    to > before &&
    after?.['firstDue'] === before
  );
}
/** A first date is no extension. */
const keepsDue = ({ prior, after }: Ask) =>
  equal(firstDueOf(prior), firstDueOf(after)) &&
  (prior?.['due'] === null || equal(prior?.['due'], after?.['due']));
export const isDated = (ask: Ask) => keepsDue(ask) || putsOff(ask);

/** What was carried over and is open; an empty text takes it back. */
const statesHarm = ({ prior, after }: Ask) =>
  (prior?.['carriedTo'] ?? null) !== null &&
  typeof after?.['harm'] === 'string' &&
  (after['harm'] === '' || isSaid(after['harm'], 10));

function judges(who: Act['who'], stands: Act['when']): Act[] {
  const may = (from: string, to: string, fields: readonly string[], when: Act['when']) =>
    updates(who, [from, to], fields, (ask) => stands(ask) && when(ask));
  return [
    may('suspected', 'confirmed', settlement, isClear),
    may('suspected', 'dismissed', settlement, hasReason),
    may('confirmed', 'confirmed', judgement, (ask) => isDated(ask) && (accepts(ask) || returns(ask))),
    may('confirmed', 'remedied', judgement, (ask) => isDated(ask) && accepts(ask)),
    may('confirmed', 'confirmed', harm, statesHarm),
  ];
}
function overturns(who: Act['who'], stands: Act['when']): Act[] {
  const mayAgain = (from: string, to: string, when: (ask: Ask) => boolean) =>
    updates(who, [from, to], settlement, (ask) => stands(ask) && when(ask));
  const again = (ask: Ask) => isClear(ask) && hasNewReason(ask);
  return [
    mayAgain('dismissed', 'confirmed', (ask) => again(ask) && !wasAccepted(ask)),
    mayAgain('dismissed', 'remedied', (ask) => again(ask) && wasAccepted(ask)),
    mayAgain('confirmed', 'dismissed', hasNewReason),
    mayAgain('remedied', 'dismissed', hasNewReason),
  ];
}

const extendsDue = (who: Act['who'], stands: Act['when']): Act =>
  updates(
    who,
    ['confirmed', 'confirmed'],
    extension,
    (ask) => stands(ask) && ask.prior?.['remedyState'] !== 'accepted' && putsOff(ask),
  );

/** Nobody remedies what they weren't told; what was accepted stays as it was accepted. */
function remedies(ask: Ask): boolean {
  const { prior, after, me } = ask;
  if (!prior || !after || !isSigned(ask) || !isActedFor(ask, null)) return false;
  const reports = after['remedyState'] === 'reported' && isNow(after['remedyAt']) && isSaid(after['remedy']);
  const begins = after['remedyState'] === 'underway' && equal(after['remedyAt'], prior['remedyAt']);
  return (
    prior['subject'] === me &&
    prior['notified'] === true &&
    prior['remedyState'] !== 'accepted' &&
    (reports || begins)
  );
}

const isDelegate = (ask: Ask) =>
  ask.known.isNot('subject', ask.me) &&
  (actsFor(ask, ask.known.only('evaluator'), 'evaluate', ask.known.only('unit')) ||
    actsFor(ask, ask.known.only('decider'), 'decide', ask.known.only('unit')));

export const findings: readonly Act[] = [
  ...reads('author', ({ known, me }) => known.is('author', me)),
  ...reads('person', ({ known, me }) => known.is('subject', me) && known.is('notified', true)),
  ...gets('evaluator', ({ known, me }) => known.isNot('subject', me) && known.is('evaluator', me)),
  ...gets('decider', ({ known, me }) => known.isNot('subject', me) && known.is('decider', me)),
  ...lists('evaluator', ({ known, me }) => known.is('evaluator', me)),
  ...lists('decider', ({ known, me }) => known.is('decider', me)),
  ...reads('inspector', (ask) => ask.known.isNot('subject', ask.me) && inspects(ask)),
  ...reads('aggregator', (ask) => ask.known.isNot('subject', ask.me) && aggregates(ask)),
  ...reads('reader', (ask) => isJudgedBy(ask, 'subject')),
  ...reads('delegate', isDelegate),
  ...records('person', ['suspected'], ({ subject, source }, { me }) => subject === me && source === 'self'),
  ...records(
    'evaluator',
    ['suspected', 'confirmed'],
    ofAnother(
      ({ evaluator, source }, { me }) => evaluator === me && ['evaluator', ...fromOthers].includes(source),
    ),
  ),
  ...records(
    'decider',
    ['suspected', 'confirmed'],
    ofAnother(({ decider, source }, { me }) => decider === me && ['decider', ...fromOthers].includes(source)),
  ),
  ...records(
    'inspector',
    ['suspected'],
    ofAnother(({ source }, ask) => source === 'inspection' && inspects(ask)),
  ),
  ...records(
    'supervisor',
    ['suspected'],
    ofAnother(({ source }, ask) => source === 'supervision' && supervises(ask)),
  ),
  ...records(
    'aggregator',
    ['suspected'],
    ofAnother(
      ({ source, block }, { member }) =>
        fromOthers.includes(source) && (member.aggregates ?? []).includes(block),
    ),
  ),
  ...judges('evaluator', isAuthority('evaluator')),
  ...judges('decider', isAuthority('decider')),
  ...judges('delegate', (ask) => isDelegateOf('evaluator')(ask) || isDelegateOf('decider')(ask)),
  extendsDue('evaluator', isAuthority('evaluator')),
  extendsDue('delegate', isDelegateOf('evaluator')),
  ...overturns('decider', isAuthority('decider')),
  ...overturns('delegate', isDelegateOf('decider')),
  updates('person', ['confirmed', 'confirmed'], remedy, remedies),
];
