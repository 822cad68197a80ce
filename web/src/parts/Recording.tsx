// What stands around the fields of something that is recorded at once: gaps, what the server said, the act and the way back.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ErrorSummary, type Fault } from './ErrorSummary.tsx';
import type { Errors } from './fields.tsx';
import { useSending } from '../data/useSending.ts';

interface Given {
  check: () => Fault[];
  send: () => Promise<void>;
  /** What to say where the rules refuse it. */
  refused: string;
  onDone: () => void;
}

export interface RecordingState {
  /** After the first check, a fault leaves as soon as its field is mended. */
  faults: Fault[];
  errors: Errors;
  stamp: number;
  problem: string | null;
  isSending: boolean;
  record: () => void;
}

export function useRecording({ check, send: write, refused, onDone }: Given): RecordingState {
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [stamp, setStamp] = useState(0);
  const { problem, isSending, send } = useSending(onDone, refused);
  const faults = check().filter(({ id }) => asked.includes(id));
  return {
    faults,
    errors: new Map(faults.map(({ id, text }) => [id, text])),
    stamp,
    problem,
    isSending,
    record: () => {
      const found = check();
      setAsked(found.map(({ id }) => id));
      setStamp(stamp + 1);
      if (found.length === 0) void send(write);
    },
  };
}

export function Recording(props: {
  title: ComponentChildren;
  recording: RecordingState;
  /** What the button says. */
  act?: string;
  isNarrow?: boolean;
  onCancel: () => void;
  children: ComponentChildren;
}) {
  const { title, recording, act = 'Ghi nhận', isNarrow = false, onCancel, children } = props;
  const { faults, stamp, problem, isSending, record } = recording;
  return (
    <div class={isNarrow ? 'stack entry narrow' : 'stack entry'}>
      {title}
      <ErrorSummary title={`Còn ${faults.length} chỗ cần bổ sung`} faults={faults} stamp={stamp} />
      {children}
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="button" class="button" aria-disabled={isSending} onClick={record}>
          {isSending ? 'Đang gửi…' : act}
        </button>
        <button type="button" class="link" onClick={onCancel}>
          Thôi
        </button>
      </div>
    </div>
  );
}
