// Recording a manifestation seen at the person, by who evaluates or decides them.
import { useState } from 'preact/hooks';
import type { FindingSource } from '../../../../functions/src/domain/words.ts';
import { findingId } from '../../../../functions/src/schema/paths.ts';
import type { NewFinding as NewFindingDocument } from '../../../../functions/src/schema/finding.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { createDocument } from '../../data/firestore.ts';
import { factKey } from '../../data/keys.ts';
import { FindingFields, nothingSeen, seenFaults, type Seen } from '../../parts/FindingFields.tsx';
import type { Me } from '../../session.ts';
import { Recording, useRecording } from '../../parts/Recording.tsx';

const outside = ['supervision', 'figures', 'coordination', 'citizens', 'press'] as const;

interface Props {
  me: Me;
  sheet: Sheet;
  onDone: () => void;
  onCancel: () => void;
}

export function NewFinding({ me, sheet, onDone, onCancel }: Props) {
  const { person: subject, unit, block, evaluator, decider, month } = sheet;
  const mine: FindingSource = evaluator === me.pid ? 'evaluator' : 'decider';
  const [seen, setSeen] = useState<Seen<FindingSource>>({ ...nothingSeen, source: mine, state: null });
  const [key] = useState(factKey);
  const recording = useRecording({
    check: () => seenFaults(seen, 'new'),
    send: () => {
      const { degree, state } = seen;
      if (!degree || !state) return Promise.resolve();
      const fields: Omit<NewFindingDocument, 'savedAt'> = {
        ...{ subject, unit, block, evaluator, decider, month, key, ...seen, degree, state },
        ...{ settleReason: '', remedy: '', remedyState: 'none', remedyAt: null, remedyNote: '' },
        ...{ author: me.pid, actor: me.pid, actedFor: null, rev: 1, notified: false },
      };
      return createDocument(me.org, 'findings', findingId(subject, month, key), fields, ['savedAt']);
    },
    refused: 'Máy chủ không nhận. Tải lại trang rồi ghi lại.',
    onDone,
  });
  return (
    <Recording title={<h3>Ghi nhận biểu hiện</h3>} recording={recording} onCancel={onCancel}>
      <FindingFields
        at="new"
        seen={seen}
        month={month}
        sources={[mine, ...outside]}
        conclusions={{
          confirmed: `Có biểu hiện; ${sheet.personName} được báo ngay`,
          suspected: 'Để xem xét, kết luận khi đánh giá',
        }}
        factLabel="Sự việc đã thấy"
        errors={recording.errors}
        set={(change) => setSeen({ ...seen, ...change })}
      />
    </Recording>
  );
}
