// The saving of a form against a fake server: dirty, saved, refused, offline, two tabs.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LocalDraft } from './decide.ts';
import type { DraftStore } from './drafts.ts';
import { Editor } from './editor.ts';

interface Doc {
  rev: number;
  text: string;
  /** Goes only with an act. */
  verdict: string;
  state: string;
}

class Refused extends Error {}

function world() {
  const server = {
    doc: { rev: 1, text: 'một', verdict: '', state: 'open' },
    down: false,
    loseAck: false,
    writes: 0,
    /** Fields of each write that arrived. */
    log: [] as string[][],
  };
  const device = new Map<string, LocalDraft<unknown>>();
  const drafts = (tab: string): DraftStore => ({
    read: async <D>(key: string) => (device.get(key) as LocalDraft<D> | undefined) ?? null,
    write: async (key, draft) => void device.set(key, draft),
    clearOwn: async (key) => void (device.get(key)?.tab === tab && device.delete(key)),
    clear: async (key) => void device.delete(key),
  });
  const tab = (name: string, tell: () => void = () => undefined) =>
    new Editor<Doc, { text: string; verdict: string }>(
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
          server.log.push(Object.keys(fields));
          if (server.loseAck) throw new Refused();
        },
        draftOf: ({ text, verdict }) => ({ text, verdict }),
        isEditable: (doc) => doc.state === 'open',
        heldBack: (_doc, act) => (act ? [] : ['verdict']),
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

  describe('an act', () => {
    const judged = async (editor: Editor<Doc, { text: string; verdict: string }>) => {
      await editor.open();
      editor.edit({ text: 'hai', verdict: 'xác nhận' });
    };

    it('follows the save of what it is judged on, with what goes only with an act', async () => {
      const { server, device, tab } = world();
      const editor = tab('a');
      await judged(editor);
      expect(await editor.save({ state: 'submitted' })).toBe(true);
      expect(server.log).toEqual([['text'], ['verdict', 'state']]);
      expect(server.doc).toEqual({ rev: 3, text: 'hai', verdict: 'xác nhận', state: 'submitted' });
      expect(editor.view.saving).toBe('saved');
      expect(device.size).toBe(0);
      editor.close();
    });

    it('is one write where nothing was left to save', async () => {
      const { server, tab } = world();
      const editor = tab('a');
      await editor.open();
      expect(await editor.save({ state: 'submitted' })).toBe(true);
      expect(server.log).toEqual([['state']]);
      editor.close();
    });

    it('that moves no state is one write with what goes with it', async () => {
      const { server, tab } = world();
      const editor = tab('a');
      await judged(editor);
      expect(await editor.save({ verdict: 'xác nhận' })).toBe(true);
      expect(server.log).toEqual([['text', 'verdict']]);
      editor.close();
    });

    it('keeps the draft on this device until both writes have arrived', async () => {
      const { server, device, tab } = world();
      const editor = tab('a');
      await judged(editor);
      const write = editor['source'].write;
      vi.spyOn(editor['source'], 'write').mockImplementation(async (fields, rev, doc) => {
        if ('state' in fields) throw new Error('offline');
        await write(fields, rev, doc);
      });
      expect(await editor.save({ state: 'submitted' })).toBe(false);
      expect(server.doc).toMatchObject({ rev: 2, text: 'hai', verdict: '', state: 'open' });
      expect(editor.view.saving).toBe('offline');
      expect(device.get('k')).toMatchObject({ baseRev: 2, draft: { text: 'hai', verdict: 'xác nhận' } });
      editor.close();
      // Another tab takes it up on what has arrived, asks nobody, and sends what is left.
      const next = tab('b');
      await next.open();
      expect(next.view).toMatchObject({ conflict: null, draft: { text: 'hai', verdict: 'xác nhận' } });
      expect(await next.save({ state: 'submitted' })).toBe(true);
      expect(server.log).toEqual([['text'], ['verdict', 'state']]);
      expect(device.size).toBe(0);
      next.close();
    });

    it('goes on where the acknowledgement of its first write, or of its second, was lost', async () => {
      const { server, tab } = world();
      const editor = tab('a');
      await judged(editor);
      server.loseAck = true;
      expect(await editor.save({ state: 'submitted' })).toBe(true);
      expect(server.doc).toEqual({ rev: 3, text: 'hai', verdict: 'xác nhận', state: 'submitted' });
      expect(editor.view).toMatchObject({ saving: 'saved', conflict: null });
      editor.close();
    });

    it('stops before the act where somebody else saved meanwhile', async () => {
      const { server, tab } = world();
      const [a, b] = [tab('a'), tab('b')];
      await judged(a);
      await b.open();
      b.edit({ text: 'của b' });
      await b.save();
      expect(await a.save({ state: 'submitted' })).toBe(false);
      expect(server.doc).toMatchObject({ text: 'của b', state: 'open', rev: 2 });
      expect(a.view.conflict).not.toBeNull();
      a.close();
      b.close();
    });

    it('leaves what was saved where the rules refuse the act itself', async () => {
      const { server, device, tab } = world();
      const editor = tab('a');
      await judged(editor);
      const write = editor['source'].write;
      vi.spyOn(editor['source'], 'write').mockImplementation(async (fields, rev, doc) => {
        if ('state' in fields) throw new Refused();
        await write(fields, rev, doc);
      });
      expect(await editor.save({ state: 'submitted' })).toBe(false);
      expect(editor.view).toMatchObject({ saving: 'refused', draft: { verdict: 'xác nhận' } });
      expect(server.doc).toMatchObject({ text: 'hai', state: 'open', rev: 2 });
      expect(device.get('k')).toMatchObject({ draft: { verdict: 'xác nhận' } });
      editor.close();
    });
  });
});
