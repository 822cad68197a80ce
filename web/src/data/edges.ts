// Who evaluates whom as pages show it: edges by unit, live from the organisation or frozen from `authorities`.
import { resolveAuthorities } from '../../../functions/src/domain/authority.ts';
import type { Authority } from '../../../functions/src/domain/authorityTypes.ts';
import { fold } from '../../../functions/src/domain/fold.ts';
import type { Organisation } from '../../../functions/src/domain/organisation.ts';
import type { Profile } from '../../../functions/src/domain/profiles/profile.ts';
import type { Settings } from '../../../functions/src/domain/settings.ts';
import type { Block, CivilDate } from '../../../functions/src/domain/words.ts';
import type { UnitAuthorities } from '../../../functions/src/schema/authorities.ts';
import { compareNames } from './queue.ts';

export interface Named {
  id: string;
  name: string;
}

export interface Edge extends Named {
  post: string;
  row: number;
  clause: string;
  headcount: number | null;
  evaluator: Named;
  decider: Named;
  consulted: Named[];
  /** Asked where the decider wants it. */
  onRequest: Named[];
  proposers: Named[];
  /** Reason of the last correction; null where authority is as the table says. */
  corrected: string | null;
}

/** Who has no edge: nobody can be found, or the decision is made outside. */
export interface NoEdge extends Named {
  post: string;
  why: string;
}

export interface UnitEdges extends Named {
  parent: string | null;
  block: Block;
  edges: Edge[];
  without: NoEdge[];
}

export const decidedOutsideText = 'Do cấp trên đánh giá, quyết định xếp loại; kết quả được ghi vào sau.';

/** What the resolver says for `day`; people without an edge stand in the unit of their primary post. */
export function liveEdges(
  profile: Profile,
  organisation: Organisation,
  settings: Settings,
  day: CivilDate,
): UnitEdges[] {
  const resolved = resolveAuthorities(profile, organisation, settings, day);
  const people = new Map(organisation.people.map((person) => [person.id, person]));
  const units = new Map<string, UnitEdges>(
    organisation.units
      .filter(({ closed }) => closed === null || day <= closed)
      .map(({ id, name, parent, block }) => [id, { id, name, parent, block, edges: [], without: [] }]),
  );
  const named = (id: string): Named => ({ id, name: people.get(id)?.name ?? id });
  for (const authority of resolved.authorities.values()) {
    units.get(authority.unit)?.edges.push(edgeOf(authority, named));
  }
  const without = [
    ...resolved.gaps.map(({ person, reason }) => ({ person, why: reason })),
    ...resolved.outside.map((person) => ({ person, why: decidedOutsideText })),
  ];
  for (const { person, why } of without) {
    const posts = people.get(person)?.posts ?? [];
    const post = posts.find(({ primary }) => primary) ?? posts[0];
    units.get(post?.unit ?? '')?.without.push({ ...named(person), post: post?.title ?? '', why });
  }
  return [...units.values()].map(inOrder);
}

function edgeOf(a: Authority, named: (id: string) => Named): Edge {
  const { post, row, clause, headcount } = a;
  return {
    ...named(a.person),
    ...{ post, row, clause, headcount },
    evaluator: named(a.evaluator),
    decider: named(a.decider),
    consulted: a.consulted.map(named),
    onRequest: a.onRequest.map(named),
    proposers: a.proposers.map(named),
    corrected: null,
  };
}

/** What was frozen at the opening of a month, with the corrections since. */
export function frozenEdges(units: readonly UnitAuthorities[]): UnitEdges[] {
  return units.map((unit) => {
    const named = (id: string): Named => ({ id, name: unit.names[id] ?? id });
    return inOrder({
      ...{ id: unit.unit, name: unit.unitName, parent: unit.parent, block: unit.block },
      edges: Object.entries(unit.rows).map(([person, row]) => ({
        ...{ id: person, name: row.name, post: row.post, row: row.row, clause: row.clause },
        ...{ headcount: row.headcount, corrected: row.corrected },
        evaluator: named(row.evaluator),
        decider: named(row.decider),
        consulted: row.consulted.map(named),
        onRequest: row.onRequest.map(named),
        proposers: row.proposers.map(named),
      })),
      without: [],
    });
  });
}

const inOrder = (unit: UnitEdges): UnitEdges => ({
  ...unit,
  edges: unit.edges.sort((a, b) => compareNames(a.name, b.name)),
  without: unit.without.sort((a, b) => compareNames(a.name, b.name)),
});

export interface EdgeFilter {
  /** Words of a name or a unit, with or without diacritics. */
  words: string;
  /** Only those whom this person evaluates or decides. */
  by: string | null;
}

/** Units with what the filter leaves of them; a unit whose own name fits keeps everybody. */
export function filterEdges(units: readonly UnitEdges[], { words, by }: EdgeFilter): UnitEdges[] {
  const wanted = fold(words).trim();
  const fits = (name: string) => fold(name).includes(wanted);
  return units
    .map((unit) => {
      const whole = wanted === '' || fits(unit.name);
      return {
        ...unit,
        edges: unit.edges.filter(
          (e) => (whole || fits(e.name)) && (by === null || e.evaluator.id === by || e.decider.id === by),
        ),
        without: unit.without.filter((n) => by === null && (whole || fits(n.name))),
      };
    })
    .filter(({ edges, without }) => edges.length + without.length > 0);
}
