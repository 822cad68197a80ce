// Carries corrected authority from a sheet onto what was copied from it: assessment, findings, figures (domain.md section 6).
import type { Moment } from '../domain/moment.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { Cycle } from '../schema/cycle.ts';
import type { Finding } from '../schema/finding.ts';
import {
  assessmentRef,
  authoritiesRef,
  collectionOf,
  figuresRef,
  findingRef,
  unitSheetRef,
} from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { UnitSheet } from '../schema/unit.ts';
import { authorityOf } from './assess.ts';
import { logged, type Act } from './audit.ts';
import { converge } from './converge.ts';
import type { Documents } from './ports.ts';

export const isSettledFor = ({ state, frozen }: Assessment) =>
  frozen || state === 'decided' || state === 'unrated';

/** False where the month was decided meanwhile: then nothing may be corrected any more. */
export async function onAssessment(
  documents: Documents,
  org: string,
  sheet: Sheet,
  cycle: Cycle,
  act: Act | null,
): Promise<boolean> {
  let settled = false;
  const ref = assessmentRef(org, sheet.person, sheet.month);
  await converge(documents, ref, ({ data }) => {
    settled = isSettledFor(data);
    if (settled) return null;
    return {
      ...authorityOf(sheet),
      isHead: sheet.isHead,
      held: sheet.tier === 'leader' && !('finalRun' in cycle.kept),
      log: act === null ? data.log : logged(ref.path, data.log, act),
    };
  });
  return !settled;
}

/** Findings of the month follow wholly; open ones of other months where they name who was replaced. */
export async function onFindings(
  documents: Documents,
  org: string,
  sheet: Sheet,
  before: { evaluator: string; decider: string },
): Promise<void> {
  const { evaluator, decider, unit, block } = sheet;
  const all = await documents.find(collectionOf(org, 'findings'), [['subject', sheet.person]]);
  for (const { id } of all) {
    await converge(documents, findingRef(org, id), ({ data }): Partial<Finding> | null => {
      if (data.month === sheet.month) return { evaluator, decider, unit, block };
      if (data.state !== 'suspected' && data.state !== 'confirmed') return null;
      return {
        evaluator: data.evaluator === before.evaluator ? evaluator : data.evaluator,
        decider: data.decider === before.decider ? decider : data.decider,
      };
    });
  }
}

/**
 * Who evaluates or decides in the unit, or its head, reads its figures, beside the aggregators of its block; who no longer
 * does, doesn't. `named`: who judges the head from now on, where the unit's sheet has yet to follow.
 */
export async function onFigures(
  documents: Documents,
  org: string,
  { unit, month }: Pick<Sheet, 'unit' | 'month'>,
  cycle: Pick<Cycle, 'aggregators'>,
  named?: Pick<UnitSheet, 'headEvaluator' | 'headDecider'>,
): Promise<void> {
  const [edges, unitSheet] = await Promise.all([
    documents.get(authoritiesRef(org, unit, month)),
    documents.get(unitSheetRef(org, unit, month)),
  ]);
  const over = named ?? unitSheet?.data;
  const judges = [
    ...Object.values(edges?.data.rows ?? {}).flatMap((row) => [row.evaluator, row.decider]),
    ...(over ? [over.headEvaluator, over.headDecider] : []),
  ];
  await converge(documents, figuresRef(org, unit, month), ({ data }) => ({
    readers: [...new Set([...data.readers.filter((id) => cycle.aggregators.includes(id)), ...judges])].sort(),
  }));
}

/** One entry for each document: who judged before and who does now, as people read it. */
export function correctionAct(
  before: Sheet | null,
  after: Sheet,
  { at, by, reason }: { at: Moment; by: string; reason: string },
): Act {
  const { evaluatorName, deciderName, unitName } = after;
  const moved = before !== null && before.unit !== after.unit;
  const text = (one: { evaluatorName: string; deciderName: string; unitName: string }) =>
    [
      `đánh giá: ${one.evaluatorName}`,
      `quyết định: ${one.deciderName}`,
      ...(moved ? [`đơn vị: ${one.unitName}`] : []),
    ].join('; ');
  return {
    at,
    who: by,
    forWhom: null,
    what: 'authority',
    before: before === null ? null : text(before),
    after: text({ evaluatorName, deciderName, unitName }),
    reason,
  };
}
