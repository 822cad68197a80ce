// One signed-in user of the Web SDK: every act of the demo goes through one of these, against the security rules.
import { deleteApp, initializeApp, type FirebaseApp } from 'firebase/app';
import {
  connectAuthEmulator,
  initializeAuth,
  inMemoryPersistence,
  signInWithEmailAndPassword,
} from 'firebase/auth';
import {
  collection,
  connectFirestoreEmulator,
  doc,
  getDoc,
  getDocs,
  getFirestore,
  query,
  setDoc,
  setLogLevel,
  updateDoc,
  where,
  writeBatch,
  type DocumentData,
  type Firestore,
} from 'firebase/firestore/lite';
import { connectStorageEmulator, getBytes, getStorage, ref, type FirebaseStorage } from 'firebase/storage';
import { collectionPath, documentPath, type CollectionName } from '../../functions/src/schema/paths.ts';
import type { DocumentOf } from '../../functions/src/schema/refs.ts';
import type { SuiteClient } from '../suiteClient.ts';
import type { ClientMeter } from './meter.ts';

export interface Stored<T> {
  id: string;
  data: T;
}

export interface Session {
  /** Null while signed out. */
  person: string | null;
  org: string;
  get: <N extends CollectionName>(name: N, id: string) => Promise<DocumentOf<N>>;
  /** `notPerson` names the field that keeps a query away from oneself, where the rules ask for it. */
  find: <N extends CollectionName>(
    name: N,
    equal: Record<string, unknown>,
    notPerson?: string,
  ) => Promise<Stored<DocumentOf<N>>[]>;
  update: (name: CollectionName, id: string, fields: DocumentData, lookups?: number) => Promise<void>;
  create: (name: CollectionName, id: string, fields: DocumentData, lookups?: number) => Promise<void>;
  /** One act on several documents: all of it or nothing. */
  together: (
    changes: readonly (readonly [name: CollectionName, id: string, fields: DocumentData])[],
  ) => Promise<void>;
  download: (path: string) => Promise<Uint8Array>;
  close: () => Promise<void>;
}

export interface SignIn {
  person: string;
  email: string;
  password: string;
}

interface Connected {
  app: FirebaseApp;
  db: Firestore;
  storage: FirebaseStorage;
}

/** Refusals are part of the play; the SDK would print each with the whole document. */
setLogLevel('silent');

let opened = 0;

function connect({ project, ports }: SuiteClient): Connected {
  opened += 1;
  const app = initializeApp(
    { apiKey: 'local', projectId: project, storageBucket: `${project}.appspot.com` },
    `demo-${opened}`,
  );
  const db = getFirestore(app);
  connectFirestoreEmulator(db, '127.0.0.1', ports.firestore);
  const storage = getStorage(app);
  connectStorageEmulator(storage, '127.0.0.1', ports.storage);
  return { app, db, storage };
}

/** Signs in with e-mail and password; without `as`, a visitor who isn't signed in. */
export async function openSession(
  suite: SuiteClient,
  org: string,
  meter: ClientMeter,
  as: SignIn | null,
): Promise<Session> {
  const { app, db, storage } = connect(suite);
  if (as) {
    const auth = initializeAuth(app, { persistence: inMemoryPersistence });
    connectAuthEmulator(auth, `http://127.0.0.1:${suite.ports.auth}`, { disableWarnings: true });
    await signInWithEmailAndPassword(auth, as.email, as.password);
  }
  const at = (name: CollectionName, id: string) => doc(db, documentPath(org, name, id));
  return {
    person: as ? as.person : null,
    org,
    async get<N extends CollectionName>(name: N, id: string) {
      meter.read(1);
      const found = await getDoc(at(name, id));
      if (!found.exists()) throw new Error(`${name}/${id} does not exist`);
      return found.data() as DocumentOf<N>;
    },
    async find<N extends CollectionName>(name: N, equal: Record<string, unknown>, notPerson?: string) {
      const filters = Object.entries(equal).map(([field, value]) => where(field, '==', value));
      if (notPerson !== undefined) filters.push(where(notPerson, '!=', as?.person ?? null));
      const found = await getDocs(query(collection(db, collectionPath(org, name)), ...filters));
      meter.read(Math.max(1, found.size));
      return found.docs.map((one) => ({ id: one.id, data: one.data() as DocumentOf<N> }));
    },
    async update(name, id, fields, lookups = 0) {
      await updateDoc(at(name, id), fields);
      meter.write(1, lookups);
    },
    async create(name, id, fields, lookups = 0) {
      await setDoc(at(name, id), fields);
      meter.write(1, lookups);
    },
    async together(changes) {
      const batch = writeBatch(db);
      for (const [name, id, fields] of changes) batch.update(at(name, id), fields);
      await batch.commit();
      meter.write(changes.length, 0);
    },
    async download(path) {
      meter.downloads += 1;
      return new Uint8Array(await getBytes(ref(storage, path)));
    },
    close: () => deleteApp(app),
  };
}

/** True iff the rules refused it; a broken request is no refusal and fails the demo. */
export function isRefusal(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === 'permission-denied' || code === 'storage/unauthorized';
}
