// Tasks of the month: the plan, what came unplanned, and a report on each (S3 6.1).
import { useState } from 'preact/hooks';
import { taskKindLabels, taskStateLabels } from '../../../../functions/src/domain/labels.ts';
import { taskStates } from '../../../../functions/src/domain/words.ts';
import type { SheetDraft } from '../../../../functions/src/schema/sheet.ts';
import { idsOf, nextId, removeEntry, withKey, withOptional } from '../../data/entries.ts';
import { Choices, TextArea } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icons.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { jumpTo } from '../../parts/Sections.tsx';
import { Undo } from '../../parts/Undo.tsx';
import type { FormProps } from './formProps.ts';

const maps = ['tasks', 'taskDue', 'taskKind', 'taskState', 'taskResult', 'taskWhy'] as const;
const most = 40;

export function Tasks(props: FormProps) {
  const { draft, edit, mayPlan } = props;
  const ids = idsOf(draft.tasks);
  const [removed, setRemoved] = useState<{
    number: number;
    before: Pick<SheetDraft, (typeof maps)[number]>;
  } | null>(null);
  const add = (kind: 'planned' | 'unplanned') => {
    const id = nextId('t', ids);
    edit({ tasks: withKey(draft.tasks, id, ''), taskKind: withKey(draft.taskKind, id, kind) });
    jumpTo(`tasks.${id}`);
  };
  const remove = (id: string, number: number) => {
    const before = Object.fromEntries(maps.map((m) => [m, draft[m]])) as Pick<
      SheetDraft,
      (typeof maps)[number]
    >;
    setRemoved({ number, before });
    edit(removeEntry(draft, maps, id));
  };
  return (
    <div>
      {ids.length === 0 && (
        <p class="soft">
          Chưa có nhiệm vụ nào. Ghi từng nhiệm vụ của tháng với hạn hoàn thành; việc đột xuất ghi thêm khi
          phát sinh.
        </p>
      )}
      {ids.map((id, i) => (
        <Task key={id} {...props} id={id} number={i + 1} onRemove={() => remove(id, i + 1)} />
      ))}
      {removed && (
        <Undo
          text={`Đã bỏ nhiệm vụ ${removed.number}.${mayPlan ? '' : ' Nếu thuộc kế hoạch đã nộp, người đánh giá phải đồng ý.'}`}
          onUndo={() => {
            edit(removed.before);
            setRemoved(null);
          }}
        />
      )}
      <div class="row add-row" id="tasks" tabIndex={-1}>
        {mayPlan && (
          <button type="button" class="button" disabled={ids.length >= most} onClick={() => add('planned')}>
            <Icon name="plus" /> Thêm nhiệm vụ theo kế hoạch
          </button>
        )}
        <button type="button" class="button" disabled={ids.length >= most} onClick={() => add('unplanned')}>
          <Icon name="plus" /> Thêm việc đột xuất, phát sinh
        </button>
      </div>
    </div>
  );
}

function Task({
  sheet,
  draft,
  month,
  errors,
  mayPlan,
  edit,
  id,
  number,
  onRemove,
}: FormProps & { id: string; number: number; onRemove: () => void }) {
  const state = draft.taskState[id] ?? null;
  const kind = draft.taskKind[id] ?? 'planned';
  // Of the filed plan every version is kept for inspection (S3 3.1): what is taken out of it wants the evaluator's consent.
  const isFiled = !mayPlan && kind === 'planned' && sheet.tasks[id] !== undefined;
  const wantsWhy = state === 'late' || state === 'undone';
  return (
    <section class="entry stack" aria-label={`Nhiệm vụ ${number}`}>
      <div class="entry-head">
        <h3>
          {number}. <span class="soft">{taskKindLabels[kind]}</span>
        </h3>
        <button type="button" class="link small" onClick={onRemove}>
          {isFiled ? 'Bỏ khỏi kế hoạch' : 'Bỏ'}
          <span class="hidden-visually"> nhiệm vụ {number}</span>
        </button>
      </div>
      <TextArea
        id={`tasks.${id}`}
        label="Nhiệm vụ"
        short
        max={500}
        value={draft.tasks[id] ?? ''}
        errors={errors}
        onInput={(text) => edit({ tasks: withKey(draft.tasks, id, text) })}
      />
      {isFiled && (
        <p class="soft small">
          Nhiệm vụ của kế hoạch đã nộp: sửa nội dung, đổi hạn hoặc bỏ thì người đánh giá thấy và phải đồng ý.
        </p>
      )}
      <div class="pair">
        <DateField
          id={`taskDue.${id}`}
          label="Hạn hoàn thành"
          month={month}
          value={draft.taskDue[id] ?? null}
          errors={errors}
          onInput={(due) => edit({ taskDue: withOptional(draft.taskDue, id, due) })}
        />
        <Choices
          id={`taskState.${id}`}
          legend="Tình trạng"
          options={taskStates.map((value) => ({ value, label: taskStateLabels[value] }))}
          value={state}
          errors={errors}
          onChange={(value) => edit({ taskState: withKey(draft.taskState, id, value) })}
        />
      </div>
      <TextArea
        id={`taskResult.${id}`}
        label="Khối lượng, chất lượng, tiến độ, hiệu quả"
        short
        max={2000}
        value={draft.taskResult[id] ?? ''}
        errors={errors}
        onInput={(text) => edit({ taskResult: withKey(draft.taskResult, id, text) })}
      />
      {wantsWhy && (
        <TextArea
          id={`taskWhy.${id}`}
          label={state === 'late' ? 'Vì sao chậm, chậm bao lâu' : 'Vì sao chưa hoàn thành'}
          short
          max={2000}
          value={draft.taskWhy[id] ?? ''}
          errors={errors}
          onInput={(text) => edit({ taskWhy: withKey(draft.taskWhy, id, text) })}
        />
      )}
    </section>
  );
}
