// Who may do what to a unit's own rating, findings and sub-items (domain.md sections 2, 3 and 11; S0 annex II).
import { outsideSources } from '../../../functions/src/domain/unitFinding.ts';
import { newSubItemSchema, subItemFields, subItemSchema } from '../../../functions/src/schema/subItem.ts';
import {
  newUnitFindingSchema,
  unitFindingClientFields,
  unitFindingSchema,
  type NewUnitFinding,
} from '../../../functions/src/schema/unitFinding.ts';
import {
  unitRatingActFields,
  unitRatingRecordFields,
  unitRatingSchema,
  type UnitRating,
} from '../../../functions/src/schema/unitRating.ts';
import { actsFor, creates, reads, readsIn, updates, type Act, type Ask } from '../access.ts';
import {
  aggregates,
  inspects,
  isClerk,
  isFirst,
  isNext,
  isSaid,
  supervises,
  takesFacts,
} from '../relations.ts';
import { equal, isNow, type Fields } from '../request.ts';
import { isDated, putsOff } from './findings.ts';

const isOtherHeads = ({ known, me }: Ask) => known.isNot('head', me);

const act = Object.keys(unitRatingActFields);

/** Signed by who decides the head, or by who stands in for them and says so, once the act before is entered. */
function isSigned(ask: Ask, delegated: boolean): boolean {
  const [prior, after] = [ask.prior, ask.after] as unknown as [UnitRating | null, UnitRating | null];
  if (!prior || !after || prior.head === ask.me || !unitRatingSchema.safeParse(after).success) return false;
  const isBy = delegated
    ? after.actedFor === prior.decider && actsFor(ask, prior.decider, 'decide', prior.unit)
    : after.actedFor === null && prior.decider === ask.me;
  const isNextAct = after.rev === prior.rev + 1 && after.actor === ask.me && isNow(after.actedAt);
  return isBy && isNextAct && prior.followed && !after.followed && isSaid(after.dReason, 10);
}
function isRated({ prior, after }: Ask): boolean {
  const { dRating, dLevel } = after as UnitRating;
  return prior?.['held'] === false && dRating !== null && dLevel !== null;
}
const rates = (who: Act['who'], delegated: boolean): Act[] => [
  updates(
    who,
    ['waiting', 'decided'],
    [...Object.keys(unitRatingRecordFields), ...act],
    (ask) => isSigned(ask, delegated) && isRated(ask),
  ),
  updates(
    who,
    ['decided', 'waiting'],
    ['dReason', ...act],
    (ask) => isSigned(ask, delegated) && ask.prior?.['dReason'] !== ask.after?.['dReason'],
  ),
];

export const unitRatings: readonly Act[] = [
  ...reads('evaluator', ({ known, me }) => known.is('evaluator', me)),
  ...reads('decider', ({ known, me }) => known.is('decider', me)),
  ...reads('head', ({ known, me }) => known.is('head', me) && known.is('frozen', true)),
  ...readsIn('inspector', ['decided'], (ask) => isOtherHeads(ask) && inspects(ask)),
  ...reads('aggregator', (ask) => ask.known.is('frozen', true) && aggregates(ask)),
  ...reads(
    'delegate',
    (ask) => isOtherHeads(ask) && actsFor(ask, ask.known.only('decider'), 'decide', ask.known.only('unit')),
  ),
  ...rates('decider', false),
  ...rates('delegate', true),
];

/** Of a unit somebody else heads, in an open month, from a source that is theirs to name. */
function isFound(
  ask: Ask,
  who: 'evaluator' | 'decider' | 'inspector' | 'supervisor' | 'aggregator',
): boolean {
  const { me, id, after, look, member } = ask;
  if (after === null || !newUnitFindingSchema.safeParse(after).success || !isFirst(after)) return false;
  const { unit, month, key, source, author, actor } = after as unknown as NewUnitFinding;
  const sheet = look('unitSheets', `${unit}_${month}`);
  if (id !== `${unit}_${month}_${key}` || author !== me || actor !== me) return false;
  if (!takesFacts(ask, month) || !sheet || sheet['head'] === me) return false;
  const isOutside = (outsideSources as readonly string[]).includes(source);
  if (who === 'inspector') return source === 'inspection' && inspects(ask);
  if (who === 'supervisor') return source === 'supervision' && supervises(ask);
  if (who === 'aggregator')
    return isOutside && (member.aggregates ?? []).some((block) => block === sheet['block']);
  return sheet[who === 'evaluator' ? 'headEvaluator' : 'headDecider'] === me && (isOutside || source === who);
}

const isActed = (ask: Ask) =>
  ask.prior !== null &&
  isNext(ask.prior, ask.after) &&
  ask.after?.['actor'] === ask.me &&
  unitFindingSchema.safeParse(ask.after).success;
const isJudged = (ask: Ask) =>
  isActed(ask) &&
  ask.prior?.['decider'] === ask.me &&
  'head' in (ask.prior ?? {}) &&
  ask.prior?.['head'] !== ask.me;
const isReported = ({ prior }: Ask) => prior?.['remedyState'] === 'reported';

/** Of what another recorded, why it is dismissed. */
const isDismissed = (ask: Ask) =>
  isJudged(ask) && (ask.prior?.['author'] === ask.me || isSaid(ask.after?.['settleReason']));
