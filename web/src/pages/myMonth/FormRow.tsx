// One row of Phiếu 01 as the person writes it.
import {
  degreeLabels,
  footnotes,
  noManifestation,
  selfRemedyLabels,
} from '../../../../functions/src/domain/labels.ts';
import { degrees, type Degree, type RowSection } from '../../../../functions/src/domain/words.ts';
import type { SheetDraft } from '../../../../functions/src/schema/sheet.ts';
import { selfRemedyStates } from '../../../../functions/src/schema/sheetDraft.ts';
import { withKey, withOptional, withoutKey } from '../../data/entries.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { Choices, TextArea, TextLine } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import type { FormProps } from './formProps.ts';

/** The four answers of footnote 4. */
const identifications = [
  { value: 'none', label: noManifestation },
  ...degrees.map((value) => ({ value, label: degreeLabels[value] })),
] as const;

/** "Không có biểu hiện" is written as an empty list of codes, which is more than no answer. */
function identify(draft: SheetDraft, id: string, answer: 'none' | Degree): Partial<SheetDraft> {
  return answer === 'none'
    ? { rowCodes: withKey(draft.rowCodes, id, ''), rowDegree: withoutKey(draft.rowDegree, id) }
    : { rowDegree: withKey(draft.rowDegree, id, answer) };
}

interface Props extends FormProps {
  id: string;
  number: number;
  /** Set in section III: the finding of last month that this row answers. */
  carried?: { finding: string; summary: string };
  onRemove?: () => void;
}

export function FormRow({ draft, month, errors, edit: change, id, number, carried, onRemove }: Props) {
  const edit = (fields: Partial<SheetDraft>) =>
    change(
      carried
        ? {
            ...fields,
            rowSection: withKey<RowSection>(draft.rowSection, id, 'III'),
            rowFinding: withKey(draft.rowFinding, id, carried.finding),
          }
        : fields,
    );
  const codes = draft.rowCodes[id] ?? '';
  return (
    <section class="entry stack" aria-label={`Dòng ${number}`}>
      <div class="entry-head">
        <h4>{carried ? carried.summary : `Tồn tại ${number}`}</h4>
        {onRemove && (
          <button type="button" class="link small" onClick={onRemove}>
            Bỏ<span class="hidden-visually"> dòng {number}</span>
          </button>
        )}
      </div>
      <TextArea
        id={`rowResult.${id}`}
        label={carried ? 'Kết quả khắc phục đến nay' : 'Đánh giá kết quả thực hiện'}
        hint={carried ? undefined : footnotes.find((f) => f.number === 3)?.lead}
        max={3000}
        value={draft.rowResult[id] ?? ''}
        errors={errors}
        onInput={(text) => edit({ rowResult: withKey(draft.rowResult, id, text) })}
      />
      {!carried && (
        <TextLine
          id={`rowDelay.${id}`}
          label="Thời gian chậm trễ (nếu có)"
          value={draft.rowDelay[id] ?? ''}
          errors={errors}
          onInput={(text) => edit({ rowDelay: withKey(draft.rowDelay, id, text) })}
        />
      )}
      <TextArea
        id={`rowCause.${id}`}
        label="Nguyên nhân"
        short
        max={3000}
        value={draft.rowCause[id] ?? ''}
        errors={errors}
        onInput={(text) => edit({ rowCause: withKey(draft.rowCause, id, text) })}
      />
      {!carried && (
        <Choices
          id={codes === '' ? `rowCodes.${id}` : `rowDegree.${id}`}
          legend="Nhận diện biểu hiện"
          column
          options={identifications}
          value={draft.rowDegree[id] ?? (draft.rowCodes[id] === '' ? 'none' : null)}
          errors={errors}
          onChange={(value) => edit(identify(draft, id, value))}
        />
      )}
      {!carried && draft.rowDegree[id] && (
        <CodePicker
          id={`rowCodes.${id}`}
          label="Ở nội dung"
          value={codes}
          errors={errors}
          onChange={(text) => edit({ rowCodes: withKey(draft.rowCodes, id, text) })}
        />
      )}
      <TextArea
        id={`rowRemedy.${id}`}
        label="Phương hướng, giải pháp khắc phục"
        short
        max={3000}
        value={draft.rowRemedy[id] ?? ''}
        errors={errors}
        onInput={(text) => edit({ rowRemedy: withKey(draft.rowRemedy, id, text) })}
      />
      <div class="pair">
        <DateField
          id={`rowDue.${id}`}
          label="Hạn khắc phục"
          month={month}
          value={draft.rowDue[id] ?? null}
          errors={errors}
          onInput={(due) => edit({ rowDue: withOptional(draft.rowDue, id, due) })}
        />
        <Choices
          id={`rowRemedyState.${id}`}
          legend="Tình trạng khắc phục"
          options={selfRemedyStates.map((value) => ({ value, label: selfRemedyLabels[value] }))}
          value={draft.rowRemedyState[id] ?? null}
          errors={errors}
          onChange={(value) => edit({ rowRemedyState: withKey(draft.rowRemedyState, id, value) })}
        />
      </div>
    </section>
  );
}
