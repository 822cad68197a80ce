// What everybody hands in and how it is judged, month by month: the sample's own texts, moved from April, with the year's cases laid over them.
import { nextMonth } from '../../functions/src/domain/civilDate.ts';
import type { Authority } from '../../functions/src/domain/authorityTypes.ts';
import { resolveAuthorities } from '../../functions/src/domain/authority.ts';
import type { Degree, Level, Month, Rating, Verdict } from '../../functions/src/domain/words.ts';
import { monthsOfYear } from '../../functions/src/domain/yearCounts.ts';
import type { Sheet } from '../../functions/src/schema/sheet.ts';
import { personScript } from '../sample/april/personScript.ts';
import type { PersonScript, Points } from '../sample/april/scripts.ts';
import { districtBook } from '../sample/april/districtBook.ts';
import { sampleSeed, type SampleOrganisation } from '../sample/organisation.ts';
import { sampleProfile } from '../sample/profile.ts';
import { cases } from './cases.ts';
import { year } from './cast.ts';
import type { MonthCase, YearCase } from './types.ts';

export const months: readonly Month[] = monthsOfYear(year);
export const pointsOf: Readonly<Record<Rating, Points>> = {
  A: [28.5, 18.5, 47],
  B: [26, 16, 40],
  C: [22, 13, 29],
  D: [14, 8, 20],
};
const levelOf: Readonly<Record<string, Level>> = { T: 'good', B: 'fair', K: 'poor' };
const ordinary: Omit<YearCase, 'person'> = {
  title: 'Một năm bình thường',
  clause: 'domain 8',
  levels: 'TTTTTTTTTTTT',
  ratings: 'BBBBBBBBBBBB',
  year: { mean: 82, cap: null, fails: [], openReading: false, rating: 'B' },
};

export const caseOf = (person: string): YearCase =>
  cases.find((one) => one.person === person) ?? { person, ...ordinary };

export interface MonthScript extends MonthCase {
  /** Null where the month is không xếp loại. */
  level: Level | null;
  rating: Rating | null;
  verdicts: Record<string, Verdict>;
  degrees: Record<string, Degree>;
}

export function monthOf(person: string, month: Month): MonthScript {
  const { levels, ratings, months: special } = caseOf(person);
  const n = Number(month.slice(5, 7));
  const rating = ratings.charAt(n - 1);
  return {
    verdicts: {},
    degrees: {},
    ...special?.[n],
    level: levelOf[levels.charAt(n - 1)] ?? null,
    rating: rating === '-' || rating === '.' ? null : (rating as Rating),
  };
}

/** The texts of the sample speak of April and May. */
export const movedTo =
  (month: Month) =>
  <T extends object>(fields: T): T =>
    JSON.parse(
      JSON.stringify(fields)
        .replaceAll('2026-04-', '{m}-')
        .replaceAll('2026-05-', '{n}-')
        .replaceAll('{m}', month)
        .replaceAll('{n}', nextMonth(month)),
    ) as T;

export interface YearScripts {
  authorities: ReadonlyMap<string, Authority>;
  of: (person: string, month: Month) => PersonScript;
}

export function yearScripts(sample: SampleOrganisation): YearScripts {
  const { organisation, document } = sample;
  const { authorities } = resolveAuthorities(
    sampleProfile(sample),
    organisation,
    document.settings,
    `${year}-01-01`,
  );
  const written = (person: string, month: Month): PersonScript => {
    const authority = authorities.get(person);
    const unit = organisation.units.find(({ id }) => id === authority?.unit);
    const category = organisation.people.find(({ id }) => id === person)?.category;
    if (!authority || !unit || !category) throw new Error(`${person} stands in no unit of the sample`);
    const { rating, level, first, rows, reason } = monthOf(person, month);
    const grade = first ?? rating ?? 'B';
    const judgement = { points: pointsOf[grade], level: level ?? 'good', reason: reason ?? '' };
    const exceptions = { [person]: { grade, judgement, ...(rows ? { rows } : {}) } };
    const book = { ...districtBook, exceptions, excellent: new Set<string>(), adequate: new Set<string>() };
    const seed = sampleSeed + 100 * Number(month.slice(5, 7));
    return { ...personScript({ authority, unit, category, seed, book }), self: pointsOf[grade] };
  };
  // The plan of the next month is what the next month then reports on.
  const of = (person: string, month: Month): PersonScript => {
    const script = written(person, month);
    const { tasks } = written(person, months[months.indexOf(month) + 1] ?? `${year}-01`);
    const next = tasks.flatMap(({ text, due, kind }) =>
      kind === 'planned' ? [{ text, due: due.replace('2026-04-', '2026-05-') }] : [],
    );
    return { ...script, next };
  };
  return { authorities, of };
}

/** Section III answers every finding that was carried into the month. */
export function answering(script: PersonScript, { carried }: Sheet): PersonScript {
  const rows = Object.entries(carried).map(([answers, summary]) => ({
    section: 'III' as const,
    result: `Về ${summary}`,
    cause: 'Khối lượng việc dồn vào cuối kỳ.',
    remedy: 'Tiếp tục thực hiện theo kế hoạch khắc phục, báo cáo hằng tuần.',
    codes: '',
    due: '2026-05-15',
    answers,
  }));
  return { ...script, rows: [...script.rows, ...rows] };
}
