// Writes what a change of units, people or members asks for: in one commit, or piece by piece where none holds all of it (ADR 0006).
import type { Moment } from '../domain/moment.ts';
import type { Change } from '../schema/change.ts';
import type { RecordKind } from '../schema/changeRow.ts';
import { organisationRef, refOf } from '../schema/refs.ts';
import { answerOf } from './changeOutcome.ts';
import { Conflict, updateOf, type Documents, type Stored, type Write } from './ports.ts';
import { judgeRecords, type JudgedChange } from './recordsChange.ts';

const maxAttempts = 8;

interface Applying {
  org: string;
  id: string;
  kind: RecordKind;
  rows: readonly string[];
  at: Moment;
}

/**
 * The new state rides in the last commit, so that a replay finds it and changes nothing. A list that takes several is
 * judged as a whole before the first; until the last no other change is judged, so that it can only be finished: what was
 * written is unchanged when it is judged again, by this call or by the next one.
 */
export async function applyRecords(documents: Documents, applying: Applying): Promise<Change['state']> {
  const { org, id, kind, rows, at } = applying;
  for (let conflicts = 0; ;) {
    const change = await documents.get(refOf(org, 'changes', id));
    if (change?.data.state !== 'sent') return change?.data.state ?? 'refused';
    const judged = await judgeRecords(documents, org, { ...change.data, kind, id }, rows, at);
    const other = judged.organisation.data.applying ?? null;
    if (other !== null && other !== id) throw new Conflict(`the change ${other} is being applied`);
    if (other === id && judged.problems.length > 0)
      throw new Error(
        `the change ${id} was begun and can't be finished: ${JSON.stringify(judged.problems[0])}`,
      );
    try {
      const state = await commitNext(documents, applying, change, judged);
      if (state !== null) return state;
    } catch (error) {
      conflicts += 1;
      if (!(error instanceof Conflict) || conflicts === maxAttempts) throw error;
    }
  }
}

/** Null where more is to be written. */
async function commitNext(
  documents: Documents,
  { org, id, at }: Applying,
  change: Stored<Change>,
  judged: JudgedChange,
): Promise<Change['state'] | null> {
  const { organisation, problems, writes } = judged;
  const isBegun = organisation.data.applying === id;
  // Counted when it was begun: later judgements find what was written unchanged.
  const counts = change.data.counts ?? judged.counts;
  const onChange = (patch: Partial<Change>) => updateOf(refOf(org, 'changes', id), patch, change.updateTime);
  // The same document in every change: two that were judged side by side can't both be written.
  const onOrganisation = (next: string | null) =>
    updateOf(organisationRef(org), { lastChange: id, applying: next }, organisation.updateTime);
  const piece = firstThatFit(writes, documents.commitBytes);
  if (piece.length < writes.length) {
    await documents.commit([...piece, onOrganisation(id), onChange({ counts })]);
    return null;
  }
  const guard = writes.length > 0 || isBegun ? [onOrganisation(null)] : [];
  await documents.commit([...writes, ...guard, onChange(answerOf({ problems, counts }, at))]);
  return problems.length === 0 ? 'applied' : 'refused';
}

function firstThatFit(writes: readonly Write[], bytes: number): Write[] {
  let sum = 0;
  const over = writes.findIndex((write) => (sum += sizeOf(write)) > bytes);
  return over < 0 ? [...writes] : writes.slice(0, Math.max(1, over));
}

/** About what it takes on the wire, where every field and value carries its length, and the path its project. */
const sizeOf = (write: Write): number =>
  Math.ceil(new TextEncoder().encode(JSON.stringify(write)).length * 1.4) + 200;
