// The authority acted on an assessment: settle the findings it judged, move the sheet's stage, return it, keep the log.
import type { Calendar } from '../domain/calendar.ts';
import { lastDayBefore } from '../domain/civilDate.ts';
import { returnedDue } from '../domain/deadlines.ts';
import { onBehalf } from '../domain/delegation.ts';
import { millisOf, type Moment, type ServerTime } from '../domain/moment.ts';
import { totalScore } from '../domain/rating.ts';
import type { Stage } from '../domain/words.ts';
import type { Assessment, AssessmentState } from '../schema/assessment.ts';
import { refOf, sheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { logged, outcomeText, type Act } from './audit.ts';
import { calendarIn } from './calendarIn.ts';
import { converge } from './converge.ts';
import { markUnit } from './markUnit.ts';
import { personMonth, proposalFor, suspectedIn } from './monthOfPerson.ts';
import type { Documents, Ports } from './ports.ts';
import { isAsPrefilled, nothingFilledIn } from './filingFacts.ts';
import { publishLate } from './publishLate.ts';
import { refuseAct } from './refuseScores.ts';
import { refuseUnclear } from './refuseUnclear.ts';
import { reopenMonth } from './reopenMonth.ts';
import { settleFindings } from './settleFindings.ts';
import { pinnedTemplate } from './templateOfMonth.ts';
import { unitsOfHeadRated } from './unitRated.ts';

const stageOf: Record<AssessmentState, Stage> = {
  waiting: 'submitted',
  returned: 'open',
  evaluated: 'evaluated',
  decided: 'decided',
  unrated: 'unrated',
};

export async function assessmentWritten(ports: Ports, org: string, id: string): Promise<void> {
  const stored = await ports.documents.get(refOf(org, 'assessments', id));
  if (!stored || !stored.data.actedAt) return;
  const assessment = stored.data;
  const at = await ports.clock.momentOf(stored.data.actedAt.toMillis() as ServerTime);
  if (assessment.frozen && !(await reopenMonth(ports.documents, org, stored, at))) return;
  const template = await pinnedTemplate(ports.documents, org, assessment);
  if (await refuseAct(ports.documents, org, id, { assessment, template, at })) return;
  if (await refuseUnclear(ports.documents, org, id, assessment, at)) return;
  await settleFindings(ports, org, assessment, at);
  await followOnSheet(ports, org, assessment, at);
  await followOnAssessment(ports, org, id, assessment.rev, at);
  // In the same commit with the decision on the head came what was decided of the unit.
  if (assessment.isHead) await unitsOfHeadRated(ports, org, assessment.person, assessment.month);
  await markUnit(ports, org, assessment.unit, assessment.month);
  await publishLate(ports, org, assessment);
}

function actOf(assessment: Assessment, at: Moment, before: string): Act {
  return {
    at,
    who: assessment.actor ?? '',
    forWhom: assessment.actedFor,
    what: assessment.state,
    before,
    after: `${assessment.state} rev ${assessment.rev}`,
  };
}

/** Whoever evaluates what changed the plan consents to it; who doesn't, returns it. */
const consented = ({ planChanges }: Assessment) =>
  planChanges.length === 0 ? '' : `; consents to ${planChanges.length} changes of the plan`;

const stateLeftBy: Readonly<Record<string, string>> = {
  ...{ submit: 'waiting', deadline: 'waiting', reopen: 'published' },
  ...Object.fromEntries(Object.keys(stageOf).map((state) => [state, state])),
};
/** The state that the act found, as the log tells it. */
const stoodBefore = (log: Assessment['log']): string =>
  log.flatMap(({ what, after }) => stateLeftBy[what === 'refuse' ? (after ?? '') : what] ?? []).at(-1) ?? '';

/** Why it was done, where the act asked; a withdrawal asks for nothing, and a note from before is none of its own. */
function whyOf(a: Assessment, before: string): string {
  if (a.state === 'decided' || a.state === 'unrated') return a.dReason;
  if (a.state === 'evaluated') return before === 'waiting' ? a.eReason : a.dReason;
  if (a.state === 'returned') return a.note;
  const isWithdrawn = (a.actedFor ?? a.actor) === a.evaluator;
  return isWithdrawn && a.log.some(({ reason }) => reason === a.note.trim()) ? '' : a.note;
}

/** The assessment's own log says what came out and why; the sheet's doesn't, which the person reads before anything is published. */
function told(assessment: Assessment, at: Moment): Act {
  const { state, eRating, eLevel, eScore1, eScore21, eScore22 } = assessment;
  const { dRating, dLevel, dScore1, dScore21, dScore22 } = assessment;
  const before = stoodBefore(assessment.log);
  const why = whyOf(assessment, before).trim();
  const act = { ...actOf(assessment, at, before), ...(why === '' ? {} : { reason: why }) };
  if (state === 'evaluated')
    return {
      ...act,
      after: `${act.after}: ${outcomeText(eRating, eLevel, totalScore(eScore1, eScore21, eScore22))}${consented(assessment)}`,
    };
  if (state === 'decided')
    return {
      ...act,
      after: `${act.after}: ${outcomeText(dRating, dLevel, totalScore(dScore1, dScore21, dScore22))}${assessment.evaluator === assessment.decider ? consented(assessment) : ''}`,
    };
  return act;
}

/** The sheet's stage says to the person who has it now; a return opens it again with a date of its own. */
async function followOnSheet(
  { documents }: Ports,
  org: string,
  assessment: Assessment,
  at: Moment,
): Promise<void> {
  const ref = sheetRef(org, assessment.person, assessment.month);
  await converge(documents, ref, async ({ data }) => {
    // Filed again since, or not filed at all: this act was about another state of the sheet.
    if (assessment.sheetRev !== data.rev && assessment.filed) return null;
    if (assessment.state === 'returned')
      return data.state === 'submitted'
        ? returned(ref.path, data, assessment, { at, calendar: await calendarIn(documents, org) })
        : null;
    // Nothing was filed: what is taken back leaves it as it was before it was evaluated.
    if (data.state === 'open' && assessment.state === 'waiting' && data.stage !== 'evaluated') return null;
    const stage =
      data.state === 'open' && assessment.state === 'waiting' ? 'open' : stageOf[assessment.state];
    if (data.stage === stage) return null;
    return { stage, log: logged(ref.path, data.log, actOf(assessment, at, data.stage)) };
  });
}

function returned(
  path: string,
  sheet: Sheet,
  assessment: Assessment,
  { at, calendar }: { at: Moment; calendar: Calendar },
): Partial<Sheet> {
  const due = returnedDue(sheet.due, at, calendar);
  return {
    state: 'open',
    stage: 'open',
    returnNote: assessment.note,
    returns: sheet.returns + 1,
    due,
    dueDay: lastDayBefore(due),
    // The person reads the note beside it: the one reason that stands in the log of the sheet.
    log: logged(path, sheet.log, { ...actOf(assessment, at, sheet.stage), reason: assessment.note }),
  };
}

async function followOnAssessment(
  { documents }: Ports,
  org: string,
  id: string,
  rev: number,
  at: Moment,
): Promise<void> {
  const ref = refOf(org, 'assessments', id);
  await converge(documents, ref, async ({ data }) => {
    if (data.rev !== rev || data.frozen) return null;
    const sheet = await documents.get(sheetRef(org, data.person, data.month));
    if (!sheet) return null;
    const of = await personMonth(documents, org, sheet.data);
    const settled = isSettled(data);
    // Withdrawn or sent back; whatever else waits was filed, or is still being written.
    const takenBack = data.state === 'waiting' && data.evaluatedBy !== null;
    const decidedAnew = settled && (data.decidedAt === null || millisOf(data.decidedAt) < millisOf(at));
    return {
      suspected: suspectedIn(of),
      proposal: proposalFor(of, data),
      ...(await signed(documents, org, data)),
      // Left unrated and never evaluated: what was filled in beforehand is nobody's result.
      ...(data.state === 'unrated' && data.evaluatedBy === null && isAsPrefilled(of, data)
        ? nothingFilledIn
        : {}),
      // Whoever evaluates has a working day anew.
      waitingSince: takenBack ? at : data.waitingSince,
      decidedAt: settled ? (decidedAnew ? at : data.decidedAt) : null,
      // A decision after one that was taken back is a version of its own (domain.md section 12).
      version: decidedAnew ? data.version + 1 : data.version,
      log: data.state === 'waiting' && !takenBack ? data.log : logged(ref.path, data.log, told(data, at)),
    };
  });
}

const isSettled = ({ state }: Assessment) => state === 'decided' || state === 'unrated';

/** Who evaluated and who decided, with the name of the delegate where one acted; what was taken back was nobody's. */
async function signed(
  documents: Documents,
  org: string,
  a: Assessment,
): Promise<Pick<Assessment, 'evaluatedBy' | 'decidedBy'>> {
  if (a.state === 'waiting' || a.state === 'returned') return { evaluatedBy: null, decidedBy: null };
  const authority = a.actedFor ?? a.actor;
  const name = await signature(documents, org, a);
  // Where the evaluator is late the decider evaluates instead; nobody evaluates twice.
  const instead = a.overdue && authority === a.decider && a.evaluatedBy === null;
  const evaluated =
    instead || (authority === a.evaluator && (a.state === 'evaluated' || a.evaluatedBy === null));
  return {
    // A decision changes nothing about who evaluated before it.
    evaluatedBy: evaluated ? name : a.evaluatedBy,
    decidedBy: isSettled(a) ? (authority === a.decider ? name : a.decidedBy) : null,
  };
}

async function signature(documents: Documents, org: string, a: Assessment): Promise<string> {
  const giver = (a.actedFor ?? a.actor) === a.evaluator ? a.evaluatorName : a.deciderName;
  if (a.actedFor === null || a.actor === null) return giver;
  const actor = await documents.get(refOf(org, 'people', a.actor));
  return onBehalf(actor?.data.name ?? a.actor, giver);
}
