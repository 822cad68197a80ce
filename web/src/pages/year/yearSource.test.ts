// What the form of a year begins with, as the document stands.
import { describe, expect, it } from 'vitest';
import { aYearAssessment } from '../../../../test/fixtures/years.ts';
import { atTime } from '../../../../functions/src/domain/civilDate.ts';
import { draftOf } from './yearSource.ts';

const why = 'Tháng 12 được sửa theo kiến nghị.';
const entry = { n: 1, at: atTime('2027-02-10', '09:00'), who: 'mai', forWhom: null, after: null, hash: '' };
const takenUp = (what: string, dReason = why) =>
  draftOf(
    aYearAssessment({
      ...{ rev: 3, dRating: 'C', dReason },
      log: [{ ...entry, what, before: 'published', reason: why }],
    }),
  );

// The reason to take a decision back stood in the field, and let another rating pass without one of its own.
describe('a year that was taken up again', () => {
  it.each(['reopen', 'waiting'])(
    'begins without a reason of its own after %s, and as it was rated',
    (what) => {
      expect(takenUp(what)).toEqual({ dRating: 'C', dReason: '', participants: '' });
    },
  );

  it('keeps what was written for the next decision since, and shows what was decided with a reason', () => {
    expect(takenUp('reopen', 'Theo kết luận của tập thể.').dReason).toBe('Theo kết luận của tập thể.');
    expect(takenUp('decided').dReason).toBe(why);
  });
});

describe('a year that nobody wrote anything about', () => {
  it('begins as proposed', () => {
    expect(draftOf(aYearAssessment()).dRating).toBe('C');
  });
});
