// What stands around every page once somebody is signed in: the head with the places, and the page of the address.
import { useEffect } from 'preact/hooks';
import { useUnread } from './data/inbox.ts';
import { useMember } from './data/useMember.ts';
import { lazy } from './lazy.tsx';
import { today } from './now.ts';
import { Mark } from './parts/Mark.tsx';
import { orgPages, orgPlacesOf } from './parts/orgPlaces.ts';
import { hrefOf, useRoute, type Route } from './router.ts';
import { signOut, type Me } from './session.ts';

const MyMonth = lazy(() => import('./pages/myMonth/MyMonth.tsx').then((m) => m.MyMonth));
const DecideMany = lazy(() => import('./pages/queue/DecideMany.tsx').then((m) => m.DecideMany));
const Queue = lazy(() => import('./pages/queue/Queue.tsx').then((m) => m.Queue));
const Judge = lazy(() => import('./pages/judge/Judge.tsx').then((m) => m.Judge));
const Consulted = lazy(() => import('./pages/judge/Consulted.tsx').then((m) => m.Consulted));
const UnitPage = lazy(() => import('./pages/unit/UnitPage.tsx').then((m) => m.UnitPage));
const Readers = lazy(() => import('./pages/readers/Readers.tsx').then((m) => m.Readers));
const Overseen = lazy(() => import('./pages/overseer/Overseen.tsx').then((m) => m.Overseen));
const Supervision = lazy(() => import('./pages/supervision/Supervision.tsx').then((m) => m.Supervision));
const Delegations = lazy(() => import('./pages/delegations/Delegations.tsx').then((m) => m.Delegations));
const Appeals = lazy(() => import('./pages/appeals/Appeals.tsx').then((m) => m.Appeals));
const Replacements = lazy(() => import('./pages/replacements/Replacements.tsx').then((m) => m.Replacements));
const PersonYearPage = lazy(() => import('./pages/year/PersonYearPage.tsx').then((m) => m.PersonYearPage));
const UnitYearPage = lazy(() => import('./pages/year/UnitYearPage.tsx').then((m) => m.UnitYearPage));
const UnitPlanPage = lazy(() => import('./pages/unitPlan/UnitPlanPage.tsx').then((m) => m.UnitPlanPage));
const UnitPlans = lazy(() => import('./pages/unitPlan/UnitPlans.tsx').then((m) => m.UnitPlans));
const YearsToDecide = lazy(() => import('./pages/year/YearsToDecide.tsx').then((m) => m.YearsToDecide));
const YearDecision = lazy(() => import('./pages/year/YearDecision.tsx').then((m) => m.YearDecision));
const RateUnit = lazy(() => import('./pages/unitMonth/RateUnit.tsx').then((m) => m.RateUnit));
const Facts = lazy(() => import('./pages/facts/Facts.tsx').then((m) => m.Facts));
const Inbox = lazy(() => import('./pages/inbox/Inbox.tsx').then((m) => m.Inbox));
const Completeness = lazy(() => import('./pages/completeness/Completeness.tsx').then((m) => m.Completeness));
const Authorities = lazy(() => import('./pages/authorities/Authorities.tsx').then((m) => m.Authorities));
const Rights = lazy(() => import('./pages/rights/Rights.tsx').then((m) => m.Rights));
const CalendarPage = lazy(() => import('./pages/calendar/CalendarPage.tsx').then((m) => m.CalendarPage));
const SettingsPage = lazy(() => import('./pages/settings/SettingsPage.tsx').then((m) => m.SettingsPage));
const Templates = lazy(() => import('./pages/templates/Templates.tsx').then((m) => m.Templates));
const OrganisationPage = lazy(() =>
  import('./pages/organisation/OrganisationPage.tsx').then((m) => m.OrganisationPage),
);
const OrgUnitPage = lazy(() => import('./pages/organisation/OrgUnitPage.tsx').then((m) => m.OrgUnitPage));
const PersonPage = lazy(() => import('./pages/organisation/PersonPage.tsx').then((m) => m.PersonPage));
const ImportPage = lazy(() => import('./pages/import/ImportPage.tsx').then((m) => m.ImportPage));

