// What the judge's form begins with, as the document stands.
import { describe, expect, it } from 'vitest';
import { aDecidedAssessment } from '../../../../test/fixtures/documents.ts';
import { atTime } from '../../../../functions/src/domain/civilDate.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import { draftOf } from './judgeSource.ts';

const why = 'Bổ sung biên bản nghiệm thu.';
const entry = { n: 0, at: atTime('2026-05-14', '09:00'), who: 'x', forWhom: null, hash: '' };
const takenUp = (log: Partial<Assessment['log'][number]>[], dReason = why) =>
  draftOf(
    aDecidedAssessment({
      ...{ state: 'evaluated', dReason },
      log: log.map((one) => ({ ...entry, what: '', before: null, after: null, ...one })),
    }),
  ).dReason;

// The reason to take a decision back stood in the field, and let another rating pass without one of its own.
describe('a decision that was taken up again', () => {
  it.each<[string, Partial<Assessment['log'][number]>]>([
    ['before publication', { what: 'evaluated', before: 'decided', reason: why }],
    ['an unrated month', { what: 'evaluated', before: 'unrated', reason: why }],
    ['after publication, as the act is entered', { what: 'evaluated', before: 'published', reason: why }],
    ['after publication', { what: 'reopen', before: 'published', reason: why }],
  ])('%s begins without a reason', (_, log) => {
    expect(takenUp([log])).toBe('');
  });

  it('keeps what was written for the next decision since', () => {
    expect(takenUp([{ what: 'reopen', before: 'published', reason: why }], 'Chấm lại nhóm II.2.')).toBe(
      'Chấm lại nhóm II.2.',
    );
    expect(takenUp([{ what: 'evaluated', before: 'waiting', reason: why }])).toBe(why);
  });
});
