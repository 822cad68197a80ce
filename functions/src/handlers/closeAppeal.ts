// The answer to an appeal takes effect: the result stands, or a new version takes its place and opens a window of its own (domain.md section 7).
import { appealWindow } from '../domain/appeal.ts';
import { afterAppeal } from '../domain/basis.ts';
import { appealStep } from '../domain/decisionTrace.ts';
import { onBehalf } from '../domain/delegation.ts';
import type { Moment, ServerTime } from '../domain/moment.ts';
import { totalScore } from '../domain/rating.ts';
import { decimal } from '../domain/scoring.ts';
import { scoreFaults } from '../domain/scoringFaults.ts';
import type { Appeal } from '../schema/appeal.ts';
import { deciderScores, type Assessment } from '../schema/assessment.ts';
import { personMonthId } from '../schema/paths.ts';
import { appealRef, assessmentRef, organisationRef, refOf, resultRef } from '../schema/refs.ts';
import type { Result } from '../schema/result.ts';
import { logged } from './audit.ts';
import { calendarFor } from './calendarIn.ts';
import { converge } from './converge.ts';
import { lockAfterAppeal } from './lockMonth.ts';
import { system } from './opening.ts';
import type { Documents, Ports, Stored } from './ports.ts';
import { showUnit } from './publish.ts';
import { supersede } from './supersede.ts';
import { startingFrom } from './takeAppeal.ts';
import { pinnedTemplate } from './templateOfMonth.ts';

/** Log, result, assessment, what shows them, and last that it is closed: a call that was cut off goes on from there. */
export async function closeAppeal(
  ports: Ports,
  org: string,
  { data: appeal }: Stored<Appeal>,
): Promise<void> {
  const { documents, clock } = ports;
  if (appeal.state !== 'answered' || !appeal.actedAt || appeal.closedAt !== null) return;
  const at = await clock.momentOf(appeal.actedAt.toMillis() as ServerTime);
  if (await refuseAnswer(documents, org, appeal, at)) return;
  const answered = await logAnswer(documents, org, appeal, at);
  if (answered.outcome === 'upheld') await correct(ports, org, answered, at);
  const { person, month, version } = appeal;
  await converge(documents, appealRef(org, person, month, version), () => ({
    closedAt: at,
    newVersion: answered.outcome === 'upheld' ? version + 1 : null,
  }));
  await lockAfterAppeal(documents, org, appeal, at);
}

/** A corrected result whose points leave their template isn't one: the answer is to be given again. */
async function refuseAnswer(documents: Documents, org: string, appeal: Appeal, at: Moment): Promise<boolean> {
  if (appeal.outcome !== 'upheld') return false;
  const faults = scoreFaults(await pinnedTemplate(documents, org, appeal), deciderScores(appeal));
  if (faults.length === 0) return false;
  const ref = appealRef(org, appeal.person, appeal.month, appeal.version);
  const reason = faults.map(({ message }) => message).join('; ');
  const act = { at, who: system, forWhom: null, what: 'refuse', before: 'answered', after: 'filed', reason };
  const decided = await documents.get(assessmentRef(org, appeal.person, appeal.month));
  await converge(documents, ref, ({ data }) =>
    data.rev === appeal.rev && data.state === 'answered'
      ? {
          ...unanswered,
          ...(decided ? startingFrom(decided.data) : {}),
          ...{ state: 'filed' as const, returned: reason },
          log: logged(ref.path, data.log, act),
        }
      : null,
  );
  return true;
}

/** The person reads the document: nothing stays there that was not answered. */
const unanswered = {
  ...{ answer: '', outcome: null, participants: '', actor: null, actedFor: null, actedAt: null },
  ...{ dScore1: 0, dScore21: 0, dScore22: 0, dPoints: '', dRating: null, dLevel: null },
} as const satisfies Partial<Appeal>;

async function logAnswer(documents: Documents, org: string, appeal: Appeal, at: Moment): Promise<Appeal> {
  const ref = appealRef(org, appeal.person, appeal.month, appeal.version);
  const followed = await converge(documents, ref, ({ data }) => ({
    returned: '',
    log: logged(ref.path, data.log, {
      ...{ at, who: data.actor ?? '', forWhom: data.actedFor, what: data.outcome ?? '' },
      ...{ before: 'filed', after: 'answered', reason: data.answer },
    }),
  }));
  return followed?.data ?? appeal;
}

