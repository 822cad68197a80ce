// A document's path together with the schema it must satisfy, so that nobody reads one without the other.
import type { Month } from '../domain/words.ts';
import { appealSchema, type Appeal } from './appeal.ts';
import { assessmentSchema, type Assessment } from './assessment.ts';
import { authoritiesSchema, type UnitAuthorities } from './authorities.ts';
import { backlogSchema, type Backlog } from './backlog.ts';
import { changePartSchema, changeSchema, type Change, type ChangePart } from './change.ts';
import { consultationSchema, type Consultation } from './consultation.ts';
import { coordinationSchema, type Coordination } from './coordination.ts';
import {
  cycleSchema,
  organisationSchema,
  runSchema,
  type Cycle,
  type OrganisationDocument,
  type Run,
} from './cycle.ts';
import { delegationSchema, type Delegation } from './delegation.ts';
import { fileSchema, type FileDocument } from './file.ts';
import { findingSchema, type Finding } from './finding.ts';
import { limitationSchema, type Limitation } from './limitation.ts';
import { noteSchema, type Note } from './note.ts';
import { noticeSchema, type Notice } from './notice.ts';
import {
  appealId,
  changePartPath,
  collectionPath,
  consultationId,
  delegationId,
  documentPath,
  noticeId,
  orgPath,
  personMonthId,
  personYearId,
  replacementId,
  planPath,
  plansPath,
  unitMonthId,
  unitPlanId,
  unitYearId,
  versionPath,
  type CollectionName,
} from './paths.ts';
import { outsideResultSchema, type OutsideResult } from './outsideResult.ts';
import {
  planSchema,
  unitMonthPlanSchema,
  yearPlanSchema,
  type PlanVersion,
  type UnitMonthPlan,
  type YearPlanVersion,
} from './plan.ts';
import { memberSchema, personSchema, type Member, type PersonDocument } from './person.ts';
import { replacementSchema, type Replacement } from './replacement.ts';
import { resultSchema, type Result } from './result.ts';
import { sheetSchema, type Sheet } from './sheet.ts';
import { subItemSchema, type SubItem } from './subItem.ts';
import { templateSchema, type TemplateDocument } from './template.ts';
import {
  boardSchema,
  figuresSchema,
  unitMonthSchema,
  unitSchema,
  unitSheetSchema,
  type Board,
  type Figures,
  type UnitDocument,
  type UnitMonth,
  type UnitSheet,
} from './unit.ts';
import { unitFindingSchema, type UnitFinding } from './unitFinding.ts';
import { unitPlanSchema, type UnitPlan } from './unitPlan.ts';
import { unitRatingSchema, type UnitRating } from './unitRating.ts';
import {
  organisationYearSchema,
  personYearSchema,
  unitYearSchema,
  yearAssessmentSchema,
  type OrganisationYear,
  type PersonYear,
  type UnitYear,
  type YearAssessment,
} from './year.ts';

/** `parse` throws a ZodError that names the fields of a document that does not satisfy its schema. */
export interface Shape<T> {
  parse(data: unknown): T;
}
export interface Ref<T> {
  path: string;
  shape: Shape<T>;
}
export interface Collection<T> {
  path: string;
  shape: Shape<T>;
}

const shapes = {
  units: unitSchema as Shape<UnitDocument>,
  people: personSchema as Shape<PersonDocument>,
  members: memberSchema as Shape<Member>,
  cycles: cycleSchema as Shape<Cycle>,
  sheets: sheetSchema as Shape<Sheet>,
  assessments: assessmentSchema as Shape<Assessment>,
  consultations: consultationSchema as Shape<Consultation>,
  findings: findingSchema as Shape<Finding>,
  results: resultSchema as Shape<Result>,
  unitSheets: unitSheetSchema as Shape<UnitSheet>,
  unitMonths: unitMonthSchema as Shape<UnitMonth>,
  boards: boardSchema as Shape<Board>,
  figures: figuresSchema as Shape<Figures>,
  runs: runSchema as Shape<Run>,
  authorities: authoritiesSchema as Shape<UnitAuthorities>,
  changes: changeSchema as Shape<Change>,
  delegations: delegationSchema as Shape<Delegation>,
  notes: noteSchema as Shape<Note>,
  personYears: personYearSchema as Shape<PersonYear>,
  unitYears: unitYearSchema as Shape<UnitYear>,
  yearAssessments: yearAssessmentSchema as Shape<YearAssessment>,
  appeals: appealSchema as Shape<Appeal>,
  templates: templateSchema as Shape<TemplateDocument>,
  limitations: limitationSchema as Shape<Limitation>,
  coordinations: coordinationSchema as Shape<Coordination>,
  backlogs: backlogSchema as Shape<Backlog>,
  replacements: replacementSchema as Shape<Replacement>,
  files: fileSchema as Shape<FileDocument>,
  unitRatings: unitRatingSchema as Shape<UnitRating>,
  unitFindings: unitFindingSchema as Shape<UnitFinding>,
  subItems: subItemSchema as Shape<SubItem>,
  outsideResults: outsideResultSchema as Shape<OutsideResult>,
  notices: noticeSchema as Shape<Notice>,
  unitPlans: unitPlanSchema as Shape<UnitPlan>,
} satisfies Record<CollectionName, Shape<unknown>>;

type Shapes = typeof shapes;
export type DocumentOf<N extends CollectionName> = Shapes[N] extends Shape<infer T> ? T : never;

