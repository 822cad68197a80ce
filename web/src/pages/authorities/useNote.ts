// One note while it is written: what stands on the server, what was typed on this device, and whether it arrived.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Note } from '../../../../functions/src/schema/note.ts';
import { noteId, unitMonthId } from '../../../../functions/src/schema/paths.ts';
import type { UnitMonth } from '../../../../functions/src/schema/unit.ts';
import type { LocalDraft } from '../../data/decide.ts';
import { deviceDrafts, tabId } from '../../data/drafts.ts';
import type { Named } from '../../data/edges.ts';
import {
  createDocument,
  readDocument,
  troubleOf,
  updateDocument,
  type Trouble,
} from '../../data/firestore.ts';
import { nowMs } from '../../now.ts';
import type { Me } from '../../session.ts';

export interface NoteSubject {
  me: Me;
  month: Month;
  about: Note['about'];
  as: Note['as'];
  subject: Named;
}

interface Draft {
  text: string;
}

export interface OpenedNote {
  note: Note | null;
  /** Typed on this device and not sent. */
  unsent: string | null;
  /** Nobody heads the unit in this month, so nobody decides on its head and would read it. */
  isUnread: boolean;
}

export const noteIdOf = ({ me, month, subject }: NoteSubject) => noteId(subject.id, month, me.pid);
const draftKey = (of: NoteSubject) => `${of.me.org}/${of.me.pid}/notes/${noteIdOf(of)}`;

export async function openNote(of: NoteSubject): Promise<OpenedNote> {
  const { me, month, about, subject } = of;
  const [note, unitMonth, local] = await Promise.all([
    readDocument<Note>(me.org, 'notes', noteIdOf(of)),
    about === 'unit'
      ? readDocument<UnitMonth>(me.org, 'unitMonths', unitMonthId(subject.id, month))
      : Promise.resolve(null),
    deviceDrafts.read<Draft>(draftKey(of)),
  ]);
  const unsent = local && local.draft.text !== (note?.text ?? '') ? local.draft.text : null;
  return { note, unsent, isUnread: unitMonth?.unitFiled === null };
}

async function write(of: NoteSubject, text: string, before: Note | null): Promise<void> {
  const { me, month, about, as, subject } = of;
  const id = noteIdOf(of);
  if (before) {
    await updateDocument(me.org, 'notes', id, { text, rev: before.rev + 1 }, ['savedAt']);
    return;
  }
  const key = { about, subject: subject.id, month, as, author: me.pid };
  await createDocument(me.org, 'notes', id, { ...key, text, rev: 1 }, ['savedAt']);
}

/** As long as a pause in typing. */
const draftPause = 400;

export function useNote(of: NoteSubject, opened: OpenedNote) {
  const [before, setBefore] = useState(opened.note);
  const [text, setText] = useState(opened.unsent ?? opened.note?.text ?? '');
  const [isBusy, setBusy] = useState(false);
  const timer = useRef(0);
  const unkept = useRef<LocalDraft<Draft> | null>(null);
  const keep = async () => {
    clearTimeout(timer.current);
    const draft = unkept.current;
    unkept.current = null;
    // A browser without IndexedDB still sends; it only can't keep a draft.
    if (draft) await deviceDrafts.write(draftKey(of), draft).catch(() => {});
  };
  useEffect(() => {
    const leave = () => void keep();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const edit = (next: string) => {
    setText(next);
    unkept.current = { baseRev: before?.rev ?? 0, at: nowMs(), tab: tabId, draft: { text: next } };
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void keep(), draftPause);
  };
  /** Null where it arrived. */
  const send = async (): Promise<Trouble | null> => {
    setBusy(true);
    await keep();
    try {
      await write(of, text, before).catch(async (error: unknown) => {
        // A lost acknowledgement looks like a refusal.
        const there = await readDocument<Note>(of.me.org, 'notes', noteIdOf(of));
        if (there?.text !== text) throw error;
      });
      setBefore(await readDocument<Note>(of.me.org, 'notes', noteIdOf(of)));
      await deviceDrafts.clear(draftKey(of)).catch(() => {});
      return null;
    } catch (error) {
      return troubleOf(error);
    } finally {
      setBusy(false);
    }
  };
  return { before, text, isBusy, edit, send };
}
