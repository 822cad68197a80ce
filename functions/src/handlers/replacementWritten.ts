// Somebody proposed, referred, decided or closed a replacement case: say whose it is, tell the person once it is decided, keep every act.
import type { Moment, ServerTime } from '../domain/moment.ts';
import { authorityGround } from '../domain/replacement.ts';
import { refOf } from '../schema/refs.ts';
import type { Replacement } from '../schema/replacement.ts';
import { logged, type Act } from './audit.ts';
import { converge } from './converge.ts';
import type { Ports } from './ports.ts';
import { replacementStanding } from './replacementStanding.ts';

export async function replacementWritten(ports: Ports, org: string, id: string): Promise<void> {
  const { documents, clock } = ports;
  const ref = refOf(org, 'replacements', id);
  await converge(documents, ref, async ({ data }) => {
    if (!data.savedAt) return null;
    const at = await clock.momentOf(data.savedAt.toMillis() as ServerTime);
    const isNew = data.openedAt === null;
    const standing = isNew ? await replacementStanding(documents, org, data.person, data.month) : null;
    const known = { ...data, ...standing };
    const isDecided = data.outcome !== null;
    return {
      ...standing,
      openedAt: data.openedAt ?? at,
      trace: isNew ? authorityGround(known.deciderName, data.facts) : data.trace,
      toBlock: data.state !== 'proposed' && known.managed === true ? known.block : data.toBlock,
      told: data.told || isDecided,
      decidedAt: isDecided ? (data.decidedAt ?? at) : null,
      closedAt: data.state === 'closed' ? (data.closedAt ?? at) : null,
      log: actsOf(known, at).reduce((log, act) => logged(ref.path, log, act), data.log),
    };
  });
}

/** What was done since the function last came, in its order: two acts may be followed by one call. */
function actsOf(of: Replacement, at: Moment): Act[] {
  const { actor: who, referNote, outcome, docNumber, docDate, reason, closeNote, body, log } = of;
  const act = (what: string, before: string | null, after: string | null, why?: string): Act => ({
    ...{ at, who, forWhom: null, what, before, after },
    ...(why === undefined ? {} : { reason: why }),
  });
  const acts = [
    ...(of.ground === 'authority' ? [act('propose', null, 'proposed', of.facts)] : []),
    ...(referNote === '' ? [] : [act('refer', 'proposed', body, referNote)]),
    ...(outcome === null ? [] : [act('decide', 'referred', `${outcome}: ${docNumber}, ${docDate}`, reason)]),
    ...(closeNote === '' ? [] : [act('close', 'decided', 'closed', closeNote)]),
  ];
  // One that was dropped and proposed anew is referred anew.
  const since = log.slice(log.findLastIndex(({ what }) => what === 'open') + 1);
  return acts.filter(({ what }) => !since.some((entry) => entry.what === what));
}
