// Đơn vị được phụ trách: for an overseer (ủy viên Ban Thường vụ, Đảng ủy viên), each unit assigned with its month and a note about it.
import { useState } from 'preact/hooks';
import { civilDateOf, formatDate, formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import type { Member } from '../../../../functions/src/schema/person.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { useMember } from '../../data/useMember.ts';
import { MonthNav } from '../../parts/MonthNav.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { NoteOn } from '../authorities/NoteForm.tsx';
import { People, Published } from './People.tsx';
import { readOverseen, type OverseenUnit } from './readOverseen.ts';
import { UnitCounts } from './UnitCounts.tsx';

const title = 'Đơn vị được phụ trách';

export function Overseen({ me, month }: { me: Me; month: Month | null }) {
  const member = useMember(me);
  if (member === undefined) return <Loading />;
  if (member === null || member.oversees.length === 0) {
    return (
      <>
        <PageHead title={title} />
        <Notice>
          <p>
            Trang này dành cho người được phân công phụ trách đơn vị. Đơn vị hiện ra khi quản trị ghi phân
            công.
          </p>
        </Notice>
      </>
    );
  }
  return <Units me={me} member={member} asked={month} />;
}

function Units({ me, member, asked }: { me: Me; member: Member; asked: Month | null }) {
  const [loaded, reload] = useLoaded(() => readOverseen(me, member, asked), `${me.pid} ${asked ?? ''}`);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { month, cycle, ownUnit, units } = loaded.value;
  const isOpened = cycle !== null && cycle.state !== 'blocked';
  return (
    <>
      <PageHead title={title} lead={`${units.length} đơn vị. ${whenOut(month, cycle)}`}>
        <MonthNav month={month} hrefFor={(to) => hrefOf({ page: 'overseen', month: to })} />
      </PageHead>
      <div class="record">
        {units.map((unit) => (
          <UnitSection
            key={`${unit.id} ${month}`}
            me={me}
            month={month}
            unit={unit}
            isOpened={isOpened}
            isOwn={unit.id === ownUnit}
            onSent={reload}
          />
        ))}
      </div>
    </>
  );
}

function whenOut(month: Month, cycle: Cycle | null): string {
  if (!cycle || cycle.state === 'blocked') return `Tháng ${formatMonth(month)} chưa mở.`;
  return `Kết quả tháng ${formatMonth(month)} công khai ngày ${formatDate(civilDateOf(cycle.deadlines.publish))}.`;
}

interface SectionProps {
  me: Me;
  month: Month;
  unit: OverseenUnit;
  isOpened: boolean;
  /** Nobody remarks on the unit that they stand in. */
  isOwn: boolean;
  onSent: () => void;
}

function UnitSection(props: SectionProps) {
  const { month, unit, isOpened, isOwn } = props;
  const { id, name, unitMonth, board } = unit;
  return (
    <section class="stack" style={{ '--gap': '16px' }} aria-labelledby={`unit-${id}`}>
      <h2 id={`unit-${id}`}>{name}</h2>
      {unitMonth && (
        <>
          <UnitCounts unitMonth={unitMonth} />
          <People unitMonth={unitMonth} />
        </>
      )}
      {!unitMonth && (
        <p class="soft">
          {isOpened
            ? 'Con số của tháng đang được lập; tải lại trang sau ít phút.'
            : `Con số hiện ra khi tháng ${formatMonth(month)} đã mở.`}
        </p>
      )}
      {board && <Published board={board} />}
      {isOpened && !isOwn && <MyNote {...props} />}
    </section>
  );
}

function MyNote({ me, month, unit, onSent }: SectionProps) {
  const { id, name, note } = unit;
  const [isOpen, setOpen] = useState(false);
  if (isOpen) {
    const close = () => {
      setOpen(false);
      onSent();
    };
    return (
      <div class="guided-in">
        <NoteOn me={me} month={month} about="unit" as="overseer" subject={{ id, name }} onClose={close} />
      </div>
    );
  }
  return (
    <div class="stack narrow" style={{ '--gap': '8px' }}>
      {note && (
        <dl class="words">
          <div>
            <dt>Ý kiến đã gửi</dt>
            <dd>{note.text}</dd>
          </div>
        </dl>
      )}
      <p>
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {note ? 'Sửa ý kiến' : 'Ghi ý kiến'}
          <span class="hidden-visually"> về {name}</span>
        </button>
      </p>
    </div>
  );
}
