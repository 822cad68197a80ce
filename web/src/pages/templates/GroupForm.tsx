// One group of a version: its name, its maximum where the organisation sets it, and the criteria that detail it.
import { scoreFields } from '../../../../functions/src/domain/templates.ts';
import { criteriaIn, groupsOfKind, maxOf } from '../../../../functions/src/domain/templatesDraft.ts';
import { withKey, withoutKey } from '../../data/entries.ts';
import { TextArea } from '../../parts/fields.tsx';
import { ScoreField } from '../../parts/numberFields.tsx';
import { showScore } from '../../parts/parse.ts';
import type { TemplateFormProps } from './TemplateForm.tsx';

const maxFields = ['max1', 'max21', 'max22'] as const;
/** Criteria are numbered by one digit. */
const mostCriteria = 9;

export function GroupForm({ draft, errors, edit, group }: TemplateFormProps & { group: string }) {
  const at = groupsOfKind[draft.kind].indexOf(group);
  const maxField = draft.kind === 'points' && scoreFields[at] ? maxFields[at] : undefined;
  const criteria = criteriaIn(draft, group);
  const add = () => {
    const used = criteria.map(({ code }) => Number(code.slice(-1)));
    const free = Array.from({ length: mostCriteria }, (_, i) => i + 1).find((n) => !used.includes(n));
    if (free === undefined) return;
    const code = `${group}.${free}`;
    edit({
      criteria: withKey(draft.criteria, code, ''),
      criterionMax: withKey(draft.criterionMax, code, ''),
    });
  };
  const remove = (code: string) =>
    edit({ criteria: withoutKey(draft.criteria, code), criterionMax: withoutKey(draft.criterionMax, code) });
  return (
    <fieldset class="score-group">
      <legend>Nhóm {group}</legend>
      <TextArea
        id={`groupNames.${group}`}
        label="Tên nhóm"
        short
        max={500}
        value={draft.groupNames[group] ?? ''}
        errors={errors}
        onInput={(name) => edit({ groupNames: withKey(draft.groupNames, group, name) })}
      />
      {maxField ? (
        <ScoreField
          id={maxField}
          label="Điểm tối đa của nhóm"
          max={100}
          value={draft[maxField]}
          errors={errors}
          onInput={(value) => edit({ [maxField]: value })}
        />
      ) : (
        <p class="soft">Điểm tối đa của nhóm: {showScore(maxOf(draft, group))}, theo Mẫu số 01</p>
      )}
      {criteria.length === 0 && (
        <p class="soft">Chấm cả nhóm một điểm; thêm tiêu chí nếu muốn chấm từng mục.</p>
      )}
      {criteria.map(({ code, name, max }) => (
        <div key={code} class="criterion-row">
          <TextArea
            id={`criteria.${code}`}
            label={`Tiêu chí ${code}`}
            short
            max={500}
            value={name}
            errors={errors}
            onInput={(text) => edit({ criteria: withKey(draft.criteria, code, text) })}
          />
          <ScoreField
            id={`criterionMax.${code}`}
            label="Tối đa"
            max={maxOf(draft, group)}
            value={Number.isFinite(max) && draft.criterionMax[code] !== '' ? max : null}
            errors={errors}
            onInput={(value) =>
              edit({ criterionMax: withKey(draft.criterionMax, code, value === null ? '' : String(value)) })
            }
          />
          <button type="button" class="link" onClick={() => remove(code)}>
            Bỏ<span class="hidden-visually"> tiêu chí {code}</span>
          </button>
        </div>
      ))}
      {criteria.length < mostCriteria && (
        <button type="button" class="button" onClick={add}>
          Thêm tiêu chí<span class="hidden-visually"> vào nhóm {group}</span>
        </button>
      )}
    </fieldset>
  );
}
