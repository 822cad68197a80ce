// Rebuilds an organisation through the functions' own code, and compares every derived document with what stood there before.
import { isDeepStrictEqual } from 'node:util';
import {
  derivedCollections,
  rebuildOrganisation,
  type Rebuilt,
} from '../../functions/src/handlers/rebuildOrganisation.ts';
import { collectionOf } from '../../functions/src/schema/refs.ts';
import { firestoreDocuments } from '../../functions/src/store/firestoreDocuments.ts';
import { Meter } from '../../functions/src/store/meter.ts';
import { loadProfiles } from '../../functions/src/store/profileFiles.ts';
import { openAdmin, type Admin } from '../sample/admin.ts';

export interface Comparison extends Rebuilt {
  /** Documents that were missing, or in which these fields said something else; empty where all was in order. */
  differing: string[];
}

/** `env`: addresses of emulators; none for a deployment, which is reached with the operator's own sign-in (`gcloud auth application-default login`). */
export async function rebuild(
  at: { project: string; env: Record<string, string> },
  org: string,
): Promise<Comparison> {
  loadProfiles();
  const admin = openAdmin(at);
  try {
    const { firestore } = admin;
    // Nothing is billed that a budget of ours counts; a commit of one document needs no more room than it has.
    const documents = firestoreDocuments(firestore, new Meter(), 9 * 1024 * 1024);
    const before = await derivedIn(admin, org);
    const rebuilt = await rebuildOrganisation(
      { documents, forget: async (path) => void (await firestore.doc(path).delete()) },
      org,
    );
    const after = await derivedIn(admin, org);
    const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
    const differing = paths.flatMap((path) => differenceOf(path, before.get(path), after.get(path)));
    return { ...rebuilt, differing };
  } finally {
    await admin.close();
  }
}

type Fields = Record<string, unknown> | undefined;

/** The document with what was otherwise in it; nothing where it is the same. */
function differenceOf(path: string, before: Fields, after: Fields): string[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!before) return [`${path}: was missing`];
  const fields = new Set([...Object.keys(before), ...Object.keys(after ?? {})]);
  const other = [...fields].filter((field) => !isDeepStrictEqual(before[field], after?.[field]));
  return [`${path}: ${other.sort().join(', ')}`];
}

async function derivedIn({ firestore }: Admin, org: string): Promise<Map<string, Fields>> {
  const found = new Map<string, Fields>();
  for (const name of derivedCollections)
    for (const doc of (await firestore.collection(collectionOf(org, name).path).get()).docs)
      found.set(doc.ref.path, doc.data());
  return found;
}
