// An appeal was filed: in time or not, who answers it and until when (domain.md sections 7 and 11).
import { appealRefusal, answerDue } from '../domain/appeal.ts';
import type { Answerer, NoAnswerer } from '../domain/appealAnswerer.ts';
import { civilDateOf, formatMoment, formatWeekday, lastDayBefore } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { bySetting, step, type TraceStep } from '../domain/trace.ts';
import { outside, vacant, vacantName } from '../domain/vacant.ts';
import type { Appeal } from '../schema/appeal.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { LogEntry } from '../schema/fields.ts';
import { appealRef, assessmentRef, organisationRef, refOf, resultRef } from '../schema/refs.ts';
import type { Result } from '../schema/result.ts';
import { logged } from './audit.ts';
import { calendarFor } from './calendarIn.ts';
import { findAnswerer } from './findAnswerer.ts';
import { system } from './opening.ts';
import type { Documents } from './ports.ts';

/** What the function says of an appeal that was filed at `at`; the client's own fields stay as they are. */
export async function takenAt(
  documents: Documents,
  org: string,
  appeal: Appeal,
  at: Moment,
): Promise<Partial<Appeal>> {
  const { person, month, version } = appeal;
  const result = await documents.get(resultRef(org, person, month));
  const named = result ? ofResult(result.data) : await ofPerson(documents, org, person);
  const { path } = appealRef(org, person, month, version);
  const filed = logged(path, restingOn(path, result?.data ?? null, org, at), {
    ...{ at, who: person, forWhom: null, what: 'file' },
    ...{ before: null, after: `v${version}` },
  });
  const refusal =
    result?.data.decider === outside
      ? 'Kết quả do cấp ngoài tổ chức quyết định: kiến nghị gửi cấp đã quyết định.'
      : appealRefusal(version, at, result?.data ?? null);
  if (refusal !== null || !result)
    return {
      ...named,
      filedAt: at,
      ...refused(path, filed, refusalOf(refusal ?? '', result?.data ?? null, at), at),
    };
  const struck = await struckOf(documents, org, result.data);
  const assigned = await assignedTo(documents, org, { ...appeal, ...named, struck }, result.data, at);
  const decision = await documents.get(assessmentRef(org, person, month));
  return {
    ...named,
    ...{ filedAt: at, struck },
    ...(decision ? startingFrom(decision.data) : {}),
    ...assigned,
    log: logged(path, filed, assignment(assigned, at)),
  };
}

/** The answerer of one that waits, found again where nobody was found or who was has left. */
export async function assignedAgain(
  documents: Documents,
  org: string,
  appeal: Appeal,
  at: Moment,
): Promise<Partial<Appeal> | null> {
  const { person, month, version, log, answerer, gap } = appeal;
  const result = await documents.get(resultRef(org, person, month));
  if (!result) return null;
  const assigned = await assignedTo(documents, org, appeal, result.data, at);
  if (assigned.answerer === answerer && assigned.gap === gap) return null;
  const { path } = appealRef(org, person, month, version);
  // The clock goes on: whoever takes over finds it as it stands.
  const { dueDay: _, due: __, ...rest } = assigned;
  return { ...rest, log: logged(path, log, assignment(assigned, at)) };
}

type Assigned = Pick<
  Appeal,
  'answerer' | 'answererName' | 'body' | 'gap' | 'dueDay' | 'due' | 'trace' | 'above' | 'aboveName'
>;

async function assignedTo(
  documents: Documents,
  org: string,
  appeal: Pick<Appeal, 'decider' | 'deciderName' | 'struck' | 'filedAt'>,
  result: Result,
  at: Moment,
): Promise<Assigned> {
  const organisation = await documents.get(organisationRef(org));
  if (!organisation) throw new Error(`no organisation ${org}`);
  const { decider, deciderName, struck } = appeal;
  const { month, row } = result;
  const sought = { month, row, decider, deciderName, struck, day: civilDateOf(at) };
  const found = await findAnswerer(documents, org, organisation.data, sought);
  const filedAt = appeal.filedAt ?? at;
  const { answerDays } = organisation.data.settings;
  const due = answerDue(filedAt, answerDays, calendarFor(organisation.data));
  return {
    ...due,
    ...(await namedAs(documents, org, found)),
    ...{ above: '', aboveName: '' },
    trace: traceOf(result, { filedAt, dueDay: due.dueDay, answerDays }, found),
  };
}

