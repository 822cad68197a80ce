// Follows a unit's plan and report: records when it was filed and whether that was late, and keeps the plan that it carries.
import { nextMonth } from '../domain/civilDate.ts';
import { millisOf, type ServerTime } from '../domain/moment.ts';
import { refOf, sheetRef } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { carryUnitPlan } from './carryPlan.ts';
import { converge } from './converge.ts';
import { findingFromFiling } from './findingFromFiling.ts';
import { layHeadFacts } from './headFacts.ts';
import { keepUnitPlan } from './keepPlan.ts';
import { markUnit } from './markUnit.ts';
import { followProposal } from './monthOfPerson.ts';
import type { Ports } from './ports.ts';
import { refreshUnitRating } from './unitRating.ts';

export async function unitSheetWritten(ports: Ports, org: string, id: string): Promise<void> {
  const written = await converge(ports.documents, refOf(org, 'unitSheets', id), async ({ data }) => {
    if (data.state !== 'submitted' || data.filedAt !== null || !data.savedAt) return null;
    const at = await ports.clock.momentOf(data.savedAt.toMillis() as ServerTime);
    return {
      filedAt: at,
      late: millisOf(at) >= millisOf(data.due),
      log: logged(refOf(org, 'unitSheets', id).path, data.log, {
        at,
        who: data.head,
        forWhom: null,
        what: 'submit',
        before: 'open',
        after: 'submitted',
      }),
    };
  });
  if (!written) return;
  const { unit, month, head, filedAt } = written.data;
  if (filedAt !== null) {
    await keepUnitPlan(ports.documents, org, written.data, filedAt);
    await carryUnitPlan(ports.documents, org, written.data);
    const own = await ports.documents.get(sheetRef(org, head, month));
    if (own) await findingFromFiling(ports.documents, org, own.data, filedAt);
    // A task whose result was reported just now is late no more.
    await layHeadFacts(ports.documents, org, month, filedAt, head);
  }
  // A missing unit filing hits the head's own proposal (S3 II.3.1); now it has come.
  await followProposal(ports.documents, org, head, month);
  await refreshUnitRating(ports.documents, org, unit, month);
  // Its plan of next month came with it, however late.
  await refreshUnitRating(ports.documents, org, unit, nextMonth(month));
  await markUnit(ports, org, unit, month);
}
