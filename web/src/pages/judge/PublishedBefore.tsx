// What was published of the month under judgement: read when it is asked for, whether it stands, is being decided anew or was superseded.
import type { Month } from '../../../../functions/src/domain/words.ts';
import { personMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Result } from '../../../../functions/src/schema/result.ts';
import { readDocument } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { LoadFailed, Loading } from '../../parts/Page.tsx';
import { OnDemand, ResultVersions } from '../../parts/ResultVersions.tsx';
import type { Me } from '../../session.ts';

interface Props {
  me: Me;
  person: string;
  month: Month;
}

export function PublishedBefore(props: Props) {
  return (
    <OnDemand title="Kết quả đã công khai, từng lần">
      <Versions {...props} />
    </OnDemand>
  );
}

function Versions({ me, person, month }: Props) {
  const id = personMonthId(person, month);
  const [loaded, reload] = useLoaded(() => readDocument<Result>(me.org, 'results', id), id);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  if (!loaded.value) return <p class="soft">Chưa công khai, hoặc không thuộc thẩm quyền xem.</p>;
  return <ResultVersions org={me.org} current={loaded.value} withCurrent />;
}
