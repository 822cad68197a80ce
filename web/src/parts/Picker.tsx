// Choosing several people or units out of thousands: a dialog with search without diacritics.
import { useRef, useState } from 'preact/hooks';
import { fold } from '../../../functions/src/domain/fold.ts';
import { FieldError, noErrors, type Errors } from './fields.tsx';

export interface Pickable {
  id: string;
  name: string;
  /** Post and unit of a person, or the kind of a unit: told beside the name. */
  hint: string;
}

/** More would only be scrolled past; the search narrows them. */
const shownAtOnce = 50;

export function matching<P extends Pickable>(all: readonly P[], words: string): P[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [...all];
  return all.filter(({ id, name, hint }) => {
    const hay = fold(`${id} ${name} ${hint}`);
    return wanted.every((word) => hay.includes(word));
  });
}

export function Picker(props: {
  id: string;
  label: string;
  hint?: string;
  title: string;
  /** The act: "Chọn người". */
  button: string;
  all: readonly Pickable[];
  value: readonly string[];
  errors?: Errors;
  onChange: (value: string[]) => void;
}) {
  const { id, label, hint, title, button, all, value, errors = noErrors, onChange } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState('');
  const [isOpen, setOpen] = useState(false);
  const known = new Map(all.map((one) => [one.id, one]));
  const toggle = (one: string) =>
    onChange(value.includes(one) ? value.filter((v) => v !== one) : [...value, one]);
  // Thousands of names are only gone through while the dialog is open.
  const found = isOpen ? matching(all, words) : [];
  return (
    <div class="field">
      <p class="label">{label}</p>
      {hint && <p class="hint">{hint}</p>}
      <FieldError id={id} text={errors.get(id)} />
      {value.length > 0 && (
        <ul class="plain small picked">
          {value.map((one) => (
            <li key={one}>
              {known.get(one)?.name ?? one} <span class="soft">{known.get(one)?.hint}</span>{' '}
              <button type="button" class="link" onClick={() => toggle(one)}>
                Bỏ<span class="hidden-visually"> {known.get(one)?.name ?? one}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        class="button"
        id={id}
        aria-haspopup="dialog"
        onClick={() => {
          setWords('');
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        {button}
      </button>
      <dialog ref={dialog} aria-labelledby={`${id}-pick`} onClose={() => setOpen(false)}>
        {isOpen && (
          <div class="dialog-in">
            <div class="dialog-head">
              <h2 id={`${id}-pick`}>{title}</h2>
              <label class="hint" for={`${id}-search`}>
                Tìm theo tên, mã hoặc đơn vị, không cần gõ dấu
              </label>
              <input
                id={`${id}-search`}
                type="search"
                value={words}
                autocomplete="off"
                onInput={(e) => setWords(e.currentTarget.value)}
              />
              <p class="hint" role="status">
                {found.length > shownAtOnce
                  ? `Tìm thấy ${found.length}, hiện ${shownAtOnce}. Gõ thêm để thu hẹp.`
                  : `Tìm thấy ${found.length}`}
              </p>
            </div>
            <div class="dialog-body" tabIndex={0} role="region" aria-label={title}>
              {found.slice(0, shownAtOnce).map((one) => (
                <label class="choice" key={one.id}>
                  <input type="checkbox" checked={value.includes(one.id)} onChange={() => toggle(one.id)} />
                  <span>
                    {one.name} <span class="hint">{one.hint}</span>
                  </span>
                </label>
              ))}
            </div>
            <div class="dialog-foot row">
              <button type="button" class="button primary" onClick={() => dialog.current?.close()}>
                Xong
              </button>
              <span class="hint" role="status">
                Đã chọn {value.length}
              </span>
            </div>
          </div>
        )}
      </dialog>
    </div>
  );
}
