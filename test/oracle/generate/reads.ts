// Cases of reading: for every relation a document it may open, and a query that stays within its right.
import {
  aBoard,
  aChange,
  aConfirmedFinding,
  aConsultation,
  aCycle,
  aDecidedAssessment,
  aDelegation,
  aMember,
  anAssessment,
  aNotice,
  anOutsideResult,
  aNote,
  anEvaluatedAssessment,
  aPerson,
  aPlan,
  aResult,
  aRun,
  aSheet,
  aSubmittedSheet,
  aUnit,
  aUnitMonth,
  aUnitSheet,
  cast,
  someAuthorities,
  someFigures,
  theMonth,
  theUnit,
} from '../../fixtures/documents.ts';
import { anAppeal } from '../../fixtures/appeals.ts';
import { aFile, anExpectedFile, theFile } from '../../fixtures/files.ts';
import { aTemplate, theTemplate } from '../../fixtures/templates.ts';
import { aBacklog, aCoordination, aLimitation } from '../../fixtures/facts.ts';
import { aReplacement, decided, referredAbove } from '../../fixtures/replacements.ts';
import {
  aConfirmedUnitFinding,
  aDecidedUnit,
  aPublishedUnit,
  aSubItem,
  aUnitRating,
} from '../../fixtures/unitDocuments.ts';
import {
  aFiledUnitPlan,
  aReopenedUnitPlan,
  aUnitMonthPlan,
  aUnitPlan,
  aYearPlan,
  theUnitYear,
} from '../../fixtures/unitPlans.ts';
import { aPersonYear, aUnitYear, aYearAssessment } from '../../fixtures/years.ts';
import type { Fields, Filter, Place } from '../request.ts';
import { kind, type Kind } from './draft.ts';
import {
  appeal,
  at,
  notice,
  personMonth,
  personYear,
  players,
  replacementCase,
  unitMonth,
  type Player,
} from './scene.ts';

interface Reader {
  as: Player;
  /** What a query must say so that no document outside the right can match; null where none would do. */
  query: readonly Filter[] | null;
  /** What stands there, where it isn't any of the place's. */
  given?: (() => object)[];
  id?: string;
  /** Tells two of one relation apart. */
  what?: string;
}

const me = (as: Player, ...fields: string[]): Reader => ({
  as,
  query: fields.map((field) => [field, '==', players[as]] as const),
});
const named = (as: Player, field: string): Reader => ({
  as,
  query: [[field, 'array-contains', players[as]]],
});
const saying = (as: Player, ...query: Filter[]): Reader => ({ as, query });
const opening = (as: Player): Reader => ({ as, query: null });

const submitted: Filter = ['state', '==', 'submitted'];
const government: Filter = ['block', '==', 'government'];
const unit: Filter = ['unit', '==', theUnit];
const notMe = (as: Player, field: string): Filter => [field, '!=', players[as]];
const lan = (field: string): Filter => [field, '==', players.person];

const filed = [aSubmittedSheet];
const sheetReaders: Reader[] = [
  ...(['person', 'evaluator', 'decider', 'head'] as const).map((as) => me(as, as)),
  ...[named('consulted', 'consulted'), named('proposer', 'proposers')],
  { ...named('overseer', 'asked'), given: [() => aSheet({ asked: [players.overseer] })] },
  ...[
    saying('inspector', submitted),
    saying('aggregator', submitted, government),
    saying('delegate', submitted, ['evaluator', '==', cast.evaluator], unit, notMe('delegate', 'person')),
  ].map((one) => ({ ...one, given: filed })),
  { ...saying('judge', submitted, lan('person')), given: filed },
];
const delegated = (field: string): Reader =>
  saying('delegate', ['evaluator', '==', cast.evaluator], unit, notMe('delegate', field));

const personnel: Reader[] = [saying('clerk'), saying('administrator')];
const resultReaders: Reader[] = [
  ...(['person', 'evaluator', 'decider'] as const).map((as) => me(as, as)),
  ...[
    saying('inspector'),
    saying('aggregator', government),
    saying('judge', lan('person')),
    delegated('person'),
  ],
  { ...named('proposer', 'answerers'), given: [() => aResult({ answerers: [players.proposer] })] },
];

const planReaders: Reader[] = (['head', 'evaluator', 'decider', 'inspector'] as const).map((as) =>
  saying(as),
);

interface Readable {
  id: string;
  stands: (() => object)[];
  readers: Reader[];
}

