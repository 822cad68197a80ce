// The columns that a list of people or units may have, what offices call them, and which column of a file is which.
import { fold } from '../fold.ts';

/** A cell as the readers of CSV and XLSX give it. */
export type Cell = string | number | boolean | Date | null;
export type Grid = readonly (readonly Cell[])[];

export interface Column<K extends string = string> {
  key: K;
  label: string;
  /** What such a column is headed by, without diacritics; the first is the label itself. */
  headers: readonly string[];
  /** A new record can't do without it. */
  needed: boolean;
  /** As a line of the template shows it. */
  example: string;
}

const column = <K extends string>(
  key: K,
  label: string,
  example: string,
  headers: readonly string[],
  needed = false,
): Column<K> => ({ key, label, example, needed, headers: [plain(label), ...headers] });

/** Letters and digits alone, so that "Họ và tên (*)" and "ho va ten" are one. */
export function plain(text: string): string {
  return fold(text.normalize('NFC'))
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

export const personColumns = [
  column('id', 'Mã', 'qldt-cv-01', [
    'ma so',
    'ma cbccvc',
    'ma can bo',
    'ma nhan vien',
    'ma nhan su',
    'ma cong chuc',
    'ma so cbccvc',
    'ma vien chuc',
  ]),
  column('name', 'Họ và tên', 'Nguyễn Văn Ân', ['ho ten', 'ten', 'ho va ten khai sinh', 'ten can bo'], true),
  column(
    'email',
    'Thư điện tử',
    'nguyenvanan@donvi.gov.vn',
    [
      'email',
      'e mail',
      'thu dien tu cong vu',
      'dia chi thu dien tu',
      'hop thu',
      'email cong vu',
      'thu cong vu',
    ],
    true,
  ),
  column(
    'category',
    'Đối tượng',
    'Công chức',
    ['loai doi tuong', 'doi tuong lao dong', 'loai cbccvc', 'ngach', 'loai'],
    true,
  ),
  column(
    'unit',
    'Đơn vị',
    'Phòng Quản lý đô thị',
    ['don vi cong tac', 'phong ban', 'co quan', 'noi cong tac', 'ten don vi'],
    true,
  ),
  column(
    'title',
    'Chức vụ',
    'Chuyên viên',
    ['chuc danh', 'chuc vu hien tai', 'chuc vu chuc danh', 'chuc vu chinh quyen'],
    true,
  ),
  column('kind', 'Loại chức vụ', 'Công chức, viên chức, nhân viên', ['nhom chuc vu']),
  column('secondary', 'Kiêm nhiệm', '', ['chuc vu kiem nhiem', 'kiem']),
  column('acting', 'Phụ trách, quyền', '', ['phu trach', 'quyen', 'giu quyen']),
  column('from', 'Từ ngày', '01/04/2026', [
    'ngay bo nhiem',
    'ngay giu chuc vu',
    'ngay nhan chuc vu',
    'bo nhiem tu ngay',
  ]),
  column('partyMember', 'Đảng viên', 'x', ['la dang vien', 'dang vien dcsvn']),
  column('decidedOutside', 'Cấp trên quyết định', '', ['cap tren quyet dinh xep loai']),
  column('managedByBTV', 'Diện Ban Thường vụ quản lý', '', [
    'dien btv quan ly',
    'can bo dien ban thuong vu quan ly',
  ]),
  column('inCharge', 'Phụ trách người', '', ['phu trach can bo', 'nguoi duoc phu trach']),
  column('fields', 'Phụ trách lĩnh vực', '', ['linh vuc phu trach', 'phu trach don vi', 'don vi phu trach']),
  column('joined', 'Ngày vào', '', [
    'ngay vao co quan',
    'ngay tuyen dung',
    'ngay tiep nhan',
    'ngay vao don vi',
    'ngay ve co quan',
  ]),
  column('left', 'Ngày thôi việc', '', [
    'ngay nghi viec',
    'ngay nghi huu',
    'ngay chuyen di',
    'ngay lam viec cuoi cung',
  ]),
] as const;
export type PersonColumn = (typeof personColumns)[number]['key'];

export const unitColumns = [
  column('id', 'Mã đơn vị', 'phong-qldt', ['ma', 'ma so']),
  column('name', 'Tên đơn vị', 'Phòng Quản lý đô thị', ['don vi', 'ten', 'ten phong ban'], true),
  column('kind', 'Loại đơn vị', 'Phòng, ban chuyên môn', ['loai', 'loai hinh'], true),
  column('block', 'Khối', 'Khối chính quyền', ['khoi cong tac']),
  column('parent', 'Đơn vị cấp trên', 'Ủy ban nhân dân quận', [
    'truc thuoc',
    'cap tren',
    'don vi chu quan',
    'don vi truc thuoc',
  ]),
  column('role', 'Việc cho toàn tổ chức', '', ['nhiem vu chung']),
  column('headcountOverride', 'Số CBCCVC ấn định', '', ['so cbccvc', 'bien che an dinh']),
  column('closed', 'Ngày hoạt động cuối cùng', '', ['ngay giai the', 'ngay ket thuc']),
] as const;
export type UnitColumn = (typeof unitColumns)[number]['key'];

/** Column key → index in the file; keys that the file doesn't have are absent. */
export type Mapping<K extends string = string> = Readonly<Partial<Record<K, number>>>;

const textOf = (cell: Cell | undefined) => (typeof cell === 'string' ? cell : '');

/** Each column of the file serves one key, each key has one column; the first that fits wins. */
export function guessMapping<K extends string>(
  heads: readonly (Cell | undefined)[],
  columns: readonly Column<K>[],
): Mapping<K> {
  const taken = new Set<number>();
  const mapping: Partial<Record<K, number>> = {};
  const names = heads.map((head) => plain(textOf(head)));
  // All by their own label before any by what else it may be called: "Tên" must not take the column of "Họ và tên".
  for (const isFirst of [true, false]) {
    for (const { key, headers } of columns) {
      if (mapping[key] !== undefined) continue;
      const wanted = isFirst ? headers.slice(0, 1) : headers;
      const found = names.findIndex((name, i) => !taken.has(i) && wanted.includes(name));
      if (found < 0) continue;
      mapping[key] = found;
      taken.add(found);
    }
  }
  return mapping;
}

/** Office lists begin with titles: the head is the line among the first that names the most columns. */
export function findHead(grid: Grid, columns: readonly Column[], among = 15): number {
  let best = { line: 0, count: 0 };
  grid.slice(0, among).forEach((cells, line) => {
    const count = Object.keys(guessMapping(cells, columns)).length;
    if (count > best.count) best = { line, count };
  });
  return best.line;
}

/** What the file's head says, to recognise a file of the same kind next time. */
export const headSignature = (heads: readonly (Cell | undefined)[]): string =>
  heads.map((head) => plain(textOf(head))).join('|');
