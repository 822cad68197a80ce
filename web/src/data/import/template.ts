// An XLSX file with the head of a list and one line as an example, written when somebody asks for it.
import { columnsOf, type ListKind } from './dryRunOf.ts';

export async function templateFile(kind: ListKind): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const columns = columnsOf(kind);
  const head = columns.map(({ label }) => ({ value: label, fontWeight: 'bold' as const }));
  const example = columns.map(({ example }) => ({ value: example, type: String }));
  return await writeExcelFile([head, example], { columns: columns.map(() => ({ width: 22 })) }).toBlob();
}
