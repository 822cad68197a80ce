// What people are told of a finding: each thing once and to whom it concerns, reminders on the days that the setting says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vietnamCalendar as calendar } from './calendar.ts';
import { addDays, atTime } from './civilDate.ts';
import { isReminderDay, noticesOf, remindersOf, type Reminding, type ToldFinding } from './notices.ts';
import { findingStates, remedyStates } from './words.ts';

const finding: ToldFinding = {
  ...{ id: 'lan_2026-04_r1', subject: 'lan', name: 'Trần Thị Lan', month: '2026-04' },
  ...{ evaluator: 'pho', decider: 'truong', codes: '2.06 1.07', fact: 'Báo cáo gửi chậm 02 ngày' },
  ...{ state: 'confirmed', notified: true, due: '2026-05-15', remedyState: 'none', remedyNote: '' },
  ...{ settleReason: '', reported: null },
};
const told = (over: Partial<ToldFinding>) =>
  noticesOf({ ...finding, ...over }).map(({ person, kind }) => [person, kind]);
const morning = (today: string, over: Partial<Reminding> = {}): Reminding => ({
  ...{ today, calendar, reminderDays: [2, 1, 0], reportedAt: null, ...over },
});
const reminded = (today: string, over: Partial<ToldFinding> = {}, reminding: Partial<Reminding> = {}) =>
  remindersOf({ ...finding, ...over }, morning(today, reminding)).map(({ person, kind }) => [person, kind]);

describe('noticesOf', () => {
  it('says nothing before the person is told', () => {
    for (const state of findingStates) expect(told({ notified: false, state })).toEqual([]);
  });
  it('tells the person at the moment of confirming: fact, codes and date', () => {
    const [notice] = noticesOf(finding);
    expect(notice).toMatchObject({ person: 'lan', kind: 'findingConfirmed', link: '#/thang/2026-04' });
    expect(notice?.body).toContain('2.06, 1.07: Báo cáo gửi chậm 02 ngày (hạn khắc phục 15/05/2026)');
  });
  it.each([
    ['none', [['lan', 'findingConfirmed']]],
    ['underway', [['lan', 'findingConfirmed']]],
    [
      'reported',
      [
        ['lan', 'findingConfirmed'],
        ['pho', 'remedyReported'],
      ],
    ],
    [
      'returned',
      [
        ['lan', 'findingConfirmed'],
        ['lan', 'remedyReturned'],
      ],
    ],
    [
      'accepted',
      [
        ['lan', 'findingConfirmed'],
        ['lan', 'remedyAccepted'],
      ],
    ],
  ] as const)('of a remedy that is %s', (remedyState, expected) => {
    expect(told({ remedyState, reported: remedyState === 'none' ? null : 'k1' })).toEqual(expected);
  });
  it('tells of what was overturned, with its reason', () => {
    const [notice] = noticesOf({ ...finding, state: 'dismissed', settleReason: 'Văn bản đến muộn' });
    expect(notice).toMatchObject({ person: 'lan', kind: 'findingDismissed' });
    expect(notice?.body).toContain('Văn bản đến muộn');
  });
  it('names each report of a remedy by itself, and the same one always alike', () => {
    const keys = (reported: string) =>
      noticesOf({ ...finding, remedyState: 'reported', reported }).map(({ key }) => key);
    expect(keys('k1')).toEqual(keys('k1'));
    expect(keys('k1')[1]).not.toBe(keys('k2')[1]);
    expect(keys('k1')[0]).toBe(keys('k2')[0]);
  });
  it('keeps a long fact short', () => {
    for (const { body } of noticesOf({ ...finding, fact: 'dài '.repeat(2000) }))
      expect(body.length).toBeLessThan(400);
  });
});

