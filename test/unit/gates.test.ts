// The schema's side of the tables of cases that test/rules puts to the rules: the two gates must not drift apart.
import { describe, expect, test } from 'vitest';
import { sheetSchema } from '../../functions/src/schema/sheet.ts';
import { aSheet } from '../fixtures/documents.ts';
import { invalidSheets, validSheets, type Case } from '../fixtures/invalidSheets.ts';

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
