// Cases of writing: every act of the table as somebody may do it, over documents that may stand there.
import { evaluatorFields, type Assessment } from '../../../functions/src/schema/assessment.ts';
import { findingClientFields, type NewFinding } from '../../../functions/src/schema/finding.ts';
import { emptyDraft, type Sheet } from '../../../functions/src/schema/sheet.ts';
import { validEvaluations, validDecisions } from '../../fixtures/invalidAssessments.ts';
import { validFindings } from '../../fixtures/invalidFindings.ts';
import { validSheets } from '../../fixtures/invalidSheets.ts';
import { validFigures, validUnitSheets } from '../../fixtures/invalidUnitDocuments.ts';
import {
  aChange,
  aConfirmedFinding,
  aConsultation,
  aDecision,
  aDelegation,
  aDecidedAssessment,
  anAssessment,
  aNewFinding,
  aNote,
  anEvaluatedAssessment,
  anEvaluation,
  anOpenedSheet,
  aSheet,
  aFinding,
  aUnitSheet,
  cast,
  newChange,
  newDelegation,
  newFigures,
  someFigures,
  theMonth,
  theUnit,
} from '../../fixtures/documents.ts';
import { now, type Fields } from '../request.ts';
import { kind, type Kind } from './draft.ts';
import type { Random } from './random.ts';
import { personMonth, players, unitMonth, type Player } from './scene.ts';

const fields = (document: object): Fields => ({ ...document });
const draftFields = Object.keys(emptyDraft());
const saved = (prior: Fields) => ({ rev: Number(prior['rev']) + 1, savedAt: now });
const only = (document: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(document).filter(([name]) => names.includes(name)));
/** Some variety of values that both gates take. */
const variant = (random: Random, cases: readonly { change: Fields }[]): Fields =>
  random.chance(0.5) ? random.pick(cases).change : {};

// ---- sheets

const complete: (() => Partial<Sheet>)[] = [
  () => ({}),
  () => ({ nothing: true, ...noRows }),
  () => ({ ...noRows, nothing: true, rowSection: { r2: 'III' }, rowFinding: { r2: 'lan_2026-03_r1' } }),
];
const noRows = {
  ...{ rowSection: {}, rowResult: {}, rowCause: {}, rowRemedy: {}, rowDelay: {}, rowNote: {} },
  ...{ rowCodes: {}, rowDegree: {}, rowDue: {}, rowRemedyState: {}, rowFinding: {} },
} as const satisfies Partial<Sheet>;

const openStages = ['open', 'submitted', 'evaluated'] as const;
const sheetKinds: Kind[] = [
  kind(
    'sheets',
    'update',
    'saves',
    (random) => {
      const prior = fields(random.pick([anOpenedSheet, aSheet])({ stage: random.pick(openStages) }));
      const whole = { ...only(fields(aSheet()), draftFields), ...variant(random, validSheets) };
      return { as: 'person', id: personMonth, prior, write: { ...whole, ...saved(prior) } };
    },
    { weight: 8 },
  ),
  kind(
    'sheets',
    'update',
    'submits',
    (random) => {
      const prior = fields(aSheet({ ...random.pick(complete)(), stage: random.pick(openStages) }));
      return { as: 'person', id: personMonth, prior, write: { state: 'submitted', ...saved(prior) } };
    },
    { weight: 6 },
  ),
];

// ---- assessments

interface Acting {
  as: Player;
  /** In whose stead; null where they act themselves. */
  actedFor: string | null;
  over: Partial<Assessment>;
}
const hats = {
  evaluator: [
    { as: 'evaluator', actedFor: null, over: {} },
    { as: 'delegate', actedFor: cast.evaluator, over: {} },
  ],
  decider: [
    { as: 'decider', actedFor: null, over: {} },
    { as: 'delegate', actedFor: cast.decider, over: {} },
  ],
  both: [
    { as: 'decider', actedFor: null, over: { evaluator: cast.decider } },
    { as: 'delegate', actedFor: cast.decider, over: { evaluator: cast.decider } },
  ],
} as const satisfies Record<string, Acting[]>;

