// The plan of next month, filed with this one.
import { useState } from 'preact/hooks';
import { formatMonth, nextMonth } from '../../../../functions/src/domain/civilDate.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import type { SheetDraft } from '../../../../functions/src/schema/sheet.ts';
import { idsOf, nextId, removeEntry, withKey, withOptional } from '../../data/entries.ts';
import { TextArea } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icons.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { jumpTo } from '../../parts/Sections.tsx';
import { Undo } from '../../parts/Undo.tsx';
import type { FormProps } from './formProps.ts';

export function NextPlan({ draft, month, errors, edit }: FormProps) {
  const ids = idsOf(draft.nextTasks);
  const following = nextMonth(month);
  const [removed, setRemoved] = useState<Pick<SheetDraft, 'nextTasks' | 'nextDue'> | null>(null);
  return (
    <div class="stack">
      <div id="nextTasks" tabIndex={-1}>
        {ids.map((id, i) => (
          <section class="entry stack" key={id} aria-label={`Nhiệm vụ tháng sau ${i + 1}`}>
            <div class="entry-head">
              <h3>{i + 1}.</h3>
              <button
                type="button"
                class="link small"
                onClick={() => {
                  setRemoved({ nextTasks: draft.nextTasks, nextDue: draft.nextDue });
                  edit(removeEntry(draft, ['nextTasks', 'nextDue'], id));
                }}
              >
                Bỏ<span class="hidden-visually"> nhiệm vụ {i + 1} của tháng sau</span>
              </button>
            </div>
            <TextArea
              id={`nextTasks.${id}`}
              label="Nhiệm vụ"
              short
              max={500}
              value={draft.nextTasks[id] ?? ''}
              errors={errors}
              onInput={(text) => edit({ nextTasks: withKey(draft.nextTasks, id, text) })}
            />
            <DateField
              id={`nextDue.${id}`}
              label="Hạn hoàn thành"
              month={following}
              value={draft.nextDue[id] ?? null}
              errors={errors}
              onInput={(due) => edit({ nextDue: withOptional(draft.nextDue, id, due) })}
            />
          </section>
        ))}
      </div>
      {removed && (
        <Undo
          text="Đã bỏ một nhiệm vụ của tháng sau."
          onUndo={() => {
            edit(removed);
            setRemoved(null);
          }}
        />
      )}
      <button
        type="button"
        class="button"
        disabled={ids.length >= 40}
        onClick={() => {
          const id = nextId('t', ids);
          edit({ nextTasks: withKey(draft.nextTasks, id, '') });
          jumpTo(`nextTasks.${id}`);
        }}
      >
        <Icon name="plus" /> Thêm nhiệm vụ tháng {formatMonth(following)}
      </button>
      <TextArea
        id="nextRemedies"
        label="Kế hoạch khắc phục tồn tại, hạn chế đã được chỉ ra"
        max={sizes.text}
        value={draft.nextRemedies}
        errors={errors}
        onInput={(nextRemedies) => edit({ nextRemedies })}
      />
    </div>
  );
}