const places: Partial<Record<Place, Readable>> = {
  orgs: { id: '', stands: [() => ({ name: 'Quận ủy' })], readers: [opening('colleague'), opening('office')] },
  units: {
    id: theUnit,
    stands: [aUnit],
    readers: [saying('colleague'), saying('person', ['block', '==', 'party'])],
  },
  cycles: {
    id: theMonth,
    stands: [aCycle],
    readers: [saying('colleague'), saying('person', ['state', '==', 'open'])],
  },
  people: { id: cast.person, stands: [aPerson], readers: [opening('person'), ...personnel] },
  members: { id: cast.person, stands: [aMember], readers: [opening('person'), ...personnel] },
  runs: { id: theMonth, stands: [aRun], readers: [named('aggregator', 'readers')] },
  authorities: {
    id: unitMonth,
    stands: [someAuthorities],
    readers: [...personnel, saying('inspector'), saying('supervisor'), saying('aggregator', government)],
  },
  changes: { id: `${cast.clerk}_c1`, stands: [aChange], readers: personnel },
  parts: {
    id: `${cast.clerk}_c1/0`,
    stands: [() => ({ author: cast.clerk, rows: ['{}'], savedAt: null })],
    readers: personnel,
  },
  plans: {
    id: `${personMonth}/2026-03-2`,
    stands: [aPlan],
    readers: (['person', 'evaluator', 'decider', 'head', 'inspector'] as const).map((as) => saying(as)),
  },
  sheets: { id: personMonth, stands: [aSheet, aSubmittedSheet], readers: sheetReaders },
  assessments: {
    id: personMonth,
    stands: [anAssessment, anEvaluatedAssessment, aDecidedAssessment],
    readers: [
      ...[me('evaluator', 'evaluator'), me('decider', 'decider'), delegated('person')],
      {
        ...saying('inspector', ['state', 'in', ['evaluated', 'decided']], notMe('inspector', 'person')),
        given: [aDecidedAssessment, anEvaluatedAssessment],
      },
    ],
  },
  consultations: {
    id: `${personMonth}_${cast.consulted}`,
    stands: [aConsultation],
    readers: [
      ...[me('consulted', 'who'), me('decider', 'decider')],
      saying('delegate', ['decider', '==', cast.decider], notMe('delegate', 'person')),
    ],
  },
  findings: {
    id: `${personMonth}_k1`,
    stands: [aConfirmedFinding],
    readers: [
      saying('person', lan('subject'), ['notified', '==', true]),
      {
        ...saying('colleague', ['author', '==', players.colleague]),
        given: [() => aConfirmedFinding({ author: players.colleague })],
      },
      ...[
        me('evaluator', 'evaluator'),
        me('decider', 'decider'),
        saying('inspector', notMe('inspector', 'subject')),
      ],
      ...[
        saying('aggregator', government, notMe('aggregator', 'subject')),
        saying('judge', lan('subject')),
        delegated('subject'),
      ],
    ],
  },
  results: { id: personMonth, stands: [aResult], readers: resultReaders },
  versions: { id: `${personMonth}/1`, stands: [aResult], readers: resultReaders },
  unitSheets: {
    id: unitMonth,
    stands: [aUnitSheet, () => aUnitSheet({ state: 'submitted' })],
    readers: [
      ...[me('head', 'head'), me('evaluator', 'headEvaluator'), me('decider', 'headDecider')],
      ...[saying('inspector', submitted), saying('aggregator', submitted, government)].map((one) => ({
        ...one,
        given: [() => aUnitSheet({ state: 'submitted' })],
      })),
    ],
  },
  unitPlans: {
    id: theUnitYear,
    stands: [aUnitPlan, aFiledUnitPlan, aReopenedUnitPlan],
    readers: [
      ...[me('head', 'head'), me('evaluator', 'headEvaluator'), me('decider', 'headDecider')],
      ...[saying('inspector', submitted), saying('aggregator', submitted, government)].map((one) => ({
        ...one,
        given: [aFiledUnitPlan],
      })),
    ],
  },
  'unitSheets/plans': { id: `${unitMonth}/2026-03-2`, stands: [aUnitMonthPlan], readers: planReaders },
  'unitPlans/plans': { id: `${theUnitYear}/2`, stands: [aYearPlan], readers: planReaders },
  unitMonths: {
    id: unitMonth,
    stands: [aUnitMonth],
    readers: [named('head', 'readers'), saying('overseer', unit)],
  },
  boards: {
    id: unitMonth,
    stands: [aBoard],
    readers: [named('colleague', 'members'), saying('overseer', unit)],
  },
  figures: {
    id: unitMonth,
    stands: [someFigures],
    readers: [named('evaluator', 'readers'), saying('office', government), saying('aggregator', government)],
  },
  delegations: {
    id: `${cast.evaluator}_${cast.colleague}`,
    stands: [() => aDelegation({ delegate: cast.colleague })],
    readers: [me('evaluator', 'giver'), me('colleague', 'delegate'), saying('inspector'), ...personnel],
  },
  appeals: {
    id: appeal,
    stands: [anAppeal],
    readers: [
      ...[me('person', 'person'), me('decider', 'decider'), saying('inspector')],
      { ...me('proposer', 'answerer'), given: [() => anAppeal({ answerer: players.proposer })] },
      {
        ...saying('consulted', ['above', '==', players.consulted], ['overdue', '==', true]),
        given: [() => anAppeal({ above: players.consulted, overdue: true })],
      },
    ],
  },
  limitations: {
    id: `${personMonth}_h1`,
    stands: [aLimitation],
    readers: [
      ...[me('person', 'holder'), me('evaluator', 'evaluator'), me('decider', 'decider')],
      { ...me('colleague', 'author'), given: [() => aLimitation({ author: players.colleague })] },
      ...[saying('inspector'), saying('aggregator', government)],
    ],
  },
  coordinations: {
    id: `${unitMonth}_p1`,
    stands: [aCoordination],
    readers: [
      ...[me('head', 'head'), me('colleague', 'otherHead'), me('proposer', 'authority')],
      ...[me('decider', 'headDecider'), saying('inspector'), saying('aggregator', government)],
      {
        ...me('decider', 'otherDecider'),
        what: 'of the other side',
        given: [() => aCoordination({ headDecider: players.judge })],
      },
      { ...me('person', 'author'), given: [() => aCoordination({ author: players.person })] },
      {
        ...saying('aggregator', ['otherBlock', '==', 'government']),
        what: 'of the other block',
        given: [() => aCoordination({ block: 'party' })],
      },
    ],
  },
  backlogs: {
    id: `${unitMonth}_v1`,
    stands: [aBacklog],
    readers: [
      ...[me('head', 'holder'), me('evaluator', 'evaluator'), me('decider', 'decider')],
      { ...me('colleague', 'author'), given: [() => aBacklog({ author: players.colleague })] },
      ...[saying('inspector'), saying('aggregator', government)],
    ],
  },
  files: {
    id: theFile,
    stands: [aFile],
    readers: [
      { ...me('person', 'author'), given: [anExpectedFile] },
      ...[named('person', 'readers'), named('evaluator', 'readers')].map((one) => ({
        ...one,
        what: 'named on it',
        given: [() => aFile({ author: players.colleague })],
      })),
    ],
  },
  replacements: {
    id: replacementCase,
    stands: [aReplacement, () => aReplacement(decided), () => aReplacement(referredAbove)],
    readers: [
      ...[me('decider', 'decider'), saying('inspector', notMe('inspector', 'person'))],
      { ...saying('person', lan('person'), ['told', '==', true]), given: [() => aReplacement(decided)] },
      {
        ...saying('aggregator', ['toBlock', '==', 'government'], notMe('aggregator', 'person')),
        given: [() => aReplacement(referredAbove)],
      },
    ],
  },
  unitRatings: {
    id: unitMonth,
    stands: [aUnitRating, aDecidedUnit, aPublishedUnit],
    readers: [
      ...[me('evaluator', 'evaluator'), me('decider', 'decider')],
      { ...saying('head', ['head', '==', cast.head], ['frozen', '==', true]), given: [aPublishedUnit] },
      {
        ...saying('inspector', ['state', '==', 'decided'], notMe('inspector', 'head')),
        given: [aDecidedUnit, aPublishedUnit],
      },
      { ...saying('aggregator', ['frozen', '==', true], government), given: [aPublishedUnit] },
      saying('delegate', ['decider', '==', cast.decider], unit, notMe('delegate', 'head')),
    ],
  },
  unitFindings: {
    id: `${unitMonth}_k1`,
    stands: [aConfirmedUnitFinding],
    readers: [
      ...[me('evaluator', 'evaluator'), me('decider', 'decider')],
      saying('head', ['head', '==', cast.head], ['notified', '==', true]),
      {
        ...saying('colleague', ['author', '==', players.colleague]),
        given: [() => aConfirmedUnitFinding({ author: players.colleague })],
      },
      saying('inspector', notMe('inspector', 'head')),
      saying('aggregator', government, notMe('aggregator', 'head')),
    ],
  },
  subItems: {
    id: `${theUnit}_2.06_1`,
    stands: [aSubItem],
    readers: [saying('colleague'), saying('person', unit)],
  },
  templates: { id: theTemplate, stands: [aTemplate], readers: [saying('administrator')] },
  personYears: {
    id: personYear,
    stands: [aPersonYear],
    readers: [
      ...[named('person', 'readers'), named('decider', 'readers')],
      ...[saying('inspector'), saying('aggregator', government)],
    ],
  },
  unitYears: {
    id: `${theUnit}_2026`,
    stands: [aUnitYear],
    readers: [
      ...[named('head', 'readers'), saying('inspector')],
      ...[saying('aggregator', government), saying('overseer', unit)],
    ],
  },
  yearAssessments: {
    id: personYear,
    stands: [aYearAssessment, () => aYearAssessment({ state: 'decided', dRating: 'C', rev: 2 })],
    readers: [
      me('decider', 'decider'),
      saying('delegate', ['decider', '==', cast.decider], unit, notMe('delegate', 'person')),
      {
        ...saying('inspector', ['state', 'in', ['decided', 'published']], notMe('inspector', 'person')),
        given: [() => aYearAssessment({ state: 'decided', dRating: 'C', rev: 2 })],
      },
    ],
  },
  notices: {
    id: notice,
    stands: [aNotice, () => aNotice({ read: true })],
    readers: [me('person', 'person')],
  },
  outsideResults: {
    id: personMonth,
    stands: [anOutsideResult],
    readers: [
      saying('inspector', notMe('inspector', 'person')),
      saying('aggregator', government, notMe('aggregator', 'person')),
    ],
  },
  notes: {
    id: `${personMonth}_${cast.aggregator}`,
    stands: [aNote],
    readers: [
      me('aggregator', 'author'),
      ...(['decider', 'delegate'] as const).map((as) =>
        saying(as, ['about', '==', 'person'], lan('subject'), ['month', '==', theMonth]),
      ),
      ...(['decider', 'delegate'] as const).map((as) => ({
        ...saying(as, ['about', '==', 'unit'], ['subject', '==', theUnit], ['month', '==', theMonth]),
        id: `${unitMonth}_${cast.aggregator}`,
        what: 'about a unit',
        given: [() => aNote({ about: 'unit', subject: theUnit })],
      })),
    ],
  },
};

