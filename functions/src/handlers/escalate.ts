// A late evaluator: the decider may evaluate instead, the person isn't harmed, and 1.07 is proposed against who owes (domain.md section 5).
import { formatMonth } from '../domain/civilDate.ts';
import { owedSince } from '../domain/owed.ts';
import { millisOf, type Moment } from '../domain/moment.ts';
import { outside } from '../domain/vacant.ts';
import type { Month } from '../domain/words.ts';
import type { Assessment } from '../schema/assessment.ts';
import { findingId } from '../schema/paths.ts';
import { assessmentRef, collectionOf, findingRef, sheetRef } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { calendarIn } from './calendarIn.ts';
import { converge, convergeOrCreate } from './converge.ts';
import { systemFinding } from './findingsFromSheet.ts';
import { system } from './opening.ts';
import type { Ports } from './ports.ts';

/** Key of the finding about evaluations owed. */
export const owedKey = 'owed';

type Escalating = Pick<Ports, 'documents'>;

/**
 * `at`: a moment at or after `deadline`, which is the one to evaluate. Leaders are evaluated and decided together after the
 * final run (domain.md section 7): what is owed of them is owed from `close` on, the deadline to decide.
 */
export async function escalate(
  ports: Escalating,
  org: string,
  month: Month,
  { deadline, close, at }: { deadline: Moment; close: Moment; at: Moment },
): Promise<void> {
  const waiting = await ports.documents.find(collectionOf(org, 'assessments'), [
    ['month', month],
    ['state', 'waiting'],
  ]);
  const calendar = await calendarIn(ports.documents, org);
  const owed = waiting
    .map(({ data }) => data)
    .filter((a) => !a.held && !a.frozen)
    .filter((a) => {
      const by = a.tier === 'leader' ? close : deadline;
      return millisOf(owedSince(a.waitingSince ?? a.createdAt, by, calendar)) <= millisOf(at);
    });
  // Where one evaluates and decides there is nobody else to do it; that it is owed says the same of them.
  for (const { person } of owed.filter((a) => !a.overdue && a.evaluator !== a.decider))
    await mark(ports, org, person, month, at);
  for (const [evaluator, theirs] of byEvaluator(owed)) await propose(ports, org, evaluator, theirs, at);
}

function byEvaluator(owed: readonly Assessment[]): Map<string, Assessment[]> {
  const found = new Map<string, Assessment[]>();
  for (const one of owed) found.set(one.evaluator, [...(found.get(one.evaluator) ?? []), one]);
  return found;
}

async function mark(
  { documents }: Escalating,
  org: string,
  person: string,
  month: Month,
  at: Moment,
): Promise<void> {
  const ref = assessmentRef(org, person, month);
  await converge(documents, ref, ({ data }) => {
    if (data.overdue || data.state !== 'waiting' || data.frozen) return null;
    const act = { at, who: system, forWhom: null, what: 'escalate' };
    return {
      overdue: true,
      log: logged(ref.path, data.log, { ...act, before: data.evaluator, after: data.decider }),
    };
  });
}

/** Suspected only, and once a month: their own evaluator confirms or dismisses it. */
async function propose(
  { documents }: Escalating,
  org: string,
  evaluator: string,
  owed: readonly Assessment[],
  at: Moment,
): Promise<void> {
  const [first] = owed;
  if (!first) return;
  const { month } = first;
  // Of one who is decided outside there is nobody here who would judge it.
  const sheet = await documents.get(sheetRef(org, evaluator, month));
  if (!sheet || sheet.data.evaluator === outside) return;
  const names = owed.map(({ personName }) => personName).sort((a, b) => a.localeCompare(b, 'vi'));
  const id = findingId(evaluator, month, owedKey);
  const finding = systemFinding(org, sheet.data, owedKey, at);
  await convergeOrCreate(documents, findingRef(org, id), async (current) =>
    current
      ? { patch: null }
      : {
          create: {
            ...finding,
            codes: '1.07',
            fact: `Quá hạn đánh giá tháng ${formatMonth(month)}, còn ${names.length} phiếu chưa đánh giá: ${names.join(', ')}`,
          },
        },
  );
}
