import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf } from './rating.ts';
import { defaultYearSettings as settings } from './settings.ts';
import { bands } from './templates.ts';
import { levels, ratings, type Level, type Rating } from './words.ts';
import { proposeYear, type YearFacts } from './year.ts';
import { whatOneMoreWouldDo } from './yearAhead.ts';
import { cellsOf, monthsOfYear, periodOf, type YearCell } from './yearCounts.ts';
import { yearDecisionEntry, yearDecisionStep, yearNeedsReason } from './yearDecision.ts';

const months = monthsOfYear('2026');
type Content = Omit<YearCell, 'month'>;
const rated = (level: Level, score: number): Content => ({
  ...{ state: 'published', level, score, rating: bandOf(score), unrated: false },
});
const unrated: Content = { state: 'published', level: null, score: null, rating: null, unrated: true };
const missing: Content = { ...unrated, state: 'missing', unrated: false };
const none: Content = { ...missing, state: 'none' };

/** A year of twelve months; what isn't given is still missing. */
const year = (contents: readonly Content[]): YearCell[] =>
  months.map((month, i) => ({ month, ...(contents[i] ?? missing) }));
const propose = (contents: readonly Content[], over: Partial<YearFacts> = {}) =>
  proposeYear({ cells: year(contents), settings, bands, category: 'civil-servant', ...over });
const repeat = (n: number, content: Content): Content[] => Array.from({ length: n }, () => content);

interface Row {
  poor: number;
  fair: number;
  good: number;
  unrated: number;
  scores: number[];
  expected: object;
  clause: string;
}
const rows = readFileSync(new URL('./year.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Row => {
    const cells = line.split(',');
    if (cells.length < 13) throw new Error(`a row of year.csv lacks cells: ${line}`);
    const [poor, fair, good, without] = cells.slice(0, 4).map(Number) as [number, number, number, number];
    const [scores, mean, band, cap, fails, replacement, open, rating] = cells.slice(4, 12);
    return {
      ...{ poor, fair, good, unrated: without },
      scores: scores === '' ? [] : scores!.split(' ').map(Number),
      expected: {
        mean: mean === '' ? null : Number(mean),
        band: band || null,
        cap: cap || null,
        fails: fails === '' ? [] : fails!.split(' '),
        replacement: replacement === 'yes',
        open: open === 'yes',
        rating: rating || null,
      },
      clause: cells.slice(12).join(','),
    };
  });

describe('year.csv', () => {
  it('is read at all', () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(new Set(rows.map(({ clause }) => clause.slice(0, 6)))).toEqual(new Set(['domain', 'S3 II.']));
  });

  it.each(rows.map((row) => [row.poor, row.fair, row.good, row.unrated, row.clause, row] as const))(
    '%i Kém, %i TB, %i Tốt, %i không xếp loại: %s',
    (poor, fair, good, without, _, { scores, expected }) => {
      const levelOf = [
        ...repeatLevel(poor, 'poor'),
        ...repeatLevel(fair, 'fair'),
        ...repeatLevel(good, 'good'),
      ];
      const contents = levelOf.map((level, i) => rated(level, scores[i % scores.length]!));
      const { proposal, counts } = propose([...contents, ...repeat(without, unrated)]);
      const { mean, band, cap, failures, replacement, openReading, rating } = proposal;
      const fails = failures.map(({ rule }) => rule);
      expect({ mean, band, cap, fails, replacement, open: openReading !== null, rating }).toEqual(expected);
      expect(counts.levels).toEqual({ poor, fair, good });
      expect(counts).toMatchObject({ rated: poor + fair + good, unrated: without });
      expect(counts.missing).toBe(12 - poor - fair - good - without);
    },
  );
});
const repeatLevel = (n: number, level: Level): Level[] => Array.from({ length: n }, () => level);

