// A sheet was submitted: judge its lateness, lay its findings and its assessment before the evaluator, ask who must be asked.
import { millisOf, type Moment, type ServerTime } from '../domain/moment.ts';
import { personMonthId } from '../schema/paths.ts';
import { refOf } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { assess } from './assess.ts';
import { logged } from './audit.ts';
import { carryPlan } from './carryPlan.ts';
import { converge } from './converge.ts';
import { findingFromFiling } from './findingFromFiling.ts';
import { findingsFromSheet } from './findingsFromSheet.ts';
import { keepPlan } from './keepPlan.ts';
import { markUnit } from './markUnit.ts';
import type { Ports } from './ports.ts';
import { refuseFiling } from './refuseScores.ts';
import { remediesFromSheet } from './remediesFromSheet.ts';
import { pinnedTemplate } from './templateOfMonth.ts';

export async function sheetWritten(ports: Ports, org: string, id: string): Promise<void> {
  const stored = await ports.documents.get(refOf(org, 'sheets', id));
  if (!stored || stored.data.state !== 'submitted' || !stored.data.savedAt) return;
  if (personMonthId(stored.data.person, stored.data.month) !== id)
    throw new Error(`sheet ${id} is somebody else's`);
  const filedAt = await ports.clock.momentOf(stored.data.savedAt.toMillis() as ServerTime);
  const { rev } = stored.data;
  const template = await pinnedTemplate(ports.documents, org, stored.data);
  if (await refuseFiling(ports.documents, org, stored.data, template, filedAt)) return;
  const ref = refOf(org, 'sheets', id);
  const filed = await converge(ports.documents, ref, ({ data }) =>
    // A newer filing has its own event; this one would judge it by the wrong moment.
    data.rev === rev && data.state === 'submitted' ? filing(ref.path, data, filedAt) : null,
  );
  if (!filed || filed.data.rev !== rev || filed.data.state !== 'submitted') return;
  await findingsFromSheet(ports, org, filed.data, filedAt);
  await remediesFromSheet(ports.documents, org, filed.data, filedAt);
  await findingFromFiling(ports.documents, org, filed.data, filedAt);
  const planChanges = await keepPlan(ports.documents, org, filed.data, filedAt);
  await carryPlan(ports.documents, org, filed.data);
  await assess(ports, org, filed.data, filedAt, planChanges);
  await markUnit(ports, org, filed.data.unit, filed.data.month);
}

/** Fields that a filing at `filedAt` sets; a sheet once filed in time stays in time when it was returned (domain.md section 7). */
function filing(path: string, sheet: Sheet, filedAt: Moment): Partial<Sheet> {
  const firstFiledAt = sheet.firstFiledAt ?? filedAt;
  // Evaluated or decided since: the stage has moved on, a replay must not take it back.
  const stage = sheet.stage === 'open' || sheet.stage === 'planned' ? ('submitted' as const) : sheet.stage;
  return {
    firstFiledAt,
    late: sheet.firstFiledAt === null ? millisOf(filedAt) >= millisOf(sheet.due) : sheet.late,
    stage,
    log: logged(path, sheet.log, {
      at: filedAt,
      who: sheet.person,
      forWhom: null,
      what: 'submit',
      before: 'open',
      after: `submitted rev ${sheet.rev}`,
    }),
  };
}
