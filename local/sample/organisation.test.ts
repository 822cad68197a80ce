// The sample organisation keeps what the demo, the guides and other tests rely on: its bytes and the cases it contains.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { resolveAuthorities } from '../../functions/src/domain/authority.ts';
import type { Authority } from '../../functions/src/domain/authorityTypes.ts';
import type { Person } from '../../functions/src/domain/organisation.ts';
import { profileOf } from '../../functions/src/domain/profiles/profile.ts';
import { defaultSettings } from '../../functions/src/domain/settings.ts';
import { memberSchema, personSchema } from '../../functions/src/schema/person.ts';
import { organisationSchema } from '../../functions/src/schema/cycle.ts';
import { unitSchema } from '../../functions/src/schema/unit.ts';
import { personDocument, unitDocument } from './documents.ts';
import { sampleOrganisation } from './organisation.ts';

const sample = sampleOrganisation();
const { people, units } = sample.organisation;
const inUnit = (unit: string) =>
  people.filter((p) => p.posts.some((post) => post.primary && post.unit === unit));
const counted = (list: Person[]) =>
  list.filter((p) => p.category !== 'contract' && p.category !== 'part-time').length;
const kinds = (p: Person) => p.posts.map((post) => post.kind);

const resolved = resolveAuthorities(
  profileOf(sample.document.profile),
  sample.organisation,
  defaultSettings,
  '2026-04-01',
);
const authority = (person: string): Authority => {
  const found = resolved.authorities.get(person);
  if (!found) throw new Error(`nobody has authority over ${person}`);
  return found;
};

describe('the bytes', () => {
  test('the same seed gives the same organisation, another seed other people in the same posts', () => {
    expect(sampleOrganisation(24)).toEqual(sampleOrganisation(24));
    const other = sampleOrganisation(25).organisation.people;
    expect(other.map((p) => p.id)).toEqual(people.map((p) => p.id));
    expect(other.map((p) => p.name)).not.toEqual(people.map((p) => p.name));
  });

  test('they change only on purpose', () => {
    // Settings are the defaults of the product, which grow with it.
    const { settings: _, log: __, calendar: ___, ...document } = sample.document;
    const bytes = JSON.stringify({ ...sample, document });
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    expect(hash).toBe('6e0e596571f3e07a');
  });

  test('every document satisfies its schema', () => {
    organisationSchema.parse(sample.document);
    for (const unit of units) unitSchema.parse(unitDocument(unit));
    for (const person of people) personSchema.parse(personDocument(person));
    for (const member of Object.values(sample.members)) memberSchema.parse(member);
  });

  test('names are NFC, mailboxes ascii and unlike each other', () => {
    expect(people.map((p) => p.name)).toEqual(people.map((p) => p.name.normalize('NFC')));
    for (const { email } of people) expect(email).toMatch(/^[a-z]+\.[a-z]+@namro\.example$/);
    expect(new Set(people.map((p) => p.email)).size).toBe(people.length);
    expect(new Set(people.map((p) => p.id)).size).toBe(people.length);
  });
});

