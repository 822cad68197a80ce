// Applies the verdicts of an assessment to the findings they are about, each once (domain.md section 2).
import type { Moment } from '../domain/moment.ts';
import { applyVerdict } from '../domain/settling.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { Finding } from '../schema/finding.ts';
import { findingRef } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
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
    await converge(ports.documents, findingRef(org, id), async ({ data }) => {
      if (data.subject !== assessment.person || data.state !== 'suspected' || verdict === 'unclear')
        return null;
      const { notify, state, due, remedyState, notifiedAt, remedyReportedAt } = applyVerdict(data, verdict, {
        at,
        // The date that the evaluator set beside the row comes before the one the person proposed.
        due: assessment.aDue[data.key] ?? data.due,
      });
      const settled: Finding = { ...data, state, due, remedyState, notifiedAt, remedyReportedAt };
      return {
        ...{ state, due, remedyState, notifiedAt, remedyReportedAt },
        notified: data.notified || notify,
        countsIn: await monthThatCounts(ports, org, settled),
        log: logged(findingRef(org, id).path, data.log, {
          at,
          who: assessment.actor ?? '',
          forWhom: assessment.actedFor,
          what: 'settle',
          before: data.state,
          after: verdict,
        }),
      };
    });
  }
}
