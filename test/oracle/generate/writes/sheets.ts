// Cases of filing: the person saves the sheet, and submits what was saved.
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { emptyDraft } from '../../../../functions/src/schema/sheetDraft.ts';
import { validSheets } from '../../../fixtures/invalidSheets.ts';
import { anOpenedSheet, aSheet } from '../../../fixtures/documents.ts';
import { validPoints } from '../../../fixtures/points.ts';
import { kind, type Kind } from '../draft.ts';
import { personMonth } from '../scene.ts';
import { fields, only, saved, variant } from './parts.ts';

const draftFields = Object.keys(emptyDraft());

const complete: (() => Partial<Sheet>)[] = [
  () => ({}),
  () => ({ nothing: true, ...noRows }),
  () => ({ ...noRows, nothing: true, rowSection: { r2: 'III' }, rowFinding: { r2: 'lan_2026-03_r1' } }),
];
const noRows = {
  ...{ rowSection: {}, rowResult: {}, rowCause: {}, rowRemedy: {}, rowDelay: {}, rowNote: {} },
  ...{ rowCodes: {}, rowDegree: {}, rowDue: {}, rowRemedyState: {}, rowFinding: {} },
} as const satisfies Partial<Sheet>;

const openStages = ['open', 'submitted', 'evaluated'] as const;
export const sheetKinds: Kind[] = [
  kind(
    'sheets',
    'update',
    'saves',
    (random) => {
      const prior = fields(random.pick([anOpenedSheet, aSheet])({ stage: random.pick(openStages) }));
      const whole = { ...only(fields(aSheet()), draftFields), ...variant(random, validSheets) };
      return { as: 'person', id: personMonth, prior, write: { ...whole, ...saved(prior) } };
    },
    { weight: 8 },
  ),
  kind(
    'sheets',
    'update',
    'submits',
    (random) => {
      const prior = fields(aSheet({ ...random.pick(complete)(), stage: random.pick(openStages) }));
      return { as: 'person', id: personMonth, prior, write: { state: 'submitted', ...saved(prior) } };
    },
    { weight: 6 },
  ),
  kind('sheets', 'update', 'saves points by criterion', (random) => {
    const { template, change } = random.pick(validPoints);
    const prior = fields(aSheet({ template, score1: 0, score21: 0, score22: 0 }));
    return { as: 'person', id: personMonth, prior, write: { ...change, ...saved(prior) } };
  }),
  kind('sheets', 'update', 'submits a month without a shortcoming', () => {
    const prior = fields(aSheet({ ...noRows, nothing: true }));
    return { as: 'person', id: personMonth, prior, write: { state: 'submitted', ...saved(prior) } };
  }),
];
