// Rights in words, and refusals told before anything is sent.
import { describe, expect, it } from 'vitest';
import type { Member } from '../../../functions/src/schema/person.ts';
import { noRights, rightsInWords, rightsOf, whyRefused, type RightsWorld } from './rights.ts';

const member = (id: string, change: Partial<Member>) => ({
  id,
  data: { ...noRights, judges: [], rev: 3, log: [], ...change },
});
const world: RightsWorld = {
  units: [{ id: 'noi-vu', name: 'Phòng Nội vụ' }] as never,
  people: ['lan', 'hoa'].map((id) => ({ id, name: id, left: null, rev: 1 })) as never,
  members: [member('hoa', { administrator: true })],
};

describe('rights', () => {
  it('are told in words, none where there are none', () => {
    const rights = { ...noRights, clerk: true, aggregates: ['party' as const], oversees: ['noi-vu'] };
    expect(rightsInWords(rights, () => 'Phòng Nội vụ')).toEqual([
      'Phụ trách nhân sự',
      'Tổng hợp khối Đảng, đoàn thể',
      'Phụ trách Phòng Nội vụ',
    ]);
    expect(rightsInWords(rightsOf(null), String)).toEqual([]);
  });
  it('are none of supervision in what was given before there was that right', () => {
    const { supervises: _, ...before } = member('hoa', { administrator: true }).data;
    expect(rightsOf(before as Member)).toEqual({ ...noRights, administrator: true });
    expect(rightsInWords({ ...noRights, supervises: true }, String)).toEqual(['Giám sát (HĐND, MTTQ)']);
  });
  it('may be given to another, not to oneself', () => {
    const clerk = { ...noRights, clerk: true };
    expect(whyRefused(world, 'lan', clerk, 'hoa')).toEqual([]);
    expect(whyRefused(world, 'hoa', { ...clerk, administrator: true }, 'hoa')).toEqual([
      expect.stringContaining('tự giao'),
    ]);
  });
  it('leave an administrator', () => {
    expect(whyRefused(world, 'hoa', noRights, 'hoa')).toEqual(['Phải còn ít nhất một quản trị viên.']);
  });
});
