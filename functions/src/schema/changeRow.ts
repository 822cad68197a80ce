// Rows of a change as they travel: JSON texts, each parsed by the schema of its kind, with refusals in Vietnamese.
import * as z from 'zod/mini';
import {
  judgeMembers,
  judgePeople,
  judgeUnits,
  type ChangeRow,
  type Judged,
  type MemberRights,
  type MembersNow,
  type PersonValue,
  type RowProblem,
  type UnitValue,
} from '../domain/changes.ts';
import type { Profile } from '../domain/profiles/profile.ts';
import { recordRow } from './change.ts';
import { memberFields, personFields } from './person.ts';
import { unitFields } from './unit.ts';

const { id: _person, ...personValue } = personFields;
const { id: _unit, ...unitValue } = unitFields;
export const personValueSchema = z.strictObject(personValue);
export const unitValueSchema = z.strictObject(unitValue);
export const memberValueSchema = z.strictObject(memberFields);

/** Kinds of change whose rows carry whole records. */
export const recordKinds = ['people', 'units', 'members'] as const;
export type RecordKind = (typeof recordKinds)[number];
interface Values {
  people: PersonValue;
  units: UnitValue;
  members: MemberRights;
}
const values = {
  people: personValueSchema,
  units: unitValueSchema,
  members: memberValueSchema,
} satisfies Record<RecordKind, unknown>;

export interface Parsed<V> {
  rows: ChangeRow<V>[];
  problems: RowProblem[];
}

/** The text of one row, as the pages send it. */
export const rowText = <V>(id: string, base: number | null, value: V): string =>
  JSON.stringify({ id, base, value });

export function parseRows<K extends RecordKind>(kind: K, texts: readonly string[]): Parsed<Values[K]> {
  const parsed: Parsed<Values[K]> = { rows: [], problems: [] };
  texts.forEach((text, row) => {
    const outer = recordRow.safeParse(jsonOf(text));
    if (!outer.success) return parsed.problems.push(misshapen(row, outer.error.issues));
    const { id, base, value } = outer.data;
    const inner = values[kind].safeParse(value);
    if (!inner.success) return parsed.problems.push(misshapen(row, inner.error.issues));
    return parsed.rows.push({ row, id, base, value: inner.data as Values[K] });
  });
  return parsed;
}

/** What function, screens and dry run call: rows parsed by their schema, then judged; refused where either finds a problem. */
export function judgeRows(
  kind: RecordKind,
  texts: readonly string[],
  current: MembersNow,
  { profile, author }: { profile: Profile; author: string },
): Judged<PersonValue | UnitValue | MemberRights> {
  switch (kind) {
    case 'people': {
      const parsed = parseRows(kind, texts);
      return withParsing(parsed, judgePeople(current, parsed.rows, profile));
    }
    case 'units': {
      const parsed = parseRows(kind, texts);
      return withParsing(parsed, judgeUnits(current, parsed.rows, profile));
    }
    case 'members': {
      const parsed = parseRows(kind, texts);
      return withParsing(parsed, judgeMembers(current, parsed.rows, author));
    }
  }
}

function withParsing<V>(parsed: Parsed<V>, judged: Judged<V>): Judged<V> {
  const problems = [...parsed.problems, ...judged.problems].sort((a, b) => a.row - b.row);
  return { ...judged, problems };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function misshapen(row: number, issues: readonly { path: PropertyKey[] }[]): RowProblem {
  const path = issues[0]?.path.map(String).join('.') ?? '';
  return { row, field: path === '' ? null : path, reason: 'Thiếu thông tin hoặc sai dạng.' };
}