describe('of a unit', () => {
  const ofUnit = { ...finding, ofUnit: 'phong-a', name: 'Phòng A', evaluator: 'truong' };

  it('leads its head to the unit’s page and who answers to the unit’s rating', () => {
    const links = noticesOf({ ...ofUnit, remedyState: 'reported', reported: 'k1' }).map(
      ({ person, link }) => `${person} ${link}`,
    );
    expect(links).toEqual(['lan #/don-vi/2026-04/phong-a', 'truong #/xep-loai-don-vi/phong-a/2026-04']);
  });
  it('says which unit, and of nobody further who would answer', () => {
    const [confirmed, waits] = noticesOf({ ...ofUnit, remedyState: 'reported', reported: 'k1' });
    expect(confirmed?.body).toContain('Phòng A: 2.06, 1.07');
    expect(waits?.title).toBe('Phòng A báo cáo đã khắc phục');
    expect(waits?.body).not.toContain('chuyển người quyết định');
    expect(noticesOf({ ...finding, remedyState: 'reported', reported: 'k1' })[1]?.body).toContain(
      'chuyển người quyết định',
    );
  });
});

describe('remindersOf', () => {
  // 15/5/2026 is a Friday.
  it.each([
    ['2026-05-12', []],
    ['2026-05-13', [['lan', 'remedyDue']]],
    ['2026-05-14', [['lan', 'remedyDue']]],
    ['2026-05-15', [['lan', 'remedyDue']]],
    ['2026-05-16', []],
    [
      '2026-05-18',
      [
        ['lan', 'remedyOverdue'],
        ['pho', 'remedyOverdue'],
      ],
    ],
    ['2026-05-19', []],
  ])('on %s of a date on Friday 15/5', (today, expected) => {
    expect(reminded(today)).toEqual(expected);
  });
  it('never after the step is done, and never of what the person doesn’t know', () => {
    for (const over of [
      { remedyState: 'accepted' },
      { state: 'remedied' },
      { state: 'dismissed' },
      { state: 'suspected' },
      { notified: false },
      { due: null },
    ] as const)
      expect(reminded('2026-05-15', over)).toEqual([]);
    expect(
      reminded('2026-05-15', { remedyState: 'reported' }, { reportedAt: atTime('2026-05-14', '09:00') }),
    ).toEqual([]);
  });
  it('puts a report that waits for more than 3 working days before the decider, and not before', () => {
    const waits = { remedyState: 'reported', reported: 'k1' } as const;
    const reportedAt = atTime('2026-05-13', '09:00');
    expect(reminded('2026-05-18', waits, { reportedAt })).toEqual([]);
    expect(reminded('2026-05-19', waits, { reportedAt })).toEqual([['truong', 'remedyUnanswered']]);
    expect(reminded('2026-05-19', { ...waits, decider: 'pho' }, { reportedAt })).toEqual([]);
  });
  it('follows the setting', () => {
    expect(reminded('2026-05-13', {}, { reminderDays: [0] })).toEqual([]);
    expect(reminded('2026-05-15', {}, { reminderDays: [] })).toEqual([]);
  });
  it('never falls on a day off, as often as the setting says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (n) => {
        const due = addDays('2026-01-01', n);
        const days = Array.from({ length: 60 }, (_, i) => addDays(due, i - 59)).filter((today) =>
          isReminderDay(due, morning(today)),
        );
        expect(days).toHaveLength(3);
        for (const day of days) expect(calendar.isWorkingDay(day)).toBe(true);
      }),
    );
  });
  it('says the same thing of the same day always under the same key', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...findingStates),
        fc.constantFrom(...remedyStates),
        (state, remedyState) => {
          const of = { ...finding, state, remedyState, reported: 'k1' };
          const at = morning('2026-05-15', { reportedAt: atTime('2026-05-04', '09:00') });
          const keys = (list: { person: string; key: string }[]) => list.map((n) => `${n.person} ${n.key}`);
          expect(keys(remindersOf(of, at))).toEqual(keys(remindersOf(of, at)));
          expect(new Set(keys(noticesOf(of))).size).toBe(noticesOf(of).length);
        },
      ),
    );
  });
});
