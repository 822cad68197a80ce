// The evaluator's acts: evaluate (and decide, where both are one), không xếp loại, return.
import { now } from '../../now.ts';
import { withUnread } from '../../parts/unread.ts';
import { ActButton, WithNote } from './actParts.tsx';
import type { ActProps } from './actProps.ts';
import { checkEffect, checkJudged, checkScores, judgedBy, obstacleOf, reasonsOf } from './checks.ts';
import { checkSettling, checkVerdicts, isAwaited } from './verdictChecks.ts';
import { actsAtOnce } from './judgeSource.ts';
import { foundBefore } from '../../parts/RemediedBefore.tsx';
import { checkUnits } from './UnitsOfHead.tsx';

export function Evaluate(props: ActProps) {
  const { assessment: a, draft, beside, powers, live, onFaults, act, isBusy } = props;
  const oneStep = actsAtOnce(a, powers);
  const evaluate = () => {
    const judged = judgedBy(draft, 'e');
    const { needsReason } = reasonsOf(judged, live, null, beside.template, beside.sheet?.tasks ?? null);
    const suspected = [
      ...new Set([...a.suspected, ...beside.findings.filter((f) => isAwaited(f, a.month)).map((f) => f.id)]),
    ];
    const nameOf = (id: string) => beside.findings.find((f) => f.id === id)?.data.fact.slice(0, 60) ?? id;
    const faults = withUnread([
      ...checkVerdicts(suspected, draft, nameOf),
      ...checkSettling(beside.findings, draft, a.month, now()),
      ...checkEffect(live.carried + foundBefore(beside.sheet), draft),
      ...checkScores(beside.template, draft, 'e'),
      ...checkJudged('e', judged, needsReason, a.filed),
      ...(oneStep ? checkUnits(props, judged.rating) : []),
    ]);
    onFaults(faults);
    if (faults.length > 0) return;
    const decision = {
      dScore1: draft.eScore1,
      dScore21: draft.eScore21,
      dScore22: draft.eScore22,
      dPoints: draft.ePoints,
      dRating: draft.eRating,
      dLevel: draft.eLevel,
      dReason: draft.eReason,
      participants: draft.participants,
    };
    void act(
      oneStep ? { state: 'decided', ...decision } : { state: 'evaluated' },
      oneStep
        ? 'Đã quyết định. Kết quả được công khai vào ngày công khai của tháng.'
        : `Đã đánh giá và chuyển ${a.deciderName} quyết định.`,
    );
  };
  const why =
    obstacleOf(a, beside.cycle, 'evaluate') ?? (oneStep ? obstacleOf(a, beside.cycle, 'decide') : null);
  return (
    <>
      <p>
        {oneStep
          ? `Kết quả này là quyết định. ${a.personName} thấy kết quả, lý do và cách tính khi công khai; trước đó còn xem lại được.`
          : `Kết quả được chuyển đến ${a.deciderName} để quyết định. ${a.personName} chỉ thấy khi công khai; trước khi có quyết định còn rút lại được.`}
      </p>
      <ActButton
        primary
        label={oneStep ? 'Đánh giá và quyết định' : 'Hoàn thành đánh giá'}
        why={why}
        isBusy={isBusy}
        onClick={evaluate}
      />
      {oneStep && (a.excuse !== null || a.proposal.unrated) && (
        <ActButton
          label="Không xếp loại tháng này"
          why={null}
          isBusy={isBusy}
          onClick={() => void act({ state: 'unrated' }, 'Đã ghi không xếp loại.')}
        />
      )}
      {a.filed && (
        <WithNote
          id="note"
          summary={`Trả lại để ${a.personName} bổ sung`}
          label="Cần bổ sung gì"
          button="Trả lại phiếu"
          consequence={`${a.personName} nhận ghi chú này và có thêm ít nhất một ngày làm việc để nộp lại.`}
          isBusy={isBusy}
          onSend={(note) => void act({ state: 'returned', note }, `Đã trả lại phiếu cho ${a.personName}.`)}
        />
      )}
    </>
  );
}
