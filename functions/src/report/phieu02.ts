// Phiếu 02, "Phiếu tổng hợp đánh giá, nhận diện" of a unit: figures to a page layout (S3, Phiếu số 02; domain.md section 10).
import { formatFormMonth } from '../domain/civilDate.ts';
import { provisionalLabel, unitForm } from '../domain/labels.ts';
import { levels } from '../domain/words.ts';
import { Annexes } from './annexes.ts';
import type { Content, TableCell, TDocumentDefinitions } from './definition.ts';
import { columnWidths, covered, grid } from './grid.ts';
import { Keeps, signatureId } from './keep.ts';
import { reportDefinition, size } from './page.ts';
import { partyHeader } from './partyHeader.ts';
import type { Phieu02Input, Phieu02Row } from './phieu02Input.ts';
import { signatures } from './signatures.ts';
import { headRows, tableHead } from './tableHead.ts';

export { phieu02Input, type Phieu02Input } from './phieu02Input.ts';

const texts = ['name', 'result', 'shortcomings', 'causes', 'remedies', 'identified'] as const;
const columns = unitForm.columns.length + unitForm.levels.columns.length;

export function phieu02(input: Phieu02Input): TDocumentDefinitions {
  const annexes = new Annexes();
  const keeps = new Keeps();
  const month = formatFormMonth(input.month);
  const draft = input.draft ? ` (${provisionalLabel.toLowerCase()})` : '';
  const content: Content[] = [
    partyHeader({ ...unitForm, ...input }),
    { text: `${unitForm.title}${draft}`, bold: true, alignment: 'center' },
    { text: `${unitForm.monthLabel} ${month}`, bold: true, alignment: 'center', margin: [0, 0, 0, 10] },
    table(input.rows, annexes, keeps),
    signatures([], [null, { ...unitForm.signature, name: input.headName }]),
    ...annexes.content(),
  ];
  return reportDefinition(
    {
      title: `Phiếu tổng hợp đánh giá, nhận diện tháng ${month}: ${input.unitName}${draft}`,
      subject: `${unitForm.title}, ${unitForm.monthLabel.toLowerCase()} ${month}${draft}`,
      author: input.unitName,
      createdAt: input.createdAt,
    },
    content,
    keeps,
  );
}

function table(rows: Phieu02Row[], annexes: Annexes, keeps: Keeps): Content {
  const widths = columnWidths([
    { least: 22, texts: null },
    ...texts.map((key) => ({ least: key === 'name' ? 80 : 66, texts: rows.map((row) => row[key]) })),
    ...levels.map(() => ({ least: 26, texts: null })),
  ]);
  const body = rows.map((row, i) => cells(row, i + 1, widths, annexes));
  if (body.length === 0) {
    const text = 'Đơn vị không có người thuộc diện đánh giá trong tháng.';
    body.push([{ text, italics: true, alignment: 'center', colSpan: columns }, ...covered(columns - 1)]);
  }
  // The signature stands under at least one row of what it signs.
  const last = body.length > 1 ? body.pop() : undefined;
  if (last) body.push(keeps.keep(last, signatureId));
  return {
    table: {
      headerRows: headRows,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths,
      body: [...tableHead([...unitForm.columns, unitForm.levels], widths), ...body],
    },
    layout: grid,
    fontSize: size.table,
  };
}

function cells(row: Phieu02Row, n: number, widths: number[], annexes: Annexes): TableCell[] {
  return [
    { text: String(n), alignment: 'center' },
    ...texts.map((key, i): TableCell => {
      const where = `Dòng ${n}, ${row.name}: ${unitForm.columns[i + 1]?.head ?? ''}`;
      return { text: annexes.cell(row[key], where, widths[i + 1] ?? 0) };
    }),
    ...levels.map((level): TableCell => ({ text: row.level === level ? 'x' : '', alignment: 'center' })),
  ];
}
