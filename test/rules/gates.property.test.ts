// The two gates against each other on documents that nobody thought of: what the rules take the schema takes, and the reverse.
import fc from 'fast-check';
import { doc, serverTimestamp, updateDoc } from 'firebase/firestore/lite';
import { expect, test } from 'vitest';
import { assessmentSchema, evaluatorFields } from '../../functions/src/schema/assessment.ts';
import { documentPath, type CollectionName } from '../../functions/src/schema/paths.ts';
import { sheetSchema } from '../../functions/src/schema/sheet.ts';
import { emptyDraft } from '../../functions/src/schema/sheetDraft.ts';
import { unitSheetClientFields, unitSheetSchema } from '../../functions/src/schema/unit.ts';
import { unitPlanSchema } from '../../functions/src/schema/unitPlan.ts';
import { allCodes, filled } from '../fixtures/cases.ts';
import {
  anAssessment,
  anEvaluation,
  aSheet,
  aUnitSheet,
  cast,
  theMonth,
  theOrg,
  theUnit,
  type Role,
} from '../fixtures/documents.ts';
import { aUnitPlan, theUnitYear } from '../fixtures/unitPlans.ts';
import { as, given, useWorld, type Fields } from './world.ts';

useWorld('gates');

/** Values of every kind and on every edge that the fields have among them. */
const scalars = [
  ...[
    '',
    ' ',
    'x',
    'a\u001fb',
    '\u001f',
    '\u001e',
    '\n',
    '\u0000',
    '2026-04-15',
    '2026-02-31',
    '2026-04-15 2026-04-16',
    filled(3000),
  ],
  ...[
    '1.07',
    '1.07 2.03',
    '1.07  2.03',
    '69',
    allCodes,
    'A',
    'good',
    'rare',
    'done',
    'late',
    'planned',
    'underway',
    'remedied',
    'II.1',
    'open',
    'unclear',
  ],
  ...[
    0,
    0.5,
    1,
    5,
    19.5,
    20,
    20.5,
    30,
    50,
    50.5,
    69,
    999,
    1000,
    -1,
    1e-7,
    1e21,
    0.1 + 0.2,
    true,
    false,
    null,
  ],
];
const scalar = fc.constantFrom<unknown>(...scalars);
const keys = [
  't1',
  't2',
  't12',
  't99',
  't100',
  't01',
  'r1',
  'r2',
  'r99',
  'r100',
  'a1',
  'a99',
  'k',
  't1 t2',
  'r1 ',
  ' r1',
  '1.07',
  'lan_2026-04_r1',
];
const entries = fc.dictionary(
  fc.constantFrom(...keys),
  fc.oneof({ weight: 6, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(scalar, { maxLength: 2 }) }),
  { maxKeys: 3, noNullPrototype: true },
);
/** A map of one kind of value under keys of one kind, which has a chance of being valid. */
const likely = fc
  .tuple(
    fc.constantFrom('t', 'r', 'a'),
    fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 45 }),
    scalar,
  )
  .map(([prefix, numbers, value]) => Object.fromEntries(numbers.map((n) => [`${prefix}${n}`, value])));
const value = fc.oneof(scalar, entries, likely, fc.array(scalar, { maxLength: 2 }));

/** Anything at all, or half the time another value of the shape that stands there. */
function strewn(base: unknown): fc.Arbitrary<unknown> {
  if (typeof base === 'string') return fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), value);
  if (typeof base !== 'object' || base === null) return fc.oneof(scalar, value);
  const ids = [...Object.keys(base), 't1', 'r1'];
  const same = fc.tuple(fc.constantFrom(...ids), scalar).map(([id, one]) => ({ ...base, [id]: one }));
  return fc.oneof(same, value);
}

interface Gate {
  on: CollectionName;
  id: string;
  role: Role;
  stands: () => object;
  /** A write that both gates take, over which values are strewn. */
  write: Fields;
  stamp: string;
  schema: { safeParse(data: unknown): { success: boolean } };
}

const draft = Object.fromEntries(
  Object.keys(emptyDraft()).map((field) => [field, (aSheet() as Fields)[field]]),
);
const unitDraft = Object.fromEntries(
  Object.keys(unitSheetClientFields)
    .filter((field) => !['state', 'rev', 'savedAt'].includes(field))
    .map((field) => [field, (aUnitSheet() as unknown as Fields)[field]]),
);
const yearDraft = Object.fromEntries(
  ['goals', 'tasks', 'taskDue', 'changeNote'].map((field) => [
    field,
    (aUnitPlan() as unknown as Fields)[field],
  ]),
);
const person = `${cast.person}_${theMonth}`;
const gates: Record<string, Gate> = {
  sheets: {
    on: 'sheets',
    id: person,
    role: 'person',
    stands: aSheet,
    write: draft,
    stamp: 'savedAt',
    schema: sheetSchema,
  },
  evaluations: {
    on: 'assessments',
    id: person,
    role: 'evaluator',
    stands: anAssessment,
    write: { ...anEvaluation(), ePoints: '' },
    stamp: 'actedAt',
    schema: assessmentSchema,
  },
  'unit sheets': {
    on: 'unitSheets',
    id: `${theUnit}_${theMonth}`,
    role: 'head',
    stands: aUnitSheet,
    write: unitDraft,
    stamp: 'savedAt',
    schema: unitSheetSchema,
  },
  'unit plans': {
    on: 'unitPlans',
    id: theUnitYear,
    role: 'head',
    stands: aUnitPlan,
    write: yearDraft,
    stamp: 'savedAt',
    schema: unitPlanSchema,
  },
};

test('every field of a gate is strewn over', () => {
  expect(Object.keys(gates['evaluations']?.write ?? {}).sort()).toEqual(Object.keys(evaluatorFields).sort());
  expect(Object.keys(draft).length).toBeGreaterThan(35);
});

test.each(Object.entries(gates))(
  '%s: the rules and the schema give the same verdict',
  async (_name, gate) => {
    const path = documentPath(theOrg, gate.on, gate.id);
    const standing = gate.stands() as Fields & { rev: number };
    const change = fc
      .array(
        fc
          .constantFrom(...Object.keys(gate.write))
          .chain((field) => fc.tuple(fc.constant(field), strewn(gate.write[field]))),
        { minLength: 1, maxLength: 2 },
      )
      .map((pairs) => Object.fromEntries(pairs));
    let accepted = 0;
    await given({ [path]: standing });
    const verdict = async (fields: Fields): Promise<boolean> => {
      const signed = 'actor' in standing ? { actor: cast[gate.role], state: 'waiting' } : {};
      const write = {
        ...gate.write,
        ...fields,
        ...signed,
        rev: standing.rev + 1,
        [gate.stamp]: serverTimestamp(),
      };
      const taken = await updateDoc(doc(as(gate.role), path), write).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Error && 'code' in error && error.code === 'permission-denied') return false;
          throw error;
        },
      );
      if (taken) await given({ [path]: standing });
      return taken;
    };
    await fc.assert(
      fc.asyncProperty(change, async (fields) => {
        const { success } = gate.schema.safeParse({ ...standing, ...gate.write, ...fields });
        if (success) accepted++;
        expect(await verdict(fields)).toBe(success);
      }),
      { numRuns: 400 },
    );
    // A stream of nothing but refusals would prove little.
    expect(accepted).toBeGreaterThan(10);
  },
);
