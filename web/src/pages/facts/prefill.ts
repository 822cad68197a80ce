// Section III answers an open limitation with what was reported for it this month, until the person words it otherwise.
import type { RowSection } from '../../../../functions/src/domain/words.ts';
import type { StoredLimitation } from '../../../../functions/src/schema/limitation.ts';
import type { SheetDraft } from '../../../../functions/src/schema/sheet.ts';
import { carriedRow } from '../../data/carriedRow.ts';
import { withKey, withOptional } from '../../data/entries.ts';

type Draft = Pick<SheetDraft, 'rowSection' | 'rowFinding' | 'rowResult' | 'rowRemedy' | 'rowDue'>;
type Reported = Pick<StoredLimitation, 'planTask' | 'planDue'>;

/** What the sheet says now; null where the person has worded it, or the month doesn't carry it. `before` is what was reported last. */
export function prefilled(
  draft: Draft,
  carried: Record<string, string>,
  id: string,
  { planTask, planDue }: Reported,
  progress: string,
  before: string,
): Draft | null {
  if (!(id in carried) || progress.trim() === '') return null;
  const isAnswered = Object.values(draft.rowFinding).includes(id);
  const row = carriedRow(draft, carried, id);
  const said = draft.rowResult[row] ?? '';
  if (isAnswered && said !== '' && said !== before) return null;
  if (said === progress) return null;
  return {
    rowSection: withKey<RowSection>(draft.rowSection, row, 'III'),
    rowFinding: withKey(draft.rowFinding, row, id),
    rowResult: withKey(draft.rowResult, row, progress),
    rowRemedy: withKey(draft.rowRemedy, row, draft.rowRemedy[row] || planTask),
    rowDue: withOptional(draft.rowDue, row, draft.rowDue[row] ?? planDue),
  };
}
