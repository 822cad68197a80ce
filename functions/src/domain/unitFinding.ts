// Findings of a unit: who may say that they come from where (domain.md section 2).
import type { FindingSource } from './words.ts';

/** From outside; an inspection is the committee's own word, "evaluator" and "decider" are those of the head. */
export const outsideSources = ['supervision', 'figures', 'coordination', 'citizens', 'press'] as const;
/** A unit reports nothing on itself here, and no rule records anything at it. */
export const unitFindingSources = [
  'evaluator',
  'decider',
  'inspection',
  ...outsideSources,
] as const satisfies readonly FindingSource[];
export type UnitFindingSource = (typeof unitFindingSources)[number];
