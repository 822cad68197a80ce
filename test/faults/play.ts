// One run: the month of the small organisation on a platform with the faults of a seed, and what it left.
import { addDays, atTime } from '../../functions/src/domain/civilDate.ts';
import type { CivilDate } from '../../functions/src/domain/words.ts';
import { randomOf } from '../../local/sample/random.ts';
import type { HumanAct } from './acts.ts';
import { faultsFrom, quiet, type Faults, type Weather } from './faults.ts';
import { smallOrganisation } from './organisation.ts';
import { Platform } from './platform.ts';
import { acts, firstNight, nights } from './script.ts';

export interface Outcome {
  /** Every document and every report, each as one text. */
  documents: Map<string, string>;
  platform: Platform;
}

export const playQuietly = (): Promise<Outcome> => play(quiet);
/** Of two seeds one has events that come soon, the other such as come in the evening, after everybody has acted on. */
export const weatherOf = (seed: number): Weather => (seed % 2 === 0 ? 'soon' : 'late');
export const playSeed = (seed: number): Promise<Outcome> => play(faultsFrom(randomOf(seed), weatherOf(seed)));

/** `script`: what people do, in the order of time. */
export async function play(faults: Faults, script: readonly HumanAct[] = acts): Promise<Outcome> {
  const platform = new Platform(smallOrganisation(), faults);
  const everyNight = (date: CivilDate) => platform.schedule('everyDay', atTime(date, '00:00'));
  everyNight(firstNight);
  for (let date = nights.from; date <= nights.to; date = addDays(date, 1)) everyNight(date);
  platform.schedule('every28th', atTime('2026-04-28', '06:00'));
  await platform.play(script);
  const kept = [...platform.memory.kept].map(([path, { data }]) => [path, textOf(data)] as const);
  return { documents: new Map([...kept, ...platform.objects].sort()), platform };
}

/** Firestore keeps no order of the fields of a map; everything else counts. */
export const textOf = (value: unknown): string =>
  JSON.stringify(
    value,
    (_, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    1,
  );
