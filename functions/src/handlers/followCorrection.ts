// What follows a correction on the documents around the sheet: who was left behind, who files for a unit, who is asked, who reads.
import type { Moment } from '../domain/moment.ts';
import type { Cycle } from '../schema/cycle.ts';
import type { Sheet } from '../schema/sheet.ts';
import { askAgain, askFormerHead } from './askAgain.ts';
import { removeEdge } from './authorityEdges.ts';
import { onAssessment, onFigures, onFindings } from './copyAuthority.ts';
import { followYear } from './followYear.ts';
import { moveHeads, type Heading } from './headedUnits.ts';
import { judgedByAgain } from './judgedBy.ts';
import { markUnit } from './markUnit.ts';
import type { Opening } from './opening.ts';
import type { Ports } from './ports.ts';

/** Everything that can be said from the sheet alone, however often. */
export async function followCorrection(
  ports: Ports,
  opening: Opening,
  sheet: Sheet,
  { cycle, at, ...heading }: { cycle: Cycle; at: Moment } & Heading,
): Promise<void> {
  const { documents } = ports;
  const { org } = opening;
  // Filed between the first look and the correction: the assessment was laid out from the old sheet.
  await onAssessment(documents, org, sheet, cycle, null);
  await onFindings(documents, org, sheet, sheet);
  await askAgain(documents, org, sheet, cycle, at);
  await onFigures(documents, org, sheet, cycle);
  const named = { headEvaluator: sheet.evaluator, headDecider: sheet.decider };
  for (const unit of heading.headsUnits)
    await onFigures(documents, org, { unit, month: sheet.month }, cycle, named);
  await moveHeads(ports, opening, sheet, cycle, heading);
  await judgedByAgain(documents, org, sheet);
  await followYear(documents, org, sheet);
}

/** A transfer leaves a unit behind: its head adds a note, its lists no longer name the person. */
export async function leave(
  ports: Ports,
  opening: Opening,
  { before, after }: { before: Sheet; after: Sheet },
  { cycle, at }: { cycle: Cycle; at: Moment },
): Promise<void> {
  const { documents } = ports;
  const { org, people } = opening;
  if (before.unit === after.unit) return;
  const name = (id: string) => people.get(id)?.name ?? id;
  await askFormerHead(documents, org, before, after, { cycle, at, name });
  await removeEdge(documents, org, before, opening);
  await onFigures(documents, org, before, cycle);
  await markUnit(ports, org, before.unit, before.month);
}
