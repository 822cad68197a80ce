// The unit's tasks of this month with their results, or of the next month with their dates.
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { UnitDraft } from '../../data/checkUnitSheet.ts';
import { idsOf, nextId, removeEntry, withKey, withOptional } from '../../data/entries.ts';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icons.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { jumpTo } from '../../parts/Sections.tsx';

interface Props {
  kind: 'now' | 'next';
  title: string;
  month: Month;
  draft: UnitDraft;
  errors: Errors;
  edit: (change: Partial<UnitDraft>) => void;
}

export function UnitTasks({ kind, title, month, draft, errors, edit }: Props) {
  const [texts, dues] =
    kind === 'now' ? (['tasks', 'taskDue'] as const) : (['nextTasks', 'nextDue'] as const);
  const ids = idsOf(draft[texts]);
  const remove = (id: string) =>
    edit(
      removeEntry(
        draft,
        kind === 'now' ? (['tasks', 'taskDue', 'taskResult'] as const) : (['nextTasks', 'nextDue'] as const),
        id,
      ),
    );
  return (
    <div>
      <h3 id={texts} tabIndex={-1}>
        {title}
      </h3>
      {ids.map((id, i) => (
        <div class="entry stack" key={id}>
          <div class="entry-head">
            <h4>{i + 1}.</h4>
            <button type="button" class="link small" onClick={() => remove(id)}>
              Bỏ<span class="hidden-visually"> nhiệm vụ {i + 1}</span>
            </button>
          </div>
          <TextArea
            id={`${texts}.${id}`}
            label="Nhiệm vụ"
            short
            max={500}
            value={draft[texts][id] ?? ''}
            errors={errors}
            onInput={(text) => edit({ [texts]: withKey(draft[texts], id, text) })}
          />
          <DateField
            id={`${dues}.${id}`}
            label="Hạn hoàn thành"
            month={month}
            value={draft[dues][id] ?? null}
            errors={errors}
            onInput={(due) => edit({ [dues]: withOptional(draft[dues], id, due) })}
          />
          {kind === 'now' && (
            <TextArea
              id={`taskResult.${id}`}
              label="Kết quả"
              short
              max={2000}
              value={draft.taskResult[id] ?? ''}
              errors={errors}
              onInput={(text) => edit({ taskResult: withKey(draft.taskResult, id, text) })}
            />
          )}
        </div>
      ))}
      <button
        type="button"
        class="button"
        disabled={ids.length >= 40}
        onClick={() => {
          const id = nextId('t', ids);
          edit({ [texts]: withKey(draft[texts], id, '') });
          jumpTo(`${texts}.${id}`);
        }}
      >
        <Icon name="plus" /> Thêm nhiệm vụ
      </button>
    </div>
  );
}
