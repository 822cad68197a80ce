// Firestore over plain HTTPS (lite): read, list and write by the paths of schema/; loaded only after sign-in.
import {
  collection,
  connectFirestoreEmulator,
  doc,
  getDoc,
  getDocs,
  getFirestore,
  query,
  serverTimestamp,
  setLogLevel,
  setDoc,
  updateDoc,
  where,
  writeBatch,
  type Firestore,
} from 'firebase/firestore/lite';
import type { OrganisationDocument } from '../../../functions/src/schema/cycle.ts';
import {
  collectionPath,
  documentPath,
  orgPath,
  type CollectionName,
} from '../../../functions/src/schema/paths.ts';
import { servicesNow } from '../session.ts';

let opened: Firestore | null = null;

function firestore(): Firestore {
  if (opened) return opened;
  const { app, config } = servicesNow();
  // Every failure is caught and said on the page; the console is no place for it.
  setLogLevel('silent');
  opened = getFirestore(app);
  if (import.meta.env.MODE === 'suite' && config.local) {
    connectFirestoreEmulator(opened, '127.0.0.1', config.local.ports.firestore);
  }
  return opened;
}

export type Trouble = 'refused' | 'signed-out' | 'connection';

/** What went wrong with a request: refused by the rules, sign-in expired, or no connection. */
export function troubleOf(error: unknown): Trouble {
  const code = typeof error === 'object' && error && 'code' in error ? String(error.code) : '';
  if (code === 'unauthenticated') return 'signed-out';
  const refusals = [
    'permission-denied',
    'failed-precondition',
    'invalid-argument',
    'not-found',
    'aborted',
    'already-exists',
  ];
  return refusals.includes(code) ? 'refused' : 'connection';
}

/**
 * The document, or null where it is absent. The rules refuse to say whether a document that nobody may read exists,
 * so a refusal is "nothing for you here" too.
 */
export const readDocument = <T>(org: string, name: CollectionName, id: string): Promise<T | null> =>
  readAt<T>(documentPath(org, name, id));

/** The same by a path of schema/paths.ts. */
export async function readAt<T>(path: string): Promise<T | null> {
  try {
    const found = await getDoc(doc(firestore(), path));
    // Written by functions and by rules that follow the same schema; parsing again would cost the page its budget.
    return found.exists() ? (found.data() as T) : null;
  } catch (error) {
    if (troubleOf(error) === 'refused') return null;
    throw error;
  }
}

/** The organisation itself, for its settings. */
export async function readOrganisation(org: string): Promise<OrganisationDocument | null> {
  const found = await getDoc(doc(firestore(), orgPath(org)));
  return found.exists() ? (found.data() as OrganisationDocument) : null;
}

export interface Row<T> {
  id: string;
  data: T;
}

/**
 * `unlike`: what must differ, where the rules want it said of a query (nobody reads their own month for another).
 * `holding`: lists in which that must stand.
 */
export async function listDocuments<T>(
  org: string,
  name: CollectionName,
  equal: Record<string, string | boolean>,
  unlike: Record<string, string> = {},
  holding: Record<string, string> = {},
): Promise<Row<T>[]> {
  const conditions = [
    ...Object.entries(equal).map(([field, value]) => where(field, '==', value)),
    ...Object.entries(unlike).map(([field, value]) => where(field, '!=', value)),
    ...Object.entries(holding).map(([field, value]) => where(field, 'array-contains', value)),
  ];
  const found = await getDocs(query(collection(firestore(), collectionPath(org, name)), ...conditions));
  return found.docs.map((d) => ({ id: d.id, data: d.data() as T }));
}

/** What hangs below a document, by a path of schema/paths.ts. */
export async function listAt<T>(path: string): Promise<Row<T>[]> {
  const found = await getDocs(collection(firestore(), path));
  return found.docs.map((d) => ({ id: d.id, data: d.data() as T }));
}

/** Changes fields of a document; `stamps` become the server's time. */
export async function updateDocument(
  org: string,
  name: CollectionName,
  id: string,
  fields: Record<string, unknown>,
  stamps: readonly string[],
): Promise<void> {
  const stamped = Object.fromEntries(stamps.map((field) => [field, serverTimestamp()]));
  await updateDoc(doc(firestore(), documentPath(org, name, id)), { ...fields, ...stamped });
}

/** One of several changes that are one act. */
export interface Together {
  name: CollectionName;
  id: string;
  fields: Record<string, unknown>;
  stamps: readonly string[];
}

/** All of them or none: each is judged by the rules of its own document. */
export async function updateTogether(org: string, changes: readonly Together[]): Promise<void> {
  const batch = writeBatch(firestore());
  for (const { name, id, fields, stamps } of changes) {
    const stamped = Object.fromEntries(stamps.map((field) => [field, serverTimestamp()]));
    batch.update(doc(firestore(), documentPath(org, name, id)), { ...fields, ...stamped });
  }
  await batch.commit();
}

/** Creates at a path of schema/paths.ts; where something stands already, the rules refuse it. */
export async function createAt(
  path: string,
  fields: Record<string, unknown>,
  stamps: readonly string[],
): Promise<void> {
  const stamped = Object.fromEntries(stamps.map((field) => [field, serverTimestamp()]));
  await setDoc(doc(firestore(), path), { ...fields, ...stamped });
}

export const createDocument = (
  org: string,
  name: CollectionName,
  id: string,
  fields: Record<string, unknown>,
  stamps: readonly string[],
): Promise<void> => createAt(documentPath(org, name, id), fields, stamps);
