// Every way in which one condition of firestore.rules can be broken, by the places that the emulator's own parser found.
import type { Seen } from './coverage.ts';

export interface Mutant {
  line: number;
  column: number;
  /** The match that it stands in, '' where all share it. */
  on: string;
  /** What was done to which text, as survivors.json names it. */
  what: string;
  rules: string;
  /** Only lets more pass, or only less; both where it may do either. */
  effect: 'more' | 'less' | 'either';
}

/** The parser ends a place before its closing brackets. */
function closedEnd(rules: string, { start, end }: Seen): number {
  const text = rules.slice(start, end);
  let open = 0;
  let quoted = false;
  for (const [i, c] of [...text].entries()) {
    if (c === "'" && text[i - 1] !== '\\') quoted = !quoted;
    if (!quoted && '([{'.includes(c)) open++;
    if (!quoted && ')]}'.includes(c)) open--;
  }
  let at = end;
  if (rules.startsWith('()', at)) at += 2;
  for (; open > 0 && at < rules.length; at++) if (')]}'.includes(rules[at] ?? '')) open--;
  return at;
}

/** Outermost match below the organisation around an offset. */
function matchesIn(rules: string): (offset: number) => string {
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
  effect: Mutant['effect'];
}

function editsOf(rules: string, seen: readonly Seen[]): Edit[] {
  return seen.flatMap((one) => {
    const end = closedEnd(rules, one);
    const text = rules.slice(one.start, end);
    const edit = (by: string, how: string, effect: Mutant['effect'] = 'either'): Edit => ({
      start: one.start,
      end,
      by,
      how,
      effect,
    });
    // A prefix of a chain of && or || is dropped conjunct by conjunct.
    const isPrefix = seen.some(
      (other) =>
        other !== one &&
        other.start === one.start &&
        other.end > one.end &&
        /^\s*(&&|\|\|)/.test(rules.slice(end)) &&
        /&&|\|\|/.test(text),
    );
    const swap = /^[\w.()]*[.](\w+)$/.exec(text)?.[1] ?? '';
    const list = /^\[('[^']*'(?:,\s*(?:'[^']*'|null))*)\]$/.exec(text);
    const words = /^'([a-zA-Z]\w*(?: [a-zA-Z]\w*)+)'$/.exec(text)?.[1]?.split(' ') ?? [];
    return [
      ...(one.boolean && !isPrefix && text !== 'true' && text !== 'false'
        ? [edit('true', 'taken for true'), edit('false', 'taken for false')]
        : []),
      ...(one.boolean && !/&&|\|\|/.test(text) && /==|!=| in |[.]matches|[.]has/.test(text)
        ? [edit(`!(${text})`, 'negated')]
        : []),
      ...(swap in swaps ? [edit(text.replace(/\w+$/, swaps[swap] ?? ''), `with ${swaps[swap] ?? ''}`)] : []),
      ...(/^\d+$/.test(text)
        ? [
            edit(String(Number(text) + 1), 'one more'),
            edit(String(Math.max(0, Number(text) - 1)), 'one less'),
          ]
        : []),
      ...(list ? listEdits(list[1] ?? '').map(({ by, how }) => edit(by, how)) : []),
      ...(words.length > 1 && !/^[tra]\d+$/.test(words[0] ?? '')
        ? wordEdits(words).map(({ by, how }) => edit(by, how))
        : []),
    ];
  });
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
  const place = (start: number) => {
    const before = rules.slice(0, start);
    return { line: before.split('\n').length, column: start - before.lastIndexOf('\n') };
  };
  const all = editsOf(rules, seen).map(({ start, end, by, how, effect }) => ({
    ...place(start),
    on: on(start),
    what: `${functionAround(rules, start)}: ${how}: ${rules.slice(start, end).replace(/\s+/g, ' ')}`,
    rules: rules.slice(0, start) + by + rules.slice(end),
    effect,
  }));
  return [...new Map(all.map((mutant) => [mutant.rules, mutant])).values()];
}

/** Name of the function, or the allow statement, that an offset stands in. */
function functionAround(rules: string, offset: number): string {
  const before = rules.slice(0, offset);
  const starts = [...before.matchAll(/function (\w+)\(|(allow [\w, ]+):/g)];
  const last = starts.at(-1);
  return last?.[1] ?? last?.[2] ?? '';
}
