// Every way in which one condition of firestore.rules can be broken, by the places that the emulator's own parser found.
import { operatorOf, type Seen } from './coverage.ts';
import { reachIn } from './reach.ts';
import type { Operation } from './request.ts';

export interface Mutant {
  line: number;
  column: number;
  /** The match that it stands in, '' where all share it. */
  on: string;
  /** Operations that come past it. */
  asked: ReadonlySet<Operation>;
  /** What was done to which text, as survivors.json names it. */
  what: string;
  /** Where it stands, and what is put there. */
  start: number;
  end: number;
  by: string;
}

export const broken = (rules: string, { start, end, by }: Mutant): string =>
  rules.slice(0, start) + by + rules.slice(end);

/**
 * One file that is broken in several ways, each for the requests alone whose token names it: loading a file takes the
 * emulator longer than answering dozens of requests.
 */
export function brokenForEach(rules: string, mutants: readonly Mutant[]): string {
  return [...mutants.entries()]
    .sort(([, a], [, b]) => b.start - a.start)
    .reduce((text, [index, mutant]) => {
      const asked = `request.auth != null && request.auth.token.get('mutant', '') == '${index}'`;
      const either = `((${asked}) ? (${mutant.by}) : (${rules.slice(mutant.start, mutant.end)}))`;
      return broken(text, { ...mutant, by: either });
    }, rules);
}

/** Mutants that don't overlap, some dozens at a time. */
export function batches(mutants: readonly Mutant[], most: number): Mutant[][] {
  const all: Mutant[][] = [];
  for (const mutant of mutants) {
    const apart = (batch: readonly Mutant[]) =>
      batch.length < most && batch.every(({ start, end }) => end <= mutant.start || start >= mutant.end);
    const fitting = all.find(apart);
    if (fitting) fitting.push(mutant);
    else all.push([mutant]);
  }
  return all;
}

/** Outermost match below the organisation around an offset. */
export function matchesIn(rules: string): (offset: number) => string {
  const found = [...rules.matchAll(/^ {6}match \/(\w+)\//gm)].map(({ index, 1: name = '' }) => ({
    name,
    start: index,
    end: rules.indexOf('\n      }', index),
  }));
  return (offset) => found.find(({ start, end }) => offset >= start && offset <= end)?.name ?? '';
}

const swaps: Record<string, string> = {
  ...{
    evaluator: 'decider',
    decider: 'evaluator',
    person: 'evaluator',
    subject: 'evaluator',
    head: 'headDecider',
  },
  ...{
    headEvaluator: 'headDecider',
    headDecider: 'headEvaluator',
    consulted: 'proposers',
    proposers: 'consulted',
  },
  ...{
    giver: 'delegate',
    delegate: 'giver',
    author: 'actor',
    actor: 'author',
    who: 'decider',
    eRating: 'dRating',
  },
  ...{
    dRating: 'eRating',
    eLevel: 'dLevel',
    dLevel: 'eLevel',
    clerk: 'administrator',
    administrator: 'clerk',
  },
  ...{
    actedFor: 'actor',
    readers: 'members',
    oversees: 'aggregates',
    offices: 'aggregates',
    aggregates: 'offices',
  },
};

interface Edit {
  start: number;
  end: number;
  by: string;
  how: string;
}

/** The rules with blanks for comments. */
const uncommented = (rules: string): string =>
  rules.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*|; \/\/ .*/gm, (comment) => comment.replace(/[^\n]/g, ' '));

