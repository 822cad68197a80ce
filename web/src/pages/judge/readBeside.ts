// What stands beside the record of a month: sheet, cycle, settings, findings, answers and advice, as far as one's authority reaches.
import { defaultSettings, type Settings } from '../../../../functions/src/domain/settings.ts';
import { hn1841, templateOf, type Template } from '../../../../functions/src/domain/templates.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Consultation } from '../../../../functions/src/schema/consultation.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import type { Note } from '../../../../functions/src/schema/note.ts';
import { personMonthId, unitMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import type { Figures, UnitMonth, UnitSheet } from '../../../../functions/src/schema/unit.ts';
import { listDocuments, readDocument, readOrganisation, troubleOf, type Row } from '../../data/firestore.ts';
import type { Me } from '../../session.ts';
import { unitsOfHead, type UnitBeside } from '../unitMonth/readUnits.ts';
import type { NoteBeside } from './NotesRead.tsx';
import type { Finding } from './types.ts';

export interface Beside {
  sheet: Sheet | null;
  cycle: Cycle | null;
  /** The one that the sheet was opened with. */
  template: Template;
  /** Of the person's unit, for the quota and for texts that many share; null where it isn't there yet or not to be read. */
  unitMonth: UnitMonth | null;
  /** Of each unit that the person heads, as far as they may be read. */
  figures: Figures[];
  settings: Settings;
  findings: Row<Finding>[];
  consultations: Row<Consultation>[];
  notes: NoteBeside[];
  /** Those that the person heads. */
  units: UnitBeside[];
}

/**
 * By my own authority and by what was delegated to me; a list under a delegation for one unit must name that unit. Whoever
 * judges the person now reads every suspicion, also one that the judge of an undecided month still has.
 */
async function readFindings(
  me: Me,
  subject: string,
  delegations: readonly Delegation[],
): Promise<Row<Finding>[]> {
  const as = [{ giver: me.pid, unit: null }, ...delegations];
  const lists = as.flatMap(({ giver, unit }) =>
    unit === null
      ? [
          listDocuments<Finding>(me.org, 'findings', { subject, evaluator: giver }),
          listDocuments<Finding>(me.org, 'findings', { subject, decider: giver }),
        ]
      : [
          listDocuments<Finding>(me.org, 'findings', { subject, evaluator: giver, unit }),
          listDocuments<Finding>(me.org, 'findings', { subject, decider: giver, unit }),
        ],
  );
  lists.push(listDocuments<Finding>(me.org, 'findings', { subject, state: 'suspected' }));
  const found = await Promise.all(lists.map(orNothing));
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}

/** A delegation for other acts or another unit doesn't reach this; what it doesn't reach isn't there. */
async function orNothing<T>(list: Promise<T[]>): Promise<T[]> {
  try {
    return await list;
  } catch (error) {
    if (troubleOf(error) === 'refused') return [];
    throw error;
  }
}

/** Advice on the person and, of a head, on the units that they head: for who decides, and refused to who evaluates only. */
async function readNotes(
  me: Me,
  person: string,
  month: Month,
  reading: Promise<Sheet | null>,
): Promise<NoteBeside[]> {
  const headed = await listDocuments<UnitSheet>(me.org, 'unitSheets', {
    head: person,
    month,
    headDecider: me.pid,
  });
  const sheet = await reading;
  const units = headed.map(({ data }) => ({ id: data.unit, name: data.unitName }));
  // Who stands in for the decider reads no sheet of the unit; the person's own says which unit they head.
  if (units.length === 0 && sheet?.isHead) units.push({ id: sheet.unit, name: sheet.unitName });
  const lists = await Promise.all([
    orNothing(listDocuments<Note>(me.org, 'notes', { about: 'person', subject: person, month })),
    ...units.map(({ id }) =>
      orNothing(listDocuments<Note>(me.org, 'notes', { about: 'unit', subject: id, month })),
    ),
  ]);
  const names = [null, ...units.map(({ name }) => name)];
  return lists.flatMap((list, i) => list.map((row) => ({ ...row, unitName: names[i] ?? null })));
}

/** The unit of the person's own sheet may be another one, which they don't head. */
async function figuresOfUnits(me: Me, units: readonly UnitBeside[], month: Month): Promise<Figures[]> {
  const found = await Promise.all(
    units.map(({ rating }) => readDocument<Figures>(me.org, 'figures', unitMonthId(rating.unit, month))),
  );
  return found.filter((one) => one !== null);
}

export async function readBeside(
  me: Me,
  person: string,
  month: Month,
  delegations: readonly Delegation[],
): Promise<Beside> {
  const as = [me.pid, ...delegations.map(({ giver }) => giver)];
  const reading = readDocument<Sheet>(me.org, 'sheets', personMonthId(person, month));
  const headed = reading.then((of) => (of?.isHead ? unitsOfHead(me, person, month, delegations) : []));
  const [sheet, cycle, organisation, findings, notes, units, unitMonth, figures, ...consultations] =
    await Promise.all([
      reading,
      readDocument<Cycle>(me.org, 'cycles', month),
      readOrganisation(me.org),
      readFindings(me, person, delegations),
      readNotes(me, person, month, reading),
      headed,
      // Who decides reads the unit's month; one document more for them alone.
      reading.then((of) =>
        of && as.includes(of.decider)
          ? readDocument<UnitMonth>(me.org, 'unitMonths', unitMonthId(of.unit, month))
          : null,
      ),
      headed.then((of) => figuresOfUnits(me, of, month)),
      ...as.map((decider) =>
        orNothing(listDocuments<Consultation>(me.org, 'consultations', { person, month, decider })),
      ),
    ]);
  return {
    ...{ sheet, cycle, unitMonth, figures },
    // Without a sheet there is nothing to judge.
    template: sheet ? templateOf(sheet.template, cycle?.templates) : hn1841,
    ...{ settings: organisation?.settings ?? defaultSettings, findings, notes },
    units,
    consultations: consultations.flat(),
  };
}
