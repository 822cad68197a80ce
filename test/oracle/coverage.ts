// Which expressions of firestore.rules came out both true and false, out of the coverage that the emulator keeps.
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
  const textOf = (start: number, end: number) => rules.slice(start, end);
  const visit = (node: Expression, inCondition: boolean): void => {
    const { line, column, currentOffset: start, endOffset } = node.sourcePosition;
    const text = textOf(start, endOffset + 1);
    const operator = operatorOf(node, textOf);
    const key = `${start} ${endOffset}`;
    const seen = places.get(key) ?? {
      ...{ line, column, start, end: endOffset + 1, text, reached: false, true: false, false: false },
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

/** What stands between the two parts of an expression, or before the only one. */
export function operatorOf(
  { sourcePosition: { currentOffset }, children = [] }: Expression,
  textOf: (start: number, end: number) => string,
): string {
  const [left, right] = children;
  if (left && right && children.length === 2)
    return (
      /^\s*\)*\s*(&&|\|\||[=!<>]=|[<>]|in\b|is\b|[-+*/%])/.exec(
        textOf(left.sourcePosition.endOffset + 1, right.sourcePosition.currentOffset),
      )?.[1] ?? ''
    );
  return left && textOf(currentOffset, currentOffset + 1) === '!' ? '!' : '';
}

const isCondition = (operator: string, text: string) =>
  ['&&', '||', '!', '==', '!=', '<=', '>=', '<', '>', 'in', 'is'].includes(operator) ||
  /[.](hasOnly|hasAll|hasAny|matches)\([^()]*\)$/.test(text);

const isLiteral = (text: string) => /^(true|false|null|-?\d+|'[^']*')$/.test(text.trim());

/** Expressions that no request showed both ways, each as line:column and text. */
export function uncovered(seen: readonly Seen[]): string[] {
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
      return missing
        ? [`${one.line}:${one.column} ${missing}: ${one.text.replace(/\s+/g, ' ').slice(0, 100)}`]
        : [];
    });
}
