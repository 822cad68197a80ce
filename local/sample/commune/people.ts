// People of the commune, body by body; names are drawn later.
import type { Post } from '../../../functions/src/domain/organisation.ts';
import type { Category } from '../../../functions/src/domain/words.ts';
import { also, ids, post, type PersonRow } from '../people/row.ts';
import type { Sex } from '../names.ts';

const row = (id: string, sex: Sex, category: Category, ...posts: Post[]): PersonRow => ({
  id,
  sex,
  category,
  posts,
  ...(category === 'contract' || category === 'part-time' ? { partyMember: category === 'part-time' } : {}),
});

const leaders: PersonRow[] = [
  {
    ...row('bi-thu', 'm', 'official', post('thuong-truc-du', 'secretary', 'Bí thư Đảng ủy xã')),
    decidedOutside: true,
  },
  row(
    'pbt-thuong-truc',
    'f',
    'official',
    post('thuong-truc-du', 'deputy-secretary', 'Phó Bí thư Thường trực Đảng ủy xã'),
    also('hdnd', 'council-chair', 'Chủ tịch HĐND xã'),
  ),
  row(
    'chu-tich-ubnd',
    'm',
    'official',
    post('thuong-truc-du', 'deputy-secretary', 'Phó Bí thư Đảng ủy xã'),
    also('ubnd', 'chair', 'Chủ tịch UBND xã'),
  ),
];

const boards: PersonRow[] = [
  row('xdd-truong', 'm', 'official', post('ban-xdd', 'head', 'Trưởng ban')),
  row('xdd-pho', 'f', 'civil-servant', post('ban-xdd', 'deputy', 'Phó Trưởng ban')),
  ...ids('xdd-cv', 1, 4).map((id, i) =>
    row(id, i % 2 ? 'm' : 'f', 'civil-servant', post('ban-xdd', 'staff', 'Chuyên viên')),
  ),
  row('ubkt-chu-nhiem', 'm', 'official', post('uy-ban-kiem-tra', 'head', 'Chủ nhiệm')),
  row('ubkt-pho', 'f', 'civil-servant', post('uy-ban-kiem-tra', 'deputy', 'Phó Chủ nhiệm')),
  row('ubkt-cv', 'm', 'civil-servant', post('uy-ban-kiem-tra', 'staff', 'Chuyên viên')),
  row('vpdu-chanh', 'f', 'civil-servant', post('van-phong-du', 'head', 'Chánh Văn phòng')),
  row('vpdu-cv-01', 'm', 'civil-servant', post('van-phong-du', 'staff', 'Chuyên viên tổng hợp')),
  row('vpdu-cv-02', 'f', 'civil-servant', post('van-phong-du', 'staff', 'Chuyên viên văn thư')),
  row('vpdu-hd', 'm', 'contract', post('van-phong-du', 'staff', 'Lái xe (lao động hợp đồng)')),
];

/** Heads of the mass organisations are Phó Chủ tịch of the Front beside: the post as head decides the row. */
const organisation = (id: string, sex: Sex, unit: string, title: string): PersonRow =>
  row(id, sex, 'official', post(unit, 'head', title), also('mttq', 'deputy', 'Phó Chủ tịch Ủy ban MTTQ xã'));

const organisations: PersonRow[] = [
  row('mttq-chu-tich', 'm', 'official', post('mttq', 'head', 'Chủ tịch')),
  row('mttq-cv', 'f', 'civil-servant', post('mttq', 'staff', 'Chuyên viên')),
  row('mttq-kct', 'm', 'part-time', post('mttq', 'staff', 'Người hoạt động không chuyên trách')),
  organisation('hnd-chu-tich', 'm', 'hoi-nong-dan', 'Chủ tịch Hội Nông dân xã'),
  organisation('hpn-chu-tich', 'f', 'hoi-phu-nu', 'Chủ tịch Hội Liên hiệp Phụ nữ xã'),
  organisation('doan-bi-thu', 'f', 'doan-xa', 'Bí thư Đoàn xã'),
  organisation('ccb-chu-tich', 'm', 'hoi-ccb', 'Chủ tịch Hội Cựu chiến binh xã'),
  row('cb-dong-bi-thu', 'm', 'part-time', post('cb-thon-dong', 'cell-secretary', 'Bí thư chi bộ thôn Đông')),
  row('cb-dong-pho', 'f', 'part-time', post('cb-thon-dong', 'cell-deputy', 'Phó Bí thư chi bộ thôn Đông')),
  row('cb-doai-bi-thu', 'f', 'part-time', post('cb-thon-doai', 'cell-secretary', 'Bí thư chi bộ thôn Đoài')),
];

