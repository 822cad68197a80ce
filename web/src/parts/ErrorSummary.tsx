// What is missing, as a list of links to the fields; it takes the focus when it appears.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { jumpTo } from './Sections.tsx';

export interface Fault {
  /** Id of the field. */
  id: string;
  text: string;
}

export function ErrorSummary({ title, faults, stamp }: { title: string; faults: Fault[]; stamp: number }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (faults.length > 0) {
      box.current?.scrollIntoView({ block: 'start' });
      box.current?.focus({ preventScroll: true });
    }
    // `stamp` counts the checks: a second check that finds the same faults takes the focus again.
  }, [stamp]);
  if (faults.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.id + fault.text}>
            <a
              href={`#${fault.id}`}
              onClick={(e) => {
                // The address is the router's; only the focus moves.
                e.preventDefault();
                jumpTo(fault.id);
              }}
            >
              {fault.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
