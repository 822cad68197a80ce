// One month's authority anew: placed by the day that counts, seats by the day of the act, headcount as frozen, nobody on themselves.
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../test/fixtures/authorityTable.ts';
import { districtUnits, organisation, person, unit } from '../../../test/fixtures/organisationTable.ts';
import { resolveAuthorities } from './authority.ts';
import { authorityAgain, type Frozen, type Wanted } from './authorityAgain.ts';
import type { Organisation, Person, Post } from './organisation.ts';
import { profileOf } from './profiles/profile.ts';
import { defaultSettings } from './settings.ts';
import type { CivilDate } from './words.ts';

const profile = profileOf('district@S3-2024');
const lines = linesOf(new URL('authority.csv', import.meta.url));
const people = [
  ...lines.map((line) => line.person),
  ...Array.from({ length: 19 }, (_, n) => person(`x${n}`, 'xa:staff')),
  person('xhead', 'xa:head'),
  person('xdep', 'xa:deputy[x0 x1]'),
  person('solo', 'xb:staff'),
  person('yhead', 'xb:head'),
];
const units = [...districtUnits, unit('xa', 'division', 'government'), unit('xb', 'division', 'government')];
const district = organisation(units, people);

const edited = (edit: Record<string, Partial<Person>>, extra: Person[] = []): Organisation =>
  organisation(units, [...people.map((one) => ({ ...one, ...edit[one.id] })), ...extra]);

function frozen(id: string): Frozen {
  const found = resolveAuthorities(profile, district, defaultSettings, '2026-04-01').authorities.get(id);
  if (!found) throw new Error(`${id} has no authority`);
  const { participants: _, ...authority } = found;
  return authority;
}

const frozenOrNone = (id: string): Frozen | null => frozen(id);

function again(
  id: string,
  wanted: Wanted,
  { from = district, day = '2026-04-10', standing = frozenOrNone(id), staffDay = '2026-04-24' } = {},
): Frozen & { reason?: string; field?: string } {
  const context = { profile, organisation: from, settings: defaultSettings, month: '2026-04' };
  const found = authorityAgain({ ...context, day, staffDay }, id, standing, wanted);
  return found as Frozen & { reason?: string; field?: string };
}
const byProfile: Wanted = { how: 'profile' };
const named = (evaluator: string | null, decider: string | null = null): Wanted => ({
  ...{ how: 'named', evaluator, decider },
});

function moved(id: string, to: string, first: CivilDate, last: CivilDate): { posts: Post[] } {
  const [post] = people.find((one) => one.id === id)?.posts ?? [];
  if (!post) throw new Error(`${id} holds no post`);
  return {
    posts: [
      { ...post, to: last },
      { ...post, unit: to, kind: 'staff', from: first },
    ],
  };
}

it('changes nothing where nothing changed, for everybody of the district', () => {
  const { authorities } = resolveAuthorities(profile, district, defaultSettings, '2026-04-01');
  for (const id of authorities.keys()) expect(again(id, byProfile)).toEqual(frozen(id));
});

