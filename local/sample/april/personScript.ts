// Draws one person's ordinary April from the pools, and lays the exception over it; the same seed gives the same words.
import type { Authority } from '../../../functions/src/domain/authorityTypes.ts';
import type { Unit } from '../../../functions/src/domain/organisation.ts';
import type { Rating, TaskState } from '../../../functions/src/domain/words.ts';
import { randomFor, type Random } from '../random.ts';
import * as phrases from '../texts/phrases.ts';
import { unplanned, works, type Pool, type Work } from '../texts/tasks.ts';
import type { Casebook } from './casebook.ts';
import type { Exception } from './exceptions.ts';
import type { Judgement, PersonScript, Points, RowScript, TaskScript } from './scripts.ts';

const planDays = ['2026-04-08', '2026-04-14', '2026-04-17', '2026-04-21', '2026-04-23'] as const;
const nextDays = ['2026-05-08', '2026-05-14', '2026-05-19', '2026-05-22'] as const;

/** What became of the five planned tasks: the share done is what II.2 rests on (domain.md section 4). */
const fates: Record<Rating, readonly TaskState[]> = {
  A: ['done', 'done', 'done', 'done', 'done'],
  B: ['done', 'done', 'done', 'late', 'done'],
  C: ['done', 'undone', 'done', 'undone', 'done'],
  D: ['undone', 'undone', 'undone', 'undone', 'undone'],
};

function gradeOf(person: string, exception: Exception, book: Casebook): Rating {
  if (exception.grade) return exception.grade;
  if (book.excellent.has(person)) return 'A';
  return book.adequate.has(person) ? 'C' : 'B';
}

const half = (random: Random, from: number, to: number) => random.between(from * 2, to * 2) / 2;

function pointsOf(grade: Rating, random: Random): Points {
  switch (grade) {
    case 'A':
      return [half(random, 27.5, 29.5), half(random, 17.5, 19), half(random, 46, 48.5)];
    case 'B':
      return [half(random, 25, 27.5), half(random, 15, 17.5), half(random, 38, 41)];
    case 'C':
      return [half(random, 21, 23), half(random, 12, 13.5), half(random, 28, 30)];
    case 'D':
      return [14, 8, 0];
  }
}

/** Which pool somebody draws from: the kind of unit, and whether they lead or lend a hand. */
function poolOf({ authority, unit, category, book }: Draw): Pool {
  if (category === 'contract') return 'support';
  const named = book.pools[unit.id];
  if (named) return named;
  if (
    (authority.row >= 1 && authority.row <= 3) ||
    (authority.row === 7 && unit.kind === 'peoples-committee')
  )
    return 'leader';
  switch (unit.kind) {
    case 'front':
    case 'mass-org':
      return 'front';
    case 'council':
      return 'council';
    case 'public-unit':
      return unit.block === 'party' ? 'party' : 'project';
    case 'school':
      return authority.row === 13 ? 'teacher' : 'school';
    case 'ward-party':
    case 'ward-committee':
      return 'ward';
    case 'division':
    case 'education-division':
      return 'division';
    default:
      return 'party';
  }
}

export interface Draw {
  authority: Authority;
  unit: Unit;
  category: string;
  seed: number;
  book: Casebook;
}

function taskOf(
  [text, result]: Work,
  due: string,
  kind: TaskScript['kind'],
  state: TaskState,
  random: Random,
): TaskScript {
  const number = String(random.between(3, 28)).padStart(2, '0');
  return {
    text,
    due,
    kind,
    state,
    result: state === 'undone' ? random.pick(phrases.unfinished) : result.replace('{n}', number),
    why: state === 'done' ? '' : random.pick(phrases.why),
  };
}

function tasksOf(pool: Pool, grade: Rating, random: Random): TaskScript[] {
  const planned = random
    .some(works[pool], planDays.length)
    .map((work, i) => taskOf(work, planDays[i] ?? planDays[0], 'planned', fates[grade][i] ?? 'done', random));
  const arises = grade !== 'D' && random.next() < 0.4;
  return arises
    ? [...planned, taskOf(random.pick(unplanned), '2026-04-20', 'unplanned', 'done', random)]
    : planned;
}

/** Only what falls short stands on Phiếu 01 (S3, footnote 2): the task that was late, or those not done. */
function rowsOf(grade: Rating, tasks: readonly TaskScript[], random: Random): RowScript[] {
  if (grade === 'A') return [];
  const short = tasks.filter((task) => task.state !== 'done').map((task) => task.text.toLowerCase());
  return [
    {
      section: 'II.2',
      result: `${grade === 'B' ? 'Hoàn thành chậm' : 'Chưa hoàn thành'}: ${short.join('; ')}.`,
      cause: random.pick(phrases.causes),
      remedy: random.pick(phrases.remedies),
      delay: random.pick(phrases.delays),
      codes: '',
    },
  ];
}

function judgementOf(grade: Rating, points: Points, random: Random, exception: Exception): Judgement {
  return {
    points,
    rating: grade,
    level: 'good',
    comment: random.pick(phrases.comments[grade]),
    reason: '',
    verdicts: {},
    own: null,
    decides: null,
    ...exception.judgement,
  };
}

export function personScript(draw: Draw): PersonScript {
  const { person } = draw.authority;
  const random = randomFor(person, draw.seed);
  const { book } = draw;
  const exception = book.exceptions[person] ?? {};
  const grade = gradeOf(person, exception, book);
  const tasks = tasksOf(poolOf(draw), grade, random);
  const points = pointsOf(grade, random);
  const self: Points = [Math.min(30, points[0] + 0.5), points[1], Math.min(50, points[2] + 1)];
  const script: PersonScript = {
    person,
    grade,
    tasks,
    rows: [...(exception.rows ?? []), ...rowsOf(grade, tasks, random)],
    conduct: random.pick(phrases.conduct),
    strengths: random.pick(phrases.strengths),
    weaknesses: random.pick(phrases.weaknesses[grade === 'D' ? 'C' : grade]),
    causes: grade === 'A' ? '' : random.pick(phrases.causes),
    share: random.pick(phrases.shares),
    initiative: random.pick(phrases.initiatives),
    joint: random.between(1, 6),
    procedures: random.between(0, 40),
    self,
    next: random
      .some(works[poolOf(draw)], nextDays.length)
      .map(([text], i) => ({ text, due: nextDays[i] ?? nextDays[0] })),
    nextRemedies: grade === 'A' ? '' : random.pick(phrases.remedies),
    headDuty: draw.authority.isHead ? random.pick(phrases.headDuties) : '',
    judgement: judgementOf(grade, points, random, exception),
    collective: draw.authority.participants.length > 0 ? book.collective : '',
  };
  return inWords(script, book.wording);
}

/** The texts in the words of the sample: a commune has no phường. */
function inWords(script: PersonScript, wording: Casebook['wording']): PersonScript {
  if (wording.length === 0) return script;
  return JSON.parse(
    wording.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(script)),
  ) as PersonScript;
}
