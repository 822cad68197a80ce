// An act that wants a reason: the fields of the act, the reason, a button, and what came of it beside them.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { sizes } from '../../../functions/src/schema/sizes.ts';
import type { Outcome } from '../data/useChange.ts';
import { TextArea, type Errors } from './fields.tsx';
import { Notice } from './Page.tsx';

export function OutcomeNotice({ outcome }: { outcome: Outcome | null }) {
  if (!outcome) return null;
  return (
    <Notice tone={outcome.isGood ? 'good' : 'attention'} role={outcome.isGood ? 'status' : 'alert'}>
      <p>{outcome.text}</p>
      {outcome.reasons.length > 0 && (
        <ul>
          {outcome.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

export function ReasonForm(props: {
  /** Prefix of the ids of the fields. */
  id: string;
  label?: string;
  hint?: string;
  button: string;
  isBusy: boolean;
  primary?: boolean;
  outcome?: Outcome | null;
  children?: ComponentChildren;
  onSend: (reason: string) => void;
  onCancel?: () => void;
}) {
  const { id, label = 'Lý do', hint, button, isBusy, primary, outcome = null, children, onSend } = props;
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const field = `${id}-reason`;
  const isMissing = reason.trim() === '';
  const errors: Errors = new Map(isAsked && isMissing ? [[field, 'Nêu lý do, ví dụ theo văn bản nào']] : []);
  return (
    <div class="stack narrow">
      {children}
      <TextArea
        id={field}
        label={label}
        {...(hint ? { hint } : {})}
        short
        max={sizes.line}
        value={reason}
        errors={errors}
        onInput={setReason}
      />
      <div class="row">
        <button
          type="button"
          class={primary ? 'button primary' : 'button'}
          aria-disabled={isBusy}
          onClick={() => {
            if (isBusy) return;
            setAsked(true);
            if (isMissing) document.getElementById(field)?.focus();
            else onSend(reason);
          }}
        >
          {isBusy ? 'Đang gửi…' : button}
        </button>
        {props.onCancel && (
          <button type="button" class="link" onClick={props.onCancel}>
            Thôi
          </button>
        )}
      </div>
      {/* What came of the last try is none of this one. */}
      {!errors.has(field) && <OutcomeNotice outcome={outcome} />}
    </div>
  );
}
