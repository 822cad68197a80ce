// What is stored with a result gives the result again; and a result that was changed afterwards doesn't.
import { describe, expect, it } from 'vitest';
import {
  afterAppeal,
  basisText,
  factsText,
  replayResult,
  toldProposal,
  traceOf,
  type StoredResult,
} from './basis.ts';
import { appealStep, decisionSteps, type Decision } from './decisionTrace.ts';
import { momentOf } from './moment.ts';
import { proposeMonth, type MonthFacts } from './proposal.ts';
import { defaultSettings, defaultYearSettings } from './settings.ts';
import { bands, hn1841 } from './templates.ts';
import { proposeYear, type YearFacts } from './year.ts';
import { replayYear, yearBasisText } from './yearBasis.ts';
import { yearDecisionStep } from './yearDecision.ts';

const facts = {
  ...{ self: { score1: 27, score21: 17, score22: 42 }, evaluator: { score1: 26, score21: 16, score22: 40 } },
  tasks: { done: 4, total: 5 },
  filing: {
    ...{ filed: true, late: false, missedWhenEvaluated: false, planned: true },
    ...{ unitFiled: null, excuse: null },
  },
  findings: [
    {
      ...{ id: 'lan_2026-04_r1', codes: '2.06', source: 'self', state: 'confirmed', remedyState: 'none' },
      ...{ remedyReportedAt: null, due: '2026-04-20', notifiedAt: momentOf(Date.UTC(2026, 3, 10)) },
      ...{ carried: true, excuse: null, harm: '' },
    },
  ],
  absence: null,
  template: hn1841,
  close: momentOf(Date.UTC(2026, 4, 4, 17)),
  settings: defaultSettings,
} as unknown as MonthFacts;

const decision: Decision = {
  ...{ clause: 'S3 II.5.2', row: 9, evaluatedBy: 'Lê Thị Mai', decidedBy: 'Lê Thị Mai' },
  ...{ eRating: 'C', eLevel: 'poor', eReason: '', dRating: 'C', dLevel: 'poor', dReason: 'Đã nhắc hai lần' },
  ...{ participants: '', score: 82, unrated: false, excuse: null },
};
const proposal = proposeMonth(facts);
const stored: StoredResult = {
  ...{ rating: 'C', level: 'poor', score: 82 },
  trace: traceOf(proposal, facts, decision),
  basis: basisText(factsText(facts), decision),
};
const differences = (of: StoredResult) => replayResult(of)?.differences;

describe('a proposal as the person reads it', () => {
  const [told] = facts.findings;
  const suspicion = {
    ...told,
    id: 'lan_2026-04_k1',
    codes: '1.09',
    state: 'suspected',
    notifiedAt: null,
    carried: false,
  };
  const withSuspicion = (source: string) => {
    const of = { ...facts, findings: [...facts.findings, { ...suspicion, source }] } as MonthFacts;
    return { ...proposeMonth(of), facts: factsText(of) };
  };

  // Published with its trace, the month named a suspicion left "chưa rõ" that nobody had told the person of.
  it('names no suspicion that they were never told of, and is else the same', () => {
    const known = withSuspicion('inspection');
    expect(JSON.stringify(known)).toContain('1.09');
    const read = toldProposal(known);
    expect(JSON.stringify(read)).not.toContain('1.09');
    expect(read).toMatchObject({ rating: known.rating, level: known.level, score: known.score });
    expect(read).toEqual({ ...proposal, facts: factsText(facts) });
  });

  it('names what they found themselves, and what was confirmed', () => {
    const known = withSuspicion('self');
    expect(toldProposal(known)).toBe(known);
    expect(JSON.stringify(known)).toContain('2.06');
  });
});

