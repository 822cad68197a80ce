// The units that somebody sees in a month: the one of their own sheet, and each that they head by whichever post.
import type { Month } from '../../../../functions/src/domain/words.ts';
import { personMonthId } from '../../../../functions/src/schema/paths.ts';
import type { PersonDocument } from '../../../../functions/src/schema/person.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import type { UnitSheet } from '../../../../functions/src/schema/unit.ts';
import { listDocuments, readDocument } from '../../data/firestore.ts';
import type { Me } from '../../session.ts';

export interface MyUnit {
  unit: string;
  /** Empty where only the unit's own documents know it. */
  name: string;
  /** The person files its plan and report. */
  isHeaded: boolean;
  /** Their own month lies in it. */
  isOwn: boolean;
}

/** Their own first, then by name. */
export async function unitsOf(me: Me, month: Month): Promise<MyUnit[]> {
  const [own, sheets] = await Promise.all([
    ownUnit(me, month),
    listDocuments<UnitSheet>(me.org, 'unitSheets', { head: me.pid, month }),
  ]);
  const headed = sheets.map(({ data: { unit, unitName: name } }) => ({ unit, name, isHeaded: true }));
  const isHeaded = headed.some(({ unit }) => unit === own?.unit);
  const others = headed
    .filter(({ unit }) => unit !== own?.unit)
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    .map((one) => ({ ...one, isOwn: false }));
  return own ? [{ ...own, isHeaded, isOwn: true }, ...others] : others;
}

/** The unit stands frozen on the sheet; without a sheet the primary post says it. */
async function ownUnit(me: Me, month: Month): Promise<{ unit: string; name: string } | null> {
  const sheet = await readDocument<Sheet>(me.org, 'sheets', personMonthId(me.pid, month));
  if (sheet) return { unit: sheet.unit, name: sheet.unitName };
  const person = await readDocument<PersonDocument>(me.org, 'people', me.pid);
  const post = person?.posts.find((p) => p.primary) ?? person?.posts[0];
  return post ? { unit: post.unit, name: '' } : null;
}
