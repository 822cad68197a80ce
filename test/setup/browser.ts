// The suite of test/browser: everything, with the built functions and the built web client of this checkout.
import type { TestProject } from 'vitest/node';
import { provideSuite } from './provideSuite.ts';

export const setup = (project: TestProject) => provideSuite(project, {});
