// The person's own words on the month, and the counts that footnote 5 asks for.
import { footnoteFields, footnotes } from '../../../../functions/src/domain/labels.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { TextArea } from '../../parts/fields.tsx';
import { CountField } from '../../parts/numberFields.tsx';
import type { FormProps } from './formProps.ts';

const texts = [
  [
    'conduct',
    'Ý thức, đạo đức, lối sống, tác phong, lề lối làm việc',
    'Thái độ phục vụ Nhân dân; tinh thần đổi mới, sáng tạo, tự chịu trách nhiệm',
  ],
  ['strengths', 'Ưu điểm', null],
  ['weaknesses', 'Khuyết điểm, tồn tại', 'Không có thì ghi “Không”'],
  ['causes', 'Nguyên nhân', null],
] as const;

export function OwnWords({ draft, errors, edit }: FormProps) {
  return (
    <div class="stack">
      {texts.map(([field, label, hint]) => (
        <TextArea
          key={field}
          id={field}
          label={label}
          hint={hint}
          max={sizes.text}
          value={draft[field]}
          errors={errors}
          onInput={(text) => edit({ [field]: text })}
        />
      ))}
    </div>
  );
}

const counts = ['undone', 'joint', 'jointLate', 'procedures', 'proceduresLate', 'proceduresOff'] as const;

export function Counts({ draft, errors, edit }: FormProps) {
  const note = footnotes.find((f) => f.number === 5);
  return (
    <div class="stack">
      <div class="counts">
        {counts.map((field) => (
          <CountField
            key={field}
            id={field}
            label={footnoteFields[field]}
            value={draft[field]}
            errors={errors}
            onInput={(value) => edit({ [field]: value })}
          />
        ))}
      </div>
      <TextArea
        id="share"
        label={footnoteFields.share}
        hint={note?.items[1]}
        max={sizes.note}
        value={draft.share}
        errors={errors}
        onInput={(share) => edit({ share })}
      />
      <TextArea
        id="initiative"
        label={footnoteFields.initiative}
        hint={note?.items[2]}
        max={sizes.note}
        value={draft.initiative}
        errors={errors}
        onInput={(initiative) => edit({ initiative })}
      />
    </div>
  );
}
