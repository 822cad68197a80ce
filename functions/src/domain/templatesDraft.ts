// An organisation's template as it is written — flat, because rules judge it — and the template that it becomes (ADR 0011).
import { kpiName, leaderComponents, staffComponents } from './templatesShipped.ts';
import type { Criterion, PeopleGroup, ScoreField, ScoreGroup, Template, TemplateKind } from './templates.ts';
import type { CivilDate } from './words.ts';

export interface TemplateFields {
  /** Name of all its versions, "mau-rieng". */
  name: string;
  version: number;
  kind: TemplateKind;
  title: string;
  clause: string;
  note: string;
  people: readonly PeopleGroup[];
  effectiveFrom: CivilDate | null;
  effectiveUntil: CivilDate | null;
  /** Of the groups of a template of points; of KPI they are those of the decree. */
  max1: number;
  max21: number;
  max22: number;
  step: number;
  bandA: number;
  bandB: number;
  bandC: number;
  /** Group → its name. */
  groupNames: Readonly<Record<string, string>>;
  /** Criterion → its name, and its maximum as a text: "2.5". */
  criteria: Readonly<Record<string, string>>;
  criterionMax: Readonly<Record<string, string>>;
}

/** The groups that are worded and detailed, by kind; KPI's own components are those of the decree. */
export const groupsOfKind: Readonly<Record<TemplateKind, readonly string[]>> = {
  points: ['I', 'II.1', 'II.2'],
  kpi: ['I', 'II', 'III'],
};
/** Points of each common group of Mẫu số 01. */
export const commonMax = 10;
export const resultsMax = 70;

export const templateId = (name: string, version: number) => `${name}@${version}`;

const fieldOf: Readonly<Record<string, ScoreField>> = { I: 'score1', 'II.1': 'score21', 'II.2': 'score22' };

export function maxOf(fields: TemplateFields, group: string): number {
  if (fields.kind === 'kpi') return commonMax;
  return { I: fields.max1, 'II.1': fields.max21, 'II.2': fields.max22 }[group] ?? 0;
}

/** Criteria of a group in their order: I.1, I.2 … */
export function criteriaIn(
  { criteria, criterionMax }: Pick<TemplateFields, 'criteria' | 'criterionMax'>,
  group: string,
): Criterion[] {
  return Object.entries(criteria)
    .filter(([code]) => code.replace(/\.[1-9]$/, '') === group)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => ({ code, name, max: Number(criterionMax[code] ?? 'NaN') }));
}

export const isForLeaders = (people: readonly PeopleGroup[]) => people.includes('leaders');

function groupsOf(fields: TemplateFields): ScoreGroup[] {
  const { kind, step, groupNames, people } = fields;
  const groups = groupsOfKind[kind].map((code) => ({
    code,
    name: groupNames[code] ?? '',
    max: maxOf(fields, code),
    step,
    field: kind === 'kpi' ? ('score1' as const) : (fieldOf[code] ?? 'score1'),
    criteria: criteriaIn(fields, code),
  }));
  if (kind === 'points') return groups;
  const components = isForLeaders(people) ? leaderComponents : staffComponents;
  return [
    ...groups,
    { code: 'KPI', name: kpiName, max: resultsMax, step: 0.1, field: 'score22', criteria: components },
  ];
}

/** Throws where it has no first day: such a draft passes no check. */
export function templateFrom(fields: TemplateFields): Template {
  const { name, version, kind, title, clause, note, people, effectiveFrom, effectiveUntil } = fields;
  if (effectiveFrom === null) throw new Error(`${templateId(name, version)} has no first day`);
  const { bandA: A, bandB: B, bandC: C } = fields;
  return {
    id: templateId(name, version),
    ...{ kind, name: title, clause, people, effectiveFrom, effectiveUntil },
    groups: groupsOf(fields),
    bands: { A, B, C },
    note,
  };
}

/** What a new version starts from: the template itself, shipped or issued, with its dates left open. */
export function fieldsOf(template: Template, name: string, version: number): TemplateFields {
  const { kind, name: title, clause, note, people, groups, bands } = template;
  const written = groups.filter(({ code }) => code !== 'KPI');
  const max = (field: ScoreField) =>
    (kind === 'points' && groups.find((group) => group.field === field)?.max) || 0;
  const criteria = written.flatMap((group) => group.criteria);
  return {
    ...{ name, version, kind, title, clause, note },
    people: [...people],
    ...{ effectiveFrom: null, effectiveUntil: null },
    ...{ max1: max('score1'), max21: max('score21'), max22: max('score22') },
    step: written[0]?.step ?? 0.5,
    ...{ bandA: bands.A, bandB: bands.B, bandC: bands.C },
    groupNames: Object.fromEntries(written.map(({ code, name }) => [code, name])),
    criteria: Object.fromEntries(criteria.map(({ code, name }) => [code, name])),
    criterionMax: Object.fromEntries(criteria.map(({ code, max }) => [code, String(max)])),
  };
}
