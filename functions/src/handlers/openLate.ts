// Opens the sheet of somebody whom the opening of the month passed by: set aside then, or joined since (domain.md section 6).
import type { Frozen } from '../domain/authorityAgain.ts';
import { lastDayBefore, previousMonth } from '../domain/civilDate.ts';
import { filingDeadlineOf, returnedDue } from '../domain/deadlines.ts';
import type { Cycle } from '../schema/cycle.ts';
import { cycleRef, sheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { countedInMonth, writeEdge } from './authorityEdges.ts';
import { logged, type Act } from './audit.ts';
import { calendarFor } from './calendarIn.ts';
import { converge } from './converge.ts';
import { layHeadFacts } from './headFacts.ts';
import { judgedByAgain } from './judgedBy.ts';
import { sheetOf } from './openedSheets.ts';
import { openUnitPlans } from './openedUnitPlans.ts';
import { figuresOf, unitSheetsOf } from './openedUnits.ts';
import type { Opening } from './opening.ts';
import type { Documents } from './ports.ts';
import { findingsBefore } from './sectionThree.ts';
import { groupOfPerson } from './templateOfMonth.ts';

/** The sheet as it would lie there, with a due date that leaves a working day at least. */
export async function lateSheet(
  documents: Documents,
  opening: Opening,
  authority: Frozen,
  { cycle, act }: { cycle: Cycle; act: (sheet: Sheet) => Act },
): Promise<Sheet> {
  const { org, month, at } = opening;
  const { person } = authority;
  const [before, findings] = await Promise.all([
    documents.get(sheetRef(org, person, previousMonth(month))),
    findingsBefore(documents, org, month),
  ]);
  const sheet = sheetOf(opening, authority, before?.data ?? null, findings);
  const due = returnedDue(cycle.deadlines[filingDeadlineOf(authority)], at, calendarFor(opening.document));
  return {
    ...sheet,
    template: cycle.templateFor[groupOfPerson(opening, authority)] ?? cycle.template,
    due,
    dueDay: lastDayBefore(due),
    log: logged(sheetRef(org, person, month).path, sheet.log, act(sheet)),
  };
}

/** Everything else that an opening lays out; the sheet comes first, so that a replay finds it and goes on here. */
export async function followLateSheet(
  documents: Documents,
  opening: Opening,
  sheet: Sheet,
  reason: string,
): Promise<void> {
  const { org, month } = opening;
  await documents.createMissing(await unitSheetsOf(documents, opening));
  await openUnitPlans(documents, opening);
  await documents.createMissing(figuresOf(opening));
  if (sheet.isHead) await layHeadFacts(documents, org, month, opening.at, sheet.person);
  await writeEdge(documents, org, sheet, reason, opening);
  await judgedByAgain(documents, org, sheet);
  const counted = await countedInMonth(documents, org, month);
  await converge(documents, cycleRef(org, month), ({ data }) => ({
    ...counted,
    setAside: data.setAside.filter((line) => !line.startsWith(`${sheet.person}: `)),
  }));
}
