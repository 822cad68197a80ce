// Chưa rõ is carried once, then confirmed or dismissed, and is no degree of what is confirmed: an act that says otherwise goes back (S3 II.2; domain.md section 2).
import type { Moment } from '../domain/moment.ts';
import { confirms, leftUnclearTwice } from '../domain/settling.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { Finding } from '../schema/finding.ts';
import { findingRef, refOf } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import { system } from './opening.ts';
import type { Documents, Stored } from './ports.ts';
import { identifiedAs } from './settleFindings.ts';

/** True where the act was refused; reads what it gives a verdict on. */
export async function refuseUnclear(
  documents: Documents,
  org: string,
  id: string,
  assessment: Assessment,
  at: Moment,
): Promise<boolean> {
  const { state, rev, month, person } = assessment;
  if (state !== 'evaluated' && state !== 'decided') return false;
  const judged = Object.keys(assessment.verdicts).filter((one) => assessment.verdicts[one] !== 'dismissed');
  const found = await documents.getAll(judged.map((one) => findingRef(org, one)));
  const suspected = found.flatMap((one) =>
    one && one.data.subject === person && one.data.state === 'suspected' ? [one] : [],
  );
  const again = suspected.filter(
    ({ id: one, data }) => assessment.verdicts[one] === 'unclear' && leftUnclearTwice(data, month),
  );
  const confirmed = suspected.filter(
    ({ id: one, data }) =>
      confirms(assessment.verdicts[one]) && identifiedAs(one, data, assessment).degree === 'unclear',
  );
  if (again.length + confirmed.length === 0) return false;
  const ref = refOf(org, 'assessments', id);
  const why = [
    ...(again.length === 0
      ? []
      : [`dấu hiệu ${codesOf(again)} đã để "chưa rõ" từ tháng trước; tháng này xác nhận hoặc bác bỏ`]),
    ...(confirmed.length === 0
      ? []
      : [`biểu hiện ${codesOf(confirmed)} được xác nhận khi mức độ còn "chưa rõ"; chọn mức độ khác`]),
  ];
  const note = `Hệ thống trả lại: ${why.join('; ')} (S3 II.2, không trù dập).`;
  await converge(documents, ref, ({ data }) =>
    data.rev === rev && data.state === state && !data.frozen
      ? {
          state: 'waiting' as const,
          note,
          waitingSince: at,
          log: logged(ref.path, data.log, {
            ...{ at, who: system, forWhom: null, what: 'refuse', before: state, after: 'waiting' },
            reason: note,
          }),
        }
      : null,
  );
  return true;
}

const codesOf = (findings: readonly Stored<Finding>[]) =>
  findings.map(({ data }) => data.codes.replaceAll(' ', ', ')).join('; ');
