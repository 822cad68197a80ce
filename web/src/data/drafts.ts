// Drafts on this device: one IndexedDB entry per form, written with every pause in typing.
import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { LocalDraft } from './decide.ts';

let store: UseStore | null = null;
const drafts = () => (store ??= createStore('nam-ro-drafts', 'drafts'));

/** Drawn once per tab, so that a tab never clears what another one still has to send. */
export const tabId = crypto.randomUUID();

export interface DraftStore {
  read<D>(key: string): Promise<LocalDraft<D> | null>;
  write<D>(key: string, draft: LocalDraft<D>): Promise<void>;
  /** Clears the entry if this tab wrote it last. */
  clearOwn(key: string): Promise<void>;
  clear(key: string): Promise<void>;
}

export const deviceDrafts: DraftStore = {
  // A browser without IndexedDB (private windows of old ones) still files; it only can't keep a draft.
  read: async <D>(key: string) => (await get<LocalDraft<D>>(key, drafts()).catch(() => undefined)) ?? null,
  write: (key, draft) => set(key, draft, drafts()),
  clearOwn: async (key) => {
    const found = await get<LocalDraft<unknown>>(key, drafts()).catch(() => undefined);
    if (found?.tab === tabId) await del(key, drafts());
  },
  clear: (key) => del(key, drafts()),
};
