// Resolves the authority over one person's open month anew, onto every document that carries a copy of it (domain.md section 6).
import { isDeepStrictEqual } from 'node:util';
import type { Frozen } from '../domain/authorityAgain.ts';
import { lastDayBefore } from '../domain/civilDate.ts';
import { filingDeadlineOf } from '../domain/deadlines.ts';
import type { Month } from '../domain/words.ts';
import type { Cycle } from '../schema/cycle.ts';
import { sheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { logged } from './audit.ts';
import { writeEdge } from './authorityEdges.ts';
import { converge } from './converge.ts';
import { correctionAct, onAssessment, onFindings } from './copyAuthority.ts';
import { followCorrection, leave } from './followCorrection.ts';
import { headMoves, type Heading } from './headedUnits.ts';
import { markUnit } from './markUnit.ts';
import { frozenAuthority } from './openedSheets.ts';
import { openingOf, type Opening } from './opening.ts';
import { followLateSheet, lateSheet } from './openLate.ts';
import { isBy, planAgain, refused, standingOf, type Resolved, type Resolving } from './planAgain.ts';
import type { Ports } from './ports.ts';

export type { Resolved, Resolving } from './planAgain.ts';

export async function resolveAgain(
  ports: Ports,
  org: string,
  person: string,
  month: Month,
  resolving: Resolving,
): Promise<Resolved> {
  const planned = await planAgain(ports.documents, org, person, month, resolving);
  if ('outcome' in planned) return planned;
  const { authority, sheet, cycle } = planned;
  const only = new Map([[person, authority]]);
  const opening = openingOf(resolving.loaded, org, month, resolving.at, only);
  return sheet === null || wasOpenedBy(sheet, resolving)
    ? await openNow(ports, opening, authority, cycle, resolving)
    : await correctNow(ports, opening, authority, { sheet, cycle }, resolving);
}

const wasOpenedBy = (sheet: Sheet, resolving: Resolving) =>
  isBy(sheet, resolving) && sheet.log.some(({ what, at }) => what === 'open' && at === resolving.at);

async function openNow(
  ports: Ports,
  opening: Opening,
  authority: Frozen,
  cycle: Cycle,
  resolving: Resolving,
): Promise<Resolved> {
  const { documents } = ports;
  const { org, month } = opening;
  const ref = sheetRef(org, authority.person, month);
  const act = (sheet: Sheet) => correctionAct(null, sheet, resolving);
  await documents.createMissing([
    { ref, data: await lateSheet(documents, opening, authority, { cycle, act }) },
  ]);
  const sheet = await documents.get(ref);
  if (!sheet) throw new Error(`${ref.path} was created and is gone`);
  await followLateSheet(documents, opening, sheet.data, resolving.reason);
  const { at, day } = resolving;
  const { headsUnits } = authority;
  await followCorrection(ports, opening, sheet.data, { cycle, at, headsUnits, day });
  await markUnit(ports, org, sheet.data.unit, month);
  return { outcome: 'opened' };
}

async function correctNow(
  ports: Ports,
  opening: Opening,
  authority: Frozen,
  { sheet: before, cycle }: { sheet: Sheet; cycle: Cycle },
  resolving: Resolving,
): Promise<Resolved> {
  const { documents } = ports;
  const wanted = corrected(before, opening, authority, cycle);
  const heading = { headsUnits: authority.headsUnits, day: resolving.day };
  if (isDeepStrictEqual(standingOf(before), standingOf(wanted))) {
    if (isBy(before, resolving)) {
      await finish(ports, opening, before, { cycle, before, heading }, resolving);
      return { outcome: 'changed' };
    }
    if ((await headMoves(documents, opening, before, heading)).length === 0) return { outcome: 'unchanged' };
  }
  const act = correctionAct(before, wanted, resolving);
  // The assessment first: from there on who judged before can't decide any more, and a decision that came first stands.
  if (!(await onAssessment(documents, opening.org, wanted, cycle, act)))
    return refused('Tháng này vừa được quyết định.', 'month');
  // What needs to know how it was before comes before the sheet, so that a replay after a kill still knows it.
  await onFindings(documents, opening.org, wanted, before);
  await leave(ports, opening, { before, after: wanted }, { cycle, at: resolving.at });
  const ref = sheetRef(opening.org, before.person, opening.month);
  const written = await converge(documents, ref, ({ data }) => {
    const { log: _, ...fields } = corrected(data, opening, authority, cycle);
    return { ...fields, log: logged(ref.path, data.log, act) };
  });
  await finish(ports, opening, written?.data ?? wanted, { cycle, before, heading }, resolving);
  return { outcome: 'changed' };
}

async function finish(
  ports: Ports,
  opening: Opening,
  sheet: Sheet,
  { cycle, before, heading }: { cycle: Cycle; before: Sheet; heading: Heading },
  { at, reason }: Resolving,
): Promise<void> {
  await writeEdge(ports.documents, opening.org, sheet, reason, opening);
  await followCorrection(ports, opening, sheet, { cycle, at, ...heading });
  for (const unit of new Set([before.unit, sheet.unit]))
    await markUnit(ports, opening.org, unit, opening.month);
}

/** The sheet with other authority; the scoring template stays the one it was opened with. */
function corrected(sheet: Sheet, opening: Opening, authority: Frozen, cycle: Cycle): Sheet {
  const { isHead } = authority;
  const deadline = filingDeadlineOf(authority);
  const group = cycle.deadlines[deadline];
  const moves = deadline !== filingDeadlineOf(sheet);
  // Nobody is due earlier than they were told.
  const due = moves && sheet.state === 'open' && group > sheet.due ? group : sheet.due;
  const dueDay = due === sheet.due ? sheet.dueDay : lastDayBefore(due);
  return { ...sheet, ...frozenAuthority(opening, authority), template: sheet.template, isHead, due, dueDay };
}
