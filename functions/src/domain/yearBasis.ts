// What a year's proposal was made from, kept beside it, and the same pure code run on it again.
import { differencesOf } from './basis.ts';
import type { YearSettings } from './settings.ts';
import type { TraceStep } from './trace.ts';
import type { YearFacts, YearProposal } from './year.ts';
import { proposeYear } from './year.ts';
import type { YearCounts } from './yearCounts.ts';
import { yearDecisionStep, type YearDecision } from './yearDecision.ts';

export interface YearBasis extends YearFacts {
  /** The published decision, whose step ends the trace; null without one. */
  decision: YearDecision | null;
}

export const yearBasisText = (
  { cells, settings, bands, category }: YearFacts,
  decision: YearDecision | null,
) => JSON.stringify({ cells, settings, bands, category, decision } satisfies YearBasis);

/** The settings that a stored year was proposed with; null where no facts were kept with it. */
export const settingsIn = (basis: string): YearSettings | null =>
  basis === '' ? null : (JSON.parse(basis) as YearBasis).settings;

export interface StoredYear {
  counts: YearCounts;
  proposal: YearProposal;
  trace: readonly TraceStep[];
  basis: string;
}

/** Names of what comes out otherwise than it is stored; null where no facts were kept with it. */
export function replayYear(stored: StoredYear): string[] | null {
  if (stored.basis === '') return null;
  const { decision, ...facts } = JSON.parse(stored.basis) as YearBasis;
  const { counts, proposal, trace } = proposeYear(facts);
  const decided = decision ? [yearDecisionStep(decision, proposal.rating)] : [];
  return differencesOf(stored, { counts, proposal, trace: [...trace, ...decided] });
}
