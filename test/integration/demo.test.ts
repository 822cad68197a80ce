// `npm run demo` as a user runs it: beside another suite, with exit code, summary and PDFs as promised.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../local/demo/summary.ts';
import { projectRoot } from '../../local/paths.ts';

const folder = join(projectRoot, 'out', 'demo');
let status: number | null;
let output: string;
let summary: Summary;

beforeAll(() => {
  const ran = spawnSync(process.execPath, [join(projectRoot, 'local', 'demo.ts')], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  status = ran.status;
  output = ran.stdout + ran.stderr;
  const file = join(folder, 'summary.json');
  if (!existsSync(file)) throw new Error(`the demo wrote no summary:\n${output.slice(-3000)}`);
  summary = JSON.parse(readFileSync(file, 'utf8')) as Summary;
}, 900_000);

describe('npm run demo', () => {
  it('ends with 0, because every expected outcome holds', () => {
    expect(summary.violations).toEqual([]);
    expect(status, output.slice(-3000)).toBe(0);
  });

  it('gives everybody of the organisation a published or unrated month', () => {
    const people = Object.values(summary.people);
    expect(people.length).toBeGreaterThan(110);
    for (const { rating, level, unrated } of people)
      expect(unrated || (rating !== null && level !== null)).toBe(true);
  });

  it('leaves a Phiếu 01 for each of them and a Phiếu tổng hợp for each head, as PDFs', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    expect(files.filter((name) => name.startsWith('phieu-01-'))).toHaveLength(
      Object.keys(summary.people).length,
    );
    expect(files.filter((name) => name.startsWith('phieu-02-')).length).toBeGreaterThan(30);
    for (const name of files)
      expect(readFileSync(join(folder, name)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('was refused what must be refused, in Firestore and in Storage', () => {
    expect(summary.refused.length).toBeGreaterThan(20);
  });

  it('counts what it was billed', () => {
    const { clients, functionsTotal } = summary.firestore;
    for (const billed of [clients, functionsTotal]) {
      expect(billed.reads).toBeGreaterThan(0);
      expect(billed.writes).toBeGreaterThan(0);
    }
  });
});