const council: PersonRow[] = [
  row('hdnd-pct', 'm', 'official', post('hdnd', 'council-vice-chair', 'Phó Chủ tịch HĐND xã')),
  row(
    'hdnd-ktns',
    'm',
    'official',
    post('hdnd', 'council-committee-head', 'Trưởng ban Kinh tế - Ngân sách HĐND xã'),
  ),
  row(
    'hdnd-vhxh',
    'f',
    'official',
    post('hdnd', 'council-committee-head', 'Trưởng ban Văn hóa - Xã hội HĐND xã'),
  ),
];

/** The units named are those whose heads each is asked about (row 7 and 8). */
const committee: PersonRow[] = [
  row(
    'ubnd-pct-kt',
    'm',
    'official',
    post('ubnd', 'vice-chair', 'Phó Chủ tịch UBND xã', {
      fields: ['van-phong-hdnd-ubnd', 'phong-kt', 'tt-pvhcc'],
    }),
  ),
  row(
    'ubnd-pct-vx',
    'f',
    'official',
    post('ubnd', 'vice-chair', 'Phó Chủ tịch UBND xã', {
      fields: ['phong-vhxh', 'tram-y-te', 'mn-sao-mai', 'th-ban-mai', 'thcs-anh-duong'],
    }),
  ),
];

const office: PersonRow[] = [
  row('vpub-chanh', 'm', 'civil-servant', post('van-phong-hdnd-ubnd', 'head', 'Chánh Văn phòng')),
  row('vpub-pho', 'f', 'civil-servant', post('van-phong-hdnd-ubnd', 'deputy', 'Phó Chánh Văn phòng')),
  ...ids('vpub-cv', 1, 4).map((id, i) =>
    row(id, i % 2 ? 'f' : 'm', 'civil-servant', post('van-phong-hdnd-ubnd', 'staff', 'Chuyên viên tổng hợp')),
  ),
  row(
    'vpub-hd',
    'f',
    'contract',
    post('van-phong-hdnd-ubnd', 'staff', 'Nhân viên phục vụ (lao động hợp đồng)'),
  ),
];

/** 1 head + 2 deputies + 17 staff = 20 CBCCVC: two steps (row 10); the contract worker isn't counted. */
const economy: PersonRow[] = [
  row('kt-truong', 'm', 'civil-servant', post('phong-kt', 'head', 'Trưởng phòng')),
  row(
    'kt-pho-1',
    'f',
    'civil-servant',
    post('phong-kt', 'deputy', 'Phó Trưởng phòng', { inCharge: [...ids('kt-cv', 1, 8), 'kt-hd'] }),
  ),
  row(
    'kt-pho-2',
    'm',
    'civil-servant',
    post('phong-kt', 'deputy', 'Phó Trưởng phòng', { inCharge: ids('kt-cv', 9, 15) }),
  ),
  ...ids('kt-cv', 1, 17).map((id, i) =>
    row(id, i % 3 === 1 ? 'f' : 'm', 'civil-servant', post('phong-kt', 'staff', 'Chuyên viên')),
  ),
  row('kt-hd', 'm', 'contract', post('phong-kt', 'staff', 'Nhân viên (lao động hợp đồng)')),
];

