// The audit log: chained from the document's path, once per act, nothing of it lost, and a change anywhere shows.
import { describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { Killed, MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { begun, renamed, renameOnce } from '../../../test/fixtures/playedActs.ts';
import { momentOf } from '../domain/moment.ts';
import type { LogEntry } from '../schema/fields.ts';
import { logPartRef, type LogPart } from '../schema/logPart.ts';
import { refOf } from '../schema/refs.ts';
import { isIntact, keepMoved, keptEntries, logged, loggedWithin, movedEntries, type Act } from './audit.ts';

const path = 'orgs/o/sheets/nv-001_2026-04';
const act = (what: string, ms: number): Act => ({
  at: momentOf(ms),
  who: 'nv-001',
  forWhom: null,
  what,
  before: null,
  after: what,
});
const after = (log: readonly LogEntry[], ...acts: Act[]) =>
  acts.reduce<LogEntry[]>((sum, one) => logged(path, sum, one), [...log]);
const log = after([], act('open', 0), act('submit', 1000), act('evaluate', 2000));

describe('logged', () => {
  it('numbers every entry and chains it to the one before', () => {
    expect(log.map(({ n, what }) => `${n} ${what}`)).toEqual(['1 open', '2 submit', '3 evaluate']);
    expect(new Set(log.map((entry) => entry.hash)).size).toBe(3);
    expect(isIntact(path, log)).toBe(true);
  });

  it('enters the same act once', () => {
    expect(after(log, act('submit', 1000))).toEqual(log);
    expect(after(log, act('submit', 3000))).toHaveLength(4);
  });

  it("gives the same act on another document another hash, so that no log passes for another document's", () => {
    expect(isIntact('orgs/o/sheets/nv-002_2026-04', log)).toBe(false);
    expect(logged('orgs/o/sheets/nv-002_2026-04', [], act('open', 0))[0]?.hash).not.toBe(log[0]?.hash);
  });

  it.each([
    ['a changed entry', log.map((entry, i) => (i === 1 ? { ...entry, who: 'nv-999' } : entry))],
    ['a missing entry', [log[0], log[2]].filter((entry) => entry !== undefined)],
    ['two entries swapped', [log[0], log[2], log[1]].filter((entry) => entry !== undefined)],
  ])('is not intact with %s', (_, changed) => {
    expect(isIntact(path, changed)).toBe(false);
  });

  it('chains the reason of an act', () => {
    const reasoned = after(log, { ...act('change', 4000), reason: 'Quyết định 12' });
    expect(isIntact(path, reasoned)).toBe(true);
    expect(isIntact(path, [...log, { ...reasoned[3]!, reason: 'Quyết định 13' }])).toBe(false);
  });
});

describe('a log that has no more room', () => {
  const person = 'orgs/o/people/nv-001';
  const acts = Array.from({ length: 2 * keptEntries + 3 }, (_, i) => act(`change ${i}`, i * 1000));

  async function kept(memory: MemoryPorts, until: number): Promise<LogEntry[]> {
    let entries: LogEntry[] = [];
    for (const one of acts.slice(0, until)) {
      const { log: rest, moved } = loggedWithin(person, entries, one);
      await keepMoved(memory.documents, moved);
      entries = rest;
    }
    return entries;
  }
  const parts = (memory: MemoryPorts): LogPart[] =>
    [1, 26, 51, 76].flatMap((first) => {
      const ref = logPartRef(person, first);
      return memory.kept.has(ref.path) ? [memory.read(ref)] : [];
    });

  it('moves its oldest entries into documents of their own, and the whole chain is always there', async () => {
    for (const until of [keptEntries, keptEntries + 1, keptEntries + 25, acts.length]) {
      const memory = new MemoryPorts(momentOf(0));
      const entries = await kept(memory, until);
      const moved = parts(memory);
      expect(entries.length).toBeLessThanOrEqual(keptEntries);
      expect(moved.every((part) => part.entries.length === movedEntries)).toBe(true);
      expect(moved.flatMap((part) => part.entries).length + entries.length).toBe(until);
      expect(isIntact(person, entries, moved)).toBe(true);
    }
  });

  it('writes a part once and nothing while there is room', async () => {
    const memory = new MemoryPorts(momentOf(0));
    await kept(memory, keptEntries);
    expect(memory.writes).toBe(0);
    const full = await kept(memory, keptEntries);
    const { moved } = loggedWithin(person, full, act('another', 1_000_000));
    await keepMoved(memory.documents, moved);
    const once = memory.dump();
    // Cut off before the shorter log was written, and begun again.
    await keepMoved(memory.documents, loggedWithin(person, full, act('yet another', 2_000_000)).moved);
    expect(memory.writes).toBe(1);
    expect(memory.dump()).toBe(once);
  });

  it('is intact only together with all that was moved, in its order', async () => {
    const memory = new MemoryPorts(momentOf(0));
    const entries = await kept(memory, acts.length);
    const moved = parts(memory);
    expect(moved.length).toBeGreaterThan(1);
    expect(isIntact(person, entries)).toBe(false);
    expect(isIntact(person, entries, moved.slice(1))).toBe(false);
    expect(isIntact(person, entries, moved.toReversed())).toBe(false);
    expect(isIntact(person, entries.slice(1), moved)).toBe(false);
  });
});

describe('a record that is changed once more than it has room for', () => {
  const ref = refOf(org, 'people', renamed);
  const full = async () => {
    const memory = begun();
    for (let i = 1; i <= keptEntries; i++) await renameOnce(memory, i);
    return memory;
  };

  it('keeps the whole chain in two places, in the same bytes wherever the change is cut off', async () => {
    const quiet = await full();
    expect(quiet.read(ref).log).toHaveLength(keptEntries);
    await renameOnce(quiet, keptEntries + 1);
    const part = quiet.read(logPartRef(ref.path, 1));
    expect(part.entries).toHaveLength(movedEntries);
    expect(isIntact(ref.path, quiet.read(ref).log, [part])).toBe(true);
    for (const writes of [0, 1]) {
      const memory = await full();
      memory.writesToLive = writes;
      await expect(renameOnce(memory, keptEntries + 1)).rejects.toThrow(Killed);
      memory.writesToLive = null;
      expect(memory.kept.has(logPartRef(ref.path, 1).path)).toBe(writes === 1);
      await renameOnce(memory, keptEntries + 1);
      expect(memory.dump()).toBe(quiet.dump());
    }
  });

  it('says the same when somebody else changes the record between moving and writing', async () => {
    const memory = await full();
    memory.writesToLive = 1;
    await expect(renameOnce(memory, keptEntries + 1)).rejects.toThrow(Killed);
    memory.writesToLive = null;
    await renameOnce(memory, keptEntries + 2);
    const { log } = memory.read(ref);
    expect(isIntact(ref.path, log, [memory.read(logPartRef(ref.path, 1))])).toBe(true);
    expect(log.at(-1)?.n).toBe(keptEntries + 1);
  });
});
