// The organisation on the running suite: a list of 300 people applied at once or refused whole, and somebody who leaves.
import { serverTimestamp } from 'firebase/firestore/lite';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Conflict } from '../../functions/src/handlers/ports.ts';
import { firestoreDocuments } from '../../functions/src/store/firestoreDocuments.ts';
import { Meter } from '../../functions/src/store/meter.ts';
import type { Person } from '../../functions/src/domain/organisation.ts';
import type { Change } from '../../functions/src/schema/change.ts';
import { rowText } from '../../functions/src/schema/changeRow.ts';
import { changeId, documentPath, personMonthId } from '../../functions/src/schema/paths.ts';
import type { PersonDocument } from '../../functions/src/schema/person.ts';
import type { Sheet } from '../../functions/src/schema/sheet.ts';
import { ClientMeter } from '../../local/demo/meter.ts';
import { isRefusal, openSession, type Session } from '../../local/demo/session.ts';
import { demoPassword } from '../../local/sample/accounts.ts';
import { openAdmin, type Admin } from '../../local/sample/admin.ts';
import { april } from '../../local/sample/april.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg as org, sampleOrganisation } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suite.ts';

const suite = connectSuite(inject('suite'));
const clerk = 'nv-cv';
const size = 300;
let admin: Admin;

beforeAll(async () => {
  await suite.resetData();
  await loadSample(suite, { runUntil: '2026-04-10T09:00' });
  admin = openAdmin(suite);
  return () => admin.close();
}, 180_000);

const path = (name: Parameters<typeof documentPath>[1], id: string) => documentPath(org, name, id);
async function read<T>(at: string): Promise<T> {
  const found = await admin.firestore.doc(at).get();
  if (!found.exists) throw new Error(`no ${at}`);
  return found.data() as T;
}
const personOf = (id: string) => read<PersonDocument>(path('people', id));
const isThere = async (id: string) => (await admin.firestore.doc(path('people', id)).get()).exists;

async function as<T>(person: string, work: (session: Session) => Promise<T>): Promise<T> {
  const { email } = await personOf(person);
  const signIn = { person, email, password: demoPassword };
  const session = await openSession(suite, org, new ClientMeter(), signIn);
  return await work(session).finally(() => session.close());
}

/** As the clerk's page does it: a draft, its parts, then the word that it is complete; a small one is sent at once. */
async function send(key: string, rows: string[], perPart: number | null): Promise<Change> {
  const id = changeId(clerk, key);
  const parts = perPart === null ? 0 : Math.ceil(rows.length / perPart);
  const savedAt = serverTimestamp();
  await as(clerk, async (session) => {
    await session.create('changes', id, {
      ...{ author: clerk, kind: 'people', reason: 'Tiếp nhận theo quyết định' },
      source: perPart === null ? 'screen' : 'import',
      rows: perPart === null ? rows : [],
      ...{ parts, state: perPart === null ? 'sent' : 'draft', rev: 1, savedAt },
    });
    for (let part = 0; part < parts; part++) {
      const of = rows.slice(part * (perPart ?? 0), (part + 1) * (perPart ?? 0));
      await session.create('changes', `${id}/parts/${part}`, { author: clerk, rows: of, savedAt });
    }
    if (parts > 0) await session.update('changes', id, { state: 'sent', rev: 2, savedAt });
  });
  await suite.settle();
  return await read<Change>(path('changes', id));
}

function valueOf({
  name,
  email,
  category,
  partyMember,
  decidedOutside,
  posts,
  absences,
  joined,
  left,
}: Person) {
  return { name, email, category, partyMember, decidedOutside, posts, absences, joined, left };
}
function newPeople(prefix: string, email: (i: number) => string = (i) => `${prefix}-${i}@example.invalid`) {
  const model = sampleOrganisation().organisation.people.find(({ id }) => id === 'tckh-cv-01');
  if (!model) throw new Error('the sample has no tckh-cv-01');
  return Array.from({ length: size }, (_, i) =>
    rowText(`${prefix}-${i}`, null, { ...valueOf(model), name: `Người Mới ${i}`, email: email(i) }),
  );
}

describe('a commit', () => {
  const writes = (prefix: string) =>
    Array.from({ length: 5000 }, (_, i) => ({
      path: `scratch/${prefix}-${i}`,
      create: { name: `Người ${i}`, filling: 'x'.repeat(400) },
    }));

  it('of 5,000 documents is written at once, or not at all where one of them is met', async () => {
    const documents = firestoreDocuments(admin.firestore, new Meter(), 0);
    await documents.commit(writes('a'));
    const scratch = admin.firestore.collection('scratch');
    expect((await scratch.count().get()).data().count).toBe(5000);
    const met = [...writes('b').slice(0, 4999), { path: 'scratch/a-17', create: { name: 'Trùng' } }];
    await expect(documents.commit(met)).rejects.toThrow(Conflict);
    expect((await scratch.count().get()).data().count).toBe(5000);
  });
});

