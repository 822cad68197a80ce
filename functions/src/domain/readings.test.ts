// Each place where S3 or S0 can be read in more than one way, named, with the reading that is taken (domain.md); and the facts of section 12 that no table holds.
import { describe, expect, it } from 'vitest';
import { districtUnits, organisation, person } from '../../../test/fixtures/organisationTable.ts';
import { resolveAuthorities } from './authority.ts';
import { vietnamCalendar as calendar } from './calendar.ts';
import { manifestations, wordingOf } from './catalogue.ts';
import { civilDateOf, startOfDay } from './civilDate.ts';
import { deadlinesOf } from './deadlines.ts';
import { countsIn, remediedText } from './finding.ts';
import { levelOf, type FindingFacts } from './level.ts';
import { absenceOf } from './missing.ts';
import { profileOf } from './profiles/profile.ts';
import { decisionWarnings } from './proposal.ts';
import { proposeScore22, quotaWarning } from './rating.ts';
import { reportsOf } from './reportDue.ts';
import { defaultSettings, defaultYearSettings } from './settings.ts';
import { bands, hn1841 } from './templates.ts';
import { filingOutcome, type FilingFacts } from './unfiled.ts';
import { proposeUnit } from './unitMonth.ts';
import type { Level } from './words.ts';
import { proposeYear } from './year.ts';
import { monthsOfYear, type YearCell } from './yearCounts.ts';

const district = profileOf('district@S3-2024');
const commune = profileOf('commune@S0-2025');
const close = startOfDay('2026-05-05');
const finding = (over: Partial<FindingFacts> = {}): FindingFacts => ({
  ...{ id: 'f1', codes: '2.01', source: 'evaluator', state: 'confirmed', remedyState: 'none' },
  ...{ remedyReportedAt: null, due: '2026-05-15', notifiedAt: startOfDay('2026-04-10') },
  ...{ carried: false, excuse: null, harm: '', ...over },
});
const level = (findings: FindingFacts[], settings = defaultSettings) =>
  levelOf(findings, { close, settings });
const remedied: Partial<FindingFacts> = {
  ...{ state: 'remedied', remedyState: 'accepted', remedyReportedAt: startOfDay('2026-04-28') },
};
const filed: FilingFacts = {
  ...{ filed: true, late: false, missedWhenEvaluated: false, planned: true, unitFiled: null },
  excuse: null,
};
const filing = (over: Partial<FilingFacts>) => filingOutcome({ ...filed, ...over }, defaultSettings);
const year = (...told: Level[]) => {
  const cells = monthsOfYear('2026').map((month, i): YearCell => {
    const one = told[i] ?? 'good';
    return { month, state: 'published', level: one, score: 95, rating: 'A', unrated: false };
  });
  return proposeYear({ cells, settings: defaultYearSettings, bands, category: 'civil-servant' }).proposal;
};
const repeat = (n: number, of: Level): Level[] => Array.from({ length: n }, () => of);
const days = (month: string) => deadlinesOf(month, calendar, defaultSettings).days;

/** A unit with a head, a deputy in charge of everybody, and so many staff. */
function whoJudges(unit: string, staff: number, category = {}) {
  const held = (kind: string) => `${unit}:${kind}`;
  const chair = [person('ct', 'ubnd:chair'), person('bt', 'tt:secretary')];
  const people = Array.from({ length: staff }, (_, i) =>
    person(`nv${i}`, held('staff'), i === 1 ? category : {}),
  );
  const ids = people.map(({ id }) => id).join(' ');
  const all = [...chair, person('dau', held('head')), person('pho', `${held('deputy')}[${ids}]`), ...people];
  const { authorities } = resolveAuthorities(
    district,
    organisation(districtUnits, all),
    defaultSettings,
    '2026-04-01',
  );
  return (id: string) => {
    const found = authorities.get(id);
    return found && [found.row, found.evaluator, found.decider];
  };
}

