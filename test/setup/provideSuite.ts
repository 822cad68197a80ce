// Starts one suite for a test project and hands its coordinates to the tests: `connectSuite(inject('suite'))`.
import type { TestProject } from 'vitest/node';
import { startSuite } from '../../local/suite.ts';
import type { SuiteCoordinates, SuiteOptions } from '../../local/suiteOptions.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    suite: SuiteCoordinates;
  }
}

/** A suite that cannot start fails the run with its reason: no test is ever skipped for want of an emulator. */
export async function provideSuite(
  project: TestProject,
  options: SuiteOptions,
): Promise<() => Promise<void>> {
  const suite = await startSuite(options);
  project.provide('suite', suite.coordinates);
  return () => suite.stop();
}
