// The decider's acts: decide, không xếp loại, send back.
import { withUnread } from '../../parts/unread.ts';
import { ActButton, WithNote } from './actParts.tsx';
import type { ActProps } from './actProps.ts';
import { checkJudged, checkScores, judgedBy, obstacleOf, reasonsOf } from './checks.ts';
import { isOneStep } from './judgeSource.ts';
import { checkUnits } from './UnitsOfHead.tsx';

export function Decide(props: ActProps) {
  const { assessment: a, draft, beside, live, onFaults, act, isBusy } = props;
  const decide = () => {
    const judged = judgedBy(draft, 'd');
    const { needsReason } = reasonsOf(judged, live, judgedBy(draft, 'e'), beside.template);
    const faults = withUnread([
      ...checkScores(beside.template, draft, 'd'),
      ...checkJudged('d', judged, needsReason, a.filed),
      ...checkUnits(props, judged.rating),
    ]);
    onFaults(faults);
    if (faults.length > 0) return;
    const { dScore1, dScore21, dScore22, dPoints, dRating, dLevel, dReason, participants } = draft;
    void act(
      { state: 'decided', dScore1, dScore21, dScore22, dPoints, dRating, dLevel, dReason, participants },
      'Đã quyết định. Kết quả được công khai vào ngày công khai của tháng.',
    );
  };
  return (
    <>
      <p>
        {a.personName} thấy kết quả, lý do và cách tính khi công khai. Trước khi công khai còn xem lại quyết
        định được.
      </p>
      <ActButton
        primary
        label="Quyết định"
        why={obstacleOf(a, beside.cycle, 'decide')}
        isBusy={isBusy}
        onClick={decide}
      />
      {(a.excuse !== null || a.proposal.unrated) && (
        <ActButton
          label="Không xếp loại tháng này"
          why={null}
          isBusy={isBusy}
          onClick={() => void act({ state: 'unrated' }, 'Đã ghi không xếp loại.')}
        />
      )}
      {!isOneStep(a) && (
        <WithNote
          id="note"
          summary={`Chuyển lại ${a.evaluatorName} xem xét`}
          label="Cần xem lại gì"
          button="Chuyển lại"
          consequence={`Phiếu trở về bước đánh giá; ${a.evaluatorName} đọc được ghi chú này.`}
          isBusy={isBusy}
          onSend={(note) => void act({ state: 'waiting', note }, `Đã chuyển lại ${a.evaluatorName}.`)}
        />
      )}
    </>
  );
}
