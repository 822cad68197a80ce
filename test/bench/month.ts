// What a person-month is billed in Firestore, by step: the demo month, counted where clients and functions call Firestore.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Summary } from '../../local/demo/summary.ts';
import { projectRoot } from '../../local/paths.ts';

export interface Billed {
  reads: number;
  writes: number;
  deletes: number;
}

export interface MonthFigures {
  people: number;
  /** Per person-month, everything included; rule look-ups are among the reads. */
  perPerson: Billed;
  /** Per person-month, by what clients did (the rule look-ups of it apart) and by function. */
  clientSteps: Record<string, Billed & { lookups: number }>;
  functions: Record<string, Billed & { calls: number }>;
}

const rounded = (value: number, people: number) => Math.round((value / people) * 1000) / 1000;

/** Runs `npm run demo`; throws where an expected outcome of it does not hold, since its costs would mean nothing. */
export function benchMonth(): MonthFigures {
  const ran = spawnSync(process.execPath, [join(projectRoot, 'scripts', 'demo.mjs')], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (ran.status !== 0) throw new Error('the demo month did not come out as expected');
  const file = join(projectRoot, 'out', 'demo', 'summary.json');
  return figuresOf(JSON.parse(readFileSync(file, 'utf8')) as Summary);
}

export function figuresOf(summary: Summary): MonthFigures {
  const people = Object.keys(summary.people).length;
  const per = (billed: Billed) => ({
    reads: rounded(billed.reads, people),
    writes: rounded(billed.writes, people),
    deletes: rounded(billed.deletes, people),
  });
  const { clients, functions, functionsTotal, steps } = summary.firestore;
  return {
    people,
    perPerson: per({
      reads: clients.reads + clients.lookups + functionsTotal.reads,
      writes: clients.writes + functionsTotal.writes,
      deletes: clients.deletes + functionsTotal.deletes,
    }),
    clientSteps: Object.fromEntries(
      steps.map(({ at, title, clients: billed }) => [
        `${at} ${title}`,
        { ...per(billed), lookups: rounded(billed.lookups, people) },
      ]),
    ),
    functions: Object.fromEntries(
      Object.entries(functions).map(([fn, bill]) => [
        fn,
        { ...per(bill), calls: rounded(bill.calls, people) },
      ]),
    ),
  };
}
