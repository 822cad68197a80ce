// Rows 6–13 of the district's table: khối chính quyền (S3 II.5.2).
import type { UnitKind } from '../organisation.ts';
import type { Category } from '../words.ts';
import { holding, type Row, type Seat } from './table.ts';

const clause = 'S3 II.5.2';

const headOfUnit: Seat = { seat: 'head-of-unit' };
const deputyInCharge: Seat = { seat: 'deputy-in-charge' };
const councilChair: Seat = { seat: 'head-of-kind', unitKind: 'council', title: 'Chủ tịch HĐND Quận' };
const chair: Seat = { seat: 'head-of-kind', unitKind: 'peoples-committee', title: 'Chủ tịch UBND Quận' };
const headOfEducation: Seat = {
  seat: 'head-of-kind',
  unitKind: 'education-division',
  title: 'Trưởng phòng Giáo dục và đào tạo Quận',
};

const governmentUnits: readonly UnitKind[] = ['division', 'public-unit', 'education-division'];
/** CBCCVC and LĐHĐ; part-time workers are a gap of the table. */
const employed: readonly Category[] = ['official', 'civil-servant', 'public-employee', 'contract'];

const deputies = { ...holding(governmentUnits, ['deputy']), block: 'government' } as const;
const staff = { ...holding(governmentUnits, ['staff']), block: 'government', categories: employed } as const;

const oneStep = {
  clause,
  tier: 'staff',
  evaluator: headOfUnit,
  decider: headOfUnit,
  consulted: null,
  proposers: [],
  counted: true,
} as const satisfies Partial<Row>;
const twoSteps = { ...oneStep, evaluator: deputyInCharge } as const satisfies Partial<Row>;

const leaders: readonly Row[] = [
  {
    row: 6,
    clause,
    text: 'Chủ tịch HĐND Quận đánh giá, nhận diện đối với Phó Chủ tịch HĐND Quận; Trưởng, Phó ban chuyên trách HĐND Quận; có tham khảo đánh giá, nhận xét của Phó Chủ tịch HĐND Quận.',
    tier: 'leader',
    cases: [
      holding(['council'], ['council-vice-chair']),
      // "chuyên trách": who heads a committee beside another primary post is evaluated in that one.
      { ...holding(['council'], ['council-committee-head', 'council-committee-deputy']), primaryOnly: true },
    ],
    evaluator: councilChair,
    decider: councilChair,
    consulted: { posts: ['council-vice-chair'], ofField: false },
    proposers: [],
    counted: false,
  },
  {
    row: 7,
    clause,
    text: 'Chủ tịch UBND Quận đánh giá, nhận diện đối với: Phó Chủ tịch UBND Quận; Trưởng các phòng, người đứng đầu các đơn vị sự nghiệp trực thuộc (trừ khối trường học) và Chủ tịch UBND phường (trừ các đồng chí đồng thời là Bí thư Đảng ủy phường), có tham khảo đánh giá, nhận xét của các Phó Chủ tịch UBND Quận phụ trách theo từng lĩnh vực trước khi quyết định.',
    tier: 'leader',
    cases: [
      holding(['peoples-committee'], ['vice-chair']),
      { ...holding(governmentUnits, ['head']), block: 'government' },
      // The post in UBND phường comes first: its unit is the one whose field is asked and whose plan is filed.
      holding(['ward-committee'], ['ward-chair']),
      holding(['ward-committee', 'ward-party'], ['ward-deputy-secretary']),
    ],
    evaluator: chair,
    decider: chair,
    consulted: { posts: ['vice-chair'], ofField: true },
    proposers: [],
    counted: false,
  },
  {
    row: 8,
    clause,
    text: 'Trưởng phòng Giáo dục và đào tạo Quận đánh giá, nhận diện đối với Hiệu trưởng các trường mầm non, tiểu học, THCS công lập trực thuộc Quận.',
    tier: 'leader',
    cases: [holding(['school'], ['principal'])],
    evaluator: headOfEducation,
    decider: headOfEducation,
    consulted: null,
    proposers: [],
    counted: false,
  },
];

export const governmentRows: readonly Row[] = [
  ...leaders,
  {
    ...oneStep,
    row: 9,
    text: 'Người đứng đầu các đơn vị thuộc UBND Quận đánh giá, nhận diện đối với: cấp phó và CBCCVC của đơn vị mình (áp dụng đối với phòng, ban, đơn vị có dưới 20 CBCCVC).',
    cases: [deputies, { ...staff, size: 'below' }],
  },
  {
    ...twoSteps,
    row: 10,
    text: 'Đối với phòng, ban, đơn vị có từ 20 CBCCVC trở lên, cấp trưởng phòng, ban, đơn vị ủy quyền cho cấp phó trực tiếp phụ trách đánh giá, nhận diện, cấp trưởng đơn vị quyết định xếp loại.',
    cases: [{ ...staff, size: 'from' }],
  },
  {
    ...oneStep,
    row: 11,
    text: 'Chủ tịch UBND phường đánh giá, nhận diện đối với Phó Chủ tịch UBND và công chức, lao động hợp đồng thuộc UBND phường.',
    cases: [
      holding(['ward-committee'], ['ward-vice-chair']),
      { ...holding(['ward-committee'], ['staff']), categories: employed },
    ],
    counted: false,
  },
  {
    ...oneStep,
    row: 12,
    text: 'Hiệu trưởng các trường mầm non, tiểu học, trung học cơ sở công lập trực thuộc Quận đánh giá, nhận diện đối với Phó Hiệu trưởng của đơn vị mình.',
    cases: [holding(['school'], ['vice-principal'])],
  },
  {
    ...twoSteps,
    row: 13,
    text: 'Ban Giám hiệu trường đánh giá, nhận diện đối với giáo viên, viên chức, lao động hợp đồng theo lĩnh vực phụ trách, hiệu trưởng quyết định xếp loại.',
    cases: [{ ...holding(['school'], ['teacher', 'staff']), categories: employed }],
  },
];
