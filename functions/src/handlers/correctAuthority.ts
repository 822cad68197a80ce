// Corrects the authority over open person-months before their decision: resolved again, or named with a reason (domain.md section 6).
import { civilDateOf } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { authorityRow, type ChangeProblem } from '../schema/change.ts';
import type { ChangeOutcome, SentChange } from './changeOutcome.ts';
import { organisationAt } from './organisationAt.ts';
import type { Ports } from './ports.ts';
import { planAgain, type Resolving, type Wanted } from './planAgain.ts';
import { resolveAgain } from './resolveAgain.ts';

interface Asked {
  row: number;
  person: string;
  month: string;
  evaluator: string | null;
  decider: string | null;
}

/** Every row is judged before the first is applied; a replay of a change that was cut off goes on where it ended. */
export async function correctAuthority(
  ports: Ports,
  org: string,
  change: SentChange,
  rows: readonly unknown[],
  at: Moment,
): Promise<ChangeOutcome> {
  const loaded = await organisationAt(ports.documents, org);
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const { asked, problems } = parsed(rows);
  const resolvingOf = (one: Asked): Resolving => ({
    ...{ loaded, wanted: wantedOf(one), at, day: civilDateOf(at) },
    ...{ by: change.author, reason: change.reason },
  });
  for (const one of asked) {
    const problem =
      ownCase(one, change.author) ?? (await whyNot(ports, org, one, resolvingOf(one), change.author));
    if (problem !== null) problems.push(problem);
  }
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.row - b.row), counts };
  for (const one of asked) {
    const resolved = await resolveAgain(ports, org, one.person, one.month, resolvingOf(one));
    if ('reason' in resolved) {
      // Decided between the two looks.
      const reason = `${resolved.reason} Các dòng khác của đề nghị đã được thực hiện.`;
      problems.push({ row: one.row, field: resolved.field, reason });
    } else counts[countedAs[resolved.outcome]] += 1;
  }
  return { problems, counts };
}

function parsed(rows: readonly unknown[]): { asked: Asked[]; problems: ChangeProblem[] } {
  const asked: Asked[] = [];
  const problems: ChangeProblem[] = [];
  const seen = new Set<string>();
  rows.forEach((value, row) => {
    const found = authorityRow.safeParse(value);
    if (!found.success) {
      const path = found.error.issues[0]?.path.map(String).join('.') ?? '';
      problems.push({ row, field: path === '' ? null : path, reason: 'Thiếu thông tin hoặc sai dạng.' });
      return;
    }
    const key = `${found.data.person} ${found.data.month}`;
    if (seen.has(key)) problems.push({ row, field: 'person', reason: 'Người và tháng này có hai dòng.' });
    else asked.push({ row, ...found.data });
    seen.add(key);
  });
  return { asked, problems };
}

const countedAs = { opened: 'added', changed: 'changed', unchanged: 'unchanged' } as const;

const wantedOf = ({ evaluator, decider }: Asked): Wanted =>
  evaluator === null && decider === null ? { how: 'profile' } : { how: 'named', evaluator, decider };

/** A clerk neither chooses who judges them nor makes themselves somebody's judge: the profile alone may do that. */
function ownCase({ row, person, evaluator, decider }: Asked, author: string): ChangeProblem | null {
  if (person !== author || (evaluator === null && decider === null)) return null;
  return {
    row,
    field: evaluator === null ? 'decider' : 'evaluator',
    reason: 'Không tự chọn người đánh giá, quyết định về chính mình; đề nghị một cán bộ khác sửa.',
  };
}

async function whyNot(
  { documents }: Pick<Ports, 'documents'>,
  org: string,
  one: Asked,
  resolving: Resolving,
  author: string,
): Promise<ChangeProblem | null> {
  const planned = await planAgain(documents, org, one.person, one.month, resolving);
  if ('outcome' in planned) return { row: one.row, field: planned.field, reason: planned.reason };
  for (const field of ['evaluator', 'decider'] as const) {
    if (one[field] !== author || planned.sheet?.[field] === author) continue;
    const again = { ...resolving, wanted: { how: 'profile' as const } };
    const own = await planAgain(documents, org, one.person, one.month, again);
    if ('outcome' in own || own.authority[field] !== author)
      return { row: one.row, field, reason: 'Người gửi không tự giao thẩm quyền cho mình.' };
  }
  return null;
}
