// firestore.rules against the access table in 2,000 cases, and every condition of it seen true and false.
import { readFileSync } from 'node:fs';
import { beforeAll, expect, inject, test } from 'vitest';
import { projectRoot } from '../../local/paths.ts';
import { chance, stream } from './cases.ts';
import { differs, Shares, type Difference } from './compare.ts';
import { describeDifference } from './describe.ts';
import { shrink } from './shrink.ts';
import { corpus } from './corpus.ts';
import { coverageStretch, exceptions, seenIn, Total, uncovered, type Seen } from './coverage.ts';
import { Lane } from './emulator.ts';

const rules = readFileSync(`${projectRoot}/firestore.rules`, 'utf8');
const shares = new Shares();
const differences: Difference[] = [];
let seen: Seen[] = [];
let asked = 0;

beforeAll(async () => {
  const lanes = [0, 1].map((n) => new Lane(inject('suite').ports.firestore, `demo-oracle-${n}`));
  const cases = [...corpus(), ...stream(chance.seed, chance.count)].values();
  const total = new Total();
  const keep = async (lane: Lane) => total.add(seenIn(rules, [await lane.coverage()]));
  await Promise.all(
    lanes.map(async (lane) => {
      expect(await lane.load(rules)).toBe(true);
      let since = 0;
      for (const one of cases) {
        asked++;
        shares.count(one);
        const difference = await differs(lane, one);
        if (difference) differences.push(difference);
        if (++since < coverageStretch) continue;
        await keep(lane);
        await lane.load(rules);
        since = 0;
      }
      await keep(lane);
    }),
  );
  seen = total.seen;
  console.log(`seed ${chance.seed}\n${shares.table().join('\n')}`);
  for (const [index, one] of differences.entries())
    if (index < 5) differences[index] = await shrink(lanes[0] as Lane, one);
}, 600_000);

test('firestore.rules decides each of 2,000 cases as the access table does', () => {
  expect(asked).toBeGreaterThanOrEqual(2000);
  expect(differences.slice(0, 5).map(describeDifference)).toEqual([]);
  expect(differences).toHaveLength(0);
});

test('every row of the access table lets a case pass, and every kind of request was refused one', () => {
  expect(shares.gaps()).toEqual([]);
});

test('every condition of firestore.rules came out both true and false', () => {
  const listed = exceptions();
  const open = uncovered(seen);
  expect(
    open
      .filter(({ what }) => !listed.some((one) => one.what === what))
      .map(({ place, what }) => `${place} ${what}`),
  ).toEqual([]);
  expect(listed.filter((one) => !open.some(({ what }) => one.what === what))).toEqual([]);
});
