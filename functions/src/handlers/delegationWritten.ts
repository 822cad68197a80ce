// Follows a delegation: names, whether it can hold, and `active` on the days on which it does (domain.md section 6).
import { refusalOf, spanOf } from '../domain/delegation.ts';
import { civilDateOf } from '../domain/civilDate.ts';
import { millisOf, type Moment, type ServerTime } from '../domain/moment.ts';
import type { Delegation } from '../schema/delegation.ts';
import type { LogEntry } from '../schema/fields.ts';
import type { PersonDocument } from '../schema/person.ts';
import { refOf } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import { system } from './opening.ts';
import type { Ports } from './ports.ts';

/** Tasks are made at most this far ahead; the daily sweep makes those that lie further off. */
const horizonMillis = 48 * 3_600_000;

export async function delegationWritten(ports: Ports, org: string, id: string): Promise<void> {
  const delegation = await followDelegation(ports, org, id);
  if (delegation !== null) await wakeUpFor(ports, org, id, delegation, await ports.clock.now());
}

/**
 * Brings the delegation to what holds at this moment, however early, late or often it is called. The giver's hand goes
 * first: what was revoked stays off. Also called when giver or delegate leaves.
 */
export async function followDelegation(
  { documents, clock }: Pick<Ports, 'documents' | 'clock'>,
  org: string,
  id: string,
): Promise<Delegation | null> {
  const now = await clock.now();
  const ref = refOf(org, 'delegations', id);
  const followed = await converge(documents, ref, async ({ data }) => {
    if (!data.savedAt) return null;
    const at = await clock.momentOf(data.savedAt.toMillis() as ServerTime);
    const [giver, delegate] = await documents.getAll([
      refOf(org, 'people', data.giver),
      refOf(org, 'people', data.delegate),
    ]);
    return standing(
      ref.path,
      data,
      { giver: giver?.data ?? null, delegate: delegate?.data ?? null },
      at,
      now,
    );
  });
  return followed?.data ?? null;
}

interface Parties {
  giver: PersonDocument | null;
  delegate: PersonDocument | null;
}

function standing(path: string, data: Delegation, { giver, delegate }: Parties, at: Moment, now: Moment) {
  const refusal = data.revoked ? data.refusal : refusalOf(data, giver, delegate, civilDateOf(at));
  const { begin, end } = spanOf(
    data,
    [giver, delegate].filter((one) => one !== null),
  );
  const possible = !data.revoked && refusal === '';
  const active = possible && begin <= now && now < end;
  return {
    giverName: giver?.name ?? data.giverName,
    delegateName: delegate?.name ?? data.delegateName,
    ...{ refusal, active },
    // For good: another giving alone brings it back.
    over: !possible || end <= now,
    log: logOf(path, data, { refusal, active, ended: end <= now }, { at, begin, end }),
  };
}

/** What the giver did at its moment; beginning and end at their 00:00, whenever that is noticed. */
function logOf(
  path: string,
  data: Delegation,
  { refusal, active, ended }: { refusal: string; active: boolean; ended: boolean },
  { at, begin, end }: { at: Moment; begin: Moment; end: Moment },
): LogEntry[] {
  const { giver, reason, acts } = data;
  const days = `${data.fromDay} – ${data.toDay}`;
  const entry = (who: string, what: string, moment: Moment, after: string) => ({
    ...{ at: moment, who, forWhom: null, what, before: null, after },
  });
  if (data.revoked) return logged(path, data.log, entry(giver, 'revoke', at, days));
  const given = logged(path, data.log, { ...entry(giver, 'give', at, `${acts}, ${days}`), reason });
  if (refusal !== '') return logged(path, given, entry(system, 'refuse', at, refusal));
  if (active) return logged(path, given, entry(system, 'begin', begin > at ? begin : at, days));
  const hasBegun = given.some((one) => one.what === 'begin' && one.at >= at);
  return ended && hasBegun ? logged(path, given, entry(system, 'end', end, days)) : given;
}

/** Asks for a call at its beginning and at its end, where these lie within the next two days. */
export async function wakeUpFor(
  { tasks }: Pick<Ports, 'tasks'>,
  org: string,
  id: string,
  delegation: Delegation,
  at: Moment,
): Promise<void> {
  if (delegation.over === true) return;
  const { begin, end } = spanOf(delegation, []);
  for (const due of [begin, end]) {
    const ahead = millisOf(due) - millisOf(at);
    if (ahead <= 0 || ahead > horizonMillis) continue;
    await tasks.enqueue('keepDelegation', `${org}/delegations/${id}/${due}`, { org, id, due }, due);
  }
}
