// Trouble in co-ordination was recorded, answered or settled: say who heads the sides and who is above both; make the finding that the authority made of it.
import { monthOfMoment } from '../domain/civilDate.ts';
import type { Moment, ServerTime } from '../domain/moment.ts';
import type { Coordination } from '../schema/coordination.ts';
import { refOf } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import { findingFromCoordination } from './findingFromCoordination.ts';
import { markUnit } from './markUnit.ts';
import type { Ports } from './ports.ts';
import { sidesOf } from './sidesOf.ts';

const acts = { open: 'record', answered: 'answer', closed: 'close', found: 'find' } as const;

export async function coordinationWritten(ports: Ports, org: string, id: string): Promise<void> {
  const { documents, clock } = ports;
  const ref = refOf(org, 'coordinations', id);
  const momentOf = async ({ savedAt }: Coordination): Promise<Moment | null> =>
    savedAt && clock.momentOf(savedAt.toMillis() as ServerTime);
  const written = await converge(documents, ref, async ({ data }) => {
    const at = await momentOf(data);
    if (at === null) return null;
    const sides = data.head === '' ? await sidesOf(documents, org, data, data.month, at) : null;
    const { state, rev, answeredAt } = data;
    return {
      ...sides,
      recordedAt: data.recordedAt ?? at,
      answeredAt: answeredAt ?? (state === 'answered' ? at : null),
      endedIn: isSettled(data) ? (data.endedIn ?? monthOfMoment(at)) : null,
      log: logged(ref.path, data.log, {
        ...{ at, who: data.actor, forWhom: null, what: acts[state], before: null },
        after: `rev ${rev}`,
      }),
    };
  });
  const at = written && (await momentOf(written.data));
  if (!written || !at) return;
  if (written.data.state === 'found') {
    const finding = await findingFromCoordination(documents, org, written.data, at);
    await converge(documents, ref, () => ({ finding }));
  }
  for (const unit of [written.data.unit, written.data.other])
    await markUnit(ports, org, unit, monthOfMoment(at));
}

export const isSettled = ({ state }: Pick<Coordination, 'state'>) => state === 'closed' || state === 'found';
