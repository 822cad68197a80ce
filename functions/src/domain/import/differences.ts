// What differs between two records of a person or a unit, field by field in words, for whoever confirms a change or reads its history.
import { formatDate } from '../civilDate.ts';
import { blockLabels, categoryLabels, excuseLabels } from '../labels.ts';
import type { Absence, Person, Post, Unit } from '../organisation.ts';
import type { CivilDate } from '../words.ts';

/** Names of what records refer to by id; each answers with the id itself where it knows no name. */
export interface Names {
  unit: (id: string) => string;
  person: (id: string) => string;
  unitKind: (kind: string) => string;
  postKind: (kind: string) => string;
  unitRole: (role: string) => string;
}

export interface Difference {
  field: string;
  label: string;
  /** Empty where there was or is nothing. */
  before: string;
  after: string;
}

export const personFieldLabels = {
  name: 'Họ và tên',
  email: 'Thư điện tử',
  category: 'Đối tượng',
  partyMember: 'Đảng viên',
  decidedOutside: 'Cấp trên quyết định xếp loại',
  managedByBTV: 'Diện Ban Thường vụ quản lý',
  posts: 'Chức vụ',
  absences: 'Nghỉ có lý do',
  joined: 'Ngày vào',
  left: 'Ngày làm việc cuối cùng',
} as const;

export const unitFieldLabels = {
  name: 'Tên đơn vị',
  kind: 'Loại đơn vị',
  block: 'Khối',
  parent: 'Đơn vị cấp trên',
  role: 'Việc làm cho toàn tổ chức',
  headcountOverride: 'Số CBCCVC ấn định',
  closed: 'Ngày hoạt động cuối cùng',
  excludedFromSystem: 'Chức danh không đưa vào hệ thống',
} as const;

const yesNo = (value: boolean) => (value ? 'Có' : 'Không');
// A day that a list gave wrongly is shown as it was given; who judges the row says what is wrong.
const day = (value: CivilDate | null) => {
  try {
    return value === null ? '' : formatDate(value);
  } catch {
    return value ?? '';
  }
};

/** "Phó Trưởng phòng, Phòng Quản lý đô thị (kiêm nhiệm, từ 01/05/2026)". */
export function postText(post: Post, names: Names): string {
  const notes = [
    post.primary ? '' : 'kiêm nhiệm',
    post.acting ? 'phụ trách, quyền' : '',
    post.from === null ? '' : `từ ${day(post.from)}`,
    post.to === null ? '' : `đến ${day(post.to)}`,
    post.fields.length > 0 ? `lĩnh vực: ${post.fields.map(names.unit).join(', ')}` : '',
    post.inCharge.length > 0 ? `phụ trách ${post.inCharge.map(names.person).join(', ')}` : '',
  ].filter((note) => note !== '');
  const title = post.title === '' ? names.postKind(post.kind) : post.title;
  return `${title}, ${names.unit(post.unit)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}

export const absenceText = ({ excuse, from, to }: Absence): string =>
  `${excuseLabels[excuse]} ${day(from)} – ${day(to)}`;

/** Only what one of the two lists has: a post among five that changed shows alone. */
function onlyIn<T>(list: readonly T[], other: readonly T[], text: (one: T) => string): string {
  const known = new Set(other.map((one) => JSON.stringify(one)));
  return list
    .filter((one) => !known.has(JSON.stringify(one)))
    .map(text)
    .join(' · ');
}

type PersonRecord = Omit<Person, 'id'>;
type UnitRecord = Omit<Unit, 'id'>;

function personField(
  field: keyof typeof personFieldLabels,
  of: PersonRecord,
  other: PersonRecord,
  names: Names,
): string {
  switch (field) {
    case 'posts':
      return onlyIn(of.posts, other.posts, (post) => postText(post, names));
    case 'absences':
      return onlyIn(of.absences, other.absences, absenceText);
    case 'category':
      return categoryLabels[of.category];
    case 'partyMember':
    case 'decidedOutside':
    case 'managedByBTV':
      return yesNo(of[field] === true);
    case 'joined':
    case 'left':
      return day(of[field]);
    case 'name':
    case 'email':
      return of[field];
  }
}

function unitField(field: keyof typeof unitFieldLabels, of: UnitRecord, names: Names): string {
  switch (field) {
    case 'kind':
      return names.unitKind(of.kind);
    case 'block':
      return blockLabels[of.block];
    case 'parent':
      return of.parent === null ? '' : names.unit(of.parent);
    case 'role':
      return of.role === null ? '' : names.unitRole(of.role);
    case 'headcountOverride':
      return of.headcountOverride === null ? '' : String(of.headcountOverride);
    case 'closed':
      return day(of.closed);
    case 'name':
      return of.name;
    case 'excludedFromSystem':
      return ((of as { excludedFromSystem?: string[] }).excludedFromSystem ?? []).join(', ');
  }
}

/** Of a new person (`before` null) every field that says something. */
export function differencesOfPerson(
  before: PersonRecord | null,
  after: PersonRecord,
  names: Names,
): Difference[] {
  const nobody = { ...after, posts: [], absences: [] };
  return differences(personFieldLabels, (field) => {
    if (before) return [personField(field, before, after, names), personField(field, after, before, names)];
    // Of somebody new "Không" says nothing.
    return ['', after[field] === false ? '' : personField(field, after, nobody, names)];
  });
}

export function differencesOfUnit(before: UnitRecord | null, after: UnitRecord, names: Names): Difference[] {
  return differences(unitFieldLabels, (field) => [
    before === null ? '' : unitField(field, before, names),
    unitField(field, after, names),
  ]);
}

function differences<F extends string>(
  labels: Readonly<Record<F, string>>,
  texts: (field: F) => [before: string, after: string],
): Difference[] {
  return (Object.entries(labels) as [F, string][]).flatMap(([field, label]) => {
    const [before, after] = texts(field);
    return before === after ? [] : [{ field, label, before, after }];
  });
}
