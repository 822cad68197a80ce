// Applies a change of units, people or members: judged against the organisation as it is, written in one commit or refused (ADR 0006).
import { changedFields, type ChangeRow, type Judged, type MembersNow } from '../domain/changes.ts';
import type { Moment } from '../domain/moment.ts';
import { profileOf } from '../domain/profiles/profile.ts';
import { judgeRows, type RecordKind } from '../schema/changeRow.ts';
import type { OrganisationDocument } from '../schema/cycle.ts';
import type { LogEntry } from '../schema/fields.ts';
import { collectionOf, organisationRef, refOf } from '../schema/refs.ts';
import { keptEntries, loggedWithin, type Act } from './audit.ts';
import { nothingDone, wholeChange, type ChangeOutcome, type SentChange } from './changeOutcome.ts';
import { createOf, updateOf, type Documents, type Stored, type Write } from './ports.ts';

/** A commit carries at most 10 MiB; its own framing needs some of it. */
const maxCommit = 8 * 1024 * 1024;

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
  if (judged.problems.length > 0) return { problems: judged.problems, counts: nothingDone, writes: [] };
  const writes = writesOf(org, change, judged, loaded, at);
  if (sizeOf(writes) > maxCommit) {
    const tooMuch = wholeChange('Danh sách quá lớn để ghi một lần; chia thành nhiều danh sách nhỏ hơn.');
    return { problems: [tooMuch], counts: nothingDone, writes: [] };
  }
  const { added, changed, unchanged } = judged;
  const counts = { added: added.length, changed: changed.length, unchanged: unchanged.length };
  return { problems: [], counts, writes };
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
  { kind, id, author, reason }: SentChange & { kind: RecordKind },
  { records }: Judged<object>,
  { document, stored }: Loaded,
  at: Moment,
): Write[] {
  if (records.length === 0) return [];
  const by = { at, who: author, forWhom: null, reason };
  const writes = records.map((row) => {
    const known = stored.get(row.id);
    return known ? changeOf(org, kind, row, known, by) : additionOf(org, kind, row, by);
  });
  // The same document in every change: two that were judged side by side can't both be written.
  return [...writes, updateOf(organisationRef(org), { lastChange: id }, document.updateTime)];
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

const sizeOf = (writes: readonly Write[]) =>
  writes.reduce((sum, write) => sum + new TextEncoder().encode(JSON.stringify(write)).length, 0);
