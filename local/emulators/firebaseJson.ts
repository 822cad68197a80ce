// Derives the firebase.json of a run from the project's own, so that the local hosting serves what production serves.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../paths.ts';
import type { Emulator, SuitePorts } from '../suiteOptions.ts';

interface FirebaseJson {
  hosting?: Record<string, unknown>;
}

export type SparePorts = [websocket: number, eventarc: number, tasks: number, logging: number];

const host = '127.0.0.1';

function ownFirebaseJson(): FirebaseJson {
  const file = join(projectRoot, 'firebase.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FirebaseJson) : {};
}

/** `spare`: ports that the CLI insists on though nobody uses them. */
export function generateFirebaseJson(
  emulators: readonly Emulator[],
  ports: SuitePorts,
  spare: SparePorts,
): object {
  const at = (port: number) => ({ host, port });
  const listening = Object.fromEntries(emulators.map((name) => [name, at(ports[name])]));
  const [websocket, eventarc, tasks, logging] = spare;
  return {
    firestore: { rules: 'firestore.rules', indexes: 'firestore.indexes.json' },
    storage: { rules: 'storage.rules' },
    functions: [{ source: 'functions', codebase: 'default' }],
    hosting: { ...ownFirebaseJson().hosting, public: 'web', predeploy: [] },
    emulators: {
      ...listening,
      ...(emulators.includes('firestore')
        ? { firestore: { ...at(ports.firestore), websocketPort: websocket } }
        : {}),
      hub: at(ports.hub),
      eventarc: at(eventarc),
      tasks: at(tasks),
      logging: at(logging),
      ui: { enabled: false },
      singleProjectMode: false,
    },
  };
}
