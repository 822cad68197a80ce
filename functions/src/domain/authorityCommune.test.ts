// The commune's table as one commune, and what is its own: one aggregator for both blocks, chi bộ beside a primary post.
import { describe, expect, it } from 'vitest';
import { linesOf, shown } from '../../../test/fixtures/authorityTable.ts';
import { communeUnits, organisation, person } from '../../../test/fixtures/organisationTable.ts';
import { aggregators, resolveAuthorities } from './authority.ts';
import type { Organisation, Person } from './organisation.ts';
import { profileOf } from './profiles/profile.ts';
import { defaultSettings } from './settings.ts';

const day = '2026-04-01';
const profile = profileOf('commune@S0-2025');
const resolve = (o: Organisation) => resolveAuthorities(profile, o, defaultSettings, day);

const lines = linesOf(new URL('authority.commune.csv', import.meta.url));
const commune = organisation(
  communeUnits,
  lines.map((line) => line.person),
);
const resolved = resolve(commune);
const changed = (edit: Record<string, Person | null>) =>
  organisation(communeUnits, [
    ...commune.people.filter(({ id }) => !(id in edit)),
    ...Object.values(edit).filter((p) => p !== null),
  ]);

describe('the commune', () => {
  it.each(lines)('$id: $what', ({ id, expected }) => {
    expect(shown(resolved, id)).toBe(expected);
  });

  it('has a case for every row, and no gap', () => {
    const rows = new Set([...resolved.authorities.values()].map(({ row }) => row));
    expect([...rows].sort((a, b) => a - b)).toEqual([0, ...profile.rows.map(({ row }) => row)]);
    expect(resolved.gaps).toEqual([]);
  });

  it('says of every row that it is inferred: S0 gives bodies and no matrix', () => {
    for (const { clause } of profile.rows) expect(clause).toContain('suy luận');
  });

  it('has both blocks aggregated by Ban Xây dựng Đảng', () => {
    expect(aggregators(profile, commune, 'party', day)).toEqual(['tbxd']);
    expect(aggregators(profile, commune, 'government', day)).toEqual(['tbxd']);
  });

  it('decides together: Thường trực Đảng ủy takes part, nobody in the own case', () => {
    const participants = (id: string) => resolved.authorities.get(id)?.participants;
    expect(participants('tbxd')).toEqual(['ct', 'cthd', 'pbt']);
    expect(participants('pbt')).toEqual(['ct', 'cthd']);
    expect(participants('cvkt-1')).toEqual([]);
  });
});

describe('who chairs a collective, in the own case', () => {
  const acting = { bt: null, pbt: person('pbt', 'tt:deputy-secretary + tt:~secretary') };
  it('is replaced by the other member (domain.md section 6)', () => {
    const o = changed({
      ...acting,
      ct: person('ct', 'ubnd:chair'),
      cthd: person('cthd', 'hdnd:council-chair + tt:deputy-secretary'),
    });
    expect(shown(resolve(o), 'pbt')).toBe('1;cthd;cthd;;;;');
    expect(shown(resolve(o), 'cthd')).toBe('1;pbt;pbt;;pcthd tbpc;pbt;');
    expect(shown(resolve(o), 'tbxd')).toBe('2;pbt;pbt;;;;');
  });
  it('is a gap where two others could: nobody chooses by a guess', () => {
    expect(resolve(changed(acting)).gaps.find((gap) => gap.person === 'pbt')?.reason).toBe(
      'Thiếu người đánh giá: có 2 người cùng giữ thẩm quyền này: Người ct, Người cthd (S3 II.5.1, suy luận cho xã).',
    );
  });
  it('is a gap where there is no other', () => {
    const alone = { ...acting, ct: person('ct', 'ubnd:chair'), cthd: person('cthd', 'hdnd:council-chair') };
    expect(resolve(changed(alone)).gaps.find((gap) => gap.person === 'pbt')?.reason).toContain(
      'Bí thư Đảng ủy xã chính là người được đánh giá',
    );
  });
});
