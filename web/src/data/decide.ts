// Decisions about drafts as pure functions: which copy is kept on opening, and what a refused write means.
import { isSame } from './same.ts';

/** A draft as IndexedDB keeps it. */
export interface LocalDraft<D> {
  baseRev: number;
  /** Moment of the last keystroke, as shown. */
  at: number;
  /** Tab that wrote it: only that tab clears it after sending. */
  tab: string;
  draft: D;
}

export type Opening<D> =
  | { keep: 'server'; dropLocal: boolean }
  | { keep: 'local'; local: LocalDraft<D> }
  | { keep: 'ask'; local: LocalDraft<D> };

/** On opening: the same base → the draft of this device wins; another base → the person chooses. */
export function decideOpening<D extends object>(
  server: { fields: D; rev: number; editable: boolean },
  local: LocalDraft<D> | null,
): Opening<D> {
  if (!local) return { keep: 'server', dropLocal: false };
  if (isSame(local.draft, server.fields)) return { keep: 'server', dropLocal: true };
  if (!server.editable) return { keep: 'server', dropLocal: false };
  return local.baseRev === server.rev ? { keep: 'local', local } : { keep: 'ask', local };
}

export type Refusal = 'arrived' | 'conflict' | 'refused';

/**
 * A refused write, after reading again: a lost acknowledgement looks like a refusal, so the same content one `rev`
 * further means that it arrived; another content means that someone else wrote; the same `rev`, that the rules said no.
 */
export function decideRefusal(
  sent: { fields: object; rev: number },
  server: { fields: Record<string, unknown>; rev: number },
): Refusal {
  if (server.rev < sent.rev) return 'refused';
  const arrived = Object.entries(sent.fields).every(([key, value]) => isSame(value, server.fields[key]));
  return arrived ? 'arrived' : 'conflict';
}

/** Whether a dirty draft is due for Firestore: at most one write in ten minutes while somebody types. */
export const autosaveEvery = 10 * 60 * 1000;
export const isAutosaveDue = (lastSent: number, now: number) => now - lastSent >= autosaveEvery;
