// The count of what is unread: whose it is, where one signs out and another signs in.
import { expect, it } from 'vitest';
import { count, countFor, knownTo } from './inbox.ts';

const [an, binh] = ['an', 'binh'].map((pid) => ({ org: 'o', pid, name: pid, email: '' }));
if (!an || !binh) throw new Error('two people');

// Somebody who signed in while another's answer was under way saw that other's count.
it('an answer that comes after another has signed in is dropped', () => {
  countFor(an);
  count(an, 3);
  expect(knownTo(an)).toBe(3);
  countFor(binh);
  expect(knownTo(binh)).toBeNull();
  count(an, 4);
  expect(knownTo(binh)).toBeNull();
  count(binh, 1);
  expect(knownTo(binh)).toBe(1);
  expect(knownTo(an)).toBeNull();
  // The same person at another organisation is another.
  count({ ...binh, org: 'p' }, 9);
  expect(knownTo(binh)).toBe(1);
});
