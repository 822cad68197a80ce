// The thirteen rows of S3 II.5 as one district in a table, and what happens where the table finds nobody, two, or oneself.
import { describe, expect, it } from 'vitest';
import { linesOf, shown } from '../../../test/fixtures/authorityTable.ts';
import {
  districtUnits,
  organisation,
  person,
  posts,
  unit,
} from '../../../test/fixtures/organisationTable.ts';
import { aggregators, headOf, resolveAuthorities } from './authority.ts';
import type { Authorities } from './authorityTypes.ts';
import type { Organisation, Person, Unit } from './organisation.ts';
import { profileOf } from './profiles/profile.ts';
import { holding } from './profiles/table.ts';
import { defaultSettings } from './settings.ts';

const day = '2026-04-01';
const profile = profileOf('district@S3-2024');
const resolve = (o: Organisation, on = day): Authorities =>
  resolveAuthorities(profile, o, defaultSettings, on);

const lines = linesOf(new URL('authority.csv', import.meta.url));
const district = organisation(
  districtUnits,
  lines.map((line) => line.person),
);
const resolved = resolve(district);

/** The district with some people changed, added or taken away. */
function changed(edit: Record<string, Person | null>, units: Unit[] = districtUnits): Organisation {
  const kept = district.people.filter(({ id }) => !(id in edit));
  return organisation(units, [...kept, ...Object.values(edit).filter((p) => p !== null)]);
}
const reasonOf = (o: Organisation, id: string) => resolve(o).gaps.find((gap) => gap.person === id)?.reason;

