// The templates that ship with the system: HN-1841 for everybody, ND-335 for staff and its variant for leaders (domain.md section 4).
import type { Criterion, Template } from './templates.ts';

/** Domain.md section 4; all shipped templates share them. */
export const bands = { A: 90, B: 70, C: 50 };

export const hn1841: Template = {
  id: 'HN-1841@1',
  kind: 'points',
  name: 'Đánh giá, xếp loại hằng tháng theo Quyết định số 1841-QĐ/TU',
  clause: 'HN-1841',
  people: ['leaders', 'staff', 'contract'],
  effectiveFrom: '2021-10-28',
  effectiveUntil: null,
  groups: [
    {
      code: 'I',
      name: 'Nhóm tiêu chí về chính trị tư tưởng, đạo đức, lối sống, tác phong lề lối làm việc, ý thức tổ chức kỷ luật',
      max: 30,
      step: 0.5,
      field: 'score1',
      criteria: [],
    },
    { code: 'II.1', name: 'Năng lực và kỹ năng', max: 20, step: 0.5, field: 'score21', criteria: [] },
    {
      code: 'II.2',
      name: 'Thực hiện nhiệm vụ theo kế hoạch, lịch công tác và các nhiệm vụ đột xuất đảm bảo tiến độ, chất lượng',
      max: 50,
      step: 0.5,
      field: 'score22',
      criteria: [],
    },
  ],
  bands,
  note: 'Tên nhóm tiêu chí theo Hướng dẫn; cách chia điểm 30/20/50 là suy ra, vì chưa có phụ lục của Quyết định số 1841-QĐ/TU. Tổ chức sửa được khi có phụ lục.',
};

/** The three common groups of Mẫu số 01, 10 points each; what is in them an organisation may word in a version of its own. */
export const commonCriteria: Readonly<Record<'I' | 'II' | 'III', { name: string; criteria: Criterion[] }>> = {
  I: {
    name: 'Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ và ý thức kỷ luật, kỷ cương',
    criteria: [
      { code: 'I.1', name: 'Phẩm chất chính trị, phẩm chất đạo đức và văn hóa thực thi công vụ', max: 5 },
      { code: 'I.2', name: 'Ý thức kỷ luật, kỷ cương trong thực thi công vụ', max: 5 },
    ],
  },
  II: {
    name: 'Năng lực chuyên môn, nghiệp vụ; tinh thần trách nhiệm; thái độ phục vụ; khả năng phối hợp',
    criteria: [
      { code: 'II.1', name: 'Năng lực chuyên môn, nghiệp vụ', max: 2.5 },
      { code: 'II.2', name: 'Khả năng đáp ứng nhiệm vụ được giao thường xuyên, đột xuất', max: 2.5 },
      { code: 'II.3', name: 'Tinh thần trách nhiệm trong thực thi công vụ', max: 2.5 },
      {
        code: 'II.4',
        name: 'Thái độ phục vụ người dân, doanh nghiệp và khả năng phối hợp với đồng nghiệp',
        max: 2.5,
      },
    ],
  },
  III: {
    name: 'Năng lực đổi mới, sáng tạo, dám nghĩ, dám làm, dám chịu trách nhiệm vì lợi ích chung',
    criteria: [
      { code: 'III.1', name: 'Năng lực đổi mới, sáng tạo', max: 2.5 },
      { code: 'III.2', name: 'Dám nghĩ, dám làm', max: 2.5 },
      { code: 'III.3', name: 'Dám chịu trách nhiệm', max: 2.5 },
      { code: 'III.4', name: 'Vì lợi ích chung trong thực thi công vụ', max: 2.5 },
    ],
  },
};

/** Components of KPI in per cent, from the tasks of the month. */
export const staffComponents: readonly Criterion[] = [
  { code: 'a', name: 'a) Số lượng: tỷ lệ nhiệm vụ đã hoàn thành', max: 100 },
  { code: 'b', name: 'b) Chất lượng: mỗi lần không đạt trừ 25% của nhiệm vụ đó', max: 100 },
  { code: 'c', name: 'c) Tiến độ: mỗi lần chậm trừ 25% của nhiệm vụ đó', max: 100 },
];
/** Met or half met. */
const metOrHalf = [100, 50] as const;
export const leaderComponents: readonly Criterion[] = [
  ...staffComponents,
  {
    code: 'd',
    name: 'd) Kết quả hoạt động của cơ quan, đơn vị, lĩnh vực phụ trách',
    max: 100,
    choices: metOrHalf,
  },
  { code: 'dd', name: 'đ) Khả năng tổ chức triển khai thực hiện nhiệm vụ', max: 100, choices: metOrHalf },
  { code: 'e', name: 'e) Năng lực tập hợp, đoàn kết', max: 100, choices: metOrHalf },
];

export const kpiName = 'Kết quả thực hiện nhiệm vụ (70 × KPI)';

const nd335Groups = (components: readonly Criterion[]): Template['groups'] => [
  ...(['I', 'II', 'III'] as const).map((code) => ({
    code,
    ...commonCriteria[code],
    max: 10,
    step: 0.5,
    field: 'score1' as const,
  })),
  { code: 'KPI', name: kpiName, max: 70, step: 0.1, field: 'score22', criteria: components },
];

const nd335Note =
  'Điểm và cách tính theo Mẫu số 01; lời văn của từng tiêu chí là suy ra từ tên nhóm, và ngày hiệu lực do tổ chức xác nhận. Tổ chức sửa được bằng một phiên bản riêng.';

export const nd335: Template = {
  id: 'ND-335@1',
  kind: 'kpi',
  name: 'Đánh giá, xếp loại theo Nghị định số 335/2025/NĐ-CP (Mẫu số 01)',
  clause: 'ND-335',
  people: ['staff', 'contract'],
  effectiveFrom: '2026-01-01',
  effectiveUntil: null,
  groups: nd335Groups(staffComponents),
  bands,
  note: nd335Note,
};

export const nd335Leaders: Template = {
  ...nd335,
  id: 'ND-335-LD@1',
  name: 'Đánh giá, xếp loại theo Nghị định số 335/2025/NĐ-CP (Mẫu số 01, người giữ chức vụ lãnh đạo, quản lý)',
  people: ['leaders'],
  groups: nd335Groups(leaderComponents),
};

export const shippedTemplates: readonly Template[] = [hn1841, nd335, nd335Leaders];
