// April 2026 in a small division: every kind of act of a month, each at its own moment, at least an hour from the next.
import {
  appeals,
  files,
  filesUnit,
  follows,
  inOrder,
  judges,
  onAppeal,
  records,
  saves,
  withUnit,
  type Fields,
  type HumanAct,
} from './acts.ts';
import { cast, month } from './organisation.ts';

const { outside, chair, head, deputy, returned, late, missing, unclear, remedied } = cast;
const of = (person: string, key: string) => `${person}_${month}_${key}`;

const report = {
  tasks: { t1: 'Rà soát hồ sơ', t2: 'Báo cáo tuần' },
  taskState: { t1: 'done', t2: 'late' },
  taskWhy: { t2: 'Chờ số liệu' },
  nextTasks: { t1: 'Kế hoạch tháng sau' },
  ...{ score1: 28, score21: 18, score22: 40 },
};
const row = (codes: string, degree: string, remedy: string): Fields => ({
  rowSection: { r1: 'II.2' },
  rowResult: { r1: 'Báo cáo tuần chậm 2 ngày' },
  rowCause: { r1: 'Chưa chủ động' },
  rowRemedy: { r1: 'Lập lịch nhắc việc' },
  ...{ rowCodes: { r1: codes }, rowDegree: { r1: degree }, rowRemedyState: { r1: remedy } },
});
const evaluated = (rating: string, level: string, score22: number, verdicts: Fields = {}): Fields => ({
  ...{ state: 'evaluated', eScore1: 27, eScore21: 17, eScore22: score22, eRating: rating, eLevel: level },
  ...{ eReason: 'Đã đối chiếu sổ theo dõi công việc', verdicts },
});
const decided = (
  rating: string,
  level: string,
  score22: number,
  reason = 'Như người đánh giá đề nghị',
): Fields => ({
  ...{ state: 'decided', dScore1: 27, dScore21: 17, dScore22: score22, dRating: rating, dLevel: level },
  dReason: reason,
});
const atOnce = (rating: string, level: string, score22: number, verdicts: Fields = {}): Fields => ({
  ...evaluated(rating, level, score22, verdicts),
  ...decided(rating, level, score22),
});

const filings: HumanAct[] = [
  saves(returned, '04-20 08:00', { tasks: report.tasks }),
  files(returned, '04-20 09:00', { ...report, ...row('2.06', 'rare', 'remedied') }),
  judges([deputy, returned], '04-20 15:00', 'waiting', { state: 'returned', note: 'Bổ sung nguyên nhân' }),
  files(returned, '04-21 09:00', { ...report, ...row('2.06', 'regular', 'remedied') }, 1),
  files(remedied, '04-21 11:00', { ...report, nothing: true }),
  files(unclear, '04-22 15:00', { ...report, ...row('2.05', 'unclear', 'planned') }),
  files(deputy, '04-23 17:00', { ...report, nothing: true }),
  filesUnit('04-24 09:00', { report: 'Hoàn thành kế hoạch tháng', nextTasks: { t1: 'Quy hoạch' } }),
  files(head, '04-24 11:00', { ...report, nothing: true }),
  files(late, '04-26 10:00', { ...report, nothing: true }),
];

const findings: HumanAct[] = [
  records(late, outside, '04-21 14:00', {
    ...{ key: 'x1', source: 'inspection', evaluator: deputy, decider: head, codes: '2.05' },
    ...{ fact: 'Trả lời văn bản chậm', state: 'suspected' },
  }),
  records(remedied, head, '04-22 09:00', {
    ...{ key: 'x2', source: 'evaluator', evaluator: head, decider: head, codes: '2.03' },
    ...{ fact: 'Bỏ sót hai hồ sơ', state: 'confirmed', due: '2026-04-27' },
  }),
  follows([remedied, remedied, 'x2'], '04-23 10:00', ({ notified }) => notified, {
    ...{ remedy: 'Đã giải quyết hai hồ sơ', remedyState: 'reported' },
  }),
  follows([head, remedied, 'x2'], '04-23 15:00', ({ remedyState }) => remedyState === 'reported', {
    ...{ state: 'remedied', remedyState: 'accepted', remedyNote: 'Đã kiểm tra' },
  }),
];

const judgements: HumanAct[] = [
  judges([deputy, returned], '04-28 08:00', 'waiting', { eComment: 'Tiến bộ so với tháng trước' }),
  judges(
    [deputy, returned],
    '04-28 09:00',
    'waiting',
    evaluated('B', 'fair', 40, { [of(returned, 'r1')]: 'remedied' }),
  ),
  judges(
    [deputy, unclear],
    '04-28 10:00',
    'waiting',
    evaluated('B', 'good', 38, { [of(unclear, 'r1')]: 'unclear' }),
  ),
  judges(
    [deputy, late],
    '04-28 11:00',
    'waiting',
    evaluated('C', 'fair', 20, { ...{ [of(late, 'late')]: 'remedied', [of(late, 'x1')]: 'dismissed' } }),
  ),
  judges(
    [deputy, missing],
    '04-28 14:00',
    'waiting',
    evaluated('D', 'poor', 0, { [of(missing, 'late')]: 'open' }),
  ),
  judges([head, remedied], '04-28 15:00', 'waiting', atOnce('B', 'fair', 40)),
  judges([head, deputy], '04-28 16:00', 'waiting', atOnce('A', 'good', 48)),
  judges([head, returned], '04-29 09:00', 'evaluated', decided('B', 'fair', 40)),
  judges([head, late], '04-29 10:00', 'evaluated', decided('C', 'fair', 20)),
  judges([head, unclear], '04-29 11:00', 'evaluated', decided('B', 'good', 38)),
  judges([head, missing], '04-29 14:00', 'evaluated', decided('D', 'poor', 0)),
  judges([head, returned], '05-04 09:00', 'decided', {
    state: 'evaluated',
    dReason: 'Xem lại theo ý kiến tập thể',
  }),
  judges([head, returned], '05-04 10:00', 'evaluated', decided('C', 'fair', 20, 'Theo kết luận của tập thể')),
  withUnit(judges([chair, head], '05-04 14:00', 'waiting', atOnce('B', 'good', 40)), {
    ...{ dRating: 'B', dLevel: 'good', dReason: 'Hoàn thành kế hoạch tháng', aboveReason: '' },
  }),
];

const afterwards: HumanAct[] = [
  appeals(returned, '05-07 10:00', 'Ba nhiệm vụ đều hoàn thành trước hạn; đề nghị xem lại xếp loại.'),
  onAppeal([head, returned], '05-08 09:00', 'notedAt', { deciderNote: 'Đã đối chiếu sổ' }),
  onAppeal([chair, returned], '05-08 14:00', 'actedAt', {
    ...{ answer: 'Sổ theo dõi xác nhận ba nhiệm vụ hoàn thành trước hạn.', outcome: 'upheld' },
    ...{ dRating: 'B', dLevel: 'fair', dScore1: 27, dScore21: 17, dScore22: 40 },
  }),
  onAppeal([chair, returned], '05-08 15:00', 'actedAt', { state: 'answered' }),
];

export const acts = inOrder([...filings, ...findings, ...judgements, ...afterwards]);
export const firstNight = '2026-04-01';
/** The nights that are played: the quiet weeks before the first act bring nothing new. */
export const nights = { from: '2026-04-20', to: '2026-05-21' };
