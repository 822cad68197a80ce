// Gathers what a person's month is judged by — sheet, findings, absences, deadlines — and has the domain propose from it.
import type { Calendar } from '../domain/calendar.ts';
import { factsText } from '../domain/basis.ts';
import { noticeUntil } from '../domain/finding.ts';
import type { FindingFacts } from '../domain/level.ts';
import { absenceOf, stoppedClock } from '../domain/missing.ts';
import type { Absence } from '../domain/organisation.ts';
import { isPlanned } from '../domain/plan.ts';
import { proposeMonth, type MonthFacts } from '../domain/proposal.ts';
import { taskShare } from '../domain/rating.ts';
import { templateOf } from '../domain/templates.ts';
import type { Month } from '../domain/words.ts';
import { evaluatorScores, type Assessment, type Proposal } from '../schema/assessment.ts';
import type { Cycle, OrganisationDocument } from '../schema/cycle.ts';
import type { Finding } from '../schema/finding.ts';
import {
  assessmentRef,
  collectionOf,
  cycleRef,
  organisationRef,
  plansOf,
  refOf,
  sheetRef,
} from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { calendarFor } from './calendarIn.ts';
import { converge } from './converge.ts';
import { filingFacts, prefilled } from './filingFacts.ts';
import { headedBy } from './headedUnits.ts';
import type { Documents, Stored } from './ports.ts';

export interface PersonMonth {
  sheet: Sheet;
  cycle: Cycle;
  settings: OrganisationDocument['settings'];
  /** The organisation's own lines, and the calendar that they make with what ships. */
  lines: OrganisationDocument['calendar'];
  calendar: Calendar;
  /** Of the person, all months. */
  findings: Stored<Finding>[];
  absences: Absence[];
  /** Of every unit that they head. Null for who heads none, and while the units' own filing isn't due. */
  unitFiled: boolean | null;
  /** A plan of the month stands in the sheet, or was filed with the month before and taken out of it since. */
  planned: boolean;
}

/**
 * Throws where the month has no cycle: a sheet without one was opened by nobody. `headsOver`: the heads' deadline is
 * being kept by this very call and not noted as kept yet.
 */
export async function personMonth(
  documents: Documents,
  org: string,
  sheet: Sheet,
  { headsOver = false } = {},
): Promise<PersonMonth> {
  const { person, month, isHead } = sheet;
  const [organisation, cycle, subject, findings, headed, planned] = await Promise.all([
    documents.get(organisationRef(org)),
    documents.get(cycleRef(org, month)),
    documents.get(refOf(org, 'people', person)),
    documents.find(collectionOf(org, 'findings'), [['subject', person]]),
    isHead ? headedBy(documents, org, person, month) : [],
    isPlanned(sheet) || wasPlanned(documents, org, person, month),
  ]);
  if (!organisation || !cycle) throw new Error(`${org} has no cycle ${month}`);
  const unitFiled = headed.length === 0 ? null : headed.every(({ data }) => data.state === 'submitted');
  return {
    sheet,
    cycle: cycle.data,
    settings: organisation.data.settings,
    lines: organisation.data.calendar,
    calendar: calendarFor(organisation.data),
    findings,
    absences: subject ? subject.data.absences : [],
    unitFiled: unitFiled === false && !headsOver && !('heads' in cycle.data.kept) ? null : unitFiled,
    planned,
  };
}

/** What was filed for the month with an earlier one: it may have come when the sheet had been written in already. */
async function wasPlanned(documents: Documents, org: string, person: string, month: Month): Promise<boolean> {
  const versions = await documents.find(plansOf(org, person, month), []);
  return versions.some(
    ({ data }) => data.filedWith < month && isPlanned({ tasks: data.tasks, taskKind: {} }),
  );
}

/** Findings that still want a verdict with this month's sheet; those carried as chưa rõ among them. */
export function suspectedIn({ findings, sheet }: PersonMonth): string[] {
  return findings
    .filter(({ data }) => data.state === 'suspected' && data.month <= sheet.month)
    .map(({ id }) => id)
    .sort();
}

export function proposalFor(of: PersonMonth, assessment: Assessment | null): Proposal {
  const { sheet, cycle, settings, calendar, lines, absences } = of;
  const filed = sheet.firstFiledAt !== null;
  const { month, tasks, taskState } = sheet;
  const scored = assessment !== null && assessment.rev > 0;
  const facts: MonthFacts = {
    self: filed ? sheet : null,
    evaluator: scored ? evaluatorScores(assessment) : null,
    tasks: taskShare(tasks, taskState),
    work: { tasks, states: taskState },
    filing: filingFacts(of, assessment !== null && assessment.missedWhenEvaluated),
    findings: findingFacts(of),
    absence: absenceOf(absences, month, calendar, settings),
    template: templateOf(sheet.template, cycle.templates),
    close: cycle.deadlines.decide,
    noticeUntil: noticeUntil({
      ...{ evaluateDeadline: cycle.deadlines.evaluate, close: cycle.deadlines.decide },
      ...{ calendar, noticeDays: settings.noticeDays },
    }),
    clock: { absences, lines },
    settings,
  };
  return { ...proposeMonth(facts), facts: factsText(facts) };
}

/** Findings that count in the month, those carried into it, and those still suspected. */
export function findingFacts(of: PersonMonth): FindingFacts[] {
  const { findings, absences, calendar, settings } = of;
  const { month } = of.sheet;
  const clock = { absences, calendar, settings, month, close: of.cycle.deadlines.decide };
  return findings.flatMap(({ id, data }) => {
    const carried = isCarriedInto(data, month);
    if (data.countsIn !== month && !carried && !(data.state === 'suspected' && data.month <= month))
      return [];
    const { codes, source, state, remedyState, remedyReportedAt, due, firstDue, notifiedAt } = data;
    return [
      {
        id,
        codes,
        source,
        state,
        remedyState,
        remedyReportedAt,
        due,
        ...(firstDue === null ? {} : { firstDue }),
        notifiedAt,
        carried,
        excuse: stoppedClock(data, clock),
        // What was stated later says nothing of a month before.
        harm: data.harmIn !== null && data.harmIn <= month ? data.harm : '',
      },
    ];
  });
}

/** The cause that kept the person from remedying it between being told and the close; a sick day on the 24th excuses no finding. */
/** Counted earlier and open since, or open at the close before this month and remedied in it or later. */
export function isCarriedInto(
  finding: Pick<Finding, 'countsIn' | 'carriedTo' | 'state'>,
  month: Month,
): boolean {
  const { countsIn, carriedTo, state } = finding;
  if (countsIn === null || countsIn >= month) return false;
  return state === 'confirmed' || (state === 'remedied' && carriedTo !== null && carriedTo >= month);
}

/** Proposal and open suspicions of an assessment follow their sources until the result is published. */
export async function followProposal(
  documents: Documents,
  org: string,
  person: string,
  month: Month,
  heads: { headsOver?: boolean } = {},
): Promise<void> {
  await converge(documents, assessmentRef(org, person, month), async ({ data }) => {
    const sheet = data.frozen ? null : await documents.get(sheetRef(org, person, month));
    if (!sheet) return null;
    const of = await personMonth(documents, org, sheet.data, heads);
    const proposal = proposalFor(of, data);
    const isUntouched = data.rev === 0 && data.state === 'waiting';
    return { suspected: suspectedIn(of), proposal, ...(isUntouched ? prefilled(of, proposal) : {}) };
  });
}
