// Ways to spoil an attempt a little, or to ask it differently: most leave it near what is allowed, some leave it allowed.
import { filled, many, type Case } from '../../fixtures/cases.ts';
import { cast, otherOrg, stampOf, theOrg, theUnit } from '../../fixtures/documents.ts';
import {
  invalidDecisions,
  invalidEvaluations,
  validDecisions,
  validEvaluations,
} from '../../fixtures/invalidAssessments.ts';
import { invalidFindings, validFindings } from '../../fixtures/invalidFindings.ts';
import { invalidSheets, validSheets } from '../../fixtures/invalidSheets.ts';
import {
  invalidFigures,
  invalidNewFigures,
  invalidUnitSheets,
  validFigures,
  validUnitSheets,
} from '../../fixtures/invalidUnitDocuments.ts';
import { isStamp, now, type Fields, type Filter, type Operation, type Place } from '../request.ts';
import { factsOf, words } from './facts.ts';
import { pathOfDraft, type Draft } from './draft.ts';
import type { Random } from './random.ts';
import { asMember, at, playerNames, players, scene, type Player } from './scene.ts';

/** Null where it can't be done to this attempt. */
export type Mutation = (draft: Draft, random: Random) => Draft | null;

const isWrite = ({ operation }: Draft) => operation === 'create' || operation === 'update';
const people = Object.values(players);
const set = (draft: Draft, fields: Fields): Draft => ({ ...draft, write: { ...draft.write, ...fields } });

/** In the asker's own name, wherever the attempt was signed. */
export function resigned(draft: Draft, player: Player): Draft {
  const signatures = ['author', 'actor', 'giver'].filter((field) => field in draft.write);
  const names = Object.fromEntries(signatures.map((field) => [field, players[player]]));
  return { ...draft, write: { ...draft.write, ...names } };
}

/** Somebody else asks, mostly in their own name. */
const otherAsker: Mutation = (draft, random) => {
  const player = random.pick(playerNames);
  const asked = { ...draft, asker: asMember(player) };
  return random.chance(0.6) ? resigned(asked, player) : asked;
};

const otherAccount: Mutation = (draft, random) => ({
  ...draft,
  asker: random.pick([
    { ...draft.asker, org: otherOrg },
    { signedIn: true, org: null, person: null },
    { signedIn: false, org: null, person: null },
  ]),
});

/** Another person in a field that says who is who, before or after. */
const roleFields = [
  ...['person', 'evaluator', 'decider', 'head', 'headEvaluator', 'headDecider', 'who', 'subject', 'author'],
  ...['actor', 'actedFor', 'giver', 'delegate'],
];
const otherRole: Mutation = (draft, random) => {
  const { prior, write, asker } = draft;
  const someone = random.chance(0.4) ? asker.person : random.chance(0.1) ? null : random.pick(people);
  const field = random.pick(roleFields);
  if (field in write) return set(draft, { [field]: someone });
  if (prior && field in prior) return { ...draft, prior: { ...prior, [field]: someone } };
  return null;
};

/** The document stands otherwise than the act supposes: a state, a fact that functions wrote. */
const otherFact: Mutation = (draft, random) => {
  const facts = factsOf(draft.place);
  if (!draft.prior || Object.keys(facts).length === 0) return null;
  const field = random.pick(Object.keys(facts));
  return { ...draft, prior: { ...draft.prior, [field]: random.pick(facts[field] ?? []) } };
};

const otherState: Mutation = (draft, random) => {
  const states = factsOf(draft.place)['state'];
  return isWrite(draft) && states ? set(draft, { state: random.pick([...states, null, 5]) }) : null;
};