describe('the district', () => {
  it.each(lines)('$id: $what', ({ id, expected }) => {
    expect(shown(resolved, id)).toBe(expected);
  });

  it('has a case for every row, and no gap', () => {
    const rows = new Set([...resolved.authorities.values()].map(({ row }) => row));
    expect([...rows].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(resolved.gaps).toEqual([]);
    expect(resolved.outside).toEqual(['bt']);
  });

  it('names whom the decider may ask about the head of a ward: the committee member in charge of it, not about themselves', () => {
    const { authorities } = resolve(
      changed({
        uv: person('uv', 'pn:staff + tt:standing-member[p1d p2u pn]'),
        uv2: person('uv2', 'p3d:ward-secretary + tt:standing-member[p3d p2u]'),
        btp3: null,
      }),
    );
    const asked = (id: string) => authorities.get(id)?.onRequest;
    expect(asked('btp1')).toEqual(['uv']);
    expect(asked('ctp2')).toEqual(['uv', 'uv2']);
    expect(asked('uv2')).toEqual([]);
    // Row 2, and rows of the same unit below its head, know no such question.
    expect(asked('ctpn')).toEqual([]);
    expect(asked('pctp2')).toEqual([]);
    expect([...resolved.authorities.values()].flatMap(({ onRequest }) => onRequest)).toEqual([]);
  });

  it('puts rows 1–3 and 6–8 in the tier of leaders and cites the clause', () => {
    for (const { row, tier, clause } of resolved.authorities.values()) {
      expect(tier).toBe([1, 2, 3, 6, 7, 8].includes(row) ? 'leader' : 'staff');
      expect(clause).toBe(row === 0 ? 'S3 II.1' : row <= 5 ? 'S3 II.5.1' : 'S3 II.5.2');
    }
  });

  it('says who heads which units, the one of the row and others', () => {
    const heads = [...resolved.authorities.values()]
      .filter(({ isHead }) => isHead)
      .map((a) => [a.person, ...a.headsUnits].join(' '));
    expect(heads).toEqual([
      'btdn dkdn',
      'btp1 p1d p1u',
      'btp2 p2d',
      'btp3 p3d p3u',
      'ctmt mttq',
      'ctp2 p2u',
      'ctp4 p4u',
      'ctpn pn',
      'cvp vpqu',
      'gdct ttct',
      'gdvh ttvh',
      'ht1 mn1',
      'ht2 th2',
      'tbtc btc',
      'tgd gd',
      'tkbk vpub',
      'tnv nv',
      'ttckh tckh',
      'ttnmt tnmt',
    ]);
  });

  it('gives everything in the order of ids', () => {
    const ids = [...resolved.authorities.keys()];
    expect(ids).toEqual([...ids].sort());
  });

  it('names the heads who aggregate each block', () => {
    expect(aggregators(profile, district, 'party', day)).toEqual(['tbtc']);
    expect(aggregators(profile, district, 'government', day)).toEqual(['tnv']);
    expect(aggregators(profile, changed({ tnv: null }), 'government', day)).toEqual([]);
  });

  it('names the head of a unit', () => {
    expect(headOf(profile, district, 'p1u', day)).toBe('btp1');
    expect(headOf(profile, district, 'hdnd2', day)).toBeNull();
    expect(headOf(profile, district, 'nowhere', day)).toBeNull();
  });
});

describe('the 19/20 rule', () => {
  const line = (o: Organisation, id: string) => shown(resolve(o), id);
  it('turns with the twentieth CBCCVC, deputies and head counted', () => {
    const o = changed({ moi: person('moi', 'tckh:staff', { category: 'public-employee' }) });
    expect(line(o, 'cvtckh-1')).toBe('10;pttckh;ttckh;;;ttckh;20');
    expect(line(o, 'cvtckh-3')).toBe('10;ttckh;ttckh;;;ttckh;20');
    expect(line(o, 'pttckh')).toBe('9;ttckh;ttckh;;;ttckh;20');
  });

  it.each(['contract', 'part-time'] as const)('does not turn with one more of category %s', (category) => {
    expect(line(changed({ moi: person('moi', 'tckh:staff', { category }) }), 'cvtckh-1')).toBe(
      '9;ttckh;ttckh;;;ttckh;19',
    );
  });

  it('does not count who has a primary post elsewhere, has left, or comes later', () => {
    const o = changed({
      kiem: person('kiem', 'nv:staff + tckh:staff'),
      cu: person('cu', 'tckh:staff', { left: '2026-03-31' }),
      sau: person('sau', 'tckh:staff', { joined: '2026-04-02' }),
    });
    expect(line(o, 'cvtckh-1')).toBe('9;ttckh;ttckh;;;ttckh;19');
  });

  it('follows the setting and the override of the unit', () => {
    const strict = resolveAuthorities(profile, district, { ...defaultSettings, headcount: 19 }, day);
    expect(shown(strict, 'cvtckh-1')).toBe('10;pttckh;ttckh;;;ttckh;19');
    const units = districtUnits.map((u) => (u.id === 'tnmt' ? { ...u, headcountOverride: 12 } : u));
    expect(shown(resolve(changed({}, units)), 'cvtnmt-1')).toBe('9;ttnmt;ttnmt;;;ttnmt;12');
  });
});

describe('who is there on the day', () => {
  it('takes the first and the last day in, and leaves out who is not there', () => {
    const o = changed({
      a: person('a', 'nv:staff', { joined: '2026-04-01' }),
      b: person('b', 'nv:staff', { joined: '2026-04-02' }),
      c: person('c', 'nv:staff', { left: '2026-04-01' }),
      d: person('d', 'nv:staff', { left: '2026-03-31' }),
    });
    const all = resolve(o);
    const named = (id: string) => all.authorities.has(id) || all.gaps.some((gap) => gap.person === id);
    expect(['a', 'b', 'c', 'd'].map(named)).toEqual([true, false, true, false]);
  });

  it('passes a seat on with the day', () => {
    const o = changed({
      tnv: person('tnv', 'nv:head', { left: '2026-04-15' }),
      moi: person('moi', 'nv:head', { joined: '2026-04-16' }),
    });
    expect(headOf(profile, o, 'nv', '2026-04-15')).toBe('tnv');
    expect(headOf(profile, o, 'nv', '2026-04-16')).toBe('moi');
    expect(aggregators(profile, o, 'government', '2026-05-01')).toEqual(['moi']);
    expect(resolve(o, '2026-05-01').authorities.get('cvnv')?.decider).toBe('moi');
  });

  it('lets a deputy who has left be in charge of nobody', () => {
    const o = changed({ pttnmt1: person('pttnmt1', 'tnmt:deputy[cvtnmt-1]', { left: '2026-03-31' }) });
    expect(resolve(o).authorities.get('cvtnmt-1')).toMatchObject({ evaluator: 'ttnmt', decider: 'ttnmt' });
  });
});

describe('one who acts in a post', () => {
  // The twentieth CBCCVC in place of the head who is gone: a vacancy counts nobody.
  const bu = person('bu', 'tnmt:staff');
  const o = changed({
    ttnmt: null,
    bu,
    pttnmt2: person('pttnmt2', 'tnmt:deputy[cvtnmt-4 pttnmt2] + tnmt:~head'),
  });
  it('heads the unit, is evaluated as its head, and never by themselves', () => {
    expect(shown(resolve(o), 'pttnmt2')).toBe('7;ct;ct;pct1 pct2;;;');
    expect(resolve(o).authorities.get('pttnmt2')).toMatchObject({ isHead: true, head: null });
  });
  it('evaluates the other deputy and decides for all', () => {
    expect(resolve(o).authorities.get('pttnmt1')).toMatchObject({ evaluator: 'pttnmt2', decider: 'pttnmt2' });
    expect(resolve(o).authorities.get('cvtnmt-1')).toMatchObject({
      evaluator: 'pttnmt1',
      decider: 'pttnmt2',
    });
    expect(resolve(o).authorities.get('cvtnmt-4')).toMatchObject({
      evaluator: 'pttnmt2',
      decider: 'pttnmt2',
    });
  });
  it('comes before the holder who does not act', () => {
    const both = changed({ pttnmt2: person('pttnmt2', 'tnmt:deputy + tnmt:~head') });
    expect(headOf(profile, both, 'tnmt', day)).toBe('pttnmt2');
    expect(resolve(both).authorities.get('ttnmt')).toMatchObject({ row: 7, head: 'pttnmt2', isHead: false });
  });
  it('decides for the other leaders as acting Chủ tịch, is asked by nobody, and is a gap in the own case', () => {
    const acting = changed({ ct: null, pct1: person('pct1', 'ubnd:vice-chair[nv tnmt p2u] + ubnd:~chair') });
    expect(shown(resolve(acting), 'ttnmt')).toBe('7;pct1;pct1;pct2;;;');
    expect(shown(resolve(acting), 'pct2')).toBe('7;pct1;pct1;pct3;;pct1;');
    expect(reasonOf(acting, 'pct1')).toBe(
      'Thiếu người đánh giá: Chủ tịch UBND Quận chính là người được đánh giá (S3 II.5.2).',
    );
  });
  it('stands in row 3 as acting Bí thư Đảng ủy phường', () => {
    const acting = changed({
      btp2: null,
      pbtp2: person('pbtp2', 'p2d:ward-standing-deputy + p2d:~ward-secretary'),
    });
    expect(shown(resolve(acting), 'pbtp2')).toBe('3;bt;bt;;;;');
    expect(shown(resolve(acting), 'ldp2')).toBe('5;pbtp2;pbtp2;;;pbtp2;');
  });
});

describe('who heads several units', () => {
  const headed = (o: Organisation, id: string) => {
    const { unit: own, headsUnits, isHead } = resolve(o).authorities.get(id) ?? {};
    return [own, headsUnits, isHead];
  };

  it.each([
    ['their own and one they act in', 'ttnmt', 'tnmt:head + nv:~head', { tnv: null }, ['nv', 'tnmt']],
    ['one in which they act in place of its holder', 'ttnmt', 'tnmt:head + nv:~head', {}, ['nv', 'tnmt']],
    ['three', 'ttnmt', 'tnmt:head + nv:~head + tckh:~head', {}, ['nv', 'tckh', 'tnmt']],
    ['each once, whatever posts they head it by', 'ttnmt', 'tnmt:head + tnmt:~head', {}, ['tnmt']],
  ])('files for %s', (_, id, held, without, units) => {
    const o = changed({ ...without, [id]: person(id, held) });
    expect(headed(o, id)).toEqual(['tnmt', units, true]);
  });

  it('is a head where the month lies in a body that files no plan, by the unit beside it', () => {
    expect(headed(district, 'pbt')).toEqual(['tt', [], false]);
    const o = changed({ tbtc: null, pbt: person('pbt', 'tt:deputy-secretary + btc:~head') });
    expect(headed(o, 'pbt')).toEqual(['tt', ['btc'], true]);
    expect(resolve(o).authorities.get('cvbtc-1')?.head).toBe('pbt');
  });

  it('leaves a unit to nobody where two act in it', () => {
    const o = changed({
      ttnmt: person('ttnmt', 'tnmt:head + nv:~head'),
      ttckh: person('ttckh', 'tckh:head + nv:~head'),
    });
    expect(headed(o, 'ttnmt')).toEqual(['tnmt', ['tnmt'], true]);
    expect(headed(o, 'ttckh')).toEqual(['tckh', ['tckh'], true]);
    expect(headed(o, 'tnv')).toEqual(['nv', [], false]);
  });

  it('stops with the last day of the post', () => {
    const [own, beside] = posts('tnmt:head + nv:~head');
    if (!own || !beside) throw new Error('two posts were written');
    const o = changed({ ttnmt: person('ttnmt', '', { posts: [own, { ...beside, to: '2026-04-09' }] }) });
    const on = (date: string) => {
      const { authorities } = resolve(o, date);
      return ['ttnmt', 'tnv'].map((id) => authorities.get(id)?.headsUnits);
    };
    expect(on('2026-04-09')).toEqual([['nv', 'tnmt'], []]);
    expect(on('2026-04-10')).toEqual([['tnmt'], ['nv']]);
  });
});

describe('gaps are named, never filled by a guess', () => {
  it.each([
    [
      'a seat that nobody holds',
      { ct: null },
      'tnv',
      'Thiếu người đánh giá: chưa ghi ai là Chủ tịch UBND Quận (S3 II.5.2).',
    ],
    ['no Bí thư', { bt: null }, 'tbtc', 'Thiếu người đánh giá: chưa ghi ai là Bí thư Quận ủy (S3 II.5.1).'],
    [
      'no Chủ tịch HĐND',
      { cthd: null },
      'tbpc',
      'Thiếu người đánh giá: chưa ghi ai là Chủ tịch HĐND Quận (S3 II.5.2).',
    ],
    [
      'no Trưởng phòng GD&ĐT',
      { tgd: null },
      'ht2',
      'Thiếu người đánh giá: chưa ghi ai là Trưởng phòng Giáo dục và đào tạo Quận (S3 II.5.2).',
    ],
    [
      'no head of the unit',
      { tnv: null },
      'cvnv',
      'Thiếu người đánh giá: chưa ghi ai là người đứng đầu Đơn vị nv (S3 II.5.2).',
    ],
    [
      'a deputy in charge, and no head to decide',
      { ttnmt: null, bu: person('bu', 'tnmt:staff') },
      'cvtnmt-1',
      'Thiếu người quyết định xếp loại: chưa ghi ai là người đứng đầu Đơn vị tnmt (S3 II.5.2).',
    ],
    [
      'no Hiệu trưởng',
      { ht1: null },
      'pht1',
      'Thiếu người đánh giá: chưa ghi ai là người đứng đầu Đơn vị mn1 (S3 II.5.2).',
    ],
    [
      'two heads',
      { hai: person('hai', 'nv:head') },
      'cvnv',
      'Thiếu người đánh giá: có 2 người cùng giữ thẩm quyền này: Người hai, Người tnv (S3 II.5.2).',
    ],
    [
      'two deputies in charge',
      { pttnmt2: person('pttnmt2', 'tnmt:deputy[cvtnmt-1]') },
      'cvtnmt-1',
      'Thiếu người đánh giá: có 2 người cùng giữ thẩm quyền này: Người pttnmt1, Người pttnmt2 (S3 II.5.2).',
    ],
    [
      'a Bí thư who is not decided outside',
      { bt: person('bt', 'tt:secretary') },
      'bt',
      'Thiếu người đánh giá: người đứng đầu Đơn vị tt chính là người được đánh giá (S3 II.1).',
    ],
    [
      'a Chủ tịch UBND who is no Phó Bí thư',
      { ct: person('ct', 'ubnd:chair') },
      'ct',
      'Thiếu người đánh giá: người đứng đầu Đơn vị ubnd chính là người được đánh giá (S3 II.1).',
    ],
    ['no post', { moi: person('moi', '') }, 'moi', 'Chưa ghi chức vụ nào.'],
    [
      'a post in no unit',
      { moi: person('moi', 'nv:staff + xyz:head') },
      'moi',
      'Chức vụ “head” thuộc đơn vị “xyz” không có trong danh sách.',
    ],
  ] as const)('%s', (_, edit, id, reason) => {
    expect(reasonOf(changed(edit), id)).toBe(reason);
  });

  it('wants one primary post', () => {
    const twice = person('moi', 'nv:staff + tckh:staff');
    const none = { ...twice, posts: twice.posts.map((p) => ({ ...p, primary: false })) };
    const both = { ...twice, posts: twice.posts.map((p) => ({ ...p, primary: true })) };
    expect(reasonOf(changed({ moi: none }), 'moi')).toBe('Chưa ghi chức vụ nào là chức vụ chính.');
    expect(reasonOf(changed({ moi: both }), 'moi')).toBe('Ghi 2 chức vụ chính, chỉ được một.');
  });

  it('leaves those alone whose authority is there', () => {
    const all = resolve(changed({ tnv: null }));
    expect(all.gaps.map((gap) => gap.person)).toEqual(['cvnv', 'cvnv2', 'hdnv', 'ptnv', 'ptnv2']);
    expect(all.authorities.size).toBe(resolved.authorities.size - 6);
  });

  it('needs nobody to be asked or to propose', () => {
    const alone = changed({
      pct1: null,
      pct2: null,
      pct3: null,
      pcthd2: null,
      pcthd1: null,
      tbpc: null,
      tkbk: null,
    });
    expect(shown(resolve(alone), 'ct')).toBe('1;bt;bt;;;bt;');
    expect(shown(resolve(alone), 'cthd')).toBe('1;bt;bt;;;bt;');
    expect(shown(resolve(alone), 'tnv')).toBe('7;ct;ct;;;;');
    expect(shown(resolve(alone), 'pbkt')).toBe('6;cthd;cthd;;;cthd;');
  });
});

describe('posts held side by side', () => {
  it.each([
    ['Chủ tịch phường recorded as Phó Bí thư thường trực', 'p2d:ward-standing-deputy + p2u:ward-chair', 7],
    ['Trưởng Ban Tổ chức who is Trưởng phòng Nội vụ', 'nv:head + btc:head', 2],
    ['Phó Chủ tịch UBND who heads a division', 'nv:head + ubnd:vice-chair', 7],
    ['Trưởng phòng GD&ĐT who acts as Hiệu trưởng', 'gd:head + mn1:~principal', 7],
    ['a deputy who heads a public unit beside', 'nv:deputy + ttvh:head', 7],
    ['a teacher who acts as Phó Hiệu trưởng', 'mn1:teacher + mn1:~vice-principal', 12],
    ['a deputy of one division who is staff of another', 'nv:staff + tckh:deputy', 9],
    ['Phó Bí thư of a ward who is Chủ tịch by that post alone', 'p3d:ward-deputy-secretary', 7],
  ])('%s', (_, held, row) => {
    expect(resolve(changed({ moi: person('moi', held) })).authorities.get('moi')?.row).toBe(row);
  });
});

describe('nobody comes to a case by the side door', () => {
  const of = (o: Organisation, id: string) => resolve(o).authorities.get(id);
  it('takes the unit of the primary post where two posts stand in one row', () => {
    const o = changed({ moi: person('moi', 'tnmt:head + nv:~head'), ttnmt: null });
    expect(of(o, 'moi')).toMatchObject({ row: 7, unit: 'tnmt' });
  });
  it('lets a deputy be in charge of others only, and nobody but a deputy of anyone', () => {
    const self = changed({ moi: person('moi', 'tnmt:staff + tnmt:deputy[moi]') });
    expect(of(self, 'moi')).toMatchObject({ row: 10, evaluator: 'ttnmt', decider: 'ttnmt' });
    const colleague = changed({ moi: person('moi', 'tnmt:staff[cvtnmt2-1]') });
    expect(of(colleague, 'cvtnmt2-1')).toMatchObject({ row: 10, evaluator: 'ttnmt' });
    const stranger = changed({ moi: person('moi', 'nv:deputy[cvtnmt2-1]') });
    expect(of(stranger, 'cvtnmt2-1')).toMatchObject({ row: 10, evaluator: 'ttnmt' });
  });
  it('holds under another table too: a head whom that table sends to the own deputy is a gap', () => {
    const rows = profile.rows.map((row) =>
      row.row === 13
        ? { ...row, cases: [holding(['school'], ['principal'])] }
        : row.row === 8
          ? { ...row, cases: [] }
          : row,
    );
    const o = changed({ pht1: person('pht1', 'mn1:vice-principal[ht1]') });
    const { gaps } = resolveAuthorities({ ...profile, rows }, o, defaultSettings, day);
    expect(gaps.find((gap) => gap.person === 'ht1')?.reason).toBe(
      'Thiếu người quyết định xếp loại: người đứng đầu Đơn vị mn1 chính là người được đánh giá (S3 II.5.2).',
    );
  });
});

describe('more than one Phòng GD&ĐT', () => {
  const units = [...districtUnits, unit('gd2', 'education-division', 'government')];
  const o = changed({ tgd2: person('tgd2', 'gd2:head') }, units);
  it('a school under one of them belongs to it; one under none of them is a gap', () => {
    expect(resolve(o).authorities.get('ht1')?.decider).toBe('tgd');
    expect(reasonOf(o, 'ht2')).toContain('Người tgd, Người tgd2');
  });
});

describe('profiles', () => {
  it('are found by name and version and refused otherwise', () => {
    expect(profileOf('district@S3-2024').rows.map(({ row }) => row)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
    ]);
    for (const id of ['', 'district', 'district@S3-2025', 'commune@S0-2024']) {
      expect(() => profileOf(id)).toThrow(RangeError);
    }
  });
});
