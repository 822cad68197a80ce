// One step away from an attempt to write: each field says something else that its schema takes, and a word of no list.
import { collectionOf } from '../../../functions/src/schema/refs.ts';
import { isCollection, type Fields, type Place } from '../request.ts';
import { theOrg } from '../../fixtures/documents.ts';
import type { Draft } from './draft.ts';
import { writing, type StepAway } from './stepAway.ts';

/** What of a schema is looked at here. */
interface Schema {
  _zod: { def: Definition };
  safeParse(value: unknown): { success: boolean };
}
interface Definition {
  type: string;
  innerType?: Schema;
  entries?: Record<string, unknown>;
  valueType?: Schema;
  shape?: Record<string, Schema>;
}

/** Words of no closed list of values; a broken rule takes one of them besides. */
const strangers: readonly string[] = ['x', 'log', 'person', 'unit'];
const isStrange = (value: unknown) => strangers.some((word) => JSON.stringify(value).includes(`"${word}"`));

const schemasOf = (place: Place): Record<string, Schema> =>
  isCollection(place) ? ((collectionOf(theOrg, place).shape as unknown as Schema)._zod.def.shape ?? {}) : {};

function valuesOf(schema: Schema, current: unknown): unknown[] {
  const { type, innerType, entries, valueType } = schema._zod.def;
  switch (type) {
    case 'default':
    case 'optional':
      return innerType ? valuesOf(innerType, current) : [];
    case 'nullable':
      return [null, ...(innerType ? valuesOf(innerType, current) : [])];
    case 'enum':
      return [...Object.values(entries ?? {}), ...strangers];
    case 'boolean':
      return [true, false];
    case 'number':
      return typeof current === 'number' ? [current + 1, current - 1, current - 0.5] : [1, 2];
    case 'string':
      return typeof current === 'string' && current !== '' ? [`${current} khác`, ''] : ['Ghi thêm cho khác'];
    case 'record': {
      const stood = (current ?? {}) as Fields;
      const keys = Object.keys(stood).length > 0 ? Object.keys(stood).slice(0, 1) : ['t1', 'r1'];
      const changed = (key: string) =>
        valueType ? valuesOf(valueType, stood[key]).map((value) => ({ ...stood, [key]: value })) : [];
      return [{}, ...keys.flatMap(changed)];
    }
    default:
      return [];
  }
}

/** `fields`: those that attempts of the same kind write. */
export function otherValues(
  { operation, place, prior, write }: Draft,
  fields: readonly string[],
): StepAway[] {
  if (operation !== 'create' && operation !== 'update') return [];
  const schemas = schemasOf(place);
  return fields.flatMap((field) => {
    const schema = schemas[field];
    const stands = field in write ? write[field] : prior?.[field];
    if (!schema || field === 'state' || field === 'rev') return [];
    const words = (values: readonly unknown[]) => [...new Set(values.map((one) => JSON.stringify(one)))];
    return words(valuesOf(schema, stands))
      .filter((word) => word !== JSON.stringify(stands))
      .map((word): unknown => JSON.parse(word))
      .filter((value) => schema.safeParse(value).success || isStrange(value))
      .map((value) =>
        writing(`${field} otherwise ${JSON.stringify(value).slice(0, 40)}`, { [field]: value }),
      );
  });
}
