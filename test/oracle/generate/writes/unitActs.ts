// Cases of a unit's own rating, findings and sub-items: rated and taken back; recorded, settled, remedied; written, struck out, written anew.
import type { NewUnitFinding, UnitFinding } from '../../../../functions/src/schema/unitFinding.ts';
import type { UnitRating } from '../../../../functions/src/schema/unitRating.ts';
import { cast, theMonth, theUnit } from '../../../fixtures/documents.ts';
import {
  aConfirmedUnitFinding,
  aDecidedUnit,
  aPublishedUnit,
  aSubItem,
  aUnitFinding,
  aUnitRating,
  newSubItem,
  newUnitFinding,
  theUnitReason,
  validSubItems,
  validUnitFindings,
} from '../../../fixtures/unitDocuments.ts';
import { now, type Fields } from '../../request.ts';
import { kind, type Kind } from '../draft.ts';
import { players, unitMonth, type Player } from '../scene.ts';
import { fields, saved, variant } from './parts.ts';

const hats = [
  { as: 'decider', actedFor: null },
  { as: 'delegate', actedFor: cast.decider },
] as const;
const decided = { dRating: 'B', dLevel: 'good', dReason: theUnitReason, aboveReason: '', state: 'decided' };

const rates = (name: string, stands: () => UnitRating, write: Fields): Kind[] =>
  hats.map(({ as, actedFor }) =>
    kind('unitRatings', 'update', `${as} ${name}`, () => {
      const prior = fields(stands());
      const signed = { rev: Number(prior['rev']) + 1, actor: players[as], actedFor, actedAt: now };
      return { as, id: unitMonth, prior, write: { ...write, followed: false, ...signed } };
    }),
  );
const takenBack = { dReason: 'Số liệu được sửa lại', state: 'waiting' };
const ratingKinds: Kind[] = [
  ...rates('rates the unit', aUnitRating, decided),
  ...rates('rates it anew', () => aPublishedUnit({ state: 'waiting', frozen: false, rev: 2 }), {
    ...decided,
    dRating: 'C',
  }),
  ...rates('takes it back', aDecidedUnit, takenBack),
  ...rates('takes up what is published', aPublishedUnit, takenBack),
];

const outside = ['supervision', 'figures', 'coordination', 'citizens', 'press'] as const;
const findingId = `${unitMonth}_k1`;
const records = (
  as: Player,
  state: NewUnitFinding['state'],
  sources: readonly NewUnitFinding['source'][],
): Kind =>
  kind('unitFindings', 'create', `${as} records what is ${state}`, (random) => ({
    as,
    id: findingId,
    write: {
      ...newUnitFinding({ state, source: random.pick(sources) }),
      ...variant(
        random,
        validUnitFindings.filter(({ change }) => state === 'suspected' || !('degree' in change)),
      ),
      ...{ author: players[as], actor: players[as], savedAt: now },
    },
  }));

const acts = (as: 'decider' | 'head', name: string, stands: () => UnitFinding, write: Fields): Kind =>
  kind('unitFindings', 'update', `${as} ${name}`, () => {
    const prior = fields(stands());
    return { as, id: findingId, prior, write: { ...write, actor: players[as], ...saved(prior) } };
  });
const reported = () =>
  aConfirmedUnitFinding({
    ...{ remedyState: 'reported', remedy: 'Đã ban hành kế hoạch' },
    // Each acts after the other did.
    ...{ author: cast.inspector, actor: cast.head },
  });
