// Judges a change of units, people or members against the organisation as it is, and says what is to be written (ADR 0006).
import { changedFields, type ChangeRow, type Judged, type MembersNow } from '../domain/changes.ts';
import type { Moment } from '../domain/moment.ts';
import { profileOf } from '../domain/profiles/profile.ts';
import { judgeRows, type RecordKind } from '../schema/changeRow.ts';
import type { OrganisationDocument } from '../schema/cycle.ts';
import type { LogEntry } from '../schema/fields.ts';
import { collectionOf, organisationRef, refOf } from '../schema/refs.ts';
import { keptEntries, loggedWithin, type Act } from './audit.ts';
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
  const writes = writesOf(org, change, judged, loaded, at);
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
): Write[] {
  const by = { at, who: author, forWhom: null, reason };
  return records.map((row) => {
    const known = stored.get(row.id);
    return known ? changeOf(org, kind, row, known, by) : additionOf(org, kind, row, by);
  });
}

type By = Pick<Act, 'at' | 'who' | 'forWhom'> & { reason: string };

function additionOf(org: string, kind: RecordKind, { id, value }: ChangeRow<object>, by: By): Write {
  const log = loggedWithin([], { ...by, what: 'add', before: null, after: null });
  const server = { units: {}, members: {}, people: { setAside: null, judgedBy: [] } }[kind];
  return createOf(refOf<RecordKind>(org, kind, id), {
    ...(kind === 'members' ? value : { ...value, id }),
    ...server,
    log,
    rev: 1,
  } as never);
}

function changeOf(
  org: string,
  kind: RecordKind,
  { id, value }: ChangeRow<object>,
  known: Stored<Record_>,
  by: By,
): Write {
  const fields = changedFields(known.data, value);
  const only = (from: object) =>
    Object.fromEntries(fields.map((field) => [field, (from as Record<string, unknown>)[field]]));
  const { log, rev } = known.data;
  const next = loggedWithin(log, {
    ...by,
    what: 'change',
    before: JSON.stringify(only(known.data)),
    after: JSON.stringify(only(value)),
  });
  const entry = next.at(-1);
  // A log with room is added to: a long list of people with a long history each would not fit into one commit.
  const grows = log.length < keptEntries && next.length > log.length && entry !== undefined;
  return updateOf(
    refOf<RecordKind>(org, kind, id),
    { ...only(value), rev: rev + 1, ...(grows ? {} : { log: next }) },
    known.updateTime,
    grows ? { log: entry } : {},
  );
}
