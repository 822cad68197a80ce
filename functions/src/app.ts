// Puts the adapters together: what each call of a function works with.
import { initializeApp, type App } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import type { Accounts, EvidencePorts, Ports, ReportPorts, SealPorts } from './handlers/ports.ts';
import {
  commitBytes,
  localClock,
  localSealKey,
  localTasks,
  meterFile,
  region,
  sealBucket,
  sealKey,
  taskCaller,
} from './params.ts';
import { platformClock, rehearsedClock } from './store/clock.ts';
import { cloudTasks } from './store/cloudTasks.ts';
import { firestoreDocuments } from './store/firestoreDocuments.ts';
import { Meter } from './store/meter.ts';
import { loadProfiles } from './store/profileFiles.ts';

loadProfiles();

let started: App | null = null;
const app = () => (started ??= initializeApp());

const clock = localClock === null ? platformClock : rehearsedClock(localClock);
const project = () => process.env['GCLOUD_PROJECT'] ?? app().options.projectId ?? '';
/** Raise when the meaning of a task changes (store/cloudTasks.ts). */
const taskVersion = '1';

/** Runs `work` with fresh ports and notes what it was billed. */
export async function withPorts(fn: string, work: (ports: Ports) => Promise<void>): Promise<void> {
  const meter = new Meter();
  const documents = firestoreDocuments(getFirestore(app()), meter, commitBytes);
  const tasks = cloudTasks({
    project: project(),
    region,
    local: localTasks,
    caller: taskCaller.value(),
    version: taskVersion,
  });
  try {
    await work({ documents, tasks, clock });
  } finally {
    if (meterFile !== null) await meter.report(meterFile, fn);
  }
}

/** Adds the accounts to the ports of one call; the module is loaded by the one function that needs it. */
export async function withAccounts(
  ports: Ports,
  work: (ports: Ports & { accounts: Accounts }) => Promise<void>,
): Promise<void> {
  const [{ getAuth }, { authAccounts }] = await Promise.all([
    import('firebase-admin/auth'),
    import('./store/authAccounts.ts'),
  ]);
  await work({ ...ports, accounts: authAccounts(getAuth(app())) });
}

export async function withReports(fn: string, work: (ports: ReportPorts) => Promise<void>): Promise<void> {
  const [{ getStorage }, { storageFiles }, { pdfRenderer }] = await Promise.all([
    import('firebase-admin/storage'),
    import('./store/storageFiles.ts'),
    import('./store/pdfRenderer.ts'),
  ]);
  const files = storageFiles(getStorage(app()));
  await withPorts(fn, ({ documents }) => work({ documents, files, renderer: pdfRenderer }));
}

/** Adds the contents of evidence files to the ports of one call. */
export async function withEvidence(
  ports: Ports,
  work: (ports: Ports & EvidencePorts) => Promise<void>,
): Promise<void> {
  const [{ getStorage }, { storageEvidence }] = await Promise.all([
    import('firebase-admin/storage'),
    import('./store/storageEvidence.ts'),
  ]);
  await work({ ...ports, evidence: storageEvidence(getStorage(app())) });
}

/** What the nightly seal works with, counted by itself; the modules are loaded by the one function that needs them. */
export async function withSeals(fn: string, work: (ports: SealPorts) => Promise<void>): Promise<void> {
  const [{ getStorage }, { storageFiles }, { firestoreLogs }, { sealSigner }] = await Promise.all([
    import('firebase-admin/storage'),
    import('./store/storageFiles.ts'),
    import('./store/firestoreLogs.ts'),
    import('./store/sealSigner.ts'),
  ]);
  const meter = new Meter();
  const firestore = getFirestore(app());
  const bucket = sealBucket.value() || `${project()}-seals`;
  try {
    await work({
      documents: firestoreDocuments(firestore, meter, commitBytes),
      logs: firestoreLogs(firestore, meter),
      files: storageFiles(getStorage(app()), bucket),
      signer: sealSigner(localSealKey ?? sealKey.value()),
    });
  } finally {
    if (meterFile !== null) await meter.report(meterFile, fn);
  }
}
