// An appeal while the person writes it: kept on this device until it has arrived, sent once, completed until it is being answered.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AppealAsk } from '../../../../functions/src/domain/appeal.ts';
import type { NewAppeal, StoredAppeal } from '../../../../functions/src/schema/appeal.ts';
import { appealId } from '../../../../functions/src/schema/paths.ts';
import type { Result } from '../../../../functions/src/schema/result.ts';
import { deviceDrafts, tabId } from '../../data/drafts.ts';
import {
  createDocument,
  readDocument,
  troubleOf,
  updateDocument,
  type Trouble,
} from '../../data/firestore.ts';
import { pollUntil } from '../../data/poll.ts';
import { nowMs } from '../../now.ts';
import type { Me } from '../../session.ts';

export interface FilingDraft {
  asks: AppealAsk | null;
  words: string;
}

/** As long as a pause in typing. */
const draftPause = 400;

/** The rules say the same: taken by the function, and no word of an answer saved yet. */
export const mayComplete = (a: StoredAppeal) =>
  a.state === 'filed' && Boolean(a.filedAt) && !a.answer && !a.outcome;

export function useFiling(me: Me, { person, month, version }: Result, before: StoredAppeal | null) {
  const id = appealId(person, month, version);
  const key = `${me.org}/${me.pid}/appeals/${id}`;
  const [draft, setDraft] = useState<FilingDraft>({ asks: before?.asks ?? null, words: before?.words ?? '' });
  const [isBusy, setBusy] = useState(false);
  const timer = useRef(0);
  const unkept = useRef<FilingDraft | null>(null);
  const keep = async () => {
    clearTimeout(timer.current);
    const written = unkept.current;
    unkept.current = null;
    const entry = written && { baseRev: before?.rev ?? 0, at: nowMs(), tab: tabId, draft: written };
    // A browser without IndexedDB still sends; it only can't keep a draft.
    if (entry) await deviceDrafts.write(key, entry).catch(() => {});
  };
  useEffect(() => {
    void deviceDrafts.read<FilingDraft>(key).then((local) => {
      if (local && local.baseRev === (before?.rev ?? 0) && unkept.current === null) setDraft(local.draft);
    });
    const leave = () => void keep();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const edit = (change: Partial<FilingDraft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    unkept.current = next;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void keep(), draftPause);
  };
  const read = () => readDocument<StoredAppeal>(me.org, 'appeals', id);
  /** Null where it arrived. */
  const send = async (asks: AppealAsk): Promise<Trouble | null> => {
    setBusy(true);
    await keep();
    const words = draft.words.trim();
    const wanted: Omit<NewAppeal, 'savedAt'> = {
      ...{ person, month, version, asks, words },
      ...{ files: [], state: 'filed', rev: 1 },
    };
    try {
      const write = before
        ? updateDocument(me.org, 'appeals', id, { words, rev: before.rev + 1 }, ['savedAt'])
        : createDocument(me.org, 'appeals', id, wanted, ['savedAt']);
      await write.catch(async (error: unknown) => {
        // A lost acknowledgement looks like a refusal.
        if ((await read())?.words !== words) throw error;
      });
      unkept.current = null;
      await deviceDrafts.clear(key).catch(() => {});
      await pollUntil(read, (a) => Boolean(a && (a.filedAt || a.state === 'refused')));
      return null;
    } catch (error) {
      return troubleOf(error);
    } finally {
      setBusy(false);
    }
  };
  return { draft, isBusy, edit, send };
}
