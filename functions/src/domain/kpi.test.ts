import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kpiScore, leaderComponent, lessPerFault } from './kpi.ts';
import { bandOf } from './rating.ts';

describe('ND-335 (Nghị định 335/2025/NĐ-CP, Mẫu số 01)', () => {
  it('common 27.5, KPI mean of 95.2, 88.8, 90.0 → 91.4 → A (domain 12)', () => {
    expect(kpiScore(27.5, [95.2, 88.8, 90.0])).toBe(91.4);
    expect(bandOf(kpiScore(27.5, [95.2, 88.8, 90.0]))).toBe('A');
  });

  it.each([
    [30, [100, 100, 100], 100],
    [0, [0, 0, 0], 0],
    [30, [100, 100, 100, 100, 100, 100], 100],
    [30, [100, 100, 100, 50, 50, 50], 82.5],
    [25, [100, 75, 50], 77.5],
    // 20 + 70 × 92.8333…% = 84.98333…: the mean is not rounded by itself.
    [20, [92.8, 92.8, 92.9], 85],
  ])('%s + 70 × mean of %j %% = %s', (common, components, score) => {
    expect(kpiScore(common, components)).toBe(score);
  });

  it('lies between the common points and 70 more, and grows with every component', () => {
    const percent = fc.integer({ min: 0, max: 1000 }).map((n) => n / 10);
    fc.assert(
      fc.property(fc.tuple(percent, percent, percent), percent, (components, other) => {
        const score = kpiScore(20, components);
        expect(score).toBeGreaterThanOrEqual(20);
        expect(score).toBeLessThanOrEqual(90);
        expect(
          kpiScore(20, [Math.max(components[0], other), components[1], components[2]]),
        ).toBeGreaterThanOrEqual(score);
      }),
    );
  });

  it.each([[], [100], [100, 100, 100, 100]])(
    'refuses a KPI of other than 3 or 6 components',
    (...components) => {
      expect(() => kpiScore(30, components)).toThrow(RangeError);
    },
  );

  it('takes 25 % off per failed review or delay, to 0; d, đ, e count whole or half', () => {
    expect([0, 1, 2, 3, 4, 5].map(lessPerFault)).toEqual([100, 75, 50, 25, 0, 0]);
    expect([leaderComponent(true), leaderComponent(false)]).toEqual([100, 50]);
  });
});