describe('readings of section 2 and 3: the level of a month', () => {
  it('what is remedied “carries nothing forward” and yet stands in section III with its result (S3 6.5): told, and not asked about', () => {
    const told = remediedText({
      codes: '2.05',
      fact: 'Trả lời chậm 4 ngày',
      remedyReportedAt: startOfDay('2026-04-28'),
    });
    expect(told).toBe('2.05: Trả lời chậm 4 ngày (đã khắc phục ngày 28/04/2026)');
    expect(level([finding({ ...remedied, carried: true })]).level).toBe('fair');
    expect(level([]).level).toBe('good');
  });
  it('“coi là không vi phạm” of a finding remedied in time: the month is Trung bình all the same', () => {
    expect(level([finding(remedied)]).level).toBe('fair');
  });
  it('a finding begun and within its date at the close: Trung bình, named as the reading it is', () => {
    const { level: found, steps } = level([finding({ remedyState: 'underway' })]);
    expect(found).toBe('fair');
    expect(JSON.stringify(steps)).toContain('suy ra');
    expect(
      level([finding({ remedyState: 'underway' })], { ...defaultSettings, onScheduleIsFair: false }).level,
    ).toBe('poor');
  });
  it('the exception of illness and leave, printed at one bullet only: the clock of that finding stands still', () => {
    expect(level([finding({ excuse: 'maternity' })]).level).toBe('good');
    expect(level([finding({ excuse: 'maternity' }), finding({ id: 'f2' })]).level).toBe('poor');
  });
  it('remedied by oneself before the evaluator saw it: Trung bình, unless the setting says Tốt', () => {
    const own = finding({ ...remedied, source: 'self' });
    expect(level([own]).level).toBe('fair');
  });
  it('level and rating are two results: A beside Trung bình and B beside Kém want a reason and are no error', () => {
    const none = { evaluatorRating: null, evaluatorLevel: null, bands } as const;
    for (const [rating, of, score] of [
      ['A', 'fair', 95],
      ['B', 'poor', 80],
    ] as const)
      expect(
        decisionWarnings({ ...none, rating, level: of, score, proposal: { rating, level: of } }).needsReason,
      ).toBe(true);
  });
  it('a unit that files no plan or report is D, and its staff are not', () => {
    const unit = { planFiled: false, reportFiled: true, findings: [], close, settings: defaultSettings };
    expect(proposeUnit(unit).rating).toBe('D');
    expect(filing({ unitFiled: null }).rating).toBeNull();
    expect(filing({ unitFiled: false }).rating).toBe('D');
  });
});

describe('readings of section 4: the rating', () => {
  it('30/20/50 of HN-1841 is inferred, and its template says so', () => {
    expect(hn1841.groups.map(({ max }) => max)).toEqual([30, 20, 50]);
    expect(hn1841.note).toContain('suy ra');
  });
  it('no task at all: nothing is proposed, the evaluator scores with a reason', () => {
    expect(proposeScore22(0, 0, 50)).toBeNull();
  });
  it('20 % to 25 % of Hoàn thành tốt is of their number and not of all people, and a floor of 0 is said plainly', () => {
    expect(quotaWarning({ A: 1, B: 5 })).toBeNull();
    expect(quotaWarning({ A: 1, B: 4 })).toContain('còn trong mức tối đa 25%');
    expect(quotaWarning({ A: 1, B: 3 })).toContain('không có suất');
  });
});

describe('readings of section 5: what is missing or late', () => {
  it('“không thực hiện nghiêm túc việc xây dựng kế hoạch, đánh giá và báo cáo”: any one missing is enough', () => {
    expect(filing({ planned: false }).rating).toBe('D');
    expect(filing({ filed: false }).rating).toBe('D');
  });
  it('late before the evaluation is no D: 2.06, remedied already', () => {
    expect(filing({ late: true })).toMatchObject({ rating: null, level: null, codes: ['2.06'] });
  });
  it('a first plan that comes after the 5th is a plan: only one that is missing has a consequence', () => {
    expect(filing({ planned: true })).toEqual(filing({}));
    expect(filing({ planned: false })).not.toEqual(filing({}));
  });
  it('not filed when evaluated: Kém if still missing at the close, Trung bình if it came (inferred)', () => {
    expect(filing({ filed: false }).level).toBe('poor');
    expect(filing({ late: true, missedWhenEvaluated: true }).level).toBe('fair');
  });
  it('objective causes remove both the rating and the level', () => {
    expect(filing({ filed: false, excuse: 'illness' })).toMatchObject({ rating: null, level: null });
  });
  it('worked under half of the month is không xếp loại, half of it is not (after Thanh Hóa’s regulation)', () => {
    const june = { isWorkingDay: (d: string) => d <= '2026-06-19' && calendar.isWorkingDay(d) };
    const away = (from: string) => [{ excuse: 'illness' as const, from, to: '2026-06-30' }];
    expect(absenceOf(away('2026-06-10'), '2026-06', june, defaultSettings)?.unrated).toBe(true);
    expect(absenceOf(away('2026-06-11'), '2026-06', june, defaultSettings)?.unrated).toBe(false);
  });
});

