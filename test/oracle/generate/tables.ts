// The tables that feed both gates, by what they are about.
import type { Case } from '../../fixtures/cases.ts';
import {
  invalidBacklogs,
  invalidCoordinations,
  invalidLimitations,
  validBacklogs,
  validCoordinations,
  validLimitations,
} from '../../fixtures/facts.ts';
import {
  invalidDecisions,
  invalidEvaluations,
  validDecisions,
  validEvaluations,
} from '../../fixtures/invalidAssessments.ts';
import { invalidFiles, validFiles } from '../../fixtures/files.ts';
import { invalidFindings, validFindings } from '../../fixtures/invalidFindings.ts';
import { invalidSheets, validSheets } from '../../fixtures/invalidSheets.ts';
import { invalidReplacements, validReplacements } from '../../fixtures/replacements.ts';
import {
  invalidFigures,
  invalidNewFigures,
  invalidUnitSheets,
  validFigures,
  validUnitSheets,
} from '../../fixtures/invalidUnitDocuments.ts';
import { invalidUnitPlans, validUnitPlans } from '../../fixtures/unitPlans.ts';
import { invalidTemplates, validTemplates } from '../../fixtures/templates.ts';
import type { Operation, Place } from '../request.ts';
import {
  invalidSubItems,
  invalidUnitFindings,
  validSubItems,
  validUnitFindings,
} from '../../fixtures/unitDocuments.ts';

/** The tables that feed both gates, by what they are about. */
export const tables: Partial<Record<Place, Partial<Record<Operation, readonly Case[]>>>> = {
  sheets: { update: [...invalidSheets, ...validSheets] },
  assessments: {
    update: [...invalidEvaluations, ...validEvaluations, ...invalidDecisions, ...validDecisions],
  },
  templates: {
    create: [...invalidTemplates, ...validTemplates],
    update: [...invalidTemplates, ...validTemplates],
  },
  findings: { create: [...invalidFindings, ...validFindings] },
  limitations: { create: [...invalidLimitations, ...validLimitations] },
  coordinations: { create: [...invalidCoordinations, ...validCoordinations] },
  backlogs: { create: [...invalidBacklogs, ...validBacklogs] },
  replacements: { create: [...invalidReplacements, ...validReplacements] },
  files: { create: [...invalidFiles, ...validFiles] },
  unitFindings: { create: [...invalidUnitFindings, ...validUnitFindings] },
  subItems: { create: [...invalidSubItems, ...validSubItems] },
  unitSheets: { update: [...invalidUnitSheets, ...validUnitSheets] },
  unitPlans: { update: [...invalidUnitPlans, ...validUnitPlans] },
  figures: {
    create: [...invalidFigures, ...invalidNewFigures, ...validFigures],
    update: [...invalidFigures, ...validFigures],
  },
};
