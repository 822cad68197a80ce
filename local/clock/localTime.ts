// Reads moments and durations as people and tests write them; a time without an offset is Vietnam's.
import { BadCall } from '../http/jsonServer.ts';

/** Asia/Ho_Chi_Minh has had no daylight saving since 1975. */
const vietnam = '+07:00';
const unit = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const;

export function parseMoment(text: unknown): number {
  if (typeof text === 'number' && Number.isFinite(text)) return text;
  const [, date, time, offset] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?(Z|[+-]\d\d:?\d\d)?$/.exec(
      String(text).trim(),
    ) ?? [];
  const moment = date === undefined ? NaN : Date.parse(`${date}T${time ?? '00:00'}${offset ?? vietnam}`);
  if (Number.isNaN(moment))
    throw new BadCall(
      `Not a moment: ${String(text)} (write 2026-04-24T23:50, Vietnam's time, or with an offset).`,
    );
  return moment;
}

/** ISO 8601 (`PT2H`, `P1DT12H`), short (`1d12h`, `30m`) or milliseconds. */
export function parseDuration(text: unknown): number {
  if (typeof text === 'number' && Number.isFinite(text)) return text;
  const written = String(text).trim().toLowerCase();
  const [, weeks, days, hours, minutes, seconds] =
    /^p?(?:(\d+)w)?(?:(\d+)d)?t?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(written) ?? [];
  const ms =
    Number(weeks ?? 0) * unit.w +
    Number(days ?? 0) * unit.d +
    Number(hours ?? 0) * unit.h +
    Number(minutes ?? 0) * unit.m +
    Number(seconds ?? 0) * unit.s;
  if (ms === 0) throw new BadCall(`Not a duration: ${String(text)} (write PT2H, 1d, 30m or milliseconds).`);
  return ms;
}

/** `24/04/2026 23:50:00` in Vietnam. */
export function inVietnam(moment: number): string {
  const [date = '', time = ''] = new Date(moment + 7 * unit.h).toISOString().split(/[T.]/);
  return `${date.split('-').reverse().join('/')} ${time}`;
}
