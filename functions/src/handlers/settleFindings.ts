// Applies the verdicts of an assessment to the findings they are about, each once (domain.md section 2).
import type { Moment } from '../domain/moment.ts';
import { applyVerdict } from '../domain/settling.ts';
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
      const { notify, state, due, remedyState, notifiedAt, remedyReportedAt } = applyVerdict(data, verdict, {
        at,
        // The date that the evaluator set beside the row comes before the one the person proposed.
        due: assessment.aDue[data.key] ?? data.due,
      });
      const known: Finding = { ...data, state, due, remedyState, notifiedAt, remedyReportedAt };
      return {
        ...{ state, due, remedyState, notifiedAt, remedyReportedAt },
        notified: data.notified || notify,
        countsIn: await monthThatCounts(ports, org, known),
        log: entry(org, id, data, assessment, at),
      };
    });
    if (settled) await tellOfFinding(ports.documents, org, settled, at);
  }
}

/** It stays suspected and without effect; which month left it so is kept, because the next one may not. */
const leaveUnclear = (org: string, id: string, data: Finding, assessment: Assessment, at: Moment) =>
  data.unclearIn === null ? { unclearIn: assessment.month, log: entry(org, id, data, assessment, at) } : null;

const entry = (org: string, id: string, { log, state }: Finding, a: Assessment, at: Moment) =>
  logged(findingRef(org, id).path, log, {
    ...{ at, who: a.actor ?? '', forWhom: a.actedFor },
    ...{ what: 'settle', before: state, after: a.verdicts[id] ?? '' },
  });
