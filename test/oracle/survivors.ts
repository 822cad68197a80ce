// Mutants that may live, each with its reason; named by their text, so that an explanation goes stale loudly.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutate.ts';

export interface Survivor {
  on: string;
  what: string;
  reason: string;
}

export const survivors = (): Survivor[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'survivors.json'), 'utf8')) as Survivor[];

const explains = (mutant: Mutant) => (one: Survivor) => one.on === mutant.on && one.what === mutant.what;

export const unexplained = (mutants: readonly Mutant[]): Mutant[] => {
  const known = survivors();
  return mutants.filter((mutant) => !known.some(explains(mutant)));
};

/** Explanations of mutants that there no longer are. */
export const stale = (mutants: readonly Mutant[]): Survivor[] =>
  survivors().filter((one) => !mutants.some((mutant) => explains(mutant)(one)));
