// What every section of the sheet's form is given.
import type { Template } from '../../../../functions/src/domain/templates.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Sheet, SheetDraft } from '../../../../functions/src/schema/sheet.ts';
import type { Errors } from '../../parts/fields.tsx';

export interface FormProps {
  sheet: Sheet;
  draft: SheetDraft;
  /** The one that the sheet was opened with. */
  template: Template;
  month: Month;
  errors: Errors;
  /** The plan may still be written: in the first cycle, for new people, and until its day. */
  mayPlan: boolean;
  edit: (change: Partial<SheetDraft>) => void;
}