/** Conditions dropped, negated, loosened by one, or asked of another field. */
function conditionEdits(rules: string, seen: readonly Seen[]): Edit[] {
  return seen.flatMap(({ start, end, text, boolean }) => {
    const edit = (by: string, how: string): Edit => ({ start, end, by, how });
    const operator = operatorOf(text);
    // Of a chain of && or || each member is dropped by itself, and the whole.
    const isPrefix =
      ['&&', '||'].includes(operator) && new RegExp(`^\\s*[${operator[0] ?? ''}]{2}`).test(rules.slice(end));
    const isLeaf = boolean && !['&&', '||', '?', '!'].includes(operator) && operator !== '';
    const field = /^[\w.()]*[.](\w+)$/.exec(text)?.[1] ?? '';
    const swap = swaps[field];
    const number = /(<=|>=|==|<|>) (\d+)$/.exec(text)?.[2];
    const other = (n: number) => text.replace(/\d+$/, String(n));
    return [
      ...(boolean && !isPrefix && !/^(true|false)$/.test(text)
        ? [edit('true', 'taken for true'), edit('false', 'taken for false')]
        : []),
      ...(isLeaf ? [edit(`!(${text})`, 'negated')] : []),
      ...(swap === undefined ? [] : [edit(text.replace(/\w+$/, swap), `with ${swap}`)]),
      ...(isLeaf && number !== undefined
        ? [
            edit(other(Number(number) + 1), 'one more'),
            ...(number === '0' ? [] : [edit(other(Number(number) - 1), 'one less')]),
          ]
        : []),
    ];
  });
}

/** Closed lists of words and of fields, with one less and with one more. */
function literalEdits(rules: string): Edit[] {
  const code = uncommented(rules);
  const list = /\[(?:'[^']*'|null)(?:,\s*(?:'[^']*'|null))+\]/g;
  const words = /'[a-zA-Z]\w*(?: [a-zA-Z]\w*)+'/g;
  const found = (pattern: RegExp) =>
    [...code.matchAll(pattern)].map(({ 0: text, index }) => ({
      text,
      start: index,
      end: index + text.length,
    }));
  const isIds = (text: string) => /^'[tra]1 /.test(text);
  return [
    ...found(list).flatMap(({ text, start, end }) =>
      listEdits(text.slice(1, -1)).map((edit) => ({ start, end, ...edit })),
    ),
    ...found(words)
      .filter(({ text }) => !isIds(text))
      .flatMap(({ text, start, end }) =>
        wordEdits(text.slice(1, -1).split(' ')).map((edit) => ({ start, end, ...edit })),
      ),
  ];
}

function listEdits(inner: string): { by: string; how: string }[] {
  const elements = inner.split(/,\s*/);
  return [
    ...(elements.length > 1
      ? elements.map((element) => ({
          by: `[${elements.filter((one) => one !== element).join(', ')}]`,
          how: `without ${element}`,
        }))
      : []),
    { by: `[${[...elements, "'x'"].join(', ')}]`, how: "with 'x' besides" },
  ];
}

const wordEdits = (words: readonly string[]): { by: string; how: string }[] => [
  ...words.map((word) => ({
    by: `'${words.filter((one) => one !== word).join(' ')}'`,
    how: `without ${word}`,
  })),
  ...['log', 'person', 'unit']
    .filter((word) => !words.includes(word))
    .map((word) => ({ by: `'${[...words, word].join(' ')}'`, how: `with ${word} besides` })),
];

export function mutantsOf(rules: string, seen: readonly Seen[]): Mutant[] {
  const on = matchesIn(rules);
  const reach = reachIn(uncommented(rules), on);
  const place = (start: number) => {
    const before = rules.slice(0, start);
    return { line: before.split('\n').length, column: start - before.lastIndexOf('\n') };
  };
  const all = [...conditionEdits(rules, seen), ...literalEdits(rules)].map(({ start, end, by, how }) => ({
    ...place(start),
    on: on(start),
    asked: reach(start),
    what: `${functionAround(rules, start)}: ${how}: ${rules.slice(start, end).replace(/\s+/g, ' ')}`,
    ...{ start, end, by },
  }));
  return [...new Map(all.map((mutant) => [`${mutant.start} ${mutant.end} ${mutant.by}`, mutant])).values()];
}

/** Name of the function, or the allow statement, that an offset stands in. */
function functionAround(rules: string, offset: number): string {
  const before = rules.slice(0, offset);
  const starts = [...before.matchAll(/function (\w+)\(|(allow [\w, ]+):/g)];
  const last = starts.at(-1);
  return last?.[1] ?? last?.[2] ?? '';
}
