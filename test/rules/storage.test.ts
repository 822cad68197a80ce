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
import { evidenceMime, evidenceTypes, maxEvidenceBytes } from '../../functions/src/domain/evidence.ts';
import { evidencePath, reportPath, uidOf } from '../../functions/src/schema/paths.ts';
import { cast, otherOrg, theMonth, theOrg, theUnit, type Role } from '../fixtures/documents.ts';
import { contents } from '../fixtures/files.ts';
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

describe('evidence', () => {
  let drawn = 0;
  const own = (key: string, type = 'pdf', author: string = cast.person) =>
    evidencePath(theOrg, author, key, type);
  const fresh = () => `f${(drawn += 1)}`;
  const as = { contentType: 'application/pdf' };
  const upload = (
    asker: Asker,
    at: string,
    { content = pdf, metadata = as }: { content?: Uint8Array; metadata?: object } = {},
  ) => uploadBytes(ref(storageAs(asker), at), content, metadata);

  test.each(evidenceTypes)('is uploaded as %s into a folder of one’s own', async (type) => {
    const metadata = { contentType: evidenceMime[type] };
    await upload('person', own(fresh(), type), { content: contents[type], metadata });
    // Called otherwise than it is.
    await refused(
      upload('person', own(fresh(), type === 'pdf' ? 'png' : 'pdf'), { content: contents[type], metadata }),
    );
  });
  test('into nobody else’s, nor by anybody of another organisation or signed out', async () => {
    await upload('person', own(fresh()));
    await refused(upload('colleague', own(fresh())));
    await refused(upload('evaluator', own(fresh())));
    await refused(upload('person elsewhere', own(fresh())));
    await refused(upload('signed out', own(fresh())));
    await upload('evaluator', own(fresh(), 'pdf', cast.evaluator));
  });
  test('of no other type, without a type, or with another ending', async () => {
    for (const contentType of ['text/html', 'application/zip', 'image/svg+xml', 'application/pdf; x', ''])
      await refused(upload('person', own(fresh()), { metadata: { contentType } }));
    for (const at of [
      own(fresh(), 'exe'),
      own('F1'),
      own('1'),
      own('f'.repeat(17)),
      own('f1.exe'),
      `${own('f')}x`,
    ])
      await refused(upload('person', at));
    await upload('person', own(fresh()));
  });
  test('of one byte and of 10 MiB, and of no more', async () => {
    await upload('person', own(fresh()), { content: new Uint8Array(1) });
    await upload('person', own(fresh()), { content: new Uint8Array(maxEvidenceBytes) });
    await refused(upload('person', own(fresh()), { content: new Uint8Array(maxEvidenceBytes + 1) }));
    await refused(upload('person', own(fresh()), { content: new Uint8Array(0) }));
  });
  test('names no readers of its own, nor anything else', async () => {
    for (const customMetadata of [{ readers: cast.person }, { readers: '' }, { x: 'y' }])
      await refused(upload('person', own(fresh()), { metadata: { ...as, customMetadata } }));
    await upload('person', own(fresh()), { metadata: { ...as, customMetadata: {} } });
  });
  test('is never replaced, changed or deleted, not by its author', async () => {
    const at = own(fresh());
    await upload('person', at);
    await refused(upload('person', at));
    const storage = storageAs('person');
    await refused(updateMetadata(ref(storage, at), { customMetadata: { readers: cast.person } }));
    await refused(updateMetadata(ref(storage, at), { contentType: 'text/html' }));
    await refused(deleteObject(ref(storage, at)));
    await upload('person', own(fresh()));
  });
  test('is read by nobody before a function names its readers, then by them and nobody else', async () => {
    const at = own(fresh());
    await upload('person', at);
    for (const role of ['person', 'evaluator', 'administrator'] as const)
      await refused(getBytes(ref(storageAs(role), at)));
    await put(at, `${cast.person},${cast.evaluator}`);
    for (const role of Object.keys(cast) as Role[]) {
      const fetched = getBytes(ref(storageAs(role), at));
      if (role === 'person' || cast[role] === cast.evaluator)
        expect(new Uint8Array(await fetched)).toEqual(pdf);
      else await refused(fetched);
    }
    await refused(getBytes(ref(storageAs('person elsewhere'), at)));
    await refused(getBytes(ref(storageAs('signed out'), at)));
    await refused(listAll(ref(storageAs('person'), `orgs/${theOrg}/evidence/${cast.person}`)));
  });
  test('of a finding that the person was not told of is not theirs to fetch', async () => {
    const at = own(fresh(), 'pdf', cast.evaluator);
    await upload('evaluator', at);
    await put(at, `${cast.evaluator},${cast.decider}`);
    await refused(getBytes(ref(storageAs('person'), at)));
    await getBytes(ref(storageAs('decider'), at));
  });
});