describe('a list of people', () => {
  it('is applied at once, gives everybody an account, and changes nothing the second time', async () => {
    const rows = newPeople('moi');
    const change = await send('k1', rows, 150);
    expect(change).toMatchObject({ state: 'applied', counts: { added: size, changed: 0, unchanged: 0 } });
    const last = await personOf(`moi-${size - 1}`);
    expect(last).toMatchObject({ rev: 1, name: `Người Mới ${size - 1}` });
    expect(last.log).toMatchObject([{ who: clerk, what: 'add', reason: 'Tiếp nhận theo quyết định' }]);
    const times = await Promise.all(
      ['moi-0', `moi-${size - 1}`].map(async (id) =>
        (await admin.firestore.doc(path('people', id)).get()).updateTime?.toMillis(),
      ),
    );
    expect(times[0]).toBe(times[1]);
    const account = await admin.auth.getUser(`${org}.moi-0`);
    expect(account).toMatchObject({ disabled: false, customClaims: { org, pid: 'moi-0' } });
    expect(await send('k2', rows, 150)).toMatchObject({
      state: 'applied',
      counts: { added: 0, changed: 0, unchanged: size },
    });
    expect((await personOf('moi-0')).rev).toBe(1);
  });

  it('with one row that can’t stand is refused whole', async () => {
    const email = (i: number) => (i === 217 ? 'moi-0@example.invalid' : `khac-${i}@example.invalid`);
    const change = await send('k3', newPeople('khac', email), 150);
    expect(change).toMatchObject({
      state: 'refused',
      counts: null,
      problems: [{ row: 217, field: 'email' }],
    });
    expect(await isThere('khac-0')).toBe(false);
    expect(await isThere('khac-299')).toBe(false);
  });

  it('delivered twice, shuffled and with lost answers is applied once', async () => {
    await suite.relay.setFaults({ duplicate: 2, shuffle: true, loseAck: 0.3, seed: 5 });
    const { rev, name } = await personOf('tckh-cv-02');
    const person = await personOf('tckh-cv-02');
    const change = await send(
      'k4',
      [rowText('tckh-cv-02', rev, { ...valueOf(person), name: `${name} A` })],
      null,
    );
    await suite.relay.setFaults({});
    expect(change).toMatchObject({ state: 'applied', counts: { changed: 1 } });
    const after = await personOf('tckh-cv-02');
    expect(after.rev).toBe(rev + 1);
    expect(after.log.filter(({ what }) => what === 'change')).toHaveLength(1);
  });
});

describe('somebody who leaves', () => {
  const deputy = 'qldt-pho-1';

  it('is refused at once with the token they hold, in what they judge, and whoever follows is let in', async () => {
    const person = await personOf(deputy);
    const sheets = await admin.firestore
      .collection(`orgs/${org}/sheets`)
      .where('evaluator', '==', deputy)
      .where('month', '==', april)
      .get();
    const subjects = sheets.docs.map((doc) => (doc.data() as unknown as Sheet).person);
    const [subject] = subjects;
    if (subject === undefined) throw new Error(`${deputy} evaluates nobody`);
    const session = await openSession(suite, org, new ClientMeter(), {
      person: deputy,
      email: person.email,
      password: demoPassword,
    });
    const id = personMonthId(subject, april);
    const mine = async () => (await session.find('sheets', { evaluator: deputy, month: april })).length;
    expect(await mine()).toBe(subjects.length);
    await expect(session.get('sheets', id)).resolves.toMatchObject({ person: subject });
    const change = await send(
      'k5',
      [rowText(deputy, person.rev, { ...valueOf(person), left: '2026-04-09' })],
      null,
    );
    expect(change).toMatchObject({ state: 'applied', problems: [] });
    expect(await mine()).toBe(0);
    const denied = session.get('sheets', id).catch((error: unknown) => isRefusal(error));
    await expect(denied).resolves.toBe(true);
    await session.close();
    expect((await admin.auth.getUser(`${org}.${deputy}`)).disabled).toBe(true);
    const sheet = await read<Sheet>(path('sheets', id));
    expect(sheet.evaluator).toBe(sheet.decider);
    expect(sheet.log.at(-1)).toMatchObject({ what: 'authority', who: 'system' });
  });

  it('in the days to come keeps account and people until the clock has passed the last day', async () => {
    const leaver = 'qldt-pho-2';
    const person = await personOf(leaver);
    await send('k6', [rowText(leaver, person.rev, { ...valueOf(person), left: '2026-04-13' })], null);
    const held = async () =>
      (await admin.firestore.collection(`orgs/${org}/sheets`).where('evaluator', '==', leaver).get()).size;
    const before = await held();
    expect(before).toBeGreaterThan(0);
    await suite.clock.runUntil('2026-04-13T23:30');
    expect(await held()).toBe(before);
    expect((await admin.auth.getUser(`${org}.${leaver}`)).disabled).toBe(false);
    await suite.clock.runUntil('2026-04-14T00:30');
    expect(await held()).toBe(0);
    expect((await admin.auth.getUser(`${org}.${leaver}`)).disabled).toBe(true);
  });
});
