// Choosing one person out of many: typed with or without diacritics, by name, post or code.
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { described, Labelled, noErrors, refuseEnter, type Errors } from './fields.tsx';
import { whenDrawn } from './focus.ts';
import { matching, type Pickable } from './Picker.tsx';

const shownAtOnce = 8;

export function PersonPicker(props: {
  id: string;
  label: string;
  hint?: ComponentChildren;
  errors?: Errors;
  people: readonly Pickable[];
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const { id, label, hint, errors = noErrors, people, value, onChange } = props;
  const [words, setWords] = useState('');
  const found = useMemo(() => matching(people, words), [people, words]);
  const chosen = people.find((person) => person.id === value) ?? null;
  if (chosen) {
    return (
      <div class="field">
        <p class="label">{label}</p>
        <p>
          {chosen.name} <span class="soft">· {chosen.hint}</span>{' '}
          <button
            type="button"
            class="link"
            id={id}
            onClick={() => {
              setWords('');
              onChange(null);
              whenDrawn(() => document.getElementById(id)?.focus());
            }}
          >
            Chọn người khác<span class="hidden-visually"> cho ô {label.toLowerCase()}</span>
          </button>
        </p>
      </div>
    );
  }
  const isAsked = words.trim() !== '' || people.length <= shownAtOnce;
  return (
    <Labelled id={id} label={label} hint={hint} errors={errors}>
      <input
        id={id}
        type="text"
        inputMode="search"
        autocomplete="off"
        placeholder="Gõ tên, không cần dấu"
        value={words}
        aria-invalid={errors.get(id) ? true : undefined}
        aria-describedby={described(id, hint, errors.get(id))}
        onInput={(e) => setWords(e.currentTarget.value)}
        onKeyDown={refuseEnter}
      />
      <p class="hint" role="status">
        {!isAsked ? '' : found.length === 0 ? 'Không tìm thấy ai' : ''}
        {isAsked && found.length > shownAtOnce ? `${found.length} người, gõ thêm để thu hẹp` : ''}
      </p>
      {isAsked && (
        <ul class="plain picks">
          {found.slice(0, shownAtOnce).map((person) => (
            <li key={person.id}>
              <button type="button" onClick={() => onChange(person.id)}>
                {person.name} <span class="soft small">{person.hint}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Labelled>
  );
}
