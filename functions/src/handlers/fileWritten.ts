// Somebody announced an evidence file, uploaded it, or it is to be read by others: each is followed from the document as it stands (ADR 0014).
import { isDeepStrictEqual } from 'node:util';
import { cleanName, maxEvidenceFiles } from '../domain/evidence.ts';
import { fileReaders } from '../domain/evidenceReaders.ts';
import type { Moment, ServerTime } from '../domain/moment.ts';
import { subjectOf, type FileDocument } from '../schema/file.ts';
import { evidencePath } from '../schema/paths.ts';
import { collectionOf, fileRef } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { checkEvidence } from './checkEvidence.ts';
import { converge } from './converge.ts';
import { fieldsOf, filesFollowSource, rightsNow, sourceOf } from './fileReaders.ts';
import { system } from './opening.ts';
import type { Documents, EvidencePorts, Stored } from './ports.ts';
import { nameOf } from './standingOf.ts';

const maxTurns = 8;

export async function fileWritten(ports: EvidencePorts, org: string, id: string): Promise<void> {
  const { documents, clock } = ports;
  const momentOf = (stamp: { toMillis(): number }) => clock.momentOf(stamp.toMillis() as ServerTime);
  const judged = await converge(documents, fileRef(org, id), async (current) => {
    const { state, savedAt } = current.data;
    return state === 'announced' && savedAt
      ? announced(documents, org, current, await momentOf(savedAt))
      : null;
  });
  if (judged?.data.state === 'sent' && judged.data.sentAt)
    await takeIn(ports, org, id, await momentOf(judged.data.sentAt));
  await settleObject(ports, org, id);
}

/** May be uploaded, or may not; until it is, its author alone knows of it. */
async function announced(
  documents: Documents,
  org: string,
  current: Stored<FileDocument>,
  at: Moment,
): Promise<Partial<FileDocument>> {
  const { data } = current;
  const { refusal, standing } = await sourceOf(documents, org, data);
  const reason = refusal ?? ((await isFull(documents, org, current)) ? tooMany : null);
  const { path } = fileRef(org, current.id);
  const act = { at, who: data.author, forWhom: null, what: 'attach', before: null };
  const log = logged(path, data.log, { ...act, after: `${data.of} ${data.type} ${data.size}` });
  return {
    ...(standing && fieldsOf(standing)),
    ...{ name: cleanName(data.name, data.type), announcedAt: at, month: subjectOf(data.of).month },
    authorName: await nameOf(documents, org, data.author),
    ...(reason === null ? { state: 'expected', log } : refused(path, log, reason, at)),
  };
}

const tooMany = `Đã có ${maxEvidenceFiles} tệp; mỗi biểu hiện hoặc kiến nghị kèm nhiều nhất ${maxEvidenceFiles} tệp.`;

/** Those announced before it count, in whatever order they are handled. */
async function isFull(
  documents: Documents,
  org: string,
  { id, data }: Stored<FileDocument>,
): Promise<boolean> {
  const when = (file: FileDocument) => file.savedAt?.toMillis() ?? 0;
  const others = await documents.find(collectionOf(org, 'files'), [['of', data.of]]);
  const before = others.filter(
    (one) =>
      one.data.state !== 'refused' &&
      (when(one.data) < when(data) || (when(one.data) === when(data) && one.id < id)),
  );
  return before.length >= maxEvidenceFiles;
}

/** Kept with its readers, or refused with what is wrong about it. */
async function takeIn(ports: EvidencePorts, org: string, id: string, at: Moment): Promise<void> {
  const { documents, evidence } = ports;
  const sent = await documents.get(fileRef(org, id));
  if (!sent) return;
  const path = objectOf(org, sent.data);
  const checked = await checkEvidence(evidence, path, sent.data);
  const rights = await rightsNow(documents, org);
  await converge(documents, fileRef(org, id), async ({ data }) => {
    if (data.state !== 'sent') return null;
    const { refusal, standing } = await sourceOf(documents, org, data);
    const reason = refusal ?? ('fault' in checked ? checked.fault : null);
    const { path: own } = fileRef(org, id);
    if (reason !== null || !standing || 'fault' in checked) return refused(own, data.log, reason ?? '', at);
    const readers = fileReaders(standing, rights);
    // The object first: what is said to be there can be fetched.
    await evidence.letRead(path, readers);
    const act = { at, who: data.author, forWhom: null, what: 'keep', before: 'expected' };
    const log = logged(own, data.log, { ...act, after: `sha256 ${checked.sha256}` });
    return { ...fieldsOf(standing), readers, state: 'kept' as const, log };
  });
  // Whoever changed readers between the look at the source and this mark found no kept file to change.
  await filesFollowSource(documents, org, sent.data.of);
}

/** The object is read by whom the document names, or goes where the file was refused. */
async function settleObject({ documents, evidence }: EvidencePorts, org: string, id: string): Promise<void> {
  for (let turn = 0; turn < maxTurns; turn++) {
    const now = await documents.get(fileRef(org, id));
    if (!now) return;
    const path = objectOf(org, now.data);
    if (now.data.state === 'refused') return await evidence.remove(path);
    if (now.data.state !== 'kept') return;
    const object = await evidence.look(path);
    // Read again after each writing: of two calls the later one has seen the newer document.
    if (!object || isDeepStrictEqual(object.readers, now.data.readers)) return;
    await evidence.letRead(path, now.data.readers);
  }
  throw new Error(`readers of ${org}/${id} change faster than they are written`);
}

export const objectOf = (org: string, { author, key, type }: FileDocument): string =>
  evidencePath(org, author, key, type);

/** The author still reads why. */
export function refused(
  path: string,
  log: FileDocument['log'],
  reason: string,
  at: Moment,
): Pick<FileDocument, 'state' | 'reason' | 'log'> {
  const act = { at, who: system, forWhom: null, what: 'refuse', before: null, after: reason };
  return { state: 'refused', reason, log: logged(path, log, act) };
}
