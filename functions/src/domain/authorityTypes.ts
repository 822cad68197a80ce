// What the resolver of authority returns for one person (domain.md section 6).
import type { Tier } from './words.ts';

export interface Authority {
  person: string;
  /** The unit of the post that decides the row. */
  unit: string;
  /** Title of that post. */
  post: string;
  /** Row of the matrix and its clause, 10 and "S3 II.5.2". */
  row: number;
  clause: string;
  tier: Tier;
  evaluator: string;
  decider: string;
  /** Asked before the decision; only the decider reads the answer. */
  consulted: string[];
  /** Whom the decider may ask besides (rows 3 and 7); they read nothing until they are asked. */
  onRequest: string[];
  /** Propose before the decision (row 1). */
  proposers: string[];
  /** The other members of the body that the decider chairs ("chủ trì cùng tập thể"); who takes part stands in the record. */
  participants: string[];
  /** Head of the unit, when it is not the person. */
  head: string | null;
  /** Units whose plan and report the person files as their head, by whichever post: `unit` need not be among them. */
  headsUnits: string[];
  /** Person heads one of them at least, so files the head's section too. */
  isHead: boolean;
  /** Counted and frozen where the 19/20 rule or a school applied; null elsewhere. */
  headcount: number | null;
}

/** Who cannot be given an evaluator or a decider, and why, in Vietnamese. */
export interface Gap {
  person: string;
  reason: string;
}

export interface Authorities {
  authorities: Map<string, Authority>;
  gaps: Gap[];
  /** Evaluated outside the organisation: no sheet is decided here (the Bí thư himself). */
  outside: string[];
}
