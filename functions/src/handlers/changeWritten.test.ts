// Changes of the organisation through the real handler in memory: all or nothing, once, and what follows from them.
import { beforeEach, describe, expect, it } from 'vitest';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { sampleOrg as org, sampleOrganisation } from '../../../local/sample/organisation.ts';
import { atTime } from '../domain/civilDate.ts';
import type { PersonValue } from '../domain/changes.ts';
import type { Change } from '../schema/change.ts';
import { rowText } from '../schema/changeRow.ts';
import { changePartRef, cycleRef, organisationRef, refOf } from '../schema/refs.ts';
import { isIntact } from './audit.ts';
import { changeWritten } from './changeWritten.ts';
import { everyDay } from './everyDay.ts';

const clerk = 'nv-cv';
const sentAt = atTime('2026-04-10', '09:30');
let ports: MemoryPorts;

beforeEach(() => {
  ports = seeded();
  for (const [id, member] of Object.entries(sampleOrganisation().members))
    ports.put(refOf(org, 'members', id), member);
});

const person = (id: string) => ports.read(refOf(org, 'people', id));
const change = (id: string) => ports.read(refOf(org, 'changes', id));
function valueOf(id: string): PersonValue {
  const { name, email, category, partyMember, decidedOutside, posts, absences, joined, left } = person(id);
  return { name, email, category, partyMember, decidedOutside, posts, absences, joined, left };
}

function send(key: string, rows: string[], more: Partial<Change> = {}, memory = ports): string {
  const id = `${clerk}_${key}`;
  memory.put(refOf(org, 'changes', id), {
    author: clerk,
    kind: 'people',
    source: 'screen',
    reason: 'Theo quyết định số 12',
    rows,
    parts: 0,
    state: 'sent',
    rev: 1,
    savedAt: stampAt(sentAt),
    judgedAt: null,
    problems: [],
    counts: null,
    ...more,
  });
  memory.setNow(sentAt);
  return id;
}

const renamed = (id: string, name: string) => rowText(id, person(id).rev, { ...valueOf(id), name });
const newcomer = (id: string, more: Partial<PersonValue> = {}) =>
  rowText(id, null, { ...valueOf('tckh-cv-01'), name: 'Người Mới', email: `${id}@example.invalid`, ...more });

