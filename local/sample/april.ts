// April 2026 of the sample organisation as data: what everybody does and when, and what the authorities make of it.
import { resolveAuthorities } from '../../functions/src/domain/authority.ts';
import type { Authority } from '../../functions/src/domain/authorityTypes.ts';
import { sampleProfile } from './profile.ts';
import type { Block } from '../../functions/src/domain/words.ts';
import type { Scene } from './april/acts.ts';
import type { Casebook } from './april/casebook.ts';
import { personScript } from './april/personScript.ts';
import { scenesOf } from './april/scenes.ts';
import type { PersonScript } from './april/scripts.ts';
import { bookOf } from './books.ts';
import { sampleSeed, type SampleOrganisation } from './organisation.ts';

export const april = '2026-04';
/** When the organisation is loaded: the evening before the first cycle opens. */
export const loadedAt = '2026-03-31T20:00';
export const publishedAt = '2026-05-05T08:00';

export interface AprilScript {
  book: Casebook;
  people: ReadonlyMap<string, PersonScript>;
  authorities: ReadonlyMap<string, Authority>;
  blocks: ReadonlyMap<string, Block>;
  scenes: Scene[];
}

export function aprilOf(sample: SampleOrganisation, seed: number = sampleSeed): AprilScript {
  const { organisation, document } = sample;
  const book = bookOf(sample);
  const { authorities } = resolveAuthorities(
    sampleProfile(sample),
    organisation,
    document.settings,
    '2026-04-01',
  );
  const units = new Map(organisation.units.map((unit) => [unit.id, unit]));
  const categories = new Map(organisation.people.map((person) => [person.id, person.category]));
  const people = new Map<string, PersonScript>();
  const blocks = new Map<string, Block>();
  for (const authority of authorities.values()) {
    const unit = units.get(authority.unit);
    const category = categories.get(authority.person);
    if (!unit || !category) throw new Error(`${authority.person} stands in no unit of the sample`);
    people.set(authority.person, personScript({ authority, unit, category, seed, book }));
    blocks.set(authority.person, unit.block);
  }
  const scenes = scenesOf({ authorities: [...authorities.values()], units }, book);
  return { book, people, authorities, blocks, scenes };
}
