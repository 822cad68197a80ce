// Whether a template may be issued: points, steps, bands and dates, each fault at its field (domain.md section 4, ADR 0011).
import { formatDate, monthOf } from './civilDate.ts';
import { gap, isBlank, type FilingGap } from './filingGap.ts';
import { decimal } from './scoringFaults.ts';
import { templatesOverlap, type InForce } from './templatesOverlap.ts';
import { criteriaIn, groupsOfKind, maxOf, type TemplateFields } from './templatesDraft.ts';
import type { Month } from './words.ts';

export interface CheckedBeside {
  /** What is issued already, versions of other names among it. */
  issued: readonly InForce[];
  /** The month at hand: its sheets are open, and pinned to what they were opened with. */
  month: Month;
}

/** Everything to be mended before it is issued, in the order of the form. */
export function checkTemplate(fields: TemplateFields, beside: CheckedBeside): FilingGap[] {
  return [
    ...checkHead(fields),
    ...checkPeople(fields),
    ...checkDates(fields, beside),
    ...(fields.kind === 'points' ? checkMaxima(fields) : []),
    ...groupsOfKind[fields.kind].flatMap((group) => checkGroup(fields, group)),
    ...checkBands(fields),
  ];
}

const isHalf = (value: number) => Number.isInteger(value * 2);

function checkHead({ name, title, clause, step }: TemplateFields): FilingGap[] {
  return [
    gap(
      !/^[a-z][a-z0-9-]{0,19}$/.test(name),
      'name',
      'Nhập mã mẫu bằng chữ thường không dấu, số và gạch nối, ví dụ mau-rieng',
    ),
    gap(isBlank(title), 'title', 'Nhập tên mẫu'),
    gap(isBlank(clause), 'clause', 'Nhập văn bản quy định mẫu này, số và ngày'),
    gap(step !== 0.5 && step !== 1, 'step', 'Chọn bước chấm: nửa điểm hoặc một điểm'),
  ].flat();
}

function checkPeople({ people, kind }: TemplateFields): FilingGap[] {
  const isMixed = kind === 'kpi' && people.includes('leaders') && people.length > 1;
  return [
    gap(people.length === 0, 'people', 'Chọn ít nhất một nhóm người'),
    gap(isMixed, 'people', 'KPI của lãnh đạo, quản lý có thêm d, đ, e: lập mẫu riêng cho lãnh đạo, quản lý'),
  ].flat();
}

function checkDates(fields: TemplateFields, { issued, month }: CheckedBeside): FilingGap[] {
  const { effectiveFrom: from, effectiveUntil: until, people } = fields;
  if (from === null) return gap(true, 'effectiveFrom', 'Nhập ngày bắt đầu áp dụng');
  const overlaps = issued.flatMap((other) =>
    templatesOverlap({ people, effectiveFrom: from, effectiveUntil: until }, other) ? [other.id] : [],
  );
  return [
    gap(!from.endsWith('-01'), 'effectiveFrom', 'Chọn ngày 01 của một tháng: phiếu mở theo tháng'),
    gap(
      monthOf(from) <= month,
      'effectiveFrom',
      `Chọn tháng sau tháng ${month.slice(5)}/${month.slice(0, 4)}: phiếu của tháng này đã mở theo mẫu khác`,
    ),
    gap(
      until !== null && until < from,
      'effectiveUntil',
      `Nhập ngày kết thúc từ ${formatDate(from)} trở đi, hoặc để trống`,
    ),
    gap(
      overlaps.length > 0,
      'effectiveFrom',
      `Trùng thời gian áp dụng với ${overlaps.join(', ')} cho cùng nhóm người`,
    ),
  ].flat();
}

/** The split is the organisation's, the hundred isn't. */
function checkMaxima({ max1, max21, max22, step }: TemplateFields): FilingGap[] {
  const maxima = { max1, max21, max22 };
  const sum = max1 + max21 + max22;
  const wrong = Object.entries(maxima).filter(([, max]) => !(max > 0) || !Number.isInteger(max / step));
  return [
    ...wrong.flatMap(([field]) =>
      gap(true, field, `Nhập điểm tối đa lớn hơn 0, theo bước ${decimal(step)} điểm`),
    ),
    ...gap(
      wrong.length === 0 && sum !== 100,
      'max22',
      `Ba nhóm cộng lại được ${decimal(sum)} điểm; phải đủ 100`,
    ),
  ];
}

function checkGroup(fields: TemplateFields, group: string): FilingGap[] {
  const criteria = criteriaIn(fields, group);
  const max = maxOf(fields, group);
  const sum = criteria.reduce((all, one) => all + one.max, 0);
  const wrong = criteria.filter((one) => !(one.max > 0) || !isHalf(one.max));
  return [
    ...gap(isBlank(fields.groupNames[group]), `groupNames.${group}`, `Nhập tên nhóm ${group}`),
    ...gap(
      criteria.length === 0 && fields.kind === 'kpi',
      `groupNames.${group}`,
      `Thêm tiêu chí của nhóm ${group}`,
    ),
    ...criteria.flatMap(({ code, name }) =>
      gap(isBlank(name), `criteria.${code}`, `Nhập tên tiêu chí ${code}`),
    ),
    ...wrong.flatMap(({ code }) =>
      gap(true, `criterionMax.${code}`, `Nhập điểm tối đa của tiêu chí ${code}, lẻ đến nửa điểm`),
    ),
    ...gap(
      criteria.length > 0 && wrong.length === 0 && sum !== max,
      `criterionMax.${criteria[0]?.code ?? ''}`,
      `Các tiêu chí của nhóm ${group} cộng lại được ${decimal(sum)} điểm; nhóm có ${decimal(max)}`,
    ),
  ];
}

/** Strictly ordered, in halves, so that the number printed says its band. */
function checkBands({ bandA, bandB, bandC }: TemplateFields): FilingGap[] {
  const said = 'Nhập điểm từ thấp nhất của mức, lẻ đến nửa điểm';
  return [
    gap(!(bandA <= 100 && isHalf(bandA)), 'bandA', `${said}, không quá 100`),
    gap(!(bandB < bandA && isHalf(bandB)), 'bandB', `${said}, dưới mức xuất sắc (${decimal(bandA)})`),
    gap(
      !(bandC > 0 && bandC < bandB && isHalf(bandC)),
      'bandC',
      `${said}, trên 0 và dưới mức tốt (${decimal(bandB)})`,
    ),
  ].flat();
}
