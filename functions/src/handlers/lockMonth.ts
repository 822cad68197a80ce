// The end of the window for appeals: published results are locked, those under appeal once it is answered (domain.md section 7, states).
import type { Moment } from '../domain/moment.ts';
import type { Month } from '../domain/words.ts';
import type { Appeal } from '../schema/appeal.ts';
import { appealId, personMonthId } from '../schema/paths.ts';
import { cycleRef, collectionOf, refOf } from '../schema/refs.ts';
import type { Result } from '../schema/result.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import type { DeadlineCall } from './keepDeadline.ts';
import { system } from './opening.ts';
import type { Documents, Ports, Stored } from './ports.ts';

export async function lockMonth(ports: Ports, { org, month, at }: DeadlineCall): Promise<void> {
  const { documents } = ports;
  // Of every month: one that was published late keeps its own window and is locked with a later month.
  const [published, open] = await Promise.all([
    documents.find(collectionOf(org, 'results'), [['state', 'published']]),
    openAppeals(documents, org),
  ]);
  const waiting = new Set(open.map(({ data: a }) => appealId(a.person, a.month, a.version)));
  for (const { id, data } of published) {
    if (waiting.has(appealId(data.person, data.month, data.version))) continue;
    await lockOver(documents, org, id, at, data.version);
  }
  const held = new Set([...open, ...published.filter(isReopened)].map(({ data }) => data.month));
  // A month that was reopened goes with the one whose window ends now.
  const months = new Set([month, ...published.map(({ data }) => data.month)]);
  for (const one of [...months].filter((m) => m <= month && !held.has(m)).sort())
    await lockCycle(documents, org, one, one === month);
}

const isReopened = ({ data }: Stored<Result>) => data.reopened !== null;

/** An appeal that is closed, or was refused at the door, holds nothing up any more: what is over is locked at once. */
export async function lockAfterAppeal(
  documents: Documents,
  org: string,
  { person, month, version }: Appeal,
  at: Moment,
): Promise<void> {
  await lockOver(documents, org, personMonthId(person, month), at, version);
  const cycle = await documents.get(cycleRef(org, month));
  if (!cycle || !('appeal' in cycle.data.kept) || cycle.data.state === 'locked') return;
  const open = await openAppeals(documents, org);
  if (!open.some(({ data }) => data.month === month)) await lockCycle(documents, org, month, true);
}

/** Filed and not answered, whether or not a function has looked at it yet. */
const openAppeals = (documents: Documents, org: string) =>
  documents.find(collectionOf(org, 'appeals'), [['state', 'filed']]);

async function lockOver(
  documents: Documents,
  org: string,
  id: string,
  at: Moment,
  version: number,
): Promise<void> {
  const ref = refOf(org, 'results', id);
  await converge(documents, ref, ({ data }): Partial<Result> | null => {
    if (data.state !== 'published' || data.version !== version || data.appealUntil > at) return null;
    // Whoever took it up again decides first.
    if (data.reopened !== null) return null;
    const act = { at, who: system, forWhom: null, what: 'lock', before: 'published', after: 'locked' };
    return { state: 'locked', log: logged(ref.path, data.log, act) };
  });
}

/** `isEnding`: its window is what ends now, and not noted as kept yet. */
const lockCycle = (documents: Documents, org: string, month: Month, isEnding: boolean) =>
  converge(documents, cycleRef(org, month), ({ data }) =>
    isEnding || 'appeal' in data.kept ? { state: 'locked' as const } : null,
  );
