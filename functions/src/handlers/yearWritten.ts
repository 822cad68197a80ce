// The authority acted on a year: who decided it and when, the log with the reading it confirms, and publication (domain.md section 8).
import { onBehalf } from '../domain/delegation.ts';
import type { Moment, ServerTime } from '../domain/moment.ts';
import { yearDecisionEntry } from '../domain/yearDecision.ts';
import type { LogEntry } from '../schema/fields.ts';
import { refOf } from '../schema/refs.ts';
import type { YearAssessment, YearState } from '../schema/year.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import { markYear } from './markYear.ts';
import { madeOf, published } from './openYear.ts';
import type { Documents, Ports } from './ports.ts';
import { rebuildPersonYear } from './personYear.ts';
import { isStanding, publicationsOf, reopened } from './yearPublications.ts';
import { yearSettings } from './yearSources.ts';

export async function yearWritten(ports: Ports, org: string, id: string): Promise<void> {
  const { documents, clock } = ports;
  const ref = refOf(org, 'yearAssessments', id);
  const followed = await converge(documents, ref, async ({ data }) => {
    if (!data.actedAt || data.state === 'published') return null;
    const at = await clock.momentOf(data.actedAt.toMillis() as ServerTime);
    const acted = await followAct(documents, org, ref.path, data, at);
    // Taken up again, it is proposed from the months as they stand now.
    if (data.state !== 'decided' && publicationsOf(data).length === 0) return acted;
    const { person, year } = data;
    const known = { person, year, known: `${year}-12` };
    const made = await madeOf(documents, org, known, await yearSettings(documents, org));
    if (!made) return acted;
    const wanted = { ...data, ...acted, ...made.proposed };
    return { ...acted, ...made.proposed, outdated: false, ...published(ref.path, wanted, made.sources) };
  });
  // Published or taken up again, now or before a kill that came between: a replay goes on from here.
  if (!followed || publicationsOf(followed.data).length === 0) return;
  const { person, unit, year } = followed.data;
  const settings = await yearSettings(documents, org);
  await rebuildPersonYear(documents, org, { person, year, known: `${year}-12` }, settings);
  await markYear(ports, org, unit, `${year}-12`);
}

/** What the act found: a hand-over in between says nothing of it. */
const lastAct = (log: readonly LogEntry[]): string | undefined =>
  log.findLast(({ what }) => what !== 'authority')?.what;
const stateAfter: Readonly<Record<string, YearState>> = { decided: 'decided', publish: 'published' };
const stateBefore = (log: readonly LogEntry[]): YearState => stateAfter[lastAct(log) ?? ''] ?? 'waiting';

async function followAct(
  documents: Documents,
  org: string,
  path: string,
  year: YearAssessment,
  at: Moment,
): Promise<Partial<YearAssessment>> {
  const { state, actor, actedFor, dRating, dReason, proposal, version, decidedAt, log, rev } = year;
  const isDecided = state === 'decided';
  // A decision after one that was taken back is a version of its own (domain.md section 12).
  const isNew = isDecided && decidedAt !== at;
  // A replay after drafts were saved since: what was taken back stands in the log already.
  const isKnown = !isDecided && decidedAt === null && ['waiting', 'reopen'].includes(lastAct(log) ?? '');
  if (isKnown) return {};
  const after = isDecided ? yearDecisionEntry(dRating, proposal) : `waiting rev ${rev}`;
  const isReopened = !isDecided && isStanding(year);
  const by = await signature(documents, org, year);
  const act = {
    ...{ at, who: actor ?? '', forWhom: actedFor },
    ...{ what: isReopened ? 'reopen' : state, before: stateBefore(log), after },
  };
  return {
    ...(isReopened ? { publications: reopened(year, { at, by, reason: dReason }) } : {}),
    decidedBy: isDecided ? by : null,
    decidedAt: isDecided ? at : null,
    version: isNew ? version + 1 : version,
    log: logged(path, log, dReason.trim() === '' ? act : { ...act, reason: dReason }),
  };
}

async function signature(
  documents: Documents,
  org: string,
  { actor, actedFor, deciderName }: YearAssessment,
): Promise<string> {
  if (actedFor === null || actor === null) return deciderName;
  const delegate = await documents.get(refOf(org, 'people', actor));
  return onBehalf(delegate?.data.name ?? actor, deciderName);
}
