// Publication: decided months become results, the unit's board shows them, and the reports are ordered (domain.md sections 7 and 11).
import { appealWindow } from '../domain/appeal.ts';
import { quotaWarning as quotaText, totalScore } from '../domain/rating.ts';
import { templateOf } from '../domain/templates.ts';
import { findingStateLabels } from '../domain/labels.ts';
import { basisText, factsOf, toldProposal, traceOf } from '../domain/basis.ts';
import { decisionOf } from '../domain/decisionTrace.ts';
import type { Moment, ServerTime } from '../domain/moment.ts';
import { outside } from '../domain/vacant.ts';
import type { Month } from '../domain/words.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { LogEntry } from '../schema/fields.ts';
import type { Finding } from '../schema/finding.ts';
import { assessmentRef, collectionOf, cycleRef, organisationRef, resultRef } from '../schema/refs.ts';
import { personMonthId } from '../schema/paths.ts';
import type { Result } from '../schema/result.ts';
import { authorityOf } from './assess.ts';
import { authorityRows } from './authorityRows.ts';
import { logged, outcomeText } from './audit.ts';
import { calendarFor } from './calendarIn.ts';
import { converge, convergeOrCreate } from './converge.ts';
import type { DeadlineCall } from './keepDeadline.ts';
import { markUnit } from './markUnit.ts';
import { markYear } from './markYear.ts';
import { isCarriedInto } from './monthOfPerson.ts';
import { system } from './opening.ts';
import type { Documents, Ports, Stored } from './ports.ts';
import { judgedFaults } from './refuseScores.ts';
import { supersede } from './supersede.ts';
import { showOnBoard } from './showOnBoard.ts';
import { publishUnitRating } from './unitRated.ts';

/** At the deadline: one task per unit, so that a large organisation is published side by side and a failure repeats one unit. */
export async function publishMonth(ports: Ports, { org, month, at, cycle }: DeadlineCall): Promise<void> {
  // A unit headed by a post beside may have nobody's month in it.
  const headed = await ports.documents.find(collectionOf(org, 'unitSheets'), [['month', month]]);
  const units = new Set([...cycle.data.units, ...headed.map(({ data }) => data.unit)]);
  for (const unit of units) {
    await ports.tasks.enqueue(
      'keepDeadline',
      `${org}/${month}/publish/${at}/${unit}`,
      { org, month, kind: 'publish', due: at, unit },
      at,
    );
  }
  await converge(ports.documents, cycleRef(org, month), ({ data }) =>
    data.state === 'open' ? { state: 'published' as const } : null,
  );
}

const isSettled = ({ data }: Stored<Assessment>) =>
  (data.state === 'decided' || data.state === 'unrated') && !data.frozen;

export async function publishUnit(
  ports: Ports,
  { org, month, at, cycle }: DeadlineCall,
  unit: string,
): Promise<void> {
  const { documents } = ports;
  const [organisation, assessments] = await Promise.all([
    documents.get(organisationRef(org)),
    documents.find(collectionOf(org, 'assessments'), [
      ['unit', unit],
      ['month', month],
    ]),
  ]);
  if (!organisation) throw new Error(`no organisation ${org}`);
  const { appealDays, quotaWarning } = organisation.data.settings;
  const quota = quotaWarning ? quotaOf(assessments) : null;
  const mayBeResult = ({ data }: Stored<Assessment>) =>
    judgedFaults(templateOf(data.template, cycle.data.templates), data).length === 0;
  for (const stored of assessments.filter(isSettled).filter(mayBeResult)) {
    const publishedAt = await publicationOf(ports, stored.data, at);
    await publishOne(documents, org, stored, publishedAt, {
      appealUntil: appealWindow(publishedAt, appealDays, calendarFor(organisation.data)),
      quota,
    });
  }
  await publishUnitRating(ports, org, unit, month, at);
  await showUnit(ports, org, month, unit, at);
}

/** What the unit's decisions come to, published ones among them, so that a replay says the same. */
function quotaOf(assessments: readonly Stored<Assessment>[]): string | null {
  const decided = assessments.filter(({ data }) => data.state === 'decided');
  const count = (rating: 'A' | 'B') => decided.filter(({ data }) => data.dRating === rating).length;
  return quotaText({ A: count('A'), B: count('B') });
}

/** Board, reports, month and year of the unit follow its results, at publication and when a version takes another's place. */
export async function showUnit(
  ports: Ports,
  org: string,
  month: Month,
  unit: string,
  at: Moment,
): Promise<void> {
  const version = await showOnBoard(ports.documents, org, month, unit);
  if (version === 0) return;
  await ports.tasks.enqueue(
    'renderReport',
    `${org}/${month}/${unit}/publication/${version}`,
    { org, month, unit, kind: 'publication', version },
    at,
  );
  await markUnit(ports, org, unit, month);
  await markYear(ports, org, unit, month);
}

