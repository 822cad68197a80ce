// Cases of findings: recorded by whoever sees them, settled and overturned by authority, remedied by the person.
import { findingClientFields, type NewFinding } from '../../../../functions/src/schema/finding.ts';
import { validFindings } from '../../../fixtures/invalidFindings.ts';
import { aConfirmedFinding, aNewFinding, aFinding, cast } from '../../../fixtures/documents.ts';
import { now, type Fields } from '../../request.ts';
import { kind, type Kind } from '../draft.ts';
import { personMonth, players, type Player } from '../scene.ts';
import { fields, saved, variant } from './parts.ts';

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
          ({ change }) =>
            !('key' in change) && !('state' in change) && !('remedy' in change) && !('degree' in change),
        ),
      ),
      ...signed,
      savedAt: now,
    };
    return { as, id: `${personMonth}_k1`, write };
  });
const outside = ['supervision', 'figures', 'coordination', 'citizens', 'press'] as const;
const suspected = ['suspected'] as const;

interface Judged {
  name: string;
  stands: () => object;
  write: () => Fields;
  deciderOnly?: boolean;
  evaluatorOnly?: boolean;
}
const judged: Judged[] = [
  { name: 'confirms', stands: aFinding, write: () => ({ state: 'confirmed', due: '2026-04-28' }) },
  {
    name: 'dismisses',
    stands: aFinding,
    write: () => ({ state: 'dismissed', settleReason: 'Không có căn cứ' }),
  },
  ...(
    [
      ['confirmed', 'confirmed', 'dismissed', 'none'],
      ['remedied', 'remedied', 'dismissed', 'accepted'],
      ['dismissed', 'dismissed', 'confirmed', 'none'],
      ['dismissed, whose remedy was accepted', 'dismissed', 'remedied', 'accepted'],
    ] as const
  ).map(([what, from, to, remedyState]) => ({
    name: `overturns ${what}`,
    stands: () => aConfirmedFinding({ state: from, remedyState }),
    write: () => ({ state: to, settleReason: 'Xem lại hồ sơ' }),
    deciderOnly: true,
  })),
  ...(
    [
      ['accepts', { remedyState: 'accepted', state: 'remedied' }],
      ['accepts, still open', { remedyState: 'accepted' }],
      ['returns', { remedyState: 'returned', remedyNote: 'Chưa đủ minh chứng' }],
      [
        'returns and extends',
        { remedyState: 'returned', remedyNote: 'Còn một đơn vị', due: '2026-05-10', firstDue: '2026-04-20' },
      ],
    ] as const
  ).map(([name, write]) => ({
    name,
    stands: () => aConfirmedFinding({ remedyState: 'reported', remedy: 'Đã trả lời đủ' }),
    write: () => write,
  })),
  {
    name: 'gives a first date on returning',
    stands: () => aConfirmedFinding({ remedyState: 'reported', remedy: 'Đã trả lời đủ', due: null }),
    write: () => ({ remedyState: 'returned', remedyNote: 'Chưa đủ minh chứng', due: '2026-05-10' }),
  },
  {
    name: 'extends',
    stands: () => aConfirmedFinding({ remedyState: 'underway' }),
    write: () => ({ due: '2026-05-10', firstDue: '2026-04-20' }),
    evaluatorOnly: true,
  },
  ...(
    [
      ['states harm', '', 'Chậm giải phóng mặt bằng chung'],
      ['takes harm back', 'Chậm giải phóng mặt bằng chung', ''],
    ] as const
  ).map(([name, before, harm]) => ({
    name,
    stands: () => aConfirmedFinding({ carriedTo: '2026-05', harm: before }),
    write: () => ({ harm }),
  })),
];
const judges = [
  { as: 'evaluator', actedFor: null },
  { as: 'decider', actedFor: null },
  { as: 'delegate', actedFor: cast.evaluator },
  { as: 'delegate', actedFor: cast.decider },
] as const;
const judging: Kind[] = judged.flatMap(
  ({ name, stands, write, deciderOnly = false, evaluatorOnly = false }) =>
    judges
      .filter(({ as, actedFor }) => !deciderOnly || as === 'decider' || actedFor === cast.decider)
      .filter(({ as, actedFor }) => !evaluatorOnly || as === 'evaluator' || actedFor === cast.evaluator)
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
    [
      'begins what a delegate confirmed',
      { actedFor: cast.evaluator },
      { remedyState: 'underway', remedy: 'Đang rà soát' },
    ],
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
    const prior = { ...signs, ...fields(aConfirmedFinding(over)) };
    return {
      as: 'person',
      id: `${personMonth}_k1`,
      prior,
      write: { ...write, ...signs, actor: cast.person, ...saved(prior) },
    };
  }),
);

export const findingKinds: Kind[] = [
  records('person', ['self'], suspected, { remedy: 'Sẽ trả lời trong tuần' }),
  ...(['suspected', 'confirmed'] as const).flatMap((state) => [
    records('evaluator', ['evaluator', ...outside], [state]),
    records('decider', ['decider', ...outside], [state]),
  ]),
  ...[records('inspector', ['inspection'], suspected), records('aggregator', outside, suspected)],
  records('supervisor', ['supervision'], suspected),
  ...judging,
  ...remedying,
];
