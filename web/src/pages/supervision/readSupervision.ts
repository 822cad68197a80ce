// What HĐND or the Front recorded in a month, with the names of whom it is about: they read nothing else of anybody's month.
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { UnitAuthorities } from '../../../../functions/src/schema/authorities.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import type { Finding } from '../../../../functions/src/schema/finding.ts';
import type { StoredUnitFinding } from '../../../../functions/src/schema/unitFinding.ts';
import { listDocuments, readDocument, type Row } from '../../data/firestore.ts';
import { cycleToRecord } from '../../data/recordingMonth.ts';
import { thisMonth } from '../../now.ts';
import type { Me } from '../../session.ts';
import { ofOthers } from '../facts/ofOthers.ts';

export interface SeenByMe {
  id: string;
  /** Person and unit, or the unit alone. */
  title: string;
  data: Finding | (StoredUnitFinding & { subject?: undefined });
}

export interface SupervisionMonth {
  month: Month;
  seen: SeenByMe[];
  /** In which signs are recorded; null where that is another month than this one. */
  cycle: Cycle | null;
}

export async function readSupervision(me: Me, asked: Month | null): Promise<SupervisionMonth> {
  const cycle = await cycleToRecord(me.org);
  const month = asked ?? cycle?.month ?? thisMonth();
  const [ofPeople, ofUnits] = await Promise.all([
    listDocuments<Finding>(me.org, 'findings', { author: me.pid, month }),
    listDocuments<StoredUnitFinding>(me.org, 'unitFindings', { author: me.pid, month }),
  ]);
  const found: Row<SeenByMe['data']>[] = [...ofOthers(ofPeople, me.pid), ...ofUnits].filter(
    ({ data }) => data.source === 'supervision',
  );
  const units = [...new Set(found.map(({ data }) => data.unit))];
  const names = new Map<string, string>();
  await Promise.all(
    units.map(async (unit) => {
      const at = await readDocument<UnitAuthorities>(me.org, 'authorities', `${unit}_${month}`);
      for (const [person, { name }] of Object.entries(at?.rows ?? {})) names.set(person, name);
      if (at) names.set(`unit ${unit}`, at.unitName);
    }),
  );
  const titleOf = ({ subject, unit }: SeenByMe['data']) =>
    [...(subject ? [names.get(subject) ?? subject] : []), names.get(`unit ${unit}`) ?? unit].join(', ');
  return {
    month,
    seen: found.map(({ id, data }) => ({ id, data, title: titleOf(data) })),
    cycle: cycle?.month === month ? cycle : null,
  };
}

/** One read per unit, when the form is opened. */
export async function readUnitsOf(me: Me, month: Month): Promise<UnitAuthorities[]> {
  const found = await listDocuments<UnitAuthorities>(me.org, 'authorities', { month });
  return found.map(({ data }) => data).sort((a, b) => a.unitName.localeCompare(b.unitName, 'vi'));
}
