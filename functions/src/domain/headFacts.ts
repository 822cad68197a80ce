// What a head answers for in "Trách nhiệm người đứng đầu", fact by fact, each under a key that stays (S3 6.4a; domain.md section 7).
import { dayOfMonth, formatDate, formatMonth, monthOf, nextMonth } from './civilDate.ts';
import { carriedText, type Carried } from './finding.ts';
import { lateTasks, type UnitTasks } from './headTasks.ts';
import { levelLabels, ratingLabels } from './labels.ts';
import type { CivilDate, Level, Month, Rating } from './words.ts';

export const headFactKinds = ['task', 'backlog', 'rated', 'finding', 'owed'] as const;
export type HeadFactKind = (typeof headFactKinds)[number];

export const headFactLabels: Record<HeadFactKind, string> = {
  task: 'Nhiệm vụ của đơn vị chậm, muộn',
  backlog: 'Việc tồn đọng, kéo dài',
  rated: 'Cán bộ thuộc quyền không hoàn thành nhiệm vụ hoặc mức độ Kém',
  finding: 'Biểu hiện của cán bộ thuộc quyền chậm khắc phục',
  owed: 'Phiếu quá hạn chưa đánh giá',
};

export interface HeadedUnit {
  unit: string;
  name: string;
  /** In the order of their months, the last that of the month. */
  sheets: readonly UnitTasks[];
  /** Open, and not registered as hard tasks: those are shown with credit. */
  backlogs: readonly { id: string; text: string; since: CivilDate; due: CivilDate; putOff: number }[];
}

interface Judged {
  rating: Rating | null;
  level: Level | null;
}
export interface Subordinate {
  name: string;
  /** What the rules propose for this month; null while nothing lies before the evaluator. */
  proposed: Judged | null;
  /** What was published of the month before. */
  published: Judged | null;
  /** Confirmed ones that no accepted remedy closed. */
  findings: readonly (Carried & { id: string; told: CivilDate })[];
}

export interface HeadedMonth {
  month: Month;
  previous: Month;
  /** A day in Asia/Ho_Chi_Minh. */
  today: CivilDate;
  units: readonly HeadedUnit[];
  subordinates: ReadonlyMap<string, Subordinate>;
  /** Whose evaluation this head owes past the deadline, by month. */
  owed: readonly { month: Month; names: readonly string[] }[];
}

/** Key → fact. Findings go by their own id, everything else by its kind and what it is about. */
export type HeadFacts = Record<string, string>;

/** More than these nobody answers one by one, and the document has to stay within its size. */
const most = 60;

export function headFactsOf({ month, previous, today, units, subordinates, owed }: HeadedMonth): HeadFacts {
  const people = [...subordinates];
  const facts: [string, string][] = [
    ...owed
      .filter(({ names }) => names.length > 0)
      .map(({ month: of, names }): [string, string] => [
        `owed:${of}`,
        `Tháng ${formatMonth(of)} còn ${names.length} phiếu quá hạn đánh giá: ${inShort(names.join(', '))}`,
      ]),
    ...people.flatMap(([, { name, findings }]) => findings.flatMap((one) => ofFinding(name, one, today))),
    ...people.flatMap(([id, { name, proposed, published }]) => [
      ...rated(`rated:${id}_${month}`, `${name}: tháng ${formatMonth(month)} được đề xuất`, proposed),
      ...rated(`rated:${id}_${previous}`, `${name}: tháng ${formatMonth(previous)}`, published),
    ]),
    ...units.flatMap(({ unit, name, sheets }) =>
      lateTasks(sheets, month, today).map(({ key, text }): [string, string] => [
        `task:${unit}_${key}`,
        `${name}: ${text}`,
      ]),
    ),
    ...units.flatMap(({ name, backlogs }) =>
      backlogs.map(({ id, text, since, due, putOff }): [string, string] => {
        const times = putOff === 0 ? '' : `, đã lùi hạn ${putOff} lần`;
        return [
          `backlog:${id}`,
          `${name}: ${inShort(text)} (từ ${formatDate(since)}, hạn ${formatDate(due)}${times})`,
        ];
      }),
    ),
  ];
  return Object.fromEntries(facts.slice(0, most));
}

const inShort = (text: string) => (text.length > 240 ? `${text.slice(0, 239)}…` : text);

function rated(key: string, who: string, judged: Judged | null): [string, string][] {
  if (!judged || (judged.rating !== 'D' && judged.level !== 'poor')) return [];
  const words = [
    ...(judged.rating === 'D' ? [ratingLabels.D] : []),
    ...(judged.level === 'poor' ? [`mức độ ${levelLabels.poor}`] : []),
  ];
  return [[key, `${who} ${words.join(', ')}`]];
}

/** The offer of 1.07 and 2.08 is a sentence of the fact itself: the form finds it there, and so does whoever reads. */
const offered = ['1.07', '2.08'] as const;
const offer = ` Đã quá một tháng chưa khắc phục xong: xem xét biểu hiện ${offered.join(', ')}.`;

/** What was reported waits for its evaluator and is past no date; open for more than a month it is named all the same. */
function ofFinding(
  name: string,
  { id, told, ...finding }: Subordinate['findings'][number],
  today: CivilDate,
): [string, string][] {
  const isLate = finding.due !== null && finding.due < today && finding.remedyState !== 'reported';
  const isLong = monthAfter(told) < today;
  if (!isLate && !isLong) return [];
  const words = carriedText({ ...finding, fact: inShort(finding.fact) });
  return [[id, `${name}: ${words}${isLong ? `.${offer}` : ''}`]];
}

const monthAfter = (day: CivilDate): CivilDate =>
  dayOfMonth(nextMonth(monthOf(day)), Number(day.slice(8, 10)));

const gone = ' (nay không còn)';

/** A fact that is gone stays, said to be, as long as the head's sentence on it stands: nobody's words are lost. */
export function withAnswered(now: HeadFacts, before: HeadFacts, words: Readonly<HeadFacts>): HeadFacts {
  const kept = Object.entries(before).filter(([key]) => !(key in now) && (words[key] ?? '').trim() !== '');
  return {
    ...Object.fromEntries(kept.map(([key, fact]) => [key, fact.endsWith(gone) ? fact : `${fact}${gone}`])),
    ...now,
  };
}

/** Of what kind a fact is, by its key; findings were named by their ids alone from the first. */
export const headFactKind = (key: string): HeadFactKind =>
  headFactKinds.find((kind) => key.startsWith(`${kind}:`)) ?? 'finding';

/** Kind by kind, in the order of the form; kinds without a fact are left out. */
export const headFactsByKind = (
  facts: Readonly<HeadFacts>,
): { kind: HeadFactKind; facts: [key: string, fact: string][] }[] =>
  headFactKinds
    .map((kind) => ({
      kind,
      facts: Object.entries(facts)
        .filter(([key]) => headFactKind(key) === kind)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    }))
    .filter(({ facts: found }) => found.length > 0);

/** Codes that the head is offered with a fact; none with most. */
export const offeredWith = (fact: string): readonly string[] => (fact.endsWith(offer) ? offered : []);

/** What was seen, without the offer: as the head takes it over into a row. */
export const withoutOffer = (fact: string): string =>
  fact.endsWith(offer) ? fact.slice(0, -offer.length) : fact;
