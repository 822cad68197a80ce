// The unit's own month before its decider: who rates it and what the rules propose, kept beside what the unit filed and what was found at it.
import { previousMonth } from '../domain/civilDate.ts';
import type { FindingFacts } from '../domain/level.ts';
import { proposeUnit, type UnitMonthFacts } from '../domain/unitMonth.ts';
import { nameIn } from '../domain/vacant.ts';
import type { Month } from '../domain/words.ts';
import {
  assessmentRef,
  collectionOf,
  cycleRef,
  organisationRef,
  sheetRef,
  unitRatingRef,
  unitSheetRef,
  type Ref,
} from '../schema/refs.ts';
import type { UnitFinding } from '../schema/unitFinding.ts';
import type { UnitRating } from '../schema/unitRating.ts';
import type { UnitSheet } from '../schema/unit.ts';
import { convergeOrCreate } from './converge.ts';
import { isCarriedInto } from './monthOfPerson.ts';
import type { Opening } from './opening.ts';
import type { Documents, Stored } from './ports.ts';
import { nameOf } from './standingOf.ts';

/**
 * Nothing where the unit has no sheet of the month: nobody heads it whose decider is known, which its page shows as a gap.
 * `headsOver`: the heads' deadline is being kept by this very call and not noted as kept yet.
 */
export async function refreshUnitRating(
  documents: Documents,
  org: string,
  unit: string,
  month: Month,
  { headsOver = false } = {},
): Promise<void> {
  const sheet = await documents.get(unitSheetRef(org, unit, month));
  if (!sheet) return;
  await convergeOrCreate(documents, unitRatingRef(org, unit, month), async (current) => {
    if (current?.data.frozen) return { patch: null };
    const follows = await followsFrom(documents, org, sheet.data, current?.data ?? null, headsOver);
    return current ? { patch: follows } : { create: { ...unrated, ...follows } };
  });
}

async function followsFrom(
  documents: Documents,
  org: string,
  sheet: UnitSheet,
  known: UnitRating | null,
  headsOver: boolean,
) {
  const { unit, unitName, block, month, head, headEvaluator: evaluator, headDecider: decider } = sheet;
  const [organisation, cycle, before, own, assessment, findings] = await Promise.all([
    documents.get(organisationRef(org)),
    documents.get(cycleRef(org, month)),
    documents.get(unitSheetRef(org, unit, previousMonth(month))),
    documents.get(sheetRef(org, head, month)),
    documents.get(assessmentRef(org, head, month)),
    documents.find(collectionOf(org, 'unitFindings'), [['unit', unit]]),
  ]);
  if (!organisation || !cycle) throw new Error(`${org} has no cycle ${month}`);
  const { kept, deadlines } = cycle.data;
  const isDue = headsOver || 'heads' in kept;
  const facts: UnitMonthFacts = {
    planFiled: !isDue || hasPlan(sheet, before?.data ?? null),
    reportFiled: !isDue || sheet.state === 'submitted',
    findings: findings.flatMap((finding) => factsOf(finding, month)),
    close: deadlines.decide,
    settings: settingsOf(organisation.data.settings),
  };
  const { rating, level, steps: trace } = proposeUnit(facts);
  const isLed = own === null || own.data.tier === 'leader';
  return {
    ...{ unit, unitName, block, month, head, evaluator, decider },
    headName: known?.head === head ? known.headName : await nameOf(documents, org, head),
    deciderName: known?.decider === decider ? known.deciderName : await nameOf(documents, org, decider),
    held: (known?.held ?? isLed) && !('finalRun' in kept),
    proposal: { rating, level, trace, facts: JSON.stringify(facts) },
    headRating: assessment?.data.state === 'decided' ? assessment.data.dRating : null,
  };
}

/**
 * The plan of a month goes up with the filing of the month before, which nobody takes back and of which each version is
 * kept (ADR 0017); tasks that stand in the report are no plan. Only where the unit filed for no month before, in a first
 * cycle or as a new unit, are its tasks what it planned.
 */
const hasPlan = ({ tasks }: UnitSheet, before: UnitSheet | null): boolean =>
  Object.keys(before ? (before.state === 'submitted' ? before.nextTasks : {}) : tasks).length > 0;

/** As a month opens: nothing is due and nothing found yet; what is carried comes with the close of the month before. */
export function unitRatingsOf(
  { org, month, people, document, deadlines, authorities }: Opening,
  sheets: readonly { data: UnitSheet }[],
): { ref: Ref<UnitRating>; data: UnitRating }[] {
  const nameBy = (id: string) => nameIn(people, id) ?? id;
  return sheets.map(({ data: { unit, unitName, block, head, headEvaluator, headDecider } }) => {
    const facts: UnitMonthFacts = {
      ...{ planFiled: true, reportFiled: true, findings: [], close: deadlines.moments.decide },
      settings: settingsOf(document.settings),
    };
    const { rating, level, steps: trace } = proposeUnit(facts);
    const data: UnitRating = {
      ...unrated,
      ...{ unit, unitName, block, month, head, evaluator: headEvaluator, decider: headDecider },
      ...{ headName: nameBy(head), deciderName: nameBy(headDecider) },
      held: authorities.get(head)?.tier === 'leader',
      proposal: { rating, level, trace, facts: JSON.stringify(facts) },
      headRating: null,
    };
    return { ref: unitRatingRef(org, unit, month), data };
  });
}

/** No more of the settings than the proposal rests on: they are kept with it. */
const settingsOf = ({ selfRemedyIsGood, onScheduleIsFair }: UnitMonthFacts['settings']) => ({
  selfRemedyIsGood,
  onScheduleIsFair,
});

/** Those that count in the month, those carried into it, and those still suspected. */
function factsOf({ id, data }: Stored<UnitFinding>, month: Month): FindingFacts[] {
  const carried = isCarriedInto(data, month);
  if (data.countsIn !== month && !carried && !(data.state === 'suspected' && data.month <= month)) return [];
  const { codes, source, state, remedyState, remedyReportedAt, due, firstDue, notifiedAt } = data;
  const later = firstDue === null ? {} : { firstDue };
  const seen = {
    id,
    codes,
    source,
    state,
    remedyState,
    remedyReportedAt,
    due,
    ...later,
    notifiedAt,
    carried,
  };
  // A unit is never ill or on leave: no objective cause of a person's stops its clock.
  return [{ ...seen, excuse: null, harm: '' }];
}

const unrated: Omit<UnitRating, keyof Awaited<ReturnType<typeof followsFrom>>> = {
  ...{ decidedBy: null, decidedAt: null, version: 0, frozen: false, reopened: null, published: [], log: [] },
  ...{ dRating: null, dLevel: null, dReason: '', aboveReason: '', state: 'waiting', followed: true },
  ...{ rev: 0, actor: null, actedFor: null, actedAt: null },
};
