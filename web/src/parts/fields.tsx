// Form controls: label, hint, error and field, tied together for keyboard and screen reader.
import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';

/** Errors by field id; a field id is the document's field, with the key of a map after a dot ("taskWhy.t2"). */
export type Errors = ReadonlyMap<string, string>;
export const noErrors: Errors = new Map();

export function FieldError({ id, text }: { id: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <p class="field-error" id={`${id}-error`}>
      <Icon name="warning" />
      <span>
        <span class="hidden-visually">Lỗi: </span>
        {text}
      </span>
    </p>
  );
}

/** Ids of hint and error for aria-describedby; nothing where there is neither. */
export const described = (id: string, hint: unknown, error: string | undefined) =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

interface Common {
  id: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  errors?: Errors;
  /** The label is there for those who can't see; the place says it to the others. */
  quiet?: boolean;
}

export function Labelled(props: Common & { children: ComponentChildren }) {
  const { id, label, hint, errors = noErrors, quiet, children } = props;
  return (
    <div class="field">
      <label for={id} class={quiet ? 'hidden-visually' : undefined}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} text={errors.get(id)} />
      {children}
    </div>
  );
}

export function TextArea(
  props: Common & { value: string; max: number; short?: boolean; onInput: (text: string) => void },
) {
  const { id, hint, errors = noErrors, value, max, short, onInput } = props;
  const error = errors.get(id);
  const left = max - value.length;
  return (
    <Labelled {...props}>
      <textarea
        id={id}
        class={short ? 'one' : undefined}
        rows={short ? 1 : 3}
        maxLength={max}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onInput={(e) => onInput(e.currentTarget.value)}
      />
      {left < max / 10 && <p class="hint">Còn {left} ký tự</p>}
    </Labelled>
  );
}

/** The types of JSX tell roles per literal type of an input; these four share all that is used here. */
const inputType = (type: string) => ({ type }) as { type: 'text' };

export function TextLine(
  props: Common & {
    value: string;
    type?: 'text' | 'email' | 'password' | 'search';
    autocomplete?: 'username' | 'current-password' | 'off';
    max?: number;
    onInput: (text: string) => void;
  },
) {
  const {
    id,
    hint,
    errors = noErrors,
    value,
    type = 'text',
    autocomplete = 'off',
    max = 200,
    onInput,
  } = props;
  const error = errors.get(id);
  return (
    <Labelled {...props}>
      <input
        id={id}
        {...inputType(type)}
        autocomplete={autocomplete}
        maxLength={max}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onInput={(e) => onInput(e.currentTarget.value)}
        onKeyDown={type === 'text' ? refuseEnter : undefined}
      />
    </Labelled>
  );
}

/** Enter in a one-line field never submits a long form. */
export function refuseEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}

export interface Option<T extends string> {
  value: T;
  label: ComponentChildren;
  hint?: ComponentChildren;
}

export function Choices<T extends string>(props: {
  id: string;
  legend: ComponentChildren;
  hint?: ComponentChildren;
  errors?: Errors;
  options: readonly Option<T>[];
  value: T | null;
  column?: boolean;
  quiet?: boolean;
  onChange: (value: T) => void;
}) {
  const { id, legend, hint, errors = noErrors, options, value, column, quiet, onChange } = props;
  const error = errors.get(id);
  return (
    // The fieldset takes the focus when an error summary points here, so that the question is read out.
    <fieldset class="field" id={id} tabIndex={-1} aria-describedby={described(id, hint, error)}>
      <legend class={quiet ? 'hidden-visually' : undefined}>{legend}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} text={error} />
      <div class={column ? 'choices column' : 'choices'}>
        {options.map((option) => (
          <label class="choice" key={option.value}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span class="hint"> {option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Check(props: {
  id: string;
  label: ComponentChildren;
  checked: boolean;
  errors?: Errors;
  onChange: (checked: boolean) => void;
}) {
  const { id, label, checked, errors = noErrors, onChange } = props;
  return (
    <div class="field">
      <FieldError id={id} text={errors.get(id)} />
      <label class="choice">
        <input
          id={id}
          type="checkbox"
          checked={checked}
          aria-describedby={described(id, null, errors.get(id))}
          onChange={(e) => onChange(e.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
    </div>
  );
}
