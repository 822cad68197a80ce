// Score, band and quota of a month (domain.md section 4).
import { bands, type Bands } from './templates.ts';
import type { Rating, TaskState } from './words.ts';

/** Decimal numbers are added in thousandths: 0.1 + 0.2 must not decide a career. */
const scale = 1000;

/** Half-up to 0.1, from a whole number of thousandths. */
function tenths(thousandths: number): number {
  return Math.floor((thousandths + 50) / 100) / 10;
}

/** Exact sum, rounded half-up once to 0.1; the number printed is the number compared. */
export function totalScore(score1: number, score21: number, score22: number): number {
  return tenths([score1, score21, score22].reduce((sum, score) => sum + Math.round(score * scale), 0));
}

/** A ≥ 90, B ≥ 70, C ≥ 50, else D; a template may carry its own bands. */
export function bandOf(score: number, of: Bands = bands): Rating {
  if (score >= of.A) return 'A';
  if (score >= of.B) return 'B';
  return score >= of.C ? 'C' : 'D';
}

export interface TaskShare {
  done: number;
  total: number;
}

/**
 * How many of the month's tasks were done. II.2 scores tasks "đảm bảo tiến độ, chất lượng", so one done late
 * is in the total and not in the done.
 */
export function taskShare(
  tasks: Readonly<Record<string, string>>,
  states: Readonly<Record<string, TaskState>>,
): TaskShare {
  const ids = Object.keys(tasks);
  return { done: ids.filter((id) => states[id] === 'done').length, total: ids.length };
}

/** The group's maximum × share of tasks done, down to halves; null without a task, where the evaluator scores with a reason. */
export function proposeScore22(done: number, total: number, max: number): number | null {
  if (total === 0) return null;
  return Math.floor((2 * max * done) / total) / 2;
}

/**
 * Hoàn thành xuất sắc is at most 20 % of the number of Hoàn thành tốt of the unit, up to 25 %: a warning, never a
 * block. Null where the unit keeps within 20 %.
 */
export function quotaWarning(counts: Readonly<Record<'A' | 'B', number>>): string | null {
  const { A, B } = counts;
  if (A * 5 <= B) return null;
  const head = `Đơn vị có ${A} người Hoàn thành xuất sắc, ${B} người Hoàn thành tốt`;
  if (A * 4 <= B) return `${head}: vượt 20% số người Hoàn thành tốt, còn trong mức tối đa 25%.`;
  const most = Math.floor(B / 4);
  if (most === 0) {
    return `${head}: 25% của ${B} chưa đủ 1 người, nên theo tỷ lệ không có suất Hoàn thành xuất sắc nào.`;
  }
  return `${head}: vượt mức tối đa 25% (${most} người).`;
}

/** What a decision would make of the unit's quota: whom it counts, and who has no rating yet. */
export interface QuotaOfUnit {
  /** Ratings of everybody else in the unit: decided, or as evaluated; null where there is none yet, `unrated` left out. */
  others: readonly (Rating | null)[];
  rating: Rating | null;
}

/** To be read before Hoàn thành xuất sắc is given; null for every other rating, and where the unit keeps within the quota. */
export function quotaAtDecision({ others, rating }: QuotaOfUnit): string | null {
  if (rating !== 'A') return null;
  const count = (wanted: Rating) => others.filter((one) => one === wanted).length;
  const said = quotaWarning({ A: count('A') + 1, B: count('B') });
  const open = others.filter((one) => one === null).length;
  if (said === null || open === 0) return said;
  return `${said} Còn ${open} người chưa có kết quả.`;
}
