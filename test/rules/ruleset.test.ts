// The rules files as such: they compile without a warning and stay within the size that Google takes.
import { expect, inject, test } from 'vitest';
import { rulesSource } from './world.ts';

interface Loaded {
  issues?: { description: string; severity: string }[];
}

async function load(content: string): Promise<Loaded> {
  const url = `http://127.0.0.1:${inject('suite').ports.firestore}/emulator/v1/projects/demo-rules-ruleset:securityRules`;
  const answer = await fetch(url, {
    method: 'PUT',
    body: JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content }] } }),
  });
  return (await answer.json()) as Loaded;
}

test('firestore.rules compiles without a warning', async () => {
  expect(await load(rulesSource)).toEqual({});
});

test('a slip would be told', async () => {
  const slipped = rulesSource
    .replace('request.auth.token.pid', 'request.auth.tokn.pid')
    .replace('function me()', 'function mee()');
  expect((await load(slipped)).issues?.length).toBeGreaterThan(0);
});

test('firestore.rules is smaller than 200 KB', () => {
  expect(Buffer.byteLength(rulesSource)).toBeLessThan(200_000);
});
