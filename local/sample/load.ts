// Loads the sample organisation into a running suite, as the clerk's import would: organisation, units, people, accounts, March's findings.
import { documentPath, orgPath, uidOf, type CollectionName } from '../../functions/src/schema/paths.ts';
import type { Finding } from '../../functions/src/schema/finding.ts';
import type { SuiteClient } from '../suiteClient.ts';
import { demoPassword } from './accounts.ts';
import { openAdmin, type Admin } from './admin.ts';
import { loadedAt } from './april.ts';
import { personDocument, unitDocument } from './documents.ts';
import { bookOf } from './books.ts';
import { toldOf } from './march.ts';
import { sampleOrganisation, type SampleOrganisation } from './organisation.ts';

export interface LoadOptions {
  sample?: SampleOrganisation;
  /** Rehearsed time at which it is loaded; the first cycle opens with the next day that begins a month. */
  at?: string;
  /** Then the clock runs to here. */
  runUntil?: string | null;
  /** What the months before left behind; that of the sample's casebook unless told. */
  left?: ReadonlyMap<string, Finding>;
}

/** More accounts at a time only queue up inside the emulator. */
const accountsAtATime = 16;

/** The clock must not have been referred to yet: it goes back to the evening before the first cycle. */
export async function loadSample(suite: SuiteClient, options: LoadOptions = {}): Promise<SampleOrganisation> {
  const sample = options.sample ?? sampleOrganisation();
  await suite.clock.set(options.at ?? loadedAt);
  const admin = openAdmin(suite);
  try {
    // Accounts first: the function that follows a person then finds one and only has claims to set.
    await createAccounts(admin, sample);
    await writeDocuments(admin, sample, options.left ?? bookOf(sample).march());
    await suite.settle();
  } finally {
    await admin.close();
  }
  const until = options.runUntil === undefined ? '2026-04-22T09:00' : options.runUntil;
  if (until !== null) await suite.clock.runUntil(until);
  return sample;
}

async function createAccounts({ auth }: Admin, { organisation }: SampleOrganisation): Promise<void> {
  const waiting = [...organisation.people];
  const worker = async () => {
    for (let person = waiting.shift(); person; person = waiting.shift()) {
      const { id, name, email } = person;
      await auth.createUser({
        uid: uidOf(organisation.id, id),
        email,
        password: demoPassword,
        displayName: name,
      });
    }
  };
  await Promise.all(Array.from({ length: accountsAtATime }, worker));
}

async function writeDocuments(
  { firestore }: Admin,
  sample: SampleOrganisation,
  left: ReadonlyMap<string, Finding>,
): Promise<void> {
  const { organisation, members, document } = sample;
  const org = organisation.id;
  const writer = firestore.bulkWriter();
  const put = (name: CollectionName, id: string, data: object) =>
    writer.create(firestore.doc(documentPath(org, name, id)), data);
  const writes = [
    writer.create(firestore.doc(orgPath(org)), document),
    ...organisation.units.map((unit) => put('units', unit.id, unitDocument(unit))),
    ...organisation.people.map((person) => put('people', person.id, personDocument(person))),
    ...Object.entries(members).map(([id, member]) => put('members', id, member)),
    ...[...left].map(([id, finding]) => put('findings', id, finding)),
    ...toldOf(left, new Map(organisation.people.map(({ id, name }) => [id, name]))).map(([id, notice]) =>
      put('notices', id, notice),
    ),
  ];
  await writer.close();
  await Promise.all(writes);
}
