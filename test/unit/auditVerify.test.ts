// Every kind of entry tampered with in every way: each is found in the export by the program that knows nothing of this system.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, atTime } from '../../functions/src/domain/civilDate.ts';
import { sealAudit } from '../../functions/src/handlers/sealAudit.ts';
import type { LogEntry } from '../../functions/src/schema/fields.ts';
import { sampleOrg as org } from '../../local/sample/organisation.ts';
import {
  verifyExport,
  type ExportedDocument,
  type Misfit,
  type SealFile,
} from '../../scripts/auditVerify.mjs';
import { MemorySeals, newKey } from '../fixtures/memorySeals.ts';
import { playActs, steps } from '../fixtures/playedActs.ts';

interface Export {
  documents: ExportedDocument[];
  seals: SealFile[];
}
const { secret, publicKey } = newKey();
const stranger = newKey();
/** A night behind each step of the play; the last covers everything. */
let sealed: Export;
/** What stood in Firestore behind each step. */
const earlier: ExportedDocument[][] = [];

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const logOf = ({ data }: ExportedDocument) => (data['log'] ?? []) as LogEntry[];
const check = (of: Export): Misfit | null => verifyExport({ ...of, keys: [publicKey] }).misfit;

beforeAll(async () => {
  let seals: MemorySeals | null = null;
  await playActs(async (memory, step) => {
    seals ??= new MemorySeals(memory, secret);
    await sealAudit(seals, atTime(addDays('2026-04-20', step), '00:00'));
    earlier.push(seals.exported().documents);
    sealed = seals.exported();
    if (step === steps.length - 1) {
      await sealAudit(seals, atTime('2026-08-01', '00:00'));
      sealed = seals.exported();
    }
  });
  // Only what an export holds.
  sealed.documents = sealed.documents.filter(
    ({ path, data }) =>
      [2, 4].includes(path.split('/').length) &&
      (logOf({ path, data }).length > 0 || /\/(logs|seals)\//.test(path)),
  );
});

const withLogs = () => sealed.documents.filter((one) => logOf(one).length > 0);
const entriesOf = (one: ExportedDocument) => logOf(one).map((entry, i) => ({ entry, i }));

/** The export with the log of one document replaced, as a copy. */
function withLog(path: string, change: (log: LogEntry[]) => unknown[], of: Export = sealed): Export {
  const documents = of.documents.map((one) =>
    one.path === path ? { path, data: { ...one.data, log: change(copy(logOf(one))) } } : one,
  );
  return { ...of, documents };
}

/** Alone with what it rests on: whether a chain holds doesn't hang on other documents. */
function alone(one: ExportedDocument): Export {
  const needed = new Set([
    one.path,
    ...logOf(one).flatMap(({ what, before }) => (what === 'continue' ? [before] : [])),
  ]);
  const documents = sealed.documents.filter(({ path, data }) => needed.has(path) || data['of'] === one.path);
  return { documents: documents.map(({ path, data }) => ({ path, data })), seals: [] };
}
/** Those that documents rest on rest on others: appeals on results, results on assessments. */
function withSources(one: ExportedDocument): Export {
  const found = new Map<string, ExportedDocument>();
  const visit = (next: ExportedDocument) => {
    if (found.has(next.path)) return;
    for (const document of alone(next).documents)
      if (document.path === next.path || 'of' in document.data) found.set(document.path, document);
    for (const document of alone(next).documents) visit(document);
  };
  visit(one);
  return { documents: [...found.values()], seals: [] };
}

/** What somebody does who knows the format: every hash from entry `from` on is made right again. */
function rechained(path: string, log: LogEntry[], from: number): LogEntry[] {
  for (let i = from; i < log.length; i++) {
    const entry = log[i];
    if (!entry) continue;
    const { at, who, forWhom, what, before, after, reason } = entry;
    const previous = log[i - 1]?.hash ?? path;
    const text = JSON.stringify([previous, i + 1, at, who, forWhom, what, before, after, reason ?? null]);
    log[i] = { ...entry, n: i + 1, hash: createHash('sha256').update(text).digest('hex') };
  }
  return log;
}

describe('an export as it is', () => {
  it('fits, with every entry under a seal', () => {
    const { misfit, counts } = verifyExport({ ...sealed, keys: [publicKey] });
    expect(misfit).toBeNull();
    expect(counts.documents).toBe(withLogs().length);
    expect(counts.entries).toBeGreaterThan(400);
    expect(counts).toMatchObject({ seals: steps.length + 1, unsealed: 0 });
  });

  it('holds every kind of entry that the handlers make', () => {
    const folder = join(import.meta.dirname, '../../functions/src/handlers');
    const sources = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    const named = sources.flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return [
        ...text.matchAll(/what: (?:[a-z]+ \? )?'(\w+)'(?: : '(\w+)')?/g),
        ...text.matchAll(/entry\((?:giver|system), '(\w+)'/g),
      ].flatMap(([, a, b]) => [a, b].filter((one) => one !== undefined));
    });
    const played = new Set(withLogs().flatMap((one) => logOf(one).map(({ what }) => what)));
    expect(new Set(named).size).toBeGreaterThan(20);
    expect([...new Set(named)].filter((what) => !played.has(what))).toEqual([]);
    // Those that are named after a state.
    for (const what of [
      'returned',
      'evaluated',
      'decided',
      'waiting',
      'upheld',
      'confirmed/none',
      'dismissed/none',
      'confirmed/reported',
    ])
      expect(played).toContain(what);
  });
});

