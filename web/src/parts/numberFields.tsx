// One-line fields whose text stands for a date, points or a count: typed freely, read on every keystroke, tidied on leaving.
import { useEffect, useState } from 'preact/hooks';
import { formatWeekday } from '../../../functions/src/domain/civilDate.ts';
import type { CivilDate, Month } from '../../../functions/src/domain/words.ts';
import { described, Labelled, noErrors, refuseEnter, type Errors } from './fields.tsx';
import { parseCount, parseDate, parsePercent, parseScore, showDate, showScore } from './parse.ts';

interface Props<V> {
  id: string;
  label: string;
  hint?: string;
  quiet?: boolean;
  errors?: Errors;
  value: V;
  onInput: (value: V) => void;
}

function TypedField<V>(
  props: Props<V> & {
    width: 'short' | 'date';
    mode: 'numeric' | 'decimal';
    read: (text: string) => V | undefined;
    show: (value: V) => string;
    wrong: string;
    after?: string;
  },
) {
  const { id, hint, errors = noErrors, value, onInput, width, mode, read, show, wrong, after } = props;
  const [text, setText] = useState(() => show(value));
  const [isWrong, setWrong] = useState(false);
  // Another copy of the document (conflict, return) may bring another value while the field stands.
  useEffect(() => {
    if (read(text) !== value && !isWrong) setText(show(value));
  }, [value]);
  const mine: Errors = isWrong ? new Map([[id, wrong]]) : errors;
  const error = mine.get(id);
  return (
    <Labelled {...props} errors={mine}>
      <span class="row">
        <input
          id={id}
          class={width}
          inputMode={mode}
          autocomplete="off"
          value={text}
          aria-invalid={error ? true : undefined}
          aria-describedby={described(id, hint, error)}
          onKeyDown={refuseEnter}
          onInput={(e) => {
            const typed = e.currentTarget.value;
            setText(typed);
            const found = read(typed);
            if (found !== undefined) {
              setWrong(false);
              onInput(found);
            }
          }}
          onBlur={() => {
            const found = read(text);
            setWrong(found === undefined);
            if (found !== undefined) setText(show(found));
          }}
        />
        {after && <span class="hint">{after}</span>}
      </span>
    </Labelled>
  );
}

/** A day typed as people write it; the weekday beside it catches a slip. `year`: no other one is taken. */
export function DateField(props: Props<CivilDate | null> & { month: Month; year?: string }) {
  const { month, year, value } = props;
  const parse = (text: string) => {
    const day = parseDate(text, month);
    return day === null || (year !== undefined && day.slice(0, 4) !== year) ? undefined : day;
  };
  return (
    <TypedField
      {...props}
      width="date"
      mode="numeric"
      read={(text) => (text.trim() === '' ? null : parse(text))}
      show={showDate}
      wrong={`Nhập ngày/tháng/năm${year ? ` trong năm ${year}` : ''}, ví dụ ${showDate(`${month}-24`)}`}
      {...(value ? { after: formatWeekday(value).split(' ').slice(0, 2).join(' ') } : {})}
    />
  );
}

/** A criterion that isn't scored yet shows an empty field: its 0 would look like a mark. */
const showGiven = (value: number | null) => (value === null ? '' : showScore(value));

export function ScoreField<V extends number | null>(props: Props<V> & { max: number }) {
  const { max } = props;
  return (
    <TypedField<number | null>
      {...(props as unknown as Props<number | null>)}
      width="short"
      mode="decimal"
      read={(text) => parseScore(text, max) ?? undefined}
      show={showGiven}
      wrong={`Nhập điểm từ 0 đến ${showScore(max)}, chia đến nửa điểm`}
      after={`trên ${showScore(max)}`}
    />
  );
}

/** A share in per cent, to one decimal. */
export function PercentField(props: Props<number | null>) {
  return (
    <TypedField
      {...props}
      width="short"
      mode="decimal"
      read={(text) => parsePercent(text) ?? undefined}
      show={showGiven}
      wrong="Nhập tỷ lệ từ 0 đến 100, một chữ số lẻ"
      after="%"
    />
  );
}

export function CountField(props: Props<number>) {
  return (
    <TypedField
      {...props}
      width="short"
      mode="numeric"
      read={(text) => parseCount(text) ?? undefined}
      show={String}
      wrong="Nhập số từ 0 đến 999"
    />
  );
}
