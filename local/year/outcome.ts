// Gathers what has come of the year, each document read by somebody who may.
import type { Appeal } from '../../functions/src/schema/appeal.ts';
import type { Consultation } from '../../functions/src/schema/consultation.ts';
import type { Cycle, Run } from '../../functions/src/schema/cycle.ts';
import type { Finding } from '../../functions/src/schema/finding.ts';
import type { Month } from '../../functions/src/domain/words.ts';
import { personMonthId, personYearId, unitYearId } from '../../functions/src/schema/paths.ts';
import type { Replacement } from '../../functions/src/schema/replacement.ts';
import type { Result } from '../../functions/src/schema/result.ts';
import type { PersonYear, UnitYear, YearAssessment } from '../../functions/src/schema/year.ts';
import type { Session } from '../demo/session.ts';
import type { Users } from '../demo/users.ts';
import { caseOf } from './scripts.ts';
import { division, otherUnit, year } from './cast.ts';

export interface YearOutcome {
  /** By person and month; every version of a result, the newest last. */
  results: Map<string, Map<Month, Result[]>>;
  years: Map<string, PersonYear>;
  acts: Map<string, YearAssessment>;
  units: Map<string, UnitYear>;
  findings: Map<string, Finding>;
  appeals: Map<string, Appeal>;
  consultations: Map<string, Consultation>;
  /** As who decides reads them, and as the person does who was told. */
  cases: Map<string, Replacement>;
  told: Map<string, Replacement>;
  cycles: Map<Month, Cycle>;
  runs: Map<Month, Run>;
}

const deciders = ['tckh-truong', 'nv-truong', 'chu-tich-ubnd', 'bi-thu'];

export async function outcomeOf(
  users: Users,
  people: readonly string[],
  months: readonly Month[],
): Promise<YearOutcome> {
  const results = new Map<string, Map<Month, Result[]>>();
  const years = new Map<string, PersonYear>();
  const appeals = new Map<string, Appeal>();
  const told = new Map<string, Replacement>();
  for (const person of people) {
    const session = await users.open(readerOf(person));
    const own = new Map<Month, Result[]>();
    for (const month of months) own.set(month, await versionsOf(session, person, month));
    results.set(person, own);
    years.set(person, await session.get('personYears', personYearId(person, year)));
    if (session.person !== person) continue;
    for (const { id, data } of await session.find('appeals', { person })) appeals.set(id, data);
    for (const { id, data } of await session.find('replacements', { person, told: true })) told.set(id, data);
  }
  return { results, years, appeals, told, ...(await judged(users)), ...(await ofTheMonths(users, months)) };
}

/** Whoever has left has no account any more: who judged them reads it. */
const readerOf = (person: string) => (caseOf(person).isGone ? 'tckh-truong' : person);

/** Empty where the month has no result. */
async function versionsOf(session: Session, person: string, month: Month): Promise<Result[]> {
  if (caseOf(person).levels.charAt(Number(month.slice(5, 7)) - 1) === '.') return [];
  const id = personMonthId(person, month);
  const newest = await session.get('results', id);
  const earlier: Result[] = [];
  for (let n = 1; n < newest.version; n++) earlier.push(await session.get('results', `${id}/versions/${n}`));
  return [...earlier, newest];
}

async function judged(users: Users) {
  const acts = new Map<string, YearAssessment>();
  const findings = new Map<string, Finding>();
  const consultations = new Map<string, Consultation>();
  const cases = new Map<string, Replacement>();
  for (const decider of deciders) {
    const session = await users.open(decider);
    for (const { data } of await session.find('yearAssessments', { decider, year }))
      acts.set(data.person, data);
    for (const { id, data } of await session.find('findings', { decider })) findings.set(id, data);
    for (const { id, data } of await session.find('consultations', { decider })) consultations.set(id, data);
    for (const { id, data } of await session.find('replacements', { decider })) cases.set(id, data);
  }
  return { acts, findings, consultations, cases };
}

async function ofTheMonths(users: Users, months: readonly Month[]) {
  const units = new Map<string, UnitYear>();
  for (const [unit, head] of [
    [division, 'tckh-truong'],
    [otherUnit, 'nv-truong'],
  ] as const)
    units.set(unit, await (await users.open(head)).get('unitYears', unitYearId(unit, year)));
  const aggregator = await users.open('nv-truong');
  const cycles = new Map<Month, Cycle>();
  const runs = new Map<Month, Run>();
  for (const month of months) {
    cycles.set(month, await aggregator.get('cycles', month));
    runs.set(month, await aggregator.get('runs', month));
  }
  return { units, cycles, runs };
}
