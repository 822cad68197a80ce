import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotaAtDecision, quotaWarning } from './rating.ts';
import { ratings, type Rating } from './words.ts';

const rows = readFileSync(new URL('./quota.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [string, string, string, string]);

const ratingsOf = (letters: string) =>
  [...letters].map((letter) => (letter === '-' ? null : (letter as Rating)));

describe('what a decision is told about the quota', () => {
  it.each(rows)('beside %s, %s → "%s" (%s)', (others, rating, warning) => {
    const said = quotaAtDecision({
      others: ratingsOf(others),
      rating: rating === '' ? null : (rating as Rating),
    });
    if (warning === '') expect(said).toBeNull();
    else expect(said).toContain(warning);
  });

  it('says of a whole unit what its page says', () => {
    const rating = fc.constantFrom(...ratings);
    fc.assert(
      fc.property(fc.array(rating, { maxLength: 40 }), (others) => {
        const count = (wanted: Rating) => others.filter((one) => one === wanted).length;
        const whole = quotaWarning({ A: count('A') + 1, B: count('B') });
        expect(quotaAtDecision({ others, rating: 'A' })).toBe(whole);
      }),
    );
  });
});
