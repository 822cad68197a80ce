// The form of a table of authority as data (domain.md section 6).
import type { PostKind, UnitKind, UnitRole } from '../organisation.ts';
import type { Block, Category, Tier } from '../words.ts';

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

/** A body that proposes for the one who chairs it by a post of kind `chairs`; `members` are its other members. */
export interface Proposal {
  chairs: PostKind;
  members: readonly PostKind[];
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
  consulted: Consultation | null;
  proposers: readonly Proposal[];
  /** Whether the headcount of the unit is frozen with the authority. */
  counted: boolean;
}

export interface Profile {
  /** Name and version, "district@S3-2024": kept with a cycle, so that a later version rewrites nothing. */
  id: string;
  name: string;
  rows: readonly Row[];
  /** For whom the table has no row: the head of the unit that assigns the work. */
  fallback: Row;
  aggregators: Readonly<Record<Block, UnitRole>>;
  offices: Readonly<Record<Block, UnitRole>>;
}

/** A case without further conditions. */
export function holding(units: readonly UnitKind[], posts: readonly PostKind[]): Case {
  return { units, posts, block: null, categories: null, primaryOnly: false, size: null };
}
