// What may be done about a confirmed finding that drags on: its date moved once, and, once carried over, how it affected the common work (S3 II.3.1).
import { useState } from 'preact/hooks';
import { leastFactWords } from '../../../../functions/src/domain/facts.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { updateDocument, type Row } from '../../data/firestore.ts';
import type { Power, Powers } from '../../data/powers.ts';
import { ExtendDue, SendOrNot } from '../../parts/ExtendDue.tsx';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { showDate } from '../../parts/parse.ts';
import type { Me } from '../../session.ts';
import { useSending } from '../../data/useSending.ts';
import type { Finding } from './types.ts';

interface Props {
  me: Me;
  finding: Row<Finding>;
  powers: Powers;
  onChanged: () => void;
}

const write = (me: Me, { id, data }: Row<Finding>, by: Power, fields: Partial<Finding>) =>
  updateDocument(
    me.org,
    'findings',
    id,
    { ...fields, rev: data.rev + 1, actor: me.pid, actedFor: by.giver },
    ['savedAt'],
  );

/** Fields that a finding from before they were asked doesn't have. */
const laterOf = ({ data }: Row<Finding>) => {
  const { harm, firstDue, carriedTo } = data as Partial<Finding>;
  return { harm: harm ?? '', firstDue: firstDue ?? null, carriedTo: carriedTo ?? null };
};

export function DragsOn(props: Props) {
  const { finding, powers } = props;
  const [open, setOpen] = useState<'date' | 'harm' | null>(null);
  const { harm, firstDue, carriedTo } = laterOf(finding);
  const { state, remedyState, due } = finding.data;
  if (state !== 'confirmed') return null;
  const by = powers.evaluate ?? powers.decide;
  const mayExtend = powers.evaluate !== null && due !== null && remedyState !== 'accepted';
  const close = () => setOpen(null);
  const done = () => {
    close();
    props.onChanged();
  };
  return (
    <div class="stack" style={{ '--gap': '8px' }}>
      {firstDue && <p class="small soft">Đã gia hạn một lần, hạn trước {showDate(firstDue)}</p>}
      {harm && <p class="pre">Ảnh hưởng đến công việc chung: {harm}</p>}
      {open === 'date' && powers.evaluate && (
        <ExtendDue
          id={`extend.${finding.id}`}
          of={{ state, due, remedyState, firstDue }}
          act={(found) => write(props.me, finding, powers.evaluate as Power, found)}
          onDone={done}
          onCancel={close}
        />
      )}
      {open === 'harm' && by && <Harm {...props} by={by} harm={harm} onDone={done} onCancel={close} />}
      {open === null && (
        <div class="row">
          {mayExtend && firstDue === null && (
            <button type="button" class="button" onClick={() => setOpen('date')}>
              Gia hạn khắc phục
            </button>
          )}
          {mayExtend && firstDue !== null && (
            <span class="hint">Hạn khắc phục chỉ được gia hạn một lần.</span>
          )}
          {by && carriedTo !== null && (
            <button type="button" class="button" onClick={() => setOpen('harm')}>
              {harm ? 'Sửa nội dung ảnh hưởng' : 'Nêu ảnh hưởng đến công việc chung'}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

interface FormProps extends Props {
  by: Power;
  onDone: () => void;
  onCancel: () => void;
}

function Harm({ me, finding, by, harm, onDone, onCancel }: FormProps & { harm: string }) {
  const [said, setSaid] = useState(harm);
  const { problem, isSending, say, send } = useSending(onDone);
  const field = `harm.${finding.id}`;
  const errors: Errors = new Map(problem ? [[field, problem]] : []);
  const state = (text: string) => {
    if (text !== '' && text.trim().length < leastFactWords) {
      say('Nêu việc chậm khắc phục đã ảnh hưởng thế nào: đến việc gì, của ai');
      document.getElementById(field)?.focus();
    } else void send(() => write(me, finding, by, { harm: text }));
  };
  return (
    <div class="stack" style={{ '--gap': '12px' }}>
      <TextArea
        id={field}
        label="Ảnh hưởng đến công việc chung"
        hint="Người được đánh giá đọc được. Hệ thống đề xuất Không hoàn thành nhiệm vụ và mở hồ sơ xem xét thay thế; cả hai rút lại nếu khắc phục xong trước khi chốt tháng (S3 II.3.1)."
        max={sizes.note}
        value={said}
        errors={errors}
        onInput={setSaid}
      />
      <SendOrNot
        label="Ghi ảnh hưởng"
        isSending={isSending}
        onSend={() => state(said.trim() === '' ? ' ' : said)}
        onCancel={onCancel}
      />
      {harm !== '' && (
        <p>
          <button type="button" class="link" onClick={() => state('')}>
            Rút nội dung đã nêu
          </button>
        </p>
      )}
    </div>
  );
}
