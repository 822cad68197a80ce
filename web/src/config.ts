// What the client must know of its project: from the launcher's /local.json on a local suite, from Firebase Hosting otherwise.
import type { FirebaseOptions } from 'firebase/app';

export interface LocalSuite {
  projectId: string;
  region: string;
  ports: { auth: number; firestore: number; functions: number; storage: number; hosting: number };
  clock: string;
  org: string;
  /** Set by the launcher where the bucket is not the project's default one. */
  bucket?: string;
}

export interface Config {
  firebase: FirebaseOptions;
  /** Null in production, where the branch that fills it is cut out of the build. */
  local: LocalSuite | null;
}

async function fetchJson(path: string): Promise<unknown> {
  const answer = await fetch(path, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export async function loadConfig(): Promise<Config> {
  if (import.meta.env.MODE === 'suite') {
    const local = (await fetchJson('/local.json')) as LocalSuite;
    return {
      firebase: {
        projectId: local.projectId,
        apiKey: 'local',
        storageBucket: local.bucket ?? `${local.projectId}.appspot.com`,
      },
      local,
    };
  }
  return { firebase: (await fetchJson('/__/firebase/init.json')) as FirebaseOptions, local: null };
}