describe('by the profile', () => {
  it('a transfer before the deadline of staff moves unit, row and seats', () => {
    const from = edited({ solo: moved('solo', 'xa', '2026-04-08', '2026-04-07') });
    expect(again('solo', byProfile, { from })).toMatchObject({ unit: 'xa', row: 10, evaluator: 'xhead' });
  });

  it.each([
    ['on the last day of filing moves', '2026-04-24', 'xa'],
    ['on the day after moves nobody', '2026-04-25', 'xb'],
  ])('a transfer %s', (_, first, expected) => {
    const from = edited({
      solo: moved('solo', 'xa', first, first === '2026-04-24' ? '2026-04-23' : '2026-04-24'),
    });
    expect(again('solo', byProfile, { from, day: '2026-04-28' }).unit).toBe(expected);
  });

  it('keeps the headcount of the 1st: 20 stay 20 although two have left since', () => {
    expect(frozen('x0')).toMatchObject({ row: 10, headcount: 21, evaluator: 'xdep' });
    const gone = { left: '2026-04-05' };
    const from = edited({ x17: gone, x18: gone });
    expect(again('x0', byProfile, { from })).toMatchObject({ row: 10, headcount: 21 });
  });

  it('looks at who holds a seat on the day of the act, although the subject stays where the filing found them', () => {
    const next = person('xnew', 'xb:head');
    const from = edited(
      { yhead: { left: '2026-04-26' }, solo: moved('solo', 'xa', '2026-04-26', '2026-04-25') },
      [{ ...next, joined: '2026-04-27' }],
    );
    const found = again('solo', byProfile, { from, day: '2026-04-28' });
    expect(found).toMatchObject({ unit: 'xb', evaluator: 'xnew', decider: 'xnew', head: 'xnew' });
  });

  it.each([
    ['on the last day of filing of staff', '2026-04-24', ['xa', 'xb']],
    ['on the day after, which moves nothing in this month', '2026-04-25', ['xa']],
  ])('a second unit is headed by an acting post that begins %s', (_, from, expected) => {
    const [own, acting] = person('xhead', 'xa:head + xb:~head').posts;
    if (!own || !acting) throw new Error('two posts were written');
    const o = edited({ xhead: { posts: [own, { ...acting, from }] } });
    const found = again('xhead', byProfile, { from: o, day: '2026-04-28' });
    expect(found).toMatchObject({ unit: 'xa', headsUnits: expected, isHead: true });
  });

  it('says why nobody follows', () => {
    const from = edited({ yhead: { left: '2026-04-05' } });
    expect(again('solo', byProfile, { from }).reason).toContain('Thiếu người đánh giá');
    expect(again('khong-co', byProfile, { standing: null }).reason).toContain('không có người này');
    expect(again('bt', byProfile, { standing: null }).reason).toContain('ngoài tổ chức');
  });
});

describe('by name', () => {
  it('sets one and leaves the other, and strikes who judges out of those asked', () => {
    const [asked] = lines
      .map((line) => line.person.id)
      .filter((id) => {
        const one = resolveAuthorities(profile, district, defaultSettings, '2026-04-01').authorities.get(id);
        return one !== undefined && one.consulted.length > 0;
      });
    if (asked === undefined) throw new Error('nobody of the table is asked about');
    const [who = ''] = frozen(asked).consulted;
    const found = again(asked, named(who));
    expect(found).toMatchObject({ evaluator: who, decider: frozen(asked).decider });
    expect(found.consulted).not.toContain(who);
  });

  it('leaves the units that somebody heads in this month as they stand', () => {
    const standing = { ...frozen('xhead'), headsUnits: ['xa', 'xb'] };
    expect(again('xhead', named('yhead'), { standing })).toEqual({ ...standing, evaluator: 'yhead' });
  });

  it.each([
    ['oneself', named('solo'), 'chính mình', 'evaluator'],
    ['oneself as decider', named(null, 'solo'), 'chính mình', 'decider'],
    ['a stranger', named('la'), 'không có người', 'evaluator'],
    ['somebody who has left', named(null, 'x18'), 'không còn', 'decider'],
  ])('refuses %s', (_, wanted, reason, field) => {
    const from = edited({ x18: { left: '2026-04-09' } });
    const found = again('solo', wanted, { from });
    expect(found.reason).toContain(reason);
    expect(found.field).toBe(field);
  });

  it('opens a month for whom the profile finds nobody, once both are named', () => {
    const from = edited({ yhead: { left: '2026-04-05' } });
    const of = (wanted: Wanted) => again('solo', wanted, { from, standing: null });
    expect(of(named('xhead', 'xhead'))).toMatchObject({ unit: 'xb', row: 0, evaluator: 'xhead', head: null });
    expect(of(named('xhead'))).toMatchObject({ field: 'decider' });
    expect(of(named(null, 'xhead'))).toMatchObject({ field: 'evaluator' });
  });
});

describe('instead of who is gone', () => {
  const from = edited({ xdep: { left: '2026-04-05' } });

  it('replaces them alone: a correction of the other seat stays', () => {
    const standing = { ...frozen('x0'), decider: 'yhead' };
    const found = again('x0', { how: 'instead', of: 'xdep' }, { from, standing });
    expect(found).toMatchObject({ evaluator: 'xhead', decider: 'yhead', unit: 'xa', headcount: 21 });
  });

  it('changes nothing where they are not named', () => {
    expect(again('x5', { how: 'instead', of: 'xdep' }, { from })).toEqual(frozen('x5'));
  });
});
