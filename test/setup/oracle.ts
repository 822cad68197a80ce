// The suite of test/oracle: the Firestore emulator alone, asked by plain REST.
import type { TestProject } from 'vitest/node';
import { provideSuite } from './provideSuite.ts';

export const setup = (project: TestProject) => provideSuite(project, { only: ['firestore'] });
