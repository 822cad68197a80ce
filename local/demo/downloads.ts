// Fetches the month's reports as those who may read them, and has others refused; files go to a folder.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportPath, unitMonthId, type ReportKind } from '../../functions/src/schema/paths.ts';
import { april } from '../sample/april.ts';
import { isRefusal } from './session.ts';
import type { Outcome } from './outcome.ts';
import { inTurn, type Stage } from './stage.ts';

export interface DownloadedFile {
  kind: ReportKind;
  key: string;
  by: string;
  bytes: number;
}

export interface Downloaded {
  files: DownloadedFile[];
  refused: string[];
  allowed: string[];
  /** Should have been there for its reader, and why it wasn't. */
  missing: string[];
}

interface Wanted {
  kind: ReportKind;
  key: string;
  version: number;
  by: string | null;
}

const pdf = (content: Uint8Array) => new TextDecoder('latin1').decode(content.subarray(0, 5)) === '%PDF-';

/** The path is made from what results and boards tell: Storage lists nothing to anybody. */
async function wantedOf(stage: Stage, outcome: Outcome): Promise<Wanted[]> {
  const own = [...outcome.results].map(([person, { version }]): Wanted => ({
    kind: 'phieu-01',
    key: person,
    version,
    by: person,
  }));
  const authorities = [...stage.script.authorities.values()];
  // A unit in which nobody's month lies, headed by who has theirs elsewhere, has nothing to sum up.
  const summed = new Set(authorities.map(({ unit }) => unit));
  const heads = authorities.flatMap(({ person, headsUnits }) =>
    headsUnits.filter((unit) => summed.has(unit)).map((unit) => ({ person, unit })),
  );
  const units: Wanted[] = [];
  await inTurn(heads, async ({ person, unit }) => {
    const board = await (await stage.open(person)).get('boards', unitMonthId(unit, april));
    const version = Object.values(board.rows).reduce((sum, row) => sum + row.version, 0);
    units.push({ kind: 'phieu-02-du-kien', key: unit, version: 1, by: person });
    units.push({ kind: 'phieu-02', key: unit, version, by: person });
  });
  return [...own, ...units].sort((a, b) => (`${a.kind}${a.key}` < `${b.kind}${b.key}` ? -1 : 1));
}

export async function downloadReports(stage: Stage, outcome: Outcome, folder: string): Promise<Downloaded> {
  mkdirSync(folder, { recursive: true });
  const found: Downloaded = { files: [], refused: [], allowed: [], missing: [] };
  const wanted = await wantedOf(stage, outcome);
  const pathOf = ({ kind, key, version }: Wanted) => reportPath(stage.org, april, kind, key, version);
  await inTurn(wanted, async (one) => {
    const { kind, key, by } = one;
    try {
      const content = await (await stage.open(by)).download(pathOf(one));
      if (!pdf(content)) throw new Error('it is no PDF');
      writeFileSync(join(folder, `${kind}-${key}.pdf`), content);
      found.files.push({ kind, key, by: by ?? '', bytes: content.length });
    } catch (error) {
      found.missing.push(`${kind} ${key} by ${by ?? 'nobody'}: ${(error as Error).message}`);
    }
  });
  for (const [by, kind, key] of stage.script.book.refusedDownloads) {
    const one = wanted.find((w) => w.kind === kind && w.key === key);
    if (one) await tryRefused(stage, found, { ...one, by }, pathOf(one));
  }
  return found;
}

async function tryRefused(
  stage: Stage,
  found: Downloaded,
  { by, kind, key }: Wanted,
  path: string,
): Promise<void> {
  const what = `${kind} ${key} by ${by ?? 'a visitor'}`;
  try {
    await (await stage.open(by)).download(path);
    found.allowed.push(what);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    found.refused.push(what);
  }
}
