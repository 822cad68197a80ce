// Said before anything is done for another: in whose place, that it is written down so, and when that has ended meanwhile.
import { useEffect, useState } from 'preact/hooks';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import { delegationsToMe } from '../../data/delegationsToMe.ts';
import type { Saving } from '../../data/editor.ts';
import { actingBy, powersOf, type Powers } from '../../data/powers.ts';
import { Notice } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';

export function OnBehalf(props: { me: Me; assessment: Assessment; powers: Powers; saving: Saving }) {
  const { me, assessment: a, powers, saving } = props;
  const by = actingBy(a.state, powers);
  const giver = by?.giver ?? null;
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // With the delegation the right to read goes too, so a refusal alone doesn't tell why.
    if (giver === null || (saving !== 'refused' && saving !== 'signed-out')) return;
    delegationsToMe(me, true).then(
      (held) => setOver(actingBy(a.state, powersOf(a, me.pid, held))?.giver !== giver),
      () => undefined,
    );
  }, [saving, giver]);
  if (!by || giver === null || a.frozen) return null;
  return (
    <div class="standing">
      {isOver ? (
        <Notice tone="attention" role="alert">
          <p>
            Uỷ quyền đã hết hiệu lực hoặc vừa được {by.name} thu hồi. Việc vừa làm không được ghi; phiếu này
            không còn thuộc phần việc của tôi.
          </p>
        </Notice>
      ) : (
        <Notice tone="todo">
          <p>
            Thay mặt <span class="strong">{by.name}</span> theo uỷ quyền. Việc làm ở đây được ghi trên phiếu
            là “… thay mặt {by.name}”.
          </p>
        </Notice>
      )}
    </div>
  );
}
