// An appeal to read: what was asked and why, who has it until when, what came of it, and when each step was taken.
import {
  appealActLabels,
  appealAskLabels,
  appealOutcomeLabels,
} from '../../../../functions/src/domain/appealLabels.ts';
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import { vacant } from '../../../../functions/src/domain/vacant.ts';
import type { StoredAppeal } from '../../../../functions/src/schema/appeal.ts';
import { appealId } from '../../../../functions/src/schema/paths.ts';
import { dueText } from '../../data/remaining.ts';
import { today } from '../../now.ts';
import { Evidence } from '../../parts/LazyEvidence.tsx';
import { State } from '../../parts/State.tsx';
import { Trace } from '../../parts/Trace.tsx';
import type { Me } from '../../session.ts';

/** Where it stands, in one line. */
export function AppealStanding({ appeal: a }: { appeal: StoredAppeal }) {
  if (a.state === 'refused') {
    return (
      <State tone="late" icon="warning">
        Không tiếp nhận
      </State>
    );
  }
  if (a.state === 'answered') {
    return (
      <State tone="public" icon="check">
        {a.outcome === 'upheld' ? 'Đã chấp nhận, sửa kết quả' : 'Đã trả lời, giữ nguyên kết quả'}
      </State>
    );
  }
  if (!a.filedAt) {
    return (
      <State tone="filed" icon="sent">
        Đã gửi, đang tiếp nhận
      </State>
    );
  }
  if (a.answerer === vacant) {
    return (
      <State tone="waiting" icon="hourglass">
        Đã tiếp nhận, chưa có người trả lời
      </State>
    );
  }
  return (
    <State tone={a.overdue ? 'late' : 'waiting'} icon={a.overdue ? 'clock' : 'hourglass'}>
      {`${a.overdue ? 'Quá hạn, vẫn chờ' : 'Chờ'} ${answererText(a)} trả lời`}
    </State>
  );
}

export const answererText = ({ answererName = '', body }: StoredAppeal) =>
  body ? `${body} (${answererName} ghi)` : answererName;

export function AppealRead({ me, appeal: a }: { me: Me; appeal: StoredAppeal }) {
  return (
    <div class="stack">
      <p class="row">
        <AppealStanding appeal={a} />
        {a.state === 'filed' && a.dueDay && <span>Hạn trả lời: {dueText(today(), a.dueDay)}</span>}
      </p>
      {a.refusal && <p>{a.refusal}</p>}
      {a.state === 'filed' && a.gap && <p>Đã báo người phụ trách nhân sự: {a.gap}</p>}
      {a.overdue && a.state === 'filed' && a.aboveName && <p>Đã báo {a.aboveName} về việc quá hạn.</p>}
      <dl class="words narrow">
        <dt>Đề nghị xem lại</dt>
        <dd>{appealAskLabels[a.asks]}</dd>
        <dt>Nội dung và lý do</dt>
        <dd>{a.words}</dd>
        {a.deciderNote && (
          <>
            <dt>Ý kiến của {a.deciderName}, người đã quyết định</dt>
            <dd>{a.deciderNote}</dd>
          </>
        )}
        {a.state === 'answered' && a.outcome && (
          <>
            <dt>{appealOutcomeLabels[a.outcome]}</dt>
            <dd>{a.answer}</dd>
            {a.participants && (
              <>
                <dt>Cùng xem xét</dt>
                <dd>{a.participants}</dd>
              </>
            )}
          </>
        )}
      </dl>
      <div class="narrow stack">
        <Evidence me={me} of={`appeals/${appealId(a.person, a.month, a.version)}`} on={a} />
        <Trace title="Vì sao trả lời theo cách này, trong thời hạn này?" steps={a.trace ?? []} />
        <Steps appeal={a} />
      </div>
    </div>
  );
}

function Steps({ appeal: a }: { appeal: StoredAppeal }) {
  const shown = (a.log ?? []).filter(({ what }) => what in appealActLabels);
  if (shown.length === 0) return null;
  return (
    <details>
      <summary>Quá trình giải quyết</summary>
      <ol class="trace small">
        {shown.map((entry) => (
          <li key={entry.hash}>
            <p>
              {appealActLabels[entry.what]} <span class="clause">· {formatMoment(entry.at)}</span>
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