const record = Object.keys(evaluatorFields);
/** Decisions that differ from what was evaluated, with a reason where one is needed. */
const decisions = (random: Random): Fields => ({
  ...aDecision(),
  ...random.pick([
    {},
    { dRating: 'A', dReason: 'Vượt kế hoạch đột xuất' },
    { dLevel: 'poor', dReason: 'Không khắc phục đúng hạn' },
    { dScore22: 40, dReason: '' },
    ...validDecisions.map(({ change }) => change),
  ]),
});
const recorded = anEvaluation();
const filled = (over: Partial<Assessment>) => anAssessment({ ...recorded, ...over });

function acts(
  name: string,
  hat: keyof typeof hats,
  stands: (over: Partial<Assessment>) => object,
  to: string,
  write: (random: Random) => Fields,
  facts: Partial<Assessment> = {},
): Kind[] {
  return hats[hat].map(({ as, actedFor, over }) =>
    kind(
      'assessments',
      'update',
      `${as === 'delegate' ? `delegate of the ${hat}` : hat} ${name}`,
      (random) => {
        const prior = fields(stands({ ...facts, ...over }));
        const signed = { rev: Number(prior['rev']) + 1, actor: players[as], actedFor, actedAt: now };
        return { as, id: personMonth, prior, write: { ...write(random), ...signed, state: to } };
      },
    ),
  );
}
const unrated = { excuse: 'maternity' } as const;
const aNoteText = { note: 'Bổ sung giải trình về việc chậm' };
const states = { returned: 'returned', unrated: 'unrated' } as const;
const assessmentKinds: Kind[] = [
  ...acts('saves', 'evaluator', anAssessment, 'waiting', (random) => ({
    ...only(
      recorded,
      record.filter((field) => field !== 'verdicts'),
    ),
    ...variant(
      random,
      validEvaluations.filter(({ change }) => !('verdicts' in change)),
    ),
  })),
  ...acts('returns', 'evaluator', filled, 'returned', () => aNoteText),
  ...acts('evaluates', 'evaluator', filled, 'evaluated', () => ({ verdicts: recorded.verdicts })),
  ...acts('withdraws', 'evaluator', anEvaluatedAssessment, 'waiting', (random) =>
    random.chance(0.5) ? aNoteText : {},
  ),
  ...acts('decides in one act', 'both', filled, 'decided', () => aDecision()),
  ...acts('sends back', 'decider', anEvaluatedAssessment, 'waiting', () => aNoteText),
  ...acts('saves', 'decider', anEvaluatedAssessment, 'evaluated', decisions),
  ...acts('decides', 'decider', anEvaluatedAssessment, 'decided', decisions),
  ...acts('leaves unrated', 'decider', anEvaluatedAssessment, 'unrated', decisions, unrated),
  ...acts('leaves unrated what waits', 'decider', anAssessment, 'unrated', () => ({}), unrated),
  ...acts(
    'leaves unrated what was returned',
    'decider',
    (over) => anAssessment({ ...over, state: states.returned }),
    'unrated',
    () => ({}),
    unrated,
  ),
  ...acts('leaves unrated what was decided', 'decider', aDecidedAssessment, 'unrated', () => ({}), unrated),
  ...acts('leaves unrated in one act', 'both', filled, 'unrated', () => ({}), unrated),
  ...acts('reopens', 'decider', aDecidedAssessment, 'evaluated', () => ({
    dReason: 'Có kết luận mới của kiểm tra',
  })),
  ...acts(
    'reopens what was unrated',
    'decider',
    (over) => anEvaluatedAssessment({ ...over, state: states.unrated }),
    'evaluated',
    () => ({ dReason: 'Có kết luận mới của kiểm tra' }),
  ),
];

// ---- findings

const records = (
  as: Player,
  sources: readonly NewFinding['source'][],
  states: readonly NewFinding['state'][],
  over: Partial<NewFinding> = {},
): Kind =>
  kind('findings', 'create', `${as} records what is ${states.join(' or ')}`, (random) => {
    const by = {
      author: players[as],
      actor: players[as],
      source: random.pick(sources),
      state: random.pick(states),
    };
    const signed = 'actedFor' in findingClientFields ? { actedFor: null } : {};
    const write = {
      ...fields(aNewFinding({ ...by, ...over })),
      ...variant(
        random,
        validFindings.filter(
          ({ change }) => !('key' in change) && !('state' in change) && !('remedy' in change),
        ),
      ),
      ...signed,
      savedAt: now,
    };
    return { as, id: `${personMonth}_k1`, write };
  });
