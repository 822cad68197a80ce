// Each mistake in a profile is refused with file, row and field; the same file without it is taken.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseProfile, ProfileError, type ProfileFile } from './profile.ts';

const name = 'agency@VD-2026.json';
const url = new URL(`../../../test/fixtures/profiles/${name}`, import.meta.url);
const whole = () => JSON.parse(readFileSync(url, 'utf8')) as ProfileFile;

function refusal(edit: (file: ProfileFile) => void, as = name): string {
  const file = whole();
  edit(file);
  try {
    parseProfile(as, file);
  } catch (error) {
    if (error instanceof ProfileError) return error.message;
    throw error;
  }
  return 'taken';
}

/** The n-th row of the example. */
const row = (file: ProfileFile, n: number): Record<string, unknown> => file.rows[n - 1] ?? {};

it('takes the example, with what it leaves out filled in', () => {
  expect(refusal(() => undefined)).toBe('taken');
  const { rows, fallback, unitKinds, standingReport } = parseProfile(name, whole());
  expect(rows[1]).toMatchObject({ collective: null, consulted: null, proposers: [], counted: false });
  expect(rows[1]?.cases[0]).toMatchObject({ block: null, categories: null, primaryOnly: false, size: null });
  expect(fallback.cases).toEqual([]);
  expect(unitKinds.get('team')).toMatchObject({ school: false, filesPlan: true });
  expect(standingReport).toBeNull();
});

describe('refuses', () => {
  it.each<[string, (file: ProfileFile) => void, string]>([
    ['a row without its clause', (f) => delete row(f, 2)['clause'], 'row 2, clause: '],
    ['an unknown field in a row', (f) => (row(f, 2)['evaluater'] = {}), 'row 2: '],
    ['a row without number', (f) => delete row(f, 2)['row'], 'row at position 2, row: '],
    ['a seat that there isn’t', (f) => (row(f, 1)['decider'] = { seat: 'chief' }), 'row 1, decider'],
    ['a tier that there isn’t', (f) => (row(f, 1)['tier'] = 'boss'), 'row 1, tier: '],
    ['a row without a case', (f) => (row(f, 1)['cases'] = []), 'row 1, cases: '],
    [
      'a kind of unit that isn’t declared',
      (f) => (row(f, 2)['cases'] = [{ units: ['squad'], posts: ['member'] }]),
      'row 2, cases.0.units: “squad” is no kind of unit of this profile',
    ],
    [
      'a kind of post that isn’t declared',
      (f) => (row(f, 2)['cases'] = [{ units: ['team'], posts: ['boss'] }]),
      'row 2, cases.0.posts: “boss” is no kind of post of this profile',
    ],
    [
      'a post that the unit hasn’t',
      (f) => (row(f, 2)['cases'] = [{ units: ['team'], posts: ['director'] }]),
      'row 2, cases.0.posts: no unit named here has the post “director”',
    ],
    [
      'a block in which the unit doesn’t stand',
      (f) => (row(f, 1)['cases'] = [{ units: ['leadership'], posts: ['director'], block: 'government' }]),
      'row 1, cases.0.block: no unit named here stands in the block “government”',
    ],
    [
      'a size for a school',
      (f) => {
        f.unitKinds['team'] = { ...f.unitKinds['team'], school: true } as ProfileFile['unitKinds'][string];
        row(f, 2)['cases'] = [{ units: ['team'], posts: ['member'], size: 'from' }];
      },
      'row 2, cases.0.size: a school takes two steps whatever its size',
    ],
    [
      'a head of a kind of unit that isn’t declared',
      (f) => (row(f, 1)['evaluator'] = { seat: 'head-of-kind', unitKind: 'court', title: 'Chánh án' }),
      'row 1, evaluator.unitKind: “court” is no kind of unit of this profile',
    ],
    [
      'a deputy who decides',
      (f) => (row(f, 2)['decider'] = { seat: 'deputy-in-charge' }),
      'row 2, decider: a deputy in charge evaluates and never decides',
    ],
    [
      'who is asked by a post that isn’t declared',
      (f) => (row(f, 1)['consulted'] = { posts: ['vice-chair'] }),
      'row 1, consulted.posts: “vice-chair” is no kind of post of this profile',
    ],
    [
      'a body that decides together without known members',
      (f) => (row(f, 1)['collective'] = { name: 'Tập thể', posts: ['deputy-secretary'] }),
      'row 1, collective.posts: “deputy-secretary” is no kind of post of this profile',
    ],
    [
      'who proposes by a post that isn’t declared',
      (f) => (row(f, 1)['proposers'] = [{ chairs: 'chair', members: ['second'] }]),
      'row 1, proposers.0.chairs: “chair” is no kind of post of this profile',
    ],
    ['a number twice', (f) => (row(f, 2)['row'] = 1), 'row 1, row: the number occurs twice'],
    [
      'a head’s post that isn’t declared',
      (f) => f.unitKinds['team']?.heads.push('boss'),
      'unitKinds.team.heads: “boss” is no kind of post of this profile',
    ],
    [
      'a post that stands twice in a kind of unit',
      (f) => f.unitKinds['team']?.posts.push('leader'),
      'unitKinds.team.posts: “leader” stands in it twice',
    ],
    [
      'an aggregator by a role that isn’t declared',
      (f) => (f.aggregators.party = 'home-affairs'),
      'aggregators.party: “home-affairs” is no role of a unit of this profile',
    ],
    [
      'appeals answered by a kind of unit that isn’t declared',
      (f) => (f.appeals.unitKind = 'court'),
      'appeals.unitKind: “court” is no kind of unit of this profile',
    ],
    ['a name that isn’t NFC', (f) => (f.name = 'Co quan ti\u0302nh'), 'name: '],
    [
      'a report on no day',
      (f) => f.reports.push({ kind: 'year', period: null, before: '13-01', to: 'x', clause: 'x' }),
      'reports.0.before: ',
    ],
  ])('%s', (_, edit, message) => {
    expect(refusal(edit)).toContain(`${name}: ${message}`);
  });

  it('a file that isn’t called after its id', () => {
    expect(refusal(() => undefined, 'agency.json')).toBe(
      'agency.json: id: the file must be called agency@VD-2026.json',
    );
  });

  it('names every mistake, one a line', () => {
    const message = refusal((f) => {
      f.aggregators.party = 'a1';
      f.offices.government = 'a2';
    });
    expect(message.split('\n')).toHaveLength(2);
  });
});
