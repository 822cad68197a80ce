// Converging: one write where something changed, none where nothing did, again after a conflict.
import { describe, expect, it } from 'vitest';
import { MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { momentOf } from '../domain/moment.ts';
import type { Ref } from '../schema/refs.ts';
import { converge, convergeOrCreate } from './converge.ts';
import { Conflict } from './ports.ts';

interface Counter {
  count: number;
  name: string;
}
const ref: Ref<Counter> = { path: 'orgs/o/counters/c', shape: { parse: (data) => data as Counter } };
const ports = () => {
  const memory = new MemoryPorts(momentOf(0));
  memory.put(ref, { count: 1, name: 'a' });
  return memory;
};

describe('converge', () => {
  it('writes only what changed', async () => {
    const memory = ports();
    await converge(memory.documents, ref, () => ({ count: 2, name: 'a' }));
    expect(memory.read(ref)).toEqual({ count: 2, name: 'a' });
    expect(memory.writes).toBe(1);
  });

  it('writes nothing where all of it holds already', async () => {
    const memory = ports();
    await converge(memory.documents, ref, () => ({ count: 1 }));
    expect(memory.writes).toBe(0);
  });

  it('leaves a missing document missing', async () => {
    const memory = new MemoryPorts(momentOf(0));
    expect(await converge(memory.documents, ref, () => ({ count: 2 }))).toBeNull();
    expect(memory.kept.size).toBe(0);
  });

  it('reads and computes again when somebody else came first', async () => {
    const memory = ports();
    let others = 2;
    memory.beforeWrite = () => {
      if (others-- > 0) memory.put(ref, { count: memory.read(ref).count + 10, name: 'other' });
    };
    await converge(memory.documents, ref, ({ data }) => ({ count: data.count + 1 }));
    expect(memory.read(ref)).toEqual({ count: 22, name: 'other' });
  });

  it('gives up with the conflict after eight attempts', async () => {
    const memory = ports();
    memory.beforeWrite = () => memory.put(ref, { count: memory.read(ref).count + 1, name: 'other' });
    await expect(converge(memory.documents, ref, () => ({ name: 'mine' }))).rejects.toBeInstanceOf(Conflict);
  });
});

describe('convergeOrCreate', () => {
  it('creates what is missing and updates what another has created meanwhile', async () => {
    const memory = new MemoryPorts(momentOf(0));
    let first = true;
    memory.beforeWrite = () => {
      if (first) memory.put(ref, { count: 5, name: 'twin' });
      first = false;
    };
    await convergeOrCreate(memory.documents, ref, async (current) =>
      current ? { patch: { name: 'mine' } } : { create: { count: 0, name: 'mine' } },
    );
    expect(memory.read(ref)).toEqual({ count: 5, name: 'mine' });
  });
});
