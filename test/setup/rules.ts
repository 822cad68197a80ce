// The suite of test/rules: no functions, so a write has no consequences but the verdict.
import type { TestProject } from 'vitest/node';
import { provideSuite } from './provideSuite.ts';

export const setup = (project: TestProject) =>
  provideSuite(project, { only: ['auth', 'firestore', 'storage'] });
