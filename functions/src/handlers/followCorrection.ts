// What follows a correction on the documents around the sheet: who was left behind, who files for a unit, who is asked, who reads.
import { headOf, resolveAuthorities } from '../domain/authority.ts';
import type { Moment } from '../domain/moment.ts';
import { profileOf } from '../domain/profiles/profile.ts';
import type { CivilDate } from '../domain/words.ts';
import type { Cycle } from '../schema/cycle.ts';
import { unitSheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { askAgain, askFormerHead } from './askAgain.ts';
import { removeEdge } from './authorityEdges.ts';
import { converge } from './converge.ts';
import { onAssessment, onFigures, onFindings } from './copyAuthority.ts';
import { judgedByAgain } from './judgedBy.ts';
import { markUnit } from './markUnit.ts';
import type { Opening } from './opening.ts';
import type { Documents, Ports } from './ports.ts';

/** Everything that can be said from the sheet alone, however often. */
export async function followCorrection(
  documents: Documents,
  opening: Opening,
  sheet: Sheet,
  { cycle, at }: { cycle: Cycle; at: Moment },
): Promise<void> {
  const { org } = opening;
  // Filed between the first look and the correction: the assessment was laid out from the old sheet.
  await onAssessment(documents, org, sheet, cycle, null);
  await onFindings(documents, org, sheet, sheet);
  await askAgain(documents, org, sheet, cycle, at);
  await onFigures(documents, org, sheet, cycle);
  if (sheet.isHead) {
    const { person: head, evaluator: headEvaluator, decider: headDecider } = sheet;
    await converge(documents, unitSheetRef(org, sheet.unit, sheet.month), () => ({
      ...{ head, headEvaluator, headDecider },
    }));
  }
  await judgedByAgain(documents, org, sheet);
}

/** A transfer leaves a unit behind: its head adds a note, its lists no longer name the person, another heads it. */
export async function leave(
  ports: Ports,
  opening: Opening,
  { before, after }: { before: Sheet; after: Sheet },
  { cycle, at, day }: { cycle: Cycle; at: Moment; day: CivilDate },
): Promise<void> {
  const { documents } = ports;
  const { org, people } = opening;
  const moved = before.unit !== after.unit;
  if (before.isHead && (moved || !after.isHead)) await nextHead(documents, opening, before, day);
  if (!moved) return;
  const name = (id: string) => people.get(id)?.name ?? id;
  await askFormerHead(documents, org, before, after, { cycle, at, name });
  await removeEdge(documents, org, before, opening);
  await onFigures(documents, org, before, cycle);
  await markUnit(ports, org, before.unit, before.month);
}

/** Whoever heads the unit now files for it; where nobody does, it stays with who headed it when the month opened. */
async function nextHead(
  documents: Documents,
  { org, document, organisation }: Opening,
  { unit, month, person }: Sheet,
  day: CivilDate,
): Promise<void> {
  const profile = profileOf(document.profile);
  const head = headOf(profile, organisation, unit, day);
  const { authorities } = resolveAuthorities(profile, organisation, document.settings, day);
  const above = head === null || head === person ? undefined : authorities.get(head);
  if (above === undefined) return;
  await converge(documents, unitSheetRef(org, unit, month), () => ({
    head: above.person,
    headEvaluator: above.evaluator,
    headDecider: above.decider,
  }));
}
