// Moving single deadlines of one month that is open: which may move, and where to (domain.md section 7).
import { addWorkingDays, type Calendar } from './calendar.ts';
import { atTime, endOfDay, formatDate } from './civilDate.ts';
import { officeClock, runClock, type DeadlineName } from './deadlines.ts';
import type { Moment } from './moment.ts';
import type { Settings } from './settings.ts';
import type { CivilDate } from './words.ts';

export const movableDeadlines = [
  'plan',
  'staff',
  'heads',
  'consult',
  'propose',
  'evaluate',
  'offices',
  'finalRun',
  'decide',
  'publish',
] as const satisfies readonly DeadlineName[];
export type MovableDeadline = (typeof movableDeadlines)[number];

export const deadlineLabels: Record<DeadlineName, string> = {
  plan: 'Nộp kế hoạch của tháng đầu, người mới',
  staff: 'Nộp phiếu của CBCCVC, người lao động',
  heads: 'Nộp phiếu của người đứng đầu, lãnh đạo và báo cáo của đơn vị',
  consult: 'Cho ý kiến tham khảo',
  propose: 'Đề xuất',
  evaluate: 'Đánh giá',
  offices: 'Nộp số liệu của các Văn phòng',
  interimRun: 'Tổng hợp lần đầu',
  finalRun: 'Tổng hợp chính thức',
  decide: 'Quyết định',
  publish: 'Công khai',
  appeal: 'Kiến nghị',
  answer: 'Trả lời kiến nghị',
};

type Days = Readonly<Record<DeadlineName, CivilDate>>;

/** What each must not come before, and whether the same day will do. */
const after: readonly (readonly [MovableDeadline, MovableDeadline, 'sameDay' | 'later'])[] = [
  ['staff', 'plan', 'sameDay'],
  ['evaluate', 'staff', 'sameDay'],
  ['evaluate', 'heads', 'sameDay'],
  ['consult', 'heads', 'sameDay'],
  ['propose', 'heads', 'sameDay'],
  ['decide', 'consult', 'sameDay'],
  ['decide', 'propose', 'sameDay'],
  ['finalRun', 'evaluate', 'later'],
  ['finalRun', 'offices', 'later'],
  ['decide', 'finalRun', 'sameDay'],
  ['publish', 'decide', 'later'],
];

/** Runs need no working day (section 7); whatever people do, and publication, does. */
const worksAnyDay: readonly MovableDeadline[] = ['finalRun'];

export interface Move {
  name: MovableDeadline;
  day: CivilDate;
}
export interface Moving {
  days: Days;
  /** Deadlines that were kept; what they brought about isn't taken back. */
  kept: Readonly<Record<string, Moment>>;
  today: CivilDate;
  calendar: Calendar;
}

/** Why each move can't be made, by its place in the list; empty where all can. */
export function moveFaults(moves: readonly Move[], moving: Moving): { row: number; text: string }[] {
  const single = moves.flatMap((move, row) => {
    const text = moveFault(move, moving);
    return text === null ? [] : [{ row, text }];
  });
  return single.length > 0 ? single : orderFaults(moves, laidOver(moving.days, moves));
}

function moveFault({ name, day }: Move, { days, kept, today, calendar }: Moving): string | null {
  if (name in kept || days[name] < today)
    return `Hạn này đã qua (${formatDate(days[name])}), không dời được.`;
  if (day < today) return 'Hạn mới phải từ hôm nay trở đi.';
  if (day < days[name] && day < addWorkingDays(today, 1, calendar))
    return 'Dời sớm lên thì còn ít nhất một ngày làm việc.';
  return worksAnyDay.includes(name) || calendar.isWorkingDay(day) ? null : 'Hạn mới rơi vào ngày nghỉ.';
}

function orderFaults(moves: readonly Move[], days: Days): { row: number; text: string }[] {
  return after.flatMap(([later, earlier, how]) => {
    if (how === 'sameDay' ? days[later] >= days[earlier] : days[later] > days[earlier]) return [];
    const row = Math.max(
      moves.findIndex(({ name }) => name === later),
      moves.findIndex(({ name }) => name === earlier),
    );
    const word = how === 'sameDay' ? 'không được trước' : 'phải sau';
    // A month that was opened in another order is nobody's fault who moves something else.
    return row === -1
      ? []
      : [
          {
            row,
            text: `${deadlineLabels[later]} (${formatDate(days[later])}) ${word} ${deadlineLabels[earlier].toLocaleLowerCase('vi')} (${formatDate(days[earlier])}).`,
          },
        ];
  });
}

const laidOver = (days: Days, moves: readonly Move[]): Days => ({
  ...days,
  ...Object.fromEntries(moves.map(({ name, day }) => [name, day])),
});

export interface Moved {
  days: Record<DeadlineName, CivilDate>;
  moments: Record<DeadlineName, Moment>;
}

/** Days and moments with the moves made; the time to appeal and to answer follows publication. */
export function movedDeadlines(
  { days, moments }: { days: Days; moments: Readonly<Record<DeadlineName, Moment>> },
  moves: readonly Move[],
  { appealDays, answerDays }: Pick<Settings, 'appealDays' | 'answerDays'>,
  calendar: Calendar,
): Moved {
  const moved = { ...laidOver(days, moves) };
  const at = { ...moments };
  for (const { name, day } of moves) at[name] = momentOf(name, day);
  if (moves.some(({ name }) => name === 'publish')) {
    moved.appeal = addWorkingDays(moved.publish, appealDays, calendar);
    moved.answer = addWorkingDays(moved.appeal, answerDays, calendar);
    at.appeal = endOfDay(moved.appeal);
    at.answer = endOfDay(moved.answer);
  }
  return { days: moved, moments: at };
}

function momentOf(name: MovableDeadline, day: CivilDate): Moment {
  if (name === 'finalRun') return atTime(day, runClock);
  return name === 'publish' ? atTime(day, officeClock) : endOfDay(day);
}