describe('a change of people', () => {
  it('raises the revision and keeps who, when, what and why', async () => {
    const before = person('tckh-cv-01');
    const id = send('a', [renamed('tckh-cv-01', 'Tên Mới')]);
    await changeWritten(ports, org, id);
    expect(change(id)).toMatchObject({
      state: 'applied',
      judgedAt: sentAt,
      counts: { added: 0, changed: 1, unchanged: 0 },
    });
    const after = person('tckh-cv-01');
    expect(after).toMatchObject({ name: 'Tên Mới', rev: before.rev + 1, posts: before.posts });
    expect(after.log).toEqual([
      expect.objectContaining({
        at: sentAt,
        who: clerk,
        what: 'change',
        before: JSON.stringify({ name: before.name }),
        after: JSON.stringify({ name: 'Tên Mới' }),
        reason: 'Theo quyết định số 12',
      }),
    ]);
    expect(isIntact(refOf(org, 'people', 'tckh-cv-01').path, after.log)).toBe(true);
  });

  it('adds somebody who was not there', async () => {
    await changeWritten(ports, org, send('a', [newcomer('tckh-moi')]));
    expect(person('tckh-moi')).toMatchObject({ name: 'Người Mới', rev: 1, setAside: null, judgedBy: [] });
    expect(person('tckh-moi').log.map(({ what }) => what)).toEqual(['add']);
  });

  it('is refused as a whole for one row, and writes nobody', async () => {
    const dump = () => JSON.stringify([...ports.kept].filter(([path]) => !path.includes('/changes/')));
    const before = dump();
    const id = send('a', [newcomer('tckh-moi'), newcomer('tckh-moi-2', { email: 'không' })]);
    await changeWritten(ports, org, id);
    expect(change(id)).toMatchObject({
      state: 'refused',
      judgedAt: sentAt,
      counts: null,
      problems: [{ row: 1, field: 'email' }],
    });
    expect(dump()).toBe(before);
  });

  it('names the row and the field that is misshapen', async () => {
    const rows = ['{', rowText('tckh-moi', null, { ...valueOf('tckh-cv-01'), rank: 3 }), '[]'];
    const noName = rowText('tckh-moi-2', null, { ...valueOf('tckh-cv-01'), category: 'king' });
    const id = send('a', [...rows, noName]);
    await changeWritten(ports, org, id);
    expect(change(id).problems.map(({ row, field }) => [row, field])).toEqual([
      [0, null],
      [1, null],
      [2, null],
      [3, 'category'],
    ]);
  });

  it('that differs in nothing writes nobody and is applied', async () => {
    const rows = [rowText('tckh-cv-01', person('tckh-cv-01').rev, valueOf('tckh-cv-01'))];
    const before = ports.writes;
    const id = send('a', rows);
    await changeWritten(ports, org, id);
    expect(change(id)).toMatchObject({ state: 'applied', counts: { added: 0, changed: 0, unchanged: 1 } });
    expect(ports.writes - before).toBe(1);
  });

  it('made from an older revision is refused, so that nobody overwrites what they have not seen', async () => {
    const stale = renamed('tckh-cv-01', 'Muộn');
    await changeWritten(ports, org, send('a', [renamed('tckh-cv-01', 'Trước')]));
    const id = send('b', [stale]);
    await changeWritten(ports, org, id);
    expect(change(id)).toMatchObject({ state: 'refused', problems: [{ row: 0, field: null }] });
    expect(person('tckh-cv-01').name).toBe('Trước');
  });

  it('waits as a draft', async () => {
    const before = ports.dump();
    await changeWritten(ports, org, send('a', [renamed('tckh-cv-01', 'Sớm')], { state: 'draft' }));
    ports.kept.delete(refOf(org, 'changes', `${clerk}_a`).path);
    expect(ports.dump()).toBe(before);
  });

  it('changes nothing when it is delivered again, and gives the same wherever it is cut off', async () => {
    const rows = [newcomer('tckh-moi'), renamed('tckh-cv-01', 'Tên Mới')];
    const id = send('a', rows);
    await changeWritten(ports, org, id);
    const once = ports.dump();
    await changeWritten(ports, org, id);
    expect(ports.dump()).toBe(once);
    for (const writes of [0, 1]) {
      const cut = seeded();
      for (const [one, member] of Object.entries(sampleOrganisation().members))
        cut.put(refOf(org, 'members', one), member);
      send('a', rows, {}, cut);
      cut.writesToLive = writes;
      await changeWritten(cut, org, id).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      cut.writesToLive = null;
      await changeWritten(cut, org, id);
      expect(cut.dump()).toBe(once);
    }
  });

  it('judged beside another one can take no mailbox that the other took', async () => {
    const first = send('a', [newcomer('tckh-moi', { email: 'chung@example.vn' })]);
    const second = send('b', [newcomer('tckh-moi-2', { email: 'chung@example.vn' })]);
    // Read side by side, step by step: only what both of them write keeps the second from agreeing with the first.
    await Promise.all([changeWritten(ports, org, first), changeWritten(ports, org, second)]);
    expect([change(first).state, change(second).state].sort()).toEqual(['applied', 'refused']);
  });

  it('takes nobody from the rights of the last administrator', async () => {
    const left = rowText('vpub-cv', person('vpub-cv').rev, { ...valueOf('vpub-cv'), left: '2026-04-30' });
    const id = send('a', [left]);
    await changeWritten(ports, org, id);
    expect(change(id).problems).toMatchObject([{ row: 0, field: 'left' }]);
  });
});