describe('readings of section 6: who evaluates whom', () => {
  it('19 CBCCVC with their head: the head decides alone', () => {
    expect(whoJudges('tnmt', 17)('nv0')).toEqual([9, 'dau', 'dau']);
  });
  it('20 with their head: the deputy in charge evaluates and the head decides; deputies stay with the head', () => {
    const judged = whoJudges('tnmt', 18);
    expect(judged('nv0')).toEqual([10, 'pho', 'dau']);
    expect(judged('pho')).toEqual([9, 'dau', 'dau']);
  });
  it('contract workers don’t count towards 20', () => {
    expect(whoJudges('tnmt', 18, { category: 'contract' })('nv0')).toEqual([9, 'dau', 'dau']);
  });
  it('a party unit of 25 follows row 4: two steps are for units under UBND only', () => {
    expect(whoJudges('btc', 23)('nv0')).toEqual([4, 'dau', 'dau']);
  });
  it('of the commune no matrix is given: every row says that it is inferred', () => {
    for (const { clause } of commune.rows) expect(clause).toContain('suy luận');
    for (const { clause } of district.rows) expect(clause).not.toContain('suy luận');
  });
});

describe('readings of section 7: dates', () => {
  it('“trước ngày 25” is the end of the 24th, “chậm nhất ngày 25” the end of the 25th', () => {
    const { staff, heads } = days('2026-03');
    expect([staff, heads]).toEqual(['2026-03-24', '2026-03-25']);
    expect(deadlinesOf('2026-03', calendar, defaultSettings).moments.staff).toBe(startOfDay('2026-03-25'));
  });
  it('dates fixed by S3 move forward alone, each by itself; reports to a superior move back', () => {
    expect([days('2026-04').staff, days('2026-04').heads]).toEqual(['2026-04-24', '2026-04-28']);
    const report = reportsOf(district, defaultSettings, 2025, calendar).find(({ kind }) => kind === 'year');
    expect(report?.day).toBe('2025-12-12');
  });
  it('December is inferred from “trước 15/12”: published by its 8th working day', () => {
    expect(days('2026-12').publish <= '2026-12-10').toBe(true);
  });
  it('“what happens after filing goes to January”: told on 20 December, it counts in January', () => {
    const { evaluate: evaluateDeadline, decide: close } = deadlinesOf(
      '2026-12',
      calendar,
      defaultSettings,
    ).moments;
    const counting = { month: '2026-12', evaluateDeadline, close, calendar, noticeDays: 2 };
    expect(countsIn({ ...counting, notifiedAt: startOfDay('2026-12-20') })).toBe('2027-01');
  });
  it('“báo cáo quý”: only quarters 1 and 3 of a district; the date of a commune’s year is inferred', () => {
    const quarters = reportsOf(district, { standingReport: 'none' }, 2026, calendar).map(
      ({ period }) => period,
    );
    expect(quarters.filter((period) => period.includes('Q'))).toEqual(['2026-Q1', '2026-Q3']);
    const named = reportsOf(commune, { standingReport: 'none' }, 2026, calendar);
    expect(named.map(({ period }) => period)).toEqual(['2026']);
    expect(named[0]?.clause).toContain('suy luận');
  });
  it('the run is on the 28th whatever day it is', () => {
    for (const month of monthsOfYear('2026').slice(0, 11))
      expect(civilDateOf(deadlinesOf(month, calendar, defaultSettings).moments.interimRun)).toBe(
        `${month}-28`,
      );
  });
});

describe('readings of section 8: the year', () => {
  it('“02 đến 3” and “từ 3 trở lên” both speak of exactly 3: the stricter, said as an open reading', () => {
    expect(year('poor', 'poor')).toMatchObject({ cap: 'C', failures: [], openReading: null });
    const three = year('poor', 'poor', 'poor');
    expect(three.failures.map(({ rule }) => rule)).toEqual(['poor']);
    expect(three.openReading).not.toBeNull();
    expect(year('poor', 'poor', 'poor', 'poor').openReading).toBeNull();
  });
  it('“06 tháng liên tục hoặc không”: 6 of Trung bình or Kém together, consecutive or not', () => {
    const apart: Level[] = [
      'poor',
      'good',
      'fair',
      'good',
      'fair',
      'good',
      'fair',
      'good',
      'poor',
      'good',
      'fair',
    ];
    expect(year(...apart).failures.map(({ rule }) => rule)).toEqual(['fairOrPoor']);
    expect(year(...repeat(2, 'poor'), ...repeat(3, 'fair')).failures).toEqual([]);
  });
  it('a cap is an upper bound and raises nothing', () => {
    expect(year('poor', 'poor').rating).toBe('C');
  });
});

describe('the words of the catalogue', () => {
  it('25 manifestations, 12/9/4; “của xã” in 1.01 is the organisation’s own word; 1.08 is mended', () => {
    const sizes = ([1, 2, 3] as const).map((n) => manifestations.filter(({ group }) => group === n).length);
    expect(sizes).toEqual([12, 9, 4]);
    expect(wordingOf('1.01', 'quận')).toContain('của quận');
    expect(wordingOf('1.08', 'xã')).toContain('nhũng nhiễu');
  });
});