const otherValues: Record<string, unknown[]> = {
  n: [0, 99, '1', null],
  at: ['2026-01-01T00:00:00.000Z', 'yesterday', null],
  who: ['somebody-else', '', null],
  forWhom: ['somebody-else', 7],
  what: ['another-act', null],
  before: ['another value', { a: 1 }],
  after: ['another value', undefined],
  reason: ['another reason', null],
  hash: ['0'.repeat(64), 'no hash', undefined],
  added: ['a field that no entry has'],
};

describe('every field of every entry', () => {
  it.each(Object.keys(otherValues))(
    '%s changed is found, with the document and the entry',
    (field) => {
      let tried = 0;
      for (const one of withLogs()) {
        const own = withSources(one);
        expect(check(own)).toBeNull();
        for (const { i } of entriesOf(one))
          for (const value of otherValues[field] ?? []) {
            const misfit = check(
              withLog(
                one.path,
                (log) => log.map((entry, j) => (i === j ? { ...entry, [field]: value } : entry)),
                own,
              ),
            );
            expect(misfit).toMatchObject({ document: one.path, entry: logOf(one)[i]?.n ?? 0 });
            tried += 1;
          }
      }
      expect(tried).toBeGreaterThan(400);
    },
    slow,
  );

  it('changed with all hashes made right again is found by the seal, and by nothing else', () => {
    for (const one of oneOfEachKind()) {
      const changed = withLog(one.path, (log) =>
        rechained(
          one.path,
          log.map((entry, j) => (j === one.i ? { ...entry, who: 'somebody-else' } : entry)),
          one.i,
        ),
      );
      const unsealed = verifyExport({ documents: withoutSeals(changed.documents), seals: [] }).misfit;
      // A document that rests on the changed one notices by itself.
      if (unsealed !== null) expect(unsealed.reason).toContain('no such entry');
      expect(check(changed)).not.toBeNull();
    }
  });
});

const withoutSeals = (documents: ExportedDocument[]) =>
  documents.filter(({ path }) => !path.includes('/seals/'));

/** The first of each kind of entry in each collection, in documents whose log is whole. */
function oneOfEachKind(): (ExportedDocument & { i: number })[] {
  const found = new Map<string, ExportedDocument & { i: number }>();
  for (const one of withLogs().filter((document) => logOf(document)[0]?.n === 1))
    for (const { entry, i } of entriesOf(one)) {
      const kind = `${one.path.split('/')[2]} ${entry.what}`;
      if (!found.has(kind)) found.set(kind, { ...one, i });
    }
  return [...found.values()];
}

/** Every kind of entry and every log of several; the hundreds that only say that a month was opened are alike. */
const telling = () => {
  const kinds = new Set(oneOfEachKind().map(({ path }) => path));
  return withLogs().filter((one) => kinds.has(one.path) || logOf(one).length > 1);
};
const slow = 60_000;