/** A sheet decided after the day of publication is published when it is decided. */
async function publicationOf({ clock }: Ports, assessment: Assessment, at: Moment): Promise<Moment> {
  const { decidedAt } = assessment;
  // Decided by nobody's act here: entered from a document.
  if (!assessment.actedAt) return decidedAt !== null && decidedAt > at ? decidedAt : at;
  const acted = await clock.momentOf(assessment.actedAt.toMillis() as ServerTime);
  return acted > at ? acted : at;
}

/** Result first, then the freeze: a run cut off between the two writes the same result again. */
async function publishOne(
  documents: Documents,
  org: string,
  { data: assessment }: Stored<Assessment>,
  publishedAt: Moment,
  { appealUntil, quota }: { appealUntil: Moment; quota: string | null },
): Promise<void> {
  const { person, month } = assessment;
  const all = await documents.find(collectionOf(org, 'findings'), [['subject', person]]);
  const findings = all.filter(({ data }) => data.countsIn === month || isCarriedInto(data, month));
  const result = resultOf(assessment, findings, publishedAt, { appealUntil, quota });
  const ref = resultRef(org, person, month);
  const history = (known: readonly LogEntry[]) =>
    publicationLog({ path: ref.path, known }, assessmentRef(org, person, month).path, assessment, result);
  const known = await supersede(documents, org, personMonthId(person, month), (current) =>
    current.version < result.version
      ? { ...result, answerers: current.answerers, log: history(current.log) }
      : null,
  );
  if (!known)
    await convergeOrCreate(documents, ref, async (current) =>
      current ? { patch: null } : { create: { ...result, log: history([]) } },
    );
  await converge(documents, assessmentRef(org, person, month), ({ data }) =>
    data.frozen ? null : { frozen: true },
  );
}

function resultOf(
  assessment: Assessment,
  findings: readonly Stored<Finding>[],
  publishedAt: Moment,
  { appealUntil, quota }: { appealUntil: Moment; quota: string | null },
): Omit<Result, 'log'> {
  const unrated = assessment.state === 'unrated';
  const { eScore1, eScore21, eScore22, dScore1, dScore21, dScore22, dRating, dLevel, eRating, eLevel } =
    assessment;
  // Outside, a rating and a level are decided; points are not told.
  const isOutside = assessment.decider === outside;
  const score = unrated || isOutside ? null : totalScore(dScore1, dScore21, dScore22);
  const evaluatedBy = assessment.evaluatedBy ?? assessment.evaluatorName;
  const decidedBy = assessment.decidedBy ?? assessment.deciderName;
  const proposal = toldProposal(assessment.proposal);
  const decision = decisionOf({ ...assessment, evaluatedBy, decidedBy, unrated, score, quota });
  return {
    ...authorityOf(assessment),
    version: Math.max(1, assessment.version),
    state: 'published',
    rating: unrated ? null : dRating,
    level: unrated ? null : dLevel,
    score,
    unrated,
    excuse: assessment.excuse,
    filed: assessment.filed,
    late: assessment.late,
    evaluatorRating: eRating,
    evaluatorLevel: eLevel,
    evaluatorScore: eRating === null ? null : totalScore(eScore1, eScore21, eScore22),
    evaluatedBy,
    decidedBy,
    reason: assessment.dReason || assessment.eReason,
    comment: assessment.eComment,
    participants: assessment.participants,
    ...authorityRows(
      assessment,
      // What was carried stands in section III already.
      findings.flatMap(({ data }) => (data.countsIn === assessment.month ? [data] : [])),
    ),
    findings: Object.fromEntries(
      findings.map(({ id, data }) => [
        id,
        `${data.codes.replaceAll(' ', ', ')} · ${findingStateLabels[data.state]}`,
      ]),
    ),
    warnings: proposal.warnings,
    trace: traceOf(proposal, factsOf(proposal.facts), decision),
    basis: basisText(proposal.facts, decision),
    decidedAt: assessment.decidedAt,
    publishedAt,
    appealUntil,
    answerers: [],
    onAppeal: null,
    reopened: null,
  };
}

/** The result's own chain; its entry `continue` names the last entry of the assessment's, on which it rests. */
function publicationLog(
  { path, known }: { path: string; known: readonly LogEntry[] },
  source: string,
  { log, state }: Assessment,
  { publishedAt: at, version, rating, level, score }: Omit<Result, 'log'>,
): LogEntry[] {
  const by = { at, who: system, forWhom: null };
  const head = log.at(-1);
  const rests = { ...by, what: 'continue', before: source, after: `${head?.n ?? 0} ${head?.hash ?? ''}` };
  return logged(path, logged(path, known, rests), {
    ...{ ...by, what: 'publish', before: state },
    after: `v${version}: ${outcomeText(rating, level, score)}`,
  });
}
