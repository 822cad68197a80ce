import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kpiOfTasks, kpiScore, leaderComponent, lessPerFault } from './kpi.ts';
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

describe('KPI from the tasks of the report', () => {
  const tasks = { t1: 'a', t2: 'b', t3: 'c', t4: 'd' };
  it('counts quantity over all tasks, quality and timeliness over those done', () => {
    const states = { t1: 'done', t2: 'late', t3: 'undone', t4: 'done' } as const;
    expect(kpiOfTasks(tasks, states, { t1q: 1, t4t: 2 })).toEqual({ a: 75, b: 91.7, c: 75 });
  });
  it('a late task has one delay at least, and no more is added to what was counted', () => {
    expect(kpiOfTasks({ t1: 'a' }, { t1: 'late' }, {})).toEqual({ a: 100, b: 100, c: 75 });
    expect(kpiOfTasks({ t1: 'a' }, { t1: 'late' }, { t1t: 3 })).toEqual({ a: 100, b: 100, c: 25 });
  });
  it('is nothing without a task, and 0 where none was done', () => {
    expect(kpiOfTasks({}, {}, {})).toBeNull();
    expect(kpiOfTasks(tasks, {}, {})).toEqual({ a: 0, b: 0, c: 0 });
  });
});
