// Judges rights beyond the hierarchy: nobody gives them to themselves, and somebody stays who can give them.
import {
  laidOver,
  problem,
  sortRows,
  type ChangeRow,
  type Judged,
  type MemberRights,
  type MembersNow,
  type RowProblem,
} from './changeRows.ts';

type Row = ChangeRow<MemberRights>;

/** `author` is who makes the change. */
export function judgeMembers(
  current: MembersNow,
  rows: readonly ChangeRow<MemberRights>[],
  author: string,
): Judged<MemberRights> {
  const before = new Map(current.members.map((member) => [member.id, member]));
  const judged = sortRows(before, rows);
  const people = new Map(current.people.map((person) => [person.id, person]));
  const units = new Set(current.units.map(({ id }) => id));
  for (const row of judged.records) {
    const gained = gains(before.get(row.id), row.value);
    const person = people.get(row.id);
    if (!person) judged.problems.push(problem(row, 'id', `Không có ai mang mã “${row.id}”.`));
    else if (person.left !== null && gained)
      judged.problems.push(problem(row, 'id', `${person.name} đã ghi ngày thôi việc.`));
    if (row.id === author && gained)
      judged.problems.push(
        problem(row, null, 'Không ai tự giao thêm quyền cho mình; nhờ quản trị viên khác.'),
      );
    judged.problems.push(...unknownUnits(row, units));
  }
  const last = lastAdministrator(current, judged.records);
  if (last) judged.problems.push(last);
  judged.problems.sort((a, b) => a.row - b.row);
  return judged;
}

function gains(before: MemberRights | undefined, after: MemberRights): boolean {
  const flags = ['inspects', 'supervises', 'clerk', 'administrator'] as const;
  const lists = ['aggregates', 'offices', 'oversees'] as const;
  return (
    flags.some((flag) => after[flag] && !before?.[flag]) ||
    lists.some((list) => after[list].some((one) => !(before?.[list] as string[] | undefined)?.includes(one)))
  );
}

function unknownUnits(row: Row, units: ReadonlySet<string>): RowProblem[] {
  const unknown = row.value.oversees.filter((unit) => !units.has(unit));
  return unknown.length === 0
    ? []
    : [problem(row, 'oversees', `Không có đơn vị nào mang mã “${unknown.join(', ')}”.`)];
}

/** The row that would take the last administrator away; null where one stays, or where there was none. */
function lastAdministrator(current: MembersNow, rows: readonly Row[]): RowProblem | null {
  const after = laidOver(current.members, rows);
  if ([...after.values()].some(({ administrator }) => administrator)) return null;
  const taken = rows.find(({ id }) =>
    current.members.some((member) => member.id === id && member.administrator),
  );
  return taken ? problem(taken, 'administrator', 'Phải còn ít nhất một quản trị viên.') : null;
}
