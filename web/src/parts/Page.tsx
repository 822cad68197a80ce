// Head of a page and what stands there before or instead of its content.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export function PageHead(props: { title: string; lead?: ComponentChildren; children?: ComponentChildren }) {
  const { title, lead, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = `${title} · Năm Rõ`;
    // A new page begins at its heading, for the eye and for the screen reader.
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div class="page-head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p class="soft">{lead}</p>}
      </div>
      {children}
    </div>
  );
}

export function Notice(props: {
  tone?: 'attention' | 'todo' | 'good';
  role?: 'status' | 'alert';
  children: ComponentChildren;
}) {
  const { tone, role, children } = props;
  return (
    <div class={`notice ${tone ?? ''}`} role={role}>
      {children}
    </div>
  );
}

export function Loading() {
  return (
    <p class="soft" role="status">
      Đang mở…
    </p>
  );
}

export function LoadFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <Notice tone="attention" role="alert">
      <p>Không mở được vì mất kết nối với máy chủ. Phần đã viết trên máy này vẫn còn.</p>
      <p>
        <button type="button" class="link" onClick={onRetry}>
          Mở lại
        </button>
      </p>
    </Notice>
  );
}
