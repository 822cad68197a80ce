import { describe, expect, it } from 'vitest';
import { filingOutcome, type FilingFacts } from './unfiled.ts';

const inTime: FilingFacts = {
  filed: true,
  late: false,
  missedWhenEvaluated: false,
  planned: true,
  unitFiled: null,
  excuse: null,
};
const off = { autoApplyMissing: false };

describe('what is missing or late (S3 II.3.1: any one missing is enough)', () => {
  it.each([
    ['filed in time', {}, [], null, null],
    ['a head whose unit filed', { unitFiled: true }, [], null, null],
    ['late, before the evaluation', { late: true }, ['2.06'], null, null],
    ['not filed', { filed: false }, ['2.06'], 'D', 'poor'],
    ['not filed, and no plan either', { filed: false, planned: false }, ['2.01', '2.06'], 'D', 'poor'],
    ['came after the evaluation', { late: true, missedWhenEvaluated: true }, ['2.06'], 'D', 'fair'],
    ['filed without a plan of the month', { planned: false }, ['2.01'], 'D', 'poor'],
    ['a head whose unit filed nothing', { unitFiled: false }, ['2.06'], 'D', 'poor'],
    ['not filed, excused', { filed: false, excuse: 'illness' }, [], null, null],
    ['late, excused', { late: true, excuse: 'leave' }, [], null, null],
    ['no plan, on maternity leave', { filed: false, planned: false, excuse: 'maternity' }, [], null, null],
  ] as const)('%s', (_, facts, codes, rating, level) => {
    expect(filingOutcome({ ...inTime, ...facts }, off)).toMatchObject({ codes, rating, level });
  });

  it.each([
    ['late', { late: true }, true, 'Nộp báo cáo'],
    ['not filed', { filed: false }, false, 'Hết hạn chưa nộp'],
    ['came after the evaluation', { late: true, missedWhenEvaluated: true }, true, 'Nộp báo cáo'],
    ['late, and no plan', { late: true, planned: false }, false, 'Nộp báo cáo'],
    ['no plan', { planned: false }, false, 'Không có kế hoạch của tháng'],
    ['a head whose unit filed nothing', { unitFiled: false }, false, 'Đơn vị do mình đứng đầu'],
  ] as const)(
    'is one finding with what was seen, remedied once nothing is missing: %s',
    (_, facts, remedied, seen) => {
      const found = filingOutcome({ ...inTime, ...facts }, off);
      expect(found.remedied).toBe(remedied);
      expect(found.seen).toMatch(new RegExp(`^${seen}`));
    },
  );

  it('names late and unplanned together', () => {
    expect(filingOutcome({ ...inTime, late: true, planned: false }, off).codes).toEqual(['2.01', '2.06']);
  });

  it('says nothing of a filing in time', () => {
    expect(filingOutcome(inTime, off)).toMatchObject({ steps: [], warnings: [] });
  });

  it('traces what is missing to S3 II.3.1, what is read into it as inferred, what the organisation set as its setting', () => {
    const { steps, warnings } = filingOutcome({ ...inTime, filed: false }, off);
    expect(steps.map(({ clause }) => clause)).toEqual(['S3 II.3.1', '(suy ra)', 'Cài đặt của tổ chức']);
    expect(warnings).toEqual([expect.stringContaining('xác nhận, hoặc miễn và nêu lý do')]);
  });

  it('tells what is still missing at the close from what came after the evaluation', () => {
    const rules = (facts: Partial<FilingFacts>) => filingOutcome({ ...inTime, ...facts }, off).steps[1]?.rule;
    expect(rules({ filed: false })).toBe('Còn thiếu khi chốt tháng: Kém');
    expect(rules({ missedWhenEvaluated: true })).toBe('Đã nộp sau khi đánh giá: Trung bình');
  });

  it('prefills and still leaves the decision to a decider where the setting says so (autoApplyMissing)', () => {
    const { steps } = filingOutcome({ ...inTime, filed: false }, { autoApplyMissing: true });
    expect(steps.at(-1)?.outcome).toContain('người quyết định vẫn phải quyết định');
    const planless = filingOutcome({ ...inTime, planned: false }, { autoApplyMissing: true });
    expect(planless.steps.at(-1)?.outcome).not.toContain('điền sẵn');
  });

  it('keeps the trace of an excuse, by its code only', () => {
    const { steps } = filingOutcome({ ...inTime, filed: false, excuse: 'maternity' }, off);
    expect(steps).toEqual([
      expect.objectContaining({ clause: 'S3 II.3.1', outcome: 'Không đề xuất hậu quả' }),
    ]);
    expect(steps[0]?.facts).toContain('Nghỉ thai sản');
  });
});
