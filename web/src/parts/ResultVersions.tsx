// Every version of a published result, read when it is opened, each with what it changed of the one before.
import { useMemo, useState } from 'preact/hooks';
import type { Result } from '../../../functions/src/schema/result.ts';
import { readVersion, shownVersion, versionsOf, versionsToList } from '../data/resultVersions.ts';
import { useLoaded } from '../data/useLoaded.ts';
import { LoadFailed, Loading } from './Page.tsx';
import { ResultChanges } from './ResultChanges.tsx';
import { ResultFacts } from './ResultFacts.tsx';

interface Props {
  org: string;
  /** The one that holds. */
  current: Result;
  /** It is listed too: the page around doesn't show it. */
  withCurrent?: boolean;
}

export function ResultVersions({ org, current, withCurrent = false }: Props) {
  const { person, month, version } = current;
  const read = useMemo(
    () => versionsOf(current, (n) => readVersion({ org }, { person, month }, n)),
    [org, person, month, version],
  );
  return (
    <>
      {versionsToList(current, withCurrent).map((n) => (
        <OnDemand key={n} title={`Kết quả lần ${n}${n === version ? ', hiện hành' : ''}`}>
          <Version read={read} version={n} />
        </OnDemand>
      ))}
    </>
  );
}

/** What is in it is drawn, and so read, once somebody wants to see it. */
export function OnDemand({ title, children }: { title: string; children: preact.ComponentChildren }) {
  const [isSeen, setSeen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && setSeen(true)}>
      <summary>{title}</summary>
      {isSeen && children}
    </details>
  );
}

function Version({ read, version }: { read: (n: number) => Promise<Result | null>; version: number }) {
  const [loaded, reload] = useLoaded(() => shownVersion(read, version), String(version));
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { result, before } = loaded.value;
  if (!result) return <p class="soft">Không có lần này, hoặc không thuộc thẩm quyền xem.</p>;
  return (
    <div class="stack entry">
      <ResultFacts result={result} />
      {before && <ResultChanges before={before} after={result} />}
    </div>
  );
}
