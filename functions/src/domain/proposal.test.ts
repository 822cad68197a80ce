import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOfDay } from './civilDate.ts';
import type { FindingFacts } from './level.ts';
import { decisionWarnings, proposeMonth, type DecisionFacts, type MonthFacts } from './proposal.ts';
import { bandOf } from './rating.ts';
import { defaultSettings } from './settings.ts';
import { bands, hn1841 } from './templates.ts';
import { levels, ratings } from './words.ts';

const close = startOfDay('2026-05-05');
const clean: MonthFacts = {
  filing: {
    filed: true,
    late: false,
    missedWhenEvaluated: false,
    planned: true,
    unitFiled: null,
    excuse: null,
  },
  self: { score1: 28, score21: 18, score22: 45 },
  evaluator: null,
  tasks: { done: 10, total: 10 },
  findings: [],
  absence: null,
  template: hn1841,
  close,
  settings: defaultSettings,
};
const open: FindingFacts = {
  id: 'f1',
  codes: '2.03',
  source: 'evaluator',
  state: 'confirmed',
  remedyState: 'none',
  remedyReportedAt: null,
  due: '2026-04-24',
  notifiedAt: startOfDay('2026-04-20'),
  carried: false,
  excuse: null,
  harm: '',
};
const remedied: FindingFacts = {
  ...open,
  state: 'remedied',
  remedyState: 'accepted',
  remedyReportedAt: startOfDay('2026-04-23'),
};
const dragged: FindingFacts = { ...open, carried: true, harm: 'Chậm giải phóng mặt bằng chung' };
const unfiled: Partial<MonthFacts> = { self: null, filing: { ...clean.filing, filed: false } };
const onMaternity = { ...clean.filing, excuse: 'maternity' as const };

