// Applies the verdicts of an assessment to the findings they are about, each once (domain.md section 2).
import type { Moment } from '../domain/moment.ts';
import { applyVerdict, confirms, judgedUnder } from '../domain/settling.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { Finding } from '../schema/finding.ts';
import { findingRef } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import { tellOfFinding } from './findingNotices.ts';
import { monthThatCounts } from './findingWritten.ts';
import type { Ports } from './ports.ts';

export async function settleFindings(
  ports: Ports,
  org: string,
  assessment: Assessment,
  at: Moment,
): Promise<void> {
  // A returned sheet is filed again: what its rows name is judged then.
  if (assessment.state === 'returned') return;
  for (const [id, verdict] of Object.entries(assessment.verdicts)) {
    const settled = await converge(ports.documents, findingRef(org, id), async ({ data }) => {
      if (data.subject !== assessment.person || data.state !== 'suspected') return null;
      if (verdict === 'unclear') return leaveUnclear(org, id, data, assessment, at);
      const identified = confirms(verdict) ? identifiedAs(id, data, assessment) : {};
      // Said before the evaluation is complete, and nobody has said how often yet: it waits, and the evaluation asks for it.
      if (confirms(verdict) && { ...data, ...identified }.degree === 'unclear') return null;
      const { notify, state, due, remedyState, notifiedAt, remedyReportedAt } = applyVerdict(data, verdict, {
        at,
        // The date that the evaluator set beside the row comes before the one the person proposed.
        due: assessment.aDue[judgedUnder(id, data, assessment.month)] ?? data.due,
      });
      const known: Finding = { ...data, state, due, remedyState, notifiedAt, remedyReportedAt };
      return {
        ...{ ...identified, state, due, remedyState, notifiedAt, remedyReportedAt },
        notified: data.notified || notify,
        countsIn: await monthThatCounts(ports, org, known),
        log: entry(org, id, data, assessment, at, identified),
      };
    });
    if (settled) await tellOfFinding(ports.documents, org, settled, at);
  }
}

/**
 * A manifestation is what the authority identifies (the authority's column of Phiếu 01): its codes and degree come before
 * those of whoever recorded it. Codes only stand at a row; an empty list says nothing that a confirmation could carry.
 */
export function identifiedAs(
  id: string,
  data: Pick<Finding, 'month' | 'key' | 'codes' | 'degree'>,
  { aCodes, aDegree, month }: Pick<Assessment, 'aCodes' | 'aDegree' | 'month'>,
): Pick<Finding, 'codes' | 'degree'> {
  const under = judgedUnder(id, data, month);
  return { codes: aCodes[under] || data.codes, degree: aDegree[under] ?? data.degree };
}

/** It stays suspected and without effect; which month left it so is kept, because the next one may not. */
const leaveUnclear = (org: string, id: string, data: Finding, assessment: Assessment, at: Moment) =>
  data.unclearIn === null ? { unclearIn: assessment.month, log: entry(org, id, data, assessment, at) } : null;

/** Where the authority identified it as something else, the log keeps what was recorded: "suspected: 2.05 unclear". */
function entry(
  org: string,
  id: string,
  { log, state, codes, degree }: Finding,
  a: Assessment,
  at: Moment,
  identified: Partial<Pick<Finding, 'codes' | 'degree'>> = {},
) {
  const now = { codes, degree, ...identified };
  const differs = now.codes !== codes || now.degree !== degree;
  const verdict = a.verdicts[id] ?? '';
  return logged(findingRef(org, id).path, log, {
    ...{ at, who: a.actor ?? '', forWhom: a.actedFor, what: 'settle' },
    before: differs ? `${state}: ${codes} ${degree}` : state,
    after: differs ? `${verdict}: ${now.codes} ${now.degree}` : verdict,
  });
}
