// What no query asks for is exempt from indexing: an indexed map or list costs an entry per element with every write.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collections, type CollectionName } from '../../functions/src/schema/paths.ts';
import { anAppeal } from '../fixtures/appeals.ts';
import { aBacklog, aCoordination, aLimitation } from '../fixtures/facts.ts';
import {
  aBoard,
  aChange,
  aConsultation,
  aCycle,
  aDelegation,
  aFinding,
  aMember,
  aNotice,
  aNote,
  anAssessment,
  anOutsideResult,
  aPerson,
  aResult,
  aRun,
  aSheet,
  aUnit,
  aUnitMonth,
  aUnitSheet,
  someAuthorities,
  someFigures,
} from '../fixtures/documents.ts';
import { aFile } from '../fixtures/files.ts';
import { aReplacement } from '../fixtures/replacements.ts';
import { aSubItem, aPublishedUnit, aUnitFinding } from '../fixtures/unitDocuments.ts';
import { aUnitPlan } from '../fixtures/unitPlans.ts';
import { aTemplate } from '../fixtures/templates.ts';
import { aPersonYear, aUnitYear, aYearAssessment } from '../fixtures/years.ts';

const documents: Record<CollectionName, object> = {
  units: aUnit(),
  people: aPerson(),
  members: aMember(),
  cycles: aCycle(),
  sheets: aSheet(),
  assessments: anAssessment(),
  consultations: aConsultation(),
  findings: aFinding(),
  results: aResult(),
  unitSheets: aUnitSheet(),
  unitMonths: aUnitMonth(),
  boards: aBoard(),
  figures: someFigures(),
  runs: aRun(),
  authorities: someAuthorities(),
  changes: aChange(),
  delegations: aDelegation(),
  notes: aNote(),
  personYears: aPersonYear(),
  unitYears: aUnitYear(),
  yearAssessments: aYearAssessment(),
  appeals: anAppeal(),
  templates: aTemplate(),
  limitations: aLimitation(),
  coordinations: aCoordination(),
  backlogs: aBacklog(),
  replacements: aReplacement(),
  outsideResults: anOutsideResult(),
  notices: aNotice(),
  files: aFile(),
  unitRatings: aPublishedUnit(),
  unitFindings: aUnitFinding(),
  subItems: aSubItem(),
  unitPlans: aUnitPlan(),
};
const all = collections;

interface Override {
  collectionGroup: string;
  fieldPath: string;
  indexes: unknown[];
}
const file = join(import.meta.dirname, '../../firestore.indexes.json');
const { fieldOverrides, indexes } = JSON.parse(readFileSync(file, 'utf8')) as {
  fieldOverrides: Override[];
  indexes: { collectionGroup: string; fields: { fieldPath: string; arrayConfig?: string }[] }[];
};
const exempt = new Set(
  fieldOverrides
    .filter(({ indexes }) => indexes.length === 0)
    .map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`),
);
/** Lists of which a query asks whether they hold somebody. */
const asked = new Set(
  indexes.flatMap(({ collectionGroup, fields }) =>
    fields.flatMap(({ fieldPath, arrayConfig }) => (arrayConfig ? [`${collectionGroup}.${fieldPath}`] : [])),
  ),
);
const isStamp = (value: object) => 'toMillis' in value;

describe('exemptions', () => {
  it.each(all)('hold for every map and list of %s', (name) => {
    const nested = Object.entries(documents[name]).filter(
      ([, value]: [string, unknown]) => typeof value === 'object' && value !== null && !isStamp(value),
    );
    const wanted = nested.map(([field]) => `${name}.${field}`).filter((field) => !asked.has(field));
    expect(exempt.has(`${name}.*`) ? [] : wanted.filter((field) => !exempt.has(field))).toEqual([]);
  });

  it('name only fields that there are, and fit the 200 that a project has', () => {
    const known = new Set(
      all.flatMap((name) => Object.keys(documents[name]).map((field) => `${name}.${field}`)),
    );
    // Every field of a collection; below changes parts, plans below sheets and what units file, and schema/logPart.ts.
    [...all, 'parts', 'plans', 'logs'].forEach((name) => known.add(`${name}.*`));
    expect([...exempt].filter((field) => !known.has(field))).toEqual([]);
    expect(fieldOverrides.length).toBeLessThanOrEqual(200);
  });

  it('of all fields leave an index on those alone that a query asks for', () => {
    const kept = fieldOverrides.filter(({ indexes }) => indexes.length > 0);
    expect(kept.map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`)).toEqual([
      'cycles.state',
      'cycles.newest',
    ]);
    expect(kept.every(({ collectionGroup }) => exempt.has(`${collectionGroup}.*`))).toBe(true);
  });
});
