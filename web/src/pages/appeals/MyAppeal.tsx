// Kiến nghị of the person: how long it is possible, the form, where it stands, and what an answer changed.
import { useState } from 'preact/hooks';
import { lastDayBefore } from '../../../../functions/src/domain/civilDate.ts';
import type { Result } from '../../../../functions/src/schema/result.ts';
import { dueText } from '../../data/remaining.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { now, today } from '../../now.ts';
import { LoadFailed, Loading } from '../../parts/Page.tsx';
import { ResultChanges } from '../../parts/ResultChanges.tsx';
import type { Me } from '../../session.ts';
import { AppealRead } from './AppealRead.tsx';
import { FilingForm } from './FilingForm.tsx';
import { readMine, type MyAppeals } from './readAppeals.ts';
import { mayComplete } from './useFiling.ts';

export function MyAppeal({ me, result }: { me: Me; result: Result }) {
  const { person, month, version } = result;
  const [loaded, reload] = useLoaded(() => readMine(me, result), `${person} ${month} ${version}`);
  return (
    <section class="stack" aria-labelledby="appeal-title">
      {loaded.at === 'there' && loaded.value.before && (
        <ResultChanges before={loaded.value.before} after={result} />
      )}
      <h3 id="appeal-title">Kiến nghị về kết quả</h3>
      {loaded.at === 'loading' && <Loading />}
      {loaded.at === 'failed' && <LoadFailed onRetry={reload} />}
      {loaded.at === 'there' && <There me={me} result={result} mine={loaded.value} onChanged={reload} />}
    </section>
  );
}

function There(props: { me: Me; result: Result; mine: MyAppeals; onChanged: () => void }) {
  const { me, result, mine, onChanged } = props;
  const { appeal, earlier } = mine;
  const [isWriting, setWriting] = useState(false);
  const done = () => {
    setWriting(false);
    onChanged();
  };
  const mayWrite = appeal ? mayComplete(appeal) : now() < result.appealUntil;
  return (
    <>
      {earlier && (
        <details>
          <summary>Kiến nghị về lần {earlier.version}</summary>
          <AppealRead me={me} appeal={earlier} />
        </details>
      )}
      {appeal && !isWriting && <AppealRead me={me} appeal={appeal} />}
      {!appeal && <Until result={result} />}
      {isWriting && (
        <FilingForm
          me={me}
          result={result}
          before={appeal}
          onDone={done}
          onCancel={() => setWriting(false)}
        />
      )}
      {mayWrite && !isWriting && (
        <div class="row">
          <button type="button" class="button" onClick={() => setWriting(true)}>
            {appeal ? 'Bổ sung nội dung' : 'Viết kiến nghị'}
          </button>
        </div>
      )}
    </>
  );
}

function Until({ result }: { result: Result }) {
  const last = lastDayBefore(result.appealUntil);
  return now() < result.appealUntil ? (
    <p>
      Không đồng ý với kết quả thì gửi kiến nghị đến hết {dueText(today(), last)}. Cấp trên của người đã quyết
      định trả lời trong thời hạn; kết quả được sửa hoặc giữ nguyên, có nêu lý do.
    </p>
  ) : (
    <p class="soft">
      Thời hạn kiến nghị đã hết ({dueText(today(), last)}); không có kiến nghị nào về lần này.
    </p>
  );
}
