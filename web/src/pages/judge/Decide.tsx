// The decider's acts: decide, không xếp loại, send back.
import { withUnread } from '../../parts/unread.ts';
import { ActButton, WithNote } from './actParts.tsx';
import type { ActProps } from './actProps.ts';
import { Notice } from '../../parts/Page.tsx';
import { checkJudged, checkScores, evaluationOwes, judgedBy, obstacleOf, reasonsOf } from './checks.ts';
import { isOneStep } from './judgeSource.ts';
import { checkUnits } from './UnitsOfHead.tsx';

export function Decide(props: ActProps) {
  const { assessment: a, draft, beside, powers, live, onFaults, act, isBusy } = props;
  const owes = evaluationOwes(a, beside.findings);
  // Who decides evaluates, too: there is nobody to send it back to.
  const takesBack =
    isOneStep(a) && powers.evaluate !== null && powers.evaluate.giver === powers.decide?.giver;
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
      {owes && (
        <Notice tone="attention" role="alert">
          <p>Chưa quyết định được vì phần đánh giá còn thiếu kết luận về:</p>
          <ul>
            {owes.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p>
            {takesBack
              ? 'Rút lại đánh giá để kết luận, rồi đánh giá và quyết định một lần; nội dung đã ghi vẫn còn.'
              : `Chuyển lại ${a.evaluatorName} ở dưới để kết luận.`}
          </p>
          {takesBack && (
            <ActButton
              label="Rút lại đánh giá để kết luận"
              why={null}
              isBusy={isBusy}
              onClick={() =>
                void act({ state: 'waiting' }, 'Đã rút lại; kết luận dấu hiệu rồi đánh giá và quyết định.')
              }
            />
          )}
        </Notice>
      )}
      <p>
        {a.personName} thấy kết quả, lý do và cách tính khi công khai. Trước khi công khai còn xem lại quyết
        định được.
      </p>
      <ActButton
        primary
        label="Quyết định"
        why={
          obstacleOf(a, beside.cycle, 'decide') ??
          (owes ? 'Phần đánh giá còn thiếu kết luận nêu ở trên.' : null)
        }
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
      {(!isOneStep(a) || (owes !== null && !takesBack)) && (
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
