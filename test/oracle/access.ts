// The access table as data: who may do what to which document, and the decision that follows from it.
import type { Delegation } from '../../functions/src/schema/delegation.ts';
import type { Member } from '../../functions/src/schema/person.ts';
import type { CollectionName } from '../../functions/src/schema/paths.ts';
import { knownOf, knownOfQuery, type Known } from './known.ts';
import {
  changedFields,
  pathOf,
  type Asker,
  type Fields,
  type Operation,
  type Place,
  type Request,
  type Step,
  type World,
} from './request.ts';

export const whos = [
  ...['person', 'evaluator', 'decider', 'evaluator=decider', 'delegate', 'head', 'consulted', 'proposer'],
  ...[
    'aggregator',
    'office',
    'inspector',
    'supervisor',
    'overseer',
    'clerk',
    'administrator',
    'giver',
    'author',
  ],
  ...['member', 'reader', 'answerer', 'above', 'holder'],
] as const;
export type Who = (typeof whos)[number];

/** One request as the table sees it. */
export interface Ask {
  me: string;
  id: string;
  /** Id of the document above, of what hangs below one. */
  parent: string;
  known: Known;
  prior: Fields | null;
  after: Fields | null;
  look: (collection: CollectionName, id: unknown) => Fields | null;
  member: Partial<Member>;
}

/** A row of the table: everybody of `who` may, where `when` holds. */
export interface Act {
  who: Who;
  operation: Operation;
  /** State before and after; null where states play no part. */
  from: string | null;
  to: string | null;
  /** Fields that a write may change; of a creation, the key set. */
  fields: readonly string[];
  when(ask: Ask): boolean;
  /** Of a read, the states in which it is allowed. */
  states?: readonly string[];
}

export type Access = Record<Place, readonly Act[]>;

const reading = (act: Pick<Act, 'who' | 'when'>, operation: 'get' | 'list'): Act => ({
  ...act,
  operation,
  from: null,
  to: null,
  fields: [],
});
export const gets = (who: Who, when: Act['when']): Act[] => [reading({ who, when }, 'get')];
export const lists = (who: Who, when: Act['when']): Act[] => [reading({ who, when }, 'list')];
export const reads = (who: Who, when: Act['when']): Act[] => [...gets(who, when), ...lists(who, when)];
/** Reads of documents in one of these states. */
export const readsIn = (who: Who, states: readonly string[], when: Act['when']): Act[] =>
  inStates(states, reads(who, when));
export const inStates = (states: readonly string[], acts: readonly Act[]): Act[] =>
  acts.map((act) => ({ ...act, states, when: (ask) => ask.known.isOneOf('state', states) && act.when(ask) }));

export const creates = (
  who: Who,
  fields: readonly string[],
  when: Act['when'],
  to: string | null = null,
): Act => ({ who, operation: 'create', from: null, to, fields, when });
export const updates = (
  who: Who,
  change: readonly [from: string, to: string] | null,
  fields: readonly string[],
  when: Act['when'],
): Act => ({ who, operation: 'update', from: change?.[0] ?? null, to: change?.[1] ?? null, fields, when });

const memberOf = (world: World, org: string, person: string) =>
  (world[pathOf(org, 'members', person)] ?? {}) as Partial<Member>;

function askOf(asker: Asker, step: Step, world: World): Ask | null {
  const [, org = '', , above = '', , below] = step.path.split('/');
  if (!asker.signedIn || asker.org !== org || asker.person === null) return null;
  const prior = step.operation === 'list' ? null : (world[step.path] ?? null);
  return {
    me: asker.person,
    id: below ?? above,
    parent: below === undefined ? '' : above,
    known: step.operation === 'list' ? knownOfQuery(step.query) : knownOf(prior),
    prior,
    after: step.after,
    look: (collection, id) =>
      typeof id === 'string' && id !== '' ? (world[pathOf(org, collection, id)] ?? null) : null,
    member: memberOf(world, org, asker.person),
  };
}

/** True iff state and fields move as the act says. */
function moves(act: Act, { prior, after }: Ask): boolean {
  if (act.operation === 'get' || act.operation === 'list' || after === null) return true;
  const changed = changedFields(prior ?? {}, after);
  return (
    (act.from === null || prior?.['state'] === act.from) &&
    (act.to === null || after['state'] === act.to) &&
    changed.every((field) => act.fields.includes(field)) &&
    (act.operation !== 'create' || act.fields.every((field) => field in after))
  );
}

/** The rows of the table that let a step pass. */
export function actsThatAllow(access: Access, asker: Asker, step: Step, world: World): Act[] {
  const ask = askOf(asker, step, world);
  if (!ask) return [];
  return access[step.place].filter(
    (act) => act.operation === step.operation && moves(act, ask) && act.when(ask),
  );
}

export type Decision = 'allow' | 'deny';
/** `failed`: the emulator broke over it, which is as the table says of no request. */
export type Answer = Decision | 'failed';
export const decideBy =
  (access: Access) =>
  ({ asker, steps }: Request, world: World): Decision =>
    steps.every((step) => actsThatAllow(access, asker, step, world).length > 0) ? 'allow' : 'deny';

/** True iff the delegation from `giver` lets the asker do `act` to somebody of `unit` now (domain.md section 6). */
export function actsFor(ask: Ask, giver: unknown, act: 'evaluate' | 'decide', unit: unknown): boolean {
  if (typeof giver !== 'string') return false;
  const delegation = ask.look('delegations', `${giver}_${ask.me}`) as Delegation | null;
  return (
    delegation?.active === true &&
    (delegation.acts === act || delegation.acts === 'both') &&
    (delegation.unit === null || delegation.unit === unit)
  );
}
