// Who asks, what stands there, what is looked up, and which documents a query could meet, otherwise.
import { cast, otherOrg, theOrg, theUnit } from '../../fixtures/documents.ts';
import type { Fields, Filter, Place } from '../request.ts';
import { factsOf } from './facts.ts';
import { pathOfDraft, type Draft } from './draft.ts';
import { asMember, at, playerNames, players, scene, type Player } from './scene.ts';
import { set, type Mutation } from './mutation.ts';

const people = Object.values(players);

/** In the asker's own name, wherever the attempt was signed. */
export function resigned(draft: Draft, player: Player): Draft {
  const signatures = ['author', 'actor', 'giver'].filter((field) => field in draft.write);
  const names = Object.fromEntries(signatures.map((field) => [field, players[player]]));
  return { ...draft, write: { ...draft.write, ...names } };
}

/** Somebody else asks, mostly in their own name. */
export const otherAsker: Mutation = (draft, random) => {
  const player = random.pick(playerNames);
  const asked = { ...draft, asker: asMember(player) };
  return random.chance(0.6) ? resigned(asked, player) : asked;
};

export const otherAccount: Mutation = (draft, random) => ({
  ...draft,
  asker: random.pick([
    { ...draft.asker, org: otherOrg },
    { signedIn: true, org: null, person: null },
    { signedIn: false, org: null, person: null },
  ]),
});

/** Another person in a field that says who is who, before or after. */
const roleFields = [
  ...['person', 'evaluator', 'decider', 'head', 'headEvaluator', 'headDecider', 'who', 'subject', 'author'],
  ...['actor', 'actedFor', 'giver', 'delegate'],
];
export const otherRole: Mutation = (draft, random) => {
  const { prior, write, asker } = draft;
  const someone = random.chance(0.4) ? asker.person : random.chance(0.1) ? null : random.pick(people);
  const field = random.pick(roleFields);
  if (field in write) return set(draft, { [field]: someone });
  if (prior && field in prior) return { ...draft, prior: { ...prior, [field]: someone } };
  return null;
};

/** The document stands otherwise than the act supposes: a state, a fact that functions wrote. */
export const otherFact: Mutation = (draft, random) => {
  const facts = factsOf(draft.place);
  if (!draft.prior || Object.keys(facts).length === 0) return null;
  const field = random.pick(Object.keys(facts));
  return { ...draft, prior: { ...draft.prior, [field]: random.pick(facts[field] ?? []) } };
};

export const wrongId: Mutation = (draft, random) => {
  if (draft.operation !== 'create' && !(draft.operation === 'get' && draft.prior === null)) return null;
  const parts = draft.id.split(/(?=[/_])/);
  const last = parts.at(-1) ?? '';
  const id = random.pick([
    `${draft.id}x`,
    `${draft.id}_x`,
    [
      ...parts.slice(0, -1),
      `${last[0] ?? ''}${random.pick(['K1', '100', '01', '2026-13', players.colleague, 'r1', 'c3'])}`,
    ].join(''),
    [`${players.colleague}`, ...parts.slice(1)].join(''),
  ]);
  return draft.place === 'parts' && id.split('/').length !== 2 ? null : { ...draft, id };
};

const delegation = (giver: string, delegate: string) => at('delegations', `${giver}_${delegate}`);
/** What the rules look up stands otherwise, or isn't there. */
export const otherLookUp: Mutation = (draft, random) => {
  const me = draft.asker.person ?? players.colleague;
  const giver = random.pick([cast.evaluator, cast.decider]);
  const path = random.pick([
    ...[at('members', me), at('members', me), delegation(giver, me), delegation(giver, me)],
    ...Object.keys(scene).filter((one) => !one.includes('/members/')),
  ]);
  const stands = { ...scene, ...draft.given }[path] ?? null;
  if (path === pathOfDraft(draft)) return null;
  if (stands === null || random.chance(0.15)) return { ...draft, given: { ...draft.given, [path]: null } };
  const place = path.split('/')[2] as Place;
  const facts = factsOf(place);
  if (Object.keys(facts).length === 0) return null;
  const field = random.pick(Object.keys(facts));
  const value = random.pick(facts[field] ?? []);
  return { ...draft, given: { ...draft.given, [path]: { ...stands, [field]: value } } };
};

/** The subject asks for what concerns themselves: nobody judges themselves, whatever office they hold. */
export const onOneself: Mutation = (draft) => {
  const me = draft.asker.person;
  const field = ['person', 'subject'].find((one) => one in { ...draft.prior, ...draft.write });
  if (field === undefined || me === null) return null;
  if (draft.operation !== 'create') return { ...draft, prior: { ...draft.prior, [field]: me } };
  const id = [me, ...draft.id.split('_').slice(1)].join('_');
  const sheet = { ...(scene[at('sheets', `${cast.person}_2026-04`)] as Fields), person: me };
  return {
    ...set(draft, { [field]: me }),
    id,
    given: { ...draft.given, [at('sheets', `${me}_2026-04`)]: sheet },
  };
};

const elsewhere = { [theUnit]: 'ubnd', government: 'party', submitted: 'open' } as Record<string, string>;
export const otherQuery: Mutation = (draft, random) => {
  if (draft.operation !== 'list' || draft.query.length === 0) return null;
  const index = random.below(draft.query.length);
  const [field, op, value] = draft.query[index] as Filter;
  // No null: where a filter names it, this emulator proves whatever a rule asks of the field.
  const others: unknown = random.pick([
    elsewhere[String(value)] ?? players.colleague,
    players.colleague,
    true,
  ]);
  const changed: (Filter | null)[] = [
    null,
    [field, op, op === 'in' ? [others] : others],
    ...(op === '=='
      ? ([
          [field, 'in', [value]],
          [field, 'in', [value, others]],
        ] as Filter[])
      : []),
    ...(op === 'in'
      ? ([
          [field, 'in', [...(value as unknown[]), 'waiting']],
          [field, '==', (value as unknown[])[0]],
        ] as Filter[])
      : []),
  ];
  const filter = random.pick(changed);
  return { ...draft, query: draft.query.flatMap((one, i) => (i !== index ? [one] : filter ? [filter] : [])) };
};
export const narrowerQuery: Mutation = (draft, random) => {
  if (draft.operation !== 'list') return null;
  const further: Filter = random.pick([
    ['month', '==', '2026-04'],
    ['month', '==', '2026-05'],
    ['unit', '==', theUnit],
  ]);
  return draft.query.some(([field]) => field === further[0])
    ? null
    : { ...draft, query: [...draft.query, further] };
};

export const deletes: Mutation = (draft) =>
  draft.prior ? { ...draft, operation: 'delete', write: {}, without: [], query: [] } : null;
/** Taken for new although a function opens it, or for a fresh write of the whole document. */
export const createsIt: Mutation = (draft) =>
  draft.operation === 'update' && draft.prior
    ? { ...draft, operation: 'create', write: { ...draft.prior, ...draft.write }, prior: null }
    : null;
export const writesIt: Mutation = (draft, random) =>
  (draft.operation === 'get' || draft.operation === 'list') && draft.prior && theOrg === draft.org
    ? {
        ...draft,
        operation: 'update',
        query: [],
        write: { [random.pick(Object.keys(draft.prior))]: 'x', rev: 99 },
      }
    : null;