const noAppeal = kind('appeals', 'get', 'the person, before there is one', () => ({
  as: 'person',
  id: appeal,
}));
const noYear = kind('personYears', 'get', 'the person, before there is one', () => ({
  as: 'person',
  id: personYear,
}));
const absent = kind('results', 'get', 'the person, before there is one', () => ({
  as: 'person',
  id: personMonth,
}));

// Never allowed: who heads the unit and stands in for who decides about its head.
const onOwnUnit = kind('notes', 'get', 'the head who stands in for the decider', () => ({
  as: 'head',
  id: `${unitMonth}_${cast.aggregator}`,
  prior: { ...aNote({ about: 'unit', subject: theUnit }) },
  given: {
    [at('delegations', `${cast.decider}_${cast.head}`)]: {
      ...aDelegation({ giver: cast.decider, delegate: cast.head, acts: 'both', active: true }),
    },
  },
}));

// Never allowed: who stands in for who decides about them.
const onOwnMonth = kind('notes', 'get', 'the person who stands in for the decider', () => ({
  as: 'person',
  id: `${personMonth}_${cast.aggregator}`,
  prior: { ...aNote() },
  given: {
    [at('delegations', `${cast.decider}_${cast.person}`)]: {
      ...aDelegation({ giver: cast.decider, delegate: cast.person, acts: 'both', active: true }),
    },
  },
}));

export const readKinds: readonly Kind[] = [
  ...(Object.entries(places) as [Place, Readable][]).flatMap(([place, { id, stands, readers }]) =>
    readers.flatMap(({ as, query, given = stands, id: own = id, what }) => {
      const name = what === undefined ? as : `${as} ${what}`;
      const prior = (random: { pick<T>(list: readonly T[]): T }) => ({ ...random.pick(given)() }) as Fields;
      return [
        kind(place, 'get', name, (random) => ({ as, id: own, prior: prior(random) })),
        ...(query
          ? [kind(place, 'list', name, (random) => ({ as, id: own, prior: prior(random), query }))]
          : []),
      ];
    }),
  ),
  absent,
  noAppeal,
  noYear,
  onOwnUnit,
  onOwnMonth,
];