export function collectionOf<N extends CollectionName>(org: string, name: N): Collection<DocumentOf<N>> {
  return { path: collectionPath(org, name), shape: shapes[name] as Shape<DocumentOf<N>> };
}

export function refOf<N extends CollectionName>(org: string, name: N, id: string): Ref<DocumentOf<N>> {
  return { path: documentPath(org, name, id), shape: shapes[name] as Shape<DocumentOf<N>> };
}

export const organisationRef = (org: string): Ref<OrganisationDocument> => ({
  path: orgPath(org),
  shape: organisationSchema,
});
/** What a year asks of the organisation's settings. */
export const organisationYearRef = (org: string): Ref<OrganisationYear> => ({
  path: orgPath(org),
  shape: organisationYearSchema,
});
export const organisations: Collection<OrganisationDocument> = { path: 'orgs', shape: organisationSchema };

export const cycleRef = (org: string, month: Month) => refOf(org, 'cycles', month);
export const sheetRef = (org: string, person: string, month: Month) =>
  refOf(org, 'sheets', personMonthId(person, month));
export const assessmentRef = (org: string, person: string, month: Month) =>
  refOf(org, 'assessments', personMonthId(person, month));
export const noticeRef = (org: string, person: string, key: string) =>
  refOf(org, 'notices', noticeId(person, key));
export const resultRef = (org: string, person: string, month: Month) =>
  refOf(org, 'results', personMonthId(person, month));
/** An earlier version, as it was when another one took its place. */
export const versionRef = (org: string, id: string, version: number): Ref<Result> => ({
  path: versionPath(org, id, version),
  shape: resultSchema,
});
export const plansOf = (org: string, person: string, month: Month): Collection<PlanVersion> => ({
  path: plansPath(org, personMonthId(person, month)),
  shape: planSchema,
});
export const planRef = (
  org: string,
  person: string,
  month: Month,
  { filedWith, rev }: Pick<PlanVersion, 'filedWith' | 'rev'>,
): Ref<PlanVersion> => ({
  path: planPath(org, personMonthId(person, month), `${filedWith}-${rev}`),
  shape: planSchema,
});
export const unitMonthPlansOf = (org: string, unit: string, month: Month): Collection<UnitMonthPlan> => ({
  path: plansPath(org, unitMonthId(unit, month), 'unitSheets'),
  shape: unitMonthPlanSchema,
});
export const unitMonthPlanRef = (
  org: string,
  unit: string,
  month: Month,
  { filedWith, rev }: Pick<UnitMonthPlan, 'filedWith' | 'rev'>,
): Ref<UnitMonthPlan> => ({
  path: planPath(org, unitMonthId(unit, month), `${filedWith}-${rev}`, 'unitSheets'),
  shape: unitMonthPlanSchema,
});
export const yearPlansOf = (org: string, unit: string, year: string): Collection<YearPlanVersion> => ({
  path: plansPath(org, unitPlanId(unit, year), 'unitPlans'),
  shape: yearPlanSchema,
});
export const yearPlanRef = (org: string, unit: string, year: string, rev: number): Ref<YearPlanVersion> => ({
  path: planPath(org, unitPlanId(unit, year), String(rev), 'unitPlans'),
  shape: yearPlanSchema,
});
export const appealRef = (org: string, person: string, month: Month, version: number) =>
  refOf(org, 'appeals', appealId(person, month, version));
export const fileRef = (org: string, id: string) => refOf(org, 'files', id);
export const findingRef = (org: string, id: string) => refOf(org, 'findings', id);
export const consultationRef = (org: string, person: string, month: Month, who: string) =>
  refOf(org, 'consultations', consultationId(person, month, who));
export const unitSheetRef = (org: string, unit: string, month: Month) =>
  refOf(org, 'unitSheets', unitMonthId(unit, month));
export const unitPlanRef = (org: string, unit: string, year: string) =>
  refOf(org, 'unitPlans', unitPlanId(unit, year));
export const unitMonthRef = (org: string, unit: string, month: Month) =>
  refOf(org, 'unitMonths', unitMonthId(unit, month));
export const boardRef = (org: string, unit: string, month: Month) =>
  refOf(org, 'boards', unitMonthId(unit, month));
export const unitRatingRef = (org: string, unit: string, month: Month) =>
  refOf(org, 'unitRatings', unitMonthId(unit, month));
export const figuresRef = (org: string, unit: string, month: Month) =>
  refOf(org, 'figures', unitMonthId(unit, month));
export const authoritiesRef = (org: string, unit: string, month: Month) =>
  refOf(org, 'authorities', unitMonthId(unit, month));
export const delegationRef = (org: string, giver: string, delegate: string) =>
  refOf(org, 'delegations', delegationId(giver, delegate));
export const changePartRef = (org: string, change: string, part: number): Ref<ChangePart> => ({
  path: changePartPath(org, change, part),
  shape: changePartSchema,
});
export const runRef = (org: string, month: Month) => refOf(org, 'runs', month);
export const personYearRef = (org: string, person: string, year: string) =>
  refOf(org, 'personYears', personYearId(person, year));
export const unitYearRef = (org: string, unit: string, year: string) =>
  refOf(org, 'unitYears', unitYearId(unit, year));
export const yearAssessmentRef = (org: string, person: string, year: string) =>
  refOf(org, 'yearAssessments', personYearId(person, year));
export const replacementRef = (org: string, person: string, year: string, key: string) =>
  refOf(org, 'replacements', replacementId(person, year, key));
