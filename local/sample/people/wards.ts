// The ten wards: a Bí thư who is also Chủ tịch, two people, a Chủ tịch who is Phó Bí thư, and one ward in full (rows 3, 5, 7, 11).
import type { PostKind } from '../../../functions/src/domain/organisation.ts';
import type { Category } from '../../../functions/src/domain/words.ts';
import { wardCommittee, wardParty } from '../units.ts';
import { also, post, type PersonRow } from './row.ts';

/** One person holds both posts, so follows the party line alone (row 3, S3 II.5.1). */
const oneHead = (slug: string, sex: 'm' | 'f'): PersonRow => ({
  id: `${slug}-bi-thu`,
  sex,
  category: 'official',
  posts: [
    post(wardParty(slug), 'ward-secretary', 'Bí thư Đảng ủy phường'),
    also(wardCommittee(slug), 'ward-chair', 'Chủ tịch UBND phường'),
  ],
});

/** Two people; the Chủ tịch is a Phó Bí thư too where `deputy` says so, and stays in row 7. */
const twoHeads = (slug: string, sexes: readonly ['m' | 'f', 'm' | 'f'], deputy: boolean): PersonRow[] => [
  {
    id: `${slug}-bi-thu`,
    sex: sexes[0],
    category: 'official',
    posts: [post(wardParty(slug), 'ward-secretary', 'Bí thư Đảng ủy phường')],
  },
  {
    id: `${slug}-chu-tich`,
    sex: sexes[1],
    category: 'official',
    posts: [
      post(wardCommittee(slug), 'ward-chair', 'Chủ tịch UBND phường'),
      ...(deputy ? [also(wardParty(slug), 'ward-deputy-secretary', 'Phó Bí thư Đảng ủy phường')] : []),
    ],
  },
];

const member = (
  unit: string,
  id: string,
  sex: 'm' | 'f',
  kind: PostKind,
  title: string,
  category: Category = 'civil-servant',
): PersonRow => ({
  id,
  sex,
  category,
  posts: [post(unit, kind, title)],
  ...(category === 'contract' ? { partyMember: false } : {}),
});

const full = 'my-dinh-1';
const party = wardParty(full);
const state = wardCommittee(full);
const fullWard: PersonRow[] = [
  ...twoHeads(full, ['f', 'm'], true),
  member(party, 'md1-pbt', 'm', 'ward-standing-deputy', 'Phó Bí thư Thường trực Đảng ủy phường', 'official'),
  member(party, 'md1-mttq', 'f', 'ward-front-chair', 'Chủ tịch Ủy ban MTTQ phường', 'official'),
  member(party, 'md1-mttq-pho', 'm', 'ward-front-vice-chair', 'Phó Chủ tịch Ủy ban MTTQ phường', 'official'),
  member(party, 'md1-phu-nu', 'f', 'ward-org-head', 'Chủ tịch Hội Liên hiệp Phụ nữ phường', 'official'),
  member(party, 'md1-doan-pho', 'm', 'ward-org-deputy', 'Phó Bí thư Đoàn phường', 'official'),
  member(party, 'md1-du-hd', 'f', 'staff', 'Nhân viên văn phòng Đảng ủy (lao động hợp đồng)', 'contract'),
  member(state, 'md1-pct', 'f', 'ward-vice-chair', 'Phó Chủ tịch UBND phường', 'official'),
  member(state, 'md1-dia-chinh', 'm', 'staff', 'Công chức Địa chính - Xây dựng'),
  member(state, 'md1-ho-tich', 'f', 'staff', 'Công chức Tư pháp - Hộ tịch'),
  member(state, 'md1-ub-hd', 'm', 'staff', 'Nhân viên công nghệ thông tin (lao động hợp đồng)', 'contract'),
  member(state, 'md1-kct', 'f', 'staff', 'Người hoạt động không chuyên trách', 'part-time'),
];

export const wardPeople: PersonRow[] = [
  ...twoHeads('cau-dien', ['m', 'f'], true),
  member(
    wardParty('cau-dien'),
    'cd-pbt',
    'f',
    'ward-standing-deputy',
    'Phó Bí thư Thường trực Đảng ủy phường',
    'official',
  ),
  member(wardCommittee('cau-dien'), 'cd-vhxh', 'm', 'staff', 'Công chức Văn hóa - Xã hội'),
  oneHead('dai-mo', 'm'),
  ...twoHeads('me-tri', ['m', 'm'], false),
  member(wardCommittee('me-tri'), 'mt-tai-chinh', 'f', 'staff', 'Công chức Tài chính - Kế toán'),
  ...fullWard,
  oneHead('my-dinh-2', 'f'),
  oneHead('phu-do', 'm'),
  ...twoHeads('phuong-canh', ['f', 'm'], true),
  oneHead('tay-mo', 'm'),
  ...twoHeads('trung-van', ['m', 'f'], false),
  oneHead('xuan-phuong', 'f'),
];
