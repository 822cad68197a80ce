// The end of a filing period: those who filed nothing are put before their evaluator all the same (domain.md section 5).
import { filingDeadlineOf } from '../domain/deadlines.ts';
import type { Moment } from '../domain/moment.ts';
import { collectionOf, sheetRef } from '../schema/refs.ts';
import { findingFromFiling } from './findingFromFiling.ts';
import { layHeadFacts } from './headFacts.ts';
import type { DeadlineCall } from './keepDeadline.ts';
import { layUnfiled } from './layUnfiled.ts';
import { markUnit } from './markUnit.ts';
import { followProposal } from './monthOfPerson.ts';
import type { Ports } from './ports.ts';
import { refreshUnitRating } from './unitRating.ts';

export async function endFiling(
  ports: Ports,
  { org, month, at }: DeadlineCall,
  group: 'staff' | 'heads',
): Promise<void> {
  const unfiled = await ports.documents.find(collectionOf(org, 'sheets'), [
    ['month', month],
    ['stage', 'open'],
  ]);
  const ended = unfiled.filter(({ data }) => data.firstFiledAt === null && filingDeadlineOf(data) === group);
  for (const { data } of ended) await layUnfiled(ports, org, data, at);
  if (group === 'heads') {
    await unfiledUnits(ports, org, month, at);
    await unitsToRate(ports, org, month);
  }
  // What is proposed for those who filed nothing is what their heads answer, who file after them.
  else await layHeadFacts(ports.documents, org, month, at);
  for (const unit of new Set(ended.map(({ data }) => data.unit))) await markUnit(ports, org, unit, month);
}

/** A unit without plan or report hits the proposal for its head, not for its staff (domain.md section 3). */
async function unfiledUnits({ documents }: Ports, org: string, month: string, at: Moment): Promise<void> {
  const open = await documents.find(collectionOf(org, 'unitSheets'), [
    ['month', month],
    ['state', 'open'],
  ]);
  for (const { data } of open) {
    const sheet = await documents.get(sheetRef(org, data.head, month));
    if (sheet) await findingFromFiling(documents, org, sheet.data, at, { headsOver: true });
    await followProposal(documents, org, data.head, month, { headsOver: true });
  }
}

/** What the unit filed or didn't is known now: whoever decides its head finds it before them, and its people nothing (domain.md section 3). */
async function unitsToRate({ documents }: Ports, org: string, month: string): Promise<void> {
  const units = await documents.find(collectionOf(org, 'unitSheets'), [['month', month]]);
  for (const { data } of units)
    await refreshUnitRating(documents, org, data.unit, month, { headsOver: true });
}
