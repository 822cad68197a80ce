// Versions of a plan, read each time somebody opens them (S3 3.1): another may have been filed since.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Moment } from '../../../functions/src/domain/moment.ts';
import { readVersions } from '../data/planVersions.ts';
import { useLoaded } from '../data/useLoaded.ts';
import { LoadFailed, Loading } from './Page.tsx';

interface Props<V> {
  title: string;
  /** Path of schema/paths.ts. */
  path: string;
  /** Said to who may read them, where there is none. */
  none: string;
  /** One version, the `n`th that was filed. */
  show: (version: V, n: number) => ComponentChildren;
}

export function PlanVersions<V extends { filedAt: Moment }>({
  isOpen = false,
  ...props
}: Props<V> & { isOpen?: boolean }) {
  const [openings, setOpenings] = useState(isOpen ? 1 : 0);
  // What begins open is told as opened, too.
  const wasOpen = useRef(isOpen);
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        if (open && !wasOpen.current) setOpenings(openings + 1);
        wasOpen.current = open;
      }}
    >
      <summary>{props.title}</summary>
      {openings > 0 && <Versions key={openings} {...props} />}
    </details>
  );
}

function Versions<V extends { filedAt: Moment }>({ path, none, show }: Props<V>) {
  const [loaded, reload] = useLoaded(() => readVersions<V>(path), path);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const versions = loaded.value;
  if (versions === null) return <p class="soft">Chưa nộp, hoặc không thuộc thẩm quyền xem.</p>;
  if (versions.length === 0) return <p class="soft">{none}</p>;
  return (
    <ul class="plain stack">
      {versions.map(({ id, data }, i) => (
        <li key={id}>
          <section class="entry stack small">{show(data, i + 1)}</section>
        </li>
      ))}
    </ul>
  );
}
