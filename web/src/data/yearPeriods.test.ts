// What pages show of quarters, half-years and the year: means of their own months, counts, the worst level, and whether it is tạm tính.
import { describe, expect, it } from 'vitest';
import { aPersonYear, aUnitYear } from '../../../test/fixtures/years.ts';
import type { PersonYear, UnitYearRow } from '../../../functions/src/schema/year.ts';
import { monthsOfYear } from '../../../functions/src/domain/yearCounts.ts';
import {
  levelsText,
  periodsOfPerson,
  periodsOfRow,
  ratingsText,
  worstText,
  type NamedPeriod,
} from './yearPeriods.ts';

const where = { version: 1, unit: 'phong-noi-vu', unitName: 'Phòng Nội vụ' };
const good = { rating: 'B', level: 'good', score: 90, unrated: false } as const;
const poor = { rating: 'C', level: 'poor', score: 60, unrated: false } as const;
const unrated = { rating: null, level: null, score: null, unrated: true } as const;
const empty = { rating: null, level: null, score: null, unrated: false } as const;

/** Came in February; April was never decided, June is không xếp loại, and the rest of the year is still to come. */
const shown = { '02': good, '03': poor, '05': good, '06': unrated } as const;
const cells = Object.fromEntries(
  monthsOfYear('2026').map((month): [string, PersonYear['cells'][string]] => {
    const result = shown[month.slice(5) as keyof typeof shown] as typeof good | undefined;
    if (result) return [month, { state: 'published', ...result, ...where }];
    return [month, { state: month === '2026-01' ? 'none' : 'missing', ...empty, ...where }];
  }),
);
const row: UnitYearRow = {
  ...aUnitYear().rows['lan']!,
  provisional: true,
  cells: Object.fromEntries(
    Object.entries(shown).map(([month, one]) => [`2026-${month}`, { ...one, elsewhere: null }]),
  ),
  owed: monthsOfYear('2026').filter((month) => cells[month]?.state === 'missing'),
};

const of = (periods: readonly NamedPeriod[], name: NamedPeriod['name']) =>
  periods.find((one) => one.name === name)!;
const told = (periods: readonly NamedPeriod[]) =>
  periods.map((one) => [one.name, one.mean, levelsText(one), worstText(one), one.provisional]);

describe('periods of a year', () => {
  it('come with their mean, counts and worst level, tạm tính where a month of theirs is owed', () => {
    expect(told(periodsOfPerson(aPersonYear({ cells })))).toEqual([
      ['q1', 75, 'Tốt 1, Kém 1', 'Kém', false],
      ['q2', 90, 'Tốt 1', 'Tốt', true],
      ['h1', 80, 'Tốt 2, Kém 1', 'Kém', true],
      ['q3', null, '', '', true],
      ['q4', null, '', '', true],
      ['h2', null, '', '', true],
      ['year', 80, 'Tốt 2, Kém 1', 'Kém', true],
    ]);
  });

  it('count months không xếp loại by themselves', () => {
    expect(ratingsText(of(periodsOfPerson({ cells }), 'q2'))).toBe('Hoàn thành tốt 1, không xếp loại 1');
  });

  it("are the same in the unit's table as on the person's page", () => {
    expect(periodsOfRow(row, '2026')).toEqual(periodsOfPerson({ cells }));
  });

  it('of a table from before owed months were kept are tạm tính as the year is', () => {
    const { owed: _, ...older } = row;
    expect(of(periodsOfRow(older, '2026'), 'q1').provisional).toBe(true);
    expect(of(periodsOfRow({ ...older, provisional: false }, '2026'), 'q2').provisional).toBe(false);
  });
});
