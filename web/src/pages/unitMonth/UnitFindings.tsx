// Findings of a unit before its judges: confirm or dismiss, answer a remedy, overturn, record another.
import { useState } from 'preact/hooks';
import { sizes } from '../../../../functions/src/schema/fields.ts';
import { updateDocument } from '../../data/firestore.ts';
import { ExtendDue } from '../../parts/ExtendDue.tsx';
import { Evidence } from '../../parts/LazyEvidence.tsx';
import { Icon } from '../../parts/icons.tsx';
import { showDate } from '../../parts/parse.ts';
import { UnitOfCodes } from '../../parts/unitOfCodes.ts';
import type { Me } from '../../session.ts';
import { SayForm, type SayAct } from '../facts/SayForm.tsx';
import { useFollowed } from '../facts/useFollowed.ts';
import { RecordUnitFinding } from './RecordUnitFinding.tsx';
import type { UnitBeside, UnitFindingRow } from './readUnits.ts';
import { FindingRead } from '../../parts/FindingRead.tsx';

/** The next act on it, signed. */
export const actOnFinding = (
  me: Me,
  { id, data }: UnitFindingRow,
  fields: Record<string, unknown>,
  stamps: readonly string[] = ['savedAt'],
) => updateDocument(me.org, 'unitFindings', id, { ...fields, rev: data.rev + 1, actor: me.pid }, stamps);

export function UnitFindings({ me, one, onChanged }: { me: Me; one: UnitBeside; onChanged: () => void }) {
  const { rating, findings } = one;
  const [isAdding, setAdding] = useState(false);
  const followed = useFollowed(onChanged);
  const as =
    rating.head === me.pid
      ? null
      : rating.decider === me.pid
        ? 'decider'
        : rating.evaluator === me.pid
          ? 'evaluator'
          : null;
  return (
    <UnitOfCodes.Provider value={rating.unit}>
      <h4>Dấu hiệu, biểu hiện của đơn vị</h4>
      {findings.length === 0 && <p>Không có dấu hiệu, biểu hiện nào của đơn vị được ghi nhận.</p>}
      {findings.map((row) => (
        <div class="entry stack" key={row.id}>
          <FindingRead data={row.data} />
          <Evidence me={me} of={`unitFindings/${row.id}`} on={row.data} />
          {row.data.firstDue && (
            <p class="small soft">Đã gia hạn một lần, hạn trước {showDate(row.data.firstDue)}</p>
          )}
          {row.data.decider === me.pid && row.data.head !== me.pid && (
            <>
              <Settle me={me} row={row} onDone={followed} />
              <Extend me={me} row={row} onDone={followed} />
            </>
          )}
        </div>
      ))}
      {isAdding && as ? (
        <RecordUnitFinding
          me={me}
          rating={rating}
          as={as}
          onDone={() => {
            setAdding(false);
            followed();
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        as && (
          <p>
            <button type="button" class="button" onClick={() => setAdding(true)}>
              <Icon name="plus" /> Ghi nhận biểu hiện của đơn vị
            </button>
          </p>
        )
      )}
    </UnitOfCodes.Provider>
  );
}

function Settle({ me, row, onDone }: { me: Me; row: UnitFindingRow; onDone: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const { state, remedyState, author } = row.data;
  const waits = state === 'suspected' || (state === 'confirmed' && remedyState === 'reported');
  if (state === 'remedied') return null;
  if (!waits && !isOpen)
    return (
      <p>
        <button type="button" class="link" onClick={() => setOpen(true)}>
          {state === 'confirmed' ? 'Bác bỏ kết luận này' : 'Xác nhận lại'}
        </button>
      </p>
    );
  const isRemedy = waits && state === 'confirmed';
  return (
    <SayForm
      key={`${state} ${remedyState}`}
      id={`settle.${row.id}`}
      label={isRemedy ? 'Ý kiến về kết quả khắc phục' : 'Lý do'}
      max={sizes.note}
      acts={isRemedy ? answers(me, row) : settlements(me, row, author === me.pid)}
      onDone={() => {
        setOpen(false);
        onDone();
      }}
    />
  );
}

/** Of what is confirmed and has a date; the second time it is said that there is none. */
function Extend({ me, row, onDone }: { me: Me; row: UnitFindingRow; onDone: () => void }) {
  const [isOpen, setOpen] = useState(false);
  // Absent on what was recorded before anybody asked for it.
  const { state, due, remedyState, firstDue = null } = row.data;
  if (state !== 'confirmed' || due === null) return null;
  if (firstDue !== null) return <p class="hint">Hạn khắc phục chỉ được gia hạn một lần.</p>;
  const close = () => setOpen(false);
  if (!isOpen)
    return (
      <p>
        <button type="button" class="button" onClick={() => setOpen(true)}>
          Gia hạn khắc phục
        </button>
      </p>
    );
  return (
    <ExtendDue
      id={`extend.${row.id}`}
      of={{ state, due, remedyState, firstDue }}
      act={(found) => actOnFinding(me, row, found)}
      onDone={() => {
        close();
        onDone();
      }}
      onCancel={close}
    />
  );
}

const answers = (me: Me, row: UnitFindingRow): SayAct[] => [
  {
    label: 'Chấp nhận đã khắc phục',
    wants: null,
    act: (remedyNote) => actOnFinding(me, row, { remedyNote, remedyState: 'accepted', state: 'remedied' }),
  },
  {
    label: 'Chưa đạt, trả lại',
    wants: 'Nêu phần chưa đạt để đơn vị làm tiếp',
    act: (remedyNote) => actOnFinding(me, row, { remedyNote, remedyState: 'returned', state: 'confirmed' }),
  },
];

/** Of what is settled already, the other way with a new reason. */
function settlements(me: Me, row: UnitFindingRow, isMine: boolean): SayAct[] {
  const { state } = row.data;
  const confirm: SayAct = {
    label: 'Xác nhận và báo cho người đứng đầu',
    wants: state === 'dismissed' ? 'Nêu lý do xác nhận lại' : null,
    act: (settleReason) => actOnFinding(me, row, { settleReason, state: 'confirmed' }),
  };
  const dismiss: SayAct = {
    label: 'Bác bỏ',
    wants: state === 'suspected' && isMine ? null : 'Nêu lý do bác bỏ',
    act: (settleReason) => actOnFinding(me, row, { settleReason, state: 'dismissed' }),
  };
  return state === 'suspected' ? [confirm, dismiss] : state === 'dismissed' ? [confirm] : [dismiss];
}
