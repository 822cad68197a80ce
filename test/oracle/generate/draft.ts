// A request in the making: one attempt at one document, which mutations may still change, and the case it becomes.
import { collectionOf } from '../../../functions/src/schema/refs.ts';
import {
  isCollection,
  type Asker,
  type Fields,
  type Filter,
  type Operation,
  type Place,
  type Step,
  type World,
} from '../request.ts';
import { theOrg } from '../../fixtures/documents.ts';
import { asMember, at, scene, type Player } from './scene.ts';
import type { Random } from './random.ts';

export interface Draft {
  asker: Asker;
  operation: Operation;
  place: Place;
  /** Id below the organisation; `result/version` and `change/part` of what hangs below a document. */
  id: string;
  /** Where it isn't asked of the asker's own organisation. */
  org: string;
  /** What stands there. */
  prior: Fields | null;
  /** Fields that the write sets, and those it leaves out or takes away. */
  write: Fields;
  without: readonly string[];
  query: readonly Filter[];
  /** Documents of the scene as they stand otherwise; null: they don't. */
  given: Readonly<Record<string, Fields | null>>;
}

export interface Kind {
  place: Place;
  operation: Operation;
  name: string;
  /** Takes a whole table of values, as the first of its place and operation does. */
  tabled: boolean;
  /** How often it comes among the chance cases. */
  weight: number;
  make(random: Random): Draft;
}

interface Parts extends Partial<Omit<Draft, 'asker' | 'place' | 'operation' | 'id'>> {
  as: Player;
  id: string;
}

export const kind = (
  place: Place,
  operation: Operation,
  name: string,
  make: (random: Random) => Parts,
  { tabled = false, weight = 1 }: { tabled?: boolean; weight?: number } = {},
): Kind => ({
  tabled,
  weight,
  place,
  operation,
  name: `${place} ${operation}: ${name}`,
  make: (random) => {
    const { as, ...parts } = make(random);
    const plain = { org: theOrg, prior: null, write: {}, without: [], query: [], given: {} };
    return { ...plain, ...parts, asker: asMember(as), place, operation };
  },
});

export const pathOfDraft = ({ place, id }: Draft) => at(place, id);

function afterOf({ operation, prior, write, without }: Draft): Fields | null {
  if (operation !== 'create' && operation !== 'update') return null;
  const whole = { ...(operation === 'update' ? prior : {}), ...write };
  return Object.fromEntries(Object.entries(whole).filter(([field]) => !without.includes(field)));
}

export const stepOf = (draft: Draft): Step => ({
  operation: draft.operation,
  place: draft.place,
  path: pathOfDraft(draft),
  after: afterOf(draft),
  query: draft.query,
});

export function worldOf(drafts: readonly Draft[]): World {
  const given = drafts.map((draft) => draft.given);
  const targets = drafts.map((draft) => ({ [pathOfDraft(draft)]: draft.prior }));
  const all = Object.assign({}, scene, ...given, ...targets) as Record<string, Fields | null>;
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, Fields] => entry[1] !== null),
  );
}

/** What stands there came past a gate or a function: a document that its schema refuses stands nowhere. */
export function couldStand({ place, prior }: Draft): boolean {
  if (prior === null || !isCollection(place)) return true;
  try {
    collectionOf(theOrg, place).shape.parse(prior);
    return true;
  } catch {
    return false;
  }
}
