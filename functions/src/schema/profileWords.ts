// What the form of a profile alone can't say: every kind it names is one it declares, and its rows can come true.
import type { ProfileFile } from './profile.ts';

export interface Mismatch {
  path: (string | number)[];
  message: string;
}

type Cases = ProfileFile['rows'][number]['cases'];

/** Kinds named at `path` that `declared` doesn't have. */
function unknown(
  kinds: readonly string[],
  declared: object,
  path: Mismatch['path'],
  what: string,
): Mismatch[] {
  return kinds
    .filter((kind) => !Object.hasOwn(declared, kind))
    .map((kind) => ({ path, message: `“${kind}” is no ${what} of this profile` }));
}

function inUnitKinds({ unitKinds, postKinds }: ProfileFile): Mismatch[] {
  return Object.entries(unitKinds).flatMap(([kind, entry]) => {
    const at = (field: string) => ['unitKinds', kind, field];
    const all = [...entry.heads, ...entry.deputies, ...entry.posts];
    const twice = all.filter((post, i) => all.indexOf(post) !== i);
    return [
      ...(['heads', 'deputies', 'posts'] as const).flatMap((field) =>
        unknown(entry[field], postKinds, at(field), 'kind of post'),
      ),
      ...twice.map((post) => ({ path: at('posts'), message: `“${post}” stands in it twice` })),
    ];
  });
}

function inCases(cases: Cases, file: ProfileFile, path: Mismatch['path']): Mismatch[] {
  return cases.flatMap((c, i) => {
    const at = (field: string) => [...path, 'cases', i, field];
    const entries = c.units.flatMap((unit) => file.unitKinds[unit] ?? []);
    const has = (post: string) => entries.some((e) => [...e.heads, ...e.deputies, ...e.posts].includes(post));
    const { block } = c;
    return [
      ...unknown(c.units, file.unitKinds, at('units'), 'kind of unit'),
      ...unknown(c.posts, file.postKinds, at('posts'), 'kind of post'),
      ...c.posts
        .filter((post) => Object.hasOwn(file.postKinds, post) && entries.length > 0 && !has(post))
        .map((post) => ({ path: at('posts'), message: `no unit named here has the post “${post}”` })),
      ...(block !== null && entries.length > 0 && !entries.some((e) => e.blocks.includes(block))
        ? [{ path: at('block'), message: `no unit named here stands in the block “${block}”` }]
        : []),
      ...(c.size !== null && entries.some((e) => e.school)
        ? [{ path: at('size'), message: 'a school takes two steps whatever its size' }]
        : []),
    ];
  });
}

type Rule = Omit<ProfileFile['fallback'], 'row'>;

function inRule(rule: Rule, file: ProfileFile, path: Mismatch['path']): Mismatch[] {
  const post = (kinds: readonly string[], ...field: string[]) =>
    unknown(kinds, file.postKinds, [...path, ...field], 'kind of post');
  return [
    ...(['evaluator', 'decider'] as const).flatMap((part) => {
      const seat = rule[part];
      return seat.seat === 'head-of-kind'
        ? unknown([seat.unitKind], file.unitKinds, [...path, part, 'unitKind'], 'kind of unit')
        : [];
    }),
    ...(rule.decider.seat === 'deputy-in-charge'
      ? [{ path: [...path, 'decider'], message: 'a deputy in charge evaluates and never decides' }]
      : []),
    ...post(rule.collective?.posts ?? [], 'collective', 'posts'),
    ...post(rule.consulted?.posts ?? [], 'consulted', 'posts'),
    ...post(rule.onRequest?.posts ?? [], 'onRequest', 'posts'),
    ...unknown(rule.onRequest?.units ?? [], file.unitKinds, [...path, 'onRequest', 'units'], 'kind of unit'),
    ...rule.proposers.flatMap(({ chairs, members }, i) => [
      ...post([chairs], 'proposers', `${i}`, 'chairs'),
      ...post(members, 'proposers', `${i}`, 'members'),
    ]),
  ];
}

/** Empty where the profile is whole. `name` is the file's, which is the profile's id. */
export function mismatchesOf(name: string, file: ProfileFile): Mismatch[] {
  const numbers = file.rows.map(({ row }) => row);
  return [
    ...(name === `${file.id}.json`
      ? []
      : [{ path: ['id'], message: `the file must be called ${file.id}.json` }]),
    ...numbers.flatMap((row, i) =>
      numbers.indexOf(row) === i ? [] : [{ path: ['rows', i, 'row'], message: 'the number occurs twice' }],
    ),
    ...inUnitKinds(file),
    ...file.rows.flatMap((row, i) => [
      ...inCases(row.cases, file, ['rows', i]),
      ...inRule(row, file, ['rows', i]),
    ]),
    ...inRule(file.fallback, file, ['fallback']),
    ...(['aggregators', 'offices'] as const).flatMap((field) =>
      (['party', 'government'] as const).flatMap((block) =>
        unknown([file[field][block]], file.unitRoles, [field, block], 'role of a unit'),
      ),
    ),
    ...unknown([file.appeals.unitKind], file.unitKinds, ['appeals', 'unitKind'], 'kind of unit'),
  ];
}
