// Which expressions of firestore.rules came out both true and false, out of the coverage that the emulator keeps.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Expression } from './emulator.ts';

/** What a place of the rules came to, over all requests and all projects that loaded the same file. */
export interface Seen {
  line: number;
  column: number;
  start: number;
  /** Offset after the last character. */
  end: number;
  text: string;
  reached: boolean;
  true: boolean;
  false: boolean;
  /** Came to something else than true or false. */
  other: boolean;
  /** A condition by its form. */
  boolean: boolean;
}

/** A get() has a first pass, in which nothing is read and all is undefined: that counts as nothing. */
export function seenIn(rules: string, reports: readonly (readonly Expression[])[]): Seen[] {
  const places = new Map<string, Seen>();
  const visit = (node: Expression, inCondition: boolean): void => {
    const { line, column, currentOffset: start, endOffset } = node.sourcePosition;
    const end = closedEnd(rules, start, endOffset + 1);
    const text = rules.slice(start, end);
    const operator = operatorOf(text);
    const key = `${start} ${end}`;
    const seen = places.get(key) ?? {
      ...{ line, column, start, end, text, reached: false, true: false, false: false, other: false },
      boolean: inCondition || isCondition(operator, text),
    };
    places.set(key, seen);
    for (const { value } of node.values ?? []) {
      if ('undefined' in value) continue;
      seen.reached = true;
      if (value.boolValue === undefined) seen.other = true;
      else seen[value.boolValue ? 'true' : 'false'] = true;
    }
    (node.children ?? []).forEach((child) => {
      visit(child, operator === '&&' || operator === '||' || operator === '!');
    });
  };
  reports.forEach((report) => {
    report.forEach((node) => {
      visit(node, false);
    });
  });
  // A function that is called as a condition once is one wherever it is called: among the elements of a list, say.
  const conditions = new Set(
    [...places.values()].filter((one) => one.boolean).map(({ text }) => calleeOf(text)),
  );
  conditions.delete('');
  for (const one of places.values()) one.boolean ||= conditions.has(calleeOf(one.text));
  return [...places.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Requests after which the coverage is fetched: the emulator tells each value that each place came to, and of some thousand requests more than a text can hold. */
export const coverageStretch = 300;

/** What the places came to over many files of coverage, each put in and let go. */
export class Total {
  readonly #places = new Map<string, Seen>();

  add(seen: readonly Seen[]): void {
    for (const one of seen) {
      const key = `${one.start} ${one.end}`;
      const known = this.#places.get(key);
      if (!known) {
        this.#places.set(key, { ...one });
        continue;
      }
      for (const what of ['reached', 'true', 'false', 'other', 'boolean'] as const) known[what] ||= one[what];
    }
  }

  get seen(): Seen[] {
    return [...this.#places.values()];
  }
}

const operators = ['?', '||', '&&', '==', '!=', '<=', '>=', '<', '>', ' in ', ' is '];

/** The operator that binds an expression's text together, outside its brackets and quotes; '' where none does. */
export function operatorOf(text: string): string {
  let depth = 0;
  let quoted = false;
  const found = new Set<string>();
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === "'" && text[i - 1] !== '\\') quoted = !quoted;
    if (quoted) continue;
    if ('([{'.includes(c)) depth++;
    if (')]}'.includes(c)) depth--;
    const [operator] = depth === 0 ? operators.filter((one) => text.startsWith(one, i)) : [];
    if (operator !== undefined) found.add(operator);
  }
  const [binding] = operators.filter((one) => found.has(one));
  return binding ?? (text.startsWith('!') ? '!' : '');
}

/** The parser ends a place before its closing brackets. */
export function closedEnd(rules: string, start: number, end: number): number {
  let open = 0;
  let quoted = false;
  const count = (i: number): void => {
    const c = rules[i] ?? '';
    if (c === "'" && rules[i - 1] !== '\\') quoted = !quoted;
    if (quoted) return;
    if ('([{'.includes(c)) open++;
    if (')]}'.includes(c)) open--;
  };
  for (let i = start; i < end; i++) count(i);
  let at = rules.startsWith('()', end) ? end + 2 : end;
  for (; open > 0 && at < rules.length; at++) count(at);
  return at;
}

/** Name of the function whose call an expression ends with. */
function lastCall(text: string): string {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === ')') depth++;
    if (text[i] === '(' && --depth === 0) return /(\w+)$/.exec(text.slice(0, i))?.[1] ?? '';
    if (depth === 0) return '';
  }
  return '';
}

/** Name of the function that an expression calls and does nothing else; '' where it is no such call. */
const calleeOf = (text: string): string => {
  const name = /^(\w+)\(/.exec(text)?.[1] ?? '';
  return name !== '' && operatorOf(text) === '' && closedEnd(text, 0, name.length + 1) === text.length
    ? name
    : '';
};

const isCondition = (operator: string, text: string) =>
  !text.startsWith('let ') &&
  (!['', '?'].includes(operator) || ['hasOnly', 'hasAll', 'hasAny', 'matches'].includes(lastCall(text)));

const isLiteral = (text: string) => /^(true|false|null|-?\d+|'[^']*')$/.test(text.trim());

export interface Uncovered {
  /** line:column. */
  place: string;
  start: number;
  what: string;
}

/** Expressions that no request showed both ways. */
export function uncovered(seen: readonly Seen[]): Uncovered[] {
  return seen
    .filter(({ text }) => !isLiteral(text))
    .flatMap((one) => {
      // What only ever came to true or false is a condition too, whatever its form: a field, a call.
      const boolean = one.boolean || ((one.true || one.false) && !one.other);
      const missing = !one.reached
        ? 'never reached'
        : boolean && !one.true
          ? 'never true'
          : boolean && !one.false
            ? 'never false'
            : null;
      const what = `${missing ?? ''}: ${one.text.replace(/\s+/g, ' ').slice(0, 100)}`;
      return missing ? [{ place: `${one.line}:${one.column}`, start: one.start, what }] : [];
    });
}

/** What can't be seen both ways, each with its reason; an exception that is none any more fails the gate. */
export const exceptions = (): { what: string; reason: string }[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'uncovered.json'), 'utf8')) as {
    what: string;
    reason: string;
  }[];
