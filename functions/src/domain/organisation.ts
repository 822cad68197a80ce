// The organisation as data: units, posts and people as the resolver of authority sees them (domain.md sections 1 and 6).
import type { Block, Category, CivilDate, Excuse } from './words.ts';

export const unitKinds = [
  'party-committee', // Thường trực, Ban Thường vụ of the district or commune
  'party-board', // Ban Đảng
  'party-office', // Văn phòng Quận ủy
  'front', // Ủy ban MTTQ
  'mass-org', // tổ chức chính trị - xã hội
  'business-party', // Đảng ủy Khối Doanh nghiệp
  'council', // Thường trực HĐND and its committees
  'peoples-committee', // leaders of UBND
  'division', // phòng, ban chuyên môn
  'public-unit', // đơn vị sự nghiệp trực thuộc, not a school
  'education-division', // Phòng Giáo dục và Đào tạo
  'school',
  'ward-party', // Đảng ủy phường with MTTQ and mass organisations of the ward
  'ward-committee', // UBND phường
] as const;
export type UnitKind = (typeof unitKinds)[number];

export const unitRoles = [
  'organisation-board', // Ban Tổ chức, aggregates the party block
  'home-affairs', // Phòng Nội vụ, aggregates the government block
  'party-office', // Văn phòng Quận ủy, hands in figures
  'government-office', // Văn phòng HĐND-UBND, hands in figures
] as const;
/** What a unit does for all others in the month (S3 6.4); its kind alone doesn't tell. */
export type UnitRole = (typeof unitRoles)[number];

export interface Unit {
  id: string;
  name: string;
  kind: UnitKind;
  block: Block;
  /** Unit above in the tree; null for the top of a block. */
  parent: string | null;
  /** Replaces the counted headcount for the 19/20 rule (setting of domain.md section 6). */
  headcountOverride: number | null;
  role: UnitRole | null;
  /** Last day of the unit; null while it exists. */
  closed: CivilDate | null;
}

export const postKinds = [
  'secretary', // Bí thư Quận ủy
  'deputy-secretary', // Phó Bí thư Quận ủy
  'council-chair', // Chủ tịch HĐND
  'council-vice-chair', // Phó Chủ tịch HĐND
  'council-committee-head', // Trưởng ban chuyên trách HĐND
  'council-committee-deputy', // Phó trưởng ban chuyên trách HĐND
  'chair', // Chủ tịch UBND
  'vice-chair', // Phó Chủ tịch UBND
  'head', // head of a board, office, division, public unit, mass organisation
  'deputy',
  'staff',
  'ward-secretary', // Bí thư Đảng ủy phường
  'ward-standing-deputy', // Phó Bí thư thường trực Đảng ủy phường
  'ward-front-chair',
  'ward-front-vice-chair',
  'ward-org-head',
  'ward-org-deputy',
  'ward-chair', // Chủ tịch UBND phường
  'ward-vice-chair',
  'ward-deputy-secretary', // Phó Bí thư who is Chủ tịch UBND phường
  'principal', // Hiệu trưởng
  'vice-principal',
  'teacher',
] as const;
export type PostKind = (typeof postKinds)[number];

export interface Post {
  unit: string;
  kind: PostKind;
  /** As printed on the sheet, e.g. "Phó Trưởng phòng". */
  title: string;
  primary: boolean;
  acting: boolean;
  /** Fields a deputy or vice chair is in charge of; unit ids stand for "this unit". */
  fields: string[];
  /** People a deputy is directly in charge of (rows 10 and 13). */
  inCharge: string[];
  /** First and last day of the post; null while it lasts. A transfer ends one post and begins another. */
  from: CivilDate | null;
  to: CivilDate | null;
}

export interface Absence {
  excuse: Excuse;
  from: CivilDate;
  to: CivilDate;
}

export interface Person {
  id: string;
  name: string;
  email: string;
  category: Category;
  partyMember: boolean;
  /** Evaluated and decided outside the organisation, such as the Bí thư himself. */
  decidedOutside: boolean;
  posts: Post[];
  absences: Absence[];
  /** First and last day in the organisation; null while it lasts. */
  joined: CivilDate | null;
  left: CivilDate | null;
}

export interface Organisation {
  id: string;
  name: string;
  /** Place on the forms, "Nam Từ Liêm". */
  place: string;
  /** Names of the party committee above all units, as heads of the forms print them. */
  partyName: string;
  units: Unit[];
  people: Person[];
}
