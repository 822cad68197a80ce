// The Admin SDK of the functions package, pointed at a running suite; it is installed there only, because a Timestamp of another copy is refused.
import { createRequire } from 'node:module';
import type * as AdminApp from '../../functions/node_modules/firebase-admin/lib/app/index.js';
import type * as AdminAuth from '../../functions/node_modules/firebase-admin/lib/auth/index.js';
import type * as AdminFirestore from '../../functions/node_modules/firebase-admin/lib/firestore/index.js';
import type { SuiteClient } from '../suiteClient.ts';

const requireThere = createRequire(new URL('../../functions/package.json', import.meta.url));

export interface Admin {
  auth: AdminAuth.Auth;
  firestore: AdminFirestore.Firestore;
  close: () => Promise<void>;
}

let opened = 0;

/** Rules don't hold for it: it lays out what the clerk's import would, and never acts in the name of a user. */
export function openAdmin(suite: Pick<SuiteClient, 'project' | 'env'>): Admin {
  // The SDK reads the emulators' addresses from the environment and from nowhere else; it need not look for Google's machines.
  Object.assign(process.env, suite.env, { METADATA_SERVER_DETECTION: 'none' });
  const { initializeApp, deleteApp } = requireThere('firebase-admin/app') as typeof AdminApp;
  const { getAuth } = requireThere('firebase-admin/auth') as typeof AdminAuth;
  const { getFirestore } = requireThere('firebase-admin/firestore') as typeof AdminFirestore;
  opened += 1;
  const app = initializeApp({ projectId: suite.project }, `sample-${opened}`);
  return { auth: getAuth(app), firestore: getFirestore(app), close: () => deleteApp(app) };
}
