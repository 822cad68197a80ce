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
      ...{ line, column, start, end, text, reached: false, true: false, false: false },
      boolean: inCondition || isCondition(operator, text),
    };
    places.set(key, seen);
    for (const { value } of node.values ?? []) {
      if ('undefined' in value) continue;
      seen.reached = true;
      if (value.boolValue === undefined) continue;
      seen.boolean = true;
      seen[value.boolValue ? 'true' : 'false'] = true;
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
  return [...places.values()].sort((a, b) => a.start - b.start || b.end - a.end);
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

const isCondition = (operator: string, text: string) =>
  !['', '?'].includes(operator) || /[.](hasOnly|hasAll|hasAny|matches)\((.|\n)*\)$/.test(text);

const isLiteral = (text: string) => /^(true|false|null|-?\d+|'[^']*')$/.test(text.trim());

export interface Uncovered {
  /** line:column. */
  place: string;
  what: string;
}

/** Expressions that no request showed both ways. */
export function uncovered(seen: readonly Seen[]): Uncovered[] {
  return seen
    .filter(({ text }) => !isLiteral(text))
    .flatMap((one) => {
      const missing = !one.reached
        ? 'never reached'
        : one.boolean && !one.true
          ? 'never true'
          : one.boolean && !one.false
            ? 'never false'
            : null;
      const what = `${missing ?? ''}: ${one.text.replace(/\s+/g, ' ').slice(0, 100)}`;
      return missing ? [{ place: `${one.line}:${one.column}`, what }] : [];
    });
}

/** What can't be seen both ways, each with its reason; an exception that is none any more fails the gate. */
export const exceptions = (): { what: string; reason: string }[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'uncovered.json'), 'utf8')) as {
    what: string;
    reason: string;
  }[];
