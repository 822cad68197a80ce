// The sample commune keeps what its demo, the guides and other tests rely on: its bytes and the cases it contains.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { aggregators, resolveAuthorities } from '../../../functions/src/domain/authority.ts';
import { postsOf } from '../../../functions/src/domain/profiles/table.ts';
import { blocks } from '../../../functions/src/domain/words.ts';
import { organisationSchema } from '../../../functions/src/schema/cycle.ts';
import { memberSchema, personSchema } from '../../../functions/src/schema/person.ts';
import { unitSchema } from '../../../functions/src/schema/unit.ts';
import { demoAccounts } from '../accounts.ts';
import { bookOf, sampleNamed, sampleNames } from '../books.ts';
import { personDocument, unitDocument } from '../documents.ts';
import { sampleProfile } from '../profile.ts';
import { communeOrganisation } from './organisation.ts';

const sample = communeOrganisation();
const { people, units } = sample.organisation;
const profile = sampleProfile(sample);
const resolved = resolveAuthorities(profile, sample.organisation, sample.document.settings, '2026-04-01');

describe('the bytes', () => {
  test('the same seed gives the same organisation', () => {
    expect(communeOrganisation(24)).toEqual(communeOrganisation(24));
  });

  test('they change only on purpose', () => {
    const { settings: _, log: __, calendar: ___, ...document } = sample.document;
    const bytes = JSON.stringify({ ...sample, document });
    expect(createHash('sha256').update(bytes).digest('hex').slice(0, 16)).toBe('715ca5aed8c358f7');
  });

  test('every document satisfies its schema', () => {
    organisationSchema.parse(sample.document);
    for (const unit of units) unitSchema.parse(unitDocument(unit));
    for (const person of people) personSchema.parse(personDocument(person));
    for (const member of Object.values(sample.members)) memberSchema.parse(member);
  });

  test('mailboxes and ids are unlike each other', () => {
    for (const { email } of people) expect(email).toMatch(/^[a-z]+\.[a-z]+@namro\.example$/);
    expect(new Set(people.map((p) => p.email)).size).toBe(people.length);
    expect(new Set(people.map((p) => p.id)).size).toBe(people.length);
  });
});

// Both samples: an import of them would be refused otherwise.
describe.each(sampleNames)('%s', (name) => {
  const one = sampleNamed(name);
  const words = sampleProfile(one);
  const { organisation, members } = one;
  const byId = new Map(organisation.units.map((unit) => [unit.id, unit]));

  test('units and posts are of kinds that the profile declares, in blocks and units where they belong', () => {
    for (const { kind, block, role } of organisation.units) {
      expect(words.unitKinds.get(kind)?.blocks).toContain(block);
      if (role !== null) expect([...words.unitRoles.keys()]).toContain(role);
    }
    for (const post of organisation.people.flatMap((person) => person.posts)) {
      const kind = words.unitKinds.get(byId.get(post.unit)?.kind ?? '');
      expect(kind && postsOf(kind), post.title).toContain(post.kind);
    }
  });

  test('fields, people in charge of, rights and demo accounts name what there is', () => {
    const persons = new Set(organisation.people.map((p) => p.id));
    for (const { fields, inCharge } of organisation.people.flatMap((person) => person.posts)) {
      for (const field of fields) expect(byId.has(field), field).toBe(true);
      for (const id of inCharge) expect(persons.has(id), id).toBe(true);
    }
    for (const id of Object.keys(members)) expect(persons.has(id), id).toBe(true);
    expect(demoAccounts(one, bookOf(one)).length).toBeGreaterThan(10);
  });
});

describe('what the commune contains', () => {
  test('90 to 130 people of all bodies that S0 names', () => {
    expect(people.length).toBeGreaterThanOrEqual(90);
    expect(people.length).toBeLessThanOrEqual(130);
    expect(new Set(units.map((unit) => unit.kind))).toEqual(new Set(profile.unitKinds.keys()));
    expect(sample.document.place).toBe('Ô Diên');
  });

  test('everybody has an evaluator and a decider; the Bí thư is decided outside', () => {
    expect(resolved.gaps).toEqual([]);
    expect(resolved.outside).toEqual(['bi-thu']);
    const rows = new Set([...resolved.authorities.values()].map(({ row }) => row));
    for (const { row } of [...profile.rows, profile.fallback]) expect(rows).toContain(row);
  });

  test('a phòng of 20 CBCCVC, part-time workers, a Chủ tịch UBND who is Phó Bí thư', () => {
    expect(resolved.authorities.get('kt-cv-01')).toMatchObject({ row: 10, headcount: 20 });
    expect(people.filter((p) => p.category === 'part-time').length).toBeGreaterThan(2);
    const chair = people.find((p) => p.id === 'chu-tich-ubnd');
    expect(chair?.posts.map((post) => post.kind)).toEqual(['deputy-secretary', 'chair']);
  });

  test('one board aggregates both blocks, two offices hand in figures', () => {
    for (const block of blocks) {
      expect(aggregators(profile, sample.organisation, block, '2026-04-01')).toEqual(['xdd-truong']);
      expect(units.filter((unit) => unit.role === profile.offices[block])).toHaveLength(1);
    }
    expect(sample.members['xdd-truong']?.aggregates).toEqual(['party', 'government']);
  });
});