describe('a long list', () => {
  const all = Array.from({ length: 1200 }, (_, i) => `nv-moi-${i}`);
  const putPart = (id: string, part: number, ids: string[], author = clerk) =>
    ports.put(changePartRef(org, id, part), {
      author,
      rows: ids.map((one) => newcomer(one)),
      savedAt: stampAt(sentAt),
    });

  it('comes in parts and is written at once', async () => {
    const id = send('a', [], { parts: 3, source: 'import' });
    [0, 1, 2].forEach((part) => putPart(id, part, all.slice(part * 400, part * 400 + 400)));
    await changeWritten(ports, org, id);
    expect(change(id)).toMatchObject({ state: 'applied', counts: { added: 1200, changed: 0, unchanged: 0 } });
    expect(person('nv-moi-1199').rev).toBe(1);
    // Sent again, as from the list that was imported: nothing to change.
    const again = send('b', [], { parts: 3, source: 'import' });
    [0, 1, 2].forEach((part) => putPart(again, part, all.slice(part * 400, part * 400 + 400)));
    const before = ports.writes;
    await changeWritten(ports, org, again);
    expect(change(again).counts).toEqual({ added: 0, changed: 0, unchanged: 1200 });
    expect(ports.writes - before).toBe(1);
  });

  it.each([
    ['a part missing', (id: string) => putPart(id, 0, all.slice(0, 3))],
    [
      'a part of somebody else',
      (id: string) => {
        putPart(id, 0, all.slice(0, 3));
        putPart(id, 1, all.slice(3, 6), 'tckh-cv-02');
      },
    ],
  ])('is refused with %s', async (_, parts) => {
    const id = send('a', [], { parts: 2 });
    parts(id);
    await changeWritten(ports, org, id);
    expect(change(id)).toMatchObject({ state: 'refused', problems: [{ row: -1 }] });
    expect(ports.kept.has(refOf(org, 'people', 'nv-moi-0').path)).toBe(false);
  });

  it('answers with no more problems than its document holds', async () => {
    const id = send('a', [], { parts: 3 });
    const wrong = (ids: string[]) => ids.map((one) => newcomer(one, { email: 'không' }));
    [0, 1, 2].forEach((part) =>
      ports.put(changePartRef(org, id, part), {
        author: clerk,
        rows: wrong(all.slice(part * 400, part * 400 + 400)),
        savedAt: stampAt(sentAt),
      }),
    );
    await changeWritten(ports, org, id);
    expect(change(id).problems).toHaveLength(500);
  });

  describe('too large for one commit', () => {
    const few = all.slice(0, 40);
    const sentWith = (memory: MemoryPorts, rows = few.map((one) => newcomer(one))) => {
      for (const [one, member] of Object.entries(sampleOrganisation().members))
        memory.put(refOf(org, 'members', one), member);
      memory.documents.commitBytes = 12_000;
      return send('a', rows, { source: 'import' }, memory);
    };
    const read = (memory: MemoryPorts, id: string) => memory.read(refOf(org, 'changes', id));

    it('is written piece by piece, counted once, and each of its people once', async () => {
      const id = sentWith(ports);
      const sizes: number[] = [];
      const commit = ports.documents.commit.bind(ports.documents);
      ports.documents.commit = async (writes) => {
        sizes.push(writes.length);
        await commit(writes);
      };
      await changeWritten(ports, org, id);
      expect(sizes.length).toBeGreaterThan(2);
      expect(read(ports, id)).toMatchObject({
        state: 'applied',
        counts: { added: few.length, changed: 0, unchanged: 0 },
      });
      expect(ports.read(organisationRef(org)).applying).toBeNull();
      for (const one of few) expect(person(one)).toMatchObject({ rev: 1, log: [{ what: 'add' }] });
    });

    it('is finished by the next call wherever one was killed, even when its author lost the right', async () => {
      const id = sentWith(ports);
      await changeWritten(ports, org, id);
      const people = (memory: MemoryPorts) => [...memory.kept].filter(([path]) => path.includes('/people/'));
      const once = JSON.stringify(people(ports).map(([path, { data }]) => [path, data]));
      for (const pieces of [1, 2, 3]) {
        const cut = seeded();
        sentWith(cut);
        let left = pieces;
        cut.beforeWrite = () => {
          if (left-- === 0) throw new Killed('killed between two commits');
        };
        await expect(changeWritten(cut, org, id)).rejects.toThrow(Killed);
        cut.beforeWrite = () => undefined;
        expect(cut.read(organisationRef(org)).applying).toBe(id);
        cut.put(refOf(org, 'members', clerk), { ...cut.read(refOf(org, 'members', clerk)), clerk: false });
        await changeWritten(cut, org, id);
        expect(JSON.stringify(people(cut).map(([path, { data }]) => [path, data]))).toBe(once);
        expect(read(cut, id)).toEqual(read(ports, id));
      }
    });

    it('lets no other change be judged before it is finished', async () => {
      const id = sentWith(ports);
      let left = 1;
      ports.beforeWrite = () => {
        if (left-- === 0) throw new Killed('killed between two commits');
      };
      await expect(changeWritten(ports, org, id)).rejects.toThrow(Killed);
      ports.beforeWrite = () => undefined;
      const other = send('b', [renamed('tckh-cv-01', 'Tên Mới')]);
      await expect(changeWritten(ports, org, other)).rejects.toThrow(/being applied/);
      expect(change(other).state).toBe('sent');
      await changeWritten(ports, org, id);
      await changeWritten(ports, org, other);
      expect([change(id).state, change(other).state]).toEqual(['applied', 'applied']);
    });

    it('is refused whole for its last row', async () => {
      const rows = [...few.map((one) => newcomer(one)), newcomer('tckh-moi', { email: 'không' })];
      const id = sentWith(ports, rows);
      await changeWritten(ports, org, id);
      expect(change(id)).toMatchObject({ state: 'refused', problems: [{ row: few.length, field: 'email' }] });
      expect(ports.kept.has(refOf(org, 'people', few[0] ?? '').path)).toBe(false);
    });
  });
});

