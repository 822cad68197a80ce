// Trách nhiệm người đứng đầu (S3 6.4a): a sentence to each fact that the system found, kind by kind, and the head's own words.
import { headFactLabels, headFactsByKind, offeredWith } from '../../../../functions/src/domain/headFacts.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { withKey } from '../../data/entries.ts';
import { offeredRow, standsOffered } from '../../data/offeredRow.ts';
import { TextArea } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icons.tsx';
import { jumpTo } from '../../parts/Sections.tsx';
import type { FormProps } from './formProps.ts';

export function HeadDuty(props: FormProps) {
  const { sheet, draft, errors, edit } = props;
  return (
    <div class="stack">
      {headFactsByKind(sheet.headFacts).map(({ kind, facts }) => (
        <section key={kind} class="form-section stack" aria-label={headFactLabels[kind]}>
          <h3>{headFactLabels[kind]}</h3>
          {facts.map(([key, fact]) => (
            <div key={key} class="stack">
              <TextArea
                id={`headWords.${key}`}
                label={fact}
                short
                max={sizes.note}
                value={draft.headWords[key] ?? ''}
                errors={errors}
                onInput={(text) => edit({ headWords: withKey(draft.headWords, key, text) })}
              />
              <Offer {...props} fact={fact} />
            </div>
          ))}
        </section>
      ))}
      <TextArea
        id="headDuty"
        label="Trách nhiệm của người đứng đầu"
        hint="Về công việc chậm, muộn kéo dài, trì trệ; về cán bộ thuộc quyền chưa hoàn thành nhiệm vụ, vi phạm nhưng chậm khắc phục"
        max={sizes.text}
        value={draft.headDuty}
        errors={errors}
        onInput={(headDuty) => edit({ headDuty })}
      />
    </div>
  );
}

/** Codes named by the rules and taken over by the head alone: one press writes the row, the rest of it is theirs to say. */
function Offer({ draft, edit, fact }: FormProps & { fact: string }) {
  const codes = offeredWith(fact);
  if (codes.length === 0) return null;
  const named = codes.join(', ');
  if (standsOffered(draft, codes)) return <p class="small soft">Đã ghi {named} vào Phiếu số 01.</p>;
  const take = () => {
    const { id, change } = offeredRow(draft, codes, fact);
    edit(change);
    jumpTo(`rowResult.${id}`);
  };
  return (
    <p>
      <button type="button" class="button" onClick={take}>
        <Icon name="plus" /> Ghi biểu hiện {named} vào Phiếu số 01
      </button>
    </p>
  );
}
