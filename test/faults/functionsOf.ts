// Which deployed function hears of what, read from the functions themselves: nothing about the triggers is written down twice.
import type { TaskFunction } from '../../functions/src/handlers/ports.ts';
import * as documents from '../../functions/src/triggers/documents.ts';
import * as schedules from '../../functions/src/triggers/schedules.ts';
import * as tasks from '../../functions/src/triggers/tasks.ts';

interface Deployed {
  run(event: object): unknown;
  __endpoint: { eventTrigger?: { eventType: string; eventFilterPathPatterns?: Record<string, unknown> } };
}

export interface DocumentEvent {
  data: { before: Snapshot; after: Snapshot };
  params: { org: string; id: string };
}
interface Snapshot {
  exists: boolean;
  data(): object | undefined;
}
const snapshotOf = (data: object | null): Snapshot => ({
  exists: data !== null,
  data: () => data ?? undefined,
});

const types = {
  'google.cloud.firestore.document.v1.updated': (before: object | null, after: object | null) =>
    before !== null && after !== null,
  'google.cloud.firestore.document.v1.written': () => true,
} as const;

/** Everything that hears of documents: name, collection, which writes it is told of. */
export const listeners = Object.entries(documents as unknown as Record<string, Deployed>).map(
  ([name, fn]) => {
    const trigger = fn.__endpoint.eventTrigger;
    const pattern = String(trigger?.eventFilterPathPatterns?.['document']);
    const [, collection] = /^orgs\/\{org\}\/(\w+)\/\{id\}$/.exec(pattern) ?? [];
    const hears = types[trigger?.eventType as keyof typeof types];
    if (collection === undefined || !hears)
      throw new Error(`${name} listens to something unknown: ${pattern}`);
    return { name, collection, hears, run: async (event: DocumentEvent) => void (await fn.run(event)) };
  },
);

export type Listener = (typeof listeners)[number];

/** The event of a write below an organisation, for each function that the platform would tell. */
export function eventsOf(path: string, before: object | null, after: object | null) {
  const [, org, collection, id, deeper] = /^orgs\/([^/]+)\/(\w+)\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  if (org === undefined || id === undefined || deeper !== undefined) return [];
  const event = { data: { before: snapshotOf(before), after: snapshotOf(after) }, params: { org, id } };
  return listeners
    .filter((one) => one.collection === collection && one.hears(before, after))
    .map((listener) => ({ listener, event }));
}

export const runTask = async (fn: TaskFunction, data: object): Promise<void> =>
  void (await (tasks as unknown as Record<TaskFunction, Deployed>)[fn].run({ data }));

export const runSchedule = async (name: keyof typeof schedules, scheduleTime: string): Promise<void> =>
  void (await (schedules as unknown as Record<string, Deployed>)[name]?.run({ scheduleTime, jobName: name }));
