// A stored result is made again from what is stored with it: a short year through real functions, read back by those who may, replayed with nothing of the run.
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { replayResult } from '../../functions/src/domain/basis.ts';
import type { Result } from '../../functions/src/schema/result.ts';
import { Users } from '../../local/demo/users.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { rebuild } from '../../local/rebuild/rebuild.ts';
import { connectSuite } from '../../local/suite.ts';
import { loadedAt, yearOrganisation } from '../../local/year/cast.ts';
import { outcomeOf, type YearOutcome } from '../../local/year/outcome.ts';
import { playYear } from '../../local/year/play.ts';
import { exportOf, replayed, type Export } from '../../local/year/replay.ts';
import { monthOf, months, yearScripts } from '../../local/year/scripts.ts';
import { timelineOf } from '../../local/year/timeline.ts';

const suite = connectSuite(inject('suite'));
Object.assign(process.env, suite.env);

/** Two months: one that was not filed, findings named and pointed out, one carried over the close. */
const played = months.slice(0, 2);
const until = '2026-03-06T08:00';
let outcome: YearOutcome;
let stored: Export;
let newest: Result[];

beforeAll(async () => {
  await suite.resetData();
  const sample = yearOrganisation();
  const scripts = yearScripts(sample);
  await loadSample(suite, { sample, at: loadedAt, runUntil: null, left: new Map() });
  const users = new Users(suite, sample);
  const scenes = timelineOf(sample, scripts, { only: played, until });
  await playYear({ users, scripts, scenes, until });
  outcome = await outcomeOf(users, [...scripts.authorities.keys()], played);
  await users.close();
  newest = [...outcome.results.values()].flatMap((own) => [...own.values()].flatMap((all) => all.slice(-1)));
  stored = exportOf(newest, outcome.years.values(), outcome.acts.values());
}, 600_000);

describe('every stored trace', () => {
  test('comes out of the same pure code again, with level, rating and score', () => {
    expect(stored.results).toHaveLength(30);
    expect(stored.years).toHaveLength(15);
    expect(replayed(stored)).toEqual([]);
  });

  test('proposes the level that was worked out by hand, month by month', () => {
    const proposed = newest.map((one) => [one.person, one.month, replayResult(one)?.proposal.level]);
    const wanted = newest.map(({ person, month }) => [person, month, monthOf(person, month).level]);
    expect(proposed).toEqual(wanted);
    expect(new Set(proposed.map(([, , level]) => level))).toEqual(new Set(['good', 'fair', 'poor']));
  });

  test('survives a passage through text, and shows what was changed afterwards', () => {
    const copy = JSON.parse(JSON.stringify(stored)) as Export;
    expect(replayed(copy)).toEqual([]);
    const [first] = copy.results;
    if (!first) throw new Error('nothing was stored');
    first.level = first.level === 'poor' ? 'good' : 'poor';
    expect(replayed(copy)).toEqual([`${first.person} ${first.month} lần 1: khác level`]);
  });
});

test('what is derived, deleted and made again, is the same to the byte', async () => {
  await suite.settle();
  const { differing, ...made } = await rebuild(suite, sampleOrg);
  expect(differing).toEqual([]);
  expect(made.personYears).toBe(15);
  expect(made.unitMonths).toBeGreaterThan(0);
  expect(made.unitYears).toBeGreaterThan(0);
});