const isOverturned = (ask: Ask) =>
  isJudged(ask) &&
  ask.prior?.['settleReason'] !== ask.after?.['settleReason'] &&
  isSaid(ask.after?.['settleReason']);

function isRemedied(ask: Ask): boolean {
  const { me, prior, after } = ask;
  if (!isActed(ask) || prior?.['head'] !== me || prior['notified'] !== true) return false;
  if (after?.['remedyState'] === 'underway') return equal(after['remedyAt'], prior['remedyAt']);
  return after?.['remedyState'] === 'reported' && isNow(after['remedyAt']) && isSaid(after['remedy']);
}

const signature = ['rev', 'actor', 'savedAt'];
const settling = ['due', 'settleReason', 'state', ...signature];
const answering = ['due', 'firstDue', 'remedyState', 'remedyNote', 'state', ...signature];
const extending = ['due', 'firstDue', ...signature];

export const unitFindings: readonly Act[] = [
  ...(['author', 'evaluator', 'decider'] as const).flatMap((who) =>
    reads(who, ({ known, me }) => known.is(who, me)),
  ),
  ...reads('head', ({ known, me }) => known.is('head', me) && known.is('notified', true)),
  ...reads('inspector', (ask) => isOtherHeads(ask) && inspects(ask)),
  ...reads('aggregator', (ask) => isOtherHeads(ask) && aggregates(ask)),
  ...(['evaluator', 'decider'] as const).flatMap((who) =>
    ['suspected', 'confirmed'].map((state) =>
      creates(who, Object.keys(unitFindingClientFields), (ask) => isFound(ask, who), state),
    ),
  ),
  ...(['inspector', 'supervisor', 'aggregator'] as const).map((who) =>
    creates(who, Object.keys(unitFindingClientFields), (ask) => isFound(ask, who), 'suspected'),
  ),
  updates('decider', ['suspected', 'confirmed'], settling, isJudged),
  updates('decider', ['suspected', 'dismissed'], settling, isDismissed),
  updates('decider', ['dismissed', 'confirmed'], settling, isOverturned),
  updates('decider', ['confirmed', 'dismissed'], settling, isOverturned),
  updates(
    'decider',
    ['confirmed', 'confirmed'],
    answering,
    (ask) =>
      isJudged(ask) &&
      isReported(ask) &&
      isDated(ask) &&
      ask.after?.['remedyState'] === 'returned' &&
      isSaid(ask.after['remedyNote']),
  ),
  updates(
    'decider',
    ['confirmed', 'remedied'],
    answering,
    (ask) => isJudged(ask) && isReported(ask) && isDated(ask) && ask.after?.['remedyState'] === 'accepted',
  ),
  updates('decider', ['confirmed', 'confirmed'], extending, (ask) => isJudged(ask) && putsOff(ask)),
  updates(
    'head',
    ['confirmed', 'confirmed'],
    ['remedy', 'remedyState', 'remedyAt', ...signature],
    isRemedied,
  ),
];

/** Of a unit they head in an open month, or the clerk's. */
function isKept(ask: Ask, who: 'head' | 'clerk'): boolean {
  const { me, after, look } = ask;
  if (after === null || after['actor'] !== me || !isNow(after['savedAt'])) return false;
  if (!takesFacts(ask, after['month'])) return false;
  if (who === 'clerk') return isClerk(ask);
  return look('unitSheets', `${String(after['unit'])}_${String(after['month'])}`)?.['head'] === me;
}
const isMine = ({ me, after }: Ask) => after?.['author'] === me && isNow(after['writtenAt']);

function isPlaced(ask: Ask, who: 'head' | 'clerk'): boolean {
  if (!isKept(ask, who) || !isMine(ask) || !newSubItemSchema.safeParse(ask.after).success) return false;
  const { unit, code, n } = ask.after as Fields;
  return ask.id === `${String(unit)}_${String(code)}_${String(n)}`;
}
const goesOn = (ask: Ask, who: 'head' | 'clerk') =>
  ask.prior !== null &&
  isNext(ask.prior, ask.after) &&
  isKept(ask, who) &&
  subItemSchema.safeParse(ask.after).success;

/** What stood there is kept with its author, its dates and who took it away. */
function isAnew(ask: Ask): boolean {
  const { text, author, writtenAt, actor: by, savedAt: struckAt, earlier } = ask.prior as Fields;
  const kept = [...(earlier as unknown[]), { text, author, writtenAt, by, struckAt }];
  return isMine(ask) && equal(ask.after?.['earlier'], kept);
}

export const subItems: readonly Act[] = [
  ...reads('member', () => true),
  ...(['head', 'clerk'] as const).flatMap((who) => [
    creates(who, Object.keys(subItemFields), (ask) => isPlaced(ask, who), 'active'),
    updates(who, ['active', 'struck'], ['state', 'month', ...signature], (ask) => goesOn(ask, who)),
    updates(
      who,
      ['struck', 'active'],
      ['text', 'author', 'writtenAt', 'earlier', 'state', 'month', ...signature],
      (ask) => goesOn(ask, who) && isAnew(ask),
    ),
  ]),
];
