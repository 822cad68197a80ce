// What is known of a month's filing, for whatever rests on it: the proposal, a finding, and what lies before the evaluator of somebody of whom nothing came (domain.md section 5).
import { firstDay } from '../domain/civilDate.ts';
import { hindrance } from '../domain/missing.ts';
import { filingOutcome, type FilingFacts } from '../domain/unfiled.ts';
import type { Assessment, Proposal } from '../schema/assessment.ts';
import type { PersonMonth } from './monthOfPerson.ts';

/** One cause excuses what is missing and what is late alike. */
export function filingFacts(of: PersonMonth, missedWhenEvaluated = false): FilingFacts {
  const { sheet, settings, calendar, absences, unitFiled, planned } = of;
  const { month, late, dueDay: to } = sheet;
  return {
    ...{ filed: sheet.firstFiledAt !== null, late, missedWhenEvaluated, planned, unitFiled },
    excuse: hindrance(absences, { from: firstDay(month), to }, calendar, settings),
  };
}

type Result = Pick<Assessment, 'eRating' | 'eLevel'>;

export const nothingFilledIn: Result = { eRating: null, eLevel: null };

/**
 * With `autoApplyMissing` on, what the rules propose for it: nobody's act, and nobody's result until somebody evaluates.
 * To be set only while nobody has written there.
 */
export function prefilled(of: PersonMonth, { rating, level }: Pick<Proposal, 'rating' | 'level'>): Result {
  const { settings, sheet } = of;
  const applies =
    settings.autoApplyMissing &&
    sheet.firstFiledAt === null &&
    filingOutcome(filingFacts(of), settings).rating !== null;
  return applies ? { eRating: rating, eLevel: level } : nothingFilledIn;
}

/** True iff nothing had come when it was filled in, and it stands so still. */
export const isAsPrefilled = (
  { settings }: PersonMonth,
  { filed, proposal, eRating, eLevel }: Pick<Assessment, 'filed' | 'proposal' | 'eRating' | 'eLevel'>,
): boolean => settings.autoApplyMissing && !filed && eRating === proposal.rating && eLevel === proposal.level;
