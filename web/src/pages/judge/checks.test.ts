// What an authority is told before acting.
import { describe, expect, it } from 'vitest';
import { hn1841 } from '../../../../functions/src/domain/templates.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import { checkEffect, checkJudged, evaluationOwes, obstacleOf, reasonsOf } from './checks.ts';

const judged = { rating: 'B', level: 'good', score: 85, reason: '' } as const;
const agreed = { rating: 'B', level: 'good' } as const;

describe('reasonsOf', () => {
  it('asks for nothing where score, proposal and evaluation agree', () => {
    expect(reasonsOf(judged, agreed, judged, hn1841)).toEqual({
      warnings: [],
      steps: [],
      needsReason: false,
    });
  });
  it('asks for a reason off the band, even where the rules proposed it', () => {
    const missing = { ...judged, rating: 'D' } as const;
    expect(reasonsOf(missing, { rating: 'D', level: 'good' }, null, hn1841).needsReason).toBe(true);
  });
  it('asks the evaluator for a reason where there is no task and points are given all the same', () => {
    const said = reasonsOf(judged, agreed, null, hn1841, {});
    expect(said.needsReason).toBe(true);
    expect(said.warnings.join()).toContain('không có nhiệm vụ nào');
    expect(reasonsOf(judged, agreed, null, hn1841, { t1: 'Lập báo cáo' }).needsReason).toBe(false);
    expect(reasonsOf(judged, agreed, judged, hn1841, {}).needsReason).toBe(false);
    const nothing = { rating: 'D', level: 'poor', score: 0, reason: '' } as const;
    expect(reasonsOf(nothing, nothing, null, hn1841, {}).needsReason).toBe(false);
  });
  it('asks for a reason against the evaluator', () => {
    const changed = { ...judged, level: 'fair' } as const;
    const said = reasonsOf(changed, { rating: 'B', level: 'fair' }, judged, hn1841);
    expect(said.needsReason).toBe(true);
    expect(said.warnings.join()).toContain('đánh giá của người đánh giá');
  });
});

describe('checkJudged', () => {
  it('names every gap at its field', () => {
    const empty = { rating: null, level: null, score: 0, reason: '' };
    expect(checkJudged('e', empty, false, true).map((f) => f.id)).toEqual(['eScore1', 'eRating', 'eLevel']);
    expect(checkJudged('d', empty, false, false).map((f) => f.id)).toEqual(['dRating', 'dLevel']);
  });
  it('a reason of nine characters is none', () => {
    expect(checkJudged('d', { ...judged, reason: ' 123456789 ' }, true, true).map((f) => f.id)).toEqual([
      'dReason',
    ]);
    expect(checkJudged('d', { ...judged, reason: '1234567890' }, true, true)).toEqual([]);
  });
});

describe('obstacleOf', () => {
  const a = { held: false, consultsOpen: 0 } as Assessment;
  it('leaders wait for the final run, decisions for what was asked', () => {
    expect(obstacleOf(a, null, 'decide')).toBeNull();
    expect(obstacleOf({ ...a, held: true }, null, 'evaluate')).toContain('Chờ tổng hợp');
    expect(obstacleOf({ ...a, consultsOpen: 2 }, null, 'evaluate')).toBeNull();
    expect(obstacleOf({ ...a, consultsOpen: 2 }, null, 'decide')).toContain('2 ý kiến');
  });
});

describe('evaluationOwes', () => {
  const whole = { suspected: [], verdicts: {}, eRating: 'B', eLevel: 'good' } as const;
  const findings = [{ id: 'f1', data: { codes: '2.03 2.05', fact: 'Trả lời chậm' } }];
  it('is nothing where every suspicion has its verdict, chưa rõ among them', () => {
    expect(evaluationOwes({ ...whole, suspected: [] }, findings)).toBeNull();
    expect(evaluationOwes({ ...whole, suspected: ['f1'], verdicts: { f1: 'unclear' } }, findings)).toBeNull();
  });
  // The server refused the decision without a word, and one who evaluates as well had nobody to send it back to.
  it('names what was recorded after the evaluation, read already or not', () => {
    const said = evaluationOwes({ ...whole, suspected: ['f1', 'f2'] }, findings);
    expect(said).toEqual(['2.03, 2.05: Trả lời chậm', 'Dấu hiệu vừa được ghi nhận']);
  });
  it('names a result that nobody evaluated, as after a month left unrated was taken up again', () => {
    expect(evaluationOwes({ ...whole, eRating: null }, findings)).toHaveLength(1);
  });
});

describe('checkEffect', () => {
  it.each([
    [0, '', 0],
    [1, '  ', 1],
    [2, 'Đã khắc phục đủ, không trừ điểm', 0],
  ])('%i carried, "%s" → %i faults', (carried, eComment, faults) => {
    expect(checkEffect(carried, { eComment })).toHaveLength(faults);
  });
});
