// What can't stand in the posts of one person: units and kinds that don't fit, days without exactly one primary post.
import { problem, type ChangeRow, type PersonValue, type RowProblem } from './changeRows.ts';
import { formatDate } from './civilDate.ts';
import { always, firstGap, overlaps, spanOf, spanText, within, type DaySpan } from './daySpan.ts';
import type { Surroundings } from './changePeople.ts';
import type { Post } from './organisation.ts';

type Row = ChangeRow<PersonValue>;

/** Days on which the person is in the organisation; who gave no first day came with their first post. */
export function stayOf({ joined, left, posts }: PersonValue): DaySpan {
  const firsts = posts.map(({ from }) => from ?? always).sort();
  return spanOf(joined ?? (firsts[0] === always ? null : (firsts[0] ?? null)), left);
}

export function postProblems(row: Row, around: Surroundings): RowProblem[] {
  const { posts } = row.value;
  if (posts.length === 0) return [problem(row, 'posts', 'Chưa ghi chức vụ nào.')];
  return [
    ...posts.flatMap((post, i) => [
      ...unitProblems(row, post, i, around),
      ...chargeProblems(row, post, i, around),
      ...twiceProblems(row, post, i),
    ]),
    ...primaryProblems(row),
  ];
}

function unitProblems(row: Row, post: Post, i: number, { units, fit }: Surroundings): RowProblem[] {
  const at = (field: string, reason: string) => [problem(row, `posts.${i}.${field}`, reason)];
  const unit = units.get(post.unit);
  if (!unit) return at('unit', `Không có đơn vị nào mang mã “${post.unit}”.`);
  if (!fit.isPostKind(post.kind)) return at('kind', `Không có loại chức vụ “${post.kind}”.`);
  if (!fit.fits(unit.kind, post.kind)) return at('kind', `${unit.name} không có loại chức vụ này.`);
  if (post.title === '') return at('title', 'Chưa ghi tên chức vụ.');
  if (unit.excludedFromSystem.some((title) => title.toLowerCase() === post.title.toLowerCase()))
    return at('title', 'Người giữ chức vụ này thuộc diện không đưa vào hệ thống.');
  const held = within(spanOf(post.from, post.to), stayOf(row.value));
  if (unit.closed !== null && held !== null && held.to > unit.closed)
    return at('to', `${unit.name} chỉ hoạt động đến hết ngày ${formatDate(unit.closed)}.`);
  return [];
}

function chargeProblems(row: Row, { inCharge }: Post, i: number, { people }: Surroundings): RowProblem[] {
  const field = `posts.${i}.inCharge`;
  const unknown = inCharge.filter((id) => !people.has(id));
  return [
    ...(unknown.length > 0
      ? [problem(row, field, `Phụ trách người không có trong danh sách: ${unknown.join(', ')}.`)]
      : []),
    ...(inCharge.includes(row.id) ? [problem(row, field, 'Không ai phụ trách chính mình.')] : []),
  ];
}

function twiceProblems(row: Row, post: Post, i: number): RowProblem[] {
  const twin = row.value.posts
    .slice(0, i)
    .some(
      (other) =>
        other.unit === post.unit &&
        other.kind === post.kind &&
        overlaps(spanOf(other.from, other.to), spanOf(post.from, post.to)),
    );
  return twin ? [problem(row, `posts.${i}`, 'Chức vụ này ghi hai lần cho cùng thời gian.')] : [];
}

/** Exactly one primary post on each day of the stay: it says in which unit the person counts and files. */
function primaryProblems(row: Row): RowProblem[] {
  const primary = row.value.posts.flatMap((post, i) =>
    post.primary ? [{ i, span: spanOf(post.from, post.to) }] : [],
  );
  if (primary.length === 0) return [problem(row, 'posts', 'Chưa ghi chức vụ nào là chức vụ chính.')];
  const double = primary.find(({ span }, n) =>
    primary.slice(0, n).some((other) => overlaps(span, other.span)),
  );
  if (double)
    return [problem(row, `posts.${double.i}.primary`, 'Có ngày ghi hai chức vụ chính, chỉ được một.')];
  const gap = firstGap(
    stayOf(row.value),
    primary.map(({ span }) => span),
  );
  return gap ? [problem(row, 'posts', `Không có chức vụ chính ${spanText(gap)}.`)] : [];
}
