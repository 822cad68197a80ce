// Cases of judging: every act of evaluator and decider, by themselves and through a delegate.
import { evaluatorFields, type Assessment } from '../../../../functions/src/schema/assessment.ts';
import { validEvaluations, validDecisions } from '../../../fixtures/invalidAssessments.ts';
import {
  aDecision,
  aDecidedAssessment,
  anAssessment,
  anEvaluatedAssessment,
  anEvaluation,
  cast,
} from '../../../fixtures/documents.ts';
import { now, type Fields } from '../../request.ts';
import { kind, type Kind } from '../draft.ts';
import type { Random } from '../random.ts';
import { personMonth, players, type Player } from '../scene.ts';
import { fields, only, variant } from './parts.ts';

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
/** As it was saved: the verdicts come with the act. */
const filled = (over: Partial<Assessment>) => anAssessment({ ...recorded, verdicts: {}, ...over });
const { verdicts } = recorded;

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
/** Scores around each band, with the rating that an evaluation and the decision agree on, and no reason. */
const atBands = (
  [
    ...[
      [90, 'A', 'good'],
      [89.5, 'A', 'good'],
      [89, 'A', 'good'],
      [89.5, 'B', 'good'],
      [90, 'B', 'good'],
    ],
    ...[
      [70, 'B', 'fair'],
      [69.5, 'B', 'fair'],
      [69, 'B', 'fair'],
      [69.5, 'C', 'fair'],
      [70, 'C', 'fair'],
    ],
    ...[
      [50, 'C', 'poor'],
      [49.5, 'C', 'poor'],
      [49, 'C', 'poor'],
      [49.5, 'D', 'poor'],
      [50, 'D', 'poor'],
    ],
    ...[
      [95, 'A', 'fair'],
      [95, 'A', 'poor'],
      [80, 'B', 'poor'],
    ],
  ] as const
).flatMap(([score, rating, level]) => {
  const record = {
    dScore1: 30,
    dScore21: 10,
    dScore22: Math.min(50, score - 40),
    dRating: rating,
    dLevel: level,
  };
  const whole = { ...record, dScore21: score - record.dScore1 - record.dScore22 };
  return acts(
    `decides ${rating} and ${level} at ${score}`,
    'decider',
    (over) => anEvaluatedAssessment({ eRating: rating, eLevel: level, ...over }),
    'decided',
    () => ({ ...aDecision(), ...whole, dReason: '' }),
  );
});
const late = { overdue: true } as const;
const unrated = { excuse: 'maternity' } as const;
const proposed = { proposal: { ...anAssessment().proposal, unrated: true } };
const aNoteText = { note: 'Bổ sung giải trình về việc chậm' };
const reopened = () => ({ dReason: 'Có kết luận mới của kiểm tra' });
const states = { returned: 'returned', unrated: 'unrated' } as const;
export const assessmentKinds: Kind[] = [
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
  ...acts('evaluates', 'evaluator', filled, 'evaluated', () => ({ verdicts })),
  ...acts('withdraws', 'evaluator', anEvaluatedAssessment, 'waiting', (random) =>
    random.chance(0.5) ? {} : aNoteText,
  ),
  ...acts('decides in one act', 'both', filled, 'decided', () => ({ ...aDecision(), note: '', verdicts })),
  ...atBands,
  ...acts('evaluates without verdicts, with a note', 'evaluator', filled, 'evaluated', () => aNoteText),
  ...[{ dRating: 'C' }, { dLevel: 'poor' }, { dScore1: 26 }].flatMap((other) =>
    acts(`decides in one act with another ${Object.keys(other).join()}`, 'both', filled, 'decided', () => ({
      ...{ ...aDecision(), note: '', verdicts, dReason: 'Vượt kế hoạch đột xuất' },
      ...other,
    })),
  ),
  ...acts(
    'reopens with the reason that stands there',
    'decider',
    (over) => aDecidedAssessment({ dReason: 'Có kết luận mới của kiểm tra', ...over }),
    'evaluated',
    () => ({ dReason: 'Có kết luận mới của kiểm tra' }),
  ),
  ...acts('saves instead', 'decider', anAssessment, 'waiting', () => only(recorded, ['eComment']), late),
  ...acts('returns instead', 'decider', filled, 'returned', () => aNoteText, late),
  ...acts('evaluates instead', 'decider', filled, 'evaluated', () => ({ verdicts }), late),
  ...acts(
    'decides instead',
    'decider',
    filled,
    'decided',
    () => ({ ...aDecision(), note: '', verdicts }),
    late,
  ),
  ...acts(
    'leaves unrated instead',
    'decider',
    filled,
    'unrated',
    () => ({ ...aDecision(), note: 'Đang nghỉ', verdicts }),
    { ...late, ...unrated },
  ),
  // Never allowed: what was evaluated is sent back with a note, not withdrawn by who didn't evaluate.
  ...acts('withdraws instead', 'decider', anEvaluatedAssessment, 'waiting', () => ({}), late),
  ...acts('sends back', 'decider', anEvaluatedAssessment, 'waiting', () => ({
    ...aDecision(),
    ...aNoteText,
  })),
  ...acts('saves', 'decider', anEvaluatedAssessment, 'evaluated', decisions),
  ...acts('decides', 'decider', anEvaluatedAssessment, 'decided', decisions),
  ...acts('decides otherwise with a reason', 'decider', anEvaluatedAssessment, 'decided', () => ({
    ...aDecision(),
    ...{ dRating: 'A', dReason: 'Vượt kế hoạch đột xuất' },
  })),
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
  ...acts(
    'leaves unrated in one act',
    'both',
    filled,
    'unrated',
    () => ({ ...aDecision(), note: '', verdicts }),
    unrated,
  ),
  ...acts('leaves unrated as proposed', 'decider', anEvaluatedAssessment, 'unrated', decisions, proposed),
  ...acts('reopens', 'decider', aDecidedAssessment, 'evaluated', reopened),
  ...acts('reopens what is published', 'decider', aDecidedAssessment, 'evaluated', reopened, {
    frozen: true,
  }),
  ...acts('leaves unrated what is published', 'decider', aDecidedAssessment, 'unrated', () => ({}), {
    ...unrated,
    frozen: true,
  }),
  ...acts(
    'reopens what was unrated',
    'decider',
    (over) => anEvaluatedAssessment({ ...over, state: states.unrated }),
    'evaluated',
    reopened,
  ),
];