describe('a stored result', () => {
  it('comes out again as it is stored, with the level that was proposed', () => {
    expect(differences(stored)).toEqual([]);
    expect(replayResult(stored)?.proposal).toEqual(proposal);
    expect(proposal.level).toBe('poor');
  });

  it.each([
    ['level', { level: 'good' as const }],
    ['rating', { rating: 'A' as const }],
    ['score', { score: 95 }],
    ['trace', { trace: stored.trace.slice(1) }],
  ])('whose %s was changed afterwards is found', (field, over) => {
    expect(differences({ ...stored, ...over })).toEqual([field]);
  });

  it('whose facts were changed afterwards is found', () => {
    expect(differences({ ...stored, basis: stored.basis.replace('"confirmed"', '"dismissed"') })).toEqual([
      'trace',
    ]);
  });

  it('is no other where Firestore gives the keys of a step in another order', () => {
    const trace = stored.trace.map(({ clause, rule, facts: f, outcome }) => ({
      outcome,
      facts: f,
      rule,
      clause,
    }));
    expect(differences({ ...stored, trace })).toEqual([]);
  });

  // The page asks for the reason; another client could leave it out, and nobody would have seen it afterwards.
  it.each([
    ['Đã nhắc hai lần', 'Đã ghi lý do'],
    [' ', 'Không ghi lý do'],
  ])('tells where it differs from the proposal, with the reason %j: %s', (dReason, said) => {
    const other = { ...decision, eRating: 'B' as const, dRating: 'D' as const, dReason };
    const steps = traceOf(proposal, facts, other).slice(proposal.trace.length + decisionSteps(other).length);
    expect(steps.map(({ facts: [chosen], outcome }) => [chosen, outcome])).toEqual([
      ['82 điểm', said],
      ['Chọn Không hoàn thành nhiệm vụ', said],
      ['Chọn Không hoàn thành nhiệm vụ', said],
    ]);
    const same = { ...decision, eRating: 'B' as const, dRating: 'B' as const, dLevel: 'poor' as const };
    expect(proposal).toMatchObject({ rating: 'B', level: 'poor' });
    expect(traceOf(proposal, facts, same).length).toBe(
      // B beside Kém asks for its own sentence.
      proposal.trace.length + decisionSteps(same).length + 1,
    );
    const unrated = { ...other, unrated: true };
    expect(traceOf(proposal, facts, unrated)).toEqual([...proposal.trace, ...decisionSteps(unrated)]);
  });

  it('of before facts were kept says so', () => {
    expect(basisText('', decision)).toBe('');
    expect(afterAppeal('', { ...decision, signed: '', answer: '', version: 1, score: 0 })).toBe('');
    expect(replayResult({ ...stored, basis: '' })).toBeNull();
  });

  it('that an appeal corrected ends with what the appeal decided', () => {
    const appeal = {
      ...{ signed: 'Cao Văn Nam', answer: 'Có căn cứ', participants: '', version: 1 },
      ...{ dRating: 'B' as const, dLevel: 'fair' as const, score: 84 },
    };
    const corrected: StoredResult = {
      ...{ rating: 'B', level: 'fair', score: 84, trace: [...stored.trace, appealStep(appeal)] },
      basis: afterAppeal(stored.basis, appeal),
    };
    expect(differences(corrected)).toEqual([]);
    expect(differences({ ...corrected, basis: stored.basis })).toEqual(['rating', 'level', 'score', 'trace']);
  });

  it('không xếp loại has neither rating nor level again', () => {
    const unrated = { ...decision, unrated: true, score: null, excuse: 'illness' as const };
    const trace = [...proposal.trace, ...decisionSteps(unrated)];
    const basis = basisText(factsText(facts), unrated);
    expect(differences({ rating: null, level: null, score: null, trace, basis })).toEqual([]);
    expect(differences({ rating: 'C', level: null, score: null, trace, basis })).toEqual(['rating']);
  });

  it('keeps points of a sheet, and neither its words nor the names of tasks', () => {
    const sheet = { score1: 27, score21: 17, score22: 42, conduct: 'Lời riêng', nextTasks: { t1: 'Việc' } };
    const long = { ...facts, self: sheet, work: { tasks: { t1: 'Tên việc' }, states: { t1: 'done' } } };
    const text = factsText(long as MonthFacts);
    expect(text).toContain('"self":{"score1":27,"score21":17,"score22":42}');
    expect(text).toContain('"tasks":{"t1":""}');
    expect(text).not.toMatch(/Lời riêng|Tên việc|Việc/);
  });
});

describe('a stored year', () => {
  const months: YearFacts = {
    cells: [
      { month: '2026-01', state: 'published', rating: 'B', level: 'poor', score: 82, unrated: false },
      { month: '2026-02', state: 'published', rating: 'C', level: 'poor', score: 64, unrated: false },
    ],
    ...{ settings: defaultYearSettings, bands, category: 'contract' },
  };
  const made = proposeYear(months);
  const year = { ...made, basis: yearBasisText(months, null) };

  it('comes out again, with its decision where there is one', () => {
    expect(replayYear(year)).toEqual([]);
    const decided = {
      ...{ clause: 'S3 II.5.2', rating: 'D' as const, reason: 'Hai tháng Kém liền', decidedBy: 'Lê Thị Mai' },
      participants: '',
    };
    const trace = [...made.trace, yearDecisionStep(decided, made.proposal.rating)];
    expect(replayYear({ ...made, trace, basis: yearBasisText(months, decided) })).toEqual([]);
    expect(replayYear({ ...made, trace, basis: year.basis })).toEqual(['trace']);
  });

  it('that was changed afterwards is found', () => {
    expect(replayYear({ ...year, proposal: { ...made.proposal, cap: null } })).toEqual(['proposal']);
    expect(replayYear({ ...year, counts: { ...made.counts, rated: 3 } })).toEqual(['counts']);
    expect(replayYear({ ...year, basis: '' })).toBeNull();
  });
});
