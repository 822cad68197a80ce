import { describe, expect, it } from 'vitest';
import { vietnamCalendar } from './calendar.ts';
import { momentOf, type Moment } from './moment.ts';
import {
  answerRemedy,
  applyVerdict,
  extendDue,
  judgedUnder,
  remedyAnswerBy,
  reportRemedy,
  settle,
  type Settleable,
  type Settling,
} from './settling.ts';
import { verdicts } from './words.ts';

const at = (local: string): Moment => momentOf(Date.parse(`${local}+07:00`));
const now = at('2026-06-24T10:00:00');
const reported = at('2026-06-20T16:00:00');

const suspected: Settleable = {
  state: 'suspected',
  due: null,
  remedyState: 'none',
  notifiedAt: null,
  remedyReportedAt: null,
};
const confirmed: Settleable = {
  ...suspected,
  state: 'confirmed',
  due: '2026-06-30',
  notifiedAt: at('2026-06-10T09:00:00'),
};
const settling: Settling = { at: now, degree: 'rare', due: '2026-07-10', leftUnclear: false };

describe('settling a suspected finding (domain 2)', () => {
  it.each([
    ['dismissed', { state: 'dismissed', notify: false, notifiedAt: null }],
    ['unclear', { state: 'suspected', notify: false, notifiedAt: null }],
    ['open', { state: 'confirmed', notify: true, notifiedAt: now, due: '2026-07-10', remedyState: 'none' }],
    [
      'underway',
      { state: 'confirmed', notify: true, notifiedAt: now, due: '2026-07-10', remedyState: 'underway' },
    ],
    [
      'remedied',
      { state: 'remedied', notify: true, notifiedAt: now, remedyState: 'accepted', remedyReportedAt: now },
    ],
  ] as const)('%s', (verdict, expected) => {
    expect(settle(suspected, verdict, settling)).toMatchObject(expected);
    expect(applyVerdict(suspected, verdict, settling)).toMatchObject(expected);
  });

  it('counts an accepted remedy from the day it was reported', () => {
    expect(settle({ ...suspected, remedyReportedAt: reported }, 'remedied', settling)).toMatchObject({
      remedyReportedAt: reported,
    });
  });

  it('forgets the day of a remedy that is found wanting', () => {
    const claimed = { ...suspected, remedyState: 'reported' as const, remedyReportedAt: reported };
    expect(settle(claimed, 'open', settling)).toMatchObject({ remedyState: 'none', remedyReportedAt: null });
    expect(settle(claimed, 'underway', settling)).toMatchObject({
      remedyState: 'underway',
      remedyReportedAt: null,
    });
  });

  it.each(['open', 'underway'] as const)('needs a date to remedy by for %s, not in the past', (verdict) => {
    expect(settle(suspected, verdict, { ...settling, due: null })).toEqual({
      of: 'due',
      refused: 'Nêu hạn khắc phục.',
    });
    expect(settle(suspected, verdict, { ...settling, due: '2026-06-23' })).toHaveProperty('refused');
    expect(settle(suspected, verdict, { ...settling, due: '2026-06-24' })).not.toHaveProperty('refused');
  });

  it.each(['dismissed', 'unclear', 'remedied'] as const)('needs no date for %s', (verdict) => {
    expect(settle(suspected, verdict, { ...settling, due: null })).not.toHaveProperty('refused');
  });

  it('leaves it chưa rõ once, then wants a verdict', () => {
    expect(settle(suspected, 'unclear', { ...settling, leftUnclear: true })).toHaveProperty('refused');
    for (const verdict of verdicts.filter((v) => v !== 'unclear')) {
      expect(settle(suspected, verdict, { ...settling, leftUnclear: true })).not.toHaveProperty('refused');
    }
  });
});

it.each(['confirmed', 'remedied', 'dismissed'] as const)('gives no verdict on what is %s', (state) => {
  for (const verdict of verdicts)
    expect(settle({ ...confirmed, state }, verdict, settling)).toMatchObject({ of: 'verdict' });
});

