// What one press takes over from a fact of the head's section.
import { expect, it } from 'vitest';
import { headFactsOf, offeredWith, type Subordinate } from '../../../functions/src/domain/headFacts.ts';
import { offeredRow, standsOffered } from './offeredRow.ts';

const finding: Subordinate['findings'][number] = {
  ...{ id: 'an_k1', codes: '2.01', fact: 'Để hồ sơ quá hạn', due: null, told: '2026-03-10' },
  ...{ state: 'confirmed', remedyState: 'none', remedyReportedAt: null },
};
const subordinate = { name: 'An', proposed: null, published: null, findings: [finding] };
const facts = headFactsOf({
  ...{ month: '2026-04', previous: '2026-03', today: '2026-04-24', units: [], owed: [] },
  subordinates: new Map([['an', subordinate]]),
});
const fact = facts['an_k1'] ?? '';
const codes = offeredWith(fact);
const draft = { rowSection: { r2: 'I' as const }, rowCodes: { r2: '1.07' }, rowResult: { r2: 'Khác' } };

it('is a new row with both codes and what was seen, which leaves degree and cause to the head', () => {
  const { id, change } = offeredRow(draft, codes, fact);
  expect(id).toBe('r3');
  expect(change).toEqual({
    rowSection: { r2: 'I', r3: 'II.2' },
    rowCodes: { r2: '1.07', r3: '1.07 2.08' },
    rowResult: { r2: 'Khác', r3: 'An: 2.01: Để hồ sơ quá hạn (chưa khắc phục).' },
    nothing: false,
  });
});

it('is offered until one row names both', () => {
  expect(standsOffered(draft, codes)).toBe(false);
  const taken = offeredRow(draft, codes, fact).change;
  expect(standsOffered({ rowCodes: taken.rowCodes ?? {} }, codes)).toBe(true);
});
