import { describe, expect, it } from 'vitest';
import { changeSchema, newChangeSchema, type Change } from '../../../functions/src/schema/change.ts';
import { newKey } from './keys.ts';
import { partsOf, sendChange, type ChangePorts, type ChangeToSend } from './change.ts';

const me = { org: 'o', pid: 'clerk' };
const stamp = { toMillis: () => 0 };

/** A server of one change: keeps what arrives, loses acknowledgements on request, and answers once it was sent. */
class Server {
  readonly documents = new Map<string, Record<string, unknown>>();
  /** For each write in turn: nothing, lost before or after it arrived, or refused. */
  faults: ('lost' | 'unacknowledged' | 'denied' | null)[] = [];
  answer: Partial<Change> = { state: 'applied', counts: { added: 1, changed: 0, unchanged: 0 } };
  waited = 0;

  private write(path: string, fields: Record<string, unknown>, mustBeNew: boolean) {
    const fault = this.faults.shift() ?? null;
    if (fault === 'lost') throw new Error('connection');
    if (fault === 'denied' || (mustBeNew && this.documents.has(path))) throw new Error('refused');
    if (!mustBeNew && this.documents.get(path)?.state !== 'draft') throw new Error('refused');
    this.documents.set(path, { ...this.documents.get(path), ...fields, savedAt: stamp });
    if (fault === 'unacknowledged') throw new Error('connection');
  }

  readonly ports: ChangePorts = {
    create: async (path, fields) => this.write(path, fields, true),
    markSent: async (id) => this.write(`orgs/o/changes/${id}`, { state: 'sent', rev: 2 }, false),
    read: async (id) => {
      const found = this.documents.get(`orgs/o/changes/${id}`);
      if (!found) return null;
      return { ...found, ...(found.state === 'sent' && this.waited > 0 ? this.answer : {}) } as Change;
    },
    exists: async (path) => this.documents.has(path),
    troubleOf: (error) => ((error as Error).message === 'refused' ? 'refused' : 'connection'),
    wait: async () => {
      this.waited++;
    },
  };

  send(change: Partial<ChangeToSend>, tell?: (p: { sent: number; all: number }) => void) {
    const whole = {
      kind: 'units',
      source: 'screen',
      reason: ' Lập mới ',
      rows: [{ id: 'a' }],
      ...change,
    } as const;
    return sendChange(me, whole, tell, this.ports, 'k1');
  }
}

const many = Array.from({ length: 1201 }, (_, i) => ({ id: `p-${i}`, base: null, value: {} }));

describe('partsOf', () => {
  it('cuts at 500 rows and at 200,000 characters, losing and reordering nothing', () => {
    expect(partsOf(many).map((p) => p.length)).toEqual([500, 500, 201]);
    expect(
      partsOf(many)
        .flat()
        .map((json) => (JSON.parse(json) as { id: string }).id),
    ).toEqual(many.map((r) => r.id));
    const long = Array.from({ length: 3 }, () => ({ text: 'x'.repeat(99_000) }));
    expect(partsOf(long).map((p) => p.length)).toEqual([2, 1]);
  });
});

describe('a change', () => {
  it('of a few rows is one document that the schema takes, sent at once', async () => {
    const server = new Server();
    const answer = await server.send({});
    expect(answer).toEqual({ at: 'applied', counts: { added: 1, changed: 0, unchanged: 0 } });
    const created = server.documents.get('orgs/o/changes/clerk_k1');
    expect(newChangeSchema.safeParse(created).success).toBe(true);
    expect(created).toMatchObject({ reason: 'Lập mới', state: 'sent', parts: 0, rows: ['{"id":"a"}'] });
  });

  it('of many rows goes in parts, is sent only when all stand, and tells its progress', async () => {
    const server = new Server();
    const told: number[] = [];
    await server.send({ rows: many, source: 'import' }, ({ sent }) => told.push(sent));
    expect(told).toEqual([0, 500, 1000, 1201]);
    const change = changeSchema.parse(server.documents.get('orgs/o/changes/clerk_k1'));
    expect(change).toMatchObject({ state: 'sent', rev: 2, parts: 3, rows: [] });
    const rows = [0, 1, 2].flatMap(
      (n) => server.documents.get(`orgs/o/changes/clerk_k1/parts/${n}`)?.rows as string[],
    );
    expect(rows.map((json) => (JSON.parse(json) as { id: string }).id)).toEqual(many.map((r) => r.id));
  });

  it('refused names its problems', async () => {
    const server = new Server();
    const problems = [{ row: 0, field: 'name', reason: 'Nhập tên' }];
    server.answer = { state: 'refused', problems };
    expect(await server.send({})).toEqual({ at: 'refused', problems });
  });

  it.each([1, 2, 3, 4])('survives a lost acknowledgement of write %i', async (n) => {
    const server = new Server();
    server.faults = Array.from({ length: n }, (_, i) => (i === n - 1 ? 'unacknowledged' : null));
    expect(await server.send({ rows: many })).toMatchObject({ at: 'applied' });
    expect(server.documents.get('orgs/o/changes/clerk_k1')?.state).toBe('sent');
  });

  it('whose part never arrives stays a draft, and says so', async () => {
    const server = new Server();
    server.faults = [null, null, 'lost', 'lost', 'lost', 'lost'];
    expect(await server.send({ rows: many })).toEqual({ at: 'failed', trouble: 'connection' });
    expect(server.documents.get('orgs/o/changes/clerk_k1')?.state).toBe('draft');
  });

  it('denied by the rules is told at once, on a repeated write too', async () => {
    const denied = new Server();
    denied.faults = ['denied'];
    expect(await denied.send({})).toEqual({ at: 'failed', trouble: 'refused' });
    expect(denied.waited).toBe(0);
    const deniedLater = new Server();
    deniedLater.faults = ['lost', 'denied'];
    expect(await deniedLater.send({})).toEqual({ at: 'failed', trouble: 'refused' });
  });

  it('without an answer says that it waits', async () => {
    const server = new Server();
    server.answer = {};
    expect(await server.send({})).toEqual({ at: 'waiting', id: 'clerk_k1' });
  });
});

it('keys are what the rules take', () => {
  for (let i = 0; i < 100; i++) expect(newKey()).toMatch(/^[a-z0-9]{12}$/);
});
