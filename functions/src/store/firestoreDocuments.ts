// Documents in Cloud Firestore: reads checked against their schema, writes conditional on the update time.
import {
  FieldValue,
  Timestamp,
  type Firestore,
  type DocumentSnapshot,
  type Query,
} from 'firebase-admin/firestore';
import { Conflict, type Documents, type Filter, type Stored, type Write } from '../handlers/ports.ts';
import type { Collection, Ref, Shape } from '../schema/refs.ts';
import type { Meter } from './meter.ts';

/** Codes of gRPC that mean "somebody else came first": not found on update, already exists, failed precondition, aborted. */
const conflicts = new Set([5, 6, 9, 10]);
const batchSize = 400;

const codeOf = (error: unknown): number | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number'
    ? error.code
    : null;

async function orConflict<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = codeOf(error);
    if (code !== null && conflicts.has(code))
      throw new Conflict(error instanceof Error ? error.message : `code ${code}`);
    throw error;
  }
}

function stored<T>(snapshot: DocumentSnapshot, shape: Shape<T>): Stored<T> | null {
  if (!snapshot.exists || !snapshot.updateTime) return null;
  const { seconds, nanoseconds } = snapshot.updateTime;
  return { id: snapshot.id, data: shape.parse(snapshot.data()), updateTime: `${seconds}.${nanoseconds}` };
}

function timestampOf(updateTime: string): Timestamp {
  const [seconds, nanoseconds] = updateTime.split('.').map(Number);
  if (seconds === undefined || nanoseconds === undefined)
    throw new RangeError(`not an update time: ${updateTime}`);
  return new Timestamp(seconds, nanoseconds);
}

export function firestoreDocuments(firestore: Firestore, meter: Meter, commitBytes: number): Documents {
  const get = async <T>({ path, shape }: Ref<T>) => {
    meter.read(1);
    return stored(await firestore.doc(path).get(), shape);
  };
  return {
    get,
    getAll: async <T>(refs: readonly Ref<T>[]) => {
      if (refs.length === 0) return [];
      meter.read(refs.length);
      const snapshots = await firestore.getAll(...refs.map(({ path }) => firestore.doc(path)));
      return snapshots.map((snapshot, i) => stored(snapshot, shapeAt(refs, i)));
    },
    find: async <T>({ path, shape }: Collection<T>, filters: readonly Filter[]) => {
      let query: Query = firestore.collection(path);
      for (const [field, value] of filters) query = query.where(field, '==', value);
      const found = await query.get();
      meter.read(found.size);
      return found.docs.flatMap((doc) => stored(doc, shape) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    create: async <T>({ path }: Ref<T>, data: T) => {
      meter.write(1);
      await orConflict(firestore.doc(path).create(data as object));
    },
    createMissing: async <T>(items: readonly { ref: Ref<T>; data: T }[]) => {
      for (let start = 0; start < items.length; start += batchSize) {
        const part = items.slice(start, start + batchSize);
        const batch = firestore.batch();
        for (const { ref, data } of part) batch.create(firestore.doc(ref.path), data as object);
        try {
          await orConflict(batch.commit());
          meter.write(part.length);
        } catch (error) {
          if (!(error instanceof Conflict)) throw error;
          await createOneByOne(part);
        }
      }
    },
    update: async <T>({ path }: Ref<T>, patch: Partial<T>, updateTime: string) => {
      meter.write(1);
      await orConflict(
        firestore.doc(path).update(patch as object, { lastUpdateTime: timestampOf(updateTime) }),
      );
    },
    commitBytes,
    commit: async (writes: readonly Write[]) => {
      meter.write(writes.length);
      const batch = firestore.batch();
      for (const write of writes) {
        const doc = firestore.doc(write.path);
        if ('create' in write) batch.create(doc, write.create);
        else
          batch.update(
            doc,
            { ...write.patch, ...appended(write.append) },
            { lastUpdateTime: timestampOf(write.updateTime) },
          );
      }
      await orConflict(batch.commit());
    },
  };

  /** After a run that was cut off some of a batch exist: the rest is created by itself. */
  async function createOneByOne<T>(items: readonly { ref: Ref<T>; data: T }[]): Promise<void> {
    for (const { ref, data } of items) {
      meter.write(1);
      await orConflict(firestore.doc(ref.path).create(data as object)).catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error;
      });
    }
  }
}

const appended = (lists: Record<string, object>) =>
  Object.fromEntries(Object.entries(lists).map(([field, entry]) => [field, FieldValue.arrayUnion(entry)]));

function shapeAt<T>(refs: readonly Ref<T>[], i: number): Shape<T> {
  const ref = refs[i];
  if (!ref) throw new RangeError('more documents than were asked for');
  return ref.shape;
}
