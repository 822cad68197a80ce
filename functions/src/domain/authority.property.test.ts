// What holds of authority in any organisation whatever, well-formed or not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communeUnits, districtUnits, organisation } from '../../../test/fixtures/organisationTable.ts';
import { aggregators, headOf, resolveAuthorities } from './authority.ts';
import type { Organisation, Person, Post, Unit } from './organisation.ts';
import { profileOf, type Profile } from './profiles/profile.ts';
import { postsOf } from './profiles/table.ts';
import { defaultSettings } from './settings.ts';
import { blocks, categories } from './words.ts';

const day = '2026-04-01';

const present = (p: Person) => (p.joined ?? day) <= day && day <= (p.left ?? day);

interface World {
  profile: Profile;
  anyOrganisation: fc.Arbitrary<Organisation>;
}

/** Organisations of the profile around a tree of units; every unit has somebody in the seat of its head, mostly. */
function worldOf(profile: Profile, tree: readonly Unit[]): World {
  /** Posts that belong into a unit of the kind, its head's first. */
  const fitting = (kind: string): string[] => {
    const entry = profile.unitKinds.get(kind);
    if (!entry) throw new Error(`no such kind of unit: ${kind}`);
    return postsOf(entry);
  };

  const unitIds = tree.map(({ id }) => id);
  const personIds = Array.from({ length: 60 }, (_, n) => `n${n}`);

  const rarely = (n: number) => fc.integer({ min: 0, max: n }).map((k) => k === 0);
  const date = fc.option(fc.constantFrom('2026-03-31', day, '2026-04-02'), { nil: null, freq: 9 });

  /** Mostly a post that fits its unit; one in forty is any post anywhere, even in a unit that there isn't. */
  const post: fc.Arbitrary<Post> = fc
    .oneof(
      {
        weight: 39,
        arbitrary: fc
          .constantFrom(...tree)
          .chain(({ id, kind }) =>
            fc.constantFrom(...fitting(kind).slice(1)).map((k) => ({ unit: id, kind: k })),
          ),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          unit: fc.constantFrom(...unitIds, 'gone'),
          kind: fc.constantFrom(...profile.postKinds.keys()),
        }),
      },
    )
    .chain((place) =>
      fc.record({
        unit: fc.constant(place.unit),
        kind: fc.constant(place.kind),
        title: fc.constantFrom('Chức vụ A', 'Chức vụ B'),
        primary: fc.constant(false),
        acting: rarely(9),
        fields: fc.subarray(unitIds, { maxLength: 6 }),
        inCharge: fc.subarray(personIds, { maxLength: 12 }),
        from: date,
        to: date,
      }),
    );

  const anyone = (id: string, first: fc.Arbitrary<Post[]>): fc.Arbitrary<Person> =>
    fc.record({
      id: fc.constant(id),
      name: fc.constant(id),
      email: fc.constant(`${id}@example.invalid`),
      category: fc.constantFrom(...categories),
      partyMember: fc.boolean(),
      decidedOutside: rarely(19),
      // Now and then no post is the primary one.
      posts: fc
        .tuple(first, fc.array(post, { maxLength: 2 }), rarely(39))
        .map(([own, more, none]) => [...own, ...more].map((p, i) => ({ ...p, primary: i === 0 && !none }))),
      absences: fc.constant([]),
      joined: date,
      left: date,
    });

  const heads = tree.map(({ id, kind }) =>
    anyone(`h-${id}`, fc.tuple(post.map((p) => ({ ...p, unit: id, kind: fitting(kind)[0] ?? '' })))),
  );
  const others = personIds.map((id) =>
    anyone(
      id,
      post.map((p) => [p]),
    ),
  );
  const units = fc.tuple(
    ...tree.map((u) =>
      fc
        .tuple(fc.constantFrom(...blocks), rarely(9), fc.integer({ min: 0, max: 40 }), rarely(1))
        .map(([block, stray, headcount, counted]) => ({
          ...u,
          block: stray ? block : u.block,
          headcountOverride: counted ? null : headcount,
        })),
    ),
  );
  const people = fc.tuple(fc.tuple(...heads), fc.tuple(...others)).map(([a, b]) => [...a, ...b]);
  const anyOrganisation = fc.tuple(units, people).map(([u, p]) => organisation(u, p));
  return { profile, anyOrganisation };
}

