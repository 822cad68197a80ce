// That the clock of this machine really stands elsewhere: without it, the suite under another zone would prove nothing.
import { expect, it } from 'vitest';
import { civilDateOf, startOfDay } from '../../functions/src/domain/civilDate.ts';
import { momentOf } from '../../functions/src/domain/moment.ts';

it('is the zone that was asked for, and not that of Việt Nam', () => {
  const offset = new Date(Date.UTC(2026, 3, 24)).getTimezoneOffset();
  expect(String(offset)).toBe(process.env['NAM_RO_OFFSET']);
  expect(offset).not.toBe(-7 * 60);
});

it.each([
  ['the last minute of the 24th', '2026-04-24T16:59:59Z', '2026-04-24'],
  ['midnight after it', '2026-04-24T17:00:00Z', '2026-04-25'],
  ['the end of a month', '2026-04-30T16:59:59Z', '2026-04-30'],
  ['the beginning of the next', '2026-04-30T17:00:00Z', '2026-05-01'],
  ['the end of a year', '2026-12-31T16:59:59Z', '2026-12-31'],
  ['the beginning of the next year', '2026-12-31T17:00:00Z', '2027-01-01'],
  ['a day that is none where clocks go forward', '2026-03-08T10:30:00Z', '2026-03-08'],
])('%s is a day of Việt Nam all the same', (_, utc, day) => {
  const at = momentOf(Date.parse(utc));
  expect(civilDateOf(at)).toBe(day);
  expect(startOfDay(day) <= at).toBe(true);
});
