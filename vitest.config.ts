// The test projects: what runs without the Emulator Suite, and what gets one started for it.
import { defineConfig } from 'vitest/config';

/** Two cores: the files of a project that shares a suite run one after another. */
const withSuite = (name: string, minutes: number) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    setupFiles: ['test/setup/profiles.ts'],
    globalSetup: [`test/setup/${name}.ts`],
    fileParallelism: false,
    testTimeout: minutes * 60_000,
    hookTimeout: minutes * 60_000,
  },
});

/** What reckons with days, on machines whose clocks stand as far from Việt Nam as clocks do, and where they jump. */
const inZone = (name: string, TZ: string, offset: number) => ({
  test: {
    name,
    env: { TZ, NAM_RO_OFFSET: String(offset) },
    setupFiles: ['test/setup/profiles.ts'],
    include: [
      'test/zones/**/*.test.ts',
      'functions/src/{domain,report,schema}/**/*.test.ts',
      'functions/src/handlers/{month,remindOfDeadlines,yearWritten,replay}.test.ts',
      'web/src/{data,parts}/**/*.test.ts',
    ],
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['test/setup/profiles.ts'],
          include: [
            'functions/src/**/*.test.ts',
            'web/src/**/*.test.ts',
            'local/**/*.test.ts',
            'test/unit/**/*.test.ts',
            'test/faults/**/*.test.ts',
          ],
        },
      },
      inZone('zone-east', 'Pacific/Kiritimati', -14 * 60),
      inZone('zone-west', 'America/Los_Angeles', 7 * 60),
      withSuite('rules', 0.5),
      withSuite('oracle', 5),
      withSuite('local', 2),
      withSuite('integration', 1),
      withSuite('browser', 2),
    ],
  },
});