describe('chưa rõ, without effect until it is clear (S3 footnote 4)', () => {
  const unclear: Settling = { ...settling, degree: 'unclear' };
  it.each(['open', 'underway', 'remedied'] as const)('is no degree for %s', (verdict) => {
    expect(settle(suspected, verdict, unclear)).toMatchObject({ of: 'degree' });
    expect(settle(suspected, verdict, { ...unclear, degree: 'regular' })).not.toHaveProperty('refused');
  });
  it.each(['dismissed', 'unclear'] as const)('may stand with %s', (verdict) => {
    expect(settle(suspected, verdict, unclear)).not.toHaveProperty('refused');
  });
});

it.each([
  ['r1', '2026-06', 'r1'],
  ['r12', '2026-06', 'r12'],
  ['r1', '2026-05', 'id'],
  ['k1', '2026-06', 'id'],
  ['late', '2026-06', 'id'],
])('degree and date of %s of %s stand under %s in June', (key, month, under) => {
  expect(judgedUnder('id', { key, month }, '2026-06')).toBe(under);
});

describe('remedy and answer (domain 2)', () => {
  it('is reported by the person once notified', () => {
    expect(reportRemedy(confirmed, 'Đã trả lời đủ 3 văn bản', now)).toMatchObject({
      remedyState: 'reported',
      remedyReportedAt: now,
    });
    expect(reportRemedy(confirmed, '  ', now)).toHaveProperty('refused');
    expect(reportRemedy(suspected, 'Đã làm', now)).toHaveProperty('refused');
    expect(reportRemedy({ ...confirmed, state: 'remedied' }, 'Đã làm', now)).toHaveProperty('refused');
  });

  it('is accepted from the day of the report, or returned with a note', () => {
    const claimed: Settleable = { ...confirmed, remedyState: 'reported', remedyReportedAt: reported };
    expect(answerRemedy(claimed, true, '')).toMatchObject({
      state: 'remedied',
      remedyState: 'accepted',
      remedyReportedAt: reported,
    });
    expect(answerRemedy(claimed, false, 'Còn 1 văn bản')).toMatchObject({
      state: 'confirmed',
      remedyState: 'returned',
      remedyReportedAt: null,
    });
    expect(answerRemedy(claimed, false, '')).toHaveProperty('refused');
    expect(answerRemedy(confirmed, true, '')).toHaveProperty('refused');
  });

  it.each([
    ['2026-06-22T09:00:00', '2026-06-25'],
    ['2026-06-19T16:00:00', '2026-06-24'],
    ['2026-04-24T16:00:00', '2026-05-04'],
  ])('reported %s, goes to the decider after %s: 3 working days', (local, day) => {
    expect(remedyAnswerBy(at(local), vietnamCalendar)).toBe(day);
  });

  const extendable = { state: 'confirmed', remedyState: 'none', due: '2026-06-30', firstDue: null } as const;
  it('has its date extended once, and the first one is kept (domain 3)', () => {
    expect(extendDue(extendable, '2026-07-10', '2026-06-25')).toEqual({
      due: '2026-07-10',
      firstDue: '2026-06-30',
    });
  });
  it.each([
    ['to the same day', {}, '2026-06-30', /sau hạn cũ/],
    ['to an earlier day', {}, '2026-06-29', /sau hạn cũ/],
    ['a second time', { firstDue: '2026-06-10' }, '2026-07-10', /một lần/],
    ['to a day that is over', { due: '2026-06-01' }, '2026-06-24', /từ hôm nay/],
    ['to no day', {}, null, /hạn mới/],
    ['where there is no date', { due: null }, '2026-07-10', /Chưa có hạn/],
    ['once it is remedied', { state: 'remedied' }, '2026-07-10', /đã xác nhận/],
    ['once the remedy is accepted', { remedyState: 'accepted' }, '2026-07-10', /chưa khắc phục xong/],
  ] as const)('refuses to extend %s', (_what, over, to, why) => {
    expect(extendDue({ ...extendable, ...over }, to, '2026-06-25')).toEqual({
      refused: expect.stringMatching(why) as string,
    });
  });
});