const outside = ['supervision', 'figures', 'coordination', 'citizens', 'press'] as const;
const suspected = ['suspected'] as const;

const judged: { name: string; stands: () => object; write: () => Fields; deciderOnly?: boolean }[] = [
  { name: 'confirms', stands: aFinding, write: () => ({ state: 'confirmed', due: '2026-04-28' }) },
  {
    name: 'dismisses',
    stands: aFinding,
    write: () => ({ state: 'dismissed', settleReason: 'Không có căn cứ' }),
  },
  ...(
    [
      ['confirmed', 'dismissed'],
      ['dismissed', 'confirmed'],
    ] as const
  ).map(([from, to]) => ({
    name: `overturns ${from}`,
    stands: () => aConfirmedFinding({ state: from }),
    write: () => ({ state: to, settleReason: 'Xem lại hồ sơ' }),
    deciderOnly: true,
  })),
  ...(
    [
      ['accepts', { remedyState: 'accepted', state: 'remedied' }],
      ['accepts, still open', { remedyState: 'accepted' }],
      ['returns', { remedyState: 'returned', remedyNote: 'Chưa đủ minh chứng' }],
    ] as const
  ).map(([name, write]) => ({
    name,
    stands: () => aConfirmedFinding({ remedyState: 'reported', remedy: 'Đã trả lời đủ' }),
    write: () => write,
  })),
];
const judges = [
  { as: 'evaluator', actedFor: null },
  { as: 'decider', actedFor: null },
  { as: 'delegate', actedFor: cast.evaluator },
  { as: 'delegate', actedFor: cast.decider },
] as const;
const judging: Kind[] = judged.flatMap(({ name, stands, write, deciderOnly = false }) =>
  judges
    .filter(({ as, actedFor }) => !deciderOnly || as === 'decider' || actedFor === cast.decider)
    .map(({ as, actedFor }) =>
      kind('findings', 'update', `${as} ${actedFor ?? ''} ${name}`, () => {
        const signs = 'actedFor' in findingClientFields;
        const prior = { ...fields(stands()), ...(signs ? { actedFor: null } : {}) };
        const signed = { actor: players[as], ...(signs ? { actedFor } : {}), ...saved(prior) };
        return { as, id: `${personMonth}_k1`, prior, write: { ...write(), ...signed } };
      }),
    ),
);
const remedying: Kind[] = (
  [
    ['begins', {}, { remedyState: 'underway', remedy: 'Đang rà soát' }],
    ['reports', {}, { remedyState: 'reported', remedy: 'Đã trả lời đủ', remedyAt: now }],
    [
      'reports again',
      { remedyState: 'returned' },
      { remedyState: 'reported', remedy: 'Kèm văn bản', remedyAt: now },
    ],
  ] as const
).map(([name, over, write]) =>
  kind('findings', 'update', `person ${name}`, () => {
    const signs = 'actedFor' in findingClientFields ? { actedFor: null } : {};
    const prior = { ...fields(aConfirmedFinding(over)), ...signs };
    return {
      as: 'person',
      id: `${personMonth}_k1`,
      prior,
      write: { ...write, ...signs, actor: cast.person, ...saved(prior) },
    };
  }),
);

const findingKinds: Kind[] = [
  records('person', ['self'], suspected, { remedy: 'Sẽ trả lời trong tuần' }),
  ...(['suspected', 'confirmed'] as const).flatMap((state) => [
    records('evaluator', ['evaluator', ...outside], [state]),
    records('decider', ['decider', ...outside], [state]),
  ]),
  ...[records('inspector', ['inspection'], suspected), records('aggregator', outside, suspected)],
  ...judging,
  ...remedying,
];

// ---- what is kept of units, and the rest

const unitDraft = ['tasks', 'taskDue', 'taskResult', 'report', 'backlog', 'nextTasks', 'nextDue'];
const files = (name: string, state: 'open' | 'submitted'): Kind =>
  kind('unitSheets', 'update', name, (random) => {
    const prior = fields(aUnitSheet());
    const write = { ...only(prior, unitDraft), report: 'Đã hoàn thành', ...variant(random, validUnitSheets) };
    return { as: 'head', id: unitMonth, prior, write: { ...write, ...saved(prior), state } };
  });

