// Scoring templates as versioned, effective-dated data; a sheet is pinned to the version it was opened with (domain.md section 4).
import type { CivilDate } from './words.ts';

/** Lowest score of each rating but D, inclusive. */
export interface Bands {
  A: number;
  B: number;
  C: number;
}

export interface ScoreGroup {
  /** As numbered on the sheet. */
  code: string;
  name: string;
  max: number;
  /** Points given by hand go in steps of this. */
  step: number;
  /** Where the score stands on the sheet; null where the template's points are not kept there. */
  field: 'score1' | 'score21' | 'score22' | null;
}

export interface Template {
  /** Document and version, "HN-1841@1". */
  id: string;
  name: string;
  /** Document it comes from, as cited in a trace. */
  clause: string;
  effectiveFrom: CivilDate;
  /** Last day, null while in force. */
  effectiveUntil: CivilDate | null;
  groups: readonly ScoreGroup[];
  bands: Bands;
  /** What the reader must know about where the figures come from. */
  note: string;
}

/** Domain.md section 4; both templates share them. */
export const bands: Bands = { A: 90, B: 70, C: 50 };

export const hn1841: Template = {
  id: 'HN-1841@1',
  name: 'Đánh giá, xếp loại hằng tháng theo Quyết định số 1841-QĐ/TU',
  clause: 'HN-1841',
  effectiveFrom: '2021-10-28',
  effectiveUntil: null,
  groups: [
    {
      code: 'I',
      name: 'Nhóm tiêu chí về chính trị tư tưởng, đạo đức, lối sống, tác phong lề lối làm việc, ý thức tổ chức kỷ luật',
      max: 30,
      step: 0.5,
      field: 'score1',
    },
    { code: 'II.1', name: 'Năng lực và kỹ năng', max: 20, step: 0.5, field: 'score21' },
    {
      code: 'II.2',
      name: 'Thực hiện nhiệm vụ theo kế hoạch, lịch công tác và các nhiệm vụ đột xuất đảm bảo tiến độ, chất lượng',
      max: 50,
      step: 0.5,
      field: 'score22',
    },
  ],
  bands,
  note: 'Tên nhóm tiêu chí theo Hướng dẫn; cách chia điểm 30/20/50 là suy ra, vì chưa có phụ lục của Quyết định số 1841-QĐ/TU. Tổ chức sửa được khi có phụ lục.',
};

export const nd335: Template = {
  id: 'ND-335@1',
  name: 'Đánh giá, xếp loại theo Nghị định số 335/2025/NĐ-CP (Mẫu số 01)',
  clause: 'ND-335',
  effectiveFrom: '2026-01-01',
  effectiveUntil: null,
  groups: [
    { code: 'I', name: 'Tiêu chí chung, nhóm I (5 + 5)', max: 10, step: 0.5, field: null },
    { code: 'II', name: 'Tiêu chí chung, nhóm II (4 × 2,5)', max: 10, step: 0.5, field: null },
    { code: 'III', name: 'Tiêu chí chung, nhóm III (4 × 2,5)', max: 10, step: 0.5, field: null },
    { code: 'KPI', name: 'Kết quả thực hiện nhiệm vụ (70 × KPI)', max: 70, step: 0.1, field: null },
  ],
  bands,
  note: 'Tên chi tiết của các tiêu chí theo Mẫu số 01; ngày hiệu lực do tổ chức xác nhận.',
};

export const templates: readonly Template[] = [hn1841, nd335];

/** Throws RangeError on an id that no version carries, since a sheet pinned to it could not be scored. */
export function templateOf(id: string): Template {
  const found = templates.find((template) => template.id === id);
  if (found === undefined) throw new RangeError(`no scoring template ${id}`);
  return found;
}

/** True iff the template may be chosen for a month that starts on `day`. */
export function isInForce(template: Template, day: CivilDate): boolean {
  return (
    template.effectiveFrom <= day && (template.effectiveUntil === null || day <= template.effectiveUntil)
  );
}
