// Evidence files on a finding, of a person or a unit, or an appeal: listed, attached step by step, and fetched as the signed-in person (ADR 0014).
import { evidenceMime, maxEvidenceBytes, type EvidenceType } from '../../../functions/src/domain/evidence.ts';
import type { NewFile, StoredFile } from '../../../functions/src/schema/file.ts';
import { evidencePath, fileId } from '../../../functions/src/schema/paths.ts';
import type { Me } from '../session.ts';
import { createDocument, listDocuments, readDocument, updateDocument, type Row } from './firestore.ts';
import { pollUntil } from './poll.ts';
import { openStorage, storageCode } from './storage.ts';

/** Those that name me among their readers, and my own that nobody else sees yet or ever; in the order of attaching. */
export async function listEvidence(me: Me, of: string): Promise<Row<StoredFile>[]> {
  const [named, own] = await Promise.all([
    listDocuments<StoredFile>(me.org, 'files', { of }, {}, { readers: me.pid }),
    listDocuments<StoredFile>(me.org, 'files', { of, author: me.pid }),
  ]);
  const all = new Map([...named, ...own].map((row) => [row.id, row]));
  const when = ({ data }: Row<StoredFile>) => data.announcedAt ?? '9';
  return [...all.values()].sort((a, b) => (when(a) < when(b) ? -1 : 1));
}

/** A key that no other file of mine has. */
export const drawFileKey = () => `f${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;

export interface Chosen {
  key: string;
  file: File;
  type: EvidenceType;
}

const objectOf = (org: string, { author, key, type }: Pick<StoredFile, 'author' | 'key' | 'type'>) =>
  evidencePath(org, author, key, type);

/**
 * Goes on from wherever an earlier attempt came to, until the file is kept or refused; returned as it stands where the
 * function takes longer than one waits. Throws where the connection fails: called again, it goes on.
 */
export async function attach(
  me: Me,
  of: string,
  chosen: Chosen,
  onShare: (share: number) => void,
): Promise<StoredFile | null> {
  const id = fileId(me.pid, chosen.key);
  const read = () => readDocument<StoredFile>(me.org, 'files', id);
  if (!(await read())) await announce(me, of, chosen, read);
  let now = await until(read, (state) => state !== 'announced');
  if (now?.state === 'expected') {
    await upload(me, chosen, onShare);
    const said = { state: 'sent', rev: now.rev + 1 };
    await updateDocument(me.org, 'files', id, said, ['sentAt']).catch(async (error: unknown) => {
      // A lost acknowledgement looks like a refusal.
      if ((await read())?.state === 'expected') throw error;
    });
    now = await until(read, (state) => state !== 'expected' && state !== 'sent');
  } else if (now?.state === 'sent') now = await until(read, (state) => state !== 'sent');
  return now;
}

async function announce(
  { org, pid }: Me,
  of: string,
  { key, file, type }: Chosen,
  read: () => Promise<StoredFile | null>,
): Promise<void> {
  // The name's beginning says what it is; the ending is the type's.
  const fields: Omit<NewFile, 'savedAt'> = {
    ...{
      of,
      key,
      author: pid,
      name: file.name.replaceAll('\u001f', '').slice(0, 200),
      type,
      size: file.size,
    },
    ...{ state: 'announced', rev: 1 },
  };
  await createDocument(org, 'files', fileId(pid, key), fields, ['savedAt']).catch(async (error: unknown) => {
    if (!(await read())) throw error;
  });
}

async function until(
  read: () => Promise<StoredFile | null>,
  done: (state: StoredFile['state']) => boolean,
): Promise<StoredFile | null> {
  let last = await read();
  const isDone = () => last !== null && done(last.state);
  if (!isDone()) await pollUntil(async () => (last = await read()), isDone);
  return last;
}

async function upload(me: Me, { key, file, type }: Chosen, onShare: (share: number) => void): Promise<void> {
  const { sdk, storage } = await openStorage();
  const path = objectOf(me.org, { author: me.pid, key, type });
  const task = sdk.uploadBytesResumable(sdk.ref(storage, path), file, { contentType: evidenceMime[type] });
  task.on('state_changed', ({ bytesTransferred, totalBytes }) => onShare(bytesTransferred / totalBytes));
  try {
    await task;
  } catch (error) {
    // It may lie there already, from an attempt whose answer was lost: whether it does, the function finds out.
    if (storageCode(error) !== 'storage/unauthorized') throw error;
  }
}

export type FetchedFile = { at: 'found'; file: Blob } | { at: 'refused' } | { at: 'failed' };

export async function fetchEvidence(me: Me, of: StoredFile): Promise<FetchedFile> {
  try {
    const { sdk, storage } = await openStorage();
    const bytes = await sdk.getBytes(sdk.ref(storage, objectOf(me.org, of)), maxEvidenceBytes);
    return { at: 'found', file: new Blob([bytes], { type: evidenceMime[of.type] }) };
  } catch (error) {
    return { at: storageCode(error) === 'storage/unauthorized' ? 'refused' : 'failed' };
  }
}
