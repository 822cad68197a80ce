// The calendar ahead: days off and made-up days that ship, the organisation's own lines over them, and the form that writes one.
import { useState } from 'preact/hooks';
import {
  shippedDays,
  type SpecialDay,
  type SpecialDayEdit,
} from '../../../../functions/src/domain/calendar.ts';
import { lineFault } from '../../../../functions/src/domain/calendarLines.ts';
import { addDays, formatWeekday } from '../../../../functions/src/domain/civilDate.ts';
import type { CivilDate } from '../../../../functions/src/domain/words.ts';
import type { OrganisationDocument } from '../../../../functions/src/schema/cycle.ts';
import { useChange } from '../../data/useChange.ts';
import { thisMonth, today } from '../../now.ts';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { Check, Choices, TextLine, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import { withUnread } from '../../parts/unread.ts';
import type { Me } from '../../session.ts';

interface Props {
  me: Me;
  organisation: OrganisationDocument;
  onDone: () => void;
}

/** So far ahead as plans are made. */
const daysAhead = 400;

/** Absent on organisations of before they had a calendar of their own. */
export const linesOf = ({
  calendar,
}: Partial<Pick<OrganisationDocument, 'calendar'>>): readonly SpecialDayEdit[] => calendar ?? [];

export function OwnDays({ me, organisation, onDone }: Props) {
  const [open, setOpen] = useState<{ day: CivilDate | null } | null>(null);
  const lines = linesOf(organisation);
  const own = new Map(lines.map((line) => [line.day, line]));
  const until = addDays(today(), daysAhead);
  const shown = [...shippedDays.filter(({ day }) => !own.has(day)), ...lines]
    .filter(({ day }) => day >= today() && (day <= until || own.has(day)))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <section class="stack" aria-labelledby="own-days">
      <h2 id="own-days">Ngày nghỉ, ngày làm bù sắp tới</h2>
      <p class="narrow">
        Tháng đã mở giữ thời hạn như khi mở; mọi ngày làm việc tính từ nay về sau theo lịch này. Ngày chưa
        chính thức là dự kiến, xác nhận hoặc sửa khi có thông báo.
      </p>
      <ul class="plain stack">
        {shown.map((line) => (
          <li key={line.day} class="row">
            <span>
              {formatWeekday(line.day)}: {stateText(line)}
              {own.has(line.day) && (
                <span class="soft small"> (riêng của tổ chức: {own.get(line.day)?.reason})</span>
              )}
            </span>
            <button type="button" class="link" onClick={() => setOpen({ day: line.day })}>
              Sửa
            </button>
          </li>
        ))}
      </ul>
      {open ? (
        <LineForm
          key={open.day ?? ''}
          me={me}
          lines={shown}
          day={open.day}
          isOwn={open.day !== null && own.has(open.day)}
          onEnd={(isDone) => {
            setOpen(null);
            if (isDone) onDone();
          }}
        />
      ) : (
        <p>
          <button type="button" class="button" onClick={() => setOpen({ day: null })}>
            Thêm ngày nghỉ, ngày làm bù
          </button>
        </p>
      )}
    </section>
  );
}

const stateText = ({ works, name, official }: SpecialDay) =>
  `${works ? 'làm việc' : 'nghỉ'}, ${name}${official ? '' : ' (chưa chính thức)'}`;

interface LineProps {
  me: Me;
  lines: readonly SpecialDay[];
  /** Null for a day that stands in no line yet. */
  day: CivilDate | null;
  isOwn: boolean;
  onEnd: (isDone: boolean) => void;
}

function LineForm({ me, lines, day: of, isOwn, onEnd }: LineProps) {
  const before = lines.find((line) => line.day === of);
  const [day, setDay] = useState<CivilDate | null>(of);
  const [line, setLine] = useState({
    works: before?.works ?? false,
    name: before?.name ?? '',
    official: before?.official ?? true,
  });
  const [check, setCheck] = useState<{ stamp: number; faults: Fault[] }>({ stamp: 0, faults: [] });
  const { isBusy, outcome, send } = useChange(me);
  const errors: Errors = new Map(check.faults.map(({ id, text }) => [id, text]));
  const submit = async (reason: string, written: typeof line | null) => {
    const fault = day === null ? null : lineFault(day, written, today());
    const faults = withUnread(
      [
        ...(day === null ? [{ id: 'line.day', text: 'Nhập ngày' }] : []),
        ...(fault ? [{ id: `line.${fault.field}`, text: fault.text }] : []),
      ],
      (id) => id.startsWith('line.'),
    );
    setCheck({ stamp: check.stamp + 1, faults });
    if (faults.length > 0 || day === null) return;
    if (await send({ kind: 'calendar', reason, rows: [{ day, line: written }] }, 'Đã ghi lịch.')) onEnd(true);
  };
  const [takesBack, setTakesBack] = useState(false);
  return (
    <div class="stack entry narrow">
      <ErrorSummary
        title={`Còn ${check.faults.length} chỗ cần sửa`}
        faults={check.faults}
        stamp={check.stamp}
      />
      <ReasonForm
        id="line"
        button={takesBack ? 'Bỏ dòng riêng, theo lịch chung' : 'Ghi vào lịch'}
        primary
        isBusy={isBusy}
        outcome={check.faults.length > 0 ? null : outcome}
        onSend={(reason) => void submit(reason, takesBack ? null : line)}
        onCancel={() => onEnd(false)}
      >
        {of === null ? (
          <DateField
            id="line.day"
            label="Ngày"
            month={thisMonth()}
            value={day}
            errors={errors}
            onInput={setDay}
          />
        ) : (
          <h3>{formatWeekday(of)}</h3>
        )}
        {isOwn && (
          <Check
            id="line.back"
            label="Bỏ dòng riêng của tổ chức, trở lại lịch chung"
            checked={takesBack}
            errors={errors}
            onChange={setTakesBack}
          />
        )}
        {!takesBack && (
          <>
            <Choices
              id="line.works"
              legend="Ngày này"
              options={[
                { value: 'off', label: 'Nghỉ' },
                { value: 'works', label: 'Làm việc' },
              ]}
              value={line.works ? 'works' : 'off'}
              errors={errors}
              onChange={(value) => setLine({ ...line, works: value === 'works' })}
            />
            <TextLine
              id="line.name"
              label="Tên ngày"
              hint="Ví dụ: Nghỉ bù Quốc khánh; Làm bù cho ngày 31/08"
              value={line.name}
              errors={errors}
              onInput={(name) => setLine({ ...line, name })}
            />
            <Check
              id="line.official"
              label="Đã có thông báo chính thức"
              checked={line.official}
              errors={errors}
              onChange={(official) => setLine({ ...line, official })}
            />
          </>
        )}
      </ReasonForm>
    </div>
  );
}
