// Recording a manifestation seen at a unit: by who evaluates or decides its head, as a suspicion by who inspects, supervises or aggregates.
import { useState } from 'preact/hooks';
import { outsideSources, type UnitFindingSource } from '../../../../functions/src/domain/unitFinding.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import { unitFindingId } from '../../../../functions/src/schema/paths.ts';
import type { NewUnitFinding as NewDocument } from '../../../../functions/src/schema/unitFinding.ts';
import { createDocument } from '../../data/firestore.ts';
import { factKey } from '../../data/keys.ts';
import { CountsLater } from '../../parts/CountsLater.tsx';
import { FindingFields, nothingSeen, seenFaults, type Seen } from '../../parts/FindingFields.tsx';
import type { Me } from '../../session.ts';
import { Recording, useRecording } from '../../parts/Recording.tsx';

type As = 'evaluator' | 'decider' | 'inspection' | 'supervision' | 'aggregator';

interface Props {
  me: Me;
  unit: string;
  name: string;
  month: Month;
  as: As;
  /** Where it counts in a later month than the one it is recorded in. */
  later?: Month | null;
  onDone: () => void;
  onCancel: () => void;
}

export function NewUnitFinding({ me, unit, name, month, as, later, onDone, onCancel }: Props) {
  const isAbove = as === 'evaluator' || as === 'decider';
  const sources = sourcesOf(as);
  const [seen, setSeen] = useState<Seen<UnitFindingSource>>({
    ...nothingSeen,
    source: sources[0] ?? 'supervision',
    // What comes from outside is a suspicion, until who decides the head has settled it.
    state: isAbove ? null : 'suspected',
  });
  const [key] = useState(factKey);
  const recording = useRecording({
    check: () => seenFaults(seen, 'newUnit'),
    send: () => {
      const { degree, state } = seen;
      if (!degree || !state) return Promise.resolve();
      const fields: Omit<NewDocument, 'savedAt'> = {
        ...{ unit, month, key, author: me.pid, ...seen, degree, state },
        ...{ settleReason: '', remedy: '', remedyState: 'none', remedyAt: null, remedyNote: '' },
        ...{ rev: 1, actor: me.pid },
      };
      return createDocument(me.org, 'unitFindings', unitFindingId(unit, month, key), fields, ['savedAt']);
    },
    refused:
      'Máy chủ không nhận: tháng này không còn mở, hoặc đơn vị không thuộc thẩm quyền. Tải lại trang rồi ghi lại.',
    onDone,
  });
  return (
    <Recording title={<h4>Ghi nhận biểu hiện của {name}</h4>} recording={recording} onCancel={onCancel}>
      <CountsLater month={month} later={later} />
      <FindingFields
        at="newUnit"
        seen={seen}
        month={month}
        sources={sources}
        conclusions={
          isAbove
            ? {
                confirmed: 'Có biểu hiện; người đứng đầu đơn vị được báo ngay',
                suspected: 'Để xem xét, người quyết định kết luận sau',
              }
            : null
        }
        factLabel="Sự việc đã thấy ở đơn vị"
        errors={recording.errors}
        set={(change) => setSeen({ ...seen, ...change })}
      />
      {!isAbove && (
        <p class="hint">
          Dấu hiệu được chuyển đến người quyết định xếp loại đơn vị để xác nhận hoặc bác bỏ; đơn vị chưa đọc
          được.
        </p>
      )}
    </Recording>
  );
}

function sourcesOf(as: As): readonly UnitFindingSource[] {
  if (as === 'inspection' || as === 'supervision') return [as];
  return as === 'aggregator' ? outsideSources : [as, ...outsideSources];
}