describe.each([
  worldOf(profileOf('district@S3-2024'), districtUnits),
  worldOf(profileOf('commune@S0-2025'), communeUnits),
])('in any organisation of $profile.id', ({ profile, anyOrganisation }) => {
  const resolve = (o: Organisation) => resolveAuthorities(profile, o, defaultSettings, day);

  it('everyone there on the day has one authority, one gap, or is decided outside', () => {
    fc.assert(
      fc.property(anyOrganisation, (o) => {
        const { authorities, gaps, outside } = resolve(o);
        const named = [...authorities.keys(), ...gaps.map((gap) => gap.person), ...outside].sort();
        expect(named).toEqual(
          o.people
            .filter(present)
            .map(({ id }) => id)
            .sort(),
        );
        for (const [id, authority] of authorities) expect(authority.person).toBe(id);
        for (const gap of gaps) expect(gap.reason).toMatch(/^\p{Lu}.*\.$/u);
      }),
    );
  });

  it('nobody evaluates, decides, is asked, proposes or heads on themselves, and only who is there does so', () => {
    fc.assert(
      fc.property(anyOrganisation, (o) => {
        const there = new Set(o.people.filter(present).map(({ id }) => id));
        for (const a of resolve(o).authorities.values()) {
          const others = [
            a.evaluator,
            a.decider,
            ...a.consulted,
            ...a.proposers,
            ...a.participants,
            ...(a.head === null ? [] : [a.head]),
          ];
          expect(others).not.toContain(a.person);
          expect(others.every((id) => there.has(id))).toBe(true);
          for (const asked of [a.consulted, a.proposers, a.participants]) {
            expect(asked).not.toContain(a.decider);
            expect(asked).toEqual([...new Set(asked)].sort());
          }
        }
      }),
    );
  });

  it('an evaluator other than the decider is a deputy of the unit with the person in charge', () => {
    fc.assert(
      fc.property(anyOrganisation, (o) => {
        for (const a of resolve(o).authorities.values()) {
          if (a.evaluator === a.decider) continue;
          expect([10, 13]).toContain(a.row);
          const posts = o.people.find(({ id }) => id === a.evaluator)?.posts;
          expect(posts?.some((p) => p.unit === a.unit && p.inCharge.includes(a.person))).toBe(true);
          expect(a.decider).toBe(headOf(profile, o, a.unit, day));
        }
      }),
    );
  });

  it('a unit that files a plan is headed by its one head, and by nobody else', () => {
    fc.assert(
      fc.property(anyOrganisation, (o) => {
        const { authorities } = resolve(o);
        const heads = new Map<string, string[]>();
        for (const { person, headsUnits, isHead } of authorities.values()) {
          expect(isHead).toBe(headsUnits.length > 0);
          expect(headsUnits).toEqual([...new Set(headsUnits)].sort());
          for (const unit of headsUnits) heads.set(unit, [...(heads.get(unit) ?? []), person]);
        }
        for (const { id, kind } of o.units) {
          const head = headOf(profile, o, id, day);
          // Who has no authority over them is asked for nothing: decided outside, or a gap.
          const files = profile.unitKinds.get(kind)?.filesPlan === true && head !== null;
          expect(heads.get(id) ?? []).toEqual(files && authorities.has(head) ? [head] : []);
        }
      }),
    );
  });

  it('two steps are taken from the headcount on, and one below it', () => {
    fc.assert(
      fc.property(anyOrganisation, (o) => {
        for (const { row, headcount } of resolve(o).authorities.values()) {
          if (row === 10) expect(headcount).toBeGreaterThanOrEqual(defaultSettings.headcount);
          expect(headcount !== null).toBe([9, 10, 12, 13].includes(row));
        }
      }),
    );
  });

  it('the order of people, units and posts changes nothing', () => {
    const shuffled = anyOrganisation.chain((o) =>
      fc.tuple(
        fc.constant(o),
        fc.shuffledSubarray(o.people, { minLength: o.people.length }),
        fc.shuffledSubarray(o.units, { minLength: o.units.length }),
      ),
    );
    const bytes = (o: Organisation) => {
      const { authorities, ...rest } = resolve(o);
      return JSON.stringify([
        [...authorities.values()],
        rest,
        blocks.map((b) => aggregators(profile, o, b, day)),
      ]);
    };
    fc.assert(
      fc.property(shuffled, ([o, mixed, mixedUnits]) => {
        const turned = mixed.map((p) => ({ ...p, posts: [...p.posts].reverse() }));
        expect(bytes(organisation(mixedUnits, turned))).toBe(bytes(o));
      }),
    );
  });

  it('leaves what it was given as it was', () => {
    fc.assert(
      fc.property(anyOrganisation, (o) => {
        const before = JSON.stringify(o);
        resolve(o);
        expect(JSON.stringify(o)).toBe(before);
      }),
    );
  });
});
