// The cases that proved able to tell a broken rule from a whole one, kept by name in corpus.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseOf, steps, type Case, type Recipe } from './cases.ts';

const file = join(import.meta.dirname, 'corpus.json');

/** Name of a case one step away; it stays the same as long as kind and step are called so. */
export const nameOfStep = ({ parts }: Recipe): string =>
  parts
    .map(({ kind, mutations }) => [kind.name, ...mutations.map(({ name }) => name)].join(' | '))
    .join(' & ');

export const stepsByName: ReadonlyMap<string, Recipe> = new Map(
  steps.map((recipe) => [nameOfStep(recipe), recipe]),
);

export const recordedNames = (): string[] => JSON.parse(readFileSync(file, 'utf8')) as string[];
export const record = (names: Iterable<string>): void => {
  writeFileSync(file, `${JSON.stringify([...new Set(names)].sort(), null, 1)}\n`);
};

/** A name that no kind and step bear any more is told, so that the corpus doesn't thin out unseen. */
export function corpus(): Case[] {
  return recordedNames().map((name) => {
    const recipe = stepsByName.get(name);
    if (!recipe)
      throw new Error(
        `corpus.json names what is no case any more: ${name}; record it again: npm run mutants -- --record`,
      );
    return caseOf(recipe);
  });
}
