import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOfDay } from './civilDate.ts';
import { levelOf, type FindingFacts, type LevelContext } from './level.ts';
import {
  excuses,
  findingSources,
  findingStates,
  levels,
  remedyStates,
  type Excuse,
  type FindingSource,
  type FindingState,
  type Level,
  type RemedyState,
} from './words.ts';

/** April 2026 closes at the end of Mon 4/5 (domain 7, worked). */
const close = startOfDay('2026-05-05');
const settings = { selfRemedyIsGood: false, onScheduleIsFair: true };
const context: LevelContext = { close, settings };

const startOf = (day: string) => (day === '' ? null : startOfDay(day));
const confirmed: FindingFacts = {
  id: 'f1',
  codes: '1.07 2.03',
  source: 'evaluator',
  state: 'confirmed',
  remedyState: 'none',
  remedyReportedAt: null,
  due: '2026-05-15',
  notifiedAt: startOfDay('2026-04-20'),
  carried: false,
  excuse: null,
  harm: '',
};
const remedied: FindingFacts = {
  ...confirmed,
  state: 'remedied',
  remedyState: 'accepted',
  remedyReportedAt: startOfDay('2026-04-28'),
};
const excused: FindingFacts = { ...confirmed, excuse: 'maternity' };

const rows = readFileSync(new URL('./level.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

describe('the level that one finding makes', () => {
  it.each(rows.map((cells) => ({ cells, why: cells[11], level: cells[10] })))(
    '$level: $why',
    ({ cells, level }) => {
      const [state, remedyState, reported, due, notified, source, carried, excuse, selfGood, scheduleFair] =
        cells;
      const finding: FindingFacts = {
        ...confirmed,
        state: state as FindingState,
        remedyState: remedyState as RemedyState,
        remedyReportedAt: startOf(reported!),
        due: due === '' ? null : due!,
        notifiedAt: startOf(notified!),
        source: source as FindingSource,
        carried: carried === 'yes',
        excuse: excuse === '' ? null : (excuse as Excuse),
      };
      const settings = { selfRemedyIsGood: selfGood === 'on', onScheduleIsFair: scheduleFair === 'on' };
      expect(levelOf([finding], { close, settings }).level).toBe(level);
    },
  );
});

describe('the level of the month (S3 II.4)', () => {
  it.each([
    ['none', [], 'good'],
    ['one remedied', [remedied], 'fair'],
    ['one open', [confirmed], 'poor'],
    ['several remedied', [remedied, remedied], 'fair'],
    ['the worst of remedied and open', [remedied, confirmed, remedied], 'poor'],
    ['an excused one beside a remedied one', [excused, remedied], 'fair'],
    ['only excused ones', [excused, excused], 'good'],
  ] as const)('%s → %s', (_, findings, level) => {
    expect(levelOf(findings, context).level).toBe(level satisfies Level);
  });

  it('names the clause of every step, and ends with the level', () => {
    const { steps } = levelOf([confirmed, remedied, excused], context);
    expect(steps.map(({ clause }) => clause)).toEqual([
      'S3 II.4',
      'S3 II.4, II.3.1',
      'S3 II.3.1',
      '(suy ra)',
    ]);
    expect(steps[0]?.facts).toEqual([
      'Biểu hiện 1.07, 2.03',
      'Hạn khắc phục 15/05/2026',
      'Chưa khắc phục xong khi chốt tháng 04/05/2026',
    ]);
    expect(steps[2]?.facts).toContain('Nghỉ thai sản');
    expect(steps.at(-1)?.outcome).toBe('Đề xuất mức độ nhận diện: Kém');
  });

  it('tells apart what was suspected, dismissed, carried and remedied', () => {
    const suspected = { ...confirmed, state: 'suspected' as const };
    const dismissed = { ...confirmed, state: 'dismissed' as const };
    const carried = { ...confirmed, carried: true };
    const { steps } = levelOf(
      [suspected, dismissed, carried, { ...remedied, carried: true }, remedied],
      context,
    );
    expect(steps.map(({ clause, rule }) => [clause, rule])).toEqual([
      ['S3 II.2', 'Dấu hiệu chưa rõ chưa có hiệu lực; tuyệt đối không trù dập'],
      ['S3 II.2', 'Dấu hiệu đã được bác bỏ không tính'],
      ['S3 II.4, II.3.1', 'Đã được chỉ ra từ tháng trước mà vẫn chưa khắc phục: Kém'],
      ['S3 II.4, II.6.5', 'Biểu hiện chuyển từ tháng trước sang, khắc phục xong trong tháng này: Trung bình'],
      [
        'S3 II.4, II.3.1',
        expect.stringContaining('thì được coi là không vi phạm, không chuyển sang tháng sau'),
      ],
      ['(suy ra)', 'Mức độ của tháng là mức độ của biểu hiện nặng nhất'],
    ]);
    expect(steps[4]?.facts).toEqual(['Biểu hiện 1.07, 2.03', 'Đã khắc phục, báo cáo ngày 28/04/2026']);
    expect(steps[5]?.facts).toEqual(['3 biểu hiện được tính trong tháng']);
  });

  it('names the reading of an open finding within its date as a reading', () => {
    const [step] = levelOf([{ ...confirmed, remedyState: 'underway' }], context).steps;
    expect(step).toMatchObject({ clause: 'S3 II.4 (suy ra)', outcome: 'Trung bình' });
  });

  it('says Tốt with its clause where nothing was found', () => {
    expect(levelOf([], context).steps).toEqual([
      expect.objectContaining({ clause: 'S3 II.4', outcome: 'Đề xuất mức độ nhận diện: Tốt' }),
    ]);
  });
});

const day = fc.integer({ min: 1, max: 30 }).map((n) => `2026-04-${String(n).padStart(2, '0')}`);
const facts: fc.Arbitrary<FindingFacts> = fc.record({
  id: fc.constant('f1'),
  codes: fc.constant('2.03'),
  source: fc.constantFrom(...findingSources),
  state: fc.constantFrom(...findingStates),
  remedyState: fc.constantFrom(...remedyStates),
  remedyReportedAt: fc.option(day.map(startOfDay)),
  due: fc.option(fc.constantFrom('2026-04-15', '2026-05-04', '2026-06-01')),
  notifiedAt: fc.option(day.map(startOfDay)),
  carried: fc.boolean(),
  excuse: fc.option(fc.constantFrom(...excuses)),
  harm: fc.constantFrom('', 'Chậm tiến độ chung'),
});
const worse = (a: Level, b: Level) => levels.indexOf(a) >= levels.indexOf(b);

describe('invariants', () => {
  it('one more finding never makes the month better, and the order does not matter', () => {
    fc.assert(
      fc.property(fc.array(facts), facts, (findings, one) => {
        const before = levelOf(findings, context).level;
        expect(worse(levelOf([...findings, one], context).level, before)).toBe(true);
        expect(levelOf([one, ...findings].reverse(), context).level).toBe(
          levelOf([one, ...findings], context).level,
        );
      }),
    );
  });

  it('an objective cause never makes the month worse (S3 II.3.1)', () => {
    fc.assert(
      fc.property(fc.array(facts), (findings) => {
        const all = findings.map((finding) => ({ ...finding, excuse: 'illness' as const }));
        expect(worse(levelOf(findings, context).level, levelOf(all, context).level)).toBe(true);
      }),
    );
  });

  it('what was never confirmed has no effect (S3 II.2)', () => {
    fc.assert(
      fc.property(fc.array(facts), (findings) => {
        const effective = findings.filter(({ state }) => state === 'confirmed' || state === 'remedied');
        expect(levelOf(findings, context).level).toBe(levelOf(effective, context).level);
      }),
    );
  });

  it('traces every finding, each step with a clause, a rule and an outcome', () => {
    fc.assert(
      fc.property(fc.array(facts), (findings) => {
        const { steps } = levelOf(findings, context);
        expect(steps).toHaveLength(findings.length + 1);
        for (const { clause, rule, outcome } of steps)
          expect([clause, rule, outcome].every((text) => text !== '')).toBe(true);
      }),
    );
  });
});
