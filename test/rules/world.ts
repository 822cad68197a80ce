// The world in which the rules are asked: the cast with its rights, what was there before, and pairs of attempts.
import {
  assertFails,
  assertSucceeds,
  initializeTestEnvironment,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import { deleteApp, initializeApp, type FirebaseApp } from 'firebase/app';
import {
  collection,
  connectFirestoreEmulator,
  deleteDoc,
  deleteField,
  doc,
  getDoc,
  getDocs,
  getFirestore,
  query,
  setDoc,
  setLogLevel,
  Timestamp,
  updateDoc,
  where,
  writeBatch,
  type Firestore,
  type WhereFilterOp,
} from 'firebase/firestore/lite';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, inject, test } from 'vitest';
import {
  collectionPath,
  documentPath,
  uidOf,
  type CollectionName,
} from '../../functions/src/schema/paths.ts';
import { cast, membersOfCast, otherOrg, theOrg, type Role } from '../fixtures/documents.ts';

export type Fields = Record<string, unknown>;
/** Who asks: one of the cast, one with the same person id in another organisation, an account without claims, or nobody. */
export type Asker = Role | `${Role} elsewhere` | 'without claims' | 'signed out';

export const root = new URL('../../', import.meta.url).pathname;
export const rulesSource = readFileSync(`${root}firestore.rules`, 'utf8');
export const firestoreAt = () => ({ host: '127.0.0.1', port: inject('suite').ports.firestore });

// A refusal is what most tests want; the SDK would print each with its whole request.
setLogLevel('silent');

let projectId = '';
let env: RulesTestEnvironment | null = null;
const apps: FirebaseApp[] = [];
const databases = new Map<Asker | 'functions', Firestore>();

/** A project of its own per file, so that files share one emulator and nothing in it. */
export function useWorld(name: string): void {
  beforeAll(async () => {
    projectId = `demo-rules-${name}`;
    env = await initializeTestEnvironment({ projectId, firestore: { ...firestoreAt(), rules: rulesSource } });
    await env.clearFirestore();
    const members = membersOfCast();
    const roles = Object.keys(cast) as Role[];
    await given(
      Object.fromEntries(roles.map((role) => [documentPath(theOrg, 'members', cast[role]), members[role]])),
    );
  });
  afterAll(async () => {
    await Promise.all([env?.cleanup(), ...apps.map((app) => deleteApp(app))]);
  });
}

/** The emulator's own door to the rules of this file's project. */
export const rulesAt = () =>
  `http://${firestoreAt().host}:${firestoreAt().port}/emulator/v1/projects/${projectId}`;

/** The database as `asker` reaches it: by the SDK of the web client, which asks over plain HTTPS. */
export function as(asker: Asker | 'functions'): Firestore {
  const known = databases.get(asker);
  if (known) return known;
  const app = initializeApp({ projectId }, `${projectId} ${asker}`);
  apps.push(app);
  const database = getFirestore(app);
  const { host, port } = firestoreAt();
  connectFirestoreEmulator(database, host, port, tokenOf(asker));
  databases.set(asker, database);
  return database;
}

function tokenOf(asker: Asker | 'functions') {
  if (asker === 'signed out') return {};
  if (asker === 'functions') return { mockUserToken: 'owner' };
  if (asker === 'without claims') return { mockUserToken: { sub: 'somebody' } };
  const [role, elsewhere] = asker.split(' ') as [Role, string | undefined];
  const org = elsewhere ? otherOrg : theOrg;
  return { mockUserToken: { sub: uidOf(org, cast[role]), org, pid: cast[role] } };
}

/** What the builders call a stamp is a Timestamp in Firestore. */
export function stored(document: object): Fields {
  const entries = Object.entries(document) as [string, unknown][];
  return Object.fromEntries(
    entries.map(([key, value]) => [key, isStamp(value) ? Timestamp.fromMillis(value.toMillis()) : value]),
  );
}

const isStamp = (value: unknown): value is { toMillis(): number } =>
  typeof value === 'object' && value !== null && 'toMillis' in value;

/** What attempts put there and no write has changed since, by path: most attempts are refused and leave it as it was. */
const standing = new Map<string, string>();

/** Puts documents there as a function would, by path; null takes one away. */
export async function given(documents: Record<string, object | null>): Promise<void> {
  const database = as('functions');
  const batch = writeBatch(database);
  for (const [path, document] of Object.entries(documents)) {
    standing.delete(path);
    if (document === null) batch.delete(doc(database, path));
    else batch.set(doc(database, path), stored(document));
  }
  await batch.commit();
}

export interface Attempt {
  as: Asker;
  on: CollectionName;
  id: string;
  /** What stands there before. */
  given: Fields | null;
  by: 'get' | 'update' | 'create' | 'delete';
  /** An update changes these fields, a creation writes no others. */
  write: Fields;
  /** Fields left out of a creation, or deleted by an update. */
  without: readonly string[];
}

export async function attempt(a: Attempt): Promise<unknown> {
  const path = documentPath(theOrg, a.on, a.id);
  const wanted = JSON.stringify(a.given && stored(a.given));
  if (standing.get(path) !== wanted) await given({ [path]: a.given });
  standing.set(path, wanted);
  const answer = await ask(a);
  if (a.by !== 'get') standing.delete(path);
  return answer;
}

