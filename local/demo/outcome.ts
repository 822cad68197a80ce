// Gathers what has come of the month, each document read by somebody who may: the person, the inspection committee, an aggregator.
import type { Consultation } from '../../functions/src/schema/consultation.ts';
import type { Run } from '../../functions/src/schema/cycle.ts';
import type { Finding } from '../../functions/src/schema/finding.ts';
import { personMonthId, unitMonthId, unitPlanId } from '../../functions/src/schema/paths.ts';
import type { Result } from '../../functions/src/schema/result.ts';
import type { UnitPlan } from '../../functions/src/schema/unitPlan.ts';
import type { UnitRating } from '../../functions/src/schema/unitRating.ts';
import { april } from '../sample/april.ts';
import { inTurn, type Stage } from './stage.ts';

export interface Outcome {
  results: Map<string, Result>;
  findings: Map<string, Finding>;
  /** Ids of the findings that their people were told of at the moment of confirming, once for each time they were. */
  told: string[];
  consultations: Map<string, Consultation>;
  run: Run;
  /** Facts laid before the heads whom expected.json names, by person. */
  headFacts: Map<string, string[]>;
  /** Units that the script rates, as their heads read them once they are published. */
  units: Map<string, UnitRating>;
  /** As the inspection committee reads it. */
  yearPlan: UnitPlan;
}

/** `outside`: who is decided outside the organisation, whom no script speaks of. */
export async function outcomeOf(
  stage: Stage,
  heads: readonly string[],
  outside: readonly string[],
): Promise<Outcome> {
  const people = [...stage.script.people.keys(), ...outside];
  const results = new Map<string, Result>();
  await inTurn(people, async (person) => {
    const session = await stage.open(person);
    results.set(person, await session.get('results', personMonthId(person, april)));
  });
  const inspector = await stage.open(stage.script.book.parts.inspector);
  const findings = await inspector.find('findings', {}, 'subject');
  const aggregator = await stage.open(stage.script.book.parts.aggregator);
  const headFacts = new Map<string, string[]>();
  for (const head of heads) {
    const sheet = await (await stage.open(head)).get('sheets', personMonthId(head, april));
    headFacts.set(head, Object.keys(sheet.headFacts));
  }
  return {
    results,
    findings: new Map(findings.map(({ id, data }) => [id, data])),
    told: await toldTo(stage, new Set(findings.map(({ data }) => data.subject))),
    consultations: await consultationsOf(stage),
    run: await aggregator.get('runs', april),
    headFacts,
    units: await unitsOf(stage),
    yearPlan: await inspector.get(
      'unitPlans',
      unitPlanId(stage.script.book.yearPlan.unit, april.slice(0, 4)),
    ),
  };
}

/** Everybody reads their own notices alone. */
async function toldTo(stage: Stage, people: ReadonlySet<string>): Promise<string[]> {
  const told: string[] = [];
  await inTurn([...people], async (person) => {
    const session = await stage.open(person);
    for (const { id, data } of await session.find('notices', { person }))
      if (data.kind === 'findingConfirmed') told.push(id.slice(person.length + 1, -'_told'.length));
  });
  return told.sort();
}

async function unitsOf(stage: Stage): Promise<Map<string, UnitRating>> {
  const units = new Map<string, UnitRating>();
  for (const unit of Object.keys(stage.script.book.unitRatings)) {
    const head = [...stage.script.authorities.values()].find(({ headsUnits }) => headsUnits.includes(unit));
    if (!head) throw new Error(`nobody heads ${unit}`);
    const session = await stage.open(head.person);
    units.set(unit, await session.get('unitRatings', unitMonthId(unit, april)));
  }
  return units;
}

/** Only the decider reads an answer. */
async function consultationsOf(stage: Stage): Promise<Map<string, Consultation>> {
  const all = new Map<string, Consultation>();
  const asking = [...stage.script.authorities.values()].filter(
    ({ consulted, proposers }) => consulted.length + proposers.length > 0,
  );
  for (const decider of new Set(asking.map((authority) => authority.decider))) {
    const asked = await (await stage.open(decider)).find('consultations', { decider, month: april });
    for (const { id, data } of asked) all.set(id, data);
  }
  return all;
}