const recorded = () => aUnitFinding({ author: cast.inspector, actor: cast.inspector });
const findingKinds: Kind[] = [
  ...(['suspected', 'confirmed'] as const).flatMap((state) => [
    records('evaluator', state, ['evaluator', ...outside]),
    records('decider', state, ['decider', ...outside]),
  ]),
  records('inspector', 'suspected', ['inspection']),
  records('supervisor', 'suspected', ['supervision']),
  records('aggregator', 'suspected', outside),
  acts('decider', 'confirms', recorded, { state: 'confirmed', due: '2026-04-29' }),
  acts('decider', 'dismisses', recorded, { state: 'dismissed', settleReason: 'Không có căn cứ' }),
  acts('decider', 'dismisses their own', aUnitFinding, { state: 'dismissed' }),
  ...(
    [
      ['confirmed', 'dismissed'],
      ['dismissed', 'confirmed'],
    ] as const
  ).map(([from, to]) =>
    acts('decider', `overturns ${from}`, () => aConfirmedUnitFinding({ state: from, settleReason: 'Có' }), {
      ...{ state: to, settleReason: 'Xem lại hồ sơ' },
    }),
  ),
  acts('decider', 'accepts', reported, { remedyState: 'accepted', state: 'remedied', due: '2026-04-28' }),
  acts('decider', 'returns', reported, { remedyState: 'returned', remedyNote: 'Chưa đủ', due: '2026-04-28' }),
  acts('decider', 'returns with a later day', reported, {
    ...{ remedyState: 'returned', remedyNote: 'Chưa đủ', due: '2026-05-15', firstDue: '2026-04-28' },
  }),
  acts('decider', 'extends', aConfirmedUnitFinding, { due: '2026-05-15', firstDue: '2026-04-28' }),
  acts('head', 'begins', aConfirmedUnitFinding, { remedyState: 'underway', remedy: 'Đang soạn' }),
  acts('head', 'reports', aConfirmedUnitFinding, {
    ...{ remedyState: 'reported', remedy: 'Đã ban hành', remedyAt: now },
  }),
  acts('head', 'reports what was returned', () => aConfirmedUnitFinding({ remedyState: 'returned' }), {
    ...{ remedyState: 'reported', remedy: 'Kèm văn bản', remedyAt: now },
  }),
];

const keepers = ['head', 'clerk'] as const;
const place = `${theUnit}_2.06_1`;
const struckOut = (earlier: number) => {
  const once = fields(aSubItem({ state: 'struck', rev: 2, actor: cast.clerk }));
  const { text, author, writtenAt, actor: by, savedAt: struckAt } = once;
  return {
    ...once,
    earlier: Array.from({ length: earlier }, () => ({ text, author, writtenAt, by, struckAt })),
  };
};
/** As many as stand there, or one more than there is room for: the second never goes through. */
const anewAfter = (earlier: number): Kind =>
  kind('subItems', 'update', `head writes anew after ${earlier}`, () => {
    const prior = struckOut(earlier);
    const anew = { text: 'Báo cáo thiếu phụ lục', author: cast.head, writtenAt: now, state: 'active' };
    const kept = struckOut(earlier + 1).earlier;
    return {
      as: 'head',
      id: place,
      prior,
      write: { ...anew, earlier: kept, actor: cast.head, ...saved(prior) },
    };
  });
/** What was written in another month is struck out and written anew in this one. */
const before = '2026-03';
const subItemKinds: Kind[] = keepers.flatMap((as) => [
  kind('subItems', 'create', as, (random) => ({
    as,
    id: place,
    write: {
      ...newSubItem(),
      ...variant(random, validSubItems),
      ...{ author: players[as], actor: players[as], writtenAt: now, savedAt: now },
    },
  })),
  kind('subItems', 'update', `${as} strikes out`, () => {
    const prior = fields(aSubItem({ month: before }));
    const write = { state: 'struck', month: theMonth, actor: players[as], ...saved(prior) };
    return { as, id: place, prior, write };
  }),
  kind('subItems', 'update', `${as} writes anew`, () => {
    const prior = fields(aSubItem({ state: 'struck', rev: 2, actor: cast.clerk, month: before }));
    const { text, author, writtenAt, actor: by, savedAt: struckAt } = prior;
    const anew = { text: 'Báo cáo thiếu phụ lục', author: players[as], writtenAt: now, state: 'active' };
    const earlier = [{ text, author, writtenAt, by, struckAt }];
    const write = { ...anew, earlier, month: theMonth, actor: players[as], ...saved(prior) };
    return { as, id: place, prior, write };
  }),
]);

export const unitActKinds: Kind[] = [
  ...ratingKinds,
  ...findingKinds,
  ...subItemKinds,
  anewAfter(49),
  anewAfter(50),
];
