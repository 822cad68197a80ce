// A backlog or a hard task was recorded, put off, answered or finished: say whose it is, and keep every act.
import { monthOfMoment } from '../domain/civilDate.ts';
import type { ServerTime } from '../domain/moment.ts';
import type { Backlog } from '../schema/backlog.ts';
import { refOf } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import { markUnit } from './markUnit.ts';
import type { Ports } from './ports.ts';
import { standingOf } from './standingOf.ts';

export async function backlogWritten(ports: Ports, org: string, id: string): Promise<void> {
  const { documents, clock } = ports;
  const ref = refOf(org, 'backlogs', id);
  const written = await converge(documents, ref, async ({ data }) => {
    if (!data.savedAt) return null;
    const at = await clock.momentOf(data.savedAt.toMillis() as ServerTime);
    const standing = data.holder === '' ? await standingOf(documents, org, data, data.month) : null;
    return {
      ...standing,
      endedIn: data.state === 'closed' ? (data.endedIn ?? monthOfMoment(at)) : null,
      log: logged(ref.path, data.log, {
        ...{ at, who: data.actor, forWhom: null, what: data.rev === 1 ? 'record' : data.state },
        ...{ before: null, after: outcome(data) },
      }),
    };
  });
  if (!written?.data.savedAt || written.data.unit === '') return;
  const at = await clock.momentOf(written.data.savedAt.toMillis() as ServerTime);
  await markUnit(ports, org, written.data.unit, monthOfMoment(at));
}

/** What a later reader of the log wants: until when, how often put off, and whether it was taken on. */
const outcome = ({ rev, due, putOff, hard, competence }: Backlog) =>
  `rev ${rev}: ${competence}${hard ? ' hard' : ''}, due ${due}, put off ${putOff}`;
