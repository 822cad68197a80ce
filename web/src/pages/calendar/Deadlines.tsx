// Deadlines of one month: the day of each, what was moved and why, and the form that moves them.
import { useState } from 'preact/hooks';
import type { Calendar } from '../../../../functions/src/domain/calendar.ts';
import { formatDate, formatMonth, formatWeekday } from '../../../../functions/src/domain/civilDate.ts';
import {
  deadlineLabels,
  movableDeadlines,
  moveFaults,
  type MovableDeadline,
} from '../../../../functions/src/domain/deadlineMoves.ts';
import { deadlineNames, type DeadlineName } from '../../../../functions/src/domain/deadlines.ts';
import type { CivilDate } from '../../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import { useChange, type Outcome } from '../../data/useChange.ts';
import { today } from '../../now.ts';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import type { Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import { withUnread } from '../../parts/unread.ts';
import type { Me } from '../../session.ts';

type Days = Record<DeadlineName, CivilDate>;
type Written = Partial<Record<MovableDeadline, CivilDate | null>>;
const fieldOf = (name: MovableDeadline) => `deadline.${name}`;

interface Props {
  me: Me;
  cycle: Cycle;
  /** The organisation's. */
  calendar: Calendar;
  onDone: () => void;
}

export function Deadlines({ me, cycle, calendar, onDone }: Props) {
  const [isMoving, setMoving] = useState(false);
  const days = cycle.days as Days;
  const movable = movableDeadlines.filter((name) => !(name in cycle.kept) && days[name] >= today());
  return (
    <section class="stack" aria-labelledby="deadlines">
      <h2 id="deadlines">Thời hạn của tháng {formatMonth(cycle.month)}</h2>
      <div class="scroll-x" tabIndex={0} role="region" aria-label="Thời hạn của tháng">
        <table class="as-list">
          <thead>
            <tr>
              <th scope="col">Việc</th>
              <th scope="col">Ngày</th>
              <th scope="col">Đã dời</th>
            </tr>
          </thead>
          <tbody>
            {deadlineNames.map((name) => (
              <tr key={name}>
                <th scope="row">{deadlineLabels[name]}</th>
                <td data-label="Ngày">{formatWeekday(days[name])}</td>
                <td data-label="Đã dời">{movedText(cycle, name)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isMoving ? (
        <MoveForm
          me={me}
          cycle={cycle}
          calendar={calendar}
          movable={movable}
          onEnd={(isDone) => {
            setMoving(false);
            if (isDone) onDone();
          }}
        />
      ) : (
        cycle.state === 'open' &&
        movable.length > 0 && (
          <p>
            <button type="button" class="button" onClick={() => setMoving(true)}>
              Dời thời hạn của tháng này
            </button>
          </p>
        )
      )}
    </section>
  );
}

/** Absent on cycles of before deadlines could be moved. */
function movedText({ moved }: Partial<Pick<Cycle, 'moved'>>, name: DeadlineName): string {
  const moves = moved?.[name] ?? [];
  return moves.length === 0
    ? '–'
    : moves.map(({ from, reason }) => `Từ ${formatDate(from)}: ${reason}`).join('; ');
}

interface FormProps {
  me: Me;
  cycle: Cycle;
  calendar: Calendar;
  movable: readonly MovableDeadline[];
  onEnd: (isDone: boolean) => void;
}

function MoveForm({ me, cycle, calendar, movable, onEnd }: FormProps) {
  const days = cycle.days as Days;
  const [written, setWritten] = useState<Written>({});
  const [check, setCheck] = useState<{ stamp: number; faults: Fault[] }>({ stamp: 0, faults: [] });
  const [refused, setRefused] = useState<Outcome | null>(null);
  const { isBusy, outcome, send } = useChange(me);
  const errors: Errors = new Map(check.faults.map(({ id, text }) => [id, text]));
  const submit = async (reason: string) => {
    const moves = movable.flatMap((name) => {
      const day = written[name];
      return day === undefined || day === null || day === days[name] ? [] : [{ name, day }];
    });
    const moving = { days, kept: cycle.kept, today: today(), calendar };
    const faults = withUnread(
      moveFaults(moves, moving).map(({ row, text }) => ({ id: fieldOf(moves[row]?.name ?? 'staff'), text })),
      (id) => id.startsWith('deadline.'),
    );
    setCheck({ stamp: check.stamp + 1, faults });
    setRefused(moves.length === 0 ? { isGood: false, text: 'Chưa dời thời hạn nào.', reasons: [] } : null);
    if (faults.length > 0 || moves.length === 0) return;
    const rows = moves.map((move) => ({ month: cycle.month, ...move }));
    if (await send({ kind: 'deadlines', reason, rows }, 'Đã dời thời hạn.')) onEnd(true);
  };
  return (
    <div class="stack entry narrow">
      <ErrorSummary
        title={`Còn ${check.faults.length} chỗ cần sửa`}
        faults={check.faults}
        stamp={check.stamp}
      />
      <ReasonForm
        id="deadlines"
        hint="Người có phiếu chưa nộp đọc được lý do này"
        button="Dời thời hạn"
        primary
        isBusy={isBusy}
        outcome={check.faults.length > 0 ? null : (refused ?? outcome)}
        onSend={(reason) => void submit(reason)}
        onCancel={() => onEnd(false)}
      >
        {movable.map((name) => (
          <DateField
            key={name}
            id={fieldOf(name)}
            label={deadlineLabels[name]}
            month={cycle.month}
            value={written[name] === undefined ? days[name] : written[name]}
            errors={errors}
            onInput={(day) => setWritten({ ...written, [name]: day })}
          />
        ))}
      </ReasonForm>
    </div>
  );
}
