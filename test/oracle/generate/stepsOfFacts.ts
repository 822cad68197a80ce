// One step away from an attempt: what stands there, what is looked up, who asks, and what a query says.
import { cast, otherOrg } from '../../fixtures/documents.ts';
import { theUnitYear } from '../../fixtures/unitPlans.ts';
import type { Fields, Filter, Place } from '../request.ts';
import { factsOf } from './facts.ts';
import { pathOfDraft, type Draft } from './draft.ts';
import { resigned } from './mutationsOfAsking.ts';
import { asMember, at, personMonth, playerNames, players, scene, unitMonth, type Player } from './scene.ts';
import { step, type StepAway } from './stepAway.ts';

/** Of many values, those that concern the asker and one that doesn't. */
const fewOf = (values: readonly unknown[], me: string | null, most = 9): readonly unknown[] => {
  if (values.length <= most) return values;
  const telling = [me, players.colleague, [me], [players.colleague]].map((one) => JSON.stringify(one));
  const found = values.filter((value) => telling.includes(JSON.stringify(value)));
  return found.length > 0 ? found : values.filter((_, index) => index % 2 === 0);
};

export function otherFacts({ place, prior, asker, operation }: Draft): StepAway[] {
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

/** Nobody's delegation holds, and documents that are whole in another way. */
export function otherWorlds({ place, prior, asker }: Draft): StepAway[] {
  const delegations = [cast.evaluator, cast.decider].map((giver) =>
    at('delegations', `${giver}_${String(asker.person)}`),
  );
  const off = (over: Fields): Draft['given'] =>
    Object.fromEntries(delegations.map((path) => [path, { ...(scene[path] as Fields), ...over }]));
  const filed = place === 'sheets' && prior !== null && prior['state'] === 'open';
  const stands = (name: string, over: Fields): StepAway =>
    step(name, (draft) => ({ ...draft, prior: { ...draft.prior, ...over } }));
  const tasks = { tasks: {}, taskDue: {}, taskKind: {}, taskState: {}, taskResult: {}, taskWhy: {} };
  return [
    ...(delegations.every((path) => path in scene)
      ? [
          step('no delegation is active', (draft) => ({ ...draft, given: off({ active: false }) })),
          step('all are of another unit', (draft) => ({ ...draft, given: off({ unit: 'ubnd' }) })),
        ]
      : []),
    ...(filed
      ? [
          stands('no task stands', tasks),
          stands('one task stands', { ...tasks, tasks: { t1: 'Tham mưu kế hoạch' } }),
          ...['I', 'II.1'].map((section) =>
            stands(`a row of ${section} stands`, { nothing: false, rowSection: { r1: section } }),
          ),
          stands('no plan stands', { nextTasks: {}, nextDue: {} }),
          stands('nothing stands', { ...tasks, nextTasks: {}, nextDue: {} }),
        ]
      : []),
  ];
}

/** What is looked up on a sheet. */
const telling = ['evaluator', 'decider', 'head', 'unit', 'block', 'onRequest', 'stage'];

/** What the rules may look up for this asker and this place. */
function lookUpsOf({ place, asker }: Draft): string[] {
  const me = asker.person ?? '';
  const own = [
    at('members', me),
    at('delegations', `${cast.evaluator}_${me}`),
    at('delegations', `${cast.decider}_${me}`),
  ];
  const subjects: Partial<Record<Place, string[]>> = {
    consultations: [at('sheets', `${cast.person}_2026-04`)],
    findings: [at('sheets', `${cast.person}_2026-04`), at('people', cast.person), at('cycles', '2026-04')],
    notes: [at('sheets', `${cast.person}_2026-04`), at('units', 'phong-noi-vu'), at('unitSheets', unitMonth)],
    figures: [at('units', 'phong-noi-vu')],
    limitations: [
      at('cycles', '2026-04'),
      at('sheets', `${cast.person}_2026-04`),
      at('unitSheets', unitMonth),
    ],
    coordinations: [at('cycles', '2026-04'), at('unitSheets', unitMonth), at('unitSheets', 'ubnd_2026-04')],
    backlogs: [at('cycles', '2026-04'), at('sheets', `${cast.person}_2026-04`), at('unitSheets', unitMonth)],
    replacements: [at('cycles', '2026-04'), at('sheets', `${cast.person}_2026-04`)],
    unitFindings: [at('cycles', '2026-04'), at('unitSheets', unitMonth)],
    subItems: [at('cycles', '2026-04'), at('unitSheets', unitMonth)],
    parts: [at('changes', `${cast.clerk}_c1`)],
    plans: [at('sheets', personMonth)],
    'unitSheets/plans': [at('unitSheets', unitMonth)],
    'unitPlans/plans': [at('unitPlans', theUnitYear)],
    ...Object.fromEntries(
      (['sheets', 'results', 'versions'] as const).map((one) => [one, [at('people', cast.person)]]),
    ),
  };
  return [...own, ...(subjects[place] ?? [])].filter((path) => path in scene);
}

/** Whether a month is the newest is asked of one that is open no more. */
const besides = (field: string): Fields => (field === 'newest' ? { state: 'locked' } : {});

export function otherLookUps(draft: Draft): StepAway[] {
  return lookUpsOf(draft)
    .filter((path) => path !== pathOfDraft(draft))
    .flatMap((path) => {
      const place = path.split('/')[2] as Place;
      const stand =
        (value: Fields | null) =>
        (one: Draft): Draft => ({ ...one, given: { ...one.given, [path]: value } });
      const facts = Object.entries(factsOf(place)).filter(
        ([field]) => place !== 'sheets' || telling.includes(field),
      );
      return [
        step(`${path} isn't there`, stand(null)),
        ...facts.flatMap(([field, values]) =>
          fewOf(values, draft.asker.person).map((value) =>
            step(
              `${path} says ${field} ${JSON.stringify(value)}`,
              stand({ ...(scene[path] as Fields), ...besides(field), [field]: value }),
            ),
          ),
        ),
      ];
    });
}

export const otherAskers = (draft: Draft, all: boolean): StepAway[] => [
  ...(all ? playerNames : (['person', 'evaluator', 'decider', 'colleague', 'delegate'] as Player[])).map(
    (player) => step(`${player} asks`, (one) => resigned({ ...one, asker: asMember(player) }, player)),
  ),
  // What another signed.
  ...(all && (draft.operation === 'create' || draft.operation === 'update')
    ? (['colleague', 'decider', 'clerk'] as const).map((player) =>
        step(`${player} asks as it was signed`, (one) => ({ ...one, asker: asMember(player) })),
      )
    : []),
  ...[
    { ...draft.asker, org: otherOrg },
    { signedIn: true, org: null, person: null },
    { signedIn: false, org: null, person: null },
  ].map((asker) =>
    step(`${String(asker.person)} of ${String(asker.org)} asks`, (one) => ({ ...one, asker })),
  ),
];

export function otherQueries({ operation, query, asker }: Draft): StepAway[] {
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
