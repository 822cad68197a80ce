// Cells of the queue: whose turn it is, and what the system proposes.
import { levelLabels, ratingShortLabels, unratedLabel } from '../../../../functions/src/domain/labels.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { QueueRow } from '../../data/queue.ts';
import { LateMark, State } from '../../parts/State.tsx';

export function Standing({ row }: { row: QueueRow }) {
  const { assessment: a, task, held } = row;
  if (!a) {
    return (
      <State tone="todo" icon="circle">
        Chờ ý kiến của tôi
      </State>
    );
  }
  return (
    <>
      {held && task ? (
        <State tone="quiet" icon="hourglass">
          Chờ lần tổng hợp
        </State>
      ) : task === 'evaluate' ? (
        <State tone="filed" icon="sent">
          {a.filed ? 'Đã nộp, chờ tôi đánh giá' : 'Chờ tôi đánh giá'}
        </State>
      ) : task === 'decide' ? (
        <State tone="waiting" icon="hourglass">
          Chờ tôi quyết định
        </State>
      ) : (
        <Elsewhere a={a} />
      )}
      {!a.filed && (
        <div>
          <State tone="todo" icon="circle">
            Chưa nộp phiếu
          </State>
        </div>
      )}
      {a.overdue && a.state === 'waiting' && !a.frozen && (
        <div>
          <State tone="late" icon="clock">
            Quá hạn đánh giá
          </State>
        </div>
      )}
      {a.late && (
        <div>
          <LateMark />
        </div>
      )}
    </>
  );
}

function Elsewhere({ a }: { a: Assessment }) {
  if (a.frozen) {
    return (
      <State tone="public" icon="check">
        Đã công khai
      </State>
    );
  }
  const words = {
    waiting: `Chờ ${a.evaluatorName} đánh giá`,
    returned: 'Đã trả lại, chờ nộp lại',
    evaluated: `Chờ ${a.deciderName} quyết định`,
    decided: 'Đã quyết định, chờ công khai',
    unrated: unratedLabel,
  } as const;
  return (
    <State
      tone={a.state === 'decided' ? 'waiting' : 'quiet'}
      icon={a.state === 'decided' ? 'check' : 'hourglass'}
    >
      {words[a.state]}
    </State>
  );
}

export function Proposed({ a }: { a: Assessment }) {
  const { rating, level, unrated } = a.proposal;
  if (unrated) return <>{unratedLabel}</>;
  return (
    <>
      {rating ? ratingShortLabels[rating] : '–'}
      {level && <span class="soft"> · {levelLabels[level]}</span>}
    </>
  );
}
