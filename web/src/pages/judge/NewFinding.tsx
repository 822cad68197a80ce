// Recording a manifestation seen at a person: by who evaluates or decides them, or as a suspicion by who inspects, supervises or aggregates, or by themselves (domain.md section 2).
import { useState } from 'preact/hooks';
import type { FindingSource, Month } from '../../../../functions/src/domain/words.ts';
import { findingId } from '../../../../functions/src/schema/paths.ts';
import type { NewFinding as NewFindingDocument } from '../../../../functions/src/schema/finding.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { createDocument } from '../../data/firestore.ts';
import { factKey } from '../../data/keys.ts';
import { CountsLater } from '../../parts/CountsLater.tsx';
import { FindingFields, nothingSeen, seenFaults, type Seen } from '../../parts/FindingFields.tsx';
import type { Me } from '../../session.ts';
import { Recording, useRecording } from '../../parts/Recording.tsx';

const outside = ['supervision', 'figures', 'coordination', 'citizens', 'press'] as const;

/** Whose month it is, with the authority frozen there. */
export type Seat = Pick<
  Sheet,
  'person' | 'personName' | 'unit' | 'block' | 'evaluator' | 'decider' | 'month'
> & { evaluatorName?: string };

const titles: Partial<Record<Props['as'], string>> = {
  authority: 'Ghi nhận biểu hiện',
  self: 'Ghi biểu hiện của tôi',
};

interface Props {
  me: Me;
  of: Seat;
  as: 'authority' | 'inspection' | 'supervision' | 'aggregator' | 'self';
  /** Where it counts in a later month than the one it is recorded in. */
  later?: Month | null;
  onDone: () => void;
  onCancel: () => void;
}

export function NewFinding({ me, of, as, later, onDone, onCancel }: Props) {
  const { person: subject, unit, block, evaluator, decider, month } = of;
  const sources = sourcesOf(me, of, as);
  const [seen, setSeen] = useState<Seen<FindingSource>>({
    ...nothingSeen,
    source: sources[0] ?? 'supervision',
    // What comes from outside is a suspicion, until the evaluator has settled it.
    state: as === 'authority' ? null : 'suspected',
  });
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
    refused:
      as === 'authority' || as === 'self'
        ? 'Máy chủ không nhận. Tải lại trang rồi ghi lại.'
        : 'Máy chủ không nhận: người này vừa được chuyển, hoặc không thuộc khối được phân công. Tải lại trang rồi ghi lại.',
    onDone,
  });
  return (
    <Recording
      title={<h3>{titles[as] ?? `Ghi dấu hiệu của ${of.personName}`}</h3>}
      recording={recording}
      onCancel={onCancel}
    >
      <CountsLater month={month} later={later} />
      <FindingFields
        at="new"
        seen={seen}
        month={month}
        sources={sources}
        conclusions={
          as === 'authority'
            ? {
                confirmed: `Có biểu hiện; ${of.personName} được báo ngay`,
                suspected: 'Để xem xét, kết luận khi đánh giá',
              }
            : null
        }
        factLabel={as === 'self' ? 'Sự việc' : 'Sự việc đã thấy'}
        errors={recording.errors}
        set={(change) => setSeen({ ...seen, ...change })}
      />
      {as === 'self' && (
        <p class="hint">
          {of.evaluatorName} xác nhận hoặc bác bỏ; khi được xác nhận thì báo cáo khắc phục ngay tại trang này.
        </p>
      )}
      {as !== 'authority' && as !== 'self' && (
        <p class="hint">
          Dấu hiệu được chuyển đến người đánh giá để xác nhận hoặc bác bỏ; {of.personName} chưa đọc được.
        </p>
      )}
    </Recording>
  );
}

function sourcesOf(me: Me, { evaluator }: Seat, as: Props['as']): readonly FindingSource[] {
  if (as === 'inspection' || as === 'supervision' || as === 'self') return [as];
  if (as === 'aggregator') return outside;
  return [evaluator === me.pid ? 'evaluator' : 'decider', ...outside];
}
