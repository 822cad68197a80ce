// The authority's four columns of one row of Phiếu 01.
import { parseCodes } from '../../../../functions/src/domain/finding.ts';
import {
  degreeLabels,
  identification,
  noManifestation,
  personForm,
} from '../../../../functions/src/domain/labels.ts';
import { degrees, type Degree } from '../../../../functions/src/domain/words.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { withKey, withoutKey } from '../../data/entries.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { Choices, TextArea, type Errors } from '../../parts/fields.tsx';
import type { JudgeDraft } from './judgeSource.ts';

const agreed = 'Nhất trí với cá nhân tự đánh giá';
const texts = [
  ['aResult', 'Đánh giá kết quả thực hiện'],
  ['aCause', 'Nguyên nhân'],
  ['aRemedy', 'Phương hướng, giải pháp khắc phục'],
] as const;

interface Props {
  id: string;
  sheet: Sheet | null;
  draft: JudgeDraft;
  errors: Errors;
  edit: (change: Partial<JudgeDraft>) => void;
}

export function AuthorityRow({ id, sheet, draft, errors, edit }: Props) {
  const own = sheet?.rowSection[id];
  const agree = () => {
    const degree = sheet?.rowDegree[id];
    edit({
      aResult: withKey(draft.aResult, id, agreed),
      aCause: withKey(draft.aCause, id, agreed),
      aRemedy: withKey(draft.aRemedy, id, agreed),
      aCodes: withKey(draft.aCodes, id, sheet?.rowCodes[id] ?? ''),
      aDegree: degree ? withKey(draft.aDegree, id, degree) : withoutKey(draft.aDegree, id),
    });
  };
  const identify = (answer: 'none' | Degree) =>
    edit(
      answer === 'none'
        ? { aCodes: withKey(draft.aCodes, id, ''), aDegree: withoutKey(draft.aDegree, id) }
        : { aDegree: withKey(draft.aDegree, id, answer) },
    );
  return (
    <div class="stack">
      {own && (
        <button type="button" class="button" onClick={agree}>
          {agreed}
        </button>
      )}
      {texts.map(([field, label]) => (
        <TextArea
          key={field}
          id={`${field}.${id}`}
          label={label}
          short
          max={3000}
          value={draft[field][id] ?? ''}
          errors={errors}
          onInput={(text) => edit({ [field]: withKey(draft[field], id, text) })}
        />
      ))}
      <Choices
        id={`aDegree.${id}`}
        legend="Nhận diện biểu hiện"
        column
        options={[
          { value: 'none', label: noManifestation },
          ...degrees.map((value) => ({ value, label: degreeLabels[value] })),
        ]}
        value={draft.aDegree[id] ?? (draft.aCodes[id] === '' ? 'none' : null)}
        errors={errors}
        onChange={identify}
      />
      {draft.aDegree[id] && (
        <CodePicker
          id={`aCodes.${id}`}
          label="Ở nội dung"
          value={draft.aCodes[id] ?? ''}
          errors={errors}
          onChange={(codes) => edit({ aCodes: withKey(draft.aCodes, id, codes) })}
        />
      )}
    </div>
  );
}

export function AuthorityRowRead({ id, draft }: { id: string; draft: JudgeDraft }) {
  const columns = personForm.authority.columns;
  const codes = draft.aCodes[id];
  const cells = [
    draft.aResult[id],
    draft.aCause[id],
    codes === undefined ? '' : identification(parseCodes(codes), draft.aDegree[id] ?? null),
    draft.aRemedy[id],
  ];
  if (!cells.some(Boolean)) return <p class="soft">Chưa có ý kiến riêng.</p>;
  return (
    <dl class="words">
      {cells.map((text, i) =>
        text ? (
          <div key={i}>
            <dt>{columns[i]?.head}</dt>
            <dd>{text}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
