// One step away: every kind of request with each single thing otherwise that could matter to it, so that chance leaves none out.
import { filled, many, type Case } from '../../fixtures/cases.ts';
import { cast, otherOrg, stampOf } from '../../fixtures/documents.ts';
import { isStamp, type Fields, type Filter, type Place } from '../request.ts';
import { factsOf } from './facts.ts';
import { couldStand, pathOfDraft, type Draft, type Kind } from './draft.ts';
import { deletes, createsIt, onOneself, resigned, tables, type Mutation } from './mutations.ts';
import { Random } from './random.ts';
import { asMember, at, playerNames, players, scene, unitMonth, type Player } from './scene.ts';

export interface StepAway {
  name: string;
  apply: Mutation;
}
const step = (name: string, apply: (draft: Draft) => Draft | null): StepAway => ({ name, apply });
const writing = (name: string, fields: Fields): StepAway =>
  step(name, (draft) => ({ ...draft, write: { ...draft.write, ...fields } }));

/** Of many values, those that concern the asker and one that doesn't. */
const fewOf = (values: readonly unknown[], me: string | null, most = 9): readonly unknown[] => {
  if (values.length <= most) return values;
  const telling = [me, players.colleague, [me], [players.colleague]].map((one) => JSON.stringify(one));
  const found = values.filter((value) => telling.includes(JSON.stringify(value)));
  return found.length > 0 ? found : values.filter((_, index) => index % 2 === 0);
};

function otherFacts({ place, prior, asker, operation }: Draft): StepAway[] {
  if (!prior) return [];
  return Object.entries(factsOf(place)).flatMap(([field, values]) =>
    fewOf(values, asker.person, operation === 'get' || operation === 'list' ? 4 : 9).map((value) =>
      step(`${field} stands as ${JSON.stringify(value)}`, (draft) => ({
        ...draft,
        prior: { ...draft.prior, [field]: value },
      })),
    ),
  );
}

/** What the rules may look up for this asker and this place. */
function lookUpsOf({ place, asker }: Draft): string[] {
  const me = asker.person ?? '';
  const own = [
    at('members', me),
    at('delegations', `${cast.evaluator}_${me}`),
    at('delegations', `${cast.decider}_${me}`),
  ];
  const subjects: Partial<Record<Place, string[]>> = {
    findings: [at('sheets', `${cast.person}_2026-04`), at('people', cast.person)],
    notes: [at('sheets', `${cast.person}_2026-04`), at('units', 'phong-noi-vu'), at('unitSheets', unitMonth)],
    figures: [at('units', 'phong-noi-vu')],
    parts: [at('changes', `${cast.clerk}_c1`)],
    ...Object.fromEntries(
      (['sheets', 'results', 'versions'] as const).map((one) => [one, [at('people', cast.person)]]),
    ),
  };
  return [...own, ...(subjects[place] ?? [])].filter((path) => path in scene);
}

function otherLookUps(draft: Draft): StepAway[] {
  return lookUpsOf(draft)
    .filter((path) => path !== pathOfDraft(draft))
    .flatMap((path) => {
      const place = path.split('/')[2] as Place;
      const stand =
        (value: Fields | null) =>
        (one: Draft): Draft => ({ ...one, given: { ...one.given, [path]: value } });
      const facts = Object.entries(factsOf(place)).filter(
        ([field]) => place !== 'sheets' || ['evaluator', 'decider', 'unit', 'block'].includes(field),
      );
      return [
        step(`${path} isn't there`, stand(null)),
        ...facts.flatMap(([field, values]) =>
          fewOf(values, draft.asker.person).map((value) =>
            step(
              `${path} says ${field} ${JSON.stringify(value)}`,
              stand({ ...(scene[path] as Fields), [field]: value }),
            ),
          ),
        ),
      ];
    });
}

const people = [
  'person',
  'evaluator',
  'decider',
  'head',
  'author',
  'actor',
  'actedFor',
  'giver',
  'delegate',
  'who',
  'subject',
];
function otherWrites({ operation, place, prior, write, asker }: Draft, whole: boolean): StepAway[] {
  if (operation !== 'create' && operation !== 'update') return [];
  const rev = Number(prior?.['rev'] ?? 0);
  const states = factsOf(place)['state'] ?? [];
  return [
    ...[rev, rev + 2, String(rev + 1)].map((value) => writing(`rev ${value}`, { rev: value })),
    ...Object.keys(write)
      .filter((field) => isStamp(write[field]))
      .flatMap((field) => [stampOf(5), null].map((value) => writing(`forged ${field}`, { [field]: value }))),
    ...states.map((state) => writing(`to ${String(state)}`, { state })),
    ...people
      .filter((field) => field in write)
      .flatMap((field) =>
        [asker.person, players.colleague, cast.person, null].map((one) =>
          writing(`${field} ${String(one)}`, { [field]: one }),
        ),
      ),
    ...Object.keys(write).map((field) =>
      step(`without ${field}`, (draft) => ({
        ...draft,
        write: Object.fromEntries(Object.entries(draft.write).filter(([name]) => name !== field)),
      })),
    ),
    writing('a field that no schema knows', { extra: 1 }),
    ...Object.keys(prior ?? {})
      .filter((field) => !(field in write) && (whole || ['person', 'unit', 'log', 'held'].includes(field)))
      .map((field) =>
        writing(`${field} too`, {
          [field]: typeof prior?.[field] === 'number' ? Number(prior[field]) + 1 : 'x',
        }),
      ),
  ];
}

