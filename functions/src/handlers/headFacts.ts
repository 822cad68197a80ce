// Lays before each head what their section "Trách nhiệm người đứng đầu" answers, as it stands then; a sentence written stays with its fact (S3 6.4a).
import { addWorkingDays, type Calendar } from '../domain/calendar.ts';
import { civilDateOf, previousMonth } from '../domain/civilDate.ts';
import { headFactsOf, withAnswered, type HeadedUnit, type Subordinate } from '../domain/headFacts.ts';
import { millisOf, type Moment } from '../domain/moment.ts';
import { owedSince } from '../domain/owed.ts';
import { isNobody } from '../domain/vacant.ts';
import type { Month } from '../domain/words.ts';
import type { Cycle } from '../schema/cycle.ts';
import type { Finding } from '../schema/finding.ts';
import { assessmentRef, collectionOf, cycleRef, resultRef, sheetRef, unitSheetRef } from '../schema/refs.ts';
import { calendarIn } from './calendarIn.ts';
import { converge } from './converge.ts';
import { headedBy } from './headedUnits.ts';
import type { Documents, Stored } from './ports.ts';

/** From this many working days before the heads' deadline on, every night: what a head filed before is theirs already. */
const nightsBefore = 5;
/** How many months of a unit's plans are looked at beside the month's own: what drags on longer is backlog. */
const monthsBefore = 3;

/** `at`: 00:00 of the day. Reads the cycle alone on a day on which nothing is to be laid before anybody. */
export async function headFactsEveryDay(
  documents: Documents,
  org: string,
  { month, calendar, at }: { month: Month; calendar: Calendar; at: Moment },
): Promise<void> {
  const cycle = await documents.get(cycleRef(org, month));
  const heads = cycle?.data.days['heads'];
  if (cycle?.data.state !== 'open' || heads === undefined) return;
  if (civilDateOf(at) >= addWorkingDays(heads, -nightsBefore, calendar))
    await layHeadFacts(documents, org, month, at);
}

/** Before all who head a unit of the month, or before one of them. Nothing changes on a sheet that is filed. */
export async function layHeadFacts(
  documents: Documents,
  org: string,
  month: Month,
  at: Moment,
  only: string | null = null,
): Promise<void> {
  const headed =
    only === null
      ? await documents.find(collectionOf(org, 'unitSheets'), [['month', month]])
      : await headedBy(documents, org, only, month);
  const heads = [...new Set(headed.map(({ data }) => data.head))].filter((head) => !isNobody(head)).sort();
  const sheets = await documents.getAll(heads.map((head) => sheetRef(org, head, month)));
  const open = heads.filter((_, i) => sheets[i]?.data.state === 'open' && sheets[i].data.isHead);
  if (open.length === 0) return;
  const laying = { documents, org, month, at, ...(await asOf(documents, org, month)) };
  for (const head of open) {
    const units = headed.filter(({ data }) => data.head === head).map(({ data }) => data.unit);
    const facts = await factsOf(laying, head, units);
    await converge(documents, sheetRef(org, head, month), ({ data }) =>
      data.state === 'open' ? { headFacts: withAnswered(facts, data.headFacts, data.headWords) } : null,
    );
  }
}

interface Laying {
  documents: Documents;
  org: string;
  month: Month;
  at: Moment;
  /** This month's and the one before, as far as they were opened. */
  cycles: readonly Cycle[];
  calendar: Calendar;
  /** Confirmed and open, by whom they are about. */
  findings: ReadonlyMap<string, Stored<Finding>[]>;
}

/** What is the same for every head. */
async function asOf(documents: Documents, org: string, month: Month) {
  const [cycles, calendar, confirmed] = await Promise.all([
    documents.getAll([previousMonth(month), month].map((one) => cycleRef(org, one))),
    calendarIn(documents, org),
    documents.find(collectionOf(org, 'findings'), [['state', 'confirmed']]),
  ]);
  const findings = new Map<string, Stored<Finding>[]>();
  for (const one of confirmed)
    findings.set(one.data.subject, [...(findings.get(one.data.subject) ?? []), one]);
  return { calendar, findings, cycles: cycles.flatMap((cycle) => (cycle ? [cycle.data] : [])) };
}

async function factsOf(laying: Laying, head: string, units: readonly string[]) {
  const { month, at } = laying;
  return headFactsOf({
    month,
    previous: previousMonth(month),
    today: civilDateOf(at),
    units: await Promise.all(units.map((unit) => headedUnit(laying, unit))),
    subordinates: await subordinatesOf(laying, head),
    owed: await Promise.all(laying.cycles.map((cycle) => owedBy(laying, head, cycle))),
  });
}

async function headedUnit({ documents, org, month }: Laying, unit: string): Promise<HeadedUnit> {
  const months = [month];
  while (months.length <= monthsBefore) months.unshift(previousMonth(months[0] ?? month));
  const [sheets, open] = await Promise.all([
    documents.getAll(months.map((one) => unitSheetRef(org, unit, one))),
    documents.find(collectionOf(org, 'backlogs'), [
      ['subject', unit],
      ['state', 'open'],
    ]),
  ]);
  const stored = sheets.flatMap((sheet) => (sheet ? [sheet.data] : []));
  return {
    unit,
    name: stored.at(-1)?.unitName ?? unit,
    // What stands in an unfiled sheet for the month after is a draft.
    sheets: stored.map((sheet) =>
      sheet.state === 'submitted' ? sheet : { ...sheet, nextTasks: {}, nextDue: {} },
    ),
    backlogs: open
      .filter(({ data }) => data.about === 'unit' && !data.hard)
      .map(({ id, data: { text, since, due, putOff } }) => ({ id, text, since, due, putOff })),
  };
}

async function subordinatesOf(laying: Laying, head: string): Promise<Map<string, Subordinate>> {
  const { documents, org, month, findings } = laying;
  const sheets = await documents.find(collectionOf(org, 'sheets'), [
    ['head', head],
    ['month', month],
  ]);
  const people = sheets.map(({ data }) => data).filter(({ person }) => person !== head);
  const [assessments, results] = await Promise.all([
    documents.getAll(people.map(({ person }) => assessmentRef(org, person, month))),
    documents.getAll(people.map(({ person }) => resultRef(org, person, previousMonth(month)))),
  ]);
  return new Map(
    people.map(({ person, personName: name }, i) => [
      person,
      {
        name,
        proposed: assessments[i]?.data.proposal ?? null,
        published: results[i]?.data ?? null,
        findings: (findings.get(person) ?? []).flatMap(({ id, data }) =>
          data.notifiedAt === null ? [] : [{ ...data, id, told: civilDateOf(data.notifiedAt) }],
        ),
      },
    ]),
  );
}

/** Leaders wait for the final run, and nobody owes anything about them before. */
async function owedBy({ documents, org, at, calendar }: Laying, head: string, cycle: Cycle) {
  const { month, deadlines } = cycle;
  if (millisOf(deadlines.evaluate) > millisOf(at)) return { month, names: [] };
  const waiting = await documents.find(collectionOf(org, 'assessments'), [
    ['evaluator', head],
    ['month', month],
    ['state', 'waiting'],
  ]);
  const owed = waiting
    .map(({ data }) => data)
    .filter(({ held, frozen }) => !held && !frozen)
    .filter(
      (a) => millisOf(owedSince(a.waitingSince ?? a.createdAt, deadlines.evaluate, calendar)) <= millisOf(at),
    );
  return { month, names: owed.map(({ personName }) => personName).sort((a, b) => a.localeCompare(b, 'vi')) };
}
