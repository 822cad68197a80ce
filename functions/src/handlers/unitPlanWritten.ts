// Follows a unit's plan of the year: keeps each filing as a version, with what it changed of the one before, and enters the acts.
import type { Moment, ServerTime } from '../domain/moment.ts';
import { yearPlanChanges } from '../domain/plan.ts';
import type { LogEntry } from '../schema/fields.ts';
import { refOf, yearPlanRef, yearPlansOf } from '../schema/refs.ts';
import type { UnitPlan } from '../schema/unitPlan.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import type { Documents, Ports } from './ports.ts';

export async function unitPlanWritten(
  { documents, clock }: Pick<Ports, 'documents' | 'clock'>,
  org: string,
  id: string,
): Promise<void> {
  const ref = refOf(org, 'unitPlans', id);
  const momentOf = async (stamp: UnitPlan['savedAt']) =>
    stamp === null ? null : await clock.momentOf(stamp.toMillis() as ServerTime);
  await converge(documents, ref, async ({ data }) => {
    const log = reopened(ref.path, data, await momentOf(data.reopenedAt));
    const at = await momentOf(data.savedAt);
    if (data.state !== 'submitted' || at === null || data.keptRev === data.rev) return { log };
    const submit = { at, who: data.head, forWhom: null, what: 'submit', before: 'open' };
    const { changeNote: reason } = data;
    const filed = { ...submit, after: `submitted rev ${data.rev}`, ...(reason === '' ? {} : { reason }) };
    // The version first: a run that was cut off keeps it again, which is nothing.
    const filings = await keepYearPlan(documents, org, data, at);
    return { filedAt: data.filedAt ?? at, filings, keptRev: data.rev, log: logged(ref.path, log, filed) };
  });
}

/** Taken up again by its own moment, however late that is noticed, and once whoever heads the unit by then. */
function reopened(path: string, plan: UnitPlan, at: Moment | null): LogEntry[] {
  if (at === null || plan.log.some((entry) => entry.what === 'reopen' && entry.at === at)) return plan.log;
  const act = { at, who: plan.head, forWhom: null, what: 'reopen', before: 'submitted', after: 'open' };
  return logged(path, plan.log, act);
}

/** Named by the revision, so that a replay keeps nothing twice. How many there are then. */
async function keepYearPlan(documents: Documents, org: string, plan: UnitPlan, at: Moment): Promise<number> {
  const { unit, year, head, rev, goals, tasks, taskDue: due, changeNote } = plan;
  const kept = await documents.find(yearPlansOf(org, unit, year), []);
  const before = kept.map(({ data }) => data).filter((version) => version.rev < rev);
  const last = before.sort((a, b) => a.rev - b.rev).at(-1);
  const changes = last ? yearPlanChanges(last, { goals, tasks, due }) : [];
  const version = { unit, year, head, rev, filedAt: at, goals, tasks, due, changeNote, changes };
  await documents.createMissing([{ ref: yearPlanRef(org, unit, year, rev), data: version }]);
  return before.length + 1;
}