describe('the proposal of a month', () => {
  it.each([
    ['self-scored', {}, 91, 'A', 'good'],
    [
      'the evaluator’s points count',
      { evaluator: { score1: 25, score21: 15, score22: 45 } },
      85,
      'B',
      'good',
    ],
    [
      'a remedied finding leaves the rating alone (domain 1: two results)',
      { findings: [remedied] },
      91,
      'A',
      'fair',
    ],
    ['so does an open one', { findings: [open] }, 91, 'A', 'poor'],
    ['dragged on, harm stated → D (S3 II.3.1)', { findings: [dragged] }, 91, 'D', 'poor'],
    ['dragged on, no harm stated → no D', { findings: [{ ...dragged, harm: ' ' }] }, 91, 'A', 'poor'],
    [
      'pointed out this month, harm stated → no D yet',
      { findings: [{ ...dragged, carried: false }] },
      91,
      'A',
      'poor',
    ],
    [
      'carried and remedied, harm stated → no D',
      { findings: [{ ...remedied, carried: true, harm: 'x' }] },
      91,
      'A',
      'fair',
    ],
    [
      'maternity with an open finding → neither Kém nor D (domain 12)',
      { findings: [{ ...dragged, excuse: 'maternity' as const }], filing: onMaternity },
      91,
      'A',
      'good',
    ],
    [
      'a sick day on the 24th excuses the filing and no finding',
      { findings: [dragged], filing: { ...clean.filing, excuse: 'illness' as const } },
      91,
      'D',
      'poor',
    ],
    [
      'an objective cause of the finding itself',
      { findings: [{ ...dragged, excuse: 'illness' }] },
      91,
      'A',
      'good',
    ],
    ['nothing filed → D, Kém', unfiled, null, 'D', 'poor'],
    [
      'nothing filed, scored by the evaluator → D all the same',
      { ...unfiled, evaluator: { score1: 25, score21: 15, score22: 45 } },
      85,
      'D',
      'poor',
    ],
    [
      'nothing filed, excused → nothing proposed',
      { ...unfiled, filing: { ...onMaternity, filed: false } },
      null,
      null,
      'good',
    ],
    [
      'came after the evaluation → D, Trung bình',
      { filing: { ...clean.filing, missedWhenEvaluated: true } },
      91,
      'D',
      'fair',
    ],
    [
      'came after the evaluation, with an open finding → the worse',
      { findings: [open], filing: { ...clean.filing, missedWhenEvaluated: true } },
      91,
      'D',
      'poor',
    ],
    ['late → no consequence', { filing: { ...clean.filing, late: true } }, 91, 'A', 'good'],
    ['no task', { tasks: { done: 0, total: 0 } }, 91, 'A', 'good'],
  ] as const)('%s', (_, facts, score, rating, level) => {
    expect(proposeMonth({ ...clean, ...facts })).toMatchObject({ score, rating, level, unrated: false });
  });

  it('of less than half a month is không xếp loại, whatever was filed or found (domain 5)', () => {
    const absence = { excuse: 'illness' as const, worked: 7, workingDays: 15, unrated: true };
    const proposal = proposeMonth({ ...clean, ...unfiled, findings: [dragged], absence });
    expect(proposal).toMatchObject({ score: null, rating: null, level: null, unrated: true, warnings: [] });
    expect(proposal.trace).toEqual([
      expect.objectContaining({ clause: 'Cài đặt của tổ chức', facts: ['Đau ốm', 'Làm việc 7/15 ngày'] }),
    ]);
    expect(proposal.trace[0]?.rule).toContain('dưới 50%');
    expect(proposeMonth({ ...clean, absence: { ...absence, worked: 8, unrated: false } })).toMatchObject({
      rating: 'A',
      unrated: false,
    });
  });

  it.each([
    [{}, []],
    [{ findings: [open] }, ['Hoàn thành xuất sắc nhiệm vụ bên cạnh mức độ nhận diện Kém']],
    [{ findings: [remedied] }, ['Hoàn thành xuất sắc nhiệm vụ bên cạnh mức độ nhận diện Trung bình']],
    [
      { tasks: { done: 8, total: 10 } },
      ['Điểm II.2 đã chấm 45, cao hơn mức 40', 'Có 2 nhiệm vụ chậm hoặc chưa hoàn thành nhưng không nêu'],
    ],
    [{ tasks: { done: 9, total: 10 }, findings: [{ ...open, state: 'suspected' }] }, []],
    [{ tasks: { done: 0, total: 0 } }, ['Không có nhiệm vụ nào']],
    [{ ...unfiled, tasks: { done: 0, total: 3 } }, ['Chưa nộp báo cáo, Phiếu 01 và kế hoạch khi đánh giá']],
    [{ filing: { ...clean.filing, late: true } }, ['Nộp muộn']],
    [{ findings: [dragged] }, ['đề nghị xem xét thay thế', 'Có 1 biểu hiện từ tháng trước']],
    [unfiled, ['Chưa nộp báo cáo, Phiếu 01 và kế hoạch khi đánh giá']],
  ] as [Partial<MonthFacts>, string[]][])('warns: %#', (facts, expected) => {
    const { warnings } = proposeMonth({ ...clean, ...facts });
    expect(warnings).toHaveLength(expected.length);
    for (const [index, text] of expected.entries()) expect(warnings[index]).toContain(text);
  });

  it('traces points, band and level to their clauses', () => {
    const { trace } = proposeMonth(clean);
    expect(trace.map(({ clause, outcome }) => [clause, outcome])).toEqual([
      ['HN-1841 (suy ra)', 'Đề xuất 50 điểm'],
      ['HN-1841', '91 điểm'],
      ['HN-1841', 'Theo khung điểm: Hoàn thành xuất sắc nhiệm vụ'],
      ['S3 II.4', 'Đề xuất mức độ nhận diện: Tốt'],
    ]);
    expect(trace[1]?.facts).toEqual(['Cá nhân tự chấm: 28 + 18 + 45', 'Mẫu chấm điểm HN-1841@1']);
  });

  it.each([
    ['still missing', [], { filed: false }, 'Kém'],
    ['came since, nothing found', [], { missedWhenEvaluated: true }, 'Trung bình'],
    ['came since, a finding open', [open], { missedWhenEvaluated: true }, 'Kém'],
  ] as const)(
    'ends its trace with the level proposed where the filing gives one too: %s',
    (_, findings, change, level) => {
      const { trace } = proposeMonth({ ...clean, findings, filing: { ...clean.filing, ...change } });
      expect(trace.at(-1)).toMatchObject({
        clause: '(suy ra)',
        outcome: `Đề xuất mức độ nhận diện: ${level}`,
      });
    },
  );
});

const halves = (max: number) => fc.integer({ min: 0, max: max * 2 }).map((n) => n / 2);
const scores = fc.record({ score1: halves(30), score21: halves(20), score22: halves(50) });

describe('invariants of the proposal', () => {
  it('never derives the rating from the level, but for what dragged on (domain 1)', () => {
    const findings = fc.array(
      fc.constantFrom(open, remedied, { ...open, carried: true }, { ...remedied, carried: true }),
    );
    fc.assert(
      fc.property(scores, findings, (self, found) => {
        const { score, rating } = proposeMonth({ ...clean, self, findings: found });
        expect(rating).toBe(bandOf(score!));
        expect(rating).toBe(proposeMonth({ ...clean, self }).rating);
      }),
    );
  });

  it('names a clause in every line of its trace, and is the same when asked twice', () => {
    const findings = fc.array(fc.constantFrom(open, remedied, dragged));
    const filing = fc.record({
      filed: fc.boolean(),
      late: fc.boolean(),
      missedWhenEvaluated: fc.boolean(),
      planned: fc.boolean(),
      unitFiled: fc.option(fc.boolean()),
      excuse: fc.constantFrom(null, 'leave' as const),
    });
    fc.assert(
      fc.property(fc.option(scores), fc.option(scores), findings, filing, (self, evaluator, found, filed) => {
        const facts = { ...clean, self, evaluator, findings: found, filing: filed };
        const proposal = proposeMonth(facts);
        for (const { clause } of proposal.trace)
          expect(clause).toMatch(
            /^((S3 II\.[\d.]+(, II\.[\d.]+)*|HN-1841)( \(suy ra\))?|Cài đặt của tổ chức|\(suy ra\))$/,
          );
        expect(proposeMonth(structuredClone(facts))).toEqual(proposal);
      }),
    );
  });
});

