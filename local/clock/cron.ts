// Computes when a schedule is due, from Unix cron or the App Engine phrases that Firebase also takes.
import { Cron } from 'croner';
import { SetupProblem } from '../setupProblem.ts';

/** `every 5 minutes`, `every 2 hours`, `every day 06:00` as Unix cron; null for anything else. */
function phraseAsCron(phrase: string): string | null {
  const [, count, unit] = /^every (\d+) (minutes?|mins?|hours?)$/i.exec(phrase) ?? [];
  if (count !== undefined && unit !== undefined)
    return unit.startsWith('h') ? `0 */${count} * * *` : `*/${count} * * * *`;
  const [, hour, minute] = /^every day (\d\d?):(\d\d)$/i.exec(phrase) ?? [];
  return hour === undefined || minute === undefined ? null : `${Number(minute)} ${Number(hour)} * * *`;
}

export interface Timetable {
  /** The first due moment after this one; null when there is none any more. */
  next: (after: number) => number | null;
}

export function timetable(name: string, schedule: string, timeZone: string): Timetable {
  const pattern = phraseAsCron(schedule.trim()) ?? schedule;
  try {
    const cron = new Cron(pattern, { timezone: timeZone, paused: true });
    return { next: (after) => cron.nextRun(new Date(after))?.getTime() ?? null };
  } catch (error) {
    throw new SetupProblem(
      `The schedule of ${name} (\`${schedule}\`, ${timeZone}) is not understood: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
