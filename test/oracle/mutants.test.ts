// A sample of broken rules, which the recorded cases must notice; all of them are `npm run mutants`.
import { readFileSync } from 'node:fs';
import { beforeAll, expect, inject, test } from 'vitest';
import { projectRoot } from '../../local/paths.ts';
import { corpusNames } from './corpus.ts';
import { Lane } from './emulator.ts';
import { allMutants, judge, sampled } from './mutants.ts';
import { broken, type Mutant } from './mutate.ts';
import { Pool } from './pool.ts';
import { stale, unexplained } from './survivors.ts';

const rules = readFileSync(`${projectRoot}/firestore.rules`, 'utf8');
const port = () => inject('suite').ports.firestore;
const sample = 40;
const seed = 24;

let mutants: Mutant[] = [];
beforeAll(async () => {
  mutants = await allMutants(rules, new Lane(port(), 'demo-mutants-tree'));
}, 120_000);

test(`the recorded cases notice ${sample} broken rules, drawn by one seed`, async () => {
  const bench = { rules, port: port(), pool: new Pool(corpusNames()), say: () => undefined };
  const judged = await judge(sampled(mutants, sample, seed), bench);
  const survived = judged.filter(({ killer }) => killer === null).map(({ mutant }) => mutant);
  expect(judged).toHaveLength(sample);
  expect(unexplained(survived).map(({ line, column, what }) => `${line}:${column} ${what}`)).toEqual([]);
}, 600_000);

test('every survivor that is explained is still there to explain', () => {
  expect(stale(mutants)).toEqual([]);
});

test('rules are broken in hundreds of ways', () => {
  expect(mutants.length).toBeGreaterThan(500);
  expect(new Set(mutants.map((mutant) => broken(rules, mutant))).size).toBe(mutants.length);
});
