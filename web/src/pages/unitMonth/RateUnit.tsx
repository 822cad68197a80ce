// A unit by itself: its head's seat is vacant, or its head was decided before it, so that no act on a head carries its rating.
import { useState } from 'preact/hooks';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import { vacant } from '../../../../functions/src/domain/vacant.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import { personMonthId, unitMonthId } from '../../../../functions/src/schema/paths.ts';
import type { UnitRating } from '../../../../functions/src/schema/unitRating.ts';
import { covers } from '../../data/delegation.ts';
import { delegationsToMe } from '../../data/delegationsToMe.ts';
import { readDocument, updateTogether } from '../../data/firestore.ts';
import type { Power } from '../../data/powers.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { useFollowed } from '../facts/useFollowed.ts';
import { useSending } from '../../data/useSending.ts';
import { ActButton, WithNote } from '../judge/actParts.tsx';
import { unitBeside, type UnitBeside } from './readUnits.ts';
import { UnitVerdict } from './UnitVerdict.tsx';
import { actOfUnit, checkUnit, leastUnitReason, mayRate } from './rateUnit.ts';
import { useUnitRatings } from './useUnitRatings.ts';

interface View {
  one: UnitBeside;
  /** The head's month; null where they have none, or it is not for me to read. */
  head: Assessment | null;
  decide: Power | null;
}

async function readView(me: Me, unit: string, month: Month): Promise<View | null> {
  const id = unitMonthId(unit, month);
  const rating = await readDocument<UnitRating>(me.org, 'unitRatings', id);
  if (!rating) return null;
  const [one, head, delegations] = await Promise.all([
    unitBeside(me, { id, data: rating }),
    rating.head === vacant
      ? null
      : readDocument<Assessment>(me.org, 'assessments', personMonthId(rating.head, month)),
    delegationsToMe(me),
  ]);
  return { one, head, decide: powerOver(rating, me, delegations) };
}

function powerOver(rating: UnitRating, me: Me, delegations: readonly Delegation[]): Power | null {
  const { decider, deciderName: name, head, unit } = rating;
  if (head === me.pid) return null;
  if (decider === me.pid) return { giver: null, name };
  const isHeld = delegations.some((d) => d.giver === decider && covers(d, 'decide', unit));
  return isHeld ? { giver: decider, name } : null;
}

export function RateUnit({ me, unit, month }: { me: Me; unit: string; month: Month }) {
  const [loaded, reload] = useLoaded(() => readView(me, unit, month), `${me.pid} ${unit} ${month}`);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const view = loaded.value;
  if (!view)
    return (
      <>
        <PageHead title="Xếp loại đơn vị" />
        <Notice>
          <p>
            Tháng {formatMonth(month)} của đơn vị này chưa đến bước xếp loại, hoặc do người khác quyết định.
          </p>
        </Notice>
      </>
    );
  return (
    <>
      <PageHead title={view.one.rating.unitName} lead={`Xếp loại đơn vị · Tháng ${formatMonth(month)}`}>
        <a class="button" href={hrefOf({ page: 'queue', month })}>
          Về danh sách
        </a>
      </PageHead>
      <Unit me={me} view={view} reload={reload} />
    </>
  );
}

function Unit({ me, view, reload }: { me: Me; view: View; reload: () => void }) {
  const { one, head, decide } = view;
  const { rating } = one;
  const units = useUnitRatings(me, [one]);
  const followed = useFollowed(reload);
  const { problem, isSending, send } = useSending(followed);
  const [check, setCheck] = useState<{ stamp: number; faults: Fault[] }>({ stamp: 0, faults: [] });
  // A head who still waits for their decision carries the unit's with it.
  const goesWithHead = head !== null && head.state !== 'decided' && head.state !== 'unrated' && !head.frozen;
  const mine = mayRate(rating, me.pid, decide) && !goesWithHead;
  const headRating = head?.state === 'decided' ? head.dRating : null;
  const act = (fields: Record<string, unknown>) =>
    send(() => updateTogether(me.org, [{ name: 'unitRatings', id: one.id, fields, stamps: ['actedAt'] }]));
  const rate = async () => {
    const draft = units.draftOf(one);
    const faults = checkUnit(rating, draft, headRating);
    setCheck({ stamp: check.stamp + 1, faults });
    if (faults.length > 0) return;
    const { fields } = actOfUnit(me, one, draft, decide?.giver ?? null);
    if (await act(fields)) await units.forget();
  };
  const signed = { followed: false, rev: rating.rev + 1, actor: me.pid, actedFor: decide?.giver ?? null };
  return (
    <div class="stack">
      <ErrorSummary
        title={`Còn ${check.faults.length} chỗ cần bổ sung`}
        faults={check.faults}
        stamp={check.stamp}
      />
      {goesWithHead && (
        <Notice>
          <p>
            Đơn vị được xếp loại cùng lần quyết định với người đứng đầu:{' '}
            <a href={hrefOf({ page: 'sheet', person: rating.head, month: rating.month })}>
              phiếu của {rating.headName}
            </a>
            .
          </p>
        </Notice>
      )}
      <UnitVerdict
        me={me}
        one={one}
        draft={units.draftOf(one)}
        isEditable={mine}
        headRating={headRating}
        errors={new Map(check.faults.map((f) => [f.id, f.text]))}
        edit={(change) => units.edit(one, change)}
        onChanged={reload}
      />
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      {!rating.followed && (
        <p class="soft">Việc vừa làm được ghi vào nhật ký trong ngày; sau đó mới xem lại được.</p>
      )}
      <div class="stack narrow">
        {mine && (
          <ActButton
            primary
            label="Xếp loại đơn vị"
            why={null}
            isBusy={isSending}
            onClick={() => void rate()}
          />
        )}
        {decide && rating.state === 'decided' && rating.followed && (
          <WithNote
            id="unit.again"
            summary={rating.frozen ? 'Mở lại kết quả đã công khai' : 'Xem lại quyết định'}
            label={`Lý do (ít nhất ${leastUnitReason} ký tự)`}
            button={rating.frozen ? 'Mở lại kết quả' : 'Xem lại quyết định'}
            consequence="Kết quả đang có vẫn đọc được đến khi xếp loại lại thành lần mới."
            least={leastUnitReason}
            isBusy={isSending}
            onSend={(dReason) => void act({ state: 'waiting', dReason, ...signed })}
          />
        )}
      </div>
    </div>
  );
}
