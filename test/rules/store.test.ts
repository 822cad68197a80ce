// The store in memory, on which handlers are tested, answers as Firestore does: one table of operations, run on both.
import { Timestamp } from '../../functions/node_modules/firebase-admin/lib/firestore/index.js';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { atTime } from '../../functions/src/domain/civilDate.ts';
import { momentOf } from '../../functions/src/domain/moment.ts';
import { firestoreDocuments } from '../../functions/src/store/firestoreDocuments.ts';
import { Meter } from '../../functions/src/store/meter.ts';
import { openAdmin, type Admin } from '../../local/sample/admin.ts';
import { connectSuite } from '../../local/suite.ts';
import { MemoryPorts, stampAt } from '../fixtures/memoryPorts.ts';
import { contract, plain } from '../fixtures/storeContract.ts';

let admin: Admin;
beforeAll(() => {
  admin = openAdmin(connectSuite(inject('suite')));
  return () => admin.close();
});

describe('memory and Firestore answer alike:', () => {
  it.each(Object.entries(contract).map(([name, work], i) => [name, work, i] as const))(
    '%s',
    async (_, work, i) => {
      const memory = new MemoryPorts(atTime('2026-04-01', '00:00'));
      const folder = `orgs/hop-dong-${i}`;
      const inMemory = { documents: memory.documents, stamp: (ms: number) => stampAt(momentOf(ms)), folder };
      const documents = firestoreDocuments(admin.firestore, new Meter(), 0);
      const inFirestore = { documents, stamp: (ms: number) => Timestamp.fromMillis(ms), folder };
      expect(plain(await work(inMemory))).toEqual(plain(await work(inFirestore)));
    },
  );
});
