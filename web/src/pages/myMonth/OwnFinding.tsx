// A manifestation that a person names at themselves on any day, before the filing asks for it or after (domain.md section 2).
import { useState } from 'preact/hooks';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { Notice } from '../../parts/Page.tsx';
import { UnitOfCodes } from '../../parts/unitOfCodes.ts';
import type { Me } from '../../session.ts';
import { NewFinding } from '../judge/NewFinding.tsx';

export function OwnFinding(props: { me: Me; sheet: Sheet; later: Month | null; onRecorded: () => void }) {
  const { me, sheet, later, onRecorded } = props;
  const [state, setState] = useState<'closed' | 'open' | 'done'>('closed');
  return (
    <section class="stack" aria-labelledby="own-finding">
      <h2 id="own-finding">Tự nhận diện trong tháng</h2>
      {state === 'done' && (
        <Notice tone="good" role="status">
          <p>
            Đã ghi. {sheet.evaluatorName} xác nhận hoặc bác bỏ, chậm nhất khi đánh giá; nội dung này không
            phải ghi lại vào phiếu.
          </p>
        </Notice>
      )}
      {state === 'open' ? (
        <UnitOfCodes.Provider value={sheet.unit}>
          <div class="narrow">
            <NewFinding
              me={me}
              of={sheet}
              as="self"
              later={later}
              onDone={() => {
                setState('done');
                onRecorded();
              }}
              onCancel={() => setState('closed')}
            />
          </div>
        </UnitOfCodes.Provider>
      ) : (
        <p>
          <button type="button" class="button" onClick={() => setState('open')}>
            Ghi một biểu hiện của tôi
          </button>
        </p>
      )}
    </section>
  );
}
