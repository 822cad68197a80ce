// A conclusion on one sign on the finding itself, on any day: confirmed with its date, or dismissed with a reason (domain.md section 2).
import { useState } from 'preact/hooks';
import { settle } from '../../../../functions/src/domain/settling.ts';
import type { CivilDate } from '../../../../functions/src/domain/words.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { updateDocument, type Row } from '../../data/firestore.ts';
import { useSending } from '../../data/useSending.ts';
import { now, thisMonth } from '../../now.ts';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { withUnread } from '../../parts/unread.ts';
import type { Me } from '../../session.ts';
import type { Finding } from './types.ts';

interface Props {
  me: Me;
  finding: Row<Finding>;
  personName: string;
  /** On whose behalf; null in one's own name. */
  actedFor: string | null;
  onDone: () => void;
}

export function SettleNow({ me, finding, personName, actedFor, onDone }: Props) {
  const { id, data } = finding;
  const [due, setDue] = useState<CivilDate | null>(data.due);
  const [reason, setReason] = useState('');
  const [at, setAt] = useState<'due' | 'reason'>('due');
  const { problem, isSending, say, send } = useSending(onDone);
  const field = (of: 'due' | 'reason') => `settle.${of}.${id}`;
  const errors: Errors = new Map(problem ? [[field(at), problem]] : []);
  const refuse = (of: 'due' | 'reason', text: string) => {
    setAt(of);
    say(text);
    document.getElementById(field(of))?.focus();
  };
  const write = (fields: Partial<Finding>) => {
    setAt('reason');
    const signed = { settleReason: reason, rev: data.rev + 1, actor: me.pid, actedFor };
    void send(() => updateDocument(me.org, 'findings', id, { ...fields, ...signed }, ['savedAt']));
  };
  const confirm = () => {
    const [unread] = withUnread([], (of) => of === field('due'));
    if (unread) return refuse('due', unread.text);
    const settled = settle(data, 'open', { at: now(), degree: data.degree, due, leftUnclear: false });
    if ('refused' in settled) return refuse('due', settled.refused);
    write({ state: 'confirmed', due });
  };
  const dismiss = () =>
    reason.trim() === ''
      ? refuse('reason', 'Nêu lý do bác bỏ.')
      : write({ state: 'dismissed', due: data.due });
  return (
    <div class="stack" style={{ '--gap': '12px' }}>
      <DateField
        id={field('due')}
        label="Hạn khắc phục"
        hint={`Xác nhận thì ${personName} được báo ngay và khắc phục theo hạn này`}
        month={thisMonth()}
        value={due}
        errors={errors}
        onInput={setDue}
      />
      <TextArea
        id={field('reason')}
        label="Lý do (bắt buộc khi bác bỏ)"
        short
        max={sizes.note}
        value={reason}
        errors={errors}
        onInput={setReason}
      />
      <div class="row">
        <button type="button" class="button" aria-disabled={isSending} onClick={confirm}>
          Xác nhận biểu hiện
        </button>
        <button type="button" class="button" aria-disabled={isSending} onClick={dismiss}>
          Bác bỏ
        </button>
      </div>
    </div>
  );
}
