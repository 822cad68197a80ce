// Whether the rows of Phiếu 01 are complete: each shortcoming caused, identified and remedied, or none stated (S3 6.2).
import { otherCode } from './catalogue.ts';
import { parseCodes } from './finding.ts';
import { gap, inOrder, isBlank, type FilingGap, type Texts } from './filingGap.ts';
import { nothingStatement } from './labels.ts';
import type { CivilDate, Degree, RowSection } from './words.ts';

export interface RowDraft {
  rowSection: Readonly<Record<string, RowSection>>;
  rowResult: Texts;
  rowCause: Texts;
  rowRemedy: Texts;
  /** A key with an empty value says "không có biểu hiện"; no key says nothing yet. */
  rowCodes: Texts;
  rowDegree: Readonly<Record<string, Degree>>;
  rowDue: Readonly<Record<string, CivilDate>>;
  rowRemedyState: Texts;
  /** Id of the carried finding that a row of section III answers. */
  rowFinding: Texts;
  nothing: boolean;
}

/** Sections in which the person names what falls short; III answers, IV is the authority's. */
const ownSections: readonly RowSection[] = ['I', 'II.1', 'II.2'];

export function checkRows(draft: RowDraft, carried: Texts): FilingGap[] {
  const own = ownSections.flatMap((section) =>
    rowsOf(draft, section).flatMap((id, index) =>
      checkShortcoming(draft, id, `tồn tại số ${index + 1}, mục ${section}`),
    ),
  );
  const foreign = rowsOf(draft, 'IV').map((id) => ({
    field: `rowSection.${id}`,
    message: 'Mục IV do cấp có thẩm quyền ghi: chuyển nội dung này sang mục khác',
  }));
  return [...checkStatement(draft), ...own, ...foreign, ...checkCarried(draft, carried)];
}

function rowsOf({ rowSection }: RowDraft, section: RowSection): string[] {
  return inOrder(rowSection).filter((id) => rowSection[id] === section);
}

/** Either rows or the statement that there is nothing: an empty form says neither. */
function checkStatement(draft: RowDraft): FilingGap[] {
  const rows = ownSections.some((section) => rowsOf(draft, section).length > 0);
  return [
    gap(!rows && !draft.nothing, 'nothing', `Ghi tồn tại, hạn chế, hoặc chọn "${nothingStatement}"`),
    gap(rows && draft.nothing, 'nothing', `Bỏ chọn "${nothingStatement}", vì phiếu đang ghi tồn tại`),
  ].flat();
}

function checkShortcoming(draft: RowDraft, id: string, name: string): FilingGap[] {
  const codes = draft.rowCodes[id];
  const named = codes !== undefined && parseCodes(codes).length > 0;
  const remedied = draft.rowRemedyState[id] === 'remedied';
  return [
    gap(isBlank(draft.rowResult[id]), `rowResult.${id}`, `Nhập kết quả, mặt chưa được của ${name}`),
    gap(isBlank(draft.rowCause[id]), `rowCause.${id}`, `Nhập nguyên nhân của ${name}`),
    gap(codes === undefined, `rowCodes.${id}`, `Chọn biểu hiện của ${name}, hoặc "Không có biểu hiện"`),
    gap(
      codes !== undefined &&
        parseCodes(codes).includes(otherCode) &&
        citedArticle(draft.rowResult[id]) === '',
      `rowResult.${id}`,
      `Biểu hiện khác theo Quy định 69-QĐ/TW: nêu điều, khoản trong mặt chưa được của ${name}, ví dụ "Điều 25 khoản 1"`,
    ),
    gap(named && draft.rowDegree[id] === undefined, `rowDegree.${id}`, `Chọn mức độ biểu hiện của ${name}`),
    gap(isBlank(draft.rowRemedy[id]), `rowRemedy.${id}`, `Nhập giải pháp khắc phục của ${name}`),
    gap(!remedied && draft.rowDue[id] === undefined, `rowDue.${id}`, `Chọn hạn khắc phục của ${name}`),
  ].flat();
}

/** The article of Quy định 69-QĐ/TW that a text cites, "Điều 25 khoản 1"; empty where it cites none (domain.md section 2). */
export function citedArticle(text: string | undefined): string {
  const unit = String.raw`(?:khoản|điểm|mục)\s+[\p{L}\p{N}]+`;
  const found = new RegExp(String.raw`(?:${unit},?\s+)*điều\s+\d+(?:,?\s+${unit})*`, 'iu').exec(text ?? '');
  return found?.[0].replace(/\s+/g, ' ') ?? '';
}

/** Section III answers every finding carried from the month before (domain.md section 4). */
function checkCarried(draft: RowDraft, carried: Texts): FilingGap[] {
  const rows = rowsOf(draft, 'III');
  return Object.entries(carried).flatMap(([finding, summary]) => {
    const id = rows.find((row) => draft.rowFinding[row] === finding);
    if (id === undefined) return gap(true, `carried.${finding}`, `Trả lời mục III về: ${summary}`);
    const remedied = draft.rowRemedyState[id] === 'remedied';
    return [
      gap(isBlank(draft.rowResult[id]), `rowResult.${id}`, `Nhập kết quả khắc phục: ${summary}`),
      gap(
        !remedied && isBlank(draft.rowRemedy[id]),
        `rowRemedy.${id}`,
        `Nhập giải pháp khắc phục tiếp: ${summary}`,
      ),
    ].flat();
  });
}
