// What the pages of templates call things.
import { formatDate } from '../../../../functions/src/domain/civilDate.ts';
import type { PeopleGroup, Template, TemplateKind } from '../../../../functions/src/domain/templates.ts';

export const peopleLabels: Record<PeopleGroup, string> = {
  leaders: 'Lãnh đạo, quản lý',
  staff: 'Cán bộ, công chức, viên chức',
  contract: 'Lao động hợp đồng',
};

export const kindLabels: Record<TemplateKind, string> = {
  points: 'Chấm điểm theo nhóm tiêu chí',
  kpi: 'Tiêu chí chung và KPI từ nhiệm vụ',
};

export const peopleText = (people: readonly PeopleGroup[]): string =>
  people.length === 0 ? 'Chưa chọn' : people.map((one) => peopleLabels[one]).join('; ');

export function datesText(from: Template['effectiveFrom'] | null, until: Template['effectiveUntil']): string {
  if (from === null) return 'Chưa chọn ngày';
  return until === null ? `Từ ${formatDate(from)}` : `${formatDate(from)} – ${formatDate(until)}`;
}
