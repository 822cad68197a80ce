// The decider turns a conclusion on a finding round, with a reason, until the month is published (domain.md section 2).
import { useState } from 'preact/hooks';
import { overturn, overturnsTo } from '../../../../functions/src/domain/overturn.ts';
import type { CivilDate, FindingState } from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { updateDocument, type Row } from '../../data/firestore.ts';
import { useSending } from '../../data/useSending.ts';
import { thisMonth, today } from '../../now.ts';
import { SendOrNot } from '../../parts/ExtendDue.tsx';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import type { Me } from '../../session.ts';
import type { Finding } from './types.ts';

interface Props {
  me: Me;
  finding: Row<Finding>;
  /** On whose behalf; null in one's own name. */
  actedFor: string | null;
  onDone: () => void;
}

const labels: Record<'dismissed' | 'confirmed' | 'remedied', string> = {
  dismissed: 'Bác bỏ kết luận này',
  confirmed: 'Xác nhận lại',
  remedied: 'Xác nhận lại',
};
const told: Record<'dismissed' | 'confirmed' | 'remedied', string> = {
  dismissed:
    'Biểu hiện không còn được tính. Người được đánh giá đã được báo thì được báo lại, kèm lý do này.',
  confirmed: 'Người được đánh giá được báo ngay và khắc phục theo hạn này.',
  remedied: 'Biểu hiện trở lại là đã khắc phục.',
};

export function Overturn(props: Props) {
  const [isOpen, setOpen] = useState(false);
  const to = overturnsTo(props.finding.data);
  if (to === null || to === 'suspected') return null;
  if (isOpen) return <Form {...props} to={to} onCancel={() => setOpen(false)} />;
  return (
    <p>
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {labels[to]}
      </button>
    </p>
  );
}

function Form(props: Props & { to: Exclude<FindingState, 'suspected'>; onCancel: () => void }) {
  const { me, finding, actedFor, to, onDone, onCancel } = props;
  const [reason, setReason] = useState('');
  const [due, setDue] = useState<CivilDate | null>(finding.data.due);
  const [at, setAt] = useState<'reason' | 'due'>('reason');
  const { problem, isSending, say, send } = useSending(onDone);
  const field = (of: 'reason' | 'due') => `overturn.${of}.${finding.id}`;
  const errors: Errors = new Map(problem ? [[field(at), problem]] : []);
  const run = () => {
    const turned = overturn(finding.data, { reason, due, today: today() });
    if ('refused' in turned) {
      setAt(turned.of);
      say(turned.refused);
      document.getElementById(field(turned.of))?.focus();
      return;
    }
    setAt('reason');
    const { rev } = finding.data;
    const signed = { rev: rev + 1, actor: me.pid, actedFor };
    void send(() => updateDocument(me.org, 'findings', finding.id, { ...turned, ...signed }, ['savedAt']));
  };
  return (
    <div class="stack" style={{ '--gap': '12px' }}>
      <TextArea
        id={field('reason')}
        label="Lý do thay đổi kết luận"
        hint={told[to]}
        short
        max={sizes.note}
        value={reason}
        errors={errors}
        onInput={setReason}
      />
      {to === 'confirmed' && (
        <DateField
          id={field('due')}
          label="Hạn khắc phục"
          month={thisMonth()}
          value={due}
          errors={errors}
          onInput={setDue}
        />
      )}
      <SendOrNot label={labels[to]} isSending={isSending} onSend={run} onCancel={onCancel} />
    </div>
  );
}
