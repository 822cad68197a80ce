// Cases of appealing: filed, completed, commented on, answered.
import type { Appeal } from '../../../../functions/src/schema/appeal.ts';
import { anAppeal, newAppeal } from '../../../fixtures/appeals.ts';
import { cast } from '../../../fixtures/documents.ts';
import { validPoints } from '../../../fixtures/points.ts';
import { now, type Fields } from '../../request.ts';
import { kind, type Kind } from '../draft.ts';
import type { Random } from '../random.ts';
import { appeal, players, type Player } from '../scene.ts';
import { fields } from './parts.ts';

const answered = {
  answer: 'Sổ theo dõi xác nhận ba nhiệm vụ hoàn thành trước hạn.',
  outcome: 'upheld',
  dScore1: 27,
  dScore21: 17,
  dScore22: 48,
  dRating: 'A',
  dLevel: 'good',
} as const;
const kept = { answer: 'Sổ theo dõi không ghi như người kiến nghị nêu.', outcome: 'refused' } as const;
const body = { body: 'Ban Thường vụ', participants: 'Nguyễn Văn An, Trần Thị Bình' };
const byCriterion = validPoints.filter(({ template }) => template === 'ND-335@1');
/** By whom it is answered in these cases. */
const answerer = cast.proposer;

const writes = (
  name: string,
  as: Player,
  stands: (random: Random) => Partial<Appeal>,
  write: (random: Random) => Fields,
): Kind =>
  kind('appeals', 'update', name, (random) => {
    const prior = fields(anAppeal({ answerer, ...stands(random) }));
    return { as, id: appeal, prior, write: { ...write(random), rev: Number(prior['rev']) + 1 } };
  });
/** A function writes no field that says what the schema supposes: the answer is the first to say these. */
const unsaid = ['answer', 'outcome', 'dPoints', 'participants', 'actor', 'actedFor', 'actedAt'];
const signed = { actor: players.proposer, actedFor: null, actedAt: now };

export const appealKinds: Kind[] = [
  kind('appeals', 'create', 'person', (random) => ({
    as: 'person',
    id: appeal,
    write: {
      ...newAppeal({ asks: random.pick(['rating', 'level', 'finding', 'other'] as const) }),
      savedAt: now,
    },
  })),
  writes(
    'person completes',
    'person',
    () => ({}),
    () => ({ words: 'Bổ sung: sổ theo dõi công việc tháng 4, trang 12.', savedAt: now }),
  ),
  writes(
    'decider comments',
    'decider',
    () => ({}),
    () => ({ deciderNote: 'Đã xét đủ ba nhiệm vụ.', notedAt: now }),
  ),
  ...(
    [
      ['answerer corrects', {}, answered],
      ['answerer lets the result stand', {}, kept],
      ['answerer lets it stand and says no result', {}, { ...kept, dRating: null, dLevel: null }],
      ['answerer corrects for a body', { body: body.body }, answered],
    ] as const
  ).map(([name, stands, answer]) =>
    writes(
      name,
      'proposer',
      () => stands,
      () => ({ ...answer, participants: body.participants, ...signed, state: 'answered' }),
    ),
  ),
  writes(
    'answerer corrects by criterion',
    'proposer',
    () => ({ template: 'ND-335@1' }),
    (random) => {
      const { score1, score21, score22, points } = random.pick(byCriterion).change;
      const scored = { dScore1: score1, dScore21: score21, dScore22: score22, dPoints: points };
      return { ...answered, ...scored, participants: '', ...signed, state: 'answered' };
    },
  ),
  kind('appeals', 'update', 'answerer is the first to write an answer', () => {
    const prior = fields(anAppeal({ answerer }));
    const write = {
      ...answered,
      participants: '',
      ...signed,
      state: 'answered',
      rev: Number(prior['rev']) + 1,
    };
    const stood = Object.entries(prior).filter(([field]) => !unsaid.includes(field));
    return { as: 'proposer', id: appeal, prior: Object.fromEntries(stood), write };
  }),
];
