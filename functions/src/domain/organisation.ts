// The organisation as data: units, posts and people as the resolver of authority sees them (domain.md sections 1 and 6).
import type { Block, Category, CivilDate, Excuse } from './words.ts';

/** A kind of unit: "division", "school" … as the organisation's profile declares it. */
export type UnitKind = string;
/** What a unit does for all others in the month (S3 6.4), as the profile declares it; its kind alone doesn't tell. */
export type UnitRole = string;
/** A kind of post: "head", "principal" … as the profile declares it. */
export type PostKind = string;

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
  /** Cán bộ diện Ban Thường vụ quản lý; absent in records from before it was asked. */
  managedByBTV?: boolean;
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
