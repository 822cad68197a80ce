// Expected beside got, line by line with the clause: what the year was written for, read back from what is stored.
import { levelLabels } from '../../functions/src/domain/labels.ts';
import { decimal } from '../../functions/src/domain/scoring.ts';
import type { Level } from '../../functions/src/domain/words.ts';
import { cellsOf, periodNames, periodOf, type PeriodName } from '../../functions/src/domain/yearCounts.ts';
import type { Result } from '../../functions/src/schema/result.ts';
import type { PersonYear } from '../../functions/src/schema/year.ts';
import { cases } from './cases.ts';
import { caseOf } from './scripts.ts';
import type { YearOutcome } from './outcome.ts';
import type { ExpectedFinding, YearCase } from './types.ts';

export interface Line {
  who: string;
  what: string;
  clause: string;
  expected: string;
  got: string;
}

const letters: Readonly<Record<Level, string>> = { good: 'T', fair: 'B', poor: 'K' };
const letterOf = (level: Level | null) => (level === null ? '-' : letters[level]);
const newest = (versions: readonly Result[]) => versions.at(-1);

/** The lines of everybody's months and year; `proposed` is what a stored result is worth when it is proposed again. */
export function linesOf(
  outcome: YearOutcome,
  people: readonly string[],
  proposed: (result: Result) => Level | null,
): Line[] {
  const ordinary = people.filter((person) => !cases.some((one) => one.person === person));
  return [...cases, ...ordinary.map(caseOf)].flatMap((one) => [
    ...monthLines(one, outcome, proposed),
    ...findingLines(one, outcome),
    ...yearLines(one, outcome),
  ]);
}

function monthLines(
  { person, title, clause, levels, ratings }: YearCase,
  { results }: YearOutcome,
  proposed: (result: Result) => Level | null,
): Line[] {
  const months = [...(results.get(person)?.values() ?? [])].map(newest);
  const text = (of: (result: Result) => string) => months.map((one) => (one ? of(one) : '.')).join('');
  const line = { who: person, clause };
  return [
    { ...line, what: title, expected: levels, got: text((one) => letterOf(one.level)) },
    {
      ...{
        ...line,
        clause: 'S3 II.4, II.3.1',
        what: 'Mức độ do hệ thống đề xuất, tính lại từ kết quả đã lưu',
      },
      ...{ expected: levels, got: text((one) => letterOf(proposed(one))) },
    },
    {
      ...{ ...line, clause: 'S3 II.6.5', what: 'Xếp loại tháng' },
      ...{ expected: ratings, got: text((one) => one.rating ?? '-') },
    },
  ];
}

const findingText = ({ state, countsIn, carriedTo }: ExpectedFinding) =>
  `${state}, tính tháng ${countsIn ?? '–'}, chuyển đến ${carriedTo ?? '–'}`;

function findingLines({ person, findings }: YearCase, outcome: YearOutcome): Line[] {
  return Object.entries(findings ?? {}).map(([id, expected]) => {
    const got = outcome.findings.get(id);
    const found = got && { ...got, countsIn: got.countsIn ?? null, carriedTo: got.carriedTo ?? null };
    return {
      ...{ who: person, what: `Biểu hiện ${id.slice(person.length + 1)}`, clause: 'domain 2' },
      ...{ expected: findingText(expected), got: found ? findingText(found) : 'không có' },
    };
  });
}

/** "76 Kém" for each period that the case names. */
function periodText({ cells }: Pick<PersonYear, 'cells'>): string {
  const all = Object.entries(cells).map(([month, cell]) => ({ month, ...cell }));
  const told = (name: PeriodName) => {
    const { mean, worst } = periodOf(cellsOf(all, name));
    return mean === null || worst === null ? '–' : `${decimal(mean)} ${levelLabels[worst]}`;
  };
  return periodNames.map((name) => `${name}: ${told(name)}`).join('; ');
}

function yearLines(
  { person, levels, year, decided, isGone, periods }: YearCase,
  { years }: YearOutcome,
): Line[] {
  const got = years.get(person);
  const line = { who: person, clause: 'S3 II.7' };
  const count = (letter: string) => [...levels].filter((one) => one === letter).length;
  const counted = (good: number, fair: number, poor: number, none: number) =>
    `${good} Tốt, ${fair} Trung bình, ${poor} Kém, ${none} không xếp loại`;
  const proposal = (of: {
    mean: number | null;
    cap: string | null;
    fails: string[];
    openReading: boolean;
    rating: string | null;
  }) =>
    `bình quân ${of.mean}; không vượt quá ${of.cap ?? '–'}; không hoàn thành vì ${of.fails.join(', ') || '–'}` +
    `${of.openReading ? '; cách hiểu còn mở' : ''}; đề xuất ${of.rating}`;
  if (!got) return [{ ...line, what: 'Năm', expected: 'có', got: 'không có' }];
  const { counts, proposal: p } = got;
  return [
    {
      ...{ ...line, what: 'Đếm tháng của năm' },
      expected: counted(count('T'), count('B'), count('K'), count('-')),
      got: counted(counts.levels.good, counts.levels.fair, counts.levels.poor, counts.unrated),
    },
    {
      ...{ ...line, what: 'Đề xuất của năm', expected: proposal(year) },
      got: proposal({
        ...{ mean: p.mean, cap: p.cap, rating: p.rating, openReading: p.openReading !== null },
        fails: p.failures.map(({ rule }) => rule),
      }),
    },
    ...(periods
      ? [
          {
            ...{ ...line, what: 'Quý, 6 tháng, năm: bình quân và mức thấp nhất', clause: 'domain 8' },
            expected: periodNames.map((name) => `${name}: ${periods[name]}`).join('; '),
            got: periodText(got),
          },
        ]
      : []),
    {
      ...{ ...line, what: 'Quyết định xếp loại năm, đã công khai', clause: 'S3 II.7; domain 8' },
      expected: isGone ? 'chưa' : `${decided?.rating ?? year.rating}${decided ? `: ${decided.reason}` : ''}`,
      got: got.decided
        ? `${got.decided.rating}${got.decided.reason ? `: ${got.decided.reason}` : ''}`
        : 'chưa',
    },
  ];
}
