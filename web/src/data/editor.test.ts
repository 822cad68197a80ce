// The saving of a form against a fake server: dirty, saved, refused, offline, two tabs.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LocalDraft } from './decide.ts';
import type { DraftStore } from './drafts.ts';
import { Editor } from './editor.ts';

interface Doc {
  rev: number;
  text: string;
  state: string;
}

class Refused extends Error {}

function world() {
  const server = { doc: { rev: 1, text: 'một', state: 'open' }, down: false, loseAck: false, writes: 0 };
  const device = new Map<string, LocalDraft<unknown>>();
  const drafts = (tab: string): DraftStore => ({
    read: async <D>(key: string) => (device.get(key) as LocalDraft<D> | undefined) ?? null,
    write: async (key, draft) => void device.set(key, draft),
    clearOwn: async (key) => void (device.get(key)?.tab === tab && device.delete(key)),
    clear: async (key) => void device.delete(key),
  });
  const tab = (name: string, tell: () => void = () => undefined) =>
    new Editor<Doc, { text: string }>(
      {
        key: 'k',
        read: async () => {
          if (server.down) throw new Error('offline');
          return { ...server.doc };
        },
        write: async (fields, rev) => {
          if (server.down) throw new Error('offline');
          if (rev !== server.doc.rev + 1) throw new Refused();
          server.doc = { ...server.doc, ...fields, rev };
          server.writes++;
          if (server.loseAck) throw new Refused();
        },
        draftOf: ({ text }) => ({ text }),
        isEditable: (doc) => doc.state === 'open',
      },
      {
        drafts: drafts(name),
        tab: name,
        now: () => performance.now(),
        troubleOf: (error) => (error instanceof Refused ? 'refused' : 'connection'),
      },
      tell,
    );
  return { server, device, tab };
}

describe('Editor', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('keeps keystrokes on this device after a pause, and clears them once they arrived', async () => {
    const { server, device, tab } = world();
    const editor = tab('a');
    await editor.open();
    editor.edit({ text: 'hai' });
    expect(editor.view.saving).toBe('local');
    await vi.advanceTimersByTimeAsync(300);
    expect(device.get('k')).toMatchObject({ baseRev: 1, draft: { text: 'hai' } });
    expect(await editor.save()).toBe(true);
    expect(server.doc).toMatchObject({ text: 'hai', rev: 2 });
    expect(editor.view.saving).toBe('saved');
    expect(device.size).toBe(0);
    editor.close();
  });

  it('writes nothing where nothing changed, and by itself only after ten minutes', async () => {
    const { server, tab } = world();
    const editor = tab('a');
    await editor.open();
    await editor.save();
    expect(server.writes).toBe(0);
    editor.edit({ text: 'hai' });
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    expect(server.writes).toBe(0);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(server.writes).toBe(1);
    editor.close();
  });

  it('takes up a closed tab’s draft and says from when', async () => {
    const { tab } = world();
    const closed = tab('a');
    await closed.open();
    closed.edit({ text: 'dở dang' });
    await vi.advanceTimersByTimeAsync(300);
    closed.close();
    const next = tab('b');
    await next.open();
    expect(next.view).toMatchObject({ draft: { text: 'dở dang' }, saving: 'local' });
    expect(next.view.restoredFrom).not.toBeNull();
    next.close();
  });

  it('offline keeps the draft and sends it later by itself', async () => {
    const { server, device, tab } = world();
    const editor = tab('a');
    await editor.open();
    server.down = true;
    editor.edit({ text: 'hai' });
    expect(await editor.save()).toBe(false);
    expect(editor.view.saving).toBe('offline');
    expect(device.has('k')).toBe(true);
    server.down = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.doc.text).toBe('hai');
    expect(editor.view.saving).toBe('saved');
    editor.close();
  });

  it('counts a lost acknowledgement as success', async () => {
    const { server, tab } = world();
    const editor = tab('a');
    await editor.open();
    editor.edit({ text: 'hai' });
    server.loseAck = true;
    expect(await editor.save()).toBe(true);
    expect(editor.view).toMatchObject({ saving: 'saved', conflict: null });
    editor.close();
  });

  it('two tabs: the second is asked, and either answer holds', async () => {
    const { server, tab } = world();
    const [a, b] = [tab('a'), tab('b')];
    await a.open();
    await b.open();
    a.edit({ text: 'của a' });
    await a.save();
    b.edit({ text: 'của b' });
    expect(await b.save()).toBe(false);
    expect(b.view.conflict).toMatchObject({ mine: { text: 'của b' }, theirs: { text: 'của a' } });
    await b.keepMine();
    expect(server.doc).toMatchObject({ text: 'của b', rev: 3 });
    a.edit({ text: 'a nữa' });
    await a.save();
    await a.takeTheirs();
    expect(a.view).toMatchObject({ draft: { text: 'của b' }, conflict: null, saving: 'clean' });
    a.close();
    b.close();
  });

  it('asks nobody again who closed the page right after answering a conflict', async () => {
    const { device, tab } = world();
    const a = tab('a');
    // What this device holds at the moment at which the page stops asking.
    const keptWhenShown: unknown[] = [];
    const b: ReturnType<typeof tab> = tab('b', () => {
      if (b.view.doc?.rev === 2 && !b.view.conflict) keptWhenShown.push(device.get('k'));
    });
    await a.open();
    await b.open();
    a.edit({ text: 'của a' });
    await a.save();
    b.edit({ text: 'của b' });
    await b.save();
    await b.keepMine();
    expect(keptWhenShown[0]).toMatchObject({ baseRev: 2, draft: { text: 'của b' } });
    a.close();
    b.close();
  });

  it('says so where the rules refuse', async () => {
    const { server, tab } = world();
    const editor = tab('a');
    await editor.open();
    server.doc = { ...server.doc, state: 'submitted' };
    const refusing = vi.spyOn(editor['source'], 'write').mockRejectedValue(new Refused());
    editor.edit({ text: 'hai' });
    expect(await editor.save()).toBe(false);
    expect(editor.view.saving).toBe('refused');
    refusing.mockRestore();
    editor.close();
  });

  it('what is typed while a save runs stays dirty', async () => {
    const { tab } = world();
    const editor = tab('a');
    await editor.open();
    editor.edit({ text: 'hai' });
    const write = editor['source'].write;
    vi.spyOn(editor['source'], 'write').mockImplementationOnce(async (fields, rev, doc) => {
      editor.edit({ text: 'hai rưỡi' });
      await write(fields, rev, doc);
    });
    await editor.save();
    expect(editor.view).toMatchObject({ saving: 'local', draft: { text: 'hai rưỡi' } });
    editor.close();
  });
});
