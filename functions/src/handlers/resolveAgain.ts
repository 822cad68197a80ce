// Resolves the authority over one person's open month anew, onto every document that carries a copy of it (domain.md section 6).
import { isDeepStrictEqual } from 'node:util';
import { authorityAgain, type Frozen, type Wanted } from '../domain/authorityAgain.ts';
import { lastDayBefore } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { profileOf } from '../domain/profiles/profile.ts';
import type { CivilDate, Month } from '../domain/words.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { Cycle } from '../schema/cycle.ts';
import { assessmentRef, cycleRef, sheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { logged } from './audit.ts';
import { writeEdge } from './authorityEdges.ts';
import { converge } from './converge.ts';
import { correctionAct, isSettledFor, onAssessment, onFindings } from './copyAuthority.ts';
import { followCorrection, leave } from './followCorrection.ts';
import { markUnit } from './markUnit.ts';
import { frozenAuthority } from './openedSheets.ts';
import { openingOf, type Opening } from './opening.ts';
import { followLateSheet, lateSheet } from './openLate.ts';
import type { LoadedOrganisation } from './organisationAt.ts';
import type { Documents, Ports } from './ports.ts';

export type { Wanted } from '../domain/authorityAgain.ts';

export interface Resolving {
  /** Read once for however many months are resolved by one act. */
  loaded: LoadedOrganisation;
  wanted: Wanted;
  /** Moment of the act, and the day as of which the organisation is looked at. */
  at: Moment;
  day: CivilDate;
  /** Who acts: a person's id, or `system`. */
  by: string;
  /** Enters the log of the sheet and the row of `authorities`. */
  reason: string;
}

/**
 * changed, opened (a sheet that the month lacked), unchanged: holds now; a replay of the same act says what it said
 * and completes what a kill left out. gap: nobody follows by the profile; refused: decided, published or unknown.
 * Neither has written anything.
 */
export type Resolved = { outcome: 'changed' | 'opened' | 'unchanged' } | NotResolved;
export interface NotResolved {
  outcome: 'gap' | 'refused';
  reason: string;
  /** Of the row that asks for it, where one is to blame. */
  field: string | null;
}

/** What would be done, and why it can't be. */
export type Planned = NotResolved | { authority: Frozen; sheet: Sheet | null; cycle: Cycle };

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

const refused = (reason: string, field: string): NotResolved => ({ outcome: 'refused', reason, field });

/** Reads and judges, and writes nothing: an act of many rows asks for each before it does the first. */
export async function planAgain(
  documents: Documents,
  org: string,
  person: string,
  month: Month,
  resolving: Resolving,
): Promise<Planned> {
  const [cycle, sheet, assessment] = await Promise.all([
    documents.get(cycleRef(org, month)),
    documents.get(sheetRef(org, person, month)),
    documents.get(assessmentRef(org, person, month)),
  ]);
  if (!cycle || cycle.data.state === 'blocked') return refused('Tháng này chưa mở.', 'month');
  const { loaded, wanted, at, day } = resolving;
  const closed = whyClosed(cycle.data, sheet?.data ?? null, assessment?.data ?? null, at);
  // What this act corrected before it was cut off stands, decided since or not.
  if (closed !== null && !(sheet && isBy(sheet.data, resolving))) return refused(closed, 'month');
  const { document, organisation } = loaded;
  const staffDay = cycle.data.days['staff'];
  if (staffDay === undefined) throw new Error(`cycle ${month} of ${org} names no day of filing`);
  const again = {
    profile: profileOf(document.profile),
    organisation,
    settings: document.settings,
    ...{ month, day, staffDay },
  };
  const found = authorityAgain(again, person, sheet && standingOf(sheet.data), wanted);
  if ('reason' in found)
    return { outcome: wanted.how === 'named' ? 'refused' : 'gap', reason: found.reason, field: found.field };
  return { authority: found, sheet: sheet?.data ?? null, cycle: cycle.data };
}

function whyClosed(
  cycle: Cycle,
  sheet: Sheet | null,
  assessment: Assessment | null,
  at: Moment,
): string | null {
  if (assessment !== null && isSettledFor(assessment))
    return assessment.frozen
      ? 'Kết quả tháng này đã công bố.'
      : 'Tháng này đã quyết định; thẩm quyền chỉ sửa được trước khi quyết định.';
  if (cycle.state === 'locked') return 'Tháng này đã khoá.';
  if (sheet === null && (cycle.state !== 'open' || at >= cycle.deadlines.decide))
    return 'Tháng này đã hết hạn quyết định, không mở phiếu được nữa.';
  return null;
}

function standingOf(sheet: Sheet): Frozen {
  const { person, unit, post, row, clause, tier, evaluator, decider, consulted, proposers } = sheet;
  const { head, isHead, headcount } = sheet;
  return {
    ...{ person, unit, post, row, clause, tier, evaluator, decider, consulted, proposers },
    ...{ head, isHead, headcount },
  };
}

const isBy = (sheet: Sheet, { at, by }: Resolving) =>
  sheet.log.some((entry) => entry.what === 'authority' && entry.at === at && entry.who === by);
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
  await followCorrection(documents, opening, sheet.data, { cycle, at: resolving.at });
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
  if (isDeepStrictEqual(standingOf(before), standingOf(wanted))) {
    if (!isBy(before, resolving)) return { outcome: 'unchanged' };
    await finish(ports, opening, before, { cycle, before }, resolving);
    return { outcome: 'changed' };
  }
  const act = correctionAct(before, wanted, resolving);
  // The assessment first: from there on who judged before can't decide any more, and a decision that came first stands.
  if (!(await onAssessment(documents, opening.org, wanted, cycle, act)))
    return refused('Tháng này vừa được quyết định.', 'month');
  // What needs to know how it was before comes before the sheet, so that a replay after a kill still knows it.
  await onFindings(documents, opening.org, wanted, before);
  await leave(ports, opening, { before, after: wanted }, { cycle, ...resolving });
  const ref = sheetRef(opening.org, before.person, opening.month);
  const written = await converge(documents, ref, ({ data }) => {
    const { log: _, ...fields } = corrected(data, opening, authority, cycle);
    return { ...fields, log: logged(data.log, act) };
  });
  await finish(ports, opening, written?.data ?? wanted, { cycle, before }, resolving);
  return { outcome: 'changed' };
}

async function finish(
  ports: Ports,
  opening: Opening,
  sheet: Sheet,
  { cycle, before }: { cycle: Cycle; before: Sheet },
  { at, reason }: Resolving,
): Promise<void> {
  await writeEdge(ports.documents, opening.org, sheet, reason, opening);
  await followCorrection(ports.documents, opening, sheet, { cycle, at });
  for (const unit of new Set([before.unit, sheet.unit]))
    await markUnit(ports, opening.org, unit, opening.month);
}

/** The sheet with other authority; the scoring template stays the one it was opened with. */
function corrected(sheet: Sheet, opening: Opening, authority: Frozen, cycle: Cycle): Sheet {
  const { isHead, tier } = authority;
  const asHead = isHead || tier === 'leader';
  const group = asHead ? cycle.deadlines.heads : cycle.deadlines.staff;
  const moves = asHead !== (sheet.isHead || sheet.tier === 'leader');
  // Nobody is due earlier than they were told.
  const due = moves && sheet.state === 'open' && group > sheet.due ? group : sheet.due;
  const dueDay = due === sheet.due ? sheet.dueDay : lastDayBefore(due);
  return { ...sheet, ...frozenAuthority(opening, authority), template: sheet.template, isHead, due, dueDay };
}
