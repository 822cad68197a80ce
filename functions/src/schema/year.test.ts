// What the schemas of a year accept and refuse.
import { describe, expect, it } from 'vitest';
import { aPersonYear, aUnitYear, aYearAssessment } from '../../../test/fixtures/years.ts';
import { defaultYearSettings } from '../domain/settings.ts';
import { sizes } from './fields.ts';
import {
  maxYearRows,
  organisationYearSchema,
  personYearSchema,
  unitYearSchema,
  yearAssessmentSchema,
} from './year.ts';

describe('documents of a year', () => {
  it('pass as they are built', () => {
    expect(personYearSchema.safeParse(aPersonYear()).success).toBe(true);
    expect(unitYearSchema.safeParse(aUnitYear()).success).toBe(true);
    expect(yearAssessmentSchema.safeParse(aYearAssessment()).success).toBe(true);
  });

  const act = (over: object) => yearAssessmentSchema.safeParse({ ...aYearAssessment(), ...over }).success;
  it.each([
    ['a rating', { dRating: 'D' }, { dRating: 'E' }],
    ['a reason', { dReason: 'a'.repeat(sizes.note) }, { dReason: 'a'.repeat(sizes.note + 1) }],
    ['participants', { participants: 'Tập thể' }, { participants: 'a\u001fb' }],
    ['a state', { state: 'decided' }, { state: 'evaluated' }],
    ['a year', { year: '2027' }, { year: '1999' }],
    ['a field', {}, { score: 3 }],
  ])('take %s within its bounds and not beyond', (_, good, bad) => {
    expect(act(good)).toBe(true);
    expect(act(bad)).toBe(false);
  });

  it('hold at most 500 people of a unit, who fit into 1 MiB', () => {
    const { rows } = aUnitYear();
    const cell = {
      rating: 'B',
      level: 'good',
      score: 88.5,
      unrated: false,
      elsewhere: 'Phòng Tài nguyên và Môi trường',
    };
    const months = Array.from({ length: 12 }, (_, i) => [`2026-${String(i + 1).padStart(2, '0')}`, cell]);
    const row = {
      ...rows['lan'],
      name: 'Nguyễn Thị Phương Thảo',
      cells: Object.fromEntries(months) as object,
      ahead: [
        { level: 'poor', becomes: 'cap' },
        { level: 'fair', becomes: 'fail' },
      ],
    };
    const many = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`nguoi-${i}`, row]));
    const full = { ...aUnitYear(), rows: many(maxYearRows) };
    expect(unitYearSchema.safeParse(full).success).toBe(true);
    expect(Buffer.byteLength(JSON.stringify(full))).toBeLessThan(1024 * 1024);
    expect(unitYearSchema.safeParse({ ...full, rows: many(maxYearRows + 1) }).success).toBe(false);
  });
});

describe('settings of a year', () => {
  it('are the defaults where the organisation set none, and its own where it did', () => {
    const of = (settings: object) => organisationYearSchema.parse({ name: 'Quận', settings }).settings;
    expect(of({ headcount: 20 })).toEqual(defaultYearSettings);
    expect(of({ poorMonthsFail: 4 })).toEqual({ ...defaultYearSettings, poorMonthsFail: 4 });
  });
});
