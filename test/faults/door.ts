// The ports that one delivery works with: every step waits at its gate, writes are counted, and a delivery may be killed before any of them.
import { Conflict, type Documents } from '../../functions/src/handlers/ports.ts';
import type { Moment } from '../../functions/src/domain/moment.ts';
import { Killed, type MemoryPorts } from '../fixtures/memoryPorts.ts';
import { MemoryEvidence } from '../fixtures/memoryEvidence.ts';
import type { AllPorts } from './app.ts';

/** Waits until the delivery may take its next step. */
export type Gate = () => Promise<void>;
export const noGate: Gate = async () => undefined;

export interface Life {
  /** Dies before this many more writes; null lives for ever. */
  left: number | null;
  writes: number;
}

export interface World {
  memory: MemoryPorts;
  /** What lies in Cloud Storage. */
  objects: Map<string, string>;
  now(): Moment;
  /** A write met what it hadn't read. */
  refused(): void;
  wrote(path: string, before: object | null, after: object | null): void;
  enqueue: AllPorts['tasks']['enqueue'];
}

export function doorOf(world: World, gate: Gate, life: Life): AllPorts {
  const { memory, objects } = world;
  const dataAt = (path: string) => (memory.kept.get(path)?.data as object | undefined) ?? null;
  const spend = () => {
    if (life.left === 0) throw new Killed('killed between two writes');
    if (life.left !== null) life.left -= 1;
    life.writes += 1;
  };
  /** One atomic step: nothing else happens between its look and its write. */
  const step = async <T>(paths: readonly string[], work: () => Promise<T>): Promise<T> => {
    await gate();
    spend();
    const before = paths.map(dataAt);
    const done = work();
    const after = paths.map(dataAt);
    const result = await done.catch((error: unknown) => {
      if (error instanceof Conflict) world.refused();
      throw error;
    });
    paths.forEach((path, i) => {
      if (before[i] !== after[i]) world.wrote(path, before[i] ?? null, after[i] ?? null);
    });
    return result;
  };
  const real = memory.documents;
  const documents: Documents = {
    commitBytes: real.commitBytes,
    get: async (ref) => {
      await gate();
      return real.get(ref);
    },
    getAll: async (refs) => {
      await gate();
      return real.getAll(refs);
    },
    find: async (collection, filters) => {
      await gate();
      return real.find(collection, filters);
    },
    create: (ref, data) => step([ref.path], () => real.create(ref, data)),
    // A batch that met what exists goes on one by one: that may be cut off anywhere.
    createMissing: async (items) => {
      for (const item of items)
        if (!memory.kept.has(item.ref.path)) await step([item.ref.path], () => real.createMissing([item]));
    },
    update: (ref, patch, updateTime) => step([ref.path], () => real.update(ref, patch, updateTime)),
    commit: (writes) =>
      step(
        writes.map(({ path }) => path),
        () => real.commit(writes),
      ),
  };
  return {
    documents,
    clock: { momentOf: memory.clock.momentOf, now: async () => world.now() },
    tasks: {
      enqueue: async (fn, key, payload, at) => {
        await gate();
        spend();
        await world.enqueue(fn, key, payload, at);
      },
    },
    files: {
      exists: async (path) => {
        await gate();
        return objects.has(path);
      },
      save: async (path, content) => {
        await gate();
        spend();
        objects.set(path, new TextDecoder().decode(content));
      },
    },
    renderer: { phieu01: async (input) => printed(input), phieu02: async (input) => printed(input) },
    evidence: new MemoryEvidence(memory).evidence,
    accounts: { converge: async () => undefined, close: async () => undefined },
  };
}

/** What a report is made from, in place of the report. */
const printed = (input: unknown) => new TextEncoder().encode(JSON.stringify(input));
