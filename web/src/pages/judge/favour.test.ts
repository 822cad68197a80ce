// Checks against favour and routine at the sheet they concern: what the evaluator is asked a sentence for.
import { describe, expect, it } from 'vitest';
import {
  aFinding,
  anAssessment,
  aSheet,
  aUnitMonth,
  someFigures,
} from '../../../../test/fixtures/documents.ts';
import { fingerprint } from '../../../../functions/src/domain/sameWords.ts';
import { favourOf } from './favour.ts';
import type { JudgeDraft } from './judgeSource.ts';

const words = 'Chấp hành tốt nội quy, quy chế của cơ quan; hoàn thành nhiệm vụ được giao.';
const mark = fingerprint(words) ?? '';
const a = anAssessment({ state: 'waiting', filed: true });
const draft: JudgeDraft = { ...a, eComment: '' };
const beside = (over: Partial<Parameters<typeof favourOf>[0]> = {}) => ({
  ...{ sheet: aSheet({ state: 'submitted' }), findings: [], unitMonth: aUnitMonth(), figures: [] },
  ...over,
});
const shared = (people: number) => aUnitMonth({ sameWords: { [mark]: people } });
const late = someFigures({ late: 3 });
const finding = (over: Parameters<typeof aFinding>[0] = {}) => ({
  id: 'f1',
  data: aFinding({
    month: a.month,
    state: 'suspected',
    fact: 'Ngày 3/4 từ chối tiếp công dân tổ 5',
    ...over,
  }),
});

describe('favourOf', () => {
  it('asks nothing of a month that is plainly its own', () => {
    expect(favourOf(beside(), a, draft, 'evaluate')).toEqual([]);
  });

  it('asks about own words that three people share, and not about two', () => {
    const sheet = aSheet({ state: 'submitted', strengths: words });
    expect(favourOf(beside({ sheet, unitMonth: shared(3) }), a, draft, 'evaluate')).toHaveLength(1);
    expect(favourOf(beside({ sheet, unitMonth: shared(2) }), a, draft, 'evaluate')).toEqual([]);
  });

  it('compares the comment as it is being written with those that stand', () => {
    const writing = { ...draft, eComment: words };
    expect(favourOf(beside({ unitMonth: shared(2) }), a, writing, 'evaluate').join()).toContain(
      '2 người khác',
    );
    const evaluated = anAssessment({ state: 'evaluated', filed: true });
    expect(favourOf(beside({ unitMonth: shared(2) }), evaluated, writing, 'decide')).toEqual([]);
    expect(favourOf(beside({ unitMonth: shared(3) }), evaluated, writing, 'decide')).toHaveLength(1);
  });

  it('compares the comment with those in the list of who evaluates and reads nothing else of the unit', () => {
    const writing = { ...draft, eComment: words };
    const alone = beside({ unitMonth: null });
    expect(favourOf(alone, a, writing, 'evaluate', [words])).toEqual([]);
    expect(favourOf(alone, a, writing, 'evaluate', [words, `${words} `]).join()).toContain('2 người khác');
    expect(favourOf(alone, a, draft, 'evaluate', ['', '', ''])).toEqual([]);
  });

  it('asks where the Offices’ figures show lateness and nothing is named, or what is named was dismissed', () => {
    expect(favourOf(beside({ figures: [late] }), a, draft, 'evaluate').join()).toContain('3 văn bản');
    // Of two units that one person heads, the figures of both.
    const two = [late, someFigures({ unit: 'phong-khac', late: 2, petitionsLate: 1 })];
    expect(favourOf(beside({ figures: two }), a, draft, 'evaluate').join()).toContain('5 văn bản, ');
    const findings = [finding()];
    expect(favourOf(beside({ figures: [late], findings }), a, draft, 'evaluate')).toEqual([]);
    const dismissing = { ...draft, verdicts: { f1: 'dismissed' as const } };
    expect(favourOf(beside({ figures: [late], findings }), a, dismissing, 'evaluate')).toHaveLength(1);
  });

  it('asks for the fact of a finding that tells none', () => {
    const findings = [finding({ fact: 'Đi muộn' })];
    expect(favourOf(beside({ findings }), a, draft, 'evaluate').join()).toContain(
      '1 dấu hiệu chưa nêu sự việc',
    );
  });

  it('reads a month that was built before texts were compared', () => {
    const { sameWords, ...before } = aUnitMonth();
    expect(sameWords).toEqual({});
    const unitMonth = before as ReturnType<typeof aUnitMonth>;
    expect(favourOf(beside({ unitMonth }), a, { ...draft, eComment: words }, 'evaluate')).toEqual([]);
  });

  it('asks nothing of who only reads', () => {
    expect(favourOf(beside({ figures: [late] }), a, draft, 'read')).toEqual([]);
  });
});
