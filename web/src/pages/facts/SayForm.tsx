// A word on a fact and what it does: an answer, a confirmation, a return.
import { useState } from 'preact/hooks';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { useSending } from '../../data/useSending.ts';

export interface SayAct {
  label: string;
  /** What is asked for where nothing was said; null where nothing need be. */
  wants: string | null;
  /** Tells of what was done, so that the page reads it again. */
  act: (said: string) => Promise<void>;
  isPrimary?: boolean;
}

export function SayForm(props: {
  id: string;
  label: string;
  hint?: string;
  max: number;
  acts: readonly SayAct[];
  onDone: () => void;
}) {
  const { id, label, hint, max, acts, onDone } = props;
  const [said, setSaid] = useState('');
  const { problem, say, send } = useSending(onDone);
  const errors: Errors = new Map(problem ? [[id, problem]] : []);
  const run = async ({ wants, act }: SayAct) => {
    if (wants !== null && said.trim() === '') {
      say(wants);
      document.getElementById(id)?.focus();
      return;
    }
    if (await send(() => act(said))) setSaid('');
  };
  return (
    <div class="stack narrow" style={{ '--gap': '12px' }}>
      <TextArea
        id={id}
        label={label}
        {...(hint ? { hint } : {})}
        max={max}
        value={said}
        errors={errors}
        onInput={setSaid}
      />
      <div class="row">
        {acts.map((one) => (
          <button
            key={one.label}
            type="button"
            class={one.isPrimary ? 'button primary' : 'button'}
            onClick={() => void run(one)}
          >
            {one.label}
          </button>
        ))}
      </div>
    </div>
  );
}
