// A form's document while it is being written: keystrokes to this device, saves to Firestore, and what came of them.
import { autosaveEvery, decideOpening, decideRefusal, isAutosaveDue } from './decide.ts';
import type { DraftStore } from './drafts.ts';
import { changesOf, isSame } from './same.ts';

/** Where a form's document comes from and how it is written; the only part that knows Firestore. */
export interface Source<Doc, D extends object> {
  /** Key of the draft on this device. */
  key: string;
  read(): Promise<Doc | null>;
  /** Writes `fields` with `rev` and the server's stamp; `doc` is what they are laid over. */
  write: (fields: Record<string, unknown>, rev: number, doc: Doc) => Promise<void>;
  draftOf(doc: Doc): D;
  isEditable(doc: Doc): boolean;
  /** Fields that go with no save, only with an act: a half-thought verdict must not reach the person by an autosave. */
  heldBack?(doc: Doc, act: Record<string, unknown> | null): readonly (keyof D)[];
}

export interface Ports {
  drafts: DraftStore;
  tab: string;
  now: () => number;
  troubleOf: (error: unknown) => 'refused' | 'signed-out' | 'connection';
}

export type Saving = 'clean' | 'local' | 'saving' | 'saved' | 'offline' | 'signed-out' | 'refused';

export interface View<Doc, D> {
  phase: 'loading' | 'absent' | 'failed' | 'ready';
  doc: Doc | null;
  draft: D | null;
  saving: Saving;
  savedAt: number | null;
  /** Set when the draft of this device was taken up on opening: when it was written. */
  restoredFrom: number | null;
  conflict: { mine: D; theirs: D; server: Doc } | null;
}

type Revised = { rev: number };

const pause = 300;
const retryAfter = 20_000;

export class Editor<Doc extends Revised, D extends object> {
  view: View<Doc, D> = {
    phase: 'loading',
    doc: null,
    draft: null,
    saving: 'clean',
    savedAt: null,
    restoredFrom: null,
    conflict: null,
  };

  private readonly source: Source<Doc, D>;
  private readonly ports: Ports;
  private readonly tell: () => void;
  private keystrokes: ReturnType<typeof setTimeout> | undefined;
  private later: ReturnType<typeof setTimeout> | undefined;
  private lastSent: number;
  private running: Promise<boolean> = Promise.resolve(true);

  constructor(source: Source<Doc, D>, ports: Ports, tell: () => void) {
    this.source = source;
    this.ports = ports;
    this.tell = tell;
    this.lastSent = ports.now();
  }

  private show(change: Partial<View<Doc, D>>): void {
    this.view = { ...this.view, ...change };
    this.tell();
  }

  async open(): Promise<void> {
    const { drafts } = this.ports;
    try {
      const doc = await this.source.read();
      if (!doc) return this.show({ phase: 'absent' });
      const fields = this.source.draftOf(doc);
      const local = await drafts.read<D>(this.source.key);
      const choice = decideOpening({ fields, rev: doc.rev, editable: this.source.isEditable(doc) }, local);
      const base = { phase: 'ready', doc, conflict: null } as const;
      if (choice.keep === 'server') {
        if (choice.dropLocal) await drafts.clear(this.source.key);
        return this.show({ ...base, draft: fields, saving: 'clean' });
      }
      // A draft of an older client may lack a field that the document has since got.
      const mine = { ...fields, ...choice.local.draft };
      if (choice.keep === 'ask') {
        return this.show({
          ...base,
          draft: mine,
          saving: 'local',
          conflict: { mine, theirs: fields, server: doc },
        });
      }
      this.show({ ...base, draft: mine, saving: 'local', restoredFrom: choice.local.at });
      this.schedule();
    } catch {
      this.show({ phase: 'failed' });
    }
  }

  /** True while something written here has not reached the server. */
  get isDirty(): boolean {
    const { doc, draft } = this.view;
    return doc !== null && draft !== null && !isSame(this.source.draftOf(doc), draft);
  }

  edit(change: Partial<D>): void {
    const { draft, saving } = this.view;
    if (!draft) return;
    const kept: Saving =
      saving === 'saving' || saving === 'offline' || saving === 'signed-out' ? saving : 'local';
    this.show({ draft: { ...draft, ...change }, saving: kept });
    clearTimeout(this.keystrokes);
    this.keystrokes = setTimeout(() => void this.keepLocally(), pause);
    this.schedule();
  }

  /** Writes the draft to this device at once. */
  async keepLocally(): Promise<void> {
    clearTimeout(this.keystrokes);
    if (this.isDirty) await this.keepDraft();
  }

  private async keepDraft(): Promise<void> {
    const { doc, draft } = this.view;
    if (!doc || !draft) return;
    const { drafts, tab, now } = this.ports;
    await drafts.write(this.source.key, { baseRev: doc.rev, at: now(), tab, draft }).catch(() => undefined);
  }

  private schedule(): void {
    if (this.later !== undefined) return;
    const wait = Math.max(0, this.lastSent + autosaveEvery - this.ports.now());
    this.later = setTimeout(() => {
      this.later = undefined;
      if (isAutosaveDue(this.lastSent, this.ports.now())) void this.save();
      else if (this.isDirty) this.schedule();
    }, wait);
  }

  /** Sends what changed; `act` adds fields such as the new state. True where all of it has arrived. */
  save(act: Record<string, unknown> = {}): Promise<boolean> {
    this.running = this.running.then(() => this.send(act));
    return this.running;
  }

