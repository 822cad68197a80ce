// A change of the organisation was sent: its rows are judged, all of it is applied or none, and what follows from it is done (ADR 0006).
import { civilDateOf, monthOf } from '../domain/civilDate.ts';
import type { Moment, ServerTime } from '../domain/moment.ts';
import { authorityRow, deadlineRow, type Change } from '../schema/change.ts';
import { recordKinds, type RecordKind } from '../schema/changeRow.ts';
import { changePartRef, cycleRef, refOf } from '../schema/refs.ts';
import { applyRecords } from './applyRecords.ts';
import { changeCalendar } from './changeCalendar.ts';
import { changeSettings } from './changeSettings.ts';
import { answerOf, nothingDone, wholeChange, type ChangeOutcome, type SentChange } from './changeOutcome.ts';
import { converge } from './converge.ts';
import { correctAuthority } from './correctAuthority.ts';
import { wakeUps } from './everyDay.ts';
import { filesFollowRights } from './fileReaders.ts';
import { nameGap } from './leaveMonth.ts';
import { moveDeadlines } from './moveDeadlines.ts';
import { openCycle } from './openCycle.ts';
import type { Documents, Ports, Stored } from './ports.ts';
import { setAside } from './setAside.ts';

export async function changeWritten(ports: Ports, org: string, id: string): Promise<void> {
  const sent = await ports.documents.get(refOf(org, 'changes', id));
  if (!sent?.data.savedAt || sent.data.state === 'draft' || sent.data.state === 'refused') return;
  const at = await ports.clock.momentOf(sent.data.savedAt.toMillis() as ServerTime);
  const state = sent.data.state === 'sent' ? await apply(ports, org, sent, at) : sent.data.state;
  if (state !== 'applied') return;
  // Done again by a replay: a call may have ended between the commit and what follows from it.
  // Who may inspect no longer reads no evidence any more, at once.
  if (sent.data.kind === 'members') await filesFollowRights(ports.documents, org);
  else await openBlocked(ports, org, at);
  if (sent.data.kind === 'authority') await closeGaps(ports.documents, org, sent);
  if (sent.data.kind === 'deadlines') await wakeMoved(ports, org, sent, at);
}

async function apply(ports: Ports, org: string, sent: Stored<Change>, at: Moment): Promise<Change['state']> {
  // What was begun is finished, whatever became of its author.
  if (sent.data.counts === null && !(await maySend(ports.documents, org, sent.data))) {
    const denied = refusedBy('Người gửi không còn quyền sửa tổ chức.');
    return await answer(ports.documents, org, sent.id, denied, at);
  }
  const rows = await rowsOf(ports.documents, org, sent);
  if (typeof rows === 'string') return await answer(ports.documents, org, sent.id, refusedBy(rows), at);
  const { kind } = sent.data;
  if (isRecordKind(kind)) return await applyRecords(ports.documents, { org, id: sent.id, kind, rows, at });
  const change: SentChange = { ...sent.data, id: sent.id };
  const parsed = rows.map(jsonOf);
  const outcome = await handlers[kind](ports, org, change, parsed, at);
  return await answer(ports.documents, org, sent.id, outcome, at);
}

const handlers = {
  ...{ authority: correctAuthority, setAside, settings: changeSettings },
  ...{ calendar: changeCalendar, deadlines: moveDeadlines },
};

/** The rules asked when the change was created; parts take a while, and a right may end meanwhile. */
async function maySend(documents: Documents, org: string, { author, kind }: Change): Promise<boolean> {
  const member = await documents.get(refOf(org, 'members', author));
  return member !== null && (member.data.administrator || (member.data.clerk && kind !== 'members'));
}

const isRecordKind = (kind: Change['kind']): kind is RecordKind =>
  (recordKinds as readonly string[]).includes(kind);
const refusedBy = (reason: string): ChangeOutcome => ({
  problems: [wholeChange(reason)],
  counts: nothingDone,
});

/** Rows in the order of the parts, those of the change itself first; or why they can't be judged. */
async function rowsOf(
  documents: Documents,
  org: string,
  { id, data }: Stored<Change>,
): Promise<string[] | string> {
  const refs = Array.from({ length: data.parts }, (_, part) => changePartRef(org, id, part));
  const parts = (await documents.getAll(refs)).flatMap((part) => (part ? [part.data] : []));
  if (parts.length < data.parts || parts.some(({ author }) => author !== data.author))
    return 'Danh sách chưa được gửi đủ; gửi lại.';
  const rows = [...data.rows, ...parts.flatMap((part) => part.rows)];
  return rows.length === 0 ? 'Không có dòng nào.' : rows;
}

async function answer(
  documents: Documents,
  org: string,
  id: string,
  outcome: ChangeOutcome,
  at: Moment,
): Promise<Change['state']> {
  const told = await converge(documents, refOf(org, 'changes', id), ({ data }) =>
    data.state === 'sent' ? answerOf(outcome, at) : null,
  );
  return told?.data.state ?? 'refused';
}

/** What kept the month from opening may be mended now. */
async function openBlocked(ports: Ports, org: string, at: Moment): Promise<void> {
  const month = monthOf(civilDateOf(at));
  const cycle = await ports.documents.get(cycleRef(org, month));
  if (cycle?.data.state !== 'blocked') return;
  await openCycle(ports, org, month, at);
  // The night's sweep has passed: a deadline of today would come a day late.
  await wakeUps(ports, org, month, at);
}

/** What is owed is due on the new day; the night's sweep has passed, and one moved to today would come a day late. */
async function wakeMoved(ports: Ports, org: string, sent: Stored<Change>, at: Moment): Promise<void> {
  const rows = await rowsOf(ports.documents, org, sent);
  const months = (typeof rows === 'string' ? [] : rows).flatMap((text) => {
    const row = deadlineRow.safeParse(jsonOf(text));
    return row.success ? [row.data.month] : [];
  });
  for (const month of new Set(months)) await wakeUps(ports, org, month, at);
}

/** Whose seat was vacant and is held again leaves the list of gaps. */
async function closeGaps(documents: Documents, org: string, sent: Stored<Change>): Promise<void> {
  const rows = await rowsOf(documents, org, sent);
  for (const text of typeof rows === 'string' ? [] : rows) {
    const row = authorityRow.safeParse(jsonOf(text));
    if (row.success) await nameGap(documents, org, row.data.month, row.data.person, null);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