describe('the order of entries', () => {
  it(
    'is held: one dropped, wherever it stood, is found',
    () => {
      for (const one of telling())
        for (const { entry, i } of entriesOf(one)) {
          const misfit = check(withLog(one.path, (log) => log.toSpliced(i, 1)));
          // At its end it is missed by the document that rests on it, or else by the seal.
          const rests = misfit?.reason.includes('no such entry');
          if (rests !== true) expect(misfit).toMatchObject({ document: one.path, entry: entry.n });
          else expect(i).toBe(logOf(one).length - 1);
        }
    },
    slow,
  );

  it('is held: two that changed places are found', () => {
    let tried = 0;
    for (const one of withLogs())
      for (const { entry, i } of entriesOf(one).slice(1)) {
        const swapped = check(
          withLog(
            one.path,
            (log) => log.toSpliced(i - 1, 2, ...log.slice(i - 1, i + 1).reverse()),
            withSources(one),
          ),
        );
        expect(swapped).toMatchObject({ document: one.path, entry: entry.n - 1 });
        tried += 1;
      }
    expect(tried).toBeGreaterThan(50);
  });

  it(
    'is held: one put in, repeated or made up, is found',
    () => {
      for (const one of withLogs())
        for (const { entry, i } of entriesOf(one)) {
          const own = withSources(one);
          for (const more of [
            entry,
            { ...entry, who: 'somebody-else' },
            { ...entry, n: entry.n + 1 },
            null,
            'entry',
          ])
            expect(
              check(withLog(one.path, (log) => log.toSpliced(i + 1, 0, more as LogEntry), own)),
            ).toMatchObject({ document: one.path });
        }
    },
    slow,
  );

  it('is held: one made up with all hashes right is found by the seal', () => {
    for (const one of oneOfEachKind().filter(({ i, ...document }) => i < logOf(document).length - 1)) {
      const changed = withLog(one.path, (log) =>
        rechained(one.path, log.toSpliced(one.i + 1, 0, { ...log[one.i]!, who: 'x' }), one.i + 1),
      );
      expect(check(changed)).not.toBeNull();
    }
  });
});

describe('a whole log', () => {
  it(
    'that lost its tail is found by the seal, and the first missing entry is named',
    () => {
      for (const one of telling())
        for (let kept = 0; kept < logOf(one).length; kept++) {
          const misfit = check(withLog(one.path, (log) => log.slice(0, kept)));
          expect(misfit?.document === one.path || misfit?.reason.includes('no such entry')).toBe(true);
        }
    },
    slow,
  );

  it("moved to another document of its kind doesn't pass there", () => {
    for (const one of oneOfEachKind()) {
      const folder = one.path.slice(0, one.path.lastIndexOf('/'));
      const other = withLogs().find(({ path }) => path !== one.path && path.startsWith(`${folder}/`));
      const target = other?.path ?? `${folder}/somebody-else`;
      const moved = withSources(one)
        .documents.filter(({ path }) => path !== target)
        .map((document) => (document.path === one.path ? { ...document, path: target } : document));
      expect(check({ documents: moved, seals: [] })).toMatchObject({ document: target, entry: 1 });
    }
  });

  it(
    'gone with its document is missed',
    () => {
      for (const one of telling()) {
        const misfit = check({
          ...sealed,
          documents: sealed.documents.filter(({ path }) => path !== one.path),
        });
        expect(misfit).not.toBeNull();
      }
    },
    slow,
  );

  it(
    'of an older version of the document is found by the seal',
    () => {
      let tried = 0;
      for (const old of earlier.flat()) {
        const now = sealed.documents.find(({ path }) => path === old.path);
        if (!now || logOf(now).length <= logOf(old).length) continue;
        const documents = sealed.documents.map((one) => (one.path === old.path ? old : one));
        expect(
          verifyExport({ documents: withoutSeals(documents), seals: [] }).misfit?.reason ?? 'no such entry',
        ).toContain('no such entry');
        const misfit = check({ ...sealed, documents });
        expect(misfit?.document === old.path || misfit?.reason.includes('no such entry')).toBe(true);
        tried += 1;
      }
      expect(tried).toBeGreaterThan(50);
    },
    slow,
  );
});

