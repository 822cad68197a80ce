// What an attempt writes, otherwise: values, fields, state, revision, time.
import { filled, many } from '../../fixtures/cases.ts';
import { stampOf } from '../../fixtures/documents.ts';
import { isStamp, now, type Fields } from '../request.ts';
import { factsOf, words } from './facts.ts';
import type { Random } from './random.ts';
import { isWrite, set, type Mutation } from './mutation.ts';
import { tables } from './tables.ts';

export const otherState: Mutation = (draft, random) => {
  const states = factsOf(draft.place)['state'];
  return isWrite(draft) && states ? set(draft, { state: random.pick([...states, null, 5]) }) : null;
};

/** A value at the edge, out of the tables that feed both gates. */
export const knownInvalid: Mutation = (draft, random) => {
  const table = tables[draft.place]?.[draft.operation];
  if (!isWrite(draft) || !table) return null;
  const { change, without = [] } = random.pick(table);
  return { ...set(draft, change), without: [...draft.without, ...without] };
};

function otherValue(value: unknown, random: Random): unknown {
  const anything = [
    '',
    ' ',
    'x',
    'a\u001fb',
    0,
    1,
    -1,
    0.5,
    1000,
    true,
    false,
    null,
    [],
    {},
    ['x'],
    stampOf(5),
  ];
  if (random.chance(0.3)) return random.pick([...anything, ...words]);
  if (typeof value === 'string')
    return random.pick([
      '',
      'x',
      '  ',
      filled(201),
      filled(2001),
      filled(5001),
      `${value} `,
      `${value}x`,
      ...words,
    ]);
  if (typeof value === 'number')
    return random.pick([value + 1, value - 1, value + 0.5, -1, 100000, String(value)]);
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value))
    return random.pick([
      [],
      [...(value as unknown[]), 'x'],
      [...(value as unknown[]), 5],
      Array.from({ length: 501 }, () => 'x'),
      [filled(200001)],
    ]);
  if (isStamp(value) || value === null) return random.pick([stampOf(0), null, now, 5, 'x']);
  const key = random.pick([
    't1',
    't2',
    't99',
    't100',
    'r1',
    'r2',
    'a1',
    'a99',
    'k',
    ...Object.keys(value as Fields),
  ]);
  return random.pick([
    {},
    { ...(value as Fields), [key]: random.pick([...anything, ...words]) },
    many('r', 41, 'x'),
  ]);
}
export const writtenValue: Mutation = (draft, random) => {
  if (!isWrite(draft)) return null;
  const field = random.pick(Object.keys({ ...draft.prior, ...draft.write }));
  return set(draft, { [field]: otherValue({ ...draft.prior, ...draft.write }[field], random) });
};

/** A field of the document that the act doesn't carry. */
export const furtherField: Mutation = (draft, random) => {
  if (!isWrite(draft)) return null;
  const own = Object.keys(draft.prior ?? {}).filter((field) => !(field in draft.write));
  const field = random.pick([...own, 'extra']);
  return set(draft, { [field]: otherValue(draft.prior?.[field] ?? null, random) });
};
export const missingField: Mutation = (draft, random) =>
  isWrite(draft)
    ? { ...draft, without: [...draft.without, random.pick(Object.keys({ ...draft.prior, ...draft.write }))] }
    : null;

export const wrongRev: Mutation = (draft, random) => {
  if (!isWrite(draft)) return null;
  const rev = Number(draft.prior?.['rev'] ?? 0);
  return set(draft, { rev: random.pick([rev, rev + 2, rev - 1, 0, 1, 2, String(rev + 1), null]) });
};
export const forgedTime: Mutation = (draft, random) => {
  const stamped = Object.keys(draft.write).filter((field) => isStamp(draft.write[field]));
  if (!isWrite(draft) || stamped.length === 0) return null;
  return set(draft, { [random.pick(stamped)]: random.pick([stampOf(Date.UTC(2026, 3, 1)), null, 'x', 5]) });
};

/** Only some of what was to be written. */
export const lessWritten: Mutation = (draft, random) => {
  if (draft.operation !== 'update') return null;
  const act = ['state', 'rev', 'savedAt', 'actor', 'actedFor', 'actedAt'];
  const write = Object.entries(draft.write).filter(([field]) => act.includes(field) || random.chance(0.4));
  return { ...draft, write: Object.fromEntries(write) };
};
