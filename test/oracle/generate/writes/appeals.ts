// Cases of appealing: filed, completed, commented on, answered.
import type { Appeal } from '../../../../functions/src/schema/appeal.ts';
import { anAppeal, newAppeal } from '../../../fixtures/appeals.ts';
import { cast } from '../../../fixtures/documents.ts';
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
];
