// Whom I evaluate or decide and whose month is not before me yet: the way to what was seen of them, and to record it (domain.md section 2).
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { listDocuments } from '../../data/firestore.ts';
import { compareNames } from '../../data/queue.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { LoadFailed, Loading } from '../../parts/Page.tsx';
import { OnDemand } from '../../parts/ResultVersions.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';

interface Props {
  me: Me;
  month: Month;
  /** Those whose month is before me. */
  there: ReadonlySet<string>;
}

export const NotFiledYet = (props: Props) => (
  <section style={{ marginTop: '48px' }}>
    <OnDemand title="Người chưa nộp phiếu: ghi nhận biểu hiện trong tháng">
      <People {...props} />
    </OnDemand>
  </section>
);

/** A read for each, when it is opened. */
async function readMine(me: Me, month: Month): Promise<Sheet[]> {
  const [evaluated, decided] = await Promise.all([
    listDocuments<Sheet>(me.org, 'sheets', { evaluator: me.pid, month }),
    listDocuments<Sheet>(me.org, 'sheets', { decider: me.pid, month }),
  ]);
  const all = new Map([...evaluated, ...decided].map(({ data }) => [data.person, data]));
  return [...all.values()].sort((a, b) => compareNames(a.personName, b.personName));
}

function People({ me, month, there }: Props) {
  const [loaded, reload] = useLoaded(() => readMine(me, month), `${me.pid} ${month}`);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const people = loaded.value.filter(({ person }) => person !== me.pid && !there.has(person));
  if (people.length === 0) return <p class="soft">Không có ai.</p>;
  return (
    <ul class="plain stack" style={{ '--gap': '8px' }}>
      {people.map(({ person, personName, post, unitName }) => (
        <li key={person}>
          <a href={hrefOf({ page: 'sheet', person, month })}>{personName}</a>{' '}
          <span class="soft">
            {post}, {unitName}
          </span>
        </li>
      ))}
    </ul>
  );
}
