// An XLSX file with the head of a list, and a second sheet that explains its columns; written when somebody asks for it.
import { categoryLabels } from '../../../../functions/src/domain/labels.ts';
import { columnsOf, type ListKind } from './dryRunOf.ts';

const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
const days = 'Ngày/tháng/năm';
const mark = 'Ghi x, hoặc để trống';
const explained: Record<string, string> = {
  id: 'Mã đang dùng trong hệ thống; để trống thì hệ thống tìm theo thư điện tử hoặc tên, người mới được đặt mã từ tên',
  category: Object.values(categoryLabels).join(', '),
  unit: 'Tên hoặc mã đơn vị',
  kind: 'Để trống thì hệ thống suy ra từ chức vụ và nói rõ khi xem trước',
  secondary: `${mark}; mỗi chức vụ kiêm nhiệm một dòng riêng, cùng mã`,
  acting: mark,
  partyMember: mark,
  decidedOutside: `${mark}; chỉ dùng cho người do cấp trên ngoài tổ chức quyết định`,
  managedByBTV: mark,
  inCharge: 'Mã hoặc họ tên, cách nhau bằng dấu chấm phẩy',
  fields: 'Tên hoặc mã đơn vị, cách nhau bằng dấu chấm phẩy',
  from: `${days}; cần khi chuyển đơn vị hoặc chức vụ`,
  joined: days,
  left: days,
  closed: days,
  parent: 'Tên hoặc mã đơn vị',
};

export async function templateFile(kind: ListKind): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const columns = columnsOf(kind);
  const guide = columns.map(({ key, label, needed, example }) => [
    { value: label },
    { value: needed ? 'Cần có với hồ sơ mới' : '' },
    { value: explained[kind === 'units' && key === 'kind' ? '' : key] ?? '' },
    { value: example },
  ]);
  return await writeExcelFile([
    {
      sheet: 'Danh sách',
      data: [columns.map(({ label }) => bold(label))],
      columns: columns.map(() => ({ width: 22 })),
    },
    {
      sheet: 'Cách ghi',
      data: [['Cột', '', 'Cách ghi', 'Ví dụ'].map(bold), ...guide],
      columns: [{ width: 24 }, { width: 24 }, { width: 70 }, { width: 32 }],
    },
  ]).toBlob();
}