describe('entries moved out of a long log', () => {
  const part = () => {
    const found = sealed.documents.find(({ path }) => path.includes('/logs/'));
    if (!found) throw new Error('no log grew long enough');
    return found;
  };
  const changed = (entries: (before: LogEntry[]) => LogEntry[]): Export => ({
    ...sealed,
    documents: sealed.documents.map((one) =>
      one.path === part().path
        ? { ...one, data: { ...one.data, entries: entries(copy(one.data['entries'] as LogEntry[])) } }
        : one,
    ),
  });

  it('are part of the chain: changed, dropped or swapped ones are found', () => {
    const of = part().data['of'];
    expect(
      check(changed((all) => all.map((entry, i) => (i === 3 ? { ...entry, after: 'x' } : entry)))),
    ).toMatchObject({ document: of, entry: 4 });
    expect(check(changed((all) => all.toSpliced(3, 1)))).toMatchObject({ document: of, entry: 4 });
    expect(check(changed((all) => all.slice(0, -1)))).toMatchObject({ document: of });
    expect(check(changed((all) => all.toReversed()))).toMatchObject({ document: of, entry: 1 });
  });

  it('are missed when their document is gone, or lies under another name', () => {
    const documents = sealed.documents.filter(({ path }) => path !== part().path);
    expect(check({ ...sealed, documents })).toMatchObject({ document: part().data['of'] });
    const renamed = { ...part(), path: part().path.replace(/_1$/, '_26') };
    expect(check({ ...sealed, documents: [...documents, renamed] })).toMatchObject({
      document: renamed.path,
      field: 'of',
    });
  });

  it('that stand in the document still, because a run was cut off, are no fault; other ones are', () => {
    const of = String(part().data['of']);
    const moved = part().data['entries'] as LogEntry[];
    expect(check(withLog(of, (log) => [...moved, ...log]))).toBeNull();
    const other = [...moved.slice(0, 5), { ...moved[5]!, after: 'x' }, ...moved.slice(6)];
    expect(check(withLog(of, (log) => [...other, ...log]))).toMatchObject({ document: of, entry: 6 });
  });
});

describe('the seals', () => {
  const names = () => sealed.seals.map(({ file }) => file).sort();
  const sealDocuments = () => sealed.documents.filter(({ path }) => path.includes('/seals/'));
  const withFile = (file: string, change: (text: string) => string): Export => ({
    ...sealed,
    seals: sealed.seals.map((one) => (one.file === file ? { file, text: change(one.text) } : one)),
  });

  it('are held to their root: any line changed, dropped or swapped is found', () => {
    const [, file = ''] = names();
    const lines = (sealed.seals.find((one) => one.file === file)?.text ?? '').trimEnd().split('\n');
    for (const i of [0, 1, 5, lines.length - 2]) {
      const joined = (changed: string[]) => withFile(file, () => `${changed.join('\n')}\n`);
      expect(check(joined(lines.toSpliced(i, 1)))).toMatchObject({ document: file });
      expect(
        check(
          joined(
            lines.toSpliced(
              i,
              1,
              (lines[i] ?? '').replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
            ),
          ),
        ),
      ).toMatchObject({ document: file });
      expect(check(joined(lines.toSpliced(i, 2, lines[i + 1] ?? '', lines[i] ?? '')))).toMatchObject({
        document: file,
      });
    }
    expect(check(withFile(file, () => 'nothing'))).toMatchObject({ document: file, reason: 'is no seal' });
  });

  it('are missed: the file of one, its document, both', () => {
    for (const [i, one] of sealDocuments().entries()) {
      const file = String(one.data['file']);
      const seals = sealed.seals.filter((other) => other.file !== file);
      const documents = sealed.documents.filter(({ path }) => path !== one.path);
      expect(check({ ...sealed, seals })).not.toBeNull();
      expect(check({ ...sealed, documents })).not.toBeNull();
      // The newest of all is missed by nobody but who knows that it was there.
      if (i < sealDocuments().length - 1)
        expect(check({ documents, seals })).toMatchObject({ field: 'previous' });
    }
  });

  it.each(['date', 'documents', 'previous', 'key', 'signature', 'root'])(
    'are held to what the organisation knows of them: %s',
    (field) => {
      for (const one of sealDocuments()) {
        const value = field === 'documents' ? 1 : field === 'date' ? '2026-01-01' : 'f'.repeat(64);
        const documents = sealed.documents.map((other) =>
          other.path === one.path ? { ...other, data: { ...other.data, [field]: value } } : other,
        );
        expect(check({ ...sealed, documents })).not.toBeNull();
      }
    },
  );

  it('made again by somebody without the key are found by their signature alone', async () => {
    let forged: MemorySeals | null = null;
    await playActs(async (memory, step) => {
      forged ??= new MemorySeals(memory, stranger.secret);
      if (step === steps.length - 1) await sealAudit(forged, atTime('2026-08-01', '00:00'));
    });
    const { documents, seals } = (forged as MemorySeals | null)!.exported();
    expect(verifyExport({ documents, seals }).misfit).toBeNull();
    expect(verifyExport({ documents, seals, keys: [publicKey] }).misfit).toMatchObject({ field: 'key' });
    const renamed = seals.map(({ file, text }) => {
      const cut = text.lastIndexOf('\n', text.length - 2) + 1;
      const { root, signature } = JSON.parse(text.slice(cut)) as Record<string, string>;
      const key = createHash('sha256').update('x').digest('hex').slice(0, 16);
      return { file, text: `${text.slice(0, cut)}${JSON.stringify({ root, key, signature })}\n` };
    });
    expect(verifyExport({ documents, seals: renamed, keys: [publicKey] }).misfit).toMatchObject({
      field: 'key',
    });
    const own = JSON.parse((sealed.seals[0]?.text ?? '').trimEnd().split('\n').at(-1) ?? '{}') as Record<
      string,
      string
    >;
    const passed = renamed.map(({ file, text }) => ({
      file,
      text: text.replace(/"key":"[0-9a-f]+"/, `"key":"${own['key']}"`),
    }));
    expect(verifyExport({ documents, seals: passed, keys: [publicKey] }).misfit).toMatchObject({
      field: 'signature',
    });
  });

  it('of another organisation pass for none of this one', () => {
    const [file = ''] = names();
    const renamed = sealed.seals.map((one) =>
      one.file === file ? { ...one, file: one.file.replace(org, 'other') } : one,
    );
    expect(check({ ...sealed, seals: renamed })).not.toBeNull();
  });
});