const bounds: Partial<Record<Place, Fields[]>> = {
  changes: [
    ...[
      { reason: '  ' },
      { reason: filled(201) },
      { reason: 5 },
      { kind: 'x' },
      { source: 'x' },
      { kind: 'members' },
      { kind: 'authority' },
      { kind: 'setAside' },
      { source: 'import' },
    ],
    ...[
      { parts: -1 },
      { parts: 101 },
      { parts: 100 },
      { parts: 0.5 },
      { parts: '1' },
      { rows: 'x' },
      { rows: [5] },
      { rows: [filled(200001)] },
      { rows: [] },
      { rows: [{ a: 1 }] },
    ],
    ...[
      { rows: Array.from({ length: 501 }, () => 'x') },
      { rows: Array.from({ length: 500 }, () => 'x') },
      { rows: ['a\u001fb'] },
    ],
  ],
  parts: [
    { rows: Array.from({ length: 501 }, () => 'x') },
    { rows: [filled(200001)] },
    { rows: [5] },
    { rows: 'x' },
    { rows: [] },
    { rows: null },
  ],
  delegations: [
    ...[
      { fromDay: '2026-04-30', toDay: '2026-04-29' },
      { fromDay: '2026-04-29', toDay: '2026-04-29' },
      { fromDay: '2026-4-1' },
      { toDay: 'x' },
      { toDay: 5 },
      { toDay: '2026-13-01' },
    ],
    ...[
      { acts: 'x' },
      { acts: 5 },
      { unit: 5 },
      { unit: 'ubnd' },
      { unit: 'A B' },
      { unit: '' },
      { unit: filled(20) },
      { unit: 'a'.repeat(41) },
      { reason: ' ' },
      { reason: filled(201) },
      { reason: 5 },
      { reason: 'a\u001fb' },
    ],
    ...[
      { active: true },
      { revoked: true },
      { revoked: true, active: false },
      { revoked: 'x' },
      { active: null },
      { delegate: cast.evaluator },
    ],
  ],
  notes: [
    { text: ' ' },
    { text: filled(5001) },
    { text: 5 },
    { text: 'a\u001fb' },
    { about: 'x' },
    { as: 'x' },
    { month: '2026-13' },
    { month: '2026-05' },
    { subject: 'ubnd' },
    { as: 'overseer' },
    { as: 'aggregator' },
    { about: 'unit' },
    { about: 'person' },
  ],
  consultations: [{ note: ' ' }, { note: filled(5001) }, { note: 5 }, { note: 'a\u001fb' }],
  assessments: [
    { note: ' ' },
    { note: filled(2001) },
    { note: 5 },
    { note: 'a\u001fb' },
    { dReason: filled(2001) },
    { dReason: 'ngắn quá' },
    { dReason: 'Theo đề nghị của tập thể' },
    ...(['A', 'B', 'C', 'D', null] as const).flatMap((dRating) =>
      (['good', 'fair', 'poor', null] as const).map((dLevel) => ({ dRating, dLevel })),
    ),
    ...[89.5, 90, 69.5, 70, 49.5, 50].map((sum) => ({
      dScore1: 0,
      dScore21: 0,
      dScore22: sum - 30 > 0 ? Math.min(50, sum - 30) : 0,
      dRating: sum >= 70 ? 'B' : 'C',
    })),
    { verdicts: {} },
    { verdicts: { 'lan_2026-04_r1': 'x' } },
    { verdicts: many('k', 100, 'open') },
    { verdicts: many('k'.repeat(101), 98, 'open') },
    ...[
      { participants: filled(2001) },
      { participants: 5 },
      { dScore1: 30.5 },
      { dScore21: 0.3 },
      { dScore22: '5' },
      { dRating: 'E' },
      { dLevel: 'x' },
    ],
  ],
  findings: [
    { settleReason: ' ' },
    { settleReason: filled(2001) },
    { settleReason: 5 },
    { settleReason: 'a\u001fb' },
    { due: 'x' },
    { due: null },
    { due: '2026-04-30' },
    { remedyNote: ' ' },
    { remedyNote: filled(2001) },
    { remedyNote: 5 },
    { remedyNote: 'a\u001fb' },
    ...['none', 'underway', 'reported', 'accepted', 'returned', 'x'].map((remedyState) => ({ remedyState })),
    ...[
      { remedy: '' },
      { remedy: filled(5001) },
      { remedy: 5 },
      { remedy: 'a\u001fb' },
      { remedyAt: null },
      { remedyAt: stampOf(5) },
      { remedyState: 'accepted', state: 'dismissed' },
      { remedyState: 'returned', state: 'remedied', remedyNote: 'x' },
    ],
    ...[
      'self',
      'evaluator',
      'decider',
      'inspection',
      'supervision',
      'figures',
      'coordination',
      'citizens',
      'press',
      'rule',
    ].map((source) => ({ source })),
    ...[
      { block: 'party' },
      { unit: 'ubnd' },
      { evaluator: players.colleague },
      { decider: players.colleague },
      { month: '2026-05' },
    ],
  ],
  figures: [{ block: 'party' }, { unit: 'ubnd' }, { month: '2026-05' }],
  sheets: [{ tasks: {} }, { nextTasks: {} }, { nothing: true }],
};

