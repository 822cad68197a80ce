// One record in a form: what was changed is kept on this device, judged here first, then sent as a change and answered.
import { useEffect, useRef, useState } from 'preact/hooks';
import { judgeRows, rowText } from '../../../../functions/src/schema/changeRow.ts';
import type { ChangeProblem } from '../../../../functions/src/schema/change.ts';
import { changeTroubles, sendChange } from '../../data/change.ts';
import { deviceDrafts, tabId } from '../../data/drafts.ts';
import { readAgain } from '../../data/organisation.ts';
import { isSame } from '../../data/same.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';
import { nowMs } from '../../now.ts';
import type { Fault } from '../../parts/ErrorSummary.tsx';
import { withUnread } from '../../parts/unread.ts';
import type { Me } from '../../session.ts';

/** The record that this tab saved last: its page, opened anew, says so once. */
export const lastApplied: { id: string | null } = { id: null };

/** As long as a pause in typing. */
const draftPause = 400;

export type Sending = 'no' | 'sending' | 'sent';

interface Draft<V> {
  id: string;
  value: V;
  reason: string;
}

export interface RecordForm<V> {
  id: string;
  value: V;
  reason: string;
  faults: Fault[];
  /** Counts the checks. */
  stamp: number;
  sending: Sending;
  /** What went wrong with sending, apart from faults. */
  trouble: string | null;
  /** When the draft that was found on this device was written. */
  restoredFrom: number | null;
  /** The draft was begun on an older state of the record than the one that stands now. */
  isStale: boolean;
  isChanged: boolean;
  setId: (id: string) => void;
  edit: (change: Partial<V>) => void;
  setReason: (reason: string) => void;
  send: () => void;
  drop: () => void;
}

export function useRecord<V extends object>(props: {
  me: Me;
  whole: WholeOrganisation;
  kind: 'people' | 'units';
  /** Null for a new record. */
  existing: { id: string; rev: number } | null;
  start: V;
  onApplied: (id: string) => void;
}): RecordForm<V> {
  const { me, whole, kind, existing, start, onApplied } = props;
  const clean: Draft<V> = { id: existing?.id ?? '', value: start, reason: '' };
  const [draft, setDraft] = useState(clean);
  const [base, setBase] = useState<number>(existing?.rev ?? 0);
  const [restoredFrom, setRestored] = useState<number | null>(null);
  const [check, setCheck] = useState<{ stamp: number; faults: Fault[] }>({ stamp: 0, faults: [] });
  const [sending, setSending] = useState<Sending>('no');
  const [trouble, setTrouble] = useState<string | null>(null);
  const timer = useRef(0);
  const key = `${me.org}/${me.pid}/${kind}/${existing?.id ?? 'new'}`;

  useEffect(() => {
    void deviceDrafts.read<Draft<V>>(key).then((found) => {
      if (!found || isSame(found.draft, clean)) return;
      setDraft(found.draft);
      setBase(found.baseRev);
      setRestored(found.at);
    });
    return () => clearTimeout(timer.current);
  }, [key]);

  const keep = (next: Draft<V>) => {
    setDraft(next);
    setSending('no');
    clearTimeout(timer.current);
    const write = () => deviceDrafts.write(key, { baseRev: base, at: nowMs(), tab: tabId, draft: next });
    timer.current = window.setTimeout(() => void write().catch(() => {}), draftPause);
  };
  const drop = () => {
    clearTimeout(timer.current);
    void deviceDrafts.clear(key);
    setDraft(clean);
    setBase(existing?.rev ?? 0);
    setRestored(null);
    setCheck({ stamp: 0, faults: [] });
  };
  const tellFaults = (problems: readonly Pick<ChangeProblem, 'field' | 'reason'>[]) => {
    const faults = withUnread(problems.map(({ field, reason }) => ({ id: field ?? 'record', text: reason })));
    setCheck(({ stamp }) => ({ stamp: stamp + 1, faults }));
    return faults.length > 0;
  };
  const send = async () => {
    const { id, value, reason } = draft;
    // What is sent was made from the record as this page shows it; who saw the difference and goes on means it.
    const row = rowText(id, existing?.rev ?? null, value);
    const judged = judgeRows(
      kind,
      [row],
      { ...whole, members: [] },
      { profile: whole.profile, author: me.pid },
    );
    const noReason =
      reason.trim() === '' ? [{ field: 'reason', reason: 'Ghi lý do thay đổi, ví dụ số quyết định.' }] : [];
    setTrouble(null);
    if (tellFaults([...judged.problems, ...noReason])) return;
    setSending('sending');
    const answer = await sendChange(me, {
      kind,
      source: 'screen',
      reason,
      rows: [JSON.parse(row) as object],
    });
    if (answer.at === 'applied') {
      clearTimeout(timer.current);
      await deviceDrafts.clear(key).catch(() => {});
      await readAgain(me.org, kind, [id]);
      setSending('sent');
      lastApplied.id = id;
      onApplied(id);
      return;
    }
    setSending('no');
    if (answer.at === 'refused') tellFaults(answer.problems);
    else setTrouble(changeTroubles[answer.at === 'failed' ? answer.trouble : 'waiting']);
  };
  return {
    ...draft,
    ...check,
    sending,
    trouble,
    restoredFrom,
    isStale: existing !== null && base !== existing.rev,
    isChanged: !isSame(draft.value, start) || draft.id !== clean.id,
    setId: (id) => keep({ ...draft, id }),
    edit: (change) => keep({ ...draft, value: { ...draft.value, ...change } }),
    setReason: (reason) => keep({ ...draft, reason }),
    send: () => {
      if (sending !== 'sending') void send();
    },
    drop,
  };
}
