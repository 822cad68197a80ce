// The audit log: chained, once per act, and a change anywhere shows.
import { describe, expect, it } from 'vitest';
import { momentOf } from '../domain/moment.ts';
import { isIntact, keptEntries, logged, loggedWithin, type Act } from './audit.ts';

const act = (what: string, ms: number): Act => ({
  at: momentOf(ms),
  who: 'nv-001',
  forWhom: null,
  what,
  before: null,
  after: what,
});
const log = logged(logged(logged([], act('open', 0)), act('submit', 1000)), act('evaluate', 2000));

describe('logged', () => {
  it('chains every entry to the one before', () => {
    expect(log.map((entry) => entry.what)).toEqual(['open', 'submit', 'evaluate']);
    expect(new Set(log.map((entry) => entry.hash)).size).toBe(3);
    expect(isIntact(log)).toBe(true);
  });

  it('enters the same act once', () => {
    expect(logged(log, act('submit', 1000))).toEqual(log);
    expect(logged(log, act('submit', 3000))).toHaveLength(4);
  });

  it.each([
    ['a changed entry', log.map((entry, i) => (i === 1 ? { ...entry, who: 'nv-999' } : entry))],
    ['a missing entry', [log[0], log[2]].filter((entry) => entry !== undefined)],
    ['two entries swapped', [log[0], log[2], log[1]].filter((entry) => entry !== undefined)],
  ])('is not intact with %s', (_, changed) => {
    expect(isIntact(changed)).toBe(false);
  });
});

describe('a log that is cut', () => {
  const acts = Array.from({ length: keptEntries + 3 }, (_, i) => act(`change ${i}`, i * 1000));
  const cut = acts.reduce(loggedWithin, [] as ReturnType<typeof logged>);

  it('keeps the last entries and stays verifiable from the oldest of them', () => {
    expect(cut.map(({ what }) => what)).toEqual(acts.slice(3).map(({ what }) => what));
    expect(isIntact(cut, { cut: true })).toBe(true);
    expect(isIntact(cut)).toBe(false);
  });

  it('shows a change behind its oldest entry, and more that is missing', () => {
    expect(
      isIntact(
        cut.map((entry, i) => (i === 1 ? { ...entry, who: 'nv-999' } : entry)),
        { cut: true },
      ),
    ).toBe(false);
    expect(isIntact(cut.slice(1), { cut: true })).toBe(false);
  });

  it('chains the reason of an act', () => {
    const reasoned = logged(log, { ...act('change', 4000), reason: 'Quyết định 12' });
    expect(isIntact(reasoned)).toBe(true);
    expect(isIntact(reasoned.map((entry) => ({ ...entry, reason: 'Quyết định 13' })))).toBe(false);
  });
});
