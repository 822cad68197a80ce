// Tasks of a unit with their dates, and with their results where they are reported on: of this month, of the next one, of a year.
import { useRef } from 'preact/hooks';
import type { CivilDate, Month } from '../../../../functions/src/domain/words.ts';
import { idsOf, nextId, removeEntry, withKey, withOptional, type ById } from '../../data/entries.ts';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icons.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { jumpTo } from '../../parts/Sections.tsx';

interface Props<D extends object> {
  title: string;
  /** Fields of the document that hold them; the form's fields are called by them. */
  tasks: keyof D & string;
  due: keyof D & string;
  result?: keyof D & string;
  /** Of a date that is typed without one. */
  month: Month;
  /** No date lies outside it. */
  year?: string;
  draft: D;
  errors: Errors;
  edit: (change: Partial<D>) => void;
}

const most = 40;

export function UnitTasks<D extends object>(props: Props<D>) {
  const { title, tasks, due, result, month, year, draft, errors, edit } = props;
  const texts = draft[tasks] as ById<string>;
  const dues = draft[due] as ById<CivilDate>;
  const results = result && (draft[result] as ById<string>);
  const ids = idsOf(texts);
  // A task that takes the number of one that was taken out would be told as that one reworded.
  const given = useRef(new Set<string>());
  ids.forEach((id) => given.current.add(id));
  const fresh = () => {
    const id = nextId('t', [...given.current]);
    return id.length <= 't99'.length ? id : nextId('t', ids);
  };
  const set = (field: keyof D & string, value: ById<unknown>) => edit({ [field]: value } as Partial<D>);
  return (
    <div>
      <h3 id={tasks} tabIndex={-1}>
        {title}
      </h3>
      {ids.map((id, i) => (
        <div class="entry stack" key={id}>
          <div class="entry-head">
            <h4>{i + 1}.</h4>
            <button
              type="button"
              class="link small"
              onClick={() =>
                edit(removeEntry(draft, [tasks, due, ...(result ? [result] : [])], id) as Partial<D>)
              }
            >
              Bỏ<span class="hidden-visually"> nhiệm vụ {i + 1}</span>
            </button>
          </div>
          <TextArea
            id={`${tasks}.${id}`}
            label="Nhiệm vụ"
            short
            max={500}
            value={texts[id] ?? ''}
            errors={errors}
            onInput={(text) => set(tasks, withKey(texts, id, text))}
          />
          <DateField
            id={`${due}.${id}`}
            label="Hạn hoàn thành"
            month={month}
            {...(year === undefined ? {} : { year })}
            value={dues[id] ?? null}
            errors={errors}
            onInput={(day) => set(due, withOptional(dues, id, day))}
          />
          {result && results && (
            <TextArea
              id={`${result}.${id}`}
              label="Kết quả"
              short
              max={2000}
              value={results[id] ?? ''}
              errors={errors}
              onInput={(text) => set(result, withKey(results, id, text))}
            />
          )}
        </div>
      ))}
      <button
        type="button"
        class="button"
        disabled={ids.length >= most}
        onClick={() => {
          const id = fresh();
          set(tasks, withKey(texts, id, ''));
          jumpTo(`${tasks}.${id}`);
        }}
      >
        <Icon name="plus" /> Thêm nhiệm vụ
      </button>
    </div>
  );
}
