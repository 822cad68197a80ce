// The units of quận Nam Từ Liêm as S3 names them: party block, government block, schools and ten wards.
import type { Unit, UnitKind, UnitRole } from '../../functions/src/domain/organisation.ts';
import type { Block } from '../../functions/src/domain/words.ts';

/** Who aggregates a block and who hands in its figures (S3 II.6.4). */
const roles: Record<string, UnitRole> = {
  'ban-to-chuc': 'organisation-board',
  'phong-noi-vu': 'home-affairs',
  'van-phong-qu': 'party-office',
  'van-phong-hdnd-ubnd': 'government-office',
};
const unit = (id: string, name: string, kind: UnitKind, block: Block, parent: string | null): Unit => ({
  id,
  name,
  kind,
  block,
  parent,
  headcountOverride: null,
  role: roles[id] ?? null,
  closed: null,
});
const party = (id: string, name: string, kind: UnitKind) => unit(id, name, kind, 'party', 'thuong-truc-qu');
const state = (id: string, name: string, kind: UnitKind, parent = 'ubnd') =>
  unit(id, name, kind, 'government', parent);

/** Slug and name of the ten wards. */
export const wards = [
  ['cau-dien', 'Cầu Diễn'],
  ['dai-mo', 'Đại Mỗ'],
  ['me-tri', 'Mễ Trì'],
  ['my-dinh-1', 'Mỹ Đình 1'],
  ['my-dinh-2', 'Mỹ Đình 2'],
  ['phu-do', 'Phú Đô'],
  ['phuong-canh', 'Phương Canh'],
  ['tay-mo', 'Tây Mỗ'],
  ['trung-van', 'Trung Văn'],
  ['xuan-phuong', 'Xuân Phương'],
] as const;
export const wardParty = (slug: string) => `${slug}-du`;
export const wardCommittee = (slug: string) => `${slug}-ub`;

const partyUnits: Unit[] = [
  unit('thuong-truc-qu', 'Thường trực Quận ủy', 'party-committee', 'party', null),
  party('ban-to-chuc', 'Ban Tổ chức Quận ủy', 'party-board'),
  party('ban-tuyen-giao', 'Ban Tuyên giáo Quận ủy', 'party-board'),
  party('ban-dan-van', 'Ban Dân vận Quận ủy', 'party-board'),
  party('uy-ban-kiem-tra', 'Ủy ban Kiểm tra Quận ủy', 'party-board'),
  party('van-phong-qu', 'Văn phòng Quận ủy', 'party-office'),
  party('trung-tam-chinh-tri', 'Trung tâm Chính trị quận', 'public-unit'),
  party('mttq', 'Ủy ban MTTQ Việt Nam quận', 'front'),
  party('lien-doan-lao-dong', 'Liên đoàn Lao động quận', 'mass-org'),
  party('quan-doan', 'Đoàn TNCS Hồ Chí Minh quận', 'mass-org'),
  party('hoi-phu-nu', 'Hội Liên hiệp Phụ nữ quận', 'mass-org'),
  party('hoi-nong-dan', 'Hội Nông dân quận', 'mass-org'),
  party('hoi-cuu-chien-binh', 'Hội Cựu chiến binh quận', 'mass-org'),
  party('dang-uy-khoi-dn', 'Đảng ủy Khối Doanh nghiệp quận', 'business-party'),
];

const stateUnits: Unit[] = [
  unit('hdnd', 'Hội đồng nhân dân quận', 'council', 'government', null),
  state('ubnd', 'Ủy ban nhân dân quận', 'peoples-committee', 'hdnd'),
  state('phong-noi-vu', 'Phòng Nội vụ', 'division'),
  state('phong-gddt', 'Phòng Giáo dục và Đào tạo', 'education-division'),
  state('van-phong-hdnd-ubnd', 'Văn phòng HĐND - UBND quận', 'division'),
  state('phong-tckh', 'Phòng Tài chính - Kế hoạch', 'division'),
  state('phong-qldt', 'Phòng Quản lý đô thị', 'division'),
  state('phong-tu-phap', 'Phòng Tư pháp', 'division'),
  state('phong-tnmt', 'Phòng Tài nguyên và Môi trường', 'division'),
  state('thanh-tra', 'Thanh tra quận', 'division'),
  state('ban-qlda', 'Ban Quản lý dự án đầu tư xây dựng', 'public-unit'),
  state('tt-vhtt', 'Trung tâm Văn hóa - Thông tin và Thể thao', 'public-unit'),
  state('mn-sen-hong', 'Trường Mầm non Sen Hồng', 'school', 'phong-gddt'),
  state('th-binh-minh', 'Trường Tiểu học Bình Minh', 'school', 'phong-gddt'),
  state('thcs-huong-duong', 'Trường THCS Hướng Dương', 'school', 'phong-gddt'),
];

const wardUnits = wards.flatMap(([slug, name]): Unit[] => [
  party(wardParty(slug), `Đảng ủy phường ${name}`, 'ward-party'),
  state(wardCommittee(slug), `UBND phường ${name}`, 'ward-committee'),
]);

export const units: readonly Unit[] = [...partyUnits, ...stateUnits, ...wardUnits];