const decision: DecisionFacts = {
  rating: 'B',
  level: 'good',
  score: 85,
  evaluatorRating: 'B',
  evaluatorLevel: 'good',
  proposal: { rating: 'B', level: 'good' },
  bands,
};

describe('what a decision must give a reason for (domain 4 and principle)', () => {
  it.each([
    ['as proposed', {}, []],
    ['as the evaluator’s own act', { evaluatorRating: null, evaluatorLevel: null }, []],
    [
      'off the band',
      { rating: 'A', evaluatorRating: 'A', score: 85 },
      ['85 điểm thuộc khung Hoàn thành tốt nhiệm vụ', 'khác đề xuất của hệ thống'],
    ],
    [
      'A beside Kém',
      {
        rating: 'A',
        score: 91,
        level: 'poor',
        evaluatorRating: 'A',
        evaluatorLevel: 'poor',
        proposal: { rating: 'A', level: 'poor' },
      },
      ['bên cạnh mức độ nhận diện Kém'],
    ],
    [
      'B beside Kém',
      { level: 'poor', evaluatorLevel: 'poor', proposal: { rating: 'B', level: 'poor' } },
      ['bên cạnh mức độ nhận diện Kém'],
    ],
    [
      'A beside Trung bình',
      {
        rating: 'A',
        score: 91,
        level: 'fair',
        evaluatorRating: 'A',
        evaluatorLevel: 'fair',
        proposal: { rating: 'A', level: 'fair' },
      },
      ['bên cạnh mức độ nhận diện Trung bình'],
    ],
    [
      'B beside Trung bình',
      { level: 'fair', evaluatorLevel: 'fair', proposal: { rating: 'B', level: 'fair' } },
      [],
    ],
    [
      'C beside Kém',
      {
        rating: 'C',
        score: 60,
        level: 'poor',
        evaluatorRating: 'C',
        evaluatorLevel: 'poor',
        proposal: { rating: 'C', level: 'poor' },
      },
      [],
    ],
    [
      'D as the rules propose, off the band',
      { rating: 'D', evaluatorRating: 'D', proposal: { rating: 'D', level: 'good' } },
      [],
    ],
    [
      'waiving the D that the rules propose',
      { proposal: { rating: 'D', level: 'good' } },
      ['khác đề xuất của hệ thống (Không hoàn thành nhiệm vụ)'],
    ],
    [
      'other than the evaluator',
      { evaluatorRating: 'A', evaluatorLevel: 'fair' },
      [
        'Xếp loại khác đánh giá của người đánh giá',
        'Mức độ nhận diện khác đánh giá của người đánh giá (Trung bình)',
      ],
    ],
    [
      'other level than proposed',
      { level: 'fair', evaluatorLevel: 'fair' },
      ['Mức độ nhận diện khác đề xuất của hệ thống (Tốt)'],
    ],
    [
      'a rating where the rules leave the month unrated',
      { proposal: { rating: null, level: null, unrated: true } },
      ['không xếp loại tháng này: cần nêu lý do'],
    ],
    ['nothing chosen yet', { rating: null, level: null }, []],
    ['nothing proposed and no score', { score: null, proposal: { rating: null, level: null } }, []],
  ] as [string, Partial<DecisionFacts>, string[]][])('%s', (_, facts, expected) => {
    const { needsReason, warnings, steps } = decisionWarnings({ ...decision, ...facts });
    // Each can be opened to the rule and the facts behind it.
    expect(steps.map(({ outcome }) => outcome)).toEqual(warnings);
    expect(steps.every(({ clause, rule, facts: of }) => clause !== '' && rule !== '' && of.length > 0)).toBe(
      true,
    );
    expect(warnings).toHaveLength(expected.length);
    for (const [index, text] of expected.entries()) expect(warnings[index]).toContain(text);
    expect(needsReason).toBe(expected.length > 0);
  });

  it('asks for none exactly where all agree, the score’s band with them, and rating and level sit well together', () => {
    const rating = fc.constantFrom(...ratings);
    const level = fc.constantFrom(...levels);
    fc.assert(
      fc.property(rating, level, fc.constantFrom(95, 80, 60, 30), rating, level, (r, l, score, er, el) => {
        const facts = {
          rating: r,
          level: l,
          score,
          evaluatorRating: er,
          evaluatorLevel: el,
          proposal: { rating: bandOf(score), level: l },
          bands,
        };
        const odd = (l === 'poor' && (r === 'A' || r === 'B')) || (l === 'fair' && r === 'A');
        expect(decisionWarnings(facts).needsReason).toBe(odd || r !== bandOf(score) || r !== er || l !== el);
      }),
    );
  });
});
