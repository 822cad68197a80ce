// Fills the suite of `npm start`: the sample organisation, its April opened, and enough played that no page is empty.
import { aprilOf } from '../sample/april.ts';
import { loadSample } from '../sample/load.ts';
import { openedUntil, openingScenes } from '../sample/opening.ts';
import { sampleOrganisation, type SampleOrganisation } from '../sample/organisation.ts';
import type { SuiteClient } from '../suiteClient.ts';
import { playMonth, type PlayOptions } from './play.ts';
import { Stage } from './stage.ts';

/** The clock must not have been referred to yet (a suite that resumes its data is filled already). */
export async function openSample(
  suite: SuiteClient,
  sample: SampleOrganisation = sampleOrganisation(),
  options: Pick<PlayOptions, 'onAct'> = {},
): Promise<SampleOrganisation> {
  await loadSample(suite, { sample, runUntil: null });
  const april = aprilOf(sample);
  const stage = new Stage(suite, sample, { ...april, scenes: openingScenes(april) });
  try {
    await playMonth(stage, options);
  } finally {
    await stage.close();
  }
  await suite.clock.runUntil(openedUntil);
  return sample;
}
