// A client recorded, settled or remedied a finding of a unit: say whose it is, tell the head, say which month it counts in, let the unit's proposal follow.
import { civilDateOf, monthOf } from '../domain/civilDate.ts';
import type { Moment, ServerTime } from '../domain/moment.ts';
import type { Month } from '../domain/words.ts';
import { refOf, unitSheetRef } from '../schema/refs.ts';
import type { UnitFinding } from '../schema/unitFinding.ts';
import { logged, type Act } from './audit.ts';
import { converge } from './converge.ts';
import { tellOfUnitFinding } from './findingNotices.ts';
import { monthThatCounts } from './findingWritten.ts';
import { markUnit } from './markUnit.ts';
import type { Documents, Ports } from './ports.ts';
import { nameOf } from './standingOf.ts';
import { carriedAfterRemedy, monthsOf } from './remedyBeforeClose.ts';
import { refreshUnitRating } from './unitRating.ts';

export async function unitFindingWritten(ports: Ports, org: string, id: string): Promise<void> {
  const { documents, clock } = ports;
  const ref = refOf(org, 'unitFindings', id);
  const momentOf = (stamp: { toMillis(): number }) => clock.momentOf(stamp.toMillis() as ServerTime);
  const written = await converge(documents, ref, async ({ data }) => {
    if (!data.savedAt) return null;
    const at = await momentOf(data.savedAt);
    const isKnown = data.state === 'confirmed' || data.state === 'remedied';
    const notifiedAt = data.notifiedAt ?? (isKnown ? at : null);
    const remedyReportedAt =
      data.remedyAt && data.remedyState !== 'returned' ? await momentOf(data.remedyAt) : null;
    const countsIn = await monthThatCounts(ports, org, { ...data, notifiedAt });
    return {
      ...(data.head === '' ? await standingOfUnit(documents, org, data, data.month) : null),
      notified: notifiedAt !== null,
      notifiedAt,
      remedyReportedAt,
      countsIn,
      carriedTo: await carriedAfterRemedy(documents, org, { ...data, remedyReportedAt, countsIn }),
      log: actsOf(data, at).reduce((log, act) => logged(ref.path, log, act), data.log),
    };
  });
  if (!written?.data.savedAt) return;
  const at = await momentOf(written.data.savedAt);
  await tellOfUnitFinding(documents, org, written, at);
  const { unit } = written.data;
  for (const affected of monthsOf(written.data, monthOf(civilDateOf(at)))) {
    await refreshUnitRating(documents, org, unit, affected);
    await markUnit(ports, org, unit, affected);
  }
}

/** The act itself, and the date that it moved. */
function actsOf(
  { state, remedyState, rev, actor, settleReason, due, firstDue, log }: UnitFinding,
  at: Moment,
): Act[] {
  const by = { at, who: actor, forWhom: null };
  const reason = settleReason === '' ? {} : { reason: settleReason };
  const isExtended = firstDue !== null && !log.some(({ what }) => what === 'extend');
  return [
    { ...by, what: `${state}/${remedyState}`, before: null, after: `rev ${rev}`, ...reason },
    ...(isExtended ? [{ ...by, what: 'extend', before: firstDue, after: due }] : []),
  ];
}

/** Who heads the unit in the month and who stands above; null where the month has no sheet of the unit. */
export async function standingOfUnit(
  documents: Documents,
  org: string,
  { unit, author, authorName }: Pick<UnitFinding, 'unit' | 'author' | 'authorName'>,
  month: Month,
): Promise<Partial<UnitFinding> | null> {
  const sheet = await documents.get(unitSheetRef(org, unit, month));
  if (!sheet) return null;
  const { unitName, block, head, headEvaluator: evaluator, headDecider: decider } = sheet.data;
  const named = authorName === '' ? await nameOf(documents, org, author) : authorName;
  return { unitName, block, head, evaluator, decider, authorName: named };
}
