// Rights beyond the hierarchy in words, and whether a change of them would be taken.
import { judgeMembers, type MemberRights } from '../../../functions/src/domain/changes.ts';
import { blockLabels } from '../../../functions/src/domain/labels.ts';
import type { Member, PersonDocument } from '../../../functions/src/schema/person.ts';
import type { UnitDocument } from '../../../functions/src/schema/unit.ts';

export const noRights: MemberRights = {
  inspects: false,
  aggregates: [],
  offices: [],
  clerk: false,
  administrator: false,
  oversees: [],
  supervises: false,
};

export const rightsOf = (member: Member | null): MemberRights => {
  if (!member) return noRights;
  const { inspects, aggregates, offices, clerk, administrator, oversees } = member;
  // Absent on what was given before there was this right.
  const { supervises = false } = member as Partial<Member>;
  return { inspects, aggregates, offices, clerk, administrator, oversees, supervises };
};

export const flagLabels = {
  clerk: 'Phụ trách nhân sự',
  administrator: 'Quản trị',
  inspects: 'Kiểm tra',
  supervises: 'Giám sát (HĐND, MTTQ)',
} as const;

/** In the order in which they are shown. */
export const rightFlags = ['clerk', 'administrator', 'inspects', 'supervises'] as const;

export const flagHints: Record<keyof typeof flagLabels, string> = {
  clerk: 'giữ hồ sơ đơn vị, nhân sự; không xem phiếu, điểm, biểu hiện',
  administrator: 'như phụ trách nhân sự, và giao quyền',
  supervises: 'ghi dấu hiệu thấy qua giám sát và theo dõi dấu hiệu mình đã ghi; không đọc phiếu, kết quả',
  inspects: 'đọc phiếu đã nộp, ghi nhận dấu hiệu; không đọc phần đang viết',
};

const inSentence = (block: keyof typeof blockLabels) => blockLabels[block].replace('Khối', 'khối');

/** "Kiểm tra", "Tổng hợp khối chính quyền", …; empty for who has none. */
export function rightsInWords(rights: MemberRights, unitName: (id: string) => string): string[] {
  const flags = rightFlags.filter((flag) => rights[flag]);
  return [
    ...flags.map((flag) => flagLabels[flag]),
    ...rights.aggregates.map((block) => `Tổng hợp ${inSentence(block)}`),
    ...rights.offices.map((block) => `Gửi số liệu ${inSentence(block)}`),
    ...(rights.oversees.length > 0 ? [`Phụ trách ${rights.oversees.map(unitName).join(', ')}`] : []),
  ];
}

export interface RightsWorld {
  units: readonly UnitDocument[];
  people: readonly PersonDocument[];
  members: readonly { id: string; data: Member }[];
}

/** Why the change would be refused, before it is sent. */
export function whyRefused(world: RightsWorld, person: string, rights: MemberRights, me: string): string[] {
  const { units, people, members } = world;
  const before = members.find(({ id }) => id === person)?.data ?? null;
  const now = {
    units,
    people,
    members: members.map(({ id, data }) => ({ id, rev: data.rev, ...rightsOf(data) })),
  };
  const row = { row: 0, id: person, base: before?.rev ?? null, value: rights };
  return judgeMembers(now, [row], me).problems.map(({ reason }) => reason);
}