describe('what it contains', () => {
  test('about 120 people in both blocks, ten wards, schools of three levels', () => {
    expect(people.length).toBeGreaterThan(110);
    expect(people.length).toBeLessThan(140);
    expect(units.filter((u) => u.kind === 'ward-party')).toHaveLength(10);
    expect(units.filter((u) => u.kind === 'ward-committee')).toHaveLength(10);
    expect(units.filter((u) => u.kind === 'school')).toHaveLength(3);
  });

  test('every post stands in a unit that exists, and a deputy is in charge of people of the same unit', () => {
    const known = new Set(units.map((u) => u.id));
    for (const person of people) {
      for (const { unit, fields, inCharge } of person.posts) {
        expect(known).toContain(unit);
        for (const field of fields) expect(known).toContain(field);
        for (const id of inCharge) expect(inUnit(unit).map((p) => p.id)).toContain(id);
      }
    }
  });

  test('a unit of 19 and one of 20 CBCCVC with the head, each with an uncounted contract worker (S3 II.5.2)', () => {
    expect(counted(inUnit('phong-tckh'))).toBe(19);
    expect(counted(inUnit('phong-qldt'))).toBe(20);
    for (const unit of ['phong-tckh', 'phong-qldt']) {
      expect(inUnit(unit).some((p) => p.category === 'contract')).toBe(true);
    }
  });

  test('a Bí thư who is Chủ tịch, two people, and a Chủ tịch who is Phó Bí thư', () => {
    const chairs = people.filter((p) => kinds(p).includes('ward-chair'));
    const both = chairs.filter((p) => kinds(p).includes('ward-secretary'));
    const deputies = chairs.filter((p) => kinds(p).includes('ward-deputy-secretary'));
    expect(chairs).toHaveLength(10);
    expect([both.length, deputies.length, chairs.length - both.length - deputies.length]).toEqual([5, 3, 2]);
  });

  test('maternity all month, a short leave, a part-time worker, an acting head', () => {
    const away = people.flatMap((p) => p.absences.map((a) => a.excuse));
    expect(away.sort()).toEqual(['leave', 'maternity']);
    expect(people.some((p) => p.category === 'part-time')).toBe(true);
    expect(people.some((p) => p.posts.some((post) => post.acting && post.kind === 'head'))).toBe(true);
  });
});

describe('authority over it', () => {
  test('has no gap, and only the Bí thư is decided outside', () => {
    expect(resolved.gaps).toEqual([]);
    expect(resolved.outside).toEqual(['bi-thu']);
    expect(resolved.authorities.size).toBe(people.length - 1);
  });

  test('every row of the matrix occurs', () => {
    const rows = new Set([...resolved.authorities.values()].map((a) => a.row));
    for (let row = 1; row <= 13; row += 1) expect(rows).toContain(row);
  });

  test.each([
    // who, row, evaluates, decides
    ['pbt-thuong-truc', 1, 'bi-thu', 'bi-thu'],
    ['btc-truong', 2, 'bi-thu', 'bi-thu'],
    ['dai-mo-bi-thu', 3, 'bi-thu', 'bi-thu'],
    ['me-tri-bi-thu', 3, 'bi-thu', 'bi-thu'],
    ['vpqu-lai-xe', 4, 'vpqu-chanh', 'vpqu-chanh'],
    ['md1-mttq-pho', 5, 'my-dinh-1-bi-thu', 'my-dinh-1-bi-thu'],
    ['hdnd-ktxh', 6, 'pbt-thuong-truc', 'pbt-thuong-truc'],
    ['me-tri-chu-tich', 7, 'chu-tich-ubnd', 'chu-tich-ubnd'],
    ['my-dinh-1-chu-tich', 7, 'chu-tich-ubnd', 'chu-tich-ubnd'],
    ['th-hieu-truong', 8, 'gddt-truong', 'gddt-truong'],
    ['tckh-cv-01', 9, 'tckh-truong', 'tckh-truong'],
    ['tckh-hd', 9, 'tckh-truong', 'tckh-truong'],
    ['qldt-pho-1', 9, 'qldt-truong', 'qldt-truong'],
    ['qldt-cv-01', 10, 'qldt-pho-1', 'qldt-truong'],
    ['qldt-cv-16', 10, 'qldt-truong', 'qldt-truong'],
    ['md1-ho-tich', 11, 'my-dinh-1-chu-tich', 'my-dinh-1-chu-tich'],
    ['th-pho-1', 12, 'th-hieu-truong', 'th-hieu-truong'],
    ['th-gv-01', 13, 'th-pho-1', 'th-hieu-truong'],
    ['th-bao-ve', 13, 'th-pho-2', 'th-hieu-truong'],
    ['cs-gv-01', 13, 'cs-hieu-truong', 'cs-hieu-truong'],
  ])('%s stands in row %i: %s evaluates, %s decides', (person, row, evaluator, decider) => {
    expect(authority(person)).toMatchObject({ row, evaluator, decider });
  });

  test('a part-time worker falls to the head of the unit that assigns the work', () => {
    expect(authority('md1-kct')).toMatchObject({ decider: 'my-dinh-1-chu-tich' });
  });
});
