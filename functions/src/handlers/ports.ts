// What handlers need of the world; store/ fulfils it with Google's services, tests with memory.
import type { Head } from '../domain/auditSeal.ts';
import type { Moment, ServerTime } from '../domain/moment.ts';
import type { Collection, Ref } from '../schema/refs.ts';
import type { Phieu01Input } from '../report/phieu01.ts';
import type { Phieu02Input } from '../report/phieu02.ts';
import type { Seal } from '../schema/seal.ts';

/** A document as read, with the update time that a later write is conditional on. */
export interface Stored<T> {
  id: string;
  data: T;
  updateTime: string;
}

/** Another writer came first: read again and decide again (Firestore codes 6, 9, 10 and 5 on update). */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

export type Filter = readonly [field: string, value: string | boolean | number];

/** One write of an atomic commit; `append` adds to the end of a list without sending what stands in it. */
export type Write =
  | { path: string; create: object }
  | { path: string; patch: object; append: Record<string, object>; updateTime: string };

export const createOf = <T extends object>({ path }: Ref<T>, data: T): Write => ({ path, create: data });
export const updateOf = <T extends object>(
  { path }: Ref<T>,
  patch: Partial<T>,
  updateTime: string,
  append: Record<string, object> = {},
): Write => ({ path, patch, append, updateTime });

export interface Documents {
  /** Null where the document does not exist. Throws ZodError where it is not what its schema says. */
  get<T>(ref: Ref<T>): Promise<Stored<T> | null>;
  getAll<T>(refs: readonly Ref<T>[]): Promise<(Stored<T> | null)[]>;
  /** Documents whose fields equal every filter, in the order of their ids. */
  find<T>(collection: Collection<T>, filters: readonly Filter[]): Promise<Stored<T>[]>;
  /** Throws Conflict where the document exists. */
  create<T>(ref: Ref<T>, data: T): Promise<void>;
  /** Creates what does not exist yet and leaves the rest alone. */
  createMissing<T>(items: readonly { ref: Ref<T>; data: T }[]): Promise<void>;
  /** Writes the fields of `patch`; throws Conflict where the document changed since `updateTime`. */
  update<T>(ref: Ref<T>, patch: Partial<T>, updateTime: string): Promise<void>;
  /** How much one commit may carry, with its framing. */
  readonly commitBytes: number;
  /** All writes or none; throws Conflict where one of them meets a document that it didn't expect. */
  commit(writes: readonly Write[]): Promise<void>;
}

/** The functions that tasks call, with what each is told. */
export interface TaskPayloads {
  keepDeadline: { org: string; month: string; kind: DeadlineKind; due: Moment; unit: string | null };
  rebuildUnit: { org: string; month: string; unit: string };
  rebuildYear: { org: string; month: string; unit: string };
  keepDelegation: { org: string; id: string; due: Moment };
  renderReport: {
    org: string;
    month: string;
    unit: string;
    kind: 'publication' | 'forecast';
    version: number;
  };
}
export type TaskFunction = keyof TaskPayloads;

export const deadlineKinds = [
  'staff',
  'heads',
  'consult',
  'propose',
  'evaluate',
  'finalRun',
  'decide',
  'publish',
  'appeal',
] as const;
/** Deadlines at which the system itself has something to do. */
export type DeadlineKind = (typeof deadlineKinds)[number];

export interface Tasks {
  /**
   * Asks for one call of `fn` at `at` (a moment; at most 30 days ahead). `key` names the act: the same key is
   * accepted once as long as its name is remembered, which saves work but is no promise (limits.md 1.5).
   */
  enqueue<F extends TaskFunction>(fn: F, key: string, payload: TaskPayloads[F], at: Moment): Promise<void>;
}

export interface Clock {
  /** The moment of a stamp of the platform: the identity in production, the offset history in rehearsal. */
  momentOf(time: ServerTime): Promise<Moment>;
  /** Only for when to wake up and for the test "has it come yet?"; never for what is recorded. */
  now(): Promise<Moment>;
}

export interface Files {
  exists(path: string): Promise<boolean>;
  /** Readers are person ids; the Storage rules read them from the metadata. */
  save(path: string, content: Uint8Array, readers: readonly string[]): Promise<void>;
}

/** Contents of evidence files, which clients upload and functions check. */
export interface Evidence {
  /** Null where there is no such object; it has no readers before it was let be read. */
  look(path: string): Promise<{ size: number; readers: string[] | null } | null>;
  read(path: string): Promise<Uint8Array>;
  /** The ending that the content itself calls for, whatever its name says; null where that isn't known. */
  typeOf(content: Uint8Array): Promise<string | null>;
  /** Puts the readers into the object's metadata, where the Storage rules look. */
  letRead(path: string, readers: readonly string[]): Promise<void>;
  /** Nothing where there is no such object. */
  remove(path: string): Promise<void>;
  /** Objects below the prefix that nobody was ever let read. */
  unread(prefix: string): Promise<{ path: string; uploadedAt: ServerTime }[]>;
}

export interface Renderer {
  phieu01(input: Phieu01Input): Promise<Uint8Array>;
  phieu02(input: Phieu02Input): Promise<Uint8Array>;
}

export interface Accounts {
  /** Makes the account what it should be; creates it where it is missing. */
  converge(account: {
    uid: string;
    email: string;
    name: string;
    disabled: boolean;
    claims: { org: string; pid: string };
  }): Promise<void>;
  /** Of somebody whose record is gone; nothing where there is no such account. */
  close(uid: string): Promise<void>;
}

export interface Ports {
  documents: Documents;
  tasks: Tasks;
  clock: Clock;
}
export interface EvidencePorts {
  documents: Documents;
  clock: Clock;
  evidence: Evidence;
}
export interface ReportPorts {
  documents: Documents;
  files: Files;
  renderer: Renderer;
}

export interface Logs {
  /** Of each log in the collection the last entry; read page by page, and of a document nothing but the log. */
  heads(collectionPath: string, filter: Filter | null): Promise<Head[]>;
  newestSeal(org: string): Promise<Seal | null>;
}

export interface Signer {
  /** Names the key, so that one that was replaced is still found. */
  key: string;
  /** Ed25519, base64. */
  sign(text: string): string;
}

export interface SealPorts {
  documents: Pick<Documents, 'find' | 'create'>;
  logs: Logs;
  /** The second place: objects there are written once and never replaced. */
  files: Files;
  signer: Signer;
}
