// Phiếu 01: only what falls short, row by row under the sections of the form, or the statement that there is nothing.
import { useState } from 'preact/hooks';
import { formSections, nothingStatement } from '../../../../functions/src/domain/labels.ts';
import type { RowSection } from '../../../../functions/src/domain/words.ts';
import type { SheetDraft } from '../../../../functions/src/schema/sheet.ts';
import { carriedRow } from '../../data/carriedRow.ts';
import { idsOf, nextId, removeEntry, withKey } from '../../data/entries.ts';
import { Check } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icons.tsx';
import { RemediedBefore } from '../../parts/RemediedBefore.tsx';
import { jumpTo } from '../../parts/Sections.tsx';
import { Undo } from '../../parts/Undo.tsx';
import type { FormProps } from './formProps.ts';
import { FormRow } from './FormRow.tsx';

export const rowMaps = [
  'rowSection',
  'rowResult',
  'rowCause',
  'rowRemedy',
  'rowDelay',
  'rowNote',
  'rowCodes',
  'rowDegree',
  'rowDue',
  'rowRemedyState',
  'rowFinding',
] as const;
type RowMaps = Pick<SheetDraft, (typeof rowMaps)[number]>;

const most = 40;
const own = ['I', 'II.1', 'II.2'] as const;

export function Rows(props: FormProps) {
  const { draft, errors, edit } = props;
  const ids = idsOf(draft.rowSection);
  const [removed, setRemoved] = useState<RowMaps | null>(null);
  const add = (section: RowSection) => {
    const id = nextId('r', ids);
    edit({ rowSection: withKey(draft.rowSection, id, section), nothing: false });
    jumpTo(`rowResult.${id}`);
  };
  const remove = (id: string) => {
    setRemoved(Object.fromEntries(rowMaps.map((m) => [m, draft[m]])) as RowMaps);
    edit(removeEntry(draft, rowMaps, id));
  };
  return (
    <div class="stack" id="rows" tabIndex={-1}>
      <Check
        id="nothing"
        label={nothingStatement}
        checked={draft.nothing}
        errors={errors}
        onChange={(nothing) => edit({ nothing })}
      />
      {removed && (
        <Undo
          text="Đã bỏ một dòng của Phiếu 01."
          onUndo={() => {
            edit(removed);
            setRemoved(null);
          }}
        />
      )}
      {own.map((section) => {
        const rows = ids.filter((id) => draft.rowSection[id] === section);
        return (
          <section key={section} class="form-section">
            <h3>
              {section}. {formSections.find((s) => s.key === section)?.title}
            </h3>
            {rows.map((id, i) => (
              <FormRow key={id} {...props} id={id} number={i + 1} onRemove={() => remove(id)} />
            ))}
            <button type="button" class="button" disabled={ids.length >= most} onClick={() => add(section)}>
              <Icon name="plus" /> Thêm tồn tại ở mục {section}
            </button>
          </section>
        );
      })}
      <Carried {...props} />
    </div>
  );
}

/** Section III: one row for each finding that was open last month, which can be answered and not removed; then those that were remedied. */
function Carried(props: FormProps) {
  const { sheet, draft } = props;
  const open = Object.entries(sheet.carried);
  return (
    <section class="form-section">
      <h3>III. {formSections.find((s) => s.key === 'III')?.title}</h3>
      {open.length === 0 && (
        <p class="soft">Không có tồn tại, hạn chế nào của tháng trước cần khắc phục tiếp.</p>
      )}
      {open.map(([finding, summary], i) => (
        <FormRow
          key={finding}
          {...props}
          id={carriedRow(draft, sheet.carried, finding)}
          number={i + 1}
          carried={{ finding, summary }}
        />
      ))}
      <RemediedBefore sheet={sheet} />
    </section>
  );
}
