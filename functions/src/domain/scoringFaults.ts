// Whether points keep to their template: maxima, steps, nothing unknown, and sums that are the sums (domain.md section 4).
import { gap, type FilingGap } from './filingGap.ts';
import { criteriaOf, isTaskCount, parsePoints, scoresOf, type Points, type Scores } from './scoringPoints.ts';
import { scoreFields, type Criterion, type ScoreGroup, type Template } from './templates.ts';

/** Every place where the points leave the template; what is to be scored and isn't is one. Empty: they may become a result. */
export function scoreFaults(template: Template, scores: Scores): FilingGap[] {
  const points = parsePoints(scores.points);
  return [
    ...template.groups.flatMap((group) =>
      group.criteria.length === 0
        ? wholeFaults(group, scores[group.field])
        : group.criteria.flatMap((criterion) => criterionFaults(group, criterion, points)),
    ),
    ...unknownFaults(template, points),
    ...sumFaults(template, scores, points),
  ];
}

const isStep = (value: number, step: number) => Number.isInteger(Math.round((value / step) * 1e6) / 1e6);

function wholeFaults({ code, max, step, field }: ScoreGroup, score: number): FilingGap[] {
  const valid = score >= 0 && score <= max && isStep(score, step);
  return gap(
    !valid,
    field,
    `Chấm điểm nhóm ${code} từ 0 đến ${decimal(max)}, ${step === 1 ? 'số tròn' : 'lẻ đến nửa điểm'}`,
  );
}

function criterionFaults({ code: group, step }: ScoreGroup, criterion: Criterion, points: Points) {
  const { code, max, choices } = criterion;
  const value = points[code];
  const valid =
    value !== undefined &&
    value <= max &&
    (choices ? choices.includes(value) : group === 'KPI' || isStep(value, step));
  return gap(!valid, `points.${code}`, faultText(group, criterion, step));
}

function faultText(group: string, { code, max, choices }: Criterion, step: number): string {
  if (choices) return `Chọn mức của tiêu chí ${labelOf(code)}: ${choices.join('% hoặc ')}%`;
  if (group === 'KPI') return `Nhập tỷ lệ của ${labelOf(code)} từ 0 đến ${max}%`;
  return `Chấm tiêu chí ${code} từ 0 đến ${decimal(max)}, ${step === 1 ? 'số tròn' : 'lẻ đến nửa điểm'}`;
}

/** Codes are letters of the keyboard; the form says đ. */
export const labelOf = (code: string) => (code === 'dd' ? 'đ' : code);

function unknownFaults(template: Template, points: Points): FilingGap[] {
  const known = new Set(criteriaOf(template).map(({ code }) => code));
  return Object.keys(points)
    .filter((code) => !known.has(code) && !isTaskCount(template, code))
    .map((code) => ({ field: `points.${code}`, message: `Mẫu ${template.id} không có tiêu chí ${code}` }));
}

function sumFaults(template: Template, scores: Scores, points: Points): FilingGap[] {
  const sums = scoresOf(template, points);
  return scoreFields.flatMap((field) => {
    const sum = sums[field];
    return gap(
      sum !== undefined && sum !== scores[field],
      field,
      `Điểm nhóm ${decimal(scores[field])} khác tổng các tiêu chí ${decimal(sum ?? 0)}`,
    );
  });
}

/** As Vietnamese writes decimals. */
export function decimal(value: number): string {
  return String(value).replace('.', ',');
}
