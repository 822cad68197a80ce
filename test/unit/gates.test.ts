// The schema's side of the tables of cases that test/rules puts to the rules: the two gates must not drift apart.
import { describe, expect, test } from 'vitest';
import { newAppealSchema } from '../../functions/src/schema/appeal.ts';
import { assessmentSchema } from '../../functions/src/schema/assessment.ts';
import { newBacklogSchema } from '../../functions/src/schema/backlog.ts';
import { newCoordinationSchema } from '../../functions/src/schema/coordination.ts';
import { newFileSchema } from '../../functions/src/schema/file.ts';
import { newFindingSchema } from '../../functions/src/schema/finding.ts';
import { newChangeSchema } from '../../functions/src/schema/change.ts';
import { newDelegationSchema } from '../../functions/src/schema/delegation.ts';
import { newLimitationSchema } from '../../functions/src/schema/limitation.ts';
import { noteSchema } from '../../functions/src/schema/note.ts';
import { newReplacementSchema } from '../../functions/src/schema/replacement.ts';
import { sheetSchema } from '../../functions/src/schema/sheet.ts';
import { newSubItemSchema } from '../../functions/src/schema/subItem.ts';
import { newTemplateSchema } from '../../functions/src/schema/template.ts';
import { newFiguresSchema, unitSheetSchema } from '../../functions/src/schema/unit.ts';
import { unitPlanSchema } from '../../functions/src/schema/unitPlan.ts';
import { newUnitFindingSchema } from '../../functions/src/schema/unitFinding.ts';
import { invalidAppeals, newAppeal, validAppeals } from '../fixtures/appeals.ts';
import {
  invalidBacklogs,
  invalidCoordinations,
  invalidLimitations,
  newBacklog,
  newCoordination,
  newLimitation,
  validBacklogs,
  validCoordinations,
  validLimitations,
} from '../fixtures/facts.ts';
import { invalidFiles, newFile, validFiles } from '../fixtures/files.ts';
import { invalidReplacements, newReplacement, validReplacements } from '../fixtures/replacements.ts';
import { invalidTemplates, newTemplate, validTemplates } from '../fixtures/templates.ts';
import { invalidPoints, validPoints } from '../fixtures/points.ts';
import type { Case } from '../fixtures/cases.ts';
import {
  invalidSubItems,
  invalidUnitFindings,
  newSubItem,
  newUnitFinding,
  validSubItems,
  validUnitFindings,
} from '../fixtures/unitDocuments.ts';
import {
  aDecidedAssessment,
  anEvaluatedAssessment,
  aNewFinding,
  aNote,
  aSheet,
  aUnitSheet,
  newChange,
  newDelegation,
  newFigures,
} from '../fixtures/documents.ts';
import {
  invalidDecisions,
  invalidEvaluations,
  validDecisions,
  validEvaluations,
} from '../fixtures/invalidAssessments.ts';
import { invalidFindings, validFindings } from '../fixtures/invalidFindings.ts';
import {
  invalidChanges,
  invalidDelegations,
  invalidNotes,
  validChanges,
  validDelegations,
  validNotes,
} from '../fixtures/invalidOrganisationActs.ts';
import { invalidSheets, validSheets } from '../fixtures/invalidSheets.ts';
import {
  invalidNewFigures,
  invalidUnitSheets,
  validFigures,
  validUnitSheets,
} from '../fixtures/invalidUnitDocuments.ts';
import { aUnitPlan, invalidUnitPlans, validUnitPlans } from '../fixtures/unitPlans.ts';

function documentOf(base: object, { change, without = [] }: Case): object {
  return Object.fromEntries(Object.entries({ ...base, ...change }).filter(([key]) => !without.includes(key)));
}

interface Gate {
  safeParse(data: unknown): { success: boolean };
}

function gate(
  name: string,
  schema: Gate,
  base: () => object,
  invalid: readonly Case[],
  valid: readonly Case[],
): void {
  describe(name, () => {
    test.each(invalid)('refused: $what', (one) => {
      expect(schema.safeParse(documentOf(base(), one)).success).toBe(false);
    });
    test.each(valid)('allowed: $what', (one) => {
      expect(schema.safeParse(documentOf(base(), one)).success).toBe(true);
    });
  });
}

gate('sheets', sheetSchema, aSheet, invalidSheets, validSheets);
gate('evaluations', assessmentSchema, anEvaluatedAssessment, invalidEvaluations, validEvaluations);
gate('decisions', assessmentSchema, aDecidedAssessment, invalidDecisions, validDecisions);
gate('findings', newFindingSchema, aNewFinding, invalidFindings, validFindings);
gate('findings of units', newUnitFindingSchema, newUnitFinding, invalidUnitFindings, validUnitFindings);
gate('sub-items', newSubItemSchema, newSubItem, invalidSubItems, validSubItems);
gate('unit sheets', unitSheetSchema, aUnitSheet, invalidUnitSheets, validUnitSheets);
gate('unit plans', unitPlanSchema, aUnitPlan, invalidUnitPlans, validUnitPlans);
gate('figures', newFiguresSchema, newFigures, invalidNewFigures, validFigures);
gate('changes', newChangeSchema, newChange, invalidChanges, validChanges);
gate('delegations', newDelegationSchema, newDelegation, invalidDelegations, validDelegations);
gate('appeals', newAppealSchema, newAppeal, invalidAppeals, validAppeals);
gate('templates', newTemplateSchema, newTemplate, invalidTemplates, validTemplates);
gate('notes', noteSchema, aNote, invalidNotes, validNotes);
gate('limitations', newLimitationSchema, newLimitation, invalidLimitations, validLimitations);
gate('coordinations', newCoordinationSchema, newCoordination, invalidCoordinations, validCoordinations);
gate('files', newFileSchema, newFile, invalidFiles, validFiles);
gate('backlogs', newBacklogSchema, newBacklog, invalidBacklogs, validBacklogs);
gate('replacements', newReplacementSchema, newReplacement, invalidReplacements, validReplacements);

describe('points', () => {
  const taken = ({ template, change }: (typeof validPoints)[number]) =>
    sheetSchema.safeParse({ ...aSheet({ template }), ...change }).success;
  test.each(validPoints)('takes $what', (one) => expect(taken(one)).toBe(true));
  test.each(invalidPoints)('refuses $what', (one) => expect(taken(one)).toBe(false));
});
