// What cases of writing share: the act that every write carries, and some variety of values.
import { now, type Fields } from '../../request.ts';
import type { Random } from '../random.ts';

export const fields = (document: object): Fields => ({ ...document });
export const saved = (prior: Fields) => ({ rev: Number(prior['rev']) + 1, savedAt: now });
export const only = (document: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(document).filter(([name]) => names.includes(name)));
/** Some variety of values that both gates take. */
export const variant = (random: Random, cases: readonly { change: Fields }[]): Fields =>
  random.chance(0.5) ? random.pick(cases).change : {};
