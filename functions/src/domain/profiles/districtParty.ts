// Rows 1–5 of the district's table: Khối Đảng, đoàn thể (S3 II.5.1).
import type { UnitKind } from '../organisation.ts';
import type { Category } from '../words.ts';
import { holding, type Row, type Seat } from './table.ts';

const clause = 'S3 II.5.1';

/** Bí thư Quận ủy chairs "cùng tập thể Thường trực": one record by the chair, who took part is noted in it. */
const secretary: Seat = { seat: 'head-of-kind', unitKind: 'party-committee', title: 'Bí thư Quận ủy' };
const headOfUnit: Seat = { seat: 'head-of-unit' };

const partyUnits: readonly UnitKind[] = [
  'party-board',
  'party-office',
  'front',
  'mass-org',
  'business-party',
];
/** Kinds of unit that stand in either block, such as Trung tâm Chính trị; S3 gives party units one step at any size. */
const eitherBlock: readonly UnitKind[] = ['division', 'public-unit'];
/** Công chức, viên chức, lao động hợp đồng; part-time workers are a gap of the table. */
const employed: readonly Category[] = ['official', 'civil-servant', 'public-employee', 'contract'];

const bySecretary = {
  clause,
  tier: 'leader',
  evaluator: secretary,
  decider: secretary,
  consulted: null,
  proposers: [],
  counted: false,
} as const satisfies Partial<Row>;

const byHead = {
  clause,
  tier: 'staff',
  evaluator: headOfUnit,
  decider: headOfUnit,
  consulted: null,
  proposers: [],
  counted: false,
} as const satisfies Partial<Row>;

export const partyRows: readonly Row[] = [
  {
    ...bySecretary,
    row: 1,
    text: 'Đồng chí Bí thư Quận ủy chủ trì cùng tập thể Thường trực Quận ủy nhận xét, đánh giá, nhận diện đối với: (1) Các đồng chí Phó Bí thư Quận ủy (đối với chức danh Chủ tịch HĐND, UBND Quận căn cứ trên cơ sở đề xuất của Thường trực HĐND, UBND Quận)',
    cases: [holding(['party-committee'], ['deputy-secretary'])],
    proposers: [
      // Luật Tổ chức chính quyền địa phương: the heads of the committees are members of Thường trực HĐND.
      { chairs: 'council-chair', members: ['council-vice-chair', 'council-committee-head'] },
      { chairs: 'chair', members: ['vice-chair'] },
    ],
  },
  {
    ...bySecretary,
    row: 2,
    text: 'Đồng chí Bí thư Quận ủy chủ trì cùng tập thể Thường trực Quận ủy nhận xét, đánh giá, nhận diện đối với: … (2) Trưởng các Ban Đảng, Chánh Văn phòng, Chủ tịch Ủy ban MTTQ, trưởng các tổ chức chính trị xã hội Quận, Bí thư Đảng ủy Khối Doanh nghiệp Quận',
    cases: [holding(partyUnits, ['head']), { ...holding(eitherBlock, ['head']), block: 'party' }],
  },
  {
    ...bySecretary,
    row: 3,
    text: 'Đồng chí Bí thư Quận ủy chủ trì cùng tập thể Thường trực Quận ủy nhận xét, đánh giá, nhận diện đối với: … (3) Bí thư Đảng ủy các phường',
    cases: [holding(['ward-party'], ['ward-secretary'])],
  },
  {
    ...byHead,
    row: 4,
    text: 'Người đứng đầu các đơn vị khối Đảng, MTTQ và các tổ chức chính trị xã hội, Bí thư Đảng ủy Khối Doanh nghiệp Quận đánh giá, nhận diện đối với cấp phó, công chức, viên chức, lao động hợp đồng trong đơn vị.',
    cases: [
      holding(partyUnits, ['deputy']),
      { ...holding(partyUnits, ['staff']), categories: employed },
      { ...holding(eitherBlock, ['deputy']), block: 'party' },
      { ...holding(eitherBlock, ['staff']), block: 'party', categories: employed },
    ],
  },
  {
    ...byHead,
    row: 5,
    text: 'Bí thư Đảng ủy phường đánh giá, nhận diện đối với: Phó Bí thư thường trực Đảng ủy; Chủ tịch, Phó Chủ tịch Ủy ban MTTQ phường; Trưởng, phó các tổ chức chính trị xã hội phường và lao động hợp đồng thuộc Đảng ủy (nếu có)',
    cases: [
      holding(
        ['ward-party'],
        [
          'ward-standing-deputy',
          'ward-front-chair',
          'ward-front-vice-chair',
          'ward-org-head',
          'ward-org-deputy',
        ],
      ),
      { ...holding(['ward-party'], ['staff']), categories: ['contract'] },
    ],
  },
];