const newRecord = (document: object): Fields => ({ ...document, savedAt: now });
const note = (as: 'aggregator' | 'overseer', about: 'person' | 'unit') => {
  const subject = about === 'person' ? cast.person : theUnit;
  return aNote({ as, about, subject, author: players[as] });
};
const noteKinds: Kind[] = (['aggregator', 'overseer'] as const).flatMap((as) =>
  (['person', 'unit'] as const).flatMap((about) => {
    const id = `${about === 'person' ? cast.person : theUnit}_${theMonth}_${players[as]}`;
    return [
      kind('notes', 'create', `${as} about a ${about}`, () => ({
        as,
        id,
        write: newRecord(note(as, about)),
      })),
      kind('notes', 'update', `${as} about a ${about}`, () => {
        const prior = fields(note(as, about));
        return { as, id, prior, write: { text: 'Ý kiến bổ sung', ...saved(prior) } };
      }),
    ];
  }),
);

const changesBy = (
  as: 'clerk' | 'administrator',
  kinds: readonly ('people' | 'members' | 'units')[],
): Kind[] =>
  (['draft', 'sent'] as const).map((state) =>
    kind('changes', 'create', `${as}, ${state}`, (random) => ({
      as,
      id: `${players[as]}_c2`,
      write: newRecord(newChange({ author: players[as], kind: random.pick(kinds), state })),
    })),
  );

const otherKinds: Kind[] = [
  ...[files('head saves', 'open'), files('head submits', 'submitted')],
  kind('figures', 'create', 'office', (random) => ({
    as: 'office',
    id: unitMonth,
    write: newRecord({ ...newFigures(), ...variant(random, validFigures) }),
  })),
  kind('figures', 'update', 'office', (random) => {
    const prior = fields(someFigures());
    return {
      as: 'office',
      id: unitMonth,
      prior,
      write: { received: 211, ...variant(random, validFigures), author: cast.office, ...saved(prior) },
    };
  }),
  kind('consultations', 'update', 'answers', () => {
    const prior = fields(aConsultation());
    return {
      as: 'consulted',
      id: `${personMonth}_${cast.consulted}`,
      prior,
      write: { note: 'Đồng ý', state: 'answered', ...saved(prior) },
    };
  }),
  ...changesBy('clerk', ['people', 'units']),
  ...changesBy('administrator', ['people', 'members']),
  ...(['clerk', 'administrator'] as const).map((as) =>
    kind('changes', 'update', `${as} sends`, () => {
      const prior = fields(aChange({ author: players[as], state: 'draft', parts: 2 }));
      return { as, id: `${players[as]}_c1`, prior, write: { state: 'sent', ...saved(prior) } };
    }),
  ),
  kind('parts', 'create', 'author', (random) => ({
    as: 'clerk',
    id: `${cast.clerk}_c1/${random.pick(['0', '1', '10', '99'])}`,
    write: { author: cast.clerk, rows: ['{"id":"an"}', '{"id":"ba"}'], savedAt: now },
  })),
  kind('delegations', 'create', 'giver', (random) => ({
    as: 'evaluator',
    id: `${cast.evaluator}_${cast.colleague}`,
    write: newRecord(
      newDelegation({
        acts: random.pick(['evaluate', 'decide', 'both'] as const),
        unit: random.pick([null, theUnit]),
      }),
    ),
  })),
  kind('delegations', 'update', 'giver revokes', (random) => {
    const prior = fields(aDelegation({ active: random.chance(0.5) }));
    return {
      as: 'evaluator',
      id: `${cast.evaluator}_${cast.colleague}`,
      prior,
      write: { revoked: true, active: false, ...saved(prior) },
    };
  }),
  kind('delegations', 'update', 'giver replaces', (random) => {
    const prior = fields(aDelegation({ active: random.chance(0.3), revoked: random.chance(0.3) }));
    const write = {
      fromDay: '2026-05-02',
      toDay: '2026-05-09',
      acts: 'both',
      unit: theUnit,
      reason: 'Nghỉ phép',
      revoked: false,
      active: false,
    };
    return {
      as: 'evaluator',
      id: `${cast.evaluator}_${cast.colleague}`,
      prior,
      write: { ...write, ...saved(prior) },
    };
  }),
  ...noteKinds,
];

export const writeKinds: readonly Kind[] = [
  ...sheetKinds,
  ...assessmentKinds,
  ...findingKinds,
  ...otherKinds,
];
