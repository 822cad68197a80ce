// Judges whether and how the authority over an open person-month can be resolved again; writes nothing.
import { authorityAgain, type Frozen, type Wanted } from '../domain/authorityAgain.ts';
import type { Moment } from '../domain/moment.ts';
import { profileOf } from '../domain/profiles/profile.ts';
import type { CivilDate, Month } from '../domain/words.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { Cycle } from '../schema/cycle.ts';
import { assessmentRef, cycleRef, sheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { isSettledFor } from './copyAuthority.ts';
import { headedBy } from './headedUnits.ts';
import type { LoadedOrganisation } from './organisationAt.ts';
import type { Documents } from './ports.ts';

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

export const refused = (reason: string, field: string): NotResolved => ({
  outcome: 'refused',
  reason,
  field,
});

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
  const headed = sheet?.data.isHead ? await headedBy(documents, org, person, month) : [];
  const headsUnits = headed.map(({ data }) => data.unit);
  const standing = sheet && { ...standingOf(sheet.data), headsUnits };
  const found = authorityAgain(again, person, standing, wanted);
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

/** As the sheet has it; which units the person heads stands on the sheets of these units. */
export function standingOf(sheet: Sheet): Omit<Frozen, 'headsUnits'> {
  const { person, unit, post, row, clause, tier, evaluator, decider, consulted } = sheet;
  const { onRequest, proposers, head, isHead, headcount } = sheet;
  return {
    ...{ person, unit, post, row, clause, tier, evaluator, decider, consulted },
    ...{ onRequest, proposers, head, isHead, headcount },
  };
}

/** True iff this very act stands in the log of the sheet. */
export const isBy = (sheet: Sheet, { at, by }: Resolving) =>
  sheet.log.some((entry) => entry.what === 'authority' && entry.at === at && entry.who === by);
