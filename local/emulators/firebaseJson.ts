// Derives the firebase.json of a run from the project's own, so that the local hosting serves what production serves.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../paths.ts';
import type { Emulator, SuitePorts } from '../suiteOptions.ts';

interface Header {
  key: string;
  value: string;
}

interface Hosting {
  headers?: { source: string; headers: Header[] }[];
  [setting: string]: unknown;
}

interface FirebaseJson {
  hosting?: Hosting;
}

export type SparePorts = [websocket: number, eventarc: number, tasks: number, logging: number];

const host = '127.0.0.1';

function ownFirebaseJson(): FirebaseJson {
  const file = join(projectRoot, 'firebase.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FirebaseJson) : {};
}

/** Production's policy names Google's hosts; the emulators answer on ports of this machine. */
function openToEmulators(header: Header): Header {
  if (header.key !== 'Content-Security-Policy') return header;
  const sources = `http://${host}:* http://localhost:*`;
  return { ...header, value: header.value.replace(/(connect-src|frame-src) /g, `$1 ${sources} `) };
}

function hostingOf(own: Hosting): Hosting {
  const headers = (own.headers ?? [])
    .map((rule) => ({
      ...rule,
      headers: rule.headers.map(openToEmulators).filter((h) => h.key !== 'Strict-Transport-Security'),
    }))
    .filter((rule) => rule.headers.length > 0);
  return { ...own, public: 'web', headers };
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
    hosting: hostingOf(ownFirebaseJson().hosting ?? {}),
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
