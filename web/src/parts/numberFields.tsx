// One-line fields whose text stands for a date, points or a count: typed freely, read on every keystroke, tidied on leaving.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatWeekday } from '../../../functions/src/domain/civilDate.ts';
import type { CivilDate, Month } from '../../../functions/src/domain/words.ts';
import { described, Labelled, noErrors, refuseEnter, type Errors } from './fields.tsx';
import { parseCount, parseDate, parsePercent, parseScore, showDate, showScore } from './parse.ts';
import { given, isUnread, noteUnread, type Reading } from './unread.ts';

interface Props<V> {
  id: string;
  label: string;
  hint?: string;
  quiet?: boolean;
  errors?: Errors;
  value: V;
  onInput: (value: V) => void;
}

/** From pressing a button to letting go of it, in milliseconds. */
const aClick = 250;

/** `gives`: what an unreadable text leaves in the draft; without it, what stood there before it was typed. */
function TypedField<V>(
  props: Props<V> &
    Reading<V> & {
      width: 'short' | 'date';
      mode: 'numeric' | 'decimal';
      wrong: string;
      after?: string;
      gives?: { value: V };
    },
) {
  const {
    id,
    label,
    hint,
    errors = noErrors,
    value,
    onInput,
    width,
    mode,
    show,
    wrong,
    after,
    gives,
  } = props;
  const [text, setText] = useState(() => show(value));
  const [isLeft, setLeft] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const before = useRef(value);
  const note = (typed: string) => {
    const isWrong = isUnread(typed, before.current, props);
    noteUnread(id, isWrong ? `${label}: ${wrong[0]?.toLowerCase() ?? ''}${wrong.slice(1)}` : null);
    return isWrong;
  };
  const isWrong = isUnread(text, before.current, props);
  // Another copy of the document (conflict, return) may bring another value while the field stands; what is being typed stays.
  useLayoutEffect(() => {
    const read = props.read(text);
    if (read === value || (read === undefined && document.activeElement === input.current)) return;
    before.current = value;
    setText(show(value));
  }, [value]);
  useLayoutEffect(() => {
    note(text);
    return () => noteUnread(id, null);
  }, [id, text, wrong]);
  const mine: Errors = isWrong && isLeft ? new Map([[id, wrong]]) : errors;
  const error = mine.get(id);
  return (
    <Labelled {...props} errors={mine}>
      <span class="row">
        <input
          id={id}
          ref={input}
          class={width}
          inputMode={mode}
          autocomplete="off"
          value={text}
          aria-invalid={error ? true : undefined}
          aria-describedby={described(id, hint, error)}
          onKeyDown={refuseEnter}
          onFocus={() => {
            if (!isWrong) before.current = value;
          }}
          onInput={(e) => {
            const typed = e.currentTarget.value;
            setText(typed);
            // Known before the form judges what it is given.
            if (!note(typed)) setLeft(false);
            onInput(given(typed, before.current, gives ? gives.value : before.current, props));
          }}
          onBlur={() => {
            // An error that appeared under the pointer would move the button away before its click.
            setTimeout(() => setLeft(isWrong), aClick);
            const found = props.read(text);
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
      gives={{ value: null }}
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
