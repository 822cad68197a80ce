// What one person's April looks like as data: the plan, the report, Phiếu 01 and how the authority judges it.
import type {
  CivilDate,
  Degree,
  Level,
  Rating,
  RowSection,
  TaskState,
  Verdict,
} from '../../../functions/src/domain/words.ts';

/** Points for I, II.1 and II.2 (template HN-1841). */
export type Points = readonly [number, number, number];

export interface TaskScript {
  text: string;
  due: CivilDate;
  kind: 'planned' | 'unplanned';
  state: TaskState;
  result: string;
  /** Explanation where it is late or not done. */
  why: string;
}

/** A row of Phiếu 01; `codes` empty where it names no manifestation. */
export interface RowScript {
  section: RowSection;
  result: string;
  cause: string;
  remedy: string;
  delay?: string;
  codes: string;
  degree?: Degree;
  due?: CivilDate;
  remedyState?: 'planned' | 'underway' | 'remedied';
  /** Id of the carried finding that a row of section III answers. */
  answers?: string;
}

export interface PersonScript {
  person: string;
  grade: Rating;
  tasks: TaskScript[];
  rows: RowScript[];
  conduct: string;
  strengths: string;
  weaknesses: string;
  causes: string;
  share: string;
  initiative: string;
  joint: number;
  procedures: number;
  self: Points;
  next: { text: string; due: CivilDate }[];
  nextRemedies: string;
  headDuty: string;
  judgement: Judgement;
  /** With whom a leader decides ("chủ trì cùng tập thể"); empty where somebody decides alone. */
  collective: string;
}

/** What evaluator and decider make of it. */
export interface Judgement {
  points: Points;
  rating: Rating;
  level: Level;
  comment: string;
  /** Why rating or level leave the band or the proposal; the evaluator's and, where one person is both, the decider's. */
  reason: string;
  /** Key of a finding → verdict; a key is a row id, `late`, or that of a finding recorded by somebody else. */
  verdicts: Record<string, Verdict>;
  /** A row of section IV, the authority's own. */
  own: RowScript | null;
  /** Where the decider leaves the evaluator's record. */
  decides: { points: Points; rating: Rating; level: Level; reason: string } | null;
}
