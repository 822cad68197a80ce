// Points by criterion, kept in one text ("I.1=4.5 a=95.2 t3q=1"), and the three scores of a sheet that follow from them (domain.md section 4).
import { resultPoints } from './kpi.ts';
import { scoreFields, type Criterion, type ScoreField, type ScoreGroup, type Template } from './templates.ts';

/** Three scores whose sum is the total; `points` is absent on documents of before there were criteria. */
export interface Scores {
  score1: number;
  score21: number;
  score22: number;
  points?: string | undefined;
}

/** Code → points; `t3q` and `t3t` count failed reviews and delays of task t3. */
export type Points = Readonly<Record<string, number>>;

export function parsePoints(text: string | undefined): Points {
  const pairs = (text ?? '').split(' ').flatMap((pair) => {
    const [code, value] = pair.split('=');
    return code && value !== undefined && /^\d{1,3}([.]\d)?$/.test(value)
      ? [[code, Number(value)] as const]
      : [];
  });
  return Object.fromEntries(pairs);
}

const isCount = (code: string) => /^t[1-9][0-9]?[qt]$/.test(code);

/** In the order of the template, counts of tasks last, so that the same points are always the same text. */
export function formatPoints(template: Template, points: Points): string {
  const codes = criteriaOf(template).map(({ code }) => code);
  const counts = Object.keys(points)
    .filter((code) => isCount(code) && points[code] !== 0)
    .sort();
  return [...codes, ...counts]
    .flatMap((code) => (points[code] === undefined ? [] : [`${code}=${points[code]}`]))
    .join(' ');
}

export const criteriaOf = (template: Template): Criterion[] =>
  template.groups.flatMap(({ criteria }) => criteria);

const given = (criterion: Criterion, points: Points) => points[criterion.code] ?? 0;

/** Points of a group that is scored by criteria; what isn't scored yet counts nothing. */
export function groupPoints(group: ScoreGroup, points: Points): number {
  const values = group.criteria.map((criterion) => given(criterion, points));
  if (group.code === 'KPI') return resultPoints(group.max, values);
  return values.reduce((sum, value) => sum + Math.round(value * 10), 0) / 10;
}

/** The scores that criteria settle: of a field without a group 0, and nothing of one that is scored as a whole. */
export function scoresOf(template: Template, points: Points): Partial<Record<ScoreField, number>> {
  return Object.fromEntries(
    scoreFields.flatMap((field) => {
      const groups = template.groups.filter((group) => group.field === field);
      if (groups.some(({ criteria }) => criteria.length === 0)) return [];
      const tenths = groups.reduce((sum, group) => sum + Math.round(groupPoints(group, points) * 10), 0);
      return [[field, tenths / 10]];
    }),
  );
}

/** What changes on a sheet when one criterion is scored; null takes its points away. */
export function withPoints(
  template: Template,
  scores: Scores,
  code: string,
  value: number | null,
): Partial<Scores> & { points: string } {
  const { [code]: _, ...rest } = parsePoints(scores.points);
  const points = value === null ? rest : { ...rest, [code]: value };
  return { ...scoresOf(template, points), points: formatPoints(template, points) };
}

/** True iff the code belongs to a template of KPI as the count of a task. */
export const isTaskCount = (template: Template, code: string) => template.kind === 'kpi' && isCount(code);
