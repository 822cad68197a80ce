// Measures Phiếu 01 of 10 rows by pdfmake against the same form printed by Chromium, each in processes of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readPdf } from '../fixtures/pdfText.ts';
import { watchTree, type PeakMemory } from './processTree.ts';

export interface EngineFigures {
  /** From starting to load to the first form. */
  firstMs: number;
  /** Of the warm runs, one after another, by the clock on the wall. */
  medianMs: number;
  p95Ms: number;
  /** Of all processors, on average per form: what it costs, and what other work on the machine disturbs least. */
  cpuMs: number | null;
  msPerPage: number;
  pages: number;
  bytes: number;
  /** Of the process and all that it started, over all runs; null where there is no /proc. */
  peak: PeakMemory | null;
}

export interface PdfBench {
  form: string;
  runs: number;
  pdfmake: EngineFigures;
  chromium: EngineFigures;
}

type Engine = 'pdfmake' | 'chromium';

const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
const rounded = (ms: number) => Math.round(ms * 10) / 10;

interface Runs {
  firstMs: number;
  times: number[];
  cpuMs: number | null;
  peak: PeakMemory | null;
}

/** Lets the engine run in a process of its own, with the heap of a small function: without a bound V8 takes what it gets. */
async function runEngine(engine: Engine, runs: number, file: string): Promise<Runs> {
  const flags = ['--max-old-space-size=128', '--no-warnings'];
  const script = join(import.meta.dirname, 'pdfRuns.ts');
  const child = spawn(process.execPath, [...flags, script, engine, String(runs), file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const tree = watchTree(child.pid ?? 0);
  let cpuBefore: number | null = null;
  let cpuAfter: number | null = null;
  let measured: Pick<Runs, 'firstMs' | 'times'> | null = null;
  let peak: PeakMemory | null = null;
  for await (const line of createInterface(child.stdout)) {
    if (line === 'warm') cpuBefore = tree.cpuMs();
    else {
      cpuAfter = tree.cpuMs();
      peak = tree.stop();
      measured = JSON.parse(line) as Pick<Runs, 'firstMs' | 'times'>;
    }
    child.stdin.write('go\n');
  }
  tree.stop();
  if (!measured) throw new Error(`${engine} ended before it was through`);
  return {
    ...measured,
    peak,
    cpuMs: cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / runs,
  };
}

async function measure(engine: Engine, runs: number, folder: string): Promise<EngineFigures> {
  const file = join(folder, `${engine}.pdf`);
  const { firstMs, times, cpuMs, peak } = await runEngine(engine, runs, file);
  const sorted = times.toSorted((a, b) => a - b);
  const pdf = readFileSync(file);
  const pages = (await readPdf(pdf)).pages.length;
  const medianMs = quantile(sorted, 0.5);
  return {
    firstMs: rounded(firstMs),
    medianMs: rounded(medianMs),
    p95Ms: rounded(quantile(sorted, 0.95)),
    cpuMs: cpuMs === null ? null : rounded(cpuMs),
    msPerPage: rounded(medianMs / pages),
    pages,
    bytes: pdf.length,
    peak,
  };
}

/** Both engines in the same run, one after the other, so that they meet the same machine. */
export async function benchPdf(runs = 50): Promise<PdfBench> {
  const folder = mkdtempSync(join(tmpdir(), 'nam-ro-pdf-'));
  try {
    const pdfmake = await measure('pdfmake', runs, folder);
    const chromium = await measure('chromium', runs, folder);
    return { form: 'Phiếu 01, 10 rows', runs, pdfmake, chromium };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
