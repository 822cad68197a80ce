// Tasks of a unit that are late or drag on, as its plans and reports tell: the head answers for them (S3 6.4a; domain.md section 7).
import { formatDate, formatMonth } from './civilDate.ts';
import type { CivilDate, Month } from './words.ts';

/** Of a unit's sheet, as much as says what was planned and what came of it. */
export interface UnitTasks {
  month: Month;
  tasks: Readonly<Record<string, string>>;
  taskDue: Readonly<Record<string, CivilDate>>;
  taskResult: Readonly<Record<string, string>>;
  /** The plan of the month after, empty until it was filed. */
  nextTasks: Readonly<Record<string, string>>;
  nextDue: Readonly<Record<string, CivilDate>>;
}

export interface LateTask {
  /** Month and number under which it was planned first, of the sheets that were looked at. */
  key: string;
  text: string;
}

interface Undone {
  key: string;
  words: string;
  since: Month;
  last: Month;
  due: CivilDate | null;
  /** As it stood in the filed plan, where it was given a later one since. */
  putOffFrom: CivilDate | null;
}

const plain = (text: string | undefined) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
const inShort = (text: string) => (text.length > 160 ? `${text.slice(0, 159)}…` : text);

/**
 * `sheets` of one unit in the order of their months, the last of them that of `month`; `today`: a day in Asia/Ho_Chi_Minh.
 * Late is what has no result on the day after its own, or was put off; dragging on, what an earlier month left without one.
 * The same words in a later plan are the same task: with a result there, nothing is owed any more.
 */
export function lateTasks(sheets: readonly UnitTasks[], month: Month, today: CivilDate): LateTask[] {
  const undone = new Map<string, Undone>();
  sheets.forEach((sheet, i) => {
    for (const id of Object.keys(sheet.tasks)) {
      const words = plain(sheet.tasks[id]);
      if (words === '') continue;
      if (plain(sheet.taskResult[id]) !== '') undone.delete(words);
      else undone.set(words, { ...task(sheet, id, sheets[i - 1]), ...sinceOf(undone.get(words)) });
    }
  });
  return [...undone.values()]
    .filter(({ since, due, putOffFrom }) => since < month || putOffFrom !== null || (due ?? today) < today)
    .map((one) => ({ key: one.key, text: said(one, month) }));
}

function task(sheet: UnitTasks, id: string, before: UnitTasks | undefined): Undone {
  const words = plain(sheet.tasks[id]);
  const due = sheet.taskDue[id] ?? null;
  const planned = before && plain(before.nextTasks[id]) === words ? (before.nextDue[id] ?? null) : null;
  return {
    ...{ key: `${sheet.month}_${id}`, words, since: sheet.month, last: sheet.month, due },
    putOffFrom: planned !== null && due !== null && planned < due ? planned : null,
  };
}

const sinceOf = (earlier: Undone | undefined) => earlier && { key: earlier.key, since: earlier.since };

function said({ words, since, last, due, putOffFrom }: Undone, month: Month): string {
  const parts = [
    ...(since < month ? [`kế hoạch tháng ${formatMonth(since)}`] : []),
    ...(due !== null && last === month ? [`hạn ${formatDate(due)}`] : []),
    ...(putOffFrom !== null && last === month ? [`lùi từ ${formatDate(putOffFrom)}`] : []),
  ];
  return `${inShort(words)} (${[...parts, 'chưa có kết quả'].join(', ')})`;
}
