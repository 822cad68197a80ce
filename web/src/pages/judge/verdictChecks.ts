// Verdicts on suspicions: which are awaited, what they want besides, and what is wrong with them, as faults at their fields.
import { noManifestation } from '../../../../functions/src/domain/labels.ts';
import type { Moment } from '../../../../functions/src/domain/moment.ts';
import {
  confirms,
  judgedUnder,
  leftUnclearTwice,
  settle,
} from '../../../../functions/src/domain/settling.ts';
import type { Month, Verdict } from '../../../../functions/src/domain/words.ts';
import type { Finding } from '../../../../functions/src/schema/finding.ts';
import type { Fault } from '../../parts/ErrorSummary.tsx';
import type { JudgeDraft } from './judgeSource.ts';

export function checkVerdicts(
  suspected: readonly string[],
  draft: JudgeDraft,
  nameOf: (id: string) => string,
): Fault[] {
  return suspected
    .filter((id) => draft.verdicts[id] === undefined)
    .map((id) => ({ id: `verdicts.${id}`, text: `Kết luận về dấu hiệu: ${nameOf(id)}` }));
}

/** Chưa rõ is carried once; what a month before left so is confirmed or dismissed now. A document may lack the field yet. */
export const wasLeftUnclear = (
  { data }: { data: Pick<Finding, 'state'> & Partial<Pick<Finding, 'unclearIn'>> },
  month: Month,
) => leftUnclearTwice({ state: data.state, unclearIn: data.unclearIn ?? null }, month);

/** What the month's evaluation gives a verdict on: suspicions of this month and of those before. */
export const isAwaited = ({ data }: { data: Pick<Finding, 'state' | 'month'> }, month: Month): boolean =>
  data.state === 'suspected' && data.month <= month;

type ToSettle = { id: string; data: Finding };
type Said = Pick<JudgeDraft, 'verdicts' | 'aCodes' | 'aDegree' | 'aDue'>;

/** True iff the verdict leaves something to remedy, so that it wants a date. */
export const wantsDue = (verdict: Verdict | undefined) => verdict === 'open' || verdict === 'underway';

/** Where in a month's assessment degree and date of a finding stand, and what they say so far. */
export function identifiedIn({ id, data }: ToSettle, draft: Said, month: Month) {
  const under = judgedUnder(id, data, month);
  return {
    under,
    codes: draft.aCodes[under],
    degree: draft.aDegree[under] ?? data.degree,
    due: draft.aDue[under] ?? data.due,
  };
}

/** What is wrong with the verdicts that are given, as the domain settles them (domain.md section 2), at their fields. */
export function checkSettling(findings: readonly ToSettle[], draft: Said, month: Month, at: Moment): Fault[] {
  return findings.flatMap((finding) => {
    const { id, data } = finding;
    const verdict = draft.verdicts[id];
    if (verdict === undefined || !isAwaited(finding, month)) return [];
    const { under, codes, degree, due } = identifiedIn(finding, draft, month);
    if (confirms(verdict) && codes === '')
      return [
        {
          id: `verdicts.${id}`,
          text: `Phiếu số 01 đang nhận diện nội dung này là “${noManifestation}”: bác bỏ dấu hiệu, hoặc nhận diện lại`,
        },
      ];
    const settled = settle(data, verdict, { at, degree, due, leftUnclear: wasLeftUnclear(finding, month) });
    if (!('refused' in settled)) return [];
    const fields = { verdict: `verdicts.${id}`, degree: `aDegree.${under}`, due: `aDue.${under}` };
    return [{ id: fields[settled.of], text: settled.refused }];
  });
}
