// The decider may overturn with a reason (domain.md section 2).
import { describe, expect, it } from 'vitest';
import { overturn, overturnsTo, type Overturnable } from './overturn.ts';

const today = '2026-06-24';
const confirmed: Overturnable = {
  ...{ state: 'confirmed', remedyState: 'none', degree: 'rare', due: '2026-06-30' },
  settleReason: 'Rõ ràng',
};
const dismissed: Overturnable = { ...confirmed, state: 'dismissed', due: null };
const given = { reason: 'Có thêm tài liệu', due: '2026-07-10', today };

describe('overturning', () => {
  it.each([
    ['confirmed', 'none', 'dismissed'],
    ['remedied', 'accepted', 'dismissed'],
    ['dismissed', 'none', 'confirmed'],
    ['dismissed', 'reported', 'confirmed'],
    ['dismissed', 'accepted', 'remedied'],
    ['suspected', 'none', null],
  ] as const)('%s, remedy %s → %s', (state, remedyState, to) => {
    const finding = { ...confirmed, state, remedyState };
    expect(overturnsTo(finding)).toBe(to);
    const turned = overturn(finding, given);
    if (to === null) expect(turned).toHaveProperty('refused');
    else expect(turned).toMatchObject({ state: to, settleReason: given.reason });
  });

  it('keeps the date of what is dismissed, and sets one for what is to be remedied again', () => {
    expect(overturn(confirmed, given)).toMatchObject({ due: '2026-06-30' });
    expect(overturn(dismissed, given)).toMatchObject({ due: '2026-07-10' });
  });

  it.each([
    ['without a reason', confirmed, { reason: ' ' }, 'reason'],
    ['with the old reason', confirmed, { reason: 'Rõ ràng' }, 'reason'],
    ['without a date', dismissed, { due: null }, 'due'],
    ['with a date that is over', dismissed, { due: '2026-06-23' }, 'due'],
    ['what was dismissed as unclear', { ...dismissed, degree: 'unclear' }, {}, 'reason'],
  ] as const)('is refused %s', (_what, finding, over, of) => {
    expect(overturn(finding, { ...given, ...over })).toMatchObject({
      refused: expect.any(String) as string,
      of,
    });
    expect(overturn({ ...finding, degree: 'rare' }, { ...given, due: today })).not.toHaveProperty('refused');
  });
});
