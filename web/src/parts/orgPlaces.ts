// The pages about the organisation, and who is shown the way to which (domain.md section 11).
import type { Member } from '../../../functions/src/schema/person.ts';
import type { Route } from '../router.ts';

interface OrgPlace {
  title: string;
  route: Route;
  pages: readonly Route['page'][];
  isFor: (member: Member) => boolean;
}

/** Clerk and administrator: they read people and change the organisation. */
export const keepsPeople = (m: Member) => m.clerk || m.administrator;

const places: readonly OrgPlace[] = [
  {
    title: 'Đơn vị và nhân sự',
    route: { page: 'organisation', unit: null },
    pages: ['organisation', 'org-unit', 'person'],
    isFor: keepsPeople,
  },
  { title: 'Nhập danh sách', route: { page: 'import' }, pages: ['import'], isFor: keepsPeople },
  {
    title: 'Kiểm tra trước khi mở tháng',
    route: { page: 'completeness', month: null },
    pages: ['completeness'],
    isFor: keepsPeople,
  },
  {
    title: 'Ai đánh giá ai',
    route: { page: 'authorities', month: null },
    pages: ['authorities'],
    isFor: (m) => keepsPeople(m) || m.inspects || m.aggregates.length > 0,
  },
  {
    title: 'Kế hoạch của đơn vị',
    route: { page: 'unit-plans', year: null },
    pages: ['unit-plans'],
    isFor: (m) => m.inspects || m.aggregates.length > 0,
  },
  {
    title: 'Quyền trong hệ thống',
    route: { page: 'rights' },
    pages: ['rights'],
    isFor: (m) => m.administrator,
  },
  {
    title: 'Thời hạn và lịch',
    route: { page: 'calendar', month: null },
    pages: ['calendar'],
    isFor: keepsPeople,
  },
  { title: 'Cài đặt', route: { page: 'settings' }, pages: ['settings'], isFor: keepsPeople },
  {
    title: 'Mẫu chấm điểm',
    route: { page: 'templates', id: null },
    pages: ['templates'],
    isFor: (m) => m.administrator,
  },
];

export const orgPages: readonly Route['page'][] = places.flatMap(({ pages }) => pages);

export const orgPlacesOf = (member: Member | null | undefined): readonly OrgPlace[] =>
  member ? places.filter(({ isFor }) => isFor(member)) : [];