function ask(a: Omit<Attempt, 'given'>): Promise<unknown> {
  const ref = doc(as(a.as), documentPath(theOrg, a.on, a.id));
  switch (a.by) {
    case 'get':
      return getDoc(ref);
    case 'delete':
      return deleteDoc(ref);
    case 'create':
      return setDoc(
        ref,
        Object.fromEntries(Object.entries(a.write).filter(([key]) => !a.without.includes(key))),
      );
    case 'update':
      return updateDoc(ref, {
        ...a.write,
        ...Object.fromEntries(a.without.map((key) => [key, deleteField()])),
      });
  }
}

/** What an attempt does otherwise than the one beside it; `given` and `write` name single fields. */
export type But = Partial<Attempt>;

const changed = (a: Attempt, but: But): Attempt => ({
  ...a,
  ...but,
  given: but.given === null || (!a.given && !but.given) ? null : { ...a.given, ...but.given },
  write: { ...a.write, ...but.write },
});

/** Each denial is asked beside the attempt that differs from it in nothing else and succeeds. */
export function pair(what: string, allowed: () => Attempt, but: But): void {
  test(`refused: ${what}`, async () => {
    await assertFails(attempt(changed(allowed(), but)));
    await assertSucceeds(attempt(allowed()));
  });
}

/** A long table of denials beside one attempt: a refused write leaves what stood there, so it is put there once. */
export function refusals(allowed: () => Attempt, cases: readonly { what: string; but: But }[]): void {
  describe(`${cases.length} refusals`, () => {
    beforeAll(() => given({ [documentPath(theOrg, allowed().on, allowed().id)]: allowed().given }));
    test.each(cases)('refused: $what', async ({ but }) => {
      await assertFails(ask(changed(allowed(), but)));
    });
    test('allowed: without any of them', async () => {
      await assertSucceeds(ask(allowed()));
    });
  });
}

export function permitted(what: string, allowed: () => Attempt, but: But = {}): void {
  test(`allowed: ${what}`, async () => {
    await assertSucceeds(attempt(changed(allowed(), but)));
  });
}

/** A table of who may: all of the cast are asked, and whoever isn't named is refused, as is their namesake elsewhere. */
export function only(askers: readonly [Role, ...Role[]], what: string, attemptOf: () => Attempt): void {
  const everybody: Asker[] = [
    ...(Object.keys(cast) as Role[]),
    ...askers.map((role) => `${role} elsewhere` as const),
    'without claims',
    'signed out',
  ];
  for (const asker of everybody) {
    const may = (askers as readonly Asker[]).includes(asker);
    test(`${asker} ${may ? 'may' : 'may not'} ${what}`, async () => {
      await (may ? assertSucceeds : assertFails)(attempt(signedBy(asker, attemptOf())));
    });
  }
}

/** Whoever tries it signs it with their own name. */
function signedBy(asker: Asker, a: Attempt): Attempt {
  const [role] = asker.split(' ') as [Role | 'signed' | 'without'];
  if (role === 'signed' || role === 'without') return { ...a, as: asker };
  const signatures = ['actor', 'author'].filter((field) => field in a.write);
  return {
    ...a,
    as: asker,
    write: { ...a.write, ...Object.fromEntries(signatures.map((field) => [field, cast[role]])) },
  };
}

export type Where = readonly [field: string, op: WhereFilterOp, value: unknown];

export function list(asker: Asker, on: CollectionName, conditions: readonly Where[]): Promise<unknown> {
  const wheres = conditions.map(([field, op, value]) => where(field, op, value));
  return getDocs(query(collection(as(asker), collectionPath(theOrg, on)), ...wheres));
}

/** A query that proves to stay within the right, beside one that is broader, and beside a namesake's elsewhere. */
export function queryPair(
  what: string,
  asker: Role,
  on: CollectionName,
  within: readonly Where[],
  broader: readonly Where[],
): void {
  test(`query: ${what}`, async () => {
    await assertSucceeds(list(asker, on, within));
    await assertFails(list(asker, on, broader));
    await assertFails(list(`${asker} elsewhere`, on, within));
    await assertFails(list('without claims', on, within));
  });
}

/** What functions alone write: nobody creates, changes or deletes it, whoever may read it. */
export function functionsOnly(on: CollectionName, id: string, document: () => object, reader: Role): void {
  const there = (): Attempt => ({
    as: reader,
    on,
    id,
    given: { ...document() },
    by: 'get',
    write: {},
    without: [],
  });
  const ops: Pick<Attempt, 'by' | 'write'>[] = [
    { by: 'create', write: stored(document()) },
    { by: 'update', write: { rev: 99 } },
    { by: 'update', write: stored(document()) },
    { by: 'delete', write: {} },
  ];
  test(`nobody writes ${on}`, async () => {
    await assertSucceeds(attempt(there()));
    for (const asker of [...(Object.keys(cast) as Role[]), 'without claims', 'signed out'] as const)
      for (const op of ops) await assertFails(ask({ ...there(), ...op, as: asker }));
  });
  test(`nobody creates what is absent in ${on}`, async () => {
    await assertSucceeds(attempt(there()));
    await given({ [documentPath(theOrg, on, id)]: null });
    for (const asker of Object.keys(cast) as Role[]) {
      await assertFails(ask({ ...there(), by: 'create', write: stored(document()), as: asker }));
    }
  });
}
