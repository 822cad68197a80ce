// The units of a commune as S0 names its bodies: party bodies, HĐND, UBND with its divisions, the service centre, schools.
import type { Unit, UnitKind, UnitRole } from '../../../functions/src/domain/organisation.ts';
import type { Block } from '../../../functions/src/domain/words.ts';

/** Ban Xây dựng Đảng aggregates both blocks; two offices hand in figures (domain.md section 6). */
const roles: Record<string, UnitRole> = {
  'ban-xdd': 'party-building',
  'van-phong-du': 'party-office',
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
const party = (id: string, name: string, kind: UnitKind) => unit(id, name, kind, 'party', 'thuong-truc-du');
const state = (id: string, name: string, kind: UnitKind) => unit(id, name, kind, 'government', 'ubnd');

export const communeUnits: readonly Unit[] = [
  unit('thuong-truc-du', 'Thường trực Đảng ủy xã', 'party-committee', 'party', null),
  party('ban-xdd', 'Ban Xây dựng Đảng', 'party-board'),
  party('uy-ban-kiem-tra', 'Ủy ban Kiểm tra Đảng ủy', 'party-board'),
  party('van-phong-du', 'Văn phòng Đảng ủy', 'party-office'),
  party('mttq', 'Ủy ban MTTQ Việt Nam xã', 'front'),
  party('hoi-nong-dan', 'Hội Nông dân xã', 'mass-org'),
  party('hoi-phu-nu', 'Hội Liên hiệp Phụ nữ xã', 'mass-org'),
  party('doan-xa', 'Đoàn TNCS Hồ Chí Minh xã', 'mass-org'),
  party('hoi-ccb', 'Hội Cựu chiến binh xã', 'mass-org'),
  party('cb-thon-dong', 'Chi bộ thôn Đông', 'party-cell'),
  party('cb-thon-doai', 'Chi bộ thôn Đoài', 'party-cell'),
  party('cb-thcs', 'Chi bộ Trường THCS Ánh Dương', 'party-cell'),
  unit('hdnd', 'Hội đồng nhân dân xã', 'council', 'government', null),
  unit('ubnd', 'Ủy ban nhân dân xã', 'peoples-committee', 'government', 'hdnd'),
  state('van-phong-hdnd-ubnd', 'Văn phòng HĐND và UBND xã', 'division'),
  state('phong-kt', 'Phòng Kinh tế', 'division'),
  state('phong-vhxh', 'Phòng Văn hóa - Xã hội', 'division'),
  state('tt-pvhcc', 'Trung tâm Phục vụ hành chính công xã', 'service-centre'),
  state('tram-y-te', 'Trạm Y tế xã', 'public-unit'),
  state('mn-sao-mai', 'Trường Mầm non Sao Mai', 'school'),
  state('th-ban-mai', 'Trường Tiểu học Ban Mai', 'school'),
  state('thcs-anh-duong', 'Trường THCS Ánh Dương', 'school'),
];
