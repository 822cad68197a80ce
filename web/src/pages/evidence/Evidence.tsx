// Evidence files on one finding, of a person or a unit, or appeal: those that are there, to be fetched, and a place to attach another.
import type { StoredFile } from '../../../../functions/src/schema/file.ts';
import {
  appealFileRefusal,
  evidenceMime,
  findingFileRefusal,
  maxEvidenceFiles,
  type AppealOfFile,
  unitFindingFileRefusal,
  type FindingOfFile,
  type UnitFindingOfFile,
} from '../../../../functions/src/domain/evidence.ts';
import { listEvidence } from '../../data/evidence.ts';
import type { Row } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { described, FieldError } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icons.tsx';
import { LoadFailed } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';
import { AttachedFile } from './AttachedFile.tsx';
import { useAttaching, type Attempt } from './useAttaching.ts';

const accept = ['.pdf,.jpg,.jpeg,.png,.docx,.xlsx', ...Object.values(evidenceMime)].join(',');
const hint = 'PDF, JPG, PNG, DOCX hoặc XLSX, mỗi tệp không quá 10 MB. Đính kèm rồi không gỡ ra được.';

export interface EvidenceProps {
  me: Me;
  /** `findings/{id}`, `unitFindings/{id}` or `appeals/{id}`, and what stands there. */
  of: string;
  on: FindingOfFile | UnitFindingOfFile | Pick<AppealOfFile, 'person' | 'state'>;
}

function refusalOf(on: EvidenceProps['on'], who: string): string | null {
  if ('subject' in on) return findingFileRefusal(on, who);
  return 'person' in on ? appealFileRefusal(on, who) : unitFindingFileRefusal(on, who);
}

export function Evidence({ me, of, on }: EvidenceProps) {
  const mayAttach = refusalOf(on, me.pid) === null;
  const [loaded, reload] = useLoaded(() => listEvidence(me, of), of);
  const files = loaded.at === 'there' ? loaded.value : [];
  const attaching = useAttaching(me, of, reload);
  const { attempts } = attaching;
  // What this page is sending stands among the attempts.
  const others = files.filter(({ data }) => !attempts.some(({ key }) => key === data.key));
  const kept = others.filter(({ data }) => data.state === 'kept');
  const waiting = others.filter(({ data }) => data.state !== 'kept' && data.state !== 'refused');
  const refused = others.filter(({ data }) => data.state === 'refused');
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  if (loaded.at === 'loading' || (!mayAttach && files.length === 0)) return null;
  const attached = kept.length + waiting.length + attempts.filter(({ at }) => at !== 'refused').length;
  return (
    <div class="stack evidence" style={{ '--gap': '8px' }}>
      <p>
        <span class="strong">Tệp kèm theo{mayAttach && ` (${attached}/${maxEvidenceFiles})`}</span>
        {attached === 0 && <span class="soft"> · chưa có tệp nào</span>}
      </p>
      {kept.length + waiting.length + attempts.length > 0 && (
        <ul class="plain">
          {kept.map(({ id, data }) => (
            <AttachedFile key={id} me={me} file={data} />
          ))}
          {waiting.map(({ id, data }) => (
            <Waiting key={id} file={data} />
          ))}
          {attempts.map((one) => (
            <Attempted
              key={one.key}
              attempt={one}
              onAgain={() => attaching.again(one)}
              onDrop={() => attaching.drop(one.key)}
            />
          ))}
        </ul>
      )}
      {refused.length > 0 && <Refused files={refused} />}
      {mayAttach && (
        <Chooser of={of} fault={attaching.fault} onChosen={(file) => attaching.choose(file, attached)} />
      )}
    </div>
  );
}

/** Of another visit or device: this page doesn't hold the content. */
const Waiting = ({ file }: { file: StoredFile }) => (
  <li>
    <p>{file.name}</p>
    <p class="small soft">
      {file.state === 'sent'
        ? 'Đã tải lên, hệ thống đang kiểm tra.'
        : 'Chưa tải lên xong. Chọn lại tệp để đính kèm; quá một ngày thì bỏ.'}
    </p>
  </li>
);

function Attempted({
  attempt,
  onAgain,
  onDrop,
}: {
  attempt: Attempt;
  onAgain: () => void;
  onDrop: () => void;
}) {
  const { file, at, share, told } = attempt;
  return (
    <li>
      <p>{file.name}</p>
      <div role="status">
        {at === 'working' && (
          <p class="small soft">
            {share > 0 && share < 1 ? `Đang tải lên… ${Math.round(share * 100)}%` : 'Đang đính kèm…'}
          </p>
        )}
        {told && (
          <p class="field-error">
            <Icon name="warning" />
            <span>{told}</span>
          </p>
        )}
      </div>
      {at !== 'working' && (
        <p class="row">
          {at === 'failed' && (
            <button type="button" class="button" onClick={onAgain}>
              Thử lại
            </button>
          )}
          <button type="button" class="link" onClick={onDrop}>
            {at === 'failed' ? 'Thôi' : 'Đóng'}
          </button>
        </p>
      )}
    </li>
  );
}

const Refused = ({ files }: { files: Row<StoredFile>[] }) => (
  <details>
    <summary class="small">{files.length} tệp không được nhận</summary>
    <ul class="plain small">
      {files.map(({ id, data }) => (
        <li key={id}>
          {data.name}: {data.reason}
        </li>
      ))}
    </ul>
  </details>
);

function Chooser({ of, fault, onChosen }: { of: string; fault: string; onChosen: (file: File) => void }) {
  const id = `files.${of}`;
  return (
    <div class="field">
      <label for={id} class="hidden-visually">
        Đính kèm tệp
      </label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <FieldError id={id} text={fault || undefined} />
      <input
        id={id}
        class="file-input"
        type="file"
        accept={accept}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described(id, hint, fault)}
        onChange={(e) => {
          const [chosen] = e.currentTarget.files ?? [];
          if (chosen) onChosen(chosen);
          // The same file, corrected meanwhile, can be chosen again.
          e.currentTarget.value = '';
        }}
      />
      <label for={id} class="button file-button" aria-hidden="true">
        <Icon name="plus" /> Đính kèm tệp
      </label>
    </div>
  );
}
