// Logs in Cloud Firestore: heads of whole collections, page by page, and the newest seal.
import { FieldPath, type Firestore, type Query } from 'firebase-admin/firestore';
import type { Head } from '../domain/auditSeal.ts';
import type { Filter, Logs } from '../handlers/ports.ts';
import type { LogEntry } from '../schema/fields.ts';
import { sealSchema, sealsPath } from '../schema/seal.ts';
import type { Meter } from './meter.ts';

/** A page of logs of ten entries of 300 bytes is about 1.5 MB. */
const pageSize = 500;

export function firestoreLogs(firestore: Firestore, meter: Meter): Logs {
  return {
    heads: async (collectionPath: string, filter: Filter | null) => {
      const all = firestore.collection(collectionPath);
      const asked: Query = filter === null ? all : all.where(filter[0], '==', filter[1]);
      const ordered = asked.select('log').orderBy(FieldPath.documentId()).limit(pageSize);
      const heads: Head[] = [];
      for (let page = ordered; ;) {
        const { docs } = await page.get();
        meter.read(docs.length);
        for (const doc of docs) {
          const last = (doc.get('log') as LogEntry[] | undefined)?.at(-1);
          if (last) heads.push({ path: doc.ref.path, count: last.n, hash: last.hash });
        }
        const end = docs.at(-1);
        if (!end || docs.length < pageSize) return heads;
        page = ordered.startAfter(end);
      }
    },
    newestSeal: async (org: string) => {
      const { docs } = await firestore.collection(sealsPath(org)).orderBy('date', 'desc').limit(1).get();
      meter.read(docs.length);
      return docs[0] ? sealSchema.parse(docs[0].data()) : null;
    },
  };
}