  /**
   * Content is saved in a request of its own, and an act that moves the state is judged on what was saved: up to two
   * writes, of which the second begins where the first has arrived. Each may be taken up again by the same act.
   */
  private async send(act: Record<string, unknown>): Promise<boolean> {
    const { doc, draft, conflict } = this.view;
    if (!doc || !draft || conflict) return false;
    const changes = changesOf(this.source.draftOf(doc), draft);
    if (Object.keys(act).length === 0) return this.put(this.without(changes, doc, null, act), { ends: null });
    const goes = this.without(changes, doc, act, act);
    if (!('state' in act)) return this.put({ ...goes, ...act }, { ends: draft });
    const content = this.without(changes, doc, null, act);
    const saved = await this.put(content, { ends: null, actFollows: true });
    if (!saved || this.view.conflict) return false;
    const verdicts = Object.fromEntries(Object.entries(goes).filter(([field]) => !(field in content)));
    return this.put({ ...verdicts, ...act }, { ends: draft });
  }

  /** What goes with `act`, or with a plain save where it is null; what the act says itself apart. */
  private without(
    changes: Partial<D>,
    doc: Doc,
    act: Record<string, unknown> | null,
    said: Record<string, unknown>,
  ): Record<string, unknown> {
    const stays = new Set<string>([
      ...(this.source.heldBack?.(doc, act) ?? []).map(String),
      ...Object.keys(said),
    ]);
    return Object.fromEntries(Object.entries(changes).filter(([field]) => !stays.has(field)));
  }

  /** One write. `ends`: the draft that an act sends; `actFollows`: the rest of it comes with the next write. */
  private async put(
    fields: Record<string, unknown>,
    { ends, actFollows = false }: { ends: D | null; actFollows?: boolean },
  ): Promise<boolean> {
    const { doc } = this.view;
    if (!doc) return false;
    if (Object.keys(fields).length === 0) return true;
    const rev = doc.rev + 1;
    this.show({ saving: 'saving' });
    await this.keepLocally();
    this.lastSent = this.ports.now();
    try {
      await this.source.write(fields, rev, doc);
    } catch (error) {
      return this.afterFailure(error, { fields, rev, ends, actFollows });
    }
    await this.arrived({ ...doc, ...fields, rev }, ends, actFollows);
    return true;
  }

  /** Unless it was typed on, the form shows after an act what the document says. */
  private async arrived(doc: Doc, ends: D | null, actFollows: boolean): Promise<void> {
    this.show({ doc, savedAt: this.ports.now(), restoredFrom: null });
    // What an act still has to say stays on this device until the act has arrived too.
    if (actFollows) return this.keepDraft();
    if (ends !== null && this.view.draft === ends) this.show({ draft: this.source.draftOf(doc) });
    if (this.isDirty) {
      this.show({ saving: 'local' });
      await this.keepLocally();
      return;
    }
    await this.ports.drafts.clearOwn(this.source.key).catch(() => undefined);
    this.show({ saving: 'saved' });
  }

  private async afterFailure(
    error: unknown,
    sent: { fields: object; rev: number; ends: D | null; actFollows: boolean },
  ): Promise<boolean> {
    const trouble = this.ports.troubleOf(error);
    if (trouble !== 'refused') return this.wait(trouble);
    try {
      const server = await this.source.read();
      if (!server) return this.wait('signed-out');
      const verdict = decideRefusal(sent, { fields: server, rev: server.rev });
      if (verdict === 'arrived') {
        await this.arrived(server, sent.ends, sent.actFollows);
        return true;
      }
      const { draft } = this.view;
      if (verdict === 'refused' || !draft) {
        // A function may have moved the document on (returned, decided): show it as it stands now.
        this.show({ saving: 'refused', doc: server });
      } else {
        const theirs = this.source.draftOf(server);
        this.show({ saving: 'local', conflict: { mine: draft, theirs, server } });
      }
      return false;
    } catch {
      return this.wait('connection');
    }
  }

  private wait(trouble: 'signed-out' | 'connection'): false {
    this.show({ saving: trouble === 'signed-out' ? 'signed-out' : 'offline' });
    clearTimeout(this.later);
    this.later = setTimeout(() => {
      this.later = undefined;
      if (this.isDirty) void this.save();
    }, retryAfter);
    return false;
  }

  /** Reads what functions have written meanwhile, without touching what is being typed. */
  async refresh(): Promise<Doc | null> {
    const server = await this.source.read().catch(() => null);
    const { doc, draft } = this.view;
    if (!server || !doc || !draft) return server;
    if (server.rev === doc.rev || !this.isDirty) {
      this.show(this.isDirty ? { doc: server } : { doc: server, draft: this.source.draftOf(server) });
    } else {
      this.show({ conflict: { mine: draft, theirs: this.source.draftOf(server), server } });
    }
    return server;
  }

  /** Conflict: what was written here replaces the other version, on top of its `rev`. */
  async keepMine(): Promise<void> {
    const { conflict } = this.view;
    if (!conflict) return;
    const { drafts, tab, now } = this.ports;
    const { server, mine } = conflict;
    // Kept before it is shown: whoever closes the page right after the answer isn't asked again.
    await drafts
      .write(this.source.key, { baseRev: server.rev, at: now(), tab, draft: mine })
      .catch(() => undefined);
    this.show({ doc: server, draft: mine, conflict: null, saving: 'local' });
    await this.save();
  }

  /** Conflict: the other version stays; what was written here is dropped. */
  async takeTheirs(): Promise<void> {
    const { conflict } = this.view;
    if (!conflict) return;
    await this.ports.drafts.clear(this.source.key).catch(() => undefined);
    this.show({ doc: conflict.server, draft: conflict.theirs, conflict: null, saving: 'clean' });
  }

  close(): void {
    clearTimeout(this.keystrokes);
    clearTimeout(this.later);
  }
}
