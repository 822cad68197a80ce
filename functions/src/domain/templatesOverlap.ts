// Whether two templates would hold on one day for the same people (domain.md section 4).
import type { Template } from './templates.ts';

export type InForce = Pick<Template, 'id' | 'people' | 'effectiveFrom' | 'effectiveUntil'>;

/**
 * One that was issued without a last day ends when a later one begins, since an issued template is never edited. So a new
 * one overlaps what begins on the same day, what says that it holds on its first day, and what begins while it holds.
 */
export function templatesOverlap(one: Omit<InForce, 'id'>, issued: InForce): boolean {
  if (!one.people.some((group) => issued.people.includes(group))) return false;
  if (one.effectiveFrom === issued.effectiveFrom) return true;
  if (one.effectiveFrom > issued.effectiveFrom)
    return issued.effectiveUntil !== null && issued.effectiveUntil >= one.effectiveFrom;
  return one.effectiveUntil === null || one.effectiveUntil >= issued.effectiveFrom;
}
