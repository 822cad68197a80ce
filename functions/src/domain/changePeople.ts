// Judges changed and new people: names, mailboxes, days and posts, also against those who are not in the change.
import {
  laidOver,
  problem,
  sortRows,
  type ChangeRow,
  type Judged,
  type MembersNow,
  type OrganisationNow,
  type PersonValue,
  type RowProblem,
  type UnitRecord,
} from './changeRows.ts';
import { isDay, overlaps, spanOf } from './daySpan.ts';
import type { Person } from './organisation.ts';
import { postFitOf, type PostFit } from './postFit.ts';
import { postProblems } from './postProblems.ts';
import type { Profile } from './profiles/table.ts';
import { seatProblems } from './seatProblems.ts';
import { isNobody } from './vacant.ts';

type Row = ChangeRow<PersonValue>;
/** What a row is judged against. */
export interface Surroundings {
  units: ReadonlyMap<string, UnitRecord>;
  /** Everybody as they will be. */
  people: ReadonlyMap<string, Person>;
  fit: PostFit;
}

const idForm = /^[a-z0-9][a-z0-9-]{0,39}$/;
const mailForm = /^[^\s@<>()",;:]+@[^\s@<>()",;:.]+(\.[^\s@<>()",;:.]+)+$/u;

/** Who may read no `members`, such as a clerk's page, leaves them out; the function judges with them. */
export function judgePeople(
  current: OrganisationNow & Partial<Pick<MembersNow, 'members'>>,
  rows: readonly ChangeRow<PersonValue>[],
  profile: Profile,
): Judged<PersonValue> {
  const judged = sortRows(new Map(current.people.map((one) => [one.id, one])), rows);
  const people: Map<string, Person> = laidOver(current.people, judged.records);
  const units = new Map(current.units.map((unit) => [unit.id, unit]));
  const around: Surroundings = { units, people, fit: postFitOf(profile) };
  const mailboxes = mailboxesOf(people);
  for (const row of judged.records) {
    judged.problems.push(...whoProblems(row), ...mailProblems(row, mailboxes, people));
    // What hangs on days can't be judged by days that are none.
    const days = dayProblems(row);
    judged.problems.push(...(days.length > 0 ? days : postProblems(row, around)));
  }
  judged.problems.push(...seatProblems(judged.records, judged.problems, around));
  const last = lastAdministrator(current.members ?? [], people, judged.records);
  if (last) judged.problems.push(last);
  judged.problems.sort((a, b) => a.row - b.row);
  return judged;
}

function whoProblems(row: Row): RowProblem[] {
  const problems: RowProblem[] = [];
  if (!idForm.test(row.id))
    problems.push(
      problem(row, 'id', 'Mã chỉ gồm chữ thường không dấu, số và dấu gạch ngang, tối đa 40 ký tự.'),
    );
  if (isNobody(row.id)) problems.push(problem(row, 'id', 'Mã này dành cho chỗ không có người của tổ chức.'));
  if (row.value.name === '') problems.push(problem(row, 'name', 'Chưa ghi họ tên.'));
  return problems;
}

/** The row by which the last administrator would leave; rights end with the stay. */
function lastAdministrator(
  members: MembersNow['members'],
  people: ReadonlyMap<string, Person>,
  rows: readonly Row[],
): RowProblem | null {
  const stays = ({ id, administrator }: { id: string; administrator: boolean }) =>
    administrator && people.get(id)?.left === null;
  const leaver = rows.find(
    ({ id, value }) => value.left !== null && members.some((one) => one.id === id && one.administrator),
  );
  if (!leaver || members.some(stays)) return null;
  return problem(leaver, 'left', 'Là quản trị viên cuối cùng; giao quyền cho người khác trước.');
}

const mailboxOf = (email: string) => email.toLowerCase();

function mailboxesOf(people: ReadonlyMap<string, Person>): Map<string, string[]> {
  const mailboxes = new Map<string, string[]>();
  for (const { id, email } of people.values()) {
    const box = mailboxOf(email);
    mailboxes.set(box, [...(mailboxes.get(box) ?? []), id]);
  }
  return mailboxes;
}

function mailProblems(
  row: Row,
  mailboxes: ReadonlyMap<string, readonly string[]>,
  people: ReadonlyMap<string, Person>,
): RowProblem[] {
  const { email } = row.value;
  if (email === '') return [problem(row, 'email', 'Chưa ghi thư điện tử.')];
  if (!mailForm.test(email)) return [problem(row, 'email', `“${email}” không phải địa chỉ thư điện tử.`)];
  const other = mailboxes.get(mailboxOf(email))?.find((id) => id !== row.id);
  if (other === undefined) return [];
  return [problem(row, 'email', `Thư điện tử này đã ghi cho ${people.get(other)?.name ?? ''} (${other}).`)];
}

/** Days that the calendar has, in their order; absences that don't overlap. */
function dayProblems(row: Row): RowProblem[] {
  const { joined, left, posts, absences } = row.value;
  const stays = { path: '', from: joined, to: left, names: ['joined', 'left'] as const };
  const spans = [
    stays,
    ...posts.map(({ from, to }, i) => ({ path: `posts.${i}.`, from, to, names: ['from', 'to'] as const })),
    ...absences.map(({ from, to }, i) => ({
      path: `absences.${i}.`,
      from,
      to,
      names: ['from', 'to'] as const,
    })),
  ];
  const problems = spans.flatMap(({ path, from, to, names: [first, last] }) => [
    ...(from !== null && !isDay(from) ? [problem(row, path + first, `Lịch không có ngày ${from}.`)] : []),
    ...(to !== null && !isDay(to) ? [problem(row, path + last, `Lịch không có ngày ${to}.`)] : []),
    ...(from !== null && to !== null && from > to
      ? [problem(row, path + last, 'Ngày cuối trước ngày đầu.')]
      : []),
  ]);
  absences.forEach((absence, i) => {
    const before = absences.slice(0, i).map(({ from, to }) => spanOf(from, to));
    if (before.some((span) => overlaps(span, spanOf(absence.from, absence.to))))
      problems.push(problem(row, `absences.${i}.from`, 'Trùng ngày với lần vắng mặt khác.'));
  });
  return problems;
}
