// Who changed a record, when, what it was before and after, and why.
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import type { LogEntry } from '../../../../functions/src/schema/fields.ts';

export function History({ log, nameOf }: { log: readonly LogEntry[]; nameOf: (id: string) => string }) {
  if (log.length === 0) {
    return <p class="soft">Chưa có thay đổi nào từ khi hồ sơ được đưa vào hệ thống.</p>;
  }
  return (
    <ol class="trace history">
      {[...log].reverse().map((entry) => (
        <li key={entry.hash}>
          <p>
            <span class="strong">{entry.what}</span>
          </p>
          <p class="soft small">
            {formatMoment(entry.at)} · {nameOf(entry.who)}
            {entry.forWhom !== null && `, thay mặt ${nameOf(entry.forWhom)}`}
          </p>
          {entry.before !== null && (
            <p class="small pre">
              <span class="soft">Trước: </span>
              {entry.before}
            </p>
          )}
          {entry.after !== null && (
            <p class="small pre">
              <span class="soft">Sau: </span>
              {entry.after}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
