// Thời hạn và lịch: deadlines of a month, each of which may be moved with a reason, and the organisation's own days (domain.md section 7).
import { calendarWith } from '../../../../functions/src/domain/calendar.ts';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Cycle, OrganisationDocument } from '../../../../functions/src/schema/cycle.ts';
import { readDocument, readOrganisation } from '../../data/firestore.ts';
import { keepCalendar } from '../../data/ownCalendar.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { useMember } from '../../data/useMember.ts';
import { thisMonth, today } from '../../now.ts';
import { MonthNav } from '../../parts/MonthNav.tsx';
import { ForKeepers } from '../../parts/ForKeepers.tsx';
import { keepsPeople } from '../../parts/orgPlaces.ts';
import { OrgNav } from '../../parts/OrgNav.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { Deadlines } from './Deadlines.tsx';
import { linesOf, OwnDays } from './OwnDays.tsx';

const title = 'Thời hạn và lịch';

interface Read {
  organisation: OrganisationDocument | null;
  cycle: Cycle | null;
}

const read = async (me: Me, month: Month): Promise<Read> => {
  const [organisation, cycle] = await Promise.all([
    readOrganisation(me.org),
    readDocument<Cycle>(me.org, 'cycles', month),
  ]);
  if (organisation) keepCalendar(me.org, today(), organisation);
  return { organisation, cycle };
};

export function CalendarPage({ me, month: asked }: { me: Me; month: Month | null }) {
  const month = asked ?? thisMonth();
  const member = useMember(me);
  const [loaded, reload] = useLoaded(() => read(me, month), `${me.org} ${month}`);
  if (member === undefined || loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { organisation, cycle } = loaded.value;
  if (!member || !keepsPeople(member) || !organisation) return <ForKeepers title={title} />;
  return (
    <>
      <OrgNav me={me} page="calendar" />
      <PageHead title={title}>
        <MonthNav month={month} hrefFor={(to) => hrefOf({ page: 'calendar', month: to })} />
      </PageHead>
      <div class="stack" style={{ '--gap': '40px' }}>
        {cycle && cycle.state !== 'blocked' ? (
          <Deadlines
            key={month}
            me={me}
            cycle={cycle}
            calendar={calendarWith(linesOf(organisation))}
            onDone={reload}
          />
        ) : (
          <Notice>
            <p>Tháng {formatMonth(month)} chưa mở. Thời hạn được tính theo lịch khi tháng mở.</p>
          </Notice>
        )}
        <OwnDays me={me} organisation={organisation} onDone={reload} />
      </div>
    </>
  );
}