const otherAskers = (draft: Draft, all: boolean): StepAway[] => [
  ...(all ? playerNames : (['person', 'evaluator', 'decider', 'colleague', 'delegate'] as Player[])).map(
    (player) => step(`${player} asks`, (one) => resigned({ ...one, asker: asMember(player) }, player)),
  ),
  ...[
    { ...draft.asker, org: otherOrg },
    { signedIn: true, org: null, person: null },
    { signedIn: false, org: null, person: null },
  ].map((asker) =>
    step(`${String(asker.person)} of ${String(asker.org)} asks`, (one) => ({ ...one, asker })),
  ),
];

function otherQueries({ operation, query, asker }: Draft): StepAway[] {
  if (operation !== 'list') return [];
  const others = (value: unknown): unknown =>
    value === asker.person
      ? players.colleague
      : value === 'government'
        ? 'party'
        : value === 'submitted'
          ? 'open'
          : value === true
            ? false
            : 'ubnd';
  return query.flatMap(([field, op, value], index) => {
    const instead =
      (filters: Filter[]) =>
      (draft: Draft): Draft => ({
        ...draft,
        query: draft.query.flatMap((one, i) => (i === index ? filters : [one])),
      });
    return [
      step(`query without ${field}`, instead([])),
      ...(op === 'in' ? [] : [step(`query with another ${field}`, instead([[field, op, others(value)]]))]),
      ...(op === '=='
        ? [step(`query with two ${field}`, instead([[field, 'in', [value, others(value)]]]))]
        : []),
    ];
  });
}

const ids = ['x', '_x', '1'];
const otherIds = ({ operation, id, place }: Draft): StepAway[] =>
  operation !== 'create'
    ? []
    : [
        ...ids.map((tail) => step(`id ${id}${tail}`, (draft) => ({ ...draft, id: `${draft.id}${tail}` }))),
        ...(place === 'changes'
          ? [
              `${players.clerk}_K1`,
              `${players.clerk}_`,
              `${players.clerk}_${'a'.repeat(21)}`,
              `${players.administrator}_c2`,
              'c2',
            ].map((other) => step(`id ${other}`, (draft) => ({ ...draft, id: other })))
          : []),
        ...(place === 'parts'
          ? ['00', '01', '100', 'x', '-1'].map((other) =>
              step(`part ${other}`, (draft) => ({ ...draft, id: `${players.clerk}_c1/${other}` })),
            )
          : []),
      ];

const tabled = (cases: readonly Case[]): StepAway[] =>
  cases.map(({ what, change, without = [] }) =>
    step(what, (draft) => ({
      ...draft,
      write: { ...draft.write, ...change },
      without: [...draft.without, ...without],
    })),
  );

/** The long tables feed the first kind only that writes what they are about; everybody asks for the first of each operation. */
export function stepsAway(kind: Kind, earlier: readonly Kind[]): StepAway[] {
  const draft = kind.make(new Random(0));
  const alike = earlier.filter(
    ({ place, operation }) => place === kind.place && operation === kind.operation,
  );
  const whole = alike.length === 0;
  const table = whole || kind.tabled ? (tables[kind.place]?.[kind.operation] ?? []) : [];
  const isWrite = kind.operation === 'create' || kind.operation === 'update';
  const written = (isWrite ? (bounds[kind.place] ?? []) : []).filter(
    (fields) => whole || Object.keys(fields).every((field) => field === 'state' || field in draft.write),
  );
  const all: StepAway[] = [
    ...otherFacts(draft).filter(({ apply }) => couldStand(apply(draft, new Random(0)) ?? draft)),
    ...otherLookUps(draft),
    ...otherWrites(draft, whole),
    ...written.map((fields) => writing(`writes ${JSON.stringify(fields).slice(0, 60)}`, fields)),
    ...otherAskers(draft, whole),
    ...otherQueries(draft),
    ...otherIds(draft),
    { name: 'on oneself', apply: onOneself },
    ...(whole
      ? [
          { name: 'deleted', apply: deletes },
          { name: 'created', apply: createsIt },
        ]
      : []),
    ...tabled(table),
  ];
  // Told apart by number where two are called the same.
  const times = new Map<string, number>();
  return all.map(({ name, apply }) => {
    const n = (times.get(name) ?? 0) + 1;
    times.set(name, n);
    return { name: n === 1 ? name : `${name} (${n})`, apply };
  });
}
