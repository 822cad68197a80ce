// "Vì sao?": the rules that led to a proposal or a result, each with its clause and the facts it used.
import type { TraceStep } from '../../../functions/src/schema/fields.ts';

export function Trace({
  title,
  steps,
  open,
}: {
  title: string;
  steps: readonly TraceStep[];
  open?: boolean;
}) {
  if (steps.length === 0) return null;
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ol class="trace small">
        {steps.map((s, i) => (
          <li key={i}>
            <p>
              {s.rule} <span class="clause">· {s.clause}</span>
            </p>
            {s.facts.map((fact, n) => (
              <p class="soft" key={n}>
                {fact}
              </p>
            ))}
            <p class="strong">{s.outcome}</p>
          </li>
        ))}
      </ol>
      <button type="button" class="link small no-print" onClick={() => print()}>
        In trang này, cả phần giải thích
      </button>
    </details>
  );
}
