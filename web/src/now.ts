// The one place where the client takes the time: the rehearsed clock on a local suite, the real one in production.
import { civilDateOf, monthOf } from '../../functions/src/domain/civilDate.ts';
import { momentOf, type Moment } from '../../functions/src/domain/moment.ts';
import type { CivilDate, Month } from '../../functions/src/domain/words.ts';

let offset = 0;

// The one reading of the device's clock; everything else asks `nowMs`.
// eslint-disable-next-line no-restricted-syntax
const deviceMs = () => Date.now();

/** Moment of the business in epoch milliseconds. */
export const nowMs = () => deviceMs() + offset;
/** When a stamp was made, which no function has read: exact in production, in a rehearsal by the clock as it stands now. */
export const stampedAt = (stamp: { toMillis(): number }): Moment => momentOf(stamp.toMillis() + offset);
export const now = (): Moment => momentOf(nowMs());

export const today = (): CivilDate => civilDateOf(now());
export const thisMonth = (): Month => monthOf(today());

interface ClockAnswer {
  now: string | number;
}

/** Takes the offset of the rehearsed clock; on failure the last one stays, since a stale rehearsal beats a wrong month. */
async function takeOffset(clock: string): Promise<void> {
  try {
    const answer = (await (await fetch(`${clock}/now`)).json()) as ClockAnswer;
    const ms = typeof answer.now === 'number' ? answer.now : Date.parse(answer.now);
    if (Number.isFinite(ms)) offset = ms - deviceMs();
  } catch {
    // The clock server is down: the page goes on with the offset it has.
  }
}

/** Local mode only: takes the offset now and again whenever the page regains focus. */
export async function followClock(clock: string): Promise<void> {
  addEventListener('focus', () => void takeOffset(clock));
  await takeOffset(clock);
}
