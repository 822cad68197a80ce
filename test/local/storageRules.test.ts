// Storage rules through the Web SDK's own downloads and uploads: what the engine allows and refuses.
import { deleteApp, initializeApp, type FirebaseApp } from 'firebase/app';
import {
  connectAuthEmulator,
  initializeAuth,
  inMemoryPersistence,
  signInWithCustomToken,
} from 'firebase/auth';
import {
  connectStorageEmulator,
  getBytes,
  getStorage,
  ref,
  uploadString,
  type FirebaseStorage,
} from 'firebase/storage';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { connectSuite } from '../../local/suite.ts';
import { documentsOf } from './documents.ts';

const suite = connectSuite(inject('suite'));
const documents = documentsOf(suite);
const bucket = `${suite.project}.appspot.com`;
const apps: FirebaseApp[] = [];

/** The Auth emulator takes tokens without a signature. */
function customToken(uid: string, claims: object): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const payload = {
    uid,
    claims,
    iss: 'local@local',
    sub: 'local@local',
    aud: 'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit',
  };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(payload)}.`;
}

async function storageOf(uid: string | null, claims: object = {}): Promise<FirebaseStorage> {
  const app = initializeApp(
    { projectId: suite.project, apiKey: 'local', storageBucket: bucket },
    `app-${apps.length}`,
  );
  apps.push(app);
  if (uid !== null) {
    const auth = initializeAuth(app, { persistence: inMemoryPersistence });
    connectAuthEmulator(auth, `http://127.0.0.1:${suite.ports.auth}`, { disableWarnings: true });
    await signInWithCustomToken(auth, customToken(uid, claims));
  }
  const storage = getStorage(app);
  storage.maxOperationRetryTime = 2000;
  connectStorageEmulator(storage, '127.0.0.1', suite.ports.storage);
  return storage;
}

/** As the functions do it: past the rules, with metadata. */
async function put(name: string, metadata: Record<string, string>): Promise<void> {
  const boundary = 'x'.repeat(20);
  const parts = [JSON.stringify({ name, contentType: 'text/plain', metadata }), 'content'];
  const body = parts
    .map(
      (part, index) =>
        `--${boundary}\r\ncontent-type: ${index === 0 ? 'application/json' : 'text/plain'}\r\n\r\n${part}\r\n`,
    )
    .join('');
  const url = `http://127.0.0.1:${suite.ports.storage}/upload/storage/v1/b/${bucket}/o?uploadType=multipart&name=${encodeURIComponent(name)}`;
  const headers = {
    authorization: 'Bearer owner',
    'content-type': `multipart/related; boundary=${boundary}`,
  };
  const response = await fetch(url, { method: 'POST', headers, body: `${body}--${boundary}--` });
  if (!response.ok) throw new Error(await response.text());
}

const read = async (storage: FirebaseStorage, name: string) =>
  Buffer.from(await getBytes(ref(storage, name))).toString();
const refused = expect.objectContaining({ code: 'storage/unauthorized' }) as Error;

beforeAll(async () => {
  await suite.resetData();
  await put('orgs/demo/2026-04/a-v1.pdf', { readers: 'a,b' });
  await put('members/one.txt', {});
  await documents.set('members/u-a', { files: ['one.txt'] });
});
afterAll(() => Promise.all(apps.map((app) => deleteApp(app))));

describe('a report whose readers stand in its metadata', () => {
  const file = 'orgs/demo/2026-04/a-v1.pdf';

  test('is given to a reader of the organisation', async () => {
    expect(await read(await storageOf('u-a', { org: 'demo', pid: 'a' }), file)).toBe('content');
  });
  test.each([
    ['a person who is no reader', 'u-c', { org: 'demo', pid: 'c' }],
    ['a reader’s namesake of another organisation', 'u-a2', { org: 'other', pid: 'a' }],
    ['an account without claims', 'u-n', {}],
    ['nobody', null, {}],
  ])('is refused to %s', async (_, uid, claims) => {
    await expect(read(await storageOf(uid, claims), file)).rejects.toEqual(refused);
  });
});

describe('a file that a Firestore document opens', () => {
  test('is given to its member and refused to another', async () => {
    expect(await read(await storageOf('u-a'), 'members/one.txt')).toBe('content');
    await expect(read(await storageOf('u-b'), 'members/one.txt')).rejects.toEqual(refused);
  });
});

describe('an upload', () => {
  test('is judged by its size and type', async () => {
    const storage = await storageOf('u-a');
    await uploadString(ref(storage, 'small/a'), 'short', 'raw', { contentType: 'text/plain' });
    expect(await read(storage, 'small/a')).toBe('short');
    const long = uploadString(ref(storage, 'small/b'), 'much longer', 'raw', { contentType: 'text/plain' });
    await expect(long).rejects.toEqual(refused);
    const other = uploadString(ref(storage, 'small/c'), 'short', 'raw', { contentType: 'image/png' });
    await expect(other).rejects.toEqual(refused);
  });
});
