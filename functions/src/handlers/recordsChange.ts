// Judges a change of units, people or members against the organisation as it is, and says what is to be written (ADR 0006).
import { changedFields, type ChangeRow, type Judged, type MembersNow } from '../domain/changes.ts';
import type { Moment } from '../domain/moment.ts';
import { profileOf } from '../domain/profiles/profile.ts';
import { judgeRows, type RecordKind } from '../schema/changeRow.ts';
import type { OrganisationDocument } from '../schema/cycle.ts';
import type { LogEntry } from '../schema/fields.ts';
import type { LogPart } from '../schema/logPart.ts';
import { collectionOf, organisationRef, refOf } from '../schema/refs.ts';
import { keepMoved, keptEntries, loggedWithin, type Act } from './audit.ts';
import { nothingDone, type ChangeOutcome, type SentChange } from './changeOutcome.ts';
import { createOf, updateOf, type Documents, type Stored, type Write } from './ports.ts';

type Record_ = object & { rev: number; log: LogEntry[] };
interface Loaded {
  document: Stored<OrganisationDocument>;
  current: MembersNow;
  /** Of the kind that changes, by id. */
  stored: Map<string, Stored<Record_>>;
}

export interface JudgedChange extends ChangeOutcome {
  /** Empty where nothing differs or something is refused. */
  writes: Write[];
  /** As it was read before everything else. */
  organisation: Stored<OrganisationDocument>;
}

export async function judgeRecords(
  documents: Documents,
  org: string,
  change: SentChange & { kind: RecordKind },
  rows: readonly string[],
  at: Moment,
): Promise<JudgedChange> {
  const loaded = await load(documents, org, change.kind);
  const profile = profileOf(loaded.document.data.profile);
  const judged = judgeRows(change.kind, rows, loaded.current, { profile, author: change.author });
  const organisation = loaded.document;
  if (judged.problems.length > 0)
    return { problems: judged.problems, counts: nothingDone, writes: [], organisation };
  const made = writesOf(org, change, judged, loaded, at);
  const writes = made.map(({ write }) => write);
  // Before the commit that shortens their logs; a commit that doesn't come about leaves a copy of what still stands there.
  await keepMoved(
    documents,
    made.flatMap(({ moved }) => moved),
  );
  const { added, changed, unchanged } = judged;
  const counts = { added: added.length, changed: changed.length, unchanged: unchanged.length };
  return { problems: [], counts, writes, organisation };
}

async function load(documents: Documents, org: string, kind: RecordKind): Promise<Loaded> {
  const document = await documents.get(organisationRef(org));
  if (!document) throw new Error(`no organisation ${org}`);
  const [units, people, members] = await Promise.all([
    documents.find(collectionOf(org, 'units'), []),
    documents.find(collectionOf(org, 'people'), []),
    documents.find(collectionOf(org, 'members'), []),
  ]);
  const current = {
    units: units.map(({ data }) => data),
    people: people.map(({ data }) => data),
    members: members.map(({ id, data }) => ({ ...data, id })),
  };
  const of: readonly Stored<Record_>[] = { units, people, members }[kind];
  return { document, current, stored: new Map(of.map((one) => [one.id, one])) };
}

function writesOf(
  org: string,
  { kind, author, reason }: SentChange & { kind: RecordKind },
  { records }: Judged<object>,
  { stored }: Loaded,
  at: Moment,
): Made[] {
  const by = { at, who: author, forWhom: null, reason };
  return records.map((row) => {
    const known = stored.get(row.id);
    return known ? changeOf(org, kind, row, known, by) : additionOf(org, kind, row, by);
  });
}

interface Made {
  write: Write;
  /** Entries for which the log of the record has no room any more. */
  moved: LogPart[];
}
type By = Pick<Act, 'at' | 'who' | 'forWhom'> & { reason: string };

function additionOf(org: string, kind: RecordKind, { id, value }: ChangeRow<object>, by: By): Made {
  const ref = refOf<RecordKind>(org, kind, id);
  const { log, moved } = loggedWithin(ref.path, [], { ...by, what: 'add', before: null, after: null });
  const server = { units: {}, members: {}, people: { setAside: null, judgedBy: [] } }[kind];
  const record = { ...(kind === 'members' ? value : { ...value, id }), ...server, log, rev: 1 };
  return { write: createOf(ref, record as never), moved };
}

function changeOf(
  org: string,
  kind: RecordKind,
  { id, value }: ChangeRow<object>,
  known: Stored<Record_>,
  by: By,
): Made {
  const ref = refOf<RecordKind>(org, kind, id);
  const fields = changedFields(known.data, value);
  const only = (from: object) =>
    Object.fromEntries(fields.map((field) => [field, (from as Record<string, unknown>)[field]]));
  const { log, rev } = known.data;
  const { log: next, moved } = loggedWithin(ref.path, log, {
    ...by,
    what: 'change',
    before: JSON.stringify(only(known.data)),
    after: JSON.stringify(only(value)),
  });
  const entry = next.at(-1);
  // A log with room is added to: a long list of people with a long history each would not fit into one commit.
  const grows = log.length < keptEntries && next.length > log.length && entry !== undefined;
  const patch = { ...only(value), rev: rev + 1, ...(grows ? {} : { log: next }) };
  return { write: updateOf(ref, patch, known.updateTime, grows ? { log: entry } : {}), moved };
}
