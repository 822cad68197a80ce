// What is known of a document before it is read: of a single one its fields, of a query's what its filters prove.
import { equal, type Fields, type Filter } from './request.ts';

/** Each is true iff it holds of every document that could be read. */
export interface Known {
  is(field: string, value: unknown): boolean;
  isOneOf(field: string, values: readonly unknown[]): boolean;
  isNot(field: string, value: unknown): boolean;
  contains(field: string, value: unknown): boolean;
  /** The one value that the field can have, undefined where it isn't known. */
  only(field: string): unknown;
}

const nothing: Known = {
  is: () => false,
  isOneOf: () => false,
  isNot: () => false,
  contains: () => false,
  only: () => undefined,
};

/** Of a document that isn't there nothing holds, not even that it differs from something. */
export function knownOf(document: Fields | null): Known {
  if (document === null) return nothing;
  const contains = (list: unknown, value: unknown) =>
    Array.isArray(list) && list.some((one) => equal(one, value));
  return {
    is: (field, value) => field in document && equal(document[field], value),
    isOneOf: (field, values) => field in document && contains(values, document[field]),
    isNot: (field, value) => field in document && !equal(document[field], value),
    contains: (field, value) => contains(document[field], value),
    only: (field) => document[field],
  };
}

export function knownOfQuery(query: readonly Filter[]): Known {
  const of = (field: string) => query.filter(([name]) => name === field);
  /** The values that the field can have, where a filter closes them. */
  const values = (field: string): unknown[] | null => {
    const [closing] = of(field).filter(([, op]) => op === '==' || op === 'in');
    if (!closing) return null;
    return closing[1] === 'in' ? (closing[2] as unknown[]) : [closing[2]];
  };
  const all = (field: string, test: (value: unknown) => boolean) => values(field)?.every(test) ?? false;
  return {
    is: (field, value) => all(field, (one) => equal(one, value)),
    isOneOf: (field, among) => all(field, (one) => among.some((other) => equal(one, other))),
    isNot: (field, value) =>
      all(field, (one) => !equal(one, value)) ||
      of(field).some(([, op, other]) => op === '!=' && equal(other, value)),
    contains: (field, value) =>
      of(field).some(([, op, other]) => op === 'array-contains' && equal(other, value)),
    only: (field) => {
      const [value, more] = values(field) ?? [];
      return more === undefined ? value : undefined;
    },
  };
}