const culture: PersonRow[] = [
  row('vx-truong', 'f', 'civil-servant', post('phong-vhxh', 'head', 'Trưởng phòng')),
  row('vx-pho', 'm', 'civil-servant', post('phong-vhxh', 'deputy', 'Phó Trưởng phòng')),
  ...ids('vx-cv', 1, 9).map((id, i) => ({
    ...row(id, i % 2 ? 'm' : 'f', 'civil-servant', post('phong-vhxh', 'staff', 'Chuyên viên')),
    // Three days, well above half of the month's working days: the month stays rated.
    ...(id === 'vx-cv-08'
      ? { absences: [{ excuse: 'leave' as const, from: '2026-04-08', to: '2026-04-10' }] }
      : {}),
  })),
  row('vx-kct', 'f', 'part-time', post('phong-vhxh', 'staff', 'Người hoạt động không chuyên trách')),
];

const services: PersonRow[] = [
  row('hcc-giam-doc', 'f', 'civil-servant', post('tt-pvhcc', 'head', 'Giám đốc')),
  row('hcc-pho', 'm', 'civil-servant', post('tt-pvhcc', 'deputy', 'Phó Giám đốc')),
  ...ids('hcc-cv', 1, 6).map((id, i) => ({
    ...row(id, i % 2 ? 'm' : 'f', 'civil-servant', post('tt-pvhcc', 'staff', 'Chuyên viên một cửa')),
    ...(id === 'hcc-cv-03'
      ? { absences: [{ excuse: 'maternity' as const, from: '2026-02-16', to: '2026-08-15' }] }
      : {}),
  })),
  row('yt-truong', 'm', 'public-employee', post('tram-y-te', 'head', 'Trưởng trạm')),
  ...ids('yt', 1, 3).map((id) =>
    row(id, 'f', 'public-employee', post('tram-y-te', 'staff', 'Viên chức y tế')),
  ),
];

const teachers = (unit: string, prefix: string, count: number): PersonRow[] =>
  ids(prefix, 1, count).map((id, i) =>
    row(id, i % 3 === 2 ? 'm' : 'f', 'public-employee', post(unit, 'teacher', 'Giáo viên')),
  );

const schools: PersonRow[] = [
  row('mn-hieu-truong', 'f', 'public-employee', post('mn-sao-mai', 'principal', 'Hiệu trưởng')),
  row(
    'mn-pho',
    'f',
    'public-employee',
    post('mn-sao-mai', 'vice-principal', 'Phó Hiệu trưởng', { inCharge: ids('mn-gv', 1, 4) }),
  ),
  ...teachers('mn-sao-mai', 'mn-gv', 4),
  row('mn-hd', 'm', 'contract', post('mn-sao-mai', 'staff', 'Bảo vệ (lao động hợp đồng)')),
  row('th-hieu-truong', 'f', 'public-employee', post('th-ban-mai', 'principal', 'Hiệu trưởng')),
  row(
    'th-pho',
    'm',
    'public-employee',
    post('th-ban-mai', 'vice-principal', 'Phó Hiệu trưởng phụ trách chuyên môn', {
      inCharge: ids('th-gv', 1, 6),
    }),
  ),
  ...teachers('th-ban-mai', 'th-gv', 6),
  row('th-ke-toan', 'f', 'public-employee', post('th-ban-mai', 'staff', 'Kế toán')),
  // Bí thư of the school's chi bộ beside: the primary post decides (row 8).
  row(
    'cs-hieu-truong',
    'm',
    'public-employee',
    post('thcs-anh-duong', 'principal', 'Hiệu trưởng'),
    also('cb-thcs', 'cell-secretary', 'Bí thư chi bộ Trường THCS Ánh Dương'),
  ),
  ...teachers('thcs-anh-duong', 'cs-gv', 3),
];

export const communePeople: readonly PersonRow[] = [
  ...leaders,
  ...boards,
  ...organisations,
  ...council,
  ...committee,
  ...office,
  ...economy,
  ...culture,
  ...services,
  ...schools,
];
