// Phiếu 01 as a page of HTML with the same words, measures and fonts: what a browser prints for the comparison.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFormDate, formatFormMonth } from '../../functions/src/domain/civilDate.ts';
import { footnotes, levelLabels, personForm, ratingLabels } from '../../functions/src/domain/labels.ts';
import type { Judgement, Phieu01Input } from '../../functions/src/report/phieu01Input.ts';

const fonts = join(import.meta.dirname, '../../functions/assets/fonts');
const faces = [
  ['Tinos-Regular.ttf', 400, 'normal'],
  ['Tinos-Bold.ttf', 700, 'normal'],
  ['Tinos-Italic.ttf', 400, 'italic'],
  ['Tinos-BoldItalic.ttf', 700, 'italic'],
] as const;

const fontFaces = () =>
  faces
    .map(([file, weight, style]) => {
      const data = readFileSync(join(fonts, file)).toString('base64');
      return `@font-face{font-family:Tinos;font-weight:${weight};font-style:${style};src:url(data:font/ttf;base64,${data})}`;
    })
    .join('');

const css = `
  @page { size: A4 landscape; margin: 20mm 15mm 20mm 30mm }
  body { font: 14pt/1.15 Tinos; margin: 0 } p { margin: 0 0 2pt } .c { text-align: center } .b { font-weight: bold }
  .two { display: flex } .two > * { flex: 1 } sup { font-size: 58%; line-height: 0 }
  table { border-collapse: collapse; width: 100%; font-size: 10pt; margin-top: 6pt }
  th, td { border: 0.5pt solid; padding: 2pt 3pt 3pt; vertical-align: top; white-space: pre-line }
  th { vertical-align: middle } tr { break-inside: avoid } .keep { break-inside: avoid } .small { font-size: 8.5pt }`;

const escape = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const mark = (footnote: number | null) => (footnote === null ? '' : `<sup>${footnote}</sup>`);
const head = ({ head, footnote }: { head: string; footnote: number | null }, span = '') =>
  `<th${span}>${head}${mark(footnote)}</th>`;
const td = (text: string) => `<td>${escape(text)}</td>`;
const judged = (of: Judgement | null) =>
  [of?.result, of?.cause, of?.identified, of?.remedy].map((text) => td(text ?? '')).join('');

function tableHead(): string {
  const { number, content, self, authority, note } = personForm;
  const over = ' rowspan="2"';
  return `<thead><tr>${head(number, over)}${head(content, over)}<th colspan="4">${self.head}</th><th colspan="4">${
    authority.head
  }</th>${head(note, over)}</tr><tr>${[...self.columns, ...authority.columns].map((one) => head(one)).join('')}</tr></thead>`;
}

function tableBody({ rows }: Phieu01Input): string {
  return personForm.sections
    .map(({ key, number, title, footnote }) => {
      const own = rows.filter(({ section }) => section === key);
      const lines = own.map(
        (row, i) =>
          `<tr><td class="c">${i + 1}.</td>${td(row.content)}${judged(row.self)}${judged(row.authority)}${td(row.note)}</tr>`,
      );
      return `<tr class="b"><td class="c">${number}</td><td colspan="10">${title}${mark(footnote)}</td></tr>${lines.join('')}`;
    })
    .join('');
}

export function phieu01Html(input: Phieu01Input): string {
  const { outcome, headName } = input;
  const notes = footnotes.map(
    ({ number, lead, items }) =>
      `<p>${mark(number)} ${lead}${items.map((item) => `<br>- ${item}`).join('')}</p>`,
  );
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><style>${fontFaces()}${css}</style>
    <div class="two c"><div>${escape(input.partyName.toLocaleUpperCase('vi'))}<br><b>${escape(
      input.unitName.toLocaleUpperCase('vi'),
    )}</b><br>*</div><div><b><u>${personForm.partyHead}</u></b><br><i>${escape(input.place)}, ${
      input.date === null ? '' : formatFormDate(input.date)
    }</i></div></div>
    <p class="c b">${personForm.title}</p><p class="c"><i>${personForm.subtitle}</i></p>
    <p class="c b">${personForm.monthLabel} ${formatFormMonth(input.month)}</p>
    <p>${personForm.nameLabel}: ${escape(input.personName)}</p><p>${personForm.unitLabel}: ${escape(input.unitName)}</p>
    <table>${tableHead()}<tbody>${tableBody(input)}</tbody></table>
    <div class="keep"><p>- ${personForm.ratingLine.text}${mark(personForm.ratingLine.footnote)}: <b>${
      outcome?.rating ? ratingLabels[outcome.rating] : ''
    }</b></p><p>- ${personForm.levelLine.text}${mark(personForm.levelLine.footnote)}: <b>${
      outcome?.level ? levelLabels[outcome.level] : ''
    }</b></p>
    <div class="two c"><div><b>${personForm.signatures.left.head}</b><br><br><br><br><b>${escape(headName ?? '')}</b></div>
    <div><b>${personForm.signatures.right.head}</b><br><i>${personForm.signatures.right.note}</i><br><br><br><b>${escape(
      input.personName,
    )}</b></div></div></div>
    <div class="two small keep"><div>${notes.slice(0, 3).join('')}</div><div>${notes.slice(3).join('')}</div></div></html>`;
}
