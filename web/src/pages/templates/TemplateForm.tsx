// The form of a version: what it is, for whom and from when, its groups with their criteria, its bands.
import { peopleGroups, type PeopleGroup } from '../../../../functions/src/domain/templates.ts';
import type { TemplateFields } from '../../../../functions/src/domain/templatesDraft.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { thisMonth } from '../../now.ts';
import { Choices, FieldError, TextArea, TextLine, type Errors } from '../../parts/fields.tsx';
import { DateField, ScoreField } from '../../parts/numberFields.tsx';
import { GroupForm } from './GroupForm.tsx';
import { peopleLabels } from './words.ts';
import { groupsOfKind } from '../../../../functions/src/domain/templatesDraft.ts';

export interface TemplateFormProps {
  draft: TemplateFields;
  errors: Errors;
  edit: (change: Partial<TemplateFields>) => void;
}

export function TemplateForm(props: TemplateFormProps) {
  const { draft, errors, edit } = props;
  return (
    <>
      <TextLine
        id="title"
        label="Tên mẫu"
        value={draft.title}
        errors={errors}
        onInput={(title) => edit({ title })}
      />
      <TextLine
        id="clause"
        label="Văn bản quy định"
        hint="Ghi trong cách tính của từng kết quả"
        value={draft.clause}
        errors={errors}
        onInput={(clause) => edit({ clause })}
      />
      <People {...props} />
      <div class="pair">
        <DateField
          id="effectiveFrom"
          label="Áp dụng từ ngày"
          hint="Ngày 01 của một tháng chưa mở"
          month={thisMonth()}
          value={draft.effectiveFrom}
          errors={errors}
          onInput={(effectiveFrom) => edit({ effectiveFrom })}
        />
        <DateField
          id="effectiveUntil"
          label="Đến hết ngày"
          hint="Để trống: đến khi có phiên bản sau"
          month={thisMonth()}
          value={draft.effectiveUntil}
          errors={errors}
          onInput={(effectiveUntil) => edit({ effectiveUntil })}
        />
      </div>
      <Choices
        id="step"
        legend="Bước chấm điểm"
        options={[
          { value: '0.5', label: 'Nửa điểm' },
          { value: '1', label: 'Một điểm' },
        ]}
        value={String(draft.step) as '0.5' | '1'}
        errors={errors}
        onChange={(step) => edit({ step: Number(step) })}
      />
      {groupsOfKind[draft.kind].map((group) => (
        <GroupForm key={group} {...props} group={group} />
      ))}
      {draft.kind === 'kpi' && (
        <p>
          Kết quả thực hiện nhiệm vụ 70 điểm nhân KPI, theo Mẫu số 01: a, b, c; của lãnh đạo, quản lý thêm d,
          đ, e.
        </p>
      )}
      <fieldset class="score-group">
        <legend>Khung điểm xếp loại, từ</legend>
        <div class="triple">
          {(
            [
              ['bandA', 'Hoàn thành xuất sắc'],
              ['bandB', 'Hoàn thành tốt'],
              ['bandC', 'Hoàn thành'],
            ] as const
          ).map(([id, label]) => (
            <ScoreField
              key={id}
              id={id}
              label={label}
              max={100}
              value={draft[id]}
              errors={errors}
              onInput={(value) => edit({ [id]: value })}
            />
          ))}
        </div>
      </fieldset>
      <TextArea
        id="note"
        label="Ghi chú cho người chấm"
        short
        max={sizes.note}
        value={draft.note}
        errors={errors}
        onInput={(note) => edit({ note })}
      />
    </>
  );
}

function People({ draft, errors, edit }: TemplateFormProps) {
  const toggle = (one: PeopleGroup, isChosen: boolean) =>
    edit({
      people: peopleGroups.filter((group) => (group === one ? isChosen : draft.people.includes(group))),
    });
  return (
    <fieldset class="field" id="people" tabIndex={-1}>
      <legend>Áp dụng cho</legend>
      <FieldError id="people" text={errors.get('people')} />
      <div class="choices column">
        {peopleGroups.map((one) => (
          <label class="choice" key={one}>
            <input
              type="checkbox"
              name={one}
              checked={draft.people.includes(one)}
              onChange={(e) => toggle(one, e.currentTarget.checked)}
            />
            <span>{peopleLabels[one]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
