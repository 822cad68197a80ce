// Time left, said in working days.
import { expect, it } from 'vitest';
import { dueText, remaining } from './remaining.ts';

it.each([
  ['2026-04-17', '2026-04-24', 'còn 5 ngày làm việc'],
  ['2026-04-23', '2026-04-24', 'còn 1 ngày làm việc'],
  ['2026-04-24', '2026-04-24', 'hôm nay là ngày cuối'],
  // 25–27/4/2026 are days off (Giỗ Tổ on Sunday 26/4, made up on Monday).
  ['2026-04-25', '2026-04-24', 'vừa quá hạn'],
  ['2026-04-28', '2026-04-24', 'quá hạn 1 ngày làm việc'],
])('%s → %s: %s', (today, due, text) => {
  expect(remaining(today, due)).toBe(text);
});

it('says the weekday with the date', () => {
  expect(dueText('2026-04-23', '2026-04-24')).toBe('Thứ Sáu 24/04/2026, còn 1 ngày làm việc');
});
