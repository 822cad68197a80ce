// Score by template ND-335: common criteria plus 70 × KPI (Nghị định 335/2025/NĐ-CP, Mẫu số 01; domain.md section 4).
import type { TaskState } from './words.ts';

/** Half-up to 0.1 of a fraction of whole numbers. */
function tenthsOf(numerator: bigint, denominator: bigint): number {
  const doubled = (numerator * 20n + denominator) / (denominator * 2n);
  return Number(doubled) / 10;
}

/** Thousandths, exact for what a person types. */
function exact(value: number): bigint {
  return BigInt(Math.round(value * 1000));
}

/**
 * Total of the month: `common` of 30 points plus 70 × the mean of the components in per cent (a, b, c of staff;
 * a, b, c, d, đ, e of leaders). The mean is never rounded by itself: the total is, once.
 */
export function kpiScore(common: number, components: readonly number[]): number {
  if (components.length !== 3 && components.length !== 6) throw new RangeError('KPI has 3 or 6 components');
  const count = BigInt(components.length);
  const sum = components.reduce((all, percent) => all + exact(percent), 0n);
  return tenthsOf(exact(common) * 100n * count + 70n * sum, 1000n * 100n * count);
}

/** 70 × the mean of the components in per cent, to 0.1: beside common points in halves the total is rounded the same. */
export function resultPoints(max: number, components: readonly number[]): number {
  const count = BigInt(components.length);
  const sum = components.reduce((all, percent) => all + exact(percent), 0n);
  return tenthsOf(BigInt(max) * sum, 1000n * 100n * count);
}

/** Quality or timeliness of one product: 25 % less for every failed review or delay, not below 0. */
export function lessPerFault(faults: number): number {
  return Math.max(0, 100 - 25 * faults);
}

/** Components d, đ, e of leaders are met or half met. */
export function leaderComponent(met: boolean): number {
  return met ? 100 : 50;
}

/** Components a, b, c as the tasks of the report give them, in per cent to 0.1. */
export interface KpiOfTasks {
  a: number;
  b: number;
  c: number;
}

/**
 * `counts`: failed reviews under `t3q`, delays under `t3t`; a task done late has one delay at least. Quality and timeliness
 * are means over the tasks that were done. Null without a task, where the evaluator scores with a reason.
 */
export function kpiOfTasks(
  tasks: Readonly<Record<string, string>>,
  states: Readonly<Record<string, TaskState>>,
  counts: Readonly<Record<string, number>>,
): KpiOfTasks | null {
  const ids = Object.keys(tasks);
  if (ids.length === 0) return null;
  const done = ids.filter((id) => states[id] === 'done' || states[id] === 'late');
  const mean = (of: (id: string) => number) =>
    done.length === 0
      ? 0
      : tenthsOf(BigInt(done.reduce((sum, id) => sum + lessPerFault(of(id)), 0)), BigInt(done.length));
  return {
    a: tenthsOf(BigInt(100 * done.length), BigInt(ids.length)),
    b: mean((id) => counts[`${id}q`] ?? 0),
    c: mean((id) => Math.max(counts[`${id}t`] ?? 0, states[id] === 'late' ? 1 : 0)),
  };
}
