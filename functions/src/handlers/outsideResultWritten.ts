// A result that was decided outside was entered: it becomes the month's decision, to be published like the others (domain.md section 6).
import type { Moment, ServerTime } from '../domain/moment.ts';
import { outsideDocument } from '../domain/outsideAuthority.ts';
import { outside, outsideName } from '../domain/vacant.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { OutsideResult } from '../schema/outsideResult.ts';
import { assessmentRef, refOf, sheetRef } from '../schema/refs.ts';
import { logged, outcomeText, type Act } from './audit.ts';
import { converge } from './converge.ts';
import { markUnit } from './markUnit.ts';
import type { Documents, Ports } from './ports.ts';
import { publishLate } from './publishLate.ts';

export async function outsideResultWritten(ports: Ports, org: string, id: string): Promise<void> {
  const { documents } = ports;
  const ref = refOf(org, 'outsideResults', id);
  const stored = await documents.get(ref);
  if (!stored?.data.savedAt) return;
  const entered = stored.data;
  const at = await ports.clock.momentOf(stored.data.savedAt.toMillis() as ServerTime);
  const assessment = await enter(documents, org, entered, at);
  const refusal = typeof assessment === 'string' ? assessment : '';
  await converge(documents, ref, ({ data }) =>
    data.rev !== entered.rev
      ? null
      : {
          refusal,
          appliedAt: refusal === '' ? at : null,
          log: logged(ref.path, data.log, actOf(entered, at)),
        },
  );
  if (typeof assessment === 'string') return;
  await markUnit(ports, org, assessment.unit, assessment.month);
  await publishLate(ports, org, assessment);
}

const actOf = (entered: OutsideResult, at: Moment): Act => ({
  ...{ at, who: entered.author, forWhom: null, what: 'enter', before: null },
  after: outcomeText(entered.rating, entered.level, null),
  reason: outsideDocument(entered.document, entered.day),
});

/** The assessment as it stands then; or why it may not be entered, in Vietnamese. */
async function enter(
  documents: Documents,
  org: string,
  entered: OutsideResult,
  at: Moment,
): Promise<Assessment | string> {
  const { person, month, rating, level } = entered;
  const ref = assessmentRef(org, person, month);
  const stood = await documents.get(ref);
  if (!stood) return 'Phiếu của tháng này chưa nộp và chưa hết hạn nộp; ghi kết quả sau đó.';
  if (stood.data.decider !== outside) return 'Kết quả của người này do người trong tổ chức quyết định.';
  const source = outsideDocument(entered.document, entered.day);
  const decidedBy = `${outsideName} (${source})`;
  const isDone = ({ decidedBy: by, dRating, dLevel, state }: Assessment) =>
    state === 'decided' && by === decidedBy && dRating === rating && dLevel === level;
  if (stood.data.frozen && !isDone(stood.data)) return 'Kết quả của tháng này đã công bố.';
  const decided = await converge(documents, ref, ({ data }) =>
    data.frozen || isDone(data)
      ? null
      : {
          ...{ state: 'decided' as const, dRating: rating, dLevel: level, dReason: source, decidedBy },
          ...{ decidedAt: at, version: data.version + 1 },
          log: logged(ref.path, data.log, actOf(entered, at)),
        },
  );
  const sheet = sheetRef(org, person, month);
  await converge(documents, sheet, ({ data }) =>
    data.stage === 'decided'
      ? null
      : {
          stage: 'decided' as const,
          // The person reads the sheet, and nothing of the result before it is published.
          log: logged(sheet.path, data.log, {
            ...{
              at,
              who: entered.author,
              forWhom: null,
              what: 'decided',
              before: data.stage,
              after: 'decided',
            },
          }),
        },
  );
  return decided?.data ?? stood.data;
}
