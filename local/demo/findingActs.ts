// What inspectors and those in authority do with findings: record, confirm, accept a remedy (domain.md section 2).
import type { Month } from '../../functions/src/domain/words.ts';
import { findingId } from '../../functions/src/schema/paths.ts';
import type { NewFindingScript } from '../sample/april/acts.ts';
import type { AprilScript } from '../sample/april.ts';
import { next } from './actor.ts';
import type { Session } from './session.ts';

/** The frozen authority over the subject is written on the finding, where the rules hold it against the sheet. */
export function newFinding(
  session: Session,
  month: Month,
  script: Pick<AprilScript, 'authorities' | 'blocks'>,
  seen: NewFindingScript,
) {
  const authority = script.authorities.get(seen.subject);
  const block = script.blocks.get(seen.subject);
  if (!authority || !block) throw new Error(`nobody has authority over ${seen.subject}`);
  const { unit, evaluator, decider } = authority;
  return {
    ...seen,
    ...{ unit, block, evaluator, decider, month },
    author: session.person,
    article: '',
    settleReason: '',
    remedy: '',
    remedyState: 'none',
    remedyAt: null,
    remedyNote: '',
    actor: session.person,
    actedFor: null,
    notified: false,
    ...next(0),
  };
}

export async function recordFinding(
  session: Session,
  month: Month,
  script: AprilScript,
  seen: NewFindingScript,
): Promise<void> {
  const id = findingId(seen.subject, month, seen.key);
  const lookups = seen.source === 'inspection' ? 3 : 2;
  await session.create('findings', id, newFinding(session, month, script, seen), lookups);
}

/** In one's own name. */
const signed = (session: Session, rev: number) => ({ actor: session.person, actedFor: null, ...next(rev) });

export async function confirmFinding(session: Session, finding: string, due: string): Promise<void> {
  const { rev } = await session.get('findings', finding);
  await session.update('findings', finding, { state: 'confirmed', due, ...signed(session, rev) });
}

export async function acceptRemedy(session: Session, finding: string, remedyNote: string): Promise<void> {
  const { rev } = await session.get('findings', finding);
  const accepted = { state: 'remedied', remedyState: 'accepted', remedyNote };
  await session.update('findings', finding, { ...accepted, ...signed(session, rev) });
}