describe('a document', () => {
  it('that stands twice in the export is named', () => {
    const [first] = sealed.documents;
    expect(check({ ...sealed, documents: [...sealed.documents, first!] })).toMatchObject({
      document: first?.path,
    });
  });
});

describe('the program', () => {
  const program = join(import.meta.dirname, '../../scripts/auditVerify.mjs');
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nr-audit-'));
    copyFileSync(program, join(folder, 'auditVerify.mjs'));
    writeFileSync(join(folder, 'public.pem'), publicKey);
    return () => rmSync(folder, { recursive: true, force: true });
  });

  const linesOf = (lines: readonly object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  function asFolder({ documents, seals }: Export, name: string): string {
    for (const { file, text } of seals) {
      mkdirSync(dirname(join(folder, name, 'seals', file)), { recursive: true });
      writeFileSync(join(folder, name, 'seals', file), text);
    }
    writeFileSync(join(folder, name, 'documents.jsonl'), linesOf(documents));
    return name;
  }
  function run(...args: string[]): { status: number | null; said: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['auditVerify.mjs', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  }

  it('rests on nothing but what Node brings along', () => {
    const imports = [...readFileSync(program, 'utf8').matchAll(/(?:from|import\(?) ?'([^']+)'/g)].map(
      ([, name]) => name,
    );
    expect(imports.length).toBeGreaterThan(3);
    expect(imports.filter((name) => !name?.startsWith('node:'))).toEqual([]);
  });

  it('ends with 0 and counts where everything fits, from a folder and from one file', () => {
    const one = 'whole.jsonl';
    writeFileSync(join(folder, one), linesOf([...sealed.documents, ...sealed.seals]));
    for (const place of [asFolder(sealed, 'whole'), one]) {
      const { status, said } = run('--export', place, '--key', 'public.pem');
      expect(said).toContain(`Everything fits: ${withLogs().length} logs`);
      expect(status).toBe(0);
    }
    expect(run('--export', one).said).toContain('Signatures were not checked');
  });

  it('ends with 1 and names the document, the entry and the field', () => {
    const one = withLogs().find((document) => logOf(document).length > 2 && logOf(document)[0]?.n === 1);
    const path = one?.path ?? '';
    const changed = withLog(path, (log) =>
      log.map((entry, i) => (i === 1 ? { ...entry, at: 'yesterday' } : entry)),
    );
    const { status, said } = run('--export', asFolder(changed, 'changed'));
    expect(said).toContain(`Does not fit: ${path}: entry 2: field at:`);
    expect(status).toBe(1);
  });

  it('ends with 2 where there is nothing to check', () => {
    expect(run('--export', 'nowhere').status).toBe(2);
    expect(run().status).toBe(2);
  });
});
