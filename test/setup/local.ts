// The suite of test/local: a tiny functions package and page, so that what is tested is the suite itself.
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { provideSuite } from './provideSuite.ts';

const fixture = join(import.meta.dirname, '..', 'local', 'fixture');

export const setup = (project: TestProject) =>
  provideSuite(project, {
    functionsDir: join(fixture, 'functions'),
    webDir: join(fixture, 'web'),
    storageRules: join(fixture, 'storage.rules'),
    eventAttempts: 3,
  });
