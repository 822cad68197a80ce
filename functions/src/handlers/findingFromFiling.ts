// What is late or missing of a filing becomes one suspected finding, which follows the filing until somebody has settled it (S3 II.3.1; domain.md section 5).
import { formatCodes } from '../domain/finding.ts';
import { millisOf, type Moment } from '../domain/moment.ts';
import { isPlanned } from '../domain/plan.ts';
import { filingOutcome, type FilingOutcome } from '../domain/unfiled.ts';
import { outside } from '../domain/vacant.ts';
import type { Finding } from '../schema/finding.ts';
import { findingId } from '../schema/paths.ts';
import { findingRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { logged } from './audit.ts';
import { convergeOrCreate } from './converge.ts';
import { filingFacts } from './filingFacts.ts';
import { systemFinding } from './findingsFromSheet.ts';
import { personMonth } from './monthOfPerson.ts';
import { system } from './opening.ts';
import type { Documents } from './ports.ts';

/** Key of that finding: whoever files late after having filed nothing is suspected of one thing, not of two. */
export const lateKey = 'late';

const excused = 'Có nguyên nhân khách quan, hoặc không còn thiếu: hệ thống bỏ dấu hiệu.';

/** `at`: the moment of what happened to the filing — the deadline, the filing itself, the absence that was entered. */
export async function findingFromFiling(
  documents: Documents,
  org: string,
  sheet: Sheet,
  at: Moment,
  heads: { headsOver?: boolean } = {},
): Promise<void> {
  // Of one who is decided outside nobody here would settle it.
  if (sheet.evaluator === outside) return;
  const ref = findingRef(org, findingId(sheet.person, sheet.month, lateKey));
  const known = await documents.get(ref);
  if (!known && (isPlain(sheet) || isAwaited(sheet, at))) return;
  const of = await personMonth(documents, org, sheet, heads);
  const outcome = filingOutcome(filingFacts(of), of.settings);
  if (!known && outcome.codes.length === 0) return;
  await convergeOrCreate(documents, ref, async (current) => {
    if (!current) return { create: { ...systemFinding(org, sheet, lateKey, at), ...saidOf(outcome, sheet) } };
    return { patch: followed(ref.path, current.data, outcome, sheet, at) };
  });
}

/** Filed in time with a plan, and heading nothing: there is nothing to look up. */
const isPlain = (sheet: Sheet): boolean =>
  sheet.firstFiledAt !== null && !sheet.late && !sheet.isHead && isPlanned(sheet);

/** Nothing is missing before its date: the unit may well file before its head does. */
const isAwaited = ({ firstFiledAt, due }: Sheet, at: Moment): boolean =>
  firstFiledAt === null && millisOf(at) < millisOf(due);

type Said = Pick<Finding, 'codes' | 'fact' | 'remedy' | 'remedyState' | 'remedyReportedAt'>;

/** A filing that came remedies that it was missing (inferred from "kịp thời khắc phục"). */
function saidOf({ codes, seen, remedied }: FilingOutcome, sheet: Sheet): Said {
  const came = remedied ? sheet.firstFiledAt : null;
  return {
    ...{ codes: formatCodes(codes), fact: seen },
    remedy: came === null ? '' : 'Đã nộp',
    remedyState: came === null ? 'none' : 'reported',
    remedyReportedAt: came,
  };
}

function followed(
  path: string,
  known: Finding,
  outcome: FilingOutcome,
  sheet: Sheet,
  at: Moment,
): Partial<Finding> | null {
  const { state, log } = known;
  const by = { at, who: system, forWhom: null };
  const there = outcome.codes.length > 0;
  if (state === 'suspected' && !there) {
    const act = { ...by, what: 'settle', before: state, after: 'dismissed' };
    return { state: 'dismissed', settleReason: excused, log: logged(path, log, { ...act, reason: excused }) };
  }
  const last = log.at(-1);
  const isDropped = state === 'dismissed' && last?.who === system && last.what === 'settle';
  if ((state === 'suspected' || isDropped) && there) {
    const said = saidOf(outcome, sheet);
    if (!isDropped && isSaid(known, said)) return null;
    const act = { ...by, what: 'record', before: known.codes, after: said.codes };
    return { ...said, state: 'suspected', settleReason: '', log: logged(path, log, act) };
  }
  return state === 'confirmed' && outcome.remedied ? reportedBy(known, sheet) : null;
}

const isSaid = (known: Finding, said: Said): boolean =>
  known.codes === said.codes && known.fact === said.fact;

/** Confirmed while nothing had come: the filing is the remedy, which the evaluator answers. */
function reportedBy(known: Finding, { firstFiledAt }: Sheet): Partial<Finding> | null {
  const { notifiedAt, remedyState } = known;
  if (firstFiledAt === null || notifiedAt === null || millisOf(firstFiledAt) <= millisOf(notifiedAt))
    return null;
  if (remedyState !== 'none' && remedyState !== 'underway') return null;
  return { remedy: 'Đã nộp', remedyState: 'reported', remedyReportedAt: firstFiledAt };
}
