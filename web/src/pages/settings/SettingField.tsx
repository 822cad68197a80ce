// One setting as a field of its kind, and its value as it is written and read.
import type { SettingEntry } from '../../../../functions/src/domain/settingsTable.ts';
import { Check, TextLine, type Errors } from '../../parts/fields.tsx';
import { Select } from '../../parts/Select.tsx';

type Written = string | boolean;

/** A value as the field shows it. */
export function shownAs(entry: SettingEntry, value: unknown): Written {
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.join(', ');
  return entry.kind === 'share'
    ? String(Math.round(Number(value) * 1000) / 10).replace('.', ',')
    : String(value);
}

/** What was written as the value it means; what means none stays as it is, and is refused at its field. */
export function valueOf(entry: SettingEntry, written: Written): unknown {
  if (typeof written === 'boolean' || entry.kind === 'choice') return written;
  const numberOf = (text: string) =>
    text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
  if (entry.kind === 'share') return Math.round(numberOf(written.replace('%', '')) * 10) / 1000;
  if (entry.kind === 'list')
    return written.trim() === ''
      ? []
      : written
          .split(/[\s,;]+/)
          .filter((part) => part !== '')
          .map(numberOf);
  return numberOf(written);
}

interface Props {
  entry: SettingEntry;
  value: Written;
  errors: Errors;
  onChange: (value: Written) => void;
}

export function SettingField({ entry, value, errors, onChange }: Props) {
  const { name: id, label, clause } = entry;
  const of = `${label} (${clause})`;
  if (entry.kind === 'flag')
    return <Check id={id} label={of} checked={value === true} errors={errors} onChange={onChange} />;
  if (entry.kind === 'choice') {
    const options = Object.entries(entry.choices).map(([choice, text]) => ({ value: choice, label: text }));
    return (
      <Select
        id={id}
        label={of}
        value={String(value)}
        options={options}
        errors={errors}
        onChange={onChange}
      />
    );
  }
  const unit =
    entry.kind === 'share'
      ? '%'
      : entry.kind === 'whole'
        ? entry.unit
        : 'ngày làm việc, cách nhau bởi dấu phẩy';
  return (
    <TextLine
      id={id}
      label={of}
      hint={`Đơn vị: ${unit}`}
      value={String(value)}
      errors={errors}
      onInput={onChange}
    />
  );
}
