// Whether what was uploaded is what was announced: there, of that size, and by its own content of that type.
import { createHash } from 'node:crypto';
import type { FileDocument } from '../schema/file.ts';
import type { Evidence } from './ports.ts';

export type Checked = { sha256: string } | { fault: string };

export async function checkEvidence(
  evidence: Evidence,
  path: string,
  { type, size }: Pick<FileDocument, 'type' | 'size'>,
): Promise<Checked> {
  const object = await evidence.look(path);
  if (!object) return { fault: 'Không thấy tệp đã tải lên. Chọn lại tệp và tải lên lần nữa.' };
  // Announced sizes are within the limit: a larger one isn't even fetched.
  if (object.size !== size) return { fault: 'Tệp tải lên không trọn vẹn. Chọn lại tệp và tải lên lần nữa.' };
  const content = await evidence.read(path);
  const found = await evidence.typeOf(content);
  if (found !== type)
    return {
      fault: `Nội dung tệp không phải ${type.toUpperCase()} như tên tệp${found === null ? '' : ` (nhận ra: ${found.toUpperCase()})`}. Lưu lại đúng định dạng rồi đính kèm.`,
    };
  return { sha256: createHash('sha256').update(content).digest('hex') };
}
