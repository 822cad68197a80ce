// Authority as of a day: posts that begin and end, units that close, a head who is followed by another (domain.md section 6).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../test/fixtures/authorityTable.ts';
import { districtUnits, organisation, person, posts } from '../../../test/fixtures/organisationTable.ts';
import { headOf, resolveAuthorities } from './authority.ts';
import type { Organisation, Person, Post } from './organisation.ts';
import { profileOf } from './profiles/profile.ts';
import { defaultSettings } from './settings.ts';

const profile = profileOf('district@S3-2024');
const district = linesOf(new URL('authority.csv', import.meta.url)).map((line) => line.person);

/** "nv:staff@2026-04-01..2026-04-14" is a post with its first and last day; either may be left out. */
function dated(text: string): Post[] {
  const parts = text.split(' + ').map((part) => part.split('@'));
  const day = (text: string | undefined) => (text === undefined || text === '' ? null : text);
  const held = posts(parts.map(([post]) => post).join(' + ')).map((post, i) => {
    const [from, to] = (parts[i]?.[1] ?? '..').split('..');
    return { ...post, from: day(from), to: day(to) };
  });
  // Posts that follow each other are each the primary one in their time.
  const follows = held[0]?.to !== null;
  return held.map((post) => ({ ...post, primary: post.primary || (follows && post.from !== null) }));
}

const withPeople = (...people: Person[]): Organisation =>
  organisation(districtUnits, [...district.filter(({ id }) => !people.some((p) => p.id === id)), ...people]);
const resolve = (o: Organisation, day: string) => resolveAuthorities(profile, o, defaultSettings, day);
const shown = (o: Organisation, id: string, day: string): string => {
  const { authorities, gaps } = resolve(o, day);
  const a = authorities.get(id);
  if (a) return `${a.row};${a.evaluator};${a.decider}`;
  const gap = gaps.find((g) => g.person === id);
  return gap ? `gap: ${gap.reason};;` : 'nothing;;';
};

const lines = readFileSync(new URL('authority.days.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1);

describe('posts in time', () => {
  it.each(lines.map((line) => line.split(';')))('%s: %s holds %s on %s', (...cells) => {
    const [, id = '', held = '', day = '', row, evaluator, decider] = cells;
    const o = withPeople({ ...person(id, 'nv:staff'), posts: dated(held) });
    expect(shown(o, id, day)).toBe([row, evaluator, decider].join(';'));
  });

  it('passes a seat on with the day of the posts, and with it who evaluates', () => {
    const o = withPeople(
      { ...person('tnv', 'nv:head'), posts: dated('nv:head@..2026-04-14 + tckh:staff@2026-04-15..') },
      { ...person('moi', 'nv:head'), posts: dated('nv:head@2026-04-15..') },
    );
    expect(headOf(profile, o, 'nv', '2026-04-14')).toBe('tnv');
    expect(headOf(profile, o, 'nv', '2026-04-15')).toBe('moi');
    expect(shown(o, 'cvnv', '2026-04-14')).toBe('9;tnv;tnv');
    expect(shown(o, 'cvnv', '2026-04-15')).toBe('9;moi;moi');
    expect(shown(o, 'tnv', '2026-04-15')).toBe('10;ttckh;ttckh');
  });

  it('counts in the headcount who holds the post on the day alone', () => {
    const come = { ...person('moi', 'tckh:staff'), posts: dated('tckh:staff@2026-04-15..') };
    expect(resolve(withPeople(come), '2026-04-14').authorities.get('cvtckh-1')).toMatchObject({
      row: 9,
      headcount: 19,
    });
    expect(resolve(withPeople(come), '2026-04-15').authorities.get('cvtckh-1')).toMatchObject({
      row: 10,
      headcount: 20,
    });
  });

  it('lets a deputy whose post has ended be in charge of nobody', () => {
    const gone = {
      ...person('pttnmt1', 'tnmt:deputy[cvtnmt-1]'),
      posts: [
        ...posts('tnmt:deputy[cvtnmt-1]').map((post) => ({ ...post, to: '2026-04-14' })),
        ...posts('nv:staff').map((post) => ({ ...post, from: '2026-04-15' })),
      ],
    };
    expect(resolve(withPeople(gone), '2026-04-14').authorities.get('cvtnmt-1')?.evaluator).toBe('pttnmt1');
    expect(resolve(withPeople(gone), '2026-04-15').authorities.get('cvtnmt-1')?.evaluator).toBe('ttnmt');
  });
});

describe('a unit that closes', () => {
  const closing = (o: Organisation): Organisation => ({
    ...o,
    units: o.units.map((u) => (u.id === 'nv' ? { ...u, closed: '2026-04-14' } : u)),
  });
  const o = closing(withPeople());
  it('is there on its last day', () => {
    expect(shown(o, 'cvnv', '2026-04-14')).toBe('9;tnv;tnv');
  });
  it('leaves those who still stand in it as gaps that name it', () => {
    expect(shown(o, 'cvnv', '2026-04-15')).toBe(
      'gap: Chức vụ “staff” thuộc đơn vị “nv” không có trong danh sách.;;',
    );
    expect(headOf(profile, o, 'nv', '2026-04-15')).toBeNull();
  });
  it('is no gap for who has moved in time', () => {
    const moved = {
      ...person('cvnv', 'nv:staff'),
      posts: dated('nv:staff@..2026-04-14 + tckh:staff@2026-04-15..'),
    };
    expect(shown(closing(withPeople(moved)), 'cvnv', '2026-04-15')).toBe('10;ttckh;ttckh');
  });
});
