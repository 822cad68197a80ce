// What a run of the Emulator Suite can be asked for, and what it tells about itself.

export const emulators = ['auth', 'firestore', 'functions', 'storage', 'hosting'] as const;
export type Emulator = (typeof emulators)[number];
export const region = 'asia-southeast1';
export const defaultProject = 'demo-nam-ro';

export interface SuiteOptions {
  /** Must begin with `demo-`, so that nothing of a run can ever reach a real project. */
  project?: string;
  /** A subset of the emulators; without `functions` there is no relay either. */
  only?: readonly Emulator[];
  /** A built functions package (package.json, lib/, assets/) instead of the one of this checkout. */
  functionsDir?: string;
  /** A built web client (with index.html) instead of the one of this checkout. */
  webDir?: string;
  firestoreRules?: string;
  storageRules?: string;
  /** Data kept over restarts; without it a run begins empty and leaves nothing. */
  dataDir?: string;
  /** The ports that bookmarks know, instead of free ones. */
  fixedPorts?: boolean;
  /** Further variables for the functions' processes. */
  functionsEnv?: Record<string, string>;
  /** The organisation that the web client shows. */
  org?: string;
  /** Rehearsed time at the start, ISO with or without an offset (then Asia/Ho_Chi_Minh); real time if absent. */
  startAt?: string;
  /** How long a task's name stays taken after the task, in rehearsed time; 24 unless told. */
  tombstoneHours?: number;
  /** Deliveries of an event before it counts as dead; 6 unless told. */
  eventAttempts?: number;
  /** Deliveries to functions at the same time; each may cost a process of 150 MB. */
  parallel?: number;
  /** Gives up the start. */
  signal?: AbortSignal;
  /** Told what is going on, for a console. */
  say?: (line: string) => void;
}

export interface SuitePorts {
  auth: number;
  firestore: number;
  functions: number;
  storage: number;
  hosting: number;
  hub: number;
  /** Where Firestore sends its events; also the control of faults and of settling. */
  relay: number;
  /** Rehearsed time, and the Cloud Tasks API. */
  clock: number;
}

/** Enough to reach a running suite from another process (a test worker, `npm run clock`). */
export interface SuiteCoordinates {
  project: string;
  region: string;
  ports: SuitePorts;
  emulators: Emulator[];
  env: Record<string, string>;
  hostingUrl: string;
  folder: string;
}

/** What the web client is told by `local.json`, beside its index.html. */
export interface WebLocal {
  projectId: string;
  region: string;
  ports: Pick<SuitePorts, 'auth' | 'firestore' | 'functions' | 'storage' | 'hosting'>;
  clock: string;
  org: string;
}
