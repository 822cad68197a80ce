// Cases of the facts beside the sheet: named, worked off and closed; recorded, answered and settled; put off, finished and confirmed.
import type { Backlog } from '../../../../functions/src/schema/backlog.ts';
import type { Coordination } from '../../../../functions/src/schema/coordination.ts';
import type { Limitation } from '../../../../functions/src/schema/limitation.ts';
import { cast, theUnit } from '../../../fixtures/documents.ts';
import {
  aBacklog,
  aCoordination,
  aLimitation,
  newBacklog,
  newCoordination,
  newLimitation,
  theOtherHead,
  validBacklogs,
  validCoordinations,
  validLimitations,
} from '../../../fixtures/facts.ts';
import { now, type Fields, type Place } from '../../request.ts';
import { kind, type Kind } from '../draft.ts';
import { personMonth, players, unitMonth, type Player } from '../scene.ts';
import { fields, saved, variant } from './parts.ts';

/** Who heads the other unit, and who is above both, in these cases. */
const otherHead = 'colleague' satisfies Player;
const authority = 'proposer' satisfies Player;
const ids = {
  limitations: `${personMonth}_h1`,
  coordinations: `${unitMonth}_p1`,
  backlogs: `${unitMonth}_v1`,
};
type Facts = { limitations: Limitation; coordinations: Coordination; backlogs: Backlog };
const stands = { limitations: aLimitation, coordinations: aCoordination, backlogs: aBacklog };

const acts = <N extends keyof Facts & Place>(
  place: N,
  name: string,
  as: Player,
  over: Partial<Facts[N]>,
  write: Fields,
): Kind =>
  kind(place, 'update', name, () => {
    const prior = fields((stands[place] as (over: Partial<Facts[N]>) => object)(over));
    return { as, id: ids[place], prior, write: { ...write, actor: players[as], ...saved(prior) } };
  });

const named = (as: Player, over: Fields & { about?: string }, id = ids.limitations): Kind =>
  kind('limitations', 'create', `${as} of a ${over.about ?? 'person'}`, (random) => ({
    as,
    id,
    write: {
      ...newLimitation(),
      ...variant(random, validLimitations),
      ...over,
      ...{ author: players[as], actor: players[as], savedAt: now },
    },
  }));
const ofUnit = { about: 'unit', subject: theUnit };
const unitId = `${unitMonth}_h1`;

const limitationKinds: Kind[] = [
  named('evaluator', {}),
  named('decider', {}),
  named('aggregator', { as: 'aggregator' }),
  ...(['evaluator', 'decider'] as const).map((as) => named(as, ofUnit, unitId)),
  named('aggregator', { ...ofUnit, as: 'aggregator' }, unitId),
  acts(
    'limitations',
    'holder plans',
    'person',
    {},
    { ...{ planWho: 'Nguyễn Thị Lan', planTask: 'Báo cáo tiến độ hằng tuần', planDue: '2026-06-30' } },
  ),
  acts(
    'limitations',
    'holder reports',
    'person',
    { progressMonth: '2026-03' },
    { ...{ progress: 'Đã lập sổ theo dõi', progressMonth: '2026-04' } },
  ),
  ...(['evaluator', 'decider'] as const).map((as) =>
    acts('limitations', `${as} closes`, as, {}, { closeNote: 'Đã khắc phục', state: 'closed' }),
  ),
];

const finding = {
  fSubject: theOtherHead,
  fCodes: '2.06',
  fDegree: 'rare',
  fDue: '2026-05-15',
  state: 'found',
};
const word = { word: 'Đã làm rõ trách nhiệm' };
const coordinationKinds: Kind[] = [
  kind('coordinations', 'create', 'head', (random) => ({
    as: 'head',
    id: ids.coordinations,
    write: { ...newCoordination(), ...variant(random, validCoordinations), savedAt: now },
  })),
  acts(
    'coordinations',
    'the other side answers',
    otherHead,
    {},
    { answer: 'Đã trả lời ngày 10/4', state: 'answered' },
  ),
  ...(['open', 'answered'] as const).flatMap((state) => [
    acts(
      'coordinations',
      `above closes what is ${state}`,
      authority,
      { state },
      { ...word, state: 'closed' },
    ),
    acts('coordinations', `above finds in what is ${state}`, authority, { state }, { ...word, ...finding }),
  ]),
];

const beyond = { competence: 'beyond', proposal: 'Bố trí kho lưu trữ' } as const;
const own = { about: 'person', subject: cast.person, hard: true } as const;
const backlogKinds: Kind[] = [
  kind('backlogs', 'create', 'head', (random) => ({
    as: 'head',
    id: ids.backlogs,
    write: { ...newBacklog(), ...variant(random, validBacklogs), savedAt: now },
  })),
  kind('backlogs', 'create', 'person takes on', () => ({
    as: 'person',
    id: `${personMonth}_v1`,
    write: { ...newBacklog(own), author: cast.person, actor: cast.person, savedAt: now },
  })),
  acts('backlogs', 'holder plans', 'head', {}, { plan: 'Thêm hai người', hard: true }),
  acts('backlogs', 'holder puts off', 'head', {}, { due: '2026-07-31', putOff: 3, why: 'Chờ kinh phí' }),
  acts(
    'backlogs',
    'holder goes on with what was answered',
    'head',
    { ...beyond, answer: 'Đồng ý' },
    { ...beyond, plan: 'Chuyển hồ sơ sang kho mới' },
  ),
  acts('backlogs', 'person goes on', 'person', { ...own, holder: cast.person }, { plan: 'Làm từng phần' }),
  acts('backlogs', 'holder finishes', 'head', {}, { result: 'Đã số hóa xong', state: 'done' }),
  ...(['evaluator', 'decider'] as const).flatMap((as) => [
    acts('backlogs', `${as} answers`, as, beyond, { answer: 'Giao Văn phòng bố trí' }),
    acts('backlogs', `${as} confirms`, as, { state: 'done' }, { word: '', state: 'closed' }),
    acts('backlogs', `${as} returns`, as, { state: 'done' }, { word: 'Còn hồ sơ năm 2022', state: 'open' }),
  ]),
];

export const factKinds: Kind[] = [...limitationKinds, ...coordinationKinds, ...backlogKinds];
