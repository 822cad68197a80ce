// The acts that end the work on a sheet, each with its consequence in a sentence, and why it may not be possible yet.
import { useState } from 'preact/hooks';
import { personMonthId } from '../../../../functions/src/schema/paths.ts';
import { pollUntil } from '../../data/poll.ts';
import { nextAfter } from '../../data/queueOrder.ts';
import type { Fault } from '../../parts/ErrorSummary.tsx';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { hrefOf } from '../../router.ts';
import { routeOfRow } from '../queue/Queue.tsx';
import { checkJudged, checkVerdicts, judgedBy, obstacleOf, reasonsOf } from './checks.ts';
import type { JudgeProps } from './Judge.tsx';
import { isOneStep, type Mode } from './judgeSource.ts';
import type { Live } from './liveProposal.ts';

type Props = JudgeProps & { mode: Mode; live: Live; onFaults: (faults: Fault[]) => void };

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
    setOutcome(told);
    void pollUntil(
      () => editor.refresh(),
      (doc) => (doc?.log.length ?? 0) > before,
    ).then(reload);
  };
  return (
    <div class="stack narrow">
      {outcome && <Outcome text={outcome} id={personMonthId(a.person, a.month)} />}
      {props.mode === 'evaluate' && <Evaluate {...props} act={act} isBusy={isBusy} />}
      {props.mode === 'decide' && <Decide {...props} act={act} isBusy={isBusy} />}
      {props.mode === 'read' && <Reading {...props} act={act} isBusy={isBusy} />}
    </div>
  );
}

function Outcome({ text, id }: { text: string; id: string }) {
  const next = nextAfter(id);
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

type ActProps = Props & {
  act: (fields: Record<string, unknown>, told: string) => Promise<void>;
  isBusy: boolean;
};

/** A button that can't be used says why, stays reachable by keyboard, and does nothing. */
function ActButton(props: {
  label: string;
  why: string | null;
  isBusy: boolean;
  primary?: boolean;
  onClick: () => void;
}) {
  const { label, why, isBusy, primary, onClick } = props;
  const isOff = why !== null || isBusy;
  return (
    <div>
      <button
        type="button"
        class={primary ? 'button primary' : 'button'}
        aria-disabled={isOff}
        onClick={() => {
          if (!isOff) onClick();
        }}
      >
        {isBusy ? 'Đang gửi…' : label}
      </button>
      {why && <p class="hint">{why}</p>}
    </div>
  );
}

function Evaluate({ assessment: a, draft, beside, live, onFaults, act, isBusy }: ActProps) {
  const oneStep = isOneStep(a);
  const evaluate = () => {
    const judged = judgedBy(draft, 'e');
    const { needsReason } = reasonsOf(judged, live, null, a.template);
    const suspected = [
      ...new Set([
        ...a.suspected,
        ...beside.findings.filter((f) => f.data.state === 'suspected').map((f) => f.id),
      ]),
    ];
    const nameOf = (id: string) => beside.findings.find((f) => f.id === id)?.data.fact.slice(0, 60) ?? id;
    const faults = [
      ...checkVerdicts(suspected, draft, nameOf),
      ...checkJudged('e', judged, needsReason, a.filed),
    ];
    onFaults(faults);
    if (faults.length > 0) return;
    const decision = {
      dScore1: draft.eScore1,
      dScore21: draft.eScore21,
      dScore22: draft.eScore22,
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

function Decide({ assessment: a, draft, beside, live, onFaults, act, isBusy }: ActProps) {
  const decide = () => {
    const judged = judgedBy(draft, 'd');
    const { needsReason } = reasonsOf(judged, live, judgedBy(draft, 'e'), a.template);
    const faults = checkJudged('d', judged, needsReason, a.filed);
    onFaults(faults);
    if (faults.length > 0) return;
    const { dScore1, dScore21, dScore22, dRating, dLevel, dReason, participants } = draft;
    void act(
      { state: 'decided', dScore1, dScore21, dScore22, dRating, dLevel, dReason, participants },
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

function Reading({ me, assessment: a, act, isBusy }: ActProps) {
  const mayWithdraw = !a.frozen && a.evaluator === me.pid && !isOneStep(a) && a.state === 'evaluated';
  const mayReopen = !a.frozen && a.decider === me.pid && (a.state === 'decided' || a.state === 'unrated');
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
          summary="Xem lại quyết định"
          label="Lý do xem lại (ít nhất 10 ký tự)"
          button="Xem lại quyết định"
          consequence="Phiếu trở về bước chờ quyết định; lần quyết định sau là một phiên bản mới."
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

function WithNote(props: {
  id: string;
  summary: string;
  label: string;
  button: string;
  consequence: string;
  least?: number;
  isBusy: boolean;
  onSend: (note: string) => void;
}) {
  const { id, summary, label, button, consequence, least = 1, isBusy, onSend } = props;
  const [note, setNote] = useState('');
  const [isWrong, setWrong] = useState(false);
  const isShort = note.trim().length < least;
  const errors: Errors = new Map(isWrong && isShort ? [[id, `Ghi rõ ${label.toLowerCase()}`]] : []);
  return (
    <details class="with-note">
      <summary>{summary}</summary>
      <div class="stack">
        <TextArea
          id={id}
          label={label}
          hint={consequence}
          max={2000}
          value={note}
          errors={errors}
          onInput={setNote}
        />
        <button
          type="button"
          class="button"
          aria-disabled={isBusy}
          onClick={() => {
            setWrong(isShort);
            if (isShort) document.getElementById(id)?.focus();
            else onSend(note);
          }}
        >
          {button}
        </button>
      </div>
    </details>
  );
}
