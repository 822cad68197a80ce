// Section III of a filed sheet answers findings of months before: what the person says was remedied there is reported, as on the finding itself (domain.md sections 2 and 4).
import type { Moment } from '../domain/moment.ts';
import type { Finding } from '../schema/finding.ts';
import { refOf } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import type { Documents } from './ports.ts';

export async function remediesFromSheet(
  documents: Documents,
  org: string,
  sheet: Sheet,
  filedAt: Moment,
): Promise<void> {
  for (const [row, id] of Object.entries(sheet.rowFinding)) {
    const said = sheet.rowRemedyState[row];
    if (said !== 'remedied' && said !== 'underway') continue;
    const ref = refOf(org, 'findings', id);
    await converge(documents, ref, ({ data }) => {
      if (data.subject !== sheet.person || data.state !== 'confirmed') return null;
      const patch = said === 'remedied' ? reported(data, filedAt) : begun(data);
      if (patch === null) return null;
      const remedy = sheet.rowRemedy[row]?.trim() || sheet.rowResult[row]?.trim() || data.remedy;
      const act = { at: filedAt, who: sheet.person, forWhom: null, what: `confirmed/${patch.remedyState}` };
      const entry = { ...act, before: data.remedyState, after: `sheet ${sheet.month}` };
      return { ...patch, remedy, log: logged(ref.path, data.log, entry) };
    });
  }
}

type Remedy = Pick<Finding, 'remedyState' | 'remedyAt' | 'remedyReportedAt'>;

/** Counted from the filing; one that waits for its answer, or has it, stays. A stamp of an earlier report is of that one. */
function reported({ remedyState }: Finding, filedAt: Moment): Remedy | null {
  return remedyState === 'reported' || remedyState === 'accepted'
    ? null
    : { remedyState: 'reported', remedyAt: null, remedyReportedAt: filedAt };
}

const begun = ({ remedyState, remedyAt, remedyReportedAt }: Finding): Remedy | null =>
  remedyState === 'none' ? { remedyState: 'underway', remedyAt, remedyReportedAt } : null;
