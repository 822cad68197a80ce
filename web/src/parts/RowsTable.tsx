// Phiếu 01 as a table, in the order and the words of the form; the authority's columns where they are known.
import {
  formSections,
  identification,
  personForm,
  selfRemedyLabels,
} from '../../../functions/src/domain/labels.ts';
import type { Degree, RowSection } from '../../../functions/src/domain/words.ts';
import { parseCodes } from '../../../functions/src/domain/finding.ts';
import type { Sheet } from '../../../functions/src/schema/sheet.ts';
import { idsOf } from '../data/entries.ts';
import { showDate } from './parse.ts';
import { remediedTexts } from './RemediedBefore.tsx';

export interface AuthorityRows {
  aResult: Record<string, string>;
  aCause: Record<string, string>;
  aRemedy: Record<string, string>;
  aCodes: Record<string, string>;
  aDegree: Record<string, string>;
}

const sentence = (codes: string | undefined, degree: string | undefined) =>
  codes === undefined ? '' : identification(parseCodes(codes), (degree as Degree | undefined) ?? null);

/** How a remedy reads: the measure, its state and its date. */
export function remedyText(sheet: Sheet, id: string): string {
  const state = sheet.rowRemedyState[id];
  const due = sheet.rowDue[id];
  const facts = [state ? selfRemedyLabels[state] : '', due ? `hạn ${showDate(due)}` : '']
    .filter(Boolean)
    .join(', ');
  return [sheet.rowRemedy[id] ?? '', facts].filter(Boolean).join('\n');
}

export function resultText(sheet: Sheet, id: string): string {
  const carried = sheet.carried[sheet.rowFinding[id] ?? ''];
  const delay = sheet.rowDelay[id] ? `Chậm: ${sheet.rowDelay[id]}` : '';
  return [carried, sheet.rowResult[id] ?? '', delay].filter(Boolean).join('\n');
}

const labels = ['Kết quả', 'Nguyên nhân', 'Nhận diện', 'Khắc phục'];

export function RowsTable({ sheet, authority }: { sheet: Sheet; authority?: AuthorityRows }) {
  const rows = idsOf(sheet.rowSection);
  const own = authority
    ? idsOf({ ...authority.aResult, ...authority.aCodes }).filter((id) => id.startsWith('a'))
    : [];
  const sections = formSections.filter((s) => s.key !== 'II');
  const idsIn = (key: RowSection | 'II') =>
    key === 'IV' ? own : rows.filter((id) => sheet.rowSection[id] === key);
  const remedied = remediedTexts(sheet);
  const isTold = (key: string) => key === 'III' && remedied.length > 0;
  const shown = sections.filter((s) => idsIn(s.key).length > 0 || isTold(s.key));
  if (shown.length === 0 && authority && !sheet.nothing) return null;
  if (shown.length === 0)
    return <p>{sheet.nothing ? 'Cá nhân báo cáo không có tồn tại, hạn chế.' : 'Không có dòng nào.'}</p>;
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label="Phiếu số 01">
      <table class="form-table as-list">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              TT
            </th>
            <th scope="colgroup" colSpan={4}>
              {personForm.self.head}
            </th>
            {authority && (
              <th scope="colgroup" colSpan={4}>
                {personForm.authority.head}
              </th>
            )}
          </tr>
          <tr>
            {[...personForm.self.columns, ...(authority ? personForm.authority.columns : [])].map((c) => (
              <th scope="col" key={c.key}>
                {c.head}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map((section) => (
          <tbody key={section.key}>
            <tr>
              <th scope="rowgroup" colSpan={authority ? 9 : 5}>
                {section.number}. {section.title}
              </th>
            </tr>
            {idsIn(section.key).map((id, i) => (
              <tr key={id}>
                <td>{i + 1}</td>
                {[
                  resultText(sheet, id),
                  sheet.rowCause[id] ?? '',
                  sentence(sheet.rowCodes[id], sheet.rowDegree[id]),
                  remedyText(sheet, id),
                ].map((text, n) => (
                  <td key={n} class="pre" data-label={labels[n]}>
                    {text}
                  </td>
                ))}
                {authority &&
                  [
                    authority.aResult[id] ?? '',
                    authority.aCause[id] ?? '',
                    sentence(authority.aCodes[id], authority.aDegree[id]),
                    authority.aRemedy[id] ?? '',
                  ].map((text, n) => (
                    <td key={n} class="pre" data-label={`Cấp có thẩm quyền: ${labels[n]}`}>
                      {text}
                    </td>
                  ))}
              </tr>
            ))}
            {isTold(section.key) &&
              remedied.map((text, i) => (
                <tr key={text}>
                  <td>{idsIn('III').length + i + 1}</td>
                  <td class="pre" data-label={labels[0]} colSpan={authority ? 8 : 4}>
                    {text}
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
