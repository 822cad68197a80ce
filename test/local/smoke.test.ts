import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSuite, type Suite } from '../../local/suite.ts';

const fixture = new URL('./fixture/', import.meta.url).pathname;
let suite: Suite;
beforeAll(async () => {
  suite = await startSuite({ only: ['auth', 'firestore', 'functions'], functionsDir: `${fixture}functions` });
});
afterAll(() => suite?.stop());

test('is up', async () => {
  await suite.settle();
  expect((await suite.clock.history()).length).toBe(1);
});
