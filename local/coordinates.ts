// Computes from the options and the ports what others must know to reach a run.
import {
  defaultProject,
  emulators,
  region,
  type SuiteCoordinates,
  type SuiteOptions,
  type SuitePorts,
  type WebLocal,
} from './suiteOptions.ts';

const host = (port: number) => `127.0.0.1:${port}`;

function environment(project: string, ports: SuitePorts): Record<string, string> {
  return {
    GCLOUD_PROJECT: project,
    FIREBASE_CONFIG: JSON.stringify({ projectId: project, storageBucket: `${project}.appspot.com` }),
    FIRESTORE_EMULATOR_HOST: host(ports.firestore),
    FIREBASE_AUTH_EMULATOR_HOST: host(ports.auth),
    FIREBASE_STORAGE_EMULATOR_HOST: host(ports.storage),
    STORAGE_EMULATOR_HOST: `http://${host(ports.storage)}`,
    NAM_RO_CLOCK: `http://${host(ports.clock)}`,
    // Google's libraries look for a metadata server otherwise, and wait for it.
    METADATA_SERVER_DETECTION: 'none',
    NAM_RO_TASKS: `http://${host(ports.clock)}`,
  };
}

export function coordinatesOf(options: SuiteOptions, ports: SuitePorts, folder: string): SuiteCoordinates {
  const project = options.project ?? defaultProject;
  if (!project.startsWith('demo-'))
    throw new Error(`A local project's id begins with demo-, and ${project} does not.`);
  return {
    project,
    region,
    ports,
    emulators: [...(options.only ?? emulators)],
    env: environment(project, ports),
    hostingUrl: `http://${host(ports.hosting)}`,
    folder,
  };
}

export function webLocalOf({ project, ports }: SuiteCoordinates, org = 'demo'): WebLocal {
  const { auth, firestore, functions, storage, hosting, clock } = ports;
  return {
    projectId: project,
    region,
    ports: { auth, firestore, functions, storage, hosting },
    clock: `http://${host(clock)}`,
    org,
  };
}
