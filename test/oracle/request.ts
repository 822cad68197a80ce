// What is asked of the rules, and of what: requests, the world they meet, and which fields a write changes.
import {
  collections,
  documentPath,
  orgPath,
  planPath,
  versionPath,
  type CollectionName,
} from '../../functions/src/schema/paths.ts';
import type { Stamp } from '../../functions/src/schema/fields.ts';

export type Fields = Record<string, unknown>;
export const operations = ['get', 'list', 'create', 'update', 'delete'] as const;
export type Operation = (typeof operations)[number];
/** Every match of firestore.rules: the collections, the organisation itself, and what hangs below a document. */
export type Place =
  CollectionName | 'orgs' | 'versions' | 'parts' | 'plans' | 'unitSheets/plans' | 'unitPlans/plans';

/** What has a schema of its own under the organisation. */
export const isCollection = (place: Place): place is CollectionName =>
  (collections as readonly string[]).includes(place);

/** Claims of an account; null for one that has none, and for nobody at all. */
export interface Asker {
  signedIn: boolean;
  org: string | null;
  person: string | null;
}

export const filterOps = ['==', '!=', 'in', 'array-contains'] as const;
export type Filter = readonly [field: string, op: (typeof filterOps)[number], value: unknown];

export interface Step {
  operation: Operation;
  place: Place;
  /** Path of the document; of a query, of any document it could find. */
  path: string;
  /** The document as the write leaves it; null for reads and deletions. */
  after: Fields | null;
  query: readonly Filter[];
}

/** Several steps are one batch, which is taken as a whole or not at all. */
export interface Request {
  asker: Asker;
  steps: readonly Step[];
}

/** Documents by path, as functions and earlier requests left them. */
export type World = Readonly<Record<string, Fields>>;

/** Stands for the server's time of the request; every other stamp is a forged one. */
export const now: Stamp = { toMillis: () => Number.NaN };
export const isNow = (value: unknown) => value === now;
export const isStamp = (value: unknown): value is Stamp =>
  typeof value === 'object' && value !== null && 'toMillis' in value;

export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (isStamp(a) || isStamp(b)) return isStamp(a) && isStamp(b) && a.toMillis() === b.toMillis();
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Fields, b as Fields];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => key in right && equal(left[key], right[key]))
  );
}

/** Fields changed, added or taken away. */
export function changedFields(prior: Fields, after: Fields): string[] {
  return [...new Set([...Object.keys(prior), ...Object.keys(after)])].filter(
    (key) => !(key in prior && key in after && equal(prior[key], after[key])),
  );
}

export function pathOf(org: string, place: Place, id: string): string {
  if (place === 'orgs') return orgPath(org);
  const [parent = '', child = ''] = id.split('/');
  if (place === 'versions') return versionPath(org, parent, Number(child));
  if (place === 'plans') return planPath(org, parent, child);
  if (place === 'unitSheets/plans') return planPath(org, parent, child, 'unitSheets');
  if (place === 'unitPlans/plans') return planPath(org, parent, child, 'unitPlans');
  if (place === 'parts') return `${documentPath(org, 'changes', parent)}/parts/${child}`;
  return documentPath(org, place, id);
}
