// Sets the gaps of people aside by name, so that a cycle opens although they lack an evaluator or a decider (domain.md section 6).
import { civilDateOf, monthOf } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { setAsideRow, type ChangeProblem } from '../schema/change.ts';
import { cycleRef, refOf } from '../schema/refs.ts';
import { keepMoved, loggedWithin } from './audit.ts';
import type { ChangeOutcome, SentChange } from './changeOutcome.ts';
import { converge } from './converge.ts';
import type { Documents, Ports } from './ports.ts';

/** The month then opens by changeWritten.ts, or on its first day; it names there whom it left out. */
export async function setAside(
  ports: Ports,
  org: string,
  change: SentChange,
  rows: readonly unknown[],
  at: Moment,
): Promise<ChangeOutcome> {
  const { documents } = ports;
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const asked = rows.map((value) => setAsideRow.safeParse(value));
  const problems: ChangeProblem[] = [];
  for (const [row, found] of asked.entries()) {
    const problem = found.success
      ? await whyNot(documents, org, found.data, change.author, at)
      : { field: null, reason: 'Thiếu thông tin hoặc sai dạng.' };
    if (problem !== null) problems.push({ row, ...problem });
  }
  if (problems.length > 0) return { problems, counts };
  for (const found of asked) {
    if (!found.success) continue;
    const { person, month } = found.data;
    const { author: by, reason } = change;
    const ref = refOf(org, 'people', person);
    await converge(documents, ref, async ({ data }) => {
      const { log, moved } = loggedWithin(ref.path, data.log, {
        ...{ at, who: by, forWhom: null, what: 'setAside', reason },
        before: data.setAside === null ? null : data.setAside.month,
        after: month,
      });
      await keepMoved(documents, moved);
      return { setAside: { month, reason, by }, log };
    });
    counts.changed += 1;
  }
  return { problems, counts };
}

async function whyNot(
  documents: Documents,
  org: string,
  { person, month }: { person: string; month: string },
  author: string,
  at: Moment,
): Promise<Omit<ChangeProblem, 'row'> | null> {
  if (person === author)
    return { field: 'person', reason: 'Không tự gác lại trường hợp của chính mình; đề nghị người khác.' };
  const [subject, cycle] = await Promise.all([
    documents.get(refOf(org, 'people', person)),
    documents.get(cycleRef(org, month)),
  ]);
  // A call that was cut off is made again, and its month may have opened since.
  if (subject?.data.log.some((entry) => entry.what === 'setAside' && entry.at === at && entry.who === author))
    return null;
  if (!subject) return { field: 'person', reason: 'Tổ chức không có người này.' };
  if (month < monthOf(civilDateOf(at))) return { field: 'month', reason: 'Tháng này đã qua.' };
  if (cycle && cycle.data.state !== 'blocked')
    return { field: 'month', reason: 'Tháng này đã mở; sửa thẩm quyền của người này thay vì gác lại.' };
  return null;
}