function Place({ me, route }: { me: Me; route: Route }) {
  switch (route.page) {
    case 'my-month':
      return <MyMonth me={me} month={route.month} />;
    case 'queue':
      return <Queue me={me} month={route.month} />;
    case 'decide-many':
      return <DecideMany me={me} month={route.month} />;
    case 'sheet':
      return (
        <Judge key={`${route.person}_${route.month}`} me={me} person={route.person} month={route.month} />
      );
    case 'consultation':
      return <Consulted key={route.id} me={me} id={route.id} />;
    case 'unit':
      return <UnitPage me={me} month={route.month} unit={route.unit ?? null} />;
    case 'readers':
      return <Readers me={me} month={route.month} />;
    case 'overseen':
      return <Overseen me={me} month={route.month} />;
    case 'supervision':
      return <Supervision me={me} month={route.month} />;
    case 'delegations':
      return <Delegations me={me} />;
    case 'appeals':
      return <Appeals me={me} id={route.id} />;
    case 'replacements':
      return <Replacements me={me} id={route.id} />;
    case 'year':
      return <PersonYearPage me={me} year={route.year} person={route.person} />;
    case 'unit-year':
      return <UnitYearPage me={me} year={route.year} unit={route.unit} />;
    case 'unit-plans':
      return <UnitPlans me={me} year={route.year} />;
    case 'unit-plan':
      return <UnitPlanPage key={`${route.unit} ${route.year}`} me={me} unit={route.unit} year={route.year} />;
    case 'years-to-decide':
      return <YearsToDecide me={me} year={route.year} />;
    case 'decide-year':
      return (
        <YearDecision key={`${route.person} ${route.year}`} me={me} person={route.person} year={route.year} />
      );
    case 'rate-unit':
      return <RateUnit key={`${route.unit} ${route.month}`} me={me} unit={route.unit} month={route.month} />;
    case 'facts':
      return <Facts me={me} />;
    case 'inbox':
      return <Inbox me={me} />;
    case 'completeness':
      return <Completeness me={me} month={route.month} />;
    case 'authorities':
      return <Authorities me={me} month={route.month} />;
    case 'calendar':
      return <CalendarPage me={me} month={route.month} />;
    case 'settings':
      return <SettingsPage me={me} />;
    case 'rights':
      return <Rights me={me} />;
    case 'templates':
      return <Templates me={me} id={route.id} />;
    case 'organisation':
      return <OrganisationPage me={me} unit={route.unit} />;
    case 'org-unit':
      return (
        <OrgUnitPage
          key={`${route.id} ${route.parent}`}
          me={me}
          id={route.id}
          parent={route.parent ?? null}
        />
      );
    case 'person':
      return <PersonPage key={`${route.id} ${route.unit}`} me={me} id={route.id} unit={route.unit ?? null} />;
    case 'import':
      return <ImportPage me={me} />;
  }
}

const places = [
  {
    title: 'Tháng của tôi',
    route: { page: 'my-month', month: null },
    pages: ['my-month', 'readers', 'year'],
  },
  {
    title: 'Chờ tôi',
    route: { page: 'queue', month: null },
    pages: [
      'queue',
      'decide-many',
      'sheet',
      'consultation',
      'delegations',
      'appeals',
      'replacements',
      'years-to-decide',
      'decide-year',
      'rate-unit',
    ],
  },
  {
    title: 'Đơn vị của tôi',
    route: { page: 'unit', month: null },
    pages: ['unit', 'unit-year', 'unit-plan', 'facts'],
  },
] as const;

const overseen = {
  title: 'Phụ trách',
  route: { page: 'overseen', month: null },
  pages: ['overseen'],
} as const;

const supervised = {
  title: 'Giám sát',
  route: { page: 'supervision', month: null },
  pages: ['supervision'],
} as const;

function Head({ me, route }: { me: Me; route: Route }) {
  // Nobody but who holds the right is shown the way to an overseer's or a supervisor's page, and to those about the organisation.
  const member = useMember(me);
  const [org] = orgPlacesOf(member);
  const shown = [
    ...places,
    ...(member && member.oversees.length > 0 ? [overseen] : []),
    ...(member?.supervises ? [supervised] : []),
    ...(org ? [{ title: 'Tổ chức', route: org.route, pages: orgPages }] : []),
  ];
  return (
    <header class="shell-head">
      <div class="shell-head-in">
        <a class="brand" href="#/thang">
          <Mark /> Năm Rõ
        </a>
        <nav class="places" aria-label="Các trang">
          {shown.map(({ title, route: to, pages }) => (
            <a
              key={title}
              href={hrefOf(to)}
              aria-current={(pages as readonly string[]).includes(route.page) ? 'page' : undefined}
            >
              {title}
            </a>
          ))}
        </nav>
        <div class="who">
          <InboxLink me={me} isHere={route.page === 'inbox'} />
          <span class="who-name">{me.name}</span>
          <button type="button" class="link" onClick={() => void signOut()}>
            Đăng xuất
          </button>
        </div>
      </div>
    </header>
  );
}

function InboxLink({ me, isHere }: { me: Me; isHere: boolean }) {
  const unread = useUnread(me);
  return (
    <a href={hrefOf({ page: 'inbox' })} aria-current={isHere ? 'page' : undefined}>
      Hộp tin
      {unread !== null && unread > 0 && (
        <>
          <span class="unread" aria-hidden="true">
            {unread}
          </span>
          <span class="hidden-visually">, {unread} tin chưa đọc</span>
        </>
      )}
    </a>
  );
}

export function Frame({ me }: { me: Me }) {
  const route = useRoute();
  // Days until a deadline are counted by it; pages drawn before it is known are drawn with the next.
  useEffect(() => {
    void import('./data/ownCalendar.ts').then((m) => m.learnCalendar(me.org, today()));
  }, [me.org]);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(e) => {
          e.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        Đến nội dung chính
      </a>
      <Head me={me} route={route} />
      <main id="main" tabIndex={-1}>
        <Place me={me} route={route} />
      </main>
    </>
  );
}
