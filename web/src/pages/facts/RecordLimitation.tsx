// Recording a limitation of the yearly review: by who judges the person or the unit's head, or by the aggregator of the block (S3 II.3.2).
import { useState } from 'preact/hooks';
import { factTitles } from '../../../../functions/src/domain/factLabels.ts';
import type { Block } from '../../../../functions/src/domain/words.ts';
import { Notice } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';
import type { LimitationChoice } from './LimitationOf.tsx';
import { OfBlock } from './OfBlock.tsx';
import { OfMine } from './OfMine.tsx';

export function RecordLimitation({ me, blocks }: { me: Me; blocks: readonly Block[] }) {
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  return (
    <section class="stack" aria-labelledby="facts-limitations">
      <h2 id="facts-limitations">{factTitles.limitations}</h2>
      {isDone && (
        <Notice tone="good" role="status">
          <p>Đã ghi. Người được nêu đọc được ngay ở “Tháng của tôi”.</p>
        </Notice>
      )}
      {isOpen ? (
        <Choice
          me={me}
          blocks={blocks}
          onDone={(done) => {
            setOpen(false);
            setDone(done);
          }}
        />
      ) : (
        <p>
          <button type="button" class="button" onClick={() => setOpen(true)}>
            Ghi tồn tại, hạn chế sau kiểm điểm
          </button>
        </p>
      )}
    </section>
  );
}

const Choice = (props: LimitationChoice) =>
  props.blocks.length > 0 ? <OfBlock {...props} /> : <OfMine {...props} />;
