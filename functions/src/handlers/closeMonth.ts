// The close of a month, its deadline to decide: findings still open live on in the next month's section III (domain.md sections 2 and 3).
import { nextMonth } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import type { Month } from '../domain/words.ts';
import { collectionOf, findingRef, refOf } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import { lateUnfiled } from './endEvaluation.ts';
import type { DeadlineCall } from './keepDeadline.ts';
import { system } from './opening.ts';
import { markUnit } from './markUnit.ts';
import type { Documents, Ports } from './ports.ts';
import { askInSectionThree, tellRemedied } from './sectionThree.ts';
import { refreshUnitRating } from './unitRating.ts';

export async function closeMonth(ports: Ports, call: DeadlineCall): Promise<void> {
  const { documents } = ports;
  const { org, month, at } = call;
  await lateUnfiled(ports, call);
  const next = nextMonth(month);
  await carryUnitFindings(documents, org, month, at);
  const open = await documents.find(collectionOf(org, 'findings'), [['state', 'confirmed']]);
  for (const finding of open.filter(({ data: { countsIn } }) => countsIn !== null && countsIn <= month)) {
    const { id } = finding;
    await converge(documents, findingRef(org, id), (current) =>
      current.data.state === 'confirmed' && (current.data.carriedTo === null || current.data.carriedTo < next)
        ? {
            carriedTo: next,
            log: logged(findingRef(org, id).path, current.data.log, {
              at,
              who: system,
              forWhom: null,
              what: 'carry',
              before: month,
              after: next,
            }),
          }
        : null,
    );
    // Confirmed after the next month's sheet was laid out: section III learns of it now.
    const asked = await askInSectionThree(documents, org, finding, next);
    if (asked) await markUnit(ports, org, asked.unit, next);
  }
  await tellRemedied(documents, org, month);
}

/** A unit has no section III: what is open stands before its head and their decider until it is closed. */
async function carryUnitFindings(documents: Documents, org: string, month: Month, at: Moment): Promise<void> {
  const next = nextMonth(month);
  const open = await documents.find(collectionOf(org, 'unitFindings'), [['state', 'confirmed']]);
  for (const { id, data } of open) {
    const ref = refOf(org, 'unitFindings', id);
    await converge(documents, ref, ({ data: { state, countsIn, carriedTo, log } }) =>
      state === 'confirmed' &&
      countsIn !== null &&
      countsIn <= month &&
      (carriedTo === null || carriedTo < next)
        ? {
            carriedTo: next,
            log: logged(ref.path, log, {
              ...{ at, who: system, forWhom: null, what: 'carry', before: month, after: next },
            }),
          }
        : null,
    );
    await refreshUnitRating(documents, org, data.unit, next);
  }
}
