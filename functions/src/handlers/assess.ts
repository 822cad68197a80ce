// Lays a person's month before its evaluator: creates or follows the assessment, asks the consulted (domain.md sections 6 and 7).
import type { Moment } from '../domain/moment.ts';
import type { PlanChange } from '../domain/plan.ts';
import { totalScore } from '../domain/rating.ts';
import { templateOf } from '../domain/templates.ts';
import type { Assessment } from '../schema/assessment.ts';
import { assessmentRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { askConsulted, askedOf } from './askConsulted.ts';
import { logged } from './audit.ts';
import { recountConsultations } from './consultationWritten.ts';
import { convergeOrCreate } from './converge.ts';
import { personMonth, proposalFor, suspectedIn, type PersonMonth } from './monthOfPerson.ts';
import { system } from './opening.ts';
import type { Ports } from './ports.ts';
import { isAsPrefilled, nothingFilledIn, prefilled } from './filingFacts.ts';

/** `at` is the moment of the filing, or of the deadline where nothing was filed; `planChanges` are those of the filing. */
export async function assess(
  ports: Pick<Ports, 'documents'>,
  org: string,
  sheet: Sheet,
  at: Moment,
  planChanges: PlanChange[] = [],
): Promise<void> {
  const { documents } = ports;
  const of = await personMonth(documents, org, sheet);
  await askConsulted(documents, org, of, at);
  const ref = assessmentRef(org, sheet.person, sheet.month);
  await convergeOrCreate(documents, ref, async (current) => {
    if (!current) return { create: { ...newAssessment(ref.path, of, at), planChanges } };
    const known = current.data;
    // Each deadline after the first lays what is still unfiled before its evaluator again.
    if (known.frozen || sheet.firstFiledAt === null || known.sheetRev >= sheet.rev) return { patch: null };
    return { patch: { ...refiled(ref.path, known, of, at), planChanges } };
  });
  // Somebody may have answered before there was an assessment to count on.
  if (askedOf(sheet).length > 0) await recountConsultations(ports, org, sheet.person, sheet.month);
}

/** What the assessment takes over from a new filing; the evaluator's own words stay as they are. */
function refiled(path: string, known: Assessment, of: PersonMonth, at: Moment): Partial<Assessment> {
  const { sheet } = of;
  const untouched = known.rev === 0;
  const missedWhenEvaluated = known.missedWhenEvaluated || (!known.filed && known.state !== 'waiting');
  const state = known.state === 'returned' ? ('waiting' as const) : known.state;
  return {
    sheetRev: sheet.rev,
    filed: true,
    late: sheet.late,
    selfScore: selfScore(sheet),
    missedWhenEvaluated,
    waitingSince: at,
    suspected: suspectedIn(of),
    proposal: proposalFor(of, { ...known, missedWhenEvaluated }),
    state,
    // What nobody chose for a month that hadn't come says nothing of it now that it has.
    ...(known.state === 'waiting' && isAsPrefilled(of, known) ? nothingFilledIn : {}),
    ...(untouched ? selfAsEvaluator(sheet) : {}),
    log: logged(path, known.log, {
      at,
      who: sheet.person,
      forWhom: null,
      what: 'submit',
      before: known.state,
      after: state,
    }),
  };
}

function newAssessment(path: string, of: PersonMonth, at: Moment): Assessment {
  const { sheet, cycle } = of;
  const filed = sheet.firstFiledAt !== null;
  const authority = authorityOf(sheet);
  const proposal = proposalFor(of, null);
  return {
    ...authority,
    isHead: sheet.isHead,
    excuse: sheet.excuse,
    sheetRev: filed ? sheet.rev : -1,
    filed,
    late: sheet.late,
    missedWhenEvaluated: false,
    overdue: false,
    planChanges: [],
    waitingSince: null,
    // Leaders are evaluated and decided together after the final run; one filed after it is held by nothing.
    held: sheet.tier === 'leader' && !('finalRun' in cycle.kept),
    consultsOpen: askedOf(sheet).length,
    suspected: suspectedIn(of),
    proposal,
    selfScore: filed ? selfScore(sheet) : null,
    bands: templateOf(sheet.template, cycle.templates).bands,
    createdAt: at,
    evaluatedBy: null,
    decidedBy: null,
    decidedAt: null,
    frozen: false,
    version: 0,
    log: logged(path, [], {
      at,
      who: filed ? sheet.person : system,
      forWhom: null,
      what: filed ? 'submit' : 'deadline',
      before: null,
      after: 'waiting',
    }),
    ...(filed ? selfAsEvaluator(sheet) : { eScore1: 0, eScore21: 0, eScore22: 0, ePoints: '' }),
    ...prefilled(of, proposal),
    eReason: '',
    eComment: '',
    aResult: {},
    aCause: {},
    aRemedy: {},
    aCodes: {},
    aDegree: {},
    aDue: {},
    verdicts: {},
    note: '',
    dScore1: 0,
    dScore21: 0,
    dScore22: 0,
    dPoints: '',
    dRating: null,
    dLevel: null,
    dReason: '',
    participants: '',
    state: 'waiting',
    rev: 0,
    actor: null,
    actedFor: null,
    actedAt: null,
  };
}

const selfScore = (sheet: Sheet) => totalScore(sheet.score1, sheet.score21, sheet.score22);
const selfAsEvaluator = (sheet: Sheet) => ({
  eScore1: sheet.score1,
  eScore21: sheet.score21,
  eScore22: sheet.score22,
  ePoints: sheet.points,
});

/** The frozen authority as every document of the month copies it. */
export function authorityOf(from: Sheet | Assessment) {
  const { person, personName, post, category, unit, unitName, block, month, tier, row, clause, headcount } =
    from;
  const { evaluator, evaluatorName, decider, deciderName, head, consulted } = from;
  const { onRequest, proposers, template } = from;
  return {
    ...{ person, personName, post, category, unit, unitName, block, month, tier, row, clause, headcount },
    ...{ evaluator, evaluatorName, decider, deciderName, head, consulted },
    ...{ onRequest, proposers, template },
  };
}
