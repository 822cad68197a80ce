// A limitation of the yearly review was named, worked on or closed: say whose it is, keep what was reported, carry it into section III.
import { monthOfMoment } from '../domain/civilDate.ts';
import { limitationText } from '../domain/facts.ts';
import type { ServerTime } from '../domain/moment.ts';
import type { Month } from '../domain/words.ts';
import type { Limitation } from '../schema/limitation.ts';
import { refOf, sheetRef } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import { markUnit } from './markUnit.ts';
import type { Documents, Ports } from './ports.ts';
import { standingOf } from './standingOf.ts';

export async function limitationWritten(ports: Ports, org: string, id: string): Promise<void> {
  const { documents, clock } = ports;
  const ref = refOf(org, 'limitations', id);
  const written = await converge(documents, ref, async ({ data }) => {
    if (!data.savedAt) return null;
    const at = await clock.momentOf(data.savedAt.toMillis() as ServerTime);
    const month = monthOfMoment(at);
    const { progress, progressMonth, state, rev, log, reports } = data;
    // The first standing is that of the month it was recorded in; nights after that bring it to the newest.
    const standing = data.holder === '' ? await standingOf(documents, org, data, data.month) : null;
    return {
      ...standing,
      endedIn: state === 'closed' ? (data.endedIn ?? month) : null,
      reports: progressMonth === null ? reports : { ...reports, [progressMonth]: progress },
      log: logged(ref.path, log, {
        ...{ at, who: data.actor, forWhom: null },
        ...{ what: rev === 1 ? 'record' : state === 'closed' ? 'close' : 'work', before: null },
        after: `rev ${rev}`,
      }),
    };
  });
  if (!written?.data.savedAt) return;
  const month = monthOfMoment(await clock.momentOf(written.data.savedAt.toMillis() as ServerTime));
  await carryLimitation(documents, org, id, written.data, month);
  if (written.data.unit !== '') await markUnit(ports, org, written.data.unit, month);
}

/**
 * Puts an open limitation into section III of the holder's sheet while that may still be written, with the plan as it
 * stands, and takes a closed one out unless it was answered (S3 II.3.2, II.6.2).
 */
export async function carryLimitation(
  documents: Documents,
  org: string,
  id: string,
  limitation: Limitation,
  month: Month,
): Promise<void> {
  const { holder, state } = limitation;
  if (holder === '') return;
  await converge(documents, sheetRef(org, holder, month), ({ data }) => {
    if (data.state !== 'open' || data.stage !== 'open') return null;
    const { [id]: carried, ...others } = data.carried;
    if (state === 'open') return { carried: { ...data.carried, [id]: limitationText(limitation) } };
    const isAnswered = carried === undefined || Object.values(data.rowFinding).includes(id);
    return isAnswered ? null : { carried: others };
  });
}
