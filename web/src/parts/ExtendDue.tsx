// The one extension of a finding's date, a person's or a unit's (domain.md section 3).
import { useState } from 'preact/hooks';
import { extendDue, type Extendable } from '../../../functions/src/domain/settling.ts';
import type { CivilDate } from '../../../functions/src/domain/words.ts';
import { useSending } from '../data/useSending.ts';
import { thisMonth, today } from '../now.ts';
import type { Errors } from './fields.tsx';
import { DateField } from './numberFields.tsx';
import { showDate } from './parse.ts';

export function ExtendDue(props: {
  id: string;
  of: Extendable;
  act: (found: { due: CivilDate; firstDue: CivilDate }) => Promise<void>;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { id, of, act, onDone, onCancel } = props;
  const [to, setTo] = useState<CivilDate | null>(null);
  const { problem, isSending, say, send } = useSending(onDone);
  const errors: Errors = new Map(problem ? [[id, problem]] : []);
  const extend = () => {
    const found = extendDue(of, to, today());
    if ('refused' in found) {
      say(found.refused);
      document.getElementById(id)?.focus();
    } else void send(() => act(found));
  };
  return (
    <div class="stack" style={{ '--gap': '12px' }}>
      <DateField
        id={id}
        label="Hạn khắc phục mới"
        hint={`Chỉ gia hạn được một lần${of.due ? `; hạn hiện nay ${showDate(of.due)}` : ''}`}
        month={thisMonth()}
        value={to}
        errors={errors}
        onInput={setTo}
      />
      <SendOrNot label="Gia hạn" isSending={isSending} onSend={extend} onCancel={onCancel} />
    </div>
  );
}

export function SendOrNot(props: {
  label: string;
  isSending: boolean;
  onSend: () => void;
  onCancel: () => void;
}) {
  return (
    <div class="row">
      <button type="button" class="button" aria-disabled={props.isSending} onClick={props.onSend}>
        {props.isSending ? 'Đang gửi…' : props.label}
      </button>
      <button type="button" class="link" onClick={props.onCancel}>
        Thôi
      </button>
    </div>
  );
}
