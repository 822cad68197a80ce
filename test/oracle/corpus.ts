// The cases that proved able to tell a broken rule from a whole one, kept by name in corpus.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { otherOrg } from '../fixtures/documents.ts';
import { caseOf, kinds, steps, type Case, type Recipe } from './cases.ts';

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

/** Of every collection and operation once: what its namesake in another organisation may not. */
const elsewhere: readonly string[] = [
  ...new Map(
    [...stepsByName.keys()]
      .filter((name) => name.endsWith(` of ${otherOrg} asks`))
      .map((name) => [name.slice(0, name.indexOf(':')), name]),
  ).values(),
];

/** Each kind as it is, and what was recorded; a name that nothing bears any more is told, so that the corpus doesn't thin out unseen. */
export function corpusNames(): string[] {
  const recorded = recordedNames();
  const gone = recorded.filter((name) => !stepsByName.has(name));
  if (gone.length > 0)
    throw new Error(
      `corpus.json names what is no case any more: ${gone.join('; ')}; record anew: npm run mutants -- --record`,
    );
  return [...new Set([...kinds.map(({ name }) => name), ...elsewhere, ...recorded])];
}
export const corpus = (): Case[] => corpusNames().map((name) => caseOf(stepsByName.get(name) as Recipe));