describe('rights', () => {
  const rights = (id: string, more: object) => {
    const {
      inspects,
      aggregates,
      offices,
      administrator,
      oversees,
      clerk: isClerk,
      rev,
    } = ports.read(refOf(org, 'members', id));
    return rowText(id, rev, {
      inspects,
      aggregates,
      offices,
      administrator,
      oversees,
      clerk: isClerk,
      ...more,
    });
  };
  it('given by an administrator are written with their log; to oneself they are refused', async () => {
    const author = 'vpub-cv';
    const given = send('a', [rights('nv-cv', { inspects: true })], { kind: 'members', author });
    await changeWritten(ports, org, given);
    const member = ports.read(refOf(org, 'members', 'nv-cv'));
    expect(member).toMatchObject({ inspects: true, clerk: true, rev: 2 });
    expect(member.log).toMatchObject([{ who: author, after: '{"inspects":true}' }]);
    const more = send('c', [rights('nv-cv', { inspects: true, supervises: true })], {
      kind: 'members',
      author,
    });
    await changeWritten(ports, org, more);
    expect(ports.read(refOf(org, 'members', 'nv-cv'))).toMatchObject({ supervises: true, rev: 3 });
    const own = send('b', [rights(author, { inspects: true })], { kind: 'members', author });
    await changeWritten(ports, org, own);
    expect(change(own).state).toBe('refused');
  });
});

describe('the author', () => {
  const rows = () => [renamed('tckh-cv-01', 'Tên Mới')];
  it.each([
    ['a clerk', clerk, 'people', 'applied'],
    ['an administrator', 'vpub-cv', 'people', 'applied'],
    ['an inspector', 'ubkt-pho', 'people', 'refused'],
    ['nobody in particular', 'tckh-cv-02', 'people', 'refused'],
    ['a clerk about rights', clerk, 'members', 'refused'],
  ] as const)('%s', async (_, author, kind, state) => {
    const rights = ports.read(refOf(org, 'members', 'ubkt-pho'));
    const { log: __, rev, ...value } = rights;
    const member = [rowText('ubkt-pho', rev, { ...value, inspects: false })];
    const id = send('a', kind === 'people' ? rows() : member, { author, kind });
    await changeWritten(ports, org, id);
    expect(change(id).state).toBe(state);
    expect(person('tckh-cv-01').name === 'Tên Mới').toBe(state === 'applied');
  });
});

describe('a blocked month', () => {
  it('opens when the change mends what kept it from opening', async () => {
    const chair = sampleOrganisation().organisation.people.find(({ posts }) =>
      posts.some(({ kind }) => kind === 'chair'),
    );
    if (!chair) throw new Error('the sample has no chair');
    ports.put(refOf(org, 'people', chair.id), { ...person(chair.id), left: '2026-03-31' });
    await everyDay(ports, atTime('2026-04-01', '00:00'));
    expect(ports.read(cycleRef(org, '2026-04')).state).toBe('blocked');
    const elsewhere = send('a', [renamed('tckh-cv-01', 'Tên Mới')]);
    await changeWritten(ports, org, elsewhere);
    expect(ports.read(cycleRef(org, '2026-04')).state).toBe('blocked');
    const back = rowText(chair.id, person(chair.id).rev, { ...valueOf(chair.id), left: null });
    const mending = send('b', [back]);
    await changeWritten(ports, org, mending);
    expect(change(mending).problems).toEqual([]);
    expect(ports.read(cycleRef(org, '2026-04'))).toMatchObject({ state: 'open', openedAt: sentAt, gaps: [] });

    const once = ports.dump();
    await changeWritten(ports, org, mending);
    expect(ports.dump()).toBe(once);
  });

  it('that opens on the day of a deadline is woken up at it', async () => {
    const chair = sampleOrganisation().organisation.people.find(({ posts }) =>
      posts.some(({ kind }) => kind === 'chair'),
    );
    if (!chair) throw new Error('the sample has no chair');
    ports.put(refOf(org, 'people', chair.id), { ...person(chair.id), left: '2026-03-31' });
    await everyDay(ports, atTime('2026-04-24', '00:00'));
    const woken = () =>
      [...ports.asked.values()].flatMap(({ fn, payload }) => (fn === 'keepDeadline' ? [payload] : []));
    expect(woken()).toEqual([]);
    const savedAt = stampAt(atTime('2026-04-24', '15:00'));
    const rows = [rowText(chair.id, person(chair.id).rev, { ...valueOf(chair.id), left: null })];
    await changeWritten(ports, org, send('a', rows, { savedAt }));
    expect(woken()).toContainEqual(
      expect.objectContaining({ kind: 'staff', due: atTime('2026-04-25', '00:00') }),
    );
  });
});
