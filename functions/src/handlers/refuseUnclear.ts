// Chưa rõ is carried once, then confirmed or dismissed: an act that leaves it so a second time goes back (S3 II.2; domain.md section 2).
import type { Moment } from '../domain/moment.ts';
import { leftUnclearTwice } from '../domain/settling.ts';
import type { Assessment } from '../schema/assessment.ts';
import { findingRef, refOf } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import { system } from './opening.ts';
import type { Documents } from './ports.ts';

/** True where the act was refused; reads no document but what is left chưa rõ by this act. */
export async function refuseUnclear(
  documents: Documents,
  org: string,
  id: string,
  assessment: Assessment,
  at: Moment,
): Promise<boolean> {
  const { state, rev, month, person } = assessment;
  if (state !== 'evaluated' && state !== 'decided') return false;
  const unclear = Object.keys(assessment.verdicts).filter((one) => assessment.verdicts[one] === 'unclear');
  const found = await documents.getAll(unclear.map((one) => findingRef(org, one)));
  const again = found.flatMap((one) =>
    one && one.data.subject === person && leftUnclearTwice(one.data, month) ? [one.data] : [],
  );
  if (again.length === 0) return false;
  const ref = refOf(org, 'assessments', id);
  const codes = again.map((one) => one.codes.replaceAll(' ', ', ')).join('; ');
  const note = `Hệ thống trả lại: dấu hiệu ${codes} đã để "chưa rõ" từ tháng trước; tháng này xác nhận hoặc bác bỏ (S3 II.2, không trù dập).`;
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
