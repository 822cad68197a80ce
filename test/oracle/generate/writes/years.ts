// Cases of rating a year: saved, decided, taken back, taken up again, by the decider and by who stands in for them.
import { momentOf } from '../../../../functions/src/domain/moment.ts';
import type { YearAssessment } from '../../../../functions/src/schema/year.ts';
import { cast } from '../../../fixtures/documents.ts';
import { aYearAssessment } from '../../../fixtures/years.ts';
import { now, type Fields } from '../../request.ts';
import { kind, type Kind } from '../draft.ts';
import type { Random } from '../random.ts';
import { personYear, players } from '../scene.ts';
import { fields } from './parts.ts';

const hats = [
  { as: 'decider', actedFor: null },
  { as: 'delegate', actedFor: cast.decider },
] as const;
const agreed = { dRating: 'C', dReason: '' } as const;
const otherwise = { dRating: 'B', dReason: 'Đã khắc phục toàn bộ từ quý II' } as const;
const decidedAt = momentOf(Date.UTC(2026, 11, 9, 3));
const unrated = { ...aYearAssessment().proposal, rating: null };

const acts = (
  name: string,
  stands: (random: Random) => Partial<YearAssessment>,
  write: (random: Random) => Fields,
): Kind[] =>
  hats.map(({ as, actedFor }) =>
    kind('yearAssessments', 'update', `${as} ${name}`, (random) => {
      const prior = fields(aYearAssessment(stands(random)));
      const signed = { rev: Number(prior['rev']) + 1, actor: players[as], actedFor, actedAt: now };
      return { as, id: personYear, prior, write: { ...write(random), ...signed } };
    }),
  );

export const yearKinds: Kind[] = [
  ...acts(
    'saves',
    () => ({}),
    (random) => ({ ...random.pick([agreed, otherwise]), participants: 'Tập thể lãnh đạo phòng' }),
  ),
  ...(
    [
      ['decides as proposed', agreed],
      ['decides otherwise', otherwise],
      ['leaves a year without a rated month', { proposal: unrated }],
    ] as const
  ).flatMap(([name, stands]) =>
    acts(
      name,
      () => stands,
      () => ({ state: 'decided' }),
    ),
  ),
  ...(
    [
      ['takes back', { state: 'decided' }],
      ['takes up again', { state: 'published', decidedAt, publishedAt: decidedAt, version: 1 }],
    ] as const
  ).flatMap(([name, stands]) =>
    acts(
      name,
      () => ({ ...agreed, ...stands, rev: 2 }),
      () => ({ state: 'waiting', dReason: 'Tháng 11 được sửa lại' }),
    ),
  ),
];
