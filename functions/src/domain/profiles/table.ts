// The form of a profile: a table of authority with the vocabulary, calendar and bodies that go with it (domain.md sections 6 and 9).
import type { PostKind, UnitKind, UnitRole } from '../organisation.ts';
import type { Block, Category, Tier } from '../words.ts';

/** A kind of unit: what it is called, who heads it, and which posts it has. */
export interface UnitKindEntry {
  name: string;
  /** Lines of authority in which such a unit may stand. */
  blocks: readonly Block[];
  /** Posts that head the unit. */
  heads: readonly PostKind[];
  /** Posts that may be in charge of people or fields under the head. */
  deputies: readonly PostKind[];
  /** The other posts that such a unit has. */
  posts: readonly PostKind[];
  /** Two steps whatever its size (S3 II.5.2). */
  school: boolean;
  /** Its head files a plan and a report for it every month (S3 3.1); leading bodies file none. */
  filesPlan: boolean;
}

/** Whose case a row is: a post of one of `posts` in a unit of one of `units`; null sets no further condition. */
export interface Case {
  units: readonly UnitKind[];
  posts: readonly PostKind[];
  block: Block | null;
  categories: readonly Category[] | null;
  /** The post counts only where it is the person's primary one. */
  primaryOnly: boolean;
  /** The unit's headcount lies below the setting, or reaches it. */
  size: 'below' | 'from' | null;
}

/** How the person in authority is found. `title` names the seat where nobody holds it. */
export type Seat =
  | { seat: 'head-of-unit' }
  | { seat: 'head-of-kind'; unitKind: UnitKind; title: string }
  | { seat: 'deputy-in-charge' };

/** Asked before the decision: holders of `posts`, all of them or those with the unit among their fields. */
export interface Consultation {
  posts: readonly PostKind[];
  ofField: boolean;
}

/** Those whom the decider may ask besides: holders of `posts` with the unit among their fields, about people of such units. */
export interface OnRequest {
  posts: readonly PostKind[];
  units: readonly UnitKind[];
}

/** A body that proposes for the one who chairs it by a post of kind `chairs`; `members` are its other members. */
export interface Proposal {
  chairs: PostKind;
  members: readonly PostKind[];
}

/** "Chủ trì cùng tập thể": the body that the decider chairs, and the posts of its other members. */
export interface Collective {
  name: string;
  posts: readonly PostKind[];
}

export interface Row {
  /** Number in the table of domain.md section 6; 0 is the rule for its gaps. */
  row: number;
  clause: string;
  /** The clause in the words of its document. */
  text: string;
  tier: Tier;
  cases: readonly Case[];
  evaluator: Seat;
  decider: Seat;
  collective: Collective | null;
  consulted: Consultation | null;
  /** Asked where the decider wants it, and waited for by nobody. */
  onRequest: OnRequest | null;
  proposers: readonly Proposal[];
  /** Whether the headcount of the unit is frozen with the authority. */
  counted: boolean;
}

export const reportKinds = ['quarter', 'half-year', 'year'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** A report that is due to a superior in every year. */
export interface ReportRule {
  kind: ReportKind;
  /** "Q1", "H1"; null for the report of the whole year. */
  period: string | null;
  /** Month and day before which it is sent: "04-10" is in time on the 9th. */
  before: string;
  to: string;
  clause: string;
}

/** Who reports to whom in between, as often as the organisation's setting `standingReport` says (S0 II.5.1). */
export interface StandingReport {
  by: string;
  to: string;
  clause: string;
}

/** Answers the appeals of those whom the leading collective decided (domain.md section 11): never its chair alone. */
export interface AppealBody {
  body: string;
  /** Whose members record the answer together with the decider. */
  unitKind: UnitKind;
  clause: string;
}

export interface Profile {
  /** Name and version, "district@S3-2024": kept with a cycle, so that a later version rewrites nothing. */
  id: string;
  name: string;
  unitKinds: ReadonlyMap<UnitKind, UnitKindEntry>;
  /** Kind of post → its name. */
  postKinds: ReadonlyMap<PostKind, string>;
  /** What a unit does for all others in the month (S3 6.4) → its name. */
  unitRoles: ReadonlyMap<UnitRole, string>;
  rows: readonly Row[];
  /** For whom the table has no row: the head of the unit that assigns the work. */
  fallback: Row;
  aggregators: Readonly<Record<Block, UnitRole>>;
  offices: Readonly<Record<Block, UnitRole>>;
  appeals: AppealBody;
  reports: readonly ReportRule[];
  standingReport: StandingReport | null;
}

/** A case without further conditions. */
export function holding(units: readonly UnitKind[], posts: readonly PostKind[]): Case {
  return { units, posts, block: null, categories: null, primaryOnly: false, size: null };
}

/** Every post that a unit of the kind has. */
export function postsOf({ heads, deputies, posts }: UnitKindEntry): PostKind[] {
  return [...heads, ...deputies, ...posts];
}
