// Findings that the person was told of: what, by when, and the report of the remedy.
import { useState } from 'preact/hooks';
import { parseCodes } from '../../../../functions/src/domain/finding.ts';
import {
  degreeShortLabels,
  findingStateLabels,
  remedyStateLabels,
} from '../../../../functions/src/domain/labels.ts';
import { reportRemedy } from '../../../../functions/src/domain/settling.ts';
import type { Finding } from '../../../../functions/src/schema/finding.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { troubleOf, updateDocument, type Row } from '../../data/firestore.ts';
import { useWording } from '../../data/organisationWord.ts';
import { dueText } from '../../data/remaining.ts';
import { now, today } from '../../now.ts';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { Evidence } from '../../parts/LazyEvidence.tsx';
import { showDate } from '../../parts/parse.ts';
import { State } from '../../parts/State.tsx';
import type { Me } from '../../session.ts';

interface Props {
  me: Me;
  findings: Row<Finding>[];
  onChanged: () => void;
}

export function MyFindings({ me, findings, onChanged }: Props) {
  const open = findings.filter((f) => f.data.state === 'confirmed');
  const closed = findings.filter((f) => f.data.state !== 'confirmed');
  return (
    <section aria-labelledby="findings-title">
      <h2 id="findings-title">Biểu hiện đã thông báo</h2>
      {open.map((f) => (
        <OneFinding key={f.id} me={me} finding={f} onChanged={onChanged} />
      ))}
      {closed.length > 0 && (
        <details>
          <summary>{closed.length} biểu hiện đã kết thúc</summary>
          <ul class="plain stack small">
            {closed.map((f) => (
              <li key={f.id}>
                <span class="code">{f.data.codes}</span> {f.data.fact} ({findingStateLabels[f.data.state]})
                <Evidence me={me} of={`findings/${f.id}`} on={f.data} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function OneFinding({ me, finding, onChanged }: { me: Me; finding: Row<Finding>; onChanged: () => void }) {
  const { id, data } = finding;
  const wording = useWording();
  const [remedy, setRemedy] = useState(data.remedy);
  const [problem, setProblem] = useState<string | null>(null);
  const field = `remedy.${id}`;
  const send = async (remedyState: 'underway' | 'reported') => {
    const reported = remedyState === 'reported' ? reportRemedy(data, remedy, now()) : data;
    if ('refused' in reported) {
      setProblem(reported.refused);
      document.getElementById(field)?.focus();
      return;
    }
    const stamps = remedyState === 'reported' ? ['savedAt', 'remedyAt'] : ['savedAt'];
    try {
      await updateDocument(
        me.org,
        'findings',
        id,
        { remedy, remedyState, rev: data.rev + 1, actor: me.pid, actedFor: null },
        stamps,
      );
      setProblem(null);
      onChanged();
    } catch (error) {
      setProblem(
        troubleOf(error) === 'connection'
          ? 'Mất kết nối, chưa gửi được. Gửi lại khi có mạng.'
          : 'Biểu hiện này vừa được cập nhật. Tải lại trang rồi gửi lại.',
      );
    }
  };
  const errors: Errors = new Map(problem ? [[field, problem]] : []);
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
        <State
          tone={data.remedyState === 'reported' ? 'filed' : 'todo'}
          icon={data.remedyState === 'reported' ? 'sent' : 'circle'}
        >
          {remedyStateLabels[data.remedyState]}
        </State>
        <span>Mức độ: {degreeShortLabels[data.degree]}</span>
        {data.due && <span>Hạn khắc phục: {dueText(today(), data.due)}</span>}
      </p>
      {data.firstDue && <p class="small soft">Đã gia hạn một lần, hạn trước {showDate(data.firstDue)}</p>}
      {data.harm && (
        <p class="notice attention pre">Cấp có thẩm quyền nêu ảnh hưởng đến công việc chung: {data.harm}</p>
      )}
      {data.remedyNote && <p class="notice todo pre">{data.remedyNote}</p>}
      {data.remedyState === 'reported' ? (
        <>
          <p class="pre">{data.remedy}</p>
          <Evidence me={me} of={`findings/${id}`} on={data} />
        </>
      ) : (
        <>
          <TextArea
            id={field}
            label="Đã khắc phục thế nào, minh chứng"
            max={sizes.text}
            value={remedy}
            errors={errors}
            onInput={setRemedy}
          />
          <Evidence me={me} of={`findings/${id}`} on={data} />
          <div class="row">
            <button type="button" class="button" onClick={() => void send('reported')}>
              Báo cáo đã khắc phục
            </button>
            <button type="button" class="button" onClick={() => void send('underway')}>
              Ghi là đang khắc phục
            </button>
          </div>
        </>
      )}
    </div>
  );
}
