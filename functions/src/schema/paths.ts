// Where each document lives; nobody spells a path elsewhere, triggers included.
import type { Month } from '../domain/words.ts';

export const collections = [
  'units',
  'people',
  'members',
  'cycles',
  'sheets',
  'assessments',
  'consultations',
  'findings',
  'results',
  'unitSheets',
  'unitMonths',
  'boards',
  'figures',
  'runs',
  'authorities',
  'changes',
  'delegations',
  'notes',
  'personYears',
  'unitYears',
  'yearAssessments',
  'appeals',
  'templates',
  'limitations',
  'coordinations',
  'backlogs',
  'replacements',
  'files',
  'unitRatings',
  'unitFindings',
  'subItems',
  'outsideResults',
  'notices',
  'unitPlans',
] as const;
export type CollectionName = (typeof collections)[number];

export const orgPath = (org: string) => `orgs/${org}`;
export const collectionPath = (org: string, name: CollectionName) => `orgs/${org}/${name}`;
export const documentPath = (org: string, name: CollectionName, id: string) => `orgs/${org}/${name}/${id}`;
/** Pattern for a trigger on every document of a collection. */
export const triggerPattern = (name: CollectionName) => `orgs/{org}/${name}/{id}`;

/** `{person}_{yyyy-mm}`, person first: no hot key range. Serves sheets, assessments and results. */
export const personMonthId = (person: string, month: Month) => `${person}_${month}`;
/** `{person}_{yyyy}`. Serves personYears and yearAssessments. */
export const personYearId = (person: string, year: string) => `${person}_${year}`;
export const unitYearId = (unit: string, year: string) => `${unit}_${year}`;
/** `{unit}_{yyyy}`. */
export const unitPlanId = (unit: string, year: string) => `${unit}_${year}`;
export const unitMonthId = (unit: string, month: Month) => `${unit}_${month}`;
/** Stands for a unit in the id of the board of all heads; no unit is called so, because units begin with a letter or digit. */
export const amongHeads = '_heads';
export const consultationId = (person: string, month: Month, who: string) => `${person}_${month}_${who}`;
/** `{subject}_{yyyy-mm}_{key}`; the key is the sheet's row id, or one that the author's client drew. */
export const findingId = (subject: string, month: Month, key: string) => `${subject}_${month}_${key}`;
export const delegationId = (giver: string, delegate: string) => `${giver}_${delegate}`;
/** `{author}_{key}`; the key is drawn by the author's client. */
export const changeId = (author: string, key: string) => `${author}_${key}`;
export const changePartPath = (org: string, change: string, part: number) =>
  `orgs/${org}/changes/${change}/parts/${part}`;
export const noteId = (subject: string, month: Month, author: string) => `${subject}_${month}_${author}`;
/** `{subject}_{yyyy-mm}_{key}`, the key drawn by the author's client. Serves limitations, coordinations and backlogs. */
export const factId = (subject: string, month: Month, key: string) => `${subject}_${month}_${key}`;
/** `{person}_{yyyy}_{key}`, the key of the rule that opened it, or one that the authority's client drew. */
export const replacementId = (person: string, year: string, key: string) =>
  `${personYearId(person, year)}_${key}`;
/** `{unit}_{yyyy-mm}_{key}`, the key drawn by the author's client. */
export const unitFindingId = (unit: string, month: Month, key: string) => `${unit}_${month}_${key}`;
/** `{unit}_{code}_{n}`: the place of a unit's sub-item under a code. */
export const subItemId = (unit: string, code: string, n: number) => `${unit}_${code}_${n}`;
/** `version`: of the result that is appealed. */
export const appealId = (person: string, month: Month, version: number) =>
  `${personMonthId(person, month)}_v${version}`;
/** `{person}_{key}`, the key of what the person is told of. */
export const noticeId = (person: string, key: string) => `${person}_${key}`;
/** `{author}_{key}`, the key drawn by the author's client. */
export const fileId = (author: string, key: string) => `${author}_${key}`;
/** Versions of a plan lie below what they plan: a sheet or unit sheet of the month, or the unit's plan of the year. */
export type Planned = 'sheets' | 'unitSheets' | 'unitPlans';
export const plansPath = (org: string, id: string, below: Planned = 'sheets') =>
  `orgs/${org}/${below}/${id}/plans`;
/** Named by the filing that brought it. */
export const planPath = (org: string, id: string, version: string, below: Planned = 'sheets') =>
  `${plansPath(org, id, below)}/${version}`;
export const versionPath = (org: string, resultId: string, version: number) =>
  `orgs/${org}/results/${resultId}/versions/${version}`;

/** Uid of the account of a person: one person of one organisation is one account. */
export const uidOf = (org: string, person: string) => `${org}.${person}`;

export const reportKinds = ['phieu-01', 'phieu-02', 'phieu-02-du-kien'] as const;
export type ReportKind = (typeof reportKinds)[number];
/** Object name in Cloud Storage; `key` is a person for phieu-01 and a unit for phieu-02. */
export const reportPath = (org: string, month: Month, kind: ReportKind, key: string, version: number) =>
  `orgs/${org}/months/${month}/${kind}/${key}-v${version}.pdf`;
/** Objects of evidence files (schema/file.ts); each author uploads into their own folder. */
export const evidencePath = (org: string, author: string, key: string, type: string) =>
  `${evidencePrefix(org)}${author}/${key}.${type}`;
export const evidencePrefix = (org: string) => `orgs/${org}/evidence/`;
