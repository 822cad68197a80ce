// Rules of Storage: a printed form is fetched by the readers that it names, by getBytes as the web client does.
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { deleteApp, initializeApp, type FirebaseApp } from 'firebase/app';
import {
  connectStorageEmulator,
  deleteObject,
  getBytes,
  getDownloadURL,
  getMetadata,
  getStorage,
  listAll,
  ref,
  updateMetadata,
  uploadBytes,
  type FirebaseStorage,
} from 'firebase/storage';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { reportPath, uidOf } from '../../functions/src/schema/paths.ts';
import { cast, otherOrg, theMonth, theOrg, theUnit, type Role } from '../fixtures/documents.ts';
import { root, type Asker } from './world.ts';

const path = reportPath(theOrg, theMonth, 'phieu-01', cast.person, 1);
const unitPath = reportPath(theOrg, theMonth, 'phieu-02', theUnit, 1);
const pdf = new TextEncoder().encode('%PDF-1.7');
const readers = [cast.person, cast.evaluator, cast.decider];

const apps: FirebaseApp[] = [];
const bucket = () => `${inject('suite').project}.appspot.com`;
let env: RulesTestEnvironment | null = null;

function storageAs(asker: Asker, claims?: Record<string, unknown>): FirebaseStorage {
  const { project, ports } = inject('suite');
  const app = initializeApp({ projectId: project, storageBucket: bucket() }, `storage ${apps.length}`);
  apps.push(app);
  const storage = getStorage(app);
  connectStorageEmulator(storage, '127.0.0.1', ports.storage, tokenOf(asker, claims));
  return storage;
}

function tokenOf(asker: Asker, claims?: Record<string, unknown>) {
  if (asker === 'signed out') return {};
  const [role, elsewhere] = asker.split(' ') as [Role, string | undefined];
  const org = elsewhere ? otherOrg : theOrg;
  return { mockUserToken: { sub: uidOf(org, cast[role]), ...(claims ?? { org, pid: cast[role] }) } };
}

async function put(at: string, named: string | null): Promise<void> {
  await env?.withSecurityRulesDisabled(async (context) => {
    const metadata = {
      contentType: 'application/pdf',
      ...(named === null ? {} : { customMetadata: { readers: named } }),
    };
    await context.storage(`gs://${bucket()}`).ref(at).put(pdf, metadata);
  });
}

const refused = (work: Promise<unknown>) =>
  expect(work).rejects.toMatchObject({ code: 'storage/unauthorized' });

beforeAll(async () => {
  const { project, ports } = inject('suite');
  const rules = readFileSync(`${root}storage.rules`, 'utf8');
  env = await initializeTestEnvironment({
    projectId: project,
    storage: { host: '127.0.0.1', port: ports.storage, rules },
  });
  await put(path, readers.join(','));
  await put(unitPath, cast.head);
});
afterAll(async () => {
  await Promise.all([env?.cleanup(), ...apps.map((app) => deleteApp(app))]);
});

describe('fetching a form', () => {
  test.each(Object.keys(cast) as Role[])('%s', async (role) => {
    const fetched = getBytes(ref(storageAs(role), path));
    if ((readers as readonly string[]).includes(cast[role]))
      expect(new Uint8Array(await fetched)).toEqual(pdf);
    else await refused(fetched);
  });
  test.each(['person elsewhere', 'signed out'] as const)(
    '%s is refused, the person is not',
    async (asker) => {
      await getBytes(ref(storageAs('person'), path));
      await refused(getBytes(ref(storageAs(asker), path)));
    },
  );
  test('a new list of readers counts at once', async () => {
    await put(unitPath, `${cast.head},${cast.decider}`);
    await getBytes(ref(storageAs('decider'), unitPath));
    await put(unitPath, cast.head);
    await refused(getBytes(ref(storageAs('decider'), unitPath)));
    await getBytes(ref(storageAs('head'), unitPath));
  });
  test('an object that names no readers is read by nobody', async () => {
    await put(unitPath, null);
    await refused(getBytes(ref(storageAs('head'), unitPath)));
    await put(unitPath, '');
    await refused(getBytes(ref(storageAs('head'), unitPath)));
    await put(unitPath, cast.head);
    await getBytes(ref(storageAs('head'), unitPath));
  });
  test('nobody passes for two, for part of a name, or for the empty one', async () => {
    for (const pid of [readers.join(','), 'la', 'lan,hung', '', 'LAN'])
      await refused(getBytes(ref(storageAs('person', { org: theOrg, pid }), path)));
    await getBytes(ref(storageAs('person', { org: theOrg, pid: 'lan' }), path));
  });
  test('a token without claims, or with claims of another kind', async () => {
    for (const claims of [
      {},
      { org: theOrg },
      { pid: 'lan' },
      { org: theOrg, pid: ['lan'] },
      { org: [theOrg], pid: 'lan' },
    ])
      await refused(getBytes(ref(storageAs('person', claims), path)));
    await getBytes(ref(storageAs('person'), path));
  });
});

describe('everything else', () => {
  test('nobody lists, not even the readers', async () => {
    await getBytes(ref(storageAs('person'), path));
    await refused(listAll(ref(storageAs('person'), `orgs/${theOrg}/months/${theMonth}/phieu-01`)));
    await refused(listAll(ref(storageAs('administrator'), '')));
  });
  test('nobody writes, renames a reader or deletes', async () => {
    for (const role of ['person', 'decider', 'clerk', 'administrator'] as const) {
      const storage = storageAs(role);
      await refused(uploadBytes(ref(storage, path), pdf, { customMetadata: { readers: cast[role] } }));
      await refused(uploadBytes(ref(storage, reportPath(theOrg, theMonth, 'phieu-01', cast[role], 9)), pdf));
      await refused(updateMetadata(ref(storage, path), { customMetadata: { readers: cast[role] } }));
      await refused(deleteObject(ref(storage, path)));
    }
    await getBytes(ref(storageAs('person'), path));
  });
  test('paths that no rule names', async () => {
    for (const at of [
      'x.pdf',
      `orgs/${theOrg}/x.pdf`,
      `orgs/${theOrg}/months/${theMonth}/x.pdf`,
      `${path}/x`,
      `orgs/${theOrg}/years/2026/phieu-01/x.pdf`,
    ]) {
      await put(at, readers.join(','));
      await refused(getBytes(ref(storageAs('person'), at)));
    }
    await getBytes(ref(storageAs('person'), path));
  });
  test('who may not fetch learns nothing of the object either, nor a link to it', async () => {
    await getMetadata(ref(storageAs('person'), path));
    await refused(getMetadata(ref(storageAs('colleague'), path)));
    await refused(getDownloadURL(ref(storageAs('colleague'), path)));
  });
});
