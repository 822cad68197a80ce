// The acts that end the work on a sheet, each with its consequence in a sentence, and why it may not be possible yet.
import { useState } from 'preact/hooks';
import { personMonthId } from '../../../../functions/src/schema/paths.ts';
import { pollUntil } from '../../data/poll.ts';
import { nextAfter, rememberSaid, routeOfRow } from '../../data/queueOrder.ts';
import { hrefOf } from '../../router.ts';
import { ActButton, WithNote } from './actParts.tsx';
import type { ActProps, Props } from './actProps.ts';
import { Decide } from './Decide.tsx';
import { Evaluate } from './Evaluate.tsx';

export function Acts(props: Props) {
  const { editor, assessment: a, reload } = props;
  const [outcome, setOutcome] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const act = async (fields: Record<string, unknown>, told: string) => {
    if (isBusy) return;
    setBusy(true);
    const before = a.log.length;
    const arrived = await editor.save(fields);
    setBusy(false);
    if (!arrived) return;
    if (fields['state'] === 'decided') await props.units.forget();
    const { state } = fields;
    const of = { id: personMonthId(a.person, a.month), unit: a.unit, month: a.month };
    if (state === 'evaluated' || state === 'decided') rememberSaid(props.me.pid, of, props.draft.eComment);
    if (state === 'waiting' || state === 'returned') rememberSaid(props.me.pid, of, null);
    setOutcome(told);
    void pollUntil(
      () => editor.refresh(),
      (doc) => (doc?.log.length ?? 0) > before,
    ).then(reload);
  };
  return (
    <div class="stack narrow">
      {outcome && <Outcome me={props.me.pid} text={outcome} id={personMonthId(a.person, a.month)} />}
      {props.mode === 'evaluate' && <Evaluate {...props} act={act} isBusy={isBusy} />}
      {props.mode === 'decide' && <Decide {...props} act={act} isBusy={isBusy} />}
      {props.mode === 'read' && <Reading {...props} act={act} isBusy={isBusy} />}
    </div>
  );
}

function Outcome({ me, text, id }: { me: string; text: string; id: string }) {
  const next = nextAfter(me, id);
  return (
    <div class="notice good" role="status">
      <p>{text}</p>
      {next && (
        <p>
          <a href={hrefOf(routeOfRow(next))}>Phiếu tiếp theo: {next.name}</a>
        </p>
      )}
    </div>
  );
}

const undecided = {
  act: 'Xem lại quyết định',
  reason: 'Lý do xem lại (ít nhất 10 ký tự)',
  consequence: 'Phiếu trở về bước chờ quyết định; lần quyết định sau là một phiên bản mới.',
};
const published = {
  act: 'Mở lại kết quả đã công khai',
  reason: 'Lý do mở lại (ít nhất 10 ký tự)',
  consequence:
    'Kết quả đang có vẫn đọc được đến khi quyết định lại thành lần mới, với thời hạn kiến nghị mới. Nơi tổng hợp và người được đánh giá đọc được lý do. Còn kiến nghị chưa trả lời thì chưa mở lại được.',
};

function Reading({ assessment: a, powers, act, isBusy }: ActProps) {
  const mayWithdraw =
    !a.frozen && powers.evaluate !== null && powers.decide === null && a.state === 'evaluated';
  const mayReopen = powers.decide !== null && (a.state === 'decided' || a.state === 'unrated');
  const again = a.frozen ? published : undecided;
  if (!mayWithdraw && !mayReopen) {
    return (
      <p class="soft">
        {a.frozen
          ? 'Kết quả đã công khai; phiếu chỉ còn để đọc.'
          : 'Hiện không có việc nào phải làm với phiếu này.'}
      </p>
    );
  }
  return (
    <>
      {mayWithdraw && (
        <>
          <p>
            {a.deciderName} chưa quyết định. Rút lại thì phiếu trở về bước đánh giá, nội dung đã ghi vẫn còn.
          </p>
          <ActButton
            label="Rút lại đánh giá"
            why={null}
            isBusy={isBusy}
            onClick={() => void act({ state: 'waiting' }, 'Đã rút lại; phiếu đang chờ đánh giá.')}
          />
        </>
      )}
      {mayReopen && (
        <WithNote
          id="reopen"
          summary={again.act}
          label={again.reason}
          button={again.act}
          consequence={again.consequence}
          least={10}
          isBusy={isBusy}
          onSend={(dReason) =>
            void act({ state: 'evaluated', dReason }, 'Đã mở lại; phiếu đang chờ quyết định.')
          }
        />
      )}
    </>
  );
}
