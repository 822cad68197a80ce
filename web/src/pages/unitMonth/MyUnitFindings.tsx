// Findings of my unit that I was told of as its head: what, by when, and the report of the remedy.
import { parseCodes } from '../../../../functions/src/domain/finding.ts';
import {
  degreeShortLabels,
  findingStateLabels,
  remedyStateLabels,
} from '../../../../functions/src/domain/labels.ts';
import { sizes } from '../../../../functions/src/schema/fields.ts';
import type { StoredUnitFinding } from '../../../../functions/src/schema/unitFinding.ts';
import { listDocuments } from '../../data/firestore.ts';
import { useWording } from '../../data/organisationWord.ts';
import { dueText } from '../../data/remaining.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { today } from '../../now.ts';
import { Evidence } from '../../parts/LazyEvidence.tsx';
import { LoadFailed, Loading } from '../../parts/Page.tsx';
import { showDate } from '../../parts/parse.ts';
import { State } from '../../parts/State.tsx';
import type { Me } from '../../session.ts';
import { useFollowed } from '../facts/useFollowed.ts';
import { inOrder, type UnitFindingRow } from './readUnits.ts';
import { RemedyForm } from './RemedyForm.tsx';

export function MyUnitFindings({ me, unit }: { me: Me; unit: string }) {
  const [loaded, reload] = useLoaded(
    () => listDocuments<StoredUnitFinding>(me.org, 'unitFindings', { head: me.pid, notified: true }),
    `${me.pid} ${unit}`,
  );
  const followed = useFollowed(reload);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const mine = inOrder(loaded.value).filter(({ data }) => data.unit === unit);
  const open = mine.filter(({ data }) => data.state === 'confirmed');
  const closed = mine.filter(({ data }) => data.state !== 'confirmed');
  return (
    <section class="stack" aria-labelledby="unit-findings">
      <h2 id="unit-findings">Biểu hiện của đơn vị</h2>
      {open.length === 0 && <p>Biểu hiện của đơn vị được xác nhận sẽ hiện ở đây, kèm hạn khắc phục.</p>}
      {open.map((row) => (
        <OneFinding key={row.id} me={me} row={row} onChanged={followed} />
      ))}
      {closed.length > 0 && (
        <details>
          <summary>{closed.length} biểu hiện đã kết thúc</summary>
          <ul class="plain stack small">
            {closed.map(({ id, data }) => (
              <li key={id}>
                <span class="code">{data.codes.replaceAll(' ', ', ')}</span> {data.fact} (
                {findingStateLabels[data.state]})
                <Evidence me={me} of={`unitFindings/${id}`} on={data} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function OneFinding({ me, row, onChanged }: { me: Me; row: UnitFindingRow; onChanged: () => void }) {
  const { data } = row;
  const wording = useWording();
  const isReported = data.remedyState === 'reported';
  return (
    <div class="entry stack narrow">
      <p class="pre">{data.fact}</p>
      <ul class="plain small soft">
        {parseCodes(data.codes).map((code) => (
          <li key={code}>
            <span class="code">{code}</span> {wording(code)}
          </li>
        ))}
      </ul>
      <p class="row">
        <State tone={isReported ? 'filed' : 'todo'} icon={isReported ? 'sent' : 'circle'}>
          {remedyStateLabels[data.remedyState]}
        </State>
        <span>Mức độ: {degreeShortLabels[data.degree]}</span>
        {data.due && <span>Hạn khắc phục: {dueText(today(), data.due)}</span>}
      </p>
      {data.firstDue && <p class="small soft">Đã gia hạn một lần, hạn trước {showDate(data.firstDue)}</p>}
      {data.remedyNote && <p class="notice todo pre">{data.remedyNote}</p>}
      {isReported ? (
        <>
          <p class="pre">{data.remedy}</p>
          <Evidence me={me} of={`unitFindings/${row.id}`} on={data} />
        </>
      ) : (
        <RemedyForm
          key={data.rev}
          me={me}
          row={row}
          label="Đơn vị đã khắc phục thế nào, minh chứng"
          max={sizes.text}
          onDone={onChanged}
        />
      )}
    </div>
  );
}
