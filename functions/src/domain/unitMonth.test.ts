import { describe, expect, it } from 'vitest';
import { startOfDay } from './civilDate.ts';
import type { FindingFacts } from './level.ts';
import { headAboveUnit, proposeUnit, type UnitMonthFacts } from './unitMonth.ts';
import { ratings } from './words.ts';

const open: FindingFacts = {
  id: 'f1',
  codes: '1.11',
  source: 'inspection',
  state: 'confirmed',
  remedyState: 'none',
  remedyReportedAt: null,
  due: '2026-04-24',
  notifiedAt: startOfDay('2026-04-20'),
  carried: false,
  excuse: null,
  harm: '',
};
const filed: UnitMonthFacts = {
  planFiled: true,
  reportFiled: true,
  findings: [],
  close: startOfDay('2026-05-05'),
  settings: { selfRemedyIsGood: false, onScheduleIsFair: true },
};

describe('the month of a unit (domain 3)', () => {
  it.each([
    ['all filed', {}, null, 'good'],
    ['no plan → D (S3 II.3.1)', { planFiled: false }, 'D', 'good'],
    ['no report → D (S3 II.3.1)', { reportFiled: false }, 'D', 'good'],
    ['its own finding open', { findings: [open] }, null, 'poor'],
    [
      'neither plan nor report, and a finding',
      { planFiled: false, reportFiled: false, findings: [open] },
      'D',
      'poor',
    ],
  ] as const)('%s', (_, change, rating, level) => {
    const proposal = proposeUnit({ ...filed, ...change });
    expect(proposal).toMatchObject({ rating, level });
    expect(proposal.steps.at(-1)?.clause).toBe(rating === 'D' ? 'S3 II.3.1' : '(suy ra)');
  });

  it('names what is missing', () => {
    expect(proposeUnit({ ...filed, planFiled: false, reportFiled: false }).steps.at(-1)?.facts).toEqual([
      'Đơn vị không nộp kế hoạch',
      'Đơn vị không nộp báo cáo',
    ]);
  });

  it('warns of a head rated above the unit, and only then (NĐ 335 Điều 20.6)', () => {
    for (const [h, head] of ratings.entries()) {
      for (const [u, unit] of ratings.entries()) expect(headAboveUnit(head, unit) !== null).toBe(h < u);
    }
    expect(headAboveUnit('A', 'C')).toContain('Người đứng đầu (Hoàn thành xuất sắc nhiệm vụ)');
  });
});
