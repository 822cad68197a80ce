// Who changed a record, when and why, and each field before and after.
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import type { Difference } from '../../../../functions/src/domain/import/differences.ts';
import type { LogEntry } from '../../../../functions/src/schema/fields.ts';
import { Differences } from './RecordFoot.tsx';

const acts: Record<string, string> = {
  add: 'Đưa vào hệ thống',
  change: 'Sửa hồ sơ',
  setAside: 'Để lại ngoài đợt đánh giá',
};

/** Fields that changed, as the log keeps them: JSON of these alone. */
function fieldsOf(text: string | null): object | null {
  try {
    const found: unknown = JSON.parse(text ?? '');
    return typeof found === 'object' ? found : null;
  } catch {
    return null;
  }
}

export function History<V extends object>(props: {
  log: readonly LogEntry[];
  /** The record as it stands: what an entry doesn't name was the same before and after. */
  value: V;
  describe: (before: V, after: V) => Difference[];
  nameOf: (id: string) => string;
}) {
  const { log, value, describe, nameOf } = props;
  if (log.length === 0) {
    return <p class="soft">Chưa có thay đổi nào từ khi hồ sơ được đưa vào hệ thống.</p>;
  }
  return (
    <ol class="trace history">
      {[...log].reverse().map((entry) => {
        const [before, after] = [fieldsOf(entry.before), fieldsOf(entry.after)];
        const differences = before && after ? describe({ ...value, ...before }, { ...value, ...after }) : [];
        return (
          <li key={entry.hash} class="stack" style={{ '--gap': '4px' }}>
            <p class="strong">{acts[entry.what] ?? entry.what}</p>
            {entry.reason && <p>{entry.reason}</p>}
            <p class="soft small">
              {formatMoment(entry.at)} · {nameOf(entry.who)}
              {entry.forWhom !== null && `, thay mặt ${nameOf(entry.forWhom)}`}
            </p>
            {differences.length > 0 ? (
              <Differences differences={differences} caption={`Thay đổi lúc ${formatMoment(entry.at)}`} />
            ) : (
              <>
                {!before && entry.before && <p class="small">Trước: {entry.before}</p>}
                {!after && entry.after && <p class="small">Sau: {entry.after}</p>}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
