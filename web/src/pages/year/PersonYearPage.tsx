// Năm của một người: twelve months with two results each, what they come to and why, and what was decided.
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { useLoaded } from '../../data/useLoaded.ts';
import { thisMonth } from '../../now.ts';
import { YearNav } from '../../parts/YearNav.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { CasesOfYear } from '../replacements/CasesOfYear.tsx';
import { MonthCells } from './MonthCells.tsx';
import { readYearOfPerson } from './readYear.ts';
import { YearFacts } from './YearFacts.tsx';
import { YearPeriods } from './YearPeriods.tsx';
import { Decided } from './YearVersions.tsx';

/** `person`: null for one's own year. */
export function PersonYearPage(props: { me: Me; year: string | null; person: string | null }) {
  const { me } = props;
  const year = props.year ?? thisMonth().slice(0, 4);
  const person = props.person ?? me.pid;
  const isMine = person === me.pid;
  const [loaded, reload] = useLoaded(() => readYearOfPerson(me, person, year), `${person} ${year}`);
  const hrefFor = (to: string) => hrefOf({ page: 'year', year: to, person: isMine ? null : person });
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const { personYear, settings } = loaded.value;
  const title = isMine ? 'Năm của tôi' : `Năm của ${personYear?.personName ?? 'một người'}`;
  return (
    <>
      <PageHead
        title={title}
        lead={personYear ? `${personYear.personName}, ${personYear.post}, ${personYear.unitName}` : undefined}
      >
        <YearNav year={year} hrefFor={hrefFor} />
      </PageHead>
      {personYear === null ? (
        <Notice>
          <p>
            {isMine
              ? `Kết quả các tháng năm ${year} sẽ hiện ở đây khi tháng đầu tiên được công khai.`
              : `Chưa có kết quả năm ${year}, hoặc không thuộc thẩm quyền xem.`}
          </p>
        </Notice>
      ) : (
        <div class="stack" style={{ '--gap': '40px' }}>
          <Decided personYear={personYear} />
          <CasesOfYear me={me} person={person} year={year} />
          <YearFacts year={personYear} settings={personYear.decided ? null : settings} />
          <section class="stack" aria-labelledby="year-periods">
            <h2 id="year-periods">Quý, 6 tháng, cả năm</h2>
            <YearPeriods personYear={personYear} />
          </section>
          <section class="stack" aria-labelledby="year-months">
            <h2 id="year-months">Mười hai tháng</h2>
            <MonthCells
              personYear={personYear}
              hrefFor={(month) =>
                hrefOf(isMine ? { page: 'my-month', month } : { page: 'sheet', person, month })
              }
            />
          </section>
        </div>
      )}
    </>
  );
}
