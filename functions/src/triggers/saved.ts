// Which events of documents call a handler at all: what a client saved, what is gone, and what became another.
import { isDeepStrictEqual } from 'node:util';
import type { Change } from 'firebase-functions/v2';
import {
  onDocumentUpdated,
  onDocumentWritten,
  type DocumentOptions,
  type DocumentSnapshot,
  type FirestoreEvent,
} from 'firebase-functions/v2/firestore';
import { withPorts } from '../app.ts';
import { enterOvertaken, type Overtakable, type SeenAct } from '../handlers/enterOvertaken.ts';
import type { Ports } from '../handlers/ports.ts';
import { region } from '../params.ts';
import { triggerPattern, type CollectionName } from '../schema/paths.ts';

/** `retry`: without it a failing event is dropped, and with it an act of a person. */
export const options = (collection: CollectionName): DocumentOptions<string> => ({
  document: triggerPattern(collection),
  region,
  retry: true,
  memory: '256MiB',
});

export interface Saved {
  rev: unknown;
  state: unknown;
  verdicts: unknown;
  savedAt: unknown;
  notedAt: unknown;
}
export type Work = (ports: Ports, org: string, id: string) => Promise<void>;
type ChangeEvent = FirestoreEvent<Change<DocumentSnapshot> | undefined, Record<string, string>>;

const saved = (snapshot: DocumentSnapshot | undefined): Saved | null => {
  const data = snapshot?.data();
  if (!data) return null;
  const { rev, state, verdicts, savedAt, notedAt } = data;
  return { rev, state, verdicts, savedAt, notedAt };
};

/**
 * Calls `work` when a client has saved the document: clients raise `rev` with every write and functions never do, but
 * where they apply a client's change; so what a handler writes back cannot call it again.
 */
export const onSaved =
  (fn: string, work: Work, concerns: (after: Saved, before: Saved | null) => boolean = () => true) =>
  async ({ data, params }: ChangeEvent): Promise<void> => {
    const [before, after] = [saved(data?.before), saved(data?.after)];
    if (!after || before?.rev === after.rev || !concerns(after, before)) return;
    await callAbout(fn, work, params);
  };

/** What somebody did to a document in which they moved a state; null of a draft, and of what a function wrote. */
function actIn({ data }: ChangeEvent): SeenAct | null {
  const [before, after] = [data?.before.data(), data?.after.data()];
  if (!after || before?.['rev'] === after['rev']) return null;
  const stateOf = (of: Record<string, unknown>) =>
    [of['state'], of['remedyState']].filter((part) => typeof part === 'string').join('/');
  if (before && stateOf(before) === stateOf(after)) return null;
  const stamp = (after['actedAt'] ?? after['savedAt']) as SeenAct['stamp'] | null | undefined;
  if (!stamp) return null;
  return {
    ...{ rev: after['rev'] as number, stamp, before: before ? stateOf(before) : null, after: stateOf(after) },
    who: (after['actor'] ?? after['person']) as string,
    forWhom: (after['actedFor'] ?? null) as string | null,
  };
}

/** Like `onSaved`, and enters the act of the event where the document has gone on to another one meanwhile. */
export const onActed =
  (fn: string, collection: Overtakable, work: Work, concerns?: Parameters<typeof onSaved>[2]) =>
  async (event: ChangeEvent): Promise<void> => {
    const act = actIn(event);
    const entering: Work = async (ports, org, id) => {
      await work(ports, org, id);
      if (act) await enterOvertaken(ports, org, collection, id, act);
    };
    await onSaved(fn, entering, concerns)(event);
  };

/** Calls `work` when the document is gone. */
export const onRemoved =
  (fn: string, work: Work) =>
  async ({ data, params }: ChangeEvent): Promise<void> => {
    if (data?.before.exists && !data.after.exists) await callAbout(fn, work, params);
  };

/** Calls `work` when one of the fields became another, whoever wrote it: `work` must leave them alone. */
export const onTurned =
  (fn: string, work: Work, fields: readonly string[]) =>
  async ({ data, params }: ChangeEvent): Promise<void> => {
    const [before, after] = [data?.before.data(), data?.after.data()];
    if (!before || !after || fields.every((field) => isDeepStrictEqual(before[field], after[field]))) return;
    await callAbout(fn, work, params);
  };

async function callAbout(fn: string, work: Work, { org, id }: Record<string, string>): Promise<void> {
  if (org === undefined || id === undefined) throw new Error(`${fn} was registered without org and id`);
  await withPorts(fn, (ports) => work(ports, org, id));
}

/** Functions create these documents, so their creation is nobody's act and needs no call. */
export const onUpdated = (collection: CollectionName, handler: (event: ChangeEvent) => Promise<void>) =>
  onDocumentUpdated(options(collection), handler);
/** Clients create these themselves. */
export const onWritten = (collection: CollectionName, handler: (event: ChangeEvent) => Promise<void>) =>
  onDocumentWritten(options(collection), handler);