async function correct(ports: Ports, org: string, appeal: Appeal, at: Moment): Promise<void> {
  const { documents } = ports;
  const { person, month, version } = appeal;
  const organisation = await documents.get(organisationRef(org));
  if (!organisation) throw new Error(`no organisation ${org}`);
  const signed = await signature(documents, org, appeal);
  const until = appealWindow(at, organisation.data.settings.appealDays, calendarFor(organisation.data));
  const result = await supersede(documents, org, personMonthId(person, month), (current) =>
    current.version === version ? corrected(org, current, appeal, { at, until, signed }) : null,
  );
  if (!result) throw new Error(`an appeal about no result: ${person} ${month}`);
  await followOnAssessment(documents, org, appeal, at, signed);
  await showUnit(ports, org, month, result.unit, at);
}

interface Act {
  at: Moment;
  until: Moment;
  signed: string;
}

function corrected(
  org: string,
  current: Result,
  appeal: Appeal,
  { at, until, signed }: Act,
): Partial<Result> {
  const { dScore1, dScore21, dScore22, dRating, dLevel, answer, participants, version } = appeal;
  if (dRating === null || dLevel === null) throw new Error('an appeal is upheld with a rating and a level');
  const score = totalScore(dScore1, dScore21, dScore22);
  const decision = { signed, answer, participants, version, dRating, dLevel, score };
  const source = appealRef(org, appeal.person, appeal.month, version).path;
  const { path } = resultRef(org, appeal.person, appeal.month);
  const head = appeal.log.at(-1);
  const by = { at, who: system, forWhom: null };
  const rests = { ...by, what: 'continue', before: source, after: `${head?.n ?? 0} ${head?.hash ?? ''}` };
  return {
    ...{ version: version + 1, state: 'published', rating: dRating, level: dLevel, score },
    ...{ unrated: false, excuse: null },
    ...{
      decidedBy: signed,
      reason: answer,
      participants,
      decidedAt: at,
      publishedAt: at,
      appealUntil: until,
    },
    onAppeal: {
      appeal: source.split('/').at(-1) ?? '',
      answerer: appeal.answerer,
      answererName: appeal.answererName,
    },
    trace: [...current.trace, appealStep(decision)],
    basis: afterAppeal(current.basis, decision),
    reopened: null,
    log: logged(path, logged(path, current.log, rests), {
      ...{ ...by, what: 'publish', before: `v${version}`, after: `v${version + 1}` },
    }),
  };
}

/** The unit's rows and Phiếu tổng hợp are made from it; what was decided first stays in the result's earlier version. */
async function followOnAssessment(
  documents: Documents,
  org: string,
  appeal: Appeal,
  at: Moment,
  signed: string,
): Promise<void> {
  const { person, month, version, answer, participants } = appeal;
  const { dScore1, dScore21, dScore22, dPoints, dRating, dLevel } = appeal;
  const ref = assessmentRef(org, person, month);
  await converge(documents, ref, ({ data }) => {
    if (data.version > version) return null;
    const act = { at, who: appeal.actor ?? '', forWhom: appeal.actedFor, what: 'appeal', reason: answer };
    return {
      ...{ dScore1, dScore21, dScore22, dPoints, dRating, dLevel, dReason: answer, participants },
      ...{ state: 'decided', version: version + 1, decidedBy: signed, decidedAt: at, frozen: true },
      log: logged(ref.path, data.log, { ...act, before: shown(data), after: shown(appeal) }),
    } satisfies Partial<Assessment>;
  });
}

const shown = (of: Pick<Assessment, 'dRating' | 'dLevel' | 'dScore1' | 'dScore21' | 'dScore22'>) =>
  `${of.dRating ?? '–'} ${of.dLevel ?? '–'} ${decimal(totalScore(of.dScore1, of.dScore21, of.dScore22))}`;

/** As printed: the answerer, with the delegate who acted; the body stands in the reason's company, `participants`. */
async function signature(documents: Documents, org: string, appeal: Appeal): Promise<string> {
  const { actor, actedFor, answererName, body } = appeal;
  const who = body === null ? answererName : `${answererName} (${body})`;
  if (actedFor === null || actor === null) return who;
  const delegate = await documents.get(refOf(org, 'people', actor));
  return onBehalf(delegate?.data.name ?? actor, who);
}
