// The row of Phiếu 01 that a head takes over from what the rules offer with a fact.
import { withoutOffer } from '../../../functions/src/domain/headFacts.ts';
import type { RowSection } from '../../../functions/src/domain/words.ts';
import type { SheetDraft } from '../../../functions/src/schema/sheet.ts';
import { idsOf, nextId, withKey } from './entries.ts';

type Rows = Pick<SheetDraft, 'rowSection' | 'rowCodes' | 'rowResult'>;

/** True iff a row names all of the codes already: offered with several facts, they are said once. */
export const standsOffered = ({ rowCodes }: Pick<Rows, 'rowCodes'>, codes: readonly string[]): boolean =>
  Object.values(rowCodes).some((text) => codes.every((code) => text.split(' ').includes(code)));

/** A new row of the section on duty and tasks, with codes and fact; how often and why, the head says. */
export function offeredRow(
  { rowSection, rowCodes, rowResult }: Rows,
  codes: readonly string[],
  fact: string,
): { id: string; change: Partial<SheetDraft> } {
  const id = nextId('r', idsOf(rowSection));
  const change = {
    rowSection: withKey<RowSection>(rowSection, id, 'II.2'),
    rowCodes: withKey(rowCodes, id, codes.join(' ')),
    rowResult: withKey(rowResult, id, withoutOffer(fact)),
    nothing: false,
  };
  return { id, change };
}
