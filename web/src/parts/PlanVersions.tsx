// Versions of a plan, read when somebody wants to see them (S3 3.1); what may not be read isn't there.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Moment } from '../../../functions/src/domain/moment.ts';
import { listAt, troubleOf, type Row } from '../data/firestore.ts';
import { useLoaded } from '../data/useLoaded.ts';
import { LoadFailed, Loading } from './Page.tsx';

interface Props<V> {
  title: string;
  /** Path of schema/paths.ts. */
  path: string;
  /** Said where there is none. */
  none: string;
  /** One version, the `n`th that was filed. */
  show: (version: V, n: number) => ComponentChildren;
}

export function PlanVersions<V extends { filedAt: Moment }>({
  isOpen = false,
  ...props
}: Props<V> & { isOpen?: boolean }) {
  const [isSeen, setSeen] = useState(isOpen);
  return (
    <details open={isOpen} onToggle={(event) => event.currentTarget.open && setSeen(true)}>
      <summary>{props.title}</summary>
      {isSeen && <Versions {...props} />}
    </details>
  );
}

async function read<V>(path: string): Promise<Row<V>[]> {
  try {
    return await listAt<V>(path);
  } catch (error) {
    // Of a month that isn't open yet, say.
    if (troubleOf(error) === 'refused') return [];
    throw error;
  }
}

function Versions<V extends { filedAt: Moment }>({ path, none, show }: Props<V>) {
  const [loaded, reload] = useLoaded(() => read<V>(path), path);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const versions = [...loaded.value].sort((a, b) => (a.data.filedAt < b.data.filedAt ? -1 : 1));
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
