// A choice out of a list too long for radio buttons.
import { described, Labelled, noErrors, type Errors } from './fields.tsx';

export interface SelectOption {
  value: string;
  label: string;
}

export function Select(props: {
  id: string;
  label: string;
  hint?: string;
  quiet?: boolean;
  errors?: Errors;
  value: string;
  options: readonly SelectOption[];
  /** What stands for no choice; without it one must be chosen. */
  none?: string;
  onChange: (value: string) => void;
}) {
  const { id, hint, errors = noErrors, value, options, none, onChange } = props;
  const error = errors.get(id);
  const isKnown = value === '' || options.some((option) => option.value === value);
  return (
    <Labelled {...props}>
      <select
        id={id}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onChange={(e) => onChange(e.currentTarget.value)}
      >
        {(none !== undefined || value === '') && <option value="">{none ?? 'Chọn…'}</option>}
        {!isKnown && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
