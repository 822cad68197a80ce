// Invented names: lists of surnames, middle and given names, drawn so that no two people share surname and given name.
import type { Random } from './random.ts';

/** Mostly surnames that are rare in Hanoi's offices, so that a draw is unlikely to name a real official. */
const surnames = (
  'Khuất Nghiêm Quản Đàm Tạ Lục Mạc Tống Giang Kiều Chử Viên Cấn Âu Bành Cù Doãn Giáp Hứa Khổng Lạc Mẫn Ninh ' +
  'Phí Quách Sầm Thạch Triệu Đinh Lương Thái Tô Lưu Nhâm Phùng Trịnh Vương Hàn Lã Lại Tăng Từ Đổng Bạch'
).split(' ');
const middles = {
  m: 'Bảo Đăng Gia Hải Khắc Minh Nhật Quốc Sỹ Thế Trung Việt Xuân Hữu Vĩnh'.split(' '),
  f: 'Ái Bích Cẩm Diệu Khánh Lan Mai Ngọc Như Quỳnh Thanh Thảo Thu Tuệ Yến'.split(' '),
} as const;
const given = {
  m: (
    'An Bách Cường Danh Đạt Đông Hiển Hoàng Huân Khải Khôi Kiên Lâm Long Lộc Mạnh Nam Nghĩa Phong Phúc Quang ' +
    'Sơn Tài Thắng Thịnh Toàn Trí Tú Tùng Vinh Vũ Vượng'
  ).split(' '),
  f: (
    'Anh Châu Chi Dung Duyên Giang Hà Hân Hạnh Hiền Hoa Hương Khuê Lam Liên Linh Loan Ly My Nga Ngân Nhi ' +
    'Oanh Phương Quyên Tâm Thơ Thủy Trang Trâm Uyên Vân Vy Xuyến'
  ).split(' '),
} as const;

export type Sex = keyof typeof middles;
export interface InventedName {
  name: string;
  email: string;
}

/** "Khuất Bảo An" → "an.khuat"; đ has no decomposition, so it is named. */
function mailbox(surname: string, last: string): string {
  return `${last}.${surname}`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd');
}

/** Draws names; mailboxes never repeat, because ascii folds names together (Văn and Vân). */
export function namesFrom(random: Random): (sex: Sex) => InventedName {
  const taken = new Set<string>();
  return (sex) => {
    for (;;) {
      const surname = random.pick(surnames);
      const last = random.pick(given[sex]);
      const middle = random.pick(middles[sex]);
      const box = mailbox(surname, last);
      if (taken.has(box) || new Set([surname, middle, last]).size < 3) continue;
      taken.add(box);
      return { name: `${surname} ${middle} ${last}`.normalize('NFC'), email: `${box}@namro.example` };
    }
  };
}
