// Which operations come past a place of firestore.rules: the allow statement that it stands in, or those that call its function.
import type { Operation } from './request.ts';

const operationsOf: Record<string, readonly Operation[]> = {
  ...{ read: ['get', 'list'], write: ['create', 'update', 'delete'] },
  ...{ get: ['get'], list: ['list'], create: ['create'], update: ['update'], delete: ['delete'] },
};

interface Segment {
  start: number;
  on: string;
  /** Name of the function; '' of an allow statement. */
  name: string;
  allows: readonly Operation[];
  calls: ReadonlySet<string>;
}

/** `code` is the rules without comments, `on` names the outermost match around an offset, '' where all share it. */
export function reachIn(code: string, on: (offset: number) => string): (offset: number) => Set<Operation> {
  const starts = [...code.matchAll(/function (\w+)\(|allow ([\w, ]+):/g)];
  const segments = starts.map(({ 0: head, 1: name = '', 2: allowed = '', index }, n): Segment => {
    const text = code.slice(index + head.length, starts[n + 1]?.index);
    return {
      ...{ start: index, on: on(index), name },
      allows: allowed.split(/,\s*/).flatMap((operation) => operationsOf[operation] ?? []),
      calls: new Set([...text.matchAll(/(?<!\.)\b([a-zA-Z]\w*)\(/g)].map(([, called = '']) => called)),
    };
  });
  /** A function of the match itself hides the shared one of that name. */
  const meant = ({ on: from }: Segment, called: string) => {
    const named = segments.filter(({ name }) => name === called);
    const near = named.filter((one) => one.on === from);
    return near.length > 0 ? near : named.filter((one) => one.on === '');
  };
  const found = new Map(segments.map((segment) => [segment, new Set<Operation>(segment.allows)]));
  const pass = (segment: Segment, operations: ReadonlySet<Operation>): void => {
    for (const called of [...segment.calls].flatMap((name) => meant(segment, name))) {
      const known = found.get(called) ?? new Set<Operation>();
      if ([...operations].every((one) => known.has(one))) continue;
      operations.forEach((one) => known.add(one));
      pass(called, known);
    }
  };
  segments.filter(({ name }) => name === '').forEach((segment) => pass(segment, new Set(segment.allows)));
  return (offset) => {
    const around = segments.filter(({ start }) => start <= offset).at(-1);
    return (around && found.get(around)) ?? new Set();
  };
}
