// The samples by name, as the options of `npm start` and `npm run demo` call them, and the casebook of each.
import type { Casebook } from './april/casebook.ts';
import { districtBook } from './april/districtBook.ts';
import { communeBook } from './commune/book.ts';
import { communeOrg, communeOrganisation } from './commune/organisation.ts';
import { sampleOrg, sampleOrganisation, type SampleOrganisation } from './organisation.ts';

const samples = {
  district: { org: sampleOrg, organisation: sampleOrganisation, book: districtBook },
  commune: { org: communeOrg, organisation: communeOrganisation, book: communeBook },
} as const;
export type SampleName = keyof typeof samples;
export const sampleNames = Object.keys(samples) as SampleName[];

export const isSampleName = (text: string): text is SampleName => Object.hasOwn(samples, text);

export const sampleNamed = (name: SampleName): SampleOrganisation => samples[name].organisation();

export const orgOf = (name: SampleName): string => samples[name].org;

export function bookOf({ organisation }: SampleOrganisation): Casebook {
  const found = Object.values(samples).find(({ org }) => org === organisation.id);
  if (!found) throw new Error(`no casebook for ${organisation.id}`);
  return found.book;
}
