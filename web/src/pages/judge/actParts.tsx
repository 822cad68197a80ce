// What acts are made of: a button that says why it can't be used yet, and an act that wants a note.
import { useState } from 'preact/hooks';
import { TextArea, type Errors } from '../../parts/fields.tsx';

/** A button that can't be used says why, stays reachable by keyboard, and does nothing. */
export function ActButton(props: {
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

export function WithNote(props: {
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
