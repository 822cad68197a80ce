// Who waits for me: assessments as evaluator or decider and consultations, as one list in the order of what is to be done.
import type { Assessment } from '../../../functions/src/schema/assessment.ts';
import type { Consultation } from '../../../functions/src/schema/consultation.ts';
import type { Delegation } from '../../../functions/src/schema/delegation.ts';
import { powersOf, type Powers } from './powers.ts';

export type Task = 'evaluate' | 'decide' | 'answer';

export interface QueueRow {
  /** Document id. */
  id: string;
  kind: 'assessment' | 'consultation';
  person: string;
  name: string;
  post: string;
  unitName: string;
  /** What I can do now; null where it is somebody else's turn or done. */
  task: Task | null;
  /** Why nothing can be done yet though it is mine: leaders wait for the final run. */
  held: boolean;
  assessment: Assessment | null;
  consultation: Consultation | null;
  /** Name of the one on whose behalf it waits for me; null where the authority is mine. */
  onBehalf: string | null;
}

/** What can be done with an assessment now by these powers. */
export function taskOf(a: Pick<Assessment, 'state' | 'frozen'>, { evaluate, decide }: Powers): Task | null {
  if (a.frozen) return null;
  if (a.state === 'waiting' && evaluate) return 'evaluate';
  if (a.state === 'evaluated' && decide) return 'decide';
  return null;
}

/** For whom a row stands in my list: own authority over any part of it makes it mine. */
function behalfOf({ evaluate, decide }: Powers): string | null {
  const powers = [evaluate, decide].filter((power) => power !== null);
  if (powers.some(({ giver }) => giver === null)) return null;
  return powers[0]?.name ?? null;
}

const byNameVi = new Intl.Collator('vi');
/** Vietnamese names sort by the given name, which stands last. */
export const compareNames = (a: string, b: string): number =>
  byNameVi.compare(a.split(' ').at(-1) ?? '', b.split(' ').at(-1) ?? '') || byNameVi.compare(a, b);

function rank(row: QueueRow): number {
  if (row.task === null) return 3;
  return row.held ? 2 : row.task === 'answer' ? 0 : 1;
}

interface Sources {
  asEvaluator: { id: string; data: Assessment }[];
  asDecider: { id: string; data: Assessment }[];
  /** Of those who delegated to me. */
  delegated?: { id: string; data: Assessment }[];
  delegations?: readonly Delegation[];
  consultations: { id: string; data: Consultation }[];
}

export function buildQueue(sources: Sources, me: string): QueueRow[] {
  const { asEvaluator, asDecider, delegated = [], delegations = [], consultations } = sources;
  // Evaluator and decider are often the same person: the queries then bring the same rows.
  const assessments = new Map([...asEvaluator, ...asDecider, ...delegated].map((row) => [row.id, row.data]));
  const rows: QueueRow[] = [...assessments].map(([id, a]) => {
    const powers = powersOf(a, me, delegations);
    return {
      id,
      kind: 'assessment',
      person: a.person,
      name: a.personName,
      post: a.post,
      unitName: a.unitName,
      task: taskOf(a, powers),
      held: a.held,
      assessment: a,
      consultation: null,
      onBehalf: behalfOf(powers),
    };
  });
  for (const { id, data: c } of consultations) {
    rows.push({
      id,
      kind: 'consultation',
      person: c.person,
      name: c.personName,
      post: c.post,
      unitName: c.unitName,
      task: c.state === 'asked' ? 'answer' : null,
      held: false,
      assessment: null,
      consultation: c,
      onBehalf: null,
    });
  }
  // My own first, then what waits for me on another's behalf, giver by giver.
  const byGiver = (a: QueueRow, b: QueueRow) => compareNames(a.onBehalf ?? '', b.onBehalf ?? '');
  return rows.sort((a, b) => byGiver(a, b) || rank(a) - rank(b) || compareNames(a.name, b.name));
}

/** Evaluated, and the decision is mine or on another's behalf. */
export const isToDecide = ({ task }: Pick<QueueRow, 'task'>): boolean => task === 'decide';

/** Where the cursor of the list goes for a key; null for a key that means nothing here. */
export function moveCursor(key: string, at: number, length: number): number | null {
  if (length === 0) return null;
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return Math.min(at + 1, length - 1);
    case 'k':
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}

/** The next one of the list as it was last shown, so that twenty sheets can be read one after another. */
export function nextInQueue(rows: readonly QueueRow[], after: string): QueueRow | null {
  const open = rows.filter((row) => row.task !== null && !row.held && row.id !== after);
  const from = rows.findIndex((row) => row.id === after);
  return open.find((row) => rows.indexOf(row) > from) ?? open[0] ?? null;
}
