// A long page in sections: a sticky navigation beside them on a desk, one step at a time on a phone.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { focusField, whenDrawn } from './focus.ts';

export interface Section {
  id: string;
  title: string;
  hint?: ComponentChildren;
  /** Gaps found by the last check; shown beside the title. */
  gaps?: number;
  content: ComponentChildren;
}

/**
 * Brings a field into view and gives it the focus, whatever section it stands in; sections listen and turn to theirs.
 * Two frames, because a field just added or a section just turned to has yet to be drawn.
 */
export function jumpTo(id: string): void {
  dispatchEvent(new CustomEvent('nam-ro-jump', { detail: id }));
  whenDrawn(() => focusField(id), 2);
}

export function Sections({ label, sections, wide }: { label: string; sections: Section[]; wide?: boolean }) {
  const [at, setAt] = useState(sections[0]?.id ?? '');
  const index = Math.max(
    0,
    sections.findIndex((s) => s.id === at),
  );
  const turnTo = (id: string) => {
    setAt(id);
    // The section must be drawn before it can take the focus.
    whenDrawn(() => {
      const heading = document.getElementById(`${id}-title`);
      heading?.scrollIntoView({ block: 'start' });
      heading?.focus({ preventScroll: true });
    });
  };
  useEffect(() => {
    const jump = (event: Event) => {
      const id = (event as CustomEvent<string>).detail;
      const section = document.getElementById(id)?.closest<HTMLElement>('[data-section]')?.dataset['section'];
      if (section) setAt(section);
    };
    addEventListener('nam-ro-jump', jump);
    return () => removeEventListener('nam-ro-jump', jump);
  }, []);
  // On a desk the navigation follows what is being read.
  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => {
        const first = entries.find((e) => e.isIntersecting);
        const id = (first?.target as HTMLElement | undefined)?.dataset['section'];
        if (id && matchMedia('(min-width: 801px)').matches) setAt(id);
      },
      { rootMargin: '-10% 0px -75% 0px' },
    );
    document.querySelectorAll('[data-section]').forEach((el) => seen.observe(el));
    return () => seen.disconnect();
  }, [sections.map((s) => s.id).join()]);
  const [previous, next] = [sections[index - 1], sections[index + 1]];
  return (
    <div class={wide ? 'sections wide' : 'sections'}>
      <nav class="section-nav" aria-label={label}>
        {sections.map((s) => (
          <button
            type="button"
            key={s.id}
            aria-current={s.id === at ? 'location' : undefined}
            onClick={() => turnTo(s.id)}
          >
            <span>{s.title}</span>
            {s.gaps ? (
              <span class="gaps">
                {s.gaps} <span class="hidden-visually">chỗ </span>thiếu
              </span>
            ) : null}
          </button>
        ))}
      </nav>
      <div>
        {sections.map((s) => (
          <section
            key={s.id}
            data-section={s.id}
            class={s.id === at ? 'section current' : 'section'}
            aria-labelledby={`${s.id}-title`}
          >
            <p class="step-count">
              Bước {index + 1} trên {sections.length}
            </p>
            <h2 id={`${s.id}-title`} tabIndex={-1}>
              {s.title}
            </h2>
            {s.hint && <p class="hint">{s.hint}</p>}
            {s.content}
          </section>
        ))}
        <div class="step-buttons">
          {previous ? (
            <button type="button" class="button" onClick={() => turnTo(previous.id)}>
              Trước: {previous.title}
            </button>
          ) : (
            <span />
          )}
          {next && (
            <button type="button" class="button" onClick={() => turnTo(next.id)}>
              Tiếp: {next.title}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}
