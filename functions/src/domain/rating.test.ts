import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, proposeScore22, quotaWarning, taskShare, totalScore } from './rating.ts';
import { ratings } from './words.ts';

const rows = readFileSync(new URL('./rating.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [string, string, string, string, string, string]);

const halves = (max: number) => fc.integer({ min: 0, max: max * 2 }).map((n) => n / 2);

describe('score and band', () => {
  it.each(rows)('%s + %s + %s = %s → %s (%s)', (score1, score21, score22, total, rating) => {
    const score = totalScore(Number(score1), Number(score21), Number(score22));
    expect(score).toBe(Number(total));
    expect(bandOf(score)).toBe(rating);
  });

  it('adds halves exactly', () => {
    fc.assert(
      fc.property(halves(30), halves(20), halves(50), (a, b, c) => {
        expect(totalScore(a, b, c)).toBe((a * 2 + b * 2 + c * 2) / 2);
      }),
    );
  });

  it('is never off by more than half a tenth, and has one decimal', () => {
    const points = fc.integer({ min: 0, max: 50_000 }).map((n) => n / 1000);
    fc.assert(
      fc.property(points, points, points, (a, b, c) => {
        const total = totalScore(a, b, c);
        expect(Math.abs(total - (a + b + c))).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(total).toBe(Number(total.toFixed(1)));
      }),
    );
  });

  it('never rates more points worse', () => {
    const score = fc.integer({ min: 0, max: 1000 }).map((n) => n / 10);
    fc.assert(
      fc.property(score, score, (a, b) => {
        const worse = (s: number) => ratings.indexOf(bandOf(s));
        expect(worse(Math.max(a, b))).toBeLessThanOrEqual(worse(Math.min(a, b)));
      }),
    );
  });

  it('takes the bands of another template', () => {
    expect(bandOf(85, { A: 85, B: 60, C: 40 })).toBe('A');
    expect(bandOf(39.9, { A: 85, B: 60, C: 40 })).toBe('D');
  });
});

describe('II.2 from the share of tasks done', () => {
  it.each([
    [0, 0, null],
    [0, 3, 0],
    [1, 3, 16.5],
    [2, 3, 33],
    [7, 10, 35],
    [8, 10, 40],
    [9, 10, 45],
    [10, 10, 50],
    [17, 20, 42.5],
    [19, 20, 47.5],
    [29, 30, 48],
    [1, 1, 50],
  ])('%i of %i → %s (domain 4)', (done, total, score) => {
    expect(proposeScore22(done, total, 50)).toBe(score);
  });

  it('stays within the range of its share: 90–100 % → 45–50, 80–<90 → 40–<45, 70–<80 → 35–<40, <70 → <35', () => {
    const tasks = fc
      .integer({ min: 1, max: 40 })
      .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));
    fc.assert(
      fc.property(tasks, ([done, total]) => {
        const score = proposeScore22(done, total, 50)!;
        expect(score * 2).toBe(Math.floor(score * 2));
        for (const tenth of [7, 8, 9]) expect(score >= tenth * 5).toBe(done * 10 >= tenth * total);
        expect(score).toBeLessThanOrEqual(50);
      }),
    );
  });

  it('counts tasks done in time: one done late or without a state is only in the total', () => {
    const tasks = { t1: 'a', t2: 'b', t3: 'c', t4: 'd' };
    expect(taskShare(tasks, { t1: 'done', t2: 'late', t3: 'undone' })).toEqual({ done: 1, total: 4 });
    expect(taskShare({}, { t1: 'done' })).toEqual({ done: 0, total: 0 });
  });
});

describe('the quota of Hoàn thành xuất sắc (domain 4)', () => {
  it.each([
    [0, 0, null],
    [0, 30, null],
    [1, 5, null],
    [6, 30, null],
    [1, 4, 'vượt 20% số người Hoàn thành tốt, còn trong mức tối đa 25%'],
    [7, 30, 'còn trong mức tối đa 25%'],
    [8, 30, 'vượt mức tối đa 25% (7 người)'],
    [2, 7, 'vượt mức tối đa 25% (1 người)'],
    [1, 3, 'không có suất Hoàn thành xuất sắc nào'],
    [1, 0, 'không có suất Hoàn thành xuất sắc nào'],
  ])('%i A beside %i B → %s', (A, B, text) => {
    if (text === null) expect(quotaWarning({ A, B })).toBeNull();
    else expect(quotaWarning({ A, B })).toContain(text);
  });
});
