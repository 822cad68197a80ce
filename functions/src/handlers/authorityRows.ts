// Section IV of Phiếu 01, "những nội dung khác do cấp có thẩm quyền chỉ ra": the authority's own rows and the findings that others recorded.
import { formatDate } from '../domain/civilDate.ts';
import { remedyStateLabels } from '../domain/labels.ts';
import type { Assessment } from '../schema/assessment.ts';
import { rowId } from '../schema/fields.ts';
import type { Finding } from '../schema/finding.ts';

export type AuthorityRows = Pick<Assessment, 'aResult' | 'aCause' | 'aRemedy' | 'aCodes' | 'aDegree'>;

/** Rows from a50 on stand for findings; the form gives an evaluator's own rows the numbers before. */
const firstFindingRow = 50;

const isRow = (id: string) => rowId.safeParse(id).success;

/** The person's rows as judged, and a row for each finding that the sheet itself doesn't name. */
export function authorityRows(assessment: AuthorityRows, findings: readonly Finding[]): AuthorityRows {
  const { aResult, aCause, aRemedy, aCodes, aDegree } = assessment;
  const rows: AuthorityRows = {
    aResult: { ...aResult },
    aCause: { ...aCause },
    aRemedy: { ...aRemedy },
    aCodes: { ...aCodes },
    // What stands under the id of a finding is no row; the finding itself has one.
    aDegree: Object.fromEntries(Object.entries(aDegree).filter(([id]) => isRow(id))),
  };
  const written = new Set(Object.values(aResult));
  findings
    .filter((finding) => finding.source !== 'self' && !written.has(finding.fact))
    .forEach((finding, i) => {
      const row = `a${firstFindingRow + i}`;
      rows.aResult[row] = finding.fact;
      rows.aCodes[row] = finding.codes;
      rows.aDegree[row] = finding.degree;
      rows.aRemedy[row] = remedyOf(finding);
    });
  return rows;
}

function remedyOf({ remedy, remedyState, due }: Finding): string {
  const parts = [remedy, remedyStateLabels[remedyState], due === null ? '' : `hạn ${formatDate(due)}`];
  return parts.filter((part) => part !== '').join('; ');
}