/** The tables that feed both gates, by what they are about. */
export const tables: Partial<Record<Place, Partial<Record<Operation, readonly Case[]>>>> = {
  sheets: { update: [...invalidSheets, ...validSheets] },
  assessments: {
    update: [...invalidEvaluations, ...validEvaluations, ...invalidDecisions, ...validDecisions],
  },
  findings: { create: [...invalidFindings, ...validFindings] },
  unitSheets: { update: [...invalidUnitSheets, ...validUnitSheets] },
  figures: {
    create: [...invalidFigures, ...invalidNewFigures, ...validFigures],
    update: [...invalidFigures, ...validFigures],
  },
};
/** A value at the edge, out of the tables that feed both gates. */
const knownInvalid: Mutation = (draft, random) => {
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
const writtenValue: Mutation = (draft, random) => {
  if (!isWrite(draft)) return null;
  const field = random.pick(Object.keys({ ...draft.prior, ...draft.write }));
  return set(draft, { [field]: otherValue({ ...draft.prior, ...draft.write }[field], random) });
};

/** A field of the document that the act doesn't carry. */
const furtherField: Mutation = (draft, random) => {
  if (!isWrite(draft)) return null;
  const own = Object.keys(draft.prior ?? {}).filter((field) => !(field in draft.write));
  const field = random.pick([...own, 'extra']);
  return set(draft, { [field]: otherValue(draft.prior?.[field] ?? null, random) });
};
const missingField: Mutation = (draft, random) =>
  isWrite(draft)
    ? { ...draft, without: [...draft.without, random.pick(Object.keys({ ...draft.prior, ...draft.write }))] }
    : null;

const wrongRev: Mutation = (draft, random) => {
  if (!isWrite(draft)) return null;
  const rev = Number(draft.prior?.['rev'] ?? 0);
  return set(draft, { rev: random.pick([rev, rev + 2, rev - 1, 0, 1, 2, String(rev + 1), null]) });
};
const forgedTime: Mutation = (draft, random) => {
  const stamped = Object.keys(draft.write).filter((field) => isStamp(draft.write[field]));
  if (!isWrite(draft) || stamped.length === 0) return null;
  return set(draft, { [random.pick(stamped)]: random.pick([stampOf(Date.UTC(2026, 3, 1)), null, 'x', 5]) });
};

/** Only some of what was to be written. */
const lessWritten: Mutation = (draft, random) => {
  if (draft.operation !== 'update') return null;
  const act = ['state', 'rev', 'savedAt', 'actor', 'actedFor', 'actedAt'];
  const write = Object.entries(draft.write).filter(([field]) => act.includes(field) || random.chance(0.4));
  return { ...draft, write: Object.fromEntries(write) };
};

const wrongId: Mutation = (draft, random) => {
  if (draft.operation !== 'create' && !(draft.operation === 'get' && draft.prior === null)) return null;
  const parts = draft.id.split(/(?=[/_])/);
  const last = parts.at(-1) ?? '';
  const id = random.pick([
    `${draft.id}x`,
    `${draft.id}_x`,
    [
      ...parts.slice(0, -1),
      `${last[0] ?? ''}${random.pick(['K1', '100', '01', '2026-13', players.colleague, 'r1', 'c3'])}`,
    ].join(''),
    [`${players.colleague}`, ...parts.slice(1)].join(''),
  ]);
  return draft.place === 'parts' && id.split('/').length !== 2 ? null : { ...draft, id };
};

const delegation = (giver: string, delegate: string) => at('delegations', `${giver}_${delegate}`);
/** What the rules look up stands otherwise, or isn't there. */
const otherLookUp: Mutation = (draft, random) => {
  const me = draft.asker.person ?? players.colleague;
  const giver = random.pick([cast.evaluator, cast.decider]);
  const path = random.pick([
    ...[at('members', me), at('members', me), delegation(giver, me), delegation(giver, me)],
    ...Object.keys(scene).filter((one) => !one.includes('/members/')),
  ]);
  const stands = { ...scene, ...draft.given }[path] ?? null;
  if (path === pathOfDraft(draft)) return null;
  if (stands === null || random.chance(0.15)) return { ...draft, given: { ...draft.given, [path]: null } };
  const place = path.split('/')[2] as Place;
  const facts = factsOf(place);
  const field = random.pick(Object.keys(facts));
  const value = random.pick(facts[field] ?? []);
  return { ...draft, given: { ...draft.given, [path]: { ...stands, [field]: value } } };
};

/** The subject asks for what concerns themselves: nobody judges themselves, whatever office they hold. */
export const onOneself: Mutation = (draft) => {
  const me = draft.asker.person;
  const field = ['person', 'subject'].find((one) => one in { ...draft.prior, ...draft.write });
  if (field === undefined || me === null) return null;
  if (draft.operation !== 'create') return { ...draft, prior: { ...draft.prior, [field]: me } };
  const id = [me, ...draft.id.split('_').slice(1)].join('_');
  const sheet = { ...(scene[at('sheets', `${cast.person}_2026-04`)] as Fields), person: me };
  return {
    ...set(draft, { [field]: me }),
    id,
    given: { ...draft.given, [at('sheets', `${me}_2026-04`)]: sheet },
  };
};

const elsewhere = { [theUnit]: 'ubnd', government: 'party', submitted: 'open' } as Record<string, string>;
const otherQuery: Mutation = (draft, random) => {
  if (draft.operation !== 'list' || draft.query.length === 0) return null;
  const index = random.below(draft.query.length);
  const [field, op, value] = draft.query[index] as Filter;
  const others: unknown = random.pick([
    elsewhere[String(value)] ?? players.colleague,
    players.colleague,
    null,
    true,
  ]);
  const changed: (Filter | null)[] = [
    null,
    [field, op, op === 'in' ? [others] : others],
    ...(op === '=='
      ? ([
          [field, 'in', [value]],
          [field, 'in', [value, others]],
        ] as Filter[])
      : []),
    ...(op === 'in'
      ? ([
          [field, 'in', [...(value as unknown[]), 'waiting']],
          [field, '==', (value as unknown[])[0]],
        ] as Filter[])
      : []),
  ];
  const filter = random.pick(changed);
  return { ...draft, query: draft.query.flatMap((one, i) => (i !== index ? [one] : filter ? [filter] : [])) };
};
const narrowerQuery: Mutation = (draft, random) => {
  if (draft.operation !== 'list') return null;
  const further: Filter = random.pick([
    ['month', '==', '2026-04'],
    ['month', '==', '2026-05'],
    ['unit', '==', theUnit],
  ]);
  return draft.query.some(([field]) => field === further[0])
    ? null
    : { ...draft, query: [...draft.query, further] };
};

export const deletes: Mutation = (draft) =>
  draft.prior ? { ...draft, operation: 'delete', write: {}, without: [], query: [] } : null;
/** Taken for new although a function opens it, or for a fresh write of the whole document. */
export const createsIt: Mutation = (draft) =>
  draft.operation === 'update' && draft.prior
    ? { ...draft, operation: 'create', write: { ...draft.prior, ...draft.write }, prior: null }
    : null;
const writesIt: Mutation = (draft, random) =>
  (draft.operation === 'get' || draft.operation === 'list') && draft.prior && theOrg === draft.org
    ? {
        ...draft,
        operation: 'update',
        query: [],
        write: { [random.pick(Object.keys(draft.prior))]: 'x', rev: 99 },
      }
    : null;

/** Each with its weight. */
export const mutations: readonly (readonly [name: string, weight: number, Mutation])[] = [
  ['somebody else asks', 4, otherAsker],
  ['another account asks', 2, otherAccount],
  ['another person in a role', 3, otherRole],
  ['a fact stands otherwise', 4, otherFact],
  ['to another state', 3, otherState],
  ['a value at the edge', 4, knownInvalid],
  ['another value', 4, writtenValue],
  ['a further field', 2, furtherField],
  ['a field missing', 2, missingField],
  ['another rev', 1, wrongRev],
  ['a forged time', 1, forgedTime],
  ['less written', 2, lessWritten],
  ['another id', 2, wrongId],
  ['what is looked up stands otherwise', 4, otherLookUp],
  ['on oneself', 2, onOneself],
  ['another query', 5, otherQuery],
  ['a narrower query', 2, narrowerQuery],
  ['deleted', 1, deletes],
  ['created', 1, createsIt],
  ['written by a reader', 1, writesIt],
];
