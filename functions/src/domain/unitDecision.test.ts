import { describe, expect, it } from 'vitest';
import { startOfDay } from './civilDate.ts';
import { replayUnit, unitDecisionSteps, unitTrace, type UnitDecision } from './unitDecision.ts';

const decision: UnitDecision = {
  ...{ decidedBy: 'Lê Thị Mai', rating: 'B', level: 'good', reason: 'Hoàn thành kế hoạch' },
  ...{ headName: 'Vũ Sơn', headRating: 'B', aboveReason: '' },
};
const month = {
  ...{ planFiled: true, reportFiled: false, findings: [], close: startOfDay('2026-05-05') },
  settings: { selfRemedyIsGood: false, onScheduleIsFair: true },
};

describe('the decision on a unit, as its trace says it', () => {
  it('names who decided what, and why', () => {
    expect(unitDecisionSteps(decision)).toEqual([
      expect.objectContaining({
        facts: ['Lê Thị Mai', 'Lý do: Hoàn thành kế hoạch'],
        outcome: 'Hoàn thành tốt nhiệm vụ; mức độ Tốt',
      }),
    ]);
  });

  it.each([
    ['above the unit', 'A', 'B', 'Đã chỉ đạo khắc phục', 'Lý do: Đã chỉ đạo khắc phục'],
    ['above the unit, and nobody says why', 'A', 'D', '', 'Chưa nêu lý do'],
    ['as the unit', 'B', 'B', '', null],
    ['below the unit', 'C', 'B', '', null],
    ['not decided', null, 'B', '', null],
  ] as const)('of a head %s (NĐ 335 Điều 20.6)', (_, headRating, rating, aboveReason, said) => {
    const [, above] = unitDecisionSteps({ ...decision, headRating, rating, aboveReason });
    if (said === null) expect(above).toBeUndefined();
    else expect(above).toMatchObject({ clause: 'NĐ 335 Điều 20.6', facts: [expect.any(String), said] });
  });

  it('comes out again from what was kept, and any field that was changed is named', () => {
    const basis = JSON.stringify({ month, decision });
    const stored = { rating: 'B', level: 'good', trace: unitTrace({ month, decision }), basis } as const;
    expect(replayUnit(stored)).toEqual([]);
    expect(stored.trace.map(({ clause }) => clause)).toContain('S3 II.3.1');
    expect(replayUnit({ ...stored, rating: 'A' })).toEqual(['rating']);
    expect(replayUnit({ ...stored, level: 'poor' })).toEqual(['level']);
    expect(replayUnit({ ...stored, trace: stored.trace.slice(1) })).toEqual(['trace']);
  });
});
