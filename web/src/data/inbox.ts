// What I was told and have not read: asked for once per session and after each change, because every answer costs a read.
import { useEffect, useState } from 'preact/hooks';
import type { Notice } from '../../../functions/src/schema/notice.ts';
import type { Me } from '../session.ts';
import type { Row } from './firestore.ts';

export type NoticeRow = Row<Notice>;

/** Newest first. */
const inOrder = (rows: readonly NoticeRow[]): NoticeRow[] =>
  [...rows].sort((a, b) => (a.data.at < b.data.at ? 1 : a.data.at > b.data.at ? -1 : a.id < b.id ? -1 : 1));

// Firestore is loaded after sign-in only: this file is in the first load of the frame.
const firestore = () => import('./firestore.ts');

export async function readUnread(me: Me): Promise<NoticeRow[]> {
  const { listDocuments } = await firestore();
  const rows = inOrder(await listDocuments<Notice>(me.org, 'notices', { person: me.pid, read: false }));
  count(me, rows.length);
  return rows;
}

export async function readAll(me: Me): Promise<NoticeRow[]> {
  const { listDocuments } = await firestore();
  const rows = inOrder(await listDocuments<Notice>(me.org, 'notices', { person: me.pid }));
  count(me, rows.filter(({ data }) => !data.read).length);
  return rows;
}

export async function markRead(me: Me, rows: readonly NoticeRow[]): Promise<void> {
  const { updateDocument } = await firestore();
  const unread = rows.filter(({ data }) => !data.read);
  await Promise.all(unread.map(({ id }) => updateDocument(me.org, 'notices', id, { read: true }, [])));
  count(me, (knownTo(me) ?? unread.length) - unread.length);
}

/** Of whom it is known: another may sign in on the same page. */
let owner = '';
let known: number | null = null;
const listeners = new Set<(unread: number) => void>();
const keyOf = ({ org, pid }: Pick<Me, 'org' | 'pid'>) => `${org}/${pid}`;

/** From here on it is this person's that is counted. */
export function countFor(me: Me): void {
  if (owner !== keyOf(me)) [owner, known] = [keyOf(me), null];
}

/** Null until it is known. */
export const knownTo = (me: Me): number | null => (owner === keyOf(me) ? known : null);

/** An answer that was still under way while another signed in is nobody's. */
export function count(me: Me, unread: number): void {
  if (owner !== keyOf(me)) return;
  known = Math.max(0, unread);
  for (const listener of listeners) listener(known);
}

/** How many wait to be read; null until it is known. The page itself comes first. */
export function useUnread(me: Me): number | null {
  const [unread, setUnread] = useState(knownTo(me));
  useEffect(() => {
    countFor(me);
    setUnread(knownTo(me));
    listeners.add(setUnread);
    const later = setTimeout(() => {
      if (knownTo(me) === null) readUnread(me).catch(() => undefined);
    }, 1500);
    return () => {
      listeners.delete(setUnread);
      clearTimeout(later);
    };
  }, [keyOf(me)]);
  return unread;
}
