// What drags on, or a hard task taken on: since when, until when, how often put off, the proposal with its answer; my act beside it.
import { useState } from 'preact/hooks';
import { backlogStateLabels, competenceLabels } from '../../../../functions/src/domain/factLabels.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { dueText } from '../../data/remaining.ts';
import { today } from '../../now.ts';
import { showDate } from '../../parts/parse.ts';
import { State } from '../../parts/State.tsx';
import type { Me } from '../../session.ts';
import { BacklogForm } from './BacklogForm.tsx';
import { FactWords } from './FactWords.tsx';
import { actOn, type BacklogRow } from './readFacts.ts';
import { SayForm } from './SayForm.tsx';

interface Props {
  me: Me;
  row: BacklogRow;
  onChanged: () => void;
}

export function BacklogItem(props: Props) {
  const { me, row } = props;
  const { data } = row;
  const isMine = data.holder === me.pid;
  const isAbove = !isMine && (data.evaluator === me.pid || data.decider === me.pid);
  return (
    <div class="entry stack" style={{ '--gap': '8px' }}>
      <p class="pre">{data.text}</p>
      <p class="row">
        <Standing row={row} />
        <span class="soft small">
          {data.subjectName && `${data.subjectName} · `}
          từ {showDate(data.since)} · {data.putOff === 0 ? 'chưa lùi hạn' : `đã lùi hạn ${data.putOff} lần`}
          {data.state === 'open' && ` · hạn ${dueText(today(), data.due)}`}
        </span>
      </p>
      <FactWords
        words={[
          [competenceLabels[data.competence], data.competence === 'own' ? data.plan : data.proposal],
          ['Lý do lùi hạn lần gần nhất', data.why],
          ['Cấp trên trả lời', data.answer],
          ['Kết quả', data.result],
          ['Ý kiến khi xác nhận', data.word],
        ]}
      />
      {isMine && data.state === 'open' && <Drive {...props} />}
      {isAbove && data.state === 'open' && data.competence === 'beyond' && <Reply {...props} />}
      {isAbove && data.state === 'done' && <Confirm {...props} />}
    </div>
  );
}

/** Taken on of one's own accord it is shown with credit, whatever its date. */
function Standing({ row: { data } }: { row: BacklogRow }) {
  const isOver = data.state === 'open' && data.due < today();
  return (
    <>
      {data.hard && (
        <State tone="public" icon="check">
          Đã đăng ký đảm nhận việc khó
        </State>
      )}
      {isOver && !data.hard ? (
        <State tone="late" icon="clock">
          Quá hạn
        </State>
      ) : (
        <State
          tone={data.state === 'open' ? 'todo' : data.state === 'done' ? 'waiting' : 'filed'}
          icon={data.state === 'open' ? 'circle' : data.state === 'done' ? 'hourglass' : 'check'}
        >
          {backlogStateLabels[data.state]}
        </State>
      )}
    </>
  );
}

function Drive(props: Props) {
  const { me, row, onChanged } = props;
  const [at, setAt] = useState<'read' | 'plan' | 'finish'>('read');
  if (at === 'plan')
    return (
      <BacklogForm
        me={me}
        row={row}
        onDone={() => {
          setAt('read');
          onChanged();
        }}
        onCancel={() => setAt('read')}
      />
    );
  if (at === 'finish')
    return (
      <SayForm
        id={`result.${row.id}`}
        label="Kết quả giải quyết"
        max={sizes.note}
        acts={[
          {
            label: 'Báo cáo đã xong',
            wants: 'Nêu kết quả giải quyết',
            act: (result) => actOn(me, 'backlogs', row, { result, state: 'done' }),
          },
        ]}
        onDone={onChanged}
      />
    );
  return (
    <div class="row">
      <button type="button" class="button" onClick={() => setAt('plan')}>
        Sửa kế hoạch, thời hạn
      </button>
      <button type="button" class="button" onClick={() => setAt('finish')}>
        Đã giải quyết xong
      </button>
    </div>
  );
}

const Reply = ({ me, row, onChanged }: Props) => (
  <SayForm
    id={`reply.${row.id}`}
    label={row.data.answer ? 'Trả lời lại đề xuất' : 'Trả lời đề xuất'}
    max={sizes.note}
    acts={[
      {
        label: 'Gửi trả lời',
        wants: 'Nhập nội dung trả lời',
        act: (answer) => actOn(me, 'backlogs', row, { answer }),
      },
    ]}
    onDone={onChanged}
  />
);

const Confirm = ({ me, row, onChanged }: Props) => (
  <SayForm
    id={`confirm.${row.id}`}
    label="Ý kiến"
    hint="Cần có khi chưa xác nhận"
    max={sizes.note}
    acts={[
      {
        label: 'Xác nhận đã xong',
        wants: null,
        act: (word) => actOn(me, 'backlogs', row, { word, state: 'closed' }),
      },
      {
        label: 'Chưa xong, trả lại',
        wants: 'Nêu phần chưa giải quyết xong',
        act: (word) => actOn(me, 'backlogs', row, { word, state: 'open' }),
      },
    ]}
    onDone={onChanged}
  />
);