async function namedAs(documents: Documents, org: string, found: Answerer | NoAnswerer) {
  if ('reason' in found) return { answerer: vacant, answererName: vacantName, body: null, gap: found.reason };
  const person = await documents.get(refOf(org, 'people', found.id));
  return { answerer: found.id, answererName: person?.data.name ?? found.id, body: found.body, gap: '' };
}

function traceOf(
  result: Result,
  { filedAt, dueDay, answerDays }: { filedAt: Moment; dueDay: string; answerDays: number },
  found: Answerer | NoAnswerer,
): TraceStep[] {
  const until = formatWeekday(lastDayBefore(result.appealUntil));
  return [
    step(
      bySetting,
      `Kiến nghị trong thời hạn, đến hết ${until}`,
      [`Gửi lúc ${formatMoment(filedAt)}`],
      'Tiếp nhận',
    ),
    ...('step' in found ? [found.step] : []),
    step(
      bySetting,
      `Trả lời trong ${answerDays} ngày làm việc sau ngày gửi`,
      [],
      `Hạn trả lời: ${formatWeekday(dueDay)}`,
    ),
  ];
}

const assignment = ({ answerer, gap }: Assigned, at: Moment) => ({
  ...{ at, who: system, forWhom: null, what: 'assign', before: null },
  after: gap === '' ? answerer : `${vacant}: ${gap}`,
});

/** Why it isn't taken, with the window that was open. */
function refusalOf(refusal: string, result: Result | null, at: Moment) {
  const until = result ? [`Thời hạn đến hết ${formatWeekday(lastDayBefore(result.appealUntil))}`] : [];
  const rule = 'Kiến nghị về kết quả đang có hiệu lực, trong thời hạn, gửi trong tổ chức đã quyết định';
  return { refusal, trace: [step(bySetting, rule, [`Gửi lúc ${formatMoment(at)}`, ...until], refusal)] };
}

function refused(
  path: string,
  log: LogEntry[],
  { refusal, trace }: { refusal: string; trace: TraceStep[] },
  at: Moment,
): Partial<Appeal> {
  const act = { at, who: system, forWhom: null, what: 'refuse', before: 'filed', after: refusal };
  return { state: 'refused', refusal, trace, log: logged(path, log, act) };
}

/** The chain of the appeal begins at the last entry of the result that it is about. */
function restingOn(path: string, result: Result | null, org: string, at: Moment): LogEntry[] {
  if (!result) return [];
  const head = result.log.at(-1);
  return logged(path, [], {
    ...{ at, who: system, forWhom: null, what: 'continue' },
    ...{
      before: resultRef(org, result.person, result.month).path,
      after: `${head?.n ?? 0} ${head?.hash ?? ''}`,
    },
  });
}

function ofResult(result: Result) {
  const { personName, post, unit, unitName, block, onAppeal, decider, deciderName, template } = result;
  const by = onAppeal
    ? { decider: onAppeal.answerer, deciderName: onAppeal.answererName }
    : { decider, deciderName };
  return { personName, post, unit, unitName, block, template, ...by };
}

async function ofPerson(documents: Documents, org: string, id: string) {
  const person = await documents.get(refOf(org, 'people', id));
  return { personName: person?.data.name ?? id };
}

/** Nobody who had a hand in a version answers for it: the delegate who acted is as much a decider as who gave the power. */
async function struckOf(documents: Documents, org: string, result: Result): Promise<string[]> {
  const { person, month, decider, answerers, onAppeal } = result;
  const [assessment, earlier] = await Promise.all([
    documents.get(assessmentRef(org, person, month)),
    onAppeal ? documents.get(refOf(org, 'appeals', onAppeal.appeal)) : null,
  ]);
  const acted = [assessment?.data.actor, earlier?.data.actor].filter((id) => typeof id === 'string');
  const all = [person, decider, ...answerers, ...acted, ...(earlier?.data.struck ?? [])];
  return [...new Set(all)].filter((id) => id !== vacant).sort();
}

/** The corrected result starts as the one appealed. */
export const startingFrom = ({
  dScore1,
  dScore21,
  dScore22,
  dPoints,
  dRating,
  dLevel,
  state,
}: Assessment): Partial<Appeal> =>
  state === 'decided' ? { dScore1, dScore21, dScore22, dPoints, dRating, dLevel } : {};
