// Every night, and when somebody leaves: open facts follow who answers for them and who stands above as the newest month has it.
import { monthOfMoment } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { collectionOf, refOf } from '../schema/refs.ts';
import { converge } from './converge.ts';
import { isSettled } from './coordinationWritten.ts';
import { findingsFollow } from './findingsFollow.ts';
import { carryLimitation } from './limitationWritten.ts';
import type { Documents, Ports } from './ports.ts';
import { sidesOf } from './sidesOf.ts';
import { standingOf } from './standingOf.ts';
import { standingOfUnit } from './unitFindingWritten.ts';
import { refreshUnitRating } from './unitRating.ts';

/** Facts outlive the month that froze their authority; a month that isn't open changes nothing of them. */
export async function factsEveryDay(
  { documents }: Pick<Ports, 'documents'>,
  org: string,
  at: Moment,
): Promise<void> {
  await limitations(documents, org, at);
  await backlogs(documents, org, at);
  await coordinations(documents, org, at);
  await unitFindings(documents, org, at);
  await findingsFollow(documents, org, monthOfMoment(at));
}

async function limitations(documents: Documents, org: string, at: Moment): Promise<void> {
  const month = monthOfMoment(at);
  for (const { id } of await documents.find(collectionOf(org, 'limitations'), [['state', 'open']])) {
    const stands = await converge(documents, refOf(org, 'limitations', id), ({ data }) =>
      data.state === 'open' ? standingOf(documents, org, data, month) : null,
    );
    if (stands) await carryLimitation(documents, org, id, stands.data, month);
  }
}

async function backlogs(documents: Documents, org: string, at: Moment): Promise<void> {
  const found = await Promise.all([
    documents.find(collectionOf(org, 'backlogs'), [['state', 'open']]),
    documents.find(collectionOf(org, 'backlogs'), [['state', 'done']]),
  ]);
  for (const { id } of found.flat())
    await converge(documents, refOf(org, 'backlogs', id), ({ data }) =>
      data.state === 'closed' ? null : standingOf(documents, org, data, monthOfMoment(at)),
    );
}

async function coordinations(documents: Documents, org: string, at: Moment): Promise<void> {
  const found = await Promise.all([
    documents.find(collectionOf(org, 'coordinations'), [['state', 'open']]),
    documents.find(collectionOf(org, 'coordinations'), [['state', 'answered']]),
  ]);
  for (const { id } of found.flat())
    await converge(documents, refOf(org, 'coordinations', id), ({ data }) =>
      isSettled(data) ? null : sidesOf(documents, org, data, monthOfMoment(at), at),
    );
}

async function unitFindings(documents: Documents, org: string, at: Moment): Promise<void> {
  const found = await Promise.all([
    documents.find(collectionOf(org, 'unitFindings'), [['state', 'suspected']]),
    documents.find(collectionOf(org, 'unitFindings'), [['state', 'confirmed']]),
  ]);
  for (const { id } of found.flat())
    await converge(documents, refOf(org, 'unitFindings', id), ({ data }) =>
      data.state === 'suspected' || data.state === 'confirmed'
        ? standingOfUnit(documents, org, data, monthOfMoment(at))
        : null,
    );
  // What was recorded or carried before the month opened stands before who rates the unit from its first day on.
  for (const unit of new Set(found.flat().map(({ data }) => data.unit)))
    await refreshUnitRating(documents, org, unit, monthOfMoment(at));
}