describe('a failure', () => {
  it('names its clause, its months and the setting it reached', () => {
    const contents = [
      rated('poor', 80),
      rated('good', 80),
      rated('fair', 80),
      ...repeat(2, rated('poor', 80)),
    ];
    const { failures } = propose([...contents, ...repeat(2, rated('fair', 80))]).proposal;
    expect(failures).toEqual([
      { rule: 'poor', clause: 'S3 II.7', months: ['2026-01', '2026-04', '2026-05'], threshold: 3 },
      {
        rule: 'fairOrPoor',
        clause: 'S3 II.7',
        months: ['2026-01', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'],
        threshold: 6,
      },
    ]);
  });

  it('proposes to end a contract of contract workers only', () => {
    const why = (category: YearFacts['category']) =>
      propose(repeat(4, rated('poor', 80)), { category }).proposal.replacementWhy;
    expect(why('contract')).toContain('chấm dứt hợp đồng lao động');
    expect(why('official')).not.toContain('chấm dứt hợp đồng');
    expect(why('official')).toContain('thay thế, điều chuyển');
  });
});

describe('exactly three months Kém', () => {
  const three = [...repeat(3, rated('poor', 80)), ...repeat(9, rated('good', 80))];
  it('is shown as the open reading it is, in the proposal and in the trace', () => {
    const { proposal, trace } = propose(three);
    expect(proposal.rating).toBe('D');
    expect(proposal.openReading).toMatch(/"02 đến 3".*"từ 3 trở lên".*nghĩa chặt hơn/);
    expect(trace.map(({ outcome }) => outcome)).toContain(proposal.openReading);
  });

  it('is capped only where the organisation set the other reading, and still named', () => {
    const { proposal } = propose(three, { settings: { ...settings, poorMonthsFail: 4 } });
    expect(proposal).toMatchObject({ rating: 'C', cap: 'C', failures: [], replacement: false });
    expect(proposal.openReading).toContain('tổ chức cài đặt');
  });
});

describe('tạm tính', () => {
  it.each([
    ['December is owed', [...repeat(11, rated('good', 80))], true],
    [
      'December is decided and not published',
      [...repeat(11, rated('good', 80)), { ...rated('good', 80), state: 'provisional' as const }],
      true,
    ],
    [
      'March was never decided',
      [...repeat(2, rated('good', 80)), missing, ...repeat(9, rated('good', 80))],
      true,
    ],
    ['all twelve are published', repeat(12, rated('good', 80)), false],
    ['they came in May', [...repeat(4, none), ...repeat(8, rated('good', 80))], false],
    ['December is không xếp loại', [...repeat(11, rated('good', 80)), unrated], false],
  ])('%s', (_, contents, expected) => {
    const { proposal, trace } = propose(contents);
    expect(proposal.provisional).toBe(expected);
    expect(trace.at(-1)?.outcome.includes('(tạm tính)')).toBe(expected);
  });
});

describe('the trace', () => {
  it('gives each step a clause, and the words of the Guidance', () => {
    const { trace } = propose([...repeat(3, rated('poor', 80.5)), ...repeat(3, rated('fair', 80)), unrated]);
    expect(trace.map(({ clause }) => clause)).toEqual([
      ...['(suy ra)', 'S3 II.7', 'S3 II.7', 'S3 II.7', 'S3 II.7 (suy ra)', 'S3 II.7', '(suy ra)'],
    ]);
    expect(trace[0]?.facts[0]).toBe('Tháng 1/2026: 80,5 điểm; Hoàn thành tốt nhiệm vụ; mức độ Kém');
    expect(trace[0]?.facts[6]).toBe('Tháng 7/2026: không xếp loại');
    expect(trace[1]?.rule).toContain('Có từ 02 đến 3 tháng trong năm');
    expect(trace[2]?.facts).toEqual([
      'Mức độ Kém: 3 tháng (tháng 1/2026, tháng 2/2026, tháng 3/2026)',
      'Cài đặt: không hoàn thành từ 3 tháng Kém',
    ]);
    expect(trace[3]?.rule).toContain('06 tháng trở lên');
  });

  it('says plainly that nothing is proposed where no month is rated', () => {
    expect(propose(repeat(12, unrated)).trace.at(-1)?.outcome).toBe(
      'Không đề xuất: không có tháng nào được xếp loại trong năm',
    );
  });
});

describe('what one more would do', () => {
  const ahead = (poor: number, fair: number, good: number) =>
    whatOneMoreWouldDo(
      propose([
        ...repeat(poor, rated('poor', 80)),
        ...repeat(fair, rated('fair', 80)),
        ...repeat(good, rated('good', 80)),
      ]).counts,
      settings,
    ).map(({ level, becomes }) => `${level} → ${becomes}`);

  it.each([
    [0, 0, 3, []],
    [1, 0, 3, ['poor → cap']],
    [2, 0, 3, ['poor → fail']],
    [3, 0, 3, []],
    [0, 4, 3, []],
    [0, 5, 3, ['poor → fail', 'fair → fail']],
    [1, 4, 3, ['poor → fail', 'fair → fail']],
    [2, 3, 3, ['poor → fail', 'fair → fail']],
    [1, 3, 3, ['poor → cap']],
    [0, 6, 3, []],
    [1, 0, 11, []],
  ])('with %i Kém, %i TB, %i Tốt', (poor, fair, good, expected) => {
    expect(ahead(poor, fair, good)).toEqual(expected);
  });

  it('says what it would be, and that the third Kém is an open reading', () => {
    const { counts } = propose(repeat(2, rated('poor', 80)));
    expect(whatOneMoreWouldDo(counts, settings)[0]?.text).toBe(
      'Thêm một tháng Kém (thành 3 tháng Kém, 0 tháng Trung bình): đề xuất xếp loại năm: Không hoàn thành nhiệm vụ (theo nghĩa chặt hơn của "02 đến 3" và "từ 3 trở lên") (S3 II.7).',
    );
  });
});

describe('the decision', () => {
  const proposal = propose([...repeat(3, rated('poor', 80)), ...repeat(9, rated('good', 80))]).proposal;

  it.each([
    ['D', false],
    ['C', true],
    [null, true],
  ] as const)('of %s where D is proposed needs a reason: %s', (rating, expected) => {
    expect(yearNeedsReason(rating, proposal)).toBe(expected);
  });

  it('confirms one of the two readings of three months in its log entry', () => {
    expect(yearDecisionEntry('D', proposal)).toContain('"từ 3 trở lên"');
    expect(yearDecisionEntry('C', proposal)).toContain('"02 đến 3"');
    expect(yearDecisionEntry('B', proposal)).toContain('không theo nghĩa nào');
    expect(yearDecisionEntry('C', { openReading: null })).toBe('Hoàn thành nhiệm vụ');
  });

  it('stands in the trace with who decided, why, and what it differs from', () => {
    const decision = { clause: 'S3 II.5.2', rating: 'C', decidedBy: 'Trần An', participants: '' } as const;
    expect(yearDecisionStep({ ...decision, reason: 'Đã khắc phục' }, 'D')).toEqual({
      clause: 'S3 II.5.2',
      rule: 'Người quyết định tháng 12 quyết định xếp loại năm',
      facts: ['Trần An', 'Lý do: Đã khắc phục', 'Khác đề xuất: Không hoàn thành nhiệm vụ'],
      outcome: 'Hoàn thành nhiệm vụ',
    });
    expect(yearDecisionStep({ ...decision, reason: '' }, 'C').facts).toEqual(['Trần An']);
  });
});

describe('quarter and half-year', () => {
  it('have a mean, counts and the worst level, over their own months', () => {
    const cells = year([rated('good', 90), rated('poor', 80), rated('fair', 75), rated('good', 60), unrated]);
    expect(periodOf(cellsOf(cells, 'q1'))).toMatchObject({ mean: 81.7, worst: 'poor', provisional: false });
    expect(periodOf(cellsOf(cells, 'q2'))).toMatchObject({
      mean: 60,
      worst: 'good',
      counts: { rated: 1, unrated: 1, missing: 1 },
      provisional: true,
    });
    expect(periodOf(cellsOf(cells, 'h1'))).toMatchObject({ mean: 76.3, counts: { rated: 4 } });
    expect(periodOf(cellsOf(cells, 'h2'))).toMatchObject({ mean: null, worst: null, provisional: true });
    expect(cellsOf(cells, 'q4').map(({ month }) => month)).toEqual(['2026-10', '2026-11', '2026-12']);
  });
});

describe('properties', () => {
  const score = fc.integer({ min: 0, max: 1000 }).map((n) => n / 10);
  const ratedMonth = fc
    .tuple(fc.constantFrom(...levels), score)
    .map(([level, points]) => rated(level, points));
  const content = fc.oneof({ weight: 5, arbitrary: ratedMonth }, fc.constantFrom(unrated, missing, none));
  const contents = fc.array(content, { minLength: 12, maxLength: 12 });
  const worth = (rating: Rating | null) => (rating === null ? -1 : ratings.indexOf(rating));

  it('a month turned worse never improves a year', () => {
    fc.assert(
      fc.property(contents, fc.nat(11), fc.constantFrom<Level>('fair', 'poor'), (before, i, level) => {
        const one = before[i]!;
        fc.pre(one.level !== null && levels.indexOf(level) > levels.indexOf(one.level));
        const after = before.with(i, { ...one, level });
        expect(worth(propose(after).proposal.rating)).toBeGreaterThanOrEqual(
          worth(propose(before).proposal.rating),
        );
      }),
    );
  });

  it('a bad month that is added never improves a year', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom<Level>('fair', 'poor'), score, (before, level, points) => {
        const i = before.indexOf(missing);
        const scores = before.flatMap((one) => one.score ?? []);
        fc.pre(i >= 0 && scores.length > 0 && points <= Math.min(...scores));
        const added = propose(before.with(i, rated(level, points))).proposal;
        const { proposal } = propose(before);
        expect(worth(added.rating)).toBeGreaterThanOrEqual(worth(proposal.rating));
        expect(added.failures.length).toBeGreaterThanOrEqual(proposal.failures.length);
        if (proposal.cap !== null) expect(added.cap).toBe(proposal.cap);
      }),
    );
  });

  it('neither cap nor failure ever raises a rating', () => {
    fc.assert(
      fc.property(contents, (cells) => {
        const { rating, band } = propose(cells).proposal;
        expect(worth(rating)).toBeGreaterThanOrEqual(worth(band));
      }),
    );
  });

  it('the order of months does not matter', () => {
    const shuffled = contents.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: 12, maxLength: 12 })),
    );
    const withoutMonths = ({ proposal, counts }: ReturnType<typeof proposeYear>) => ({
      ...{ ...proposal, counts },
      failures: proposal.failures.map(({ rule, months: which }) => [rule, which.length]),
    });
    fc.assert(
      fc.property(shuffled, ([before, after]) => {
        expect(withoutMonths(propose(after))).toEqual(withoutMonths(propose(before)));
        // Nor the order in which the same cells are handed in.
        expect(propose([], { cells: year(before).toReversed() })).toEqual(propose(before));
      }),
    );
  });

  it('an unrated month changes nothing but its count', () => {
    fc.assert(
      fc.property(contents, (before) => {
        const i = before.indexOf(none);
        fc.pre(i >= 0);
        const [one, other] = [propose(before), propose(before.with(i, unrated))];
        expect(other.proposal).toEqual(one.proposal);
        expect(other.counts).toEqual({ ...one.counts, unrated: one.counts.unrated + 1 });
      }),
    );
  });

  it('a warning comes true', () => {
    fc.assert(
      fc.property(contents, score, (before, points) => {
        const { counts, proposal } = propose(before);
        const i = before.indexOf(missing);
        for (const level of ['poor', 'fair'] as const) {
          const warned = whatOneMoreWouldDo(counts, settings).find((one) => one.level === level);
          if (i < 0) expect(warned).toBeUndefined();
          else {
            const then = propose(before.with(i, rated(level, points))).proposal;
            const fails = then.failures.length > 0 && proposal.failures.length === 0;
            const caps = then.cap !== proposal.cap && proposal.failures.length === 0;
            expect(warned?.becomes).toBe(fails ? 'fail' : caps ? 'cap' : undefined);
          }
        }
      }),
    );
  });
});
