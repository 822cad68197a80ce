// Judges changed and new units: the tree stays a tree, and nobody is left in a unit that is closed or of another kind.
import {
  laidOver,
  problem,
  sortRows,
  type ChangeRow,
  type Judged,
  type OrganisationNow,
  type RowProblem,
  type UnitRecord,
  type UnitValue,
} from './changeRows.ts';
import { isDay, spanOf, within } from './daySpan.ts';
import type { Person } from './organisation.ts';
import { postFitOf, type PostFit } from './postFit.ts';
import { stayOf } from './postProblems.ts';
import type { Profile } from './profiles/table.ts';

type Row = ChangeRow<UnitValue>;

const idForm = /^[a-z0-9][a-z0-9-]{0,39}$/;
/** Named in a refusal; the others are counted. */
const named = 3;

export function judgeUnits(
  current: OrganisationNow,
  rows: readonly ChangeRow<UnitValue>[],
  profile: Profile,
): Judged<UnitValue> {
  const judged = sortRows(new Map(current.units.map((unit) => [unit.id, unit])), rows);
  const units: Map<string, UnitRecord> = laidOver(current.units, judged.records);
  const inUnit = new Map<string, Person[]>();
  for (const person of current.people) {
    for (const unit of new Set(person.posts.map((post) => post.unit)))
      inUnit.set(unit, [...(inUnit.get(unit) ?? []), person]);
  }
  const fit = postFitOf(profile);
  for (const row of judged.records) {
    const people = inUnit.get(row.id) ?? [];
    judged.problems.push(
      ...ownProblems(row, fit),
      ...treeProblems(row, units),
      ...closingProblems(row, units, people),
      ...kindProblems(row, fit, people),
    );
  }
  judged.problems.sort((a, b) => a.row - b.row);
  return judged;
}

function ownProblems(row: Row, fit: PostFit): RowProblem[] {
  const { name, kind, block, role, headcountOverride, closed } = row.value;
  const problems: RowProblem[] = [];
  if (!idForm.test(row.id))
    problems.push(
      problem(row, 'id', 'Mã chỉ gồm chữ thường không dấu, số và dấu gạch ngang, tối đa 40 ký tự.'),
    );
  if (name === '') problems.push(problem(row, 'name', 'Chưa ghi tên đơn vị.'));
  if (!fit.isUnitKind(kind)) problems.push(problem(row, 'kind', `Không có loại đơn vị “${kind}”.`));
  else if (!fit.blocksOf(kind).includes(block))
    problems.push(problem(row, 'block', 'Loại đơn vị này không thuộc khối đã chọn.'));
  if (role !== null && !fit.isUnitRole(role))
    problems.push(problem(row, 'role', `Không có nhiệm vụ “${role}”.`));
  if (headcountOverride !== null && (headcountOverride < 0 || headcountOverride > 9999))
    problems.push(problem(row, 'headcountOverride', 'Số người từ 0 đến 9999.'));
  if (closed !== null && !isDay(closed))
    problems.push(problem(row, 'closed', `Lịch không có ngày ${closed}.`));
  return problems;
}

function treeProblems(row: Row, units: ReadonlyMap<string, UnitRecord>): RowProblem[] {
  const { parent } = row.value;
  if (parent === null) return [];
  if (!units.has(parent)) return [problem(row, 'parent', `Không có đơn vị nào mang mã “${parent}”.`)];
  const above = new Set<string>();
  for (
    let next: string | null = parent;
    next !== null && !above.has(next);
    next = units.get(next)?.parent ?? null
  ) {
    if (next === row.id)
      return [problem(row, 'parent', 'Đơn vị không thể trực thuộc chính mình hay cấp dưới của mình.')];
    above.add(next);
  }
  return [];
}

function closingProblems(
  row: Row,
  units: ReadonlyMap<string, UnitRecord>,
  people: readonly Person[],
): RowProblem[] {
  const { closed } = row.value;
  if (closed === null) return [];
  const left = people.filter((person) =>
    person.posts.some((post) => {
      const held = within(spanOf(post.from, post.to), stayOf(person));
      return post.unit === row.id && held !== null && held.to > closed;
    }),
  );
  const below = [...units.values()].filter(
    (unit) => unit.parent === row.id && (unit.closed === null || unit.closed > closed),
  );
  return [
    ...(left.length > 0 ? [problem(row, 'closed', `Sau ngày đóng còn ${namesOf(left)} trong đơn vị.`)] : []),
    ...(below.length > 0
      ? [problem(row, 'closed', `Sau ngày đóng còn đơn vị trực thuộc: ${namesOf(below)}.`)]
      : []),
  ];
}

function kindProblems(row: Row, fit: PostFit, people: readonly Person[]): RowProblem[] {
  const { kind } = row.value;
  const misfits = people.filter(({ posts }) =>
    posts.some((post) => post.unit === row.id && post.to === null && !fit.fits(kind, post.kind)),
  );
  if (misfits.length === 0 || !fit.isUnitKind(kind)) return [];
  return [problem(row, 'kind', `Loại đơn vị này không có chức vụ của ${namesOf(misfits)}.`)];
}

function namesOf(all: readonly { name: string }[]): string {
  const names = all
    .slice(0, named)
    .map(({ name }) => name)
    .join(', ');
  return all.length > named ? `${names} và ${all.length - named} tên khác` : names;
}
