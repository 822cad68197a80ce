// Absences of a person, as a code with days and nothing else: no health details are kept (domain.md section 11).
import { excuseLabels } from '../../../../functions/src/domain/labels.ts';
import type { Absence } from '../../../../functions/src/domain/organisation.ts';
import { excuses, type Excuse } from '../../../../functions/src/domain/words.ts';
import { thisMonth, today } from '../../now.ts';
import type { Errors } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icons.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { Select } from '../../parts/Select.tsx';

const options = excuses.map((value) => ({ value, label: excuseLabels[value] }));

export function AbsenceFields(props: {
  absences: readonly Absence[];
  errors: Errors;
  onChange: (absences: Absence[]) => void;
}) {
  const { absences, errors, onChange } = props;
  const change = (i: number, edit: Partial<Absence>) =>
    onChange(absences.map((one, n) => (n === i ? { ...one, ...edit } : one)));
  return (
    <div class="stack">
      {absences.length === 0 && <p class="soft">Không có lần nghỉ nào được ghi.</p>}
      {absences.map((absence, i) => {
        const at = `absences.${i}`;
        return (
          <div class="absence" key={i}>
            <Select
              id={`${at}.excuse`}
              label="Lý do nghỉ"
              value={absence.excuse}
              options={options}
              errors={errors}
              onChange={(excuse) => change(i, { excuse: excuse as Excuse })}
            />
            {(['from', 'to'] as const).map((field) => (
              <DateField
                key={field}
                id={`${at}.${field}`}
                label={field === 'from' ? 'Từ ngày' : 'Đến hết ngày'}
                month={thisMonth()}
                value={absence[field]}
                errors={errors}
                onInput={(day) => day !== null && change(i, { [field]: day })}
              />
            ))}
            <button type="button" class="link" onClick={() => onChange(absences.filter((_, n) => n !== i))}>
              Bỏ<span class="hidden-visually"> lần nghỉ {i + 1}</span>
            </button>
          </div>
        );
      })}
      <p>
        <button
          type="button"
          class="button"
          onClick={() => onChange([...absences, { excuse: 'leave', from: today(), to: today() }])}
        >
          <Icon name="plus" /> Thêm lần nghỉ
        </button>
      </p>
    </div>
  );
}
