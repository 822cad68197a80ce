// Việc tồn đọng, phối hợp: what drags on and got stuck at my units, what others ask of me, what waits for me as the authority.
import type { Month } from '../../../../functions/src/domain/words.ts';
import { monthToRecord } from '../../data/recordingMonth.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { useMember } from '../../data/useMember.ts';
import { LoadFailed, Loading, PageHead } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { unitsOf, type MyUnit } from '../unit/unitsOf.ts';
import { BacklogItem } from './BacklogItem.tsx';
import { BacklogSection } from './BacklogSection.tsx';
import { CoordinationItem } from './CoordinationItem.tsx';
import { CoordinationSection } from './CoordinationSection.tsx';
import { readMine, type FactsOfMine } from './readFacts.ts';
import { useFollowed } from './useFollowed.ts';
import { RecordLimitation } from './RecordLimitation.tsx';
import { RecordFinding } from './RecordFinding.tsx';

interface View extends FactsOfMine {
  /** In which something new is recorded. */
  month: Month;
  headed: MyUnit[];
}

/** What a section of the page is given. */
export interface FactsPart {
  me: Me;
  view: View;
  onChanged: () => void;
}

async function readView(me: Me): Promise<View> {
  const [facts, month] = await Promise.all([readMine(me), monthToRecord(me.org)]);
  const units = await unitsOf(me, month);
  return { ...facts, month, headed: units.filter(({ isHeaded }) => isHeaded) };
}

export function Facts({ me }: { me: Me }) {
  const [loaded, reload] = useLoaded(() => readView(me), me.pid);
  const member = useMember(me);
  const onChanged = useFollowed(reload);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  const view = loaded.value;
  const toAnswer = view.coordinations.filter((c) => c.data.otherHead === me.pid && c.data.state === 'open');
  const toSettle = view.trouble.filter((c) => c.data.state === 'open' || c.data.state === 'answered');
  const toJudge = view.below.filter(
    ({ data }) =>
      data.state === 'done' || (data.state === 'open' && data.competence === 'beyond' && !data.answer),
  );
  const waiting = toAnswer.length + toSettle.length + toJudge.length;
  return (
    <>
      <PageHead
        title="Việc tồn đọng, phối hợp"
        lead={waiting > 0 ? `${waiting} việc chờ ý kiến của tôi` : 'Không có việc nào chờ ý kiến của tôi'}
      >
        <a class="button" href={hrefOf({ page: 'unit', month: null })}>
          Về đơn vị của tôi
        </a>
      </PageHead>
      <div class="record">
        {waiting > 0 && (
          <section class="stack" aria-labelledby="facts-waiting">
            <h2 id="facts-waiting">Chờ ý kiến của tôi</h2>
            <div>
              {[...toAnswer, ...toSettle].map((row) => (
                <CoordinationItem key={row.id} me={me} row={row} onChanged={onChanged} />
              ))}
              {toJudge.map((row) => (
                <BacklogItem key={row.id} me={me} row={row} onChanged={onChanged} />
              ))}
            </div>
          </section>
        )}
        <BacklogSection me={me} view={view} onChanged={onChanged} />
        <CoordinationSection me={me} view={view} skip={[...toAnswer, ...toSettle]} onChanged={onChanged} />
        {member && member.aggregates.length + member.judges.length > 0 && (
          <RecordLimitation me={me} blocks={member.aggregates} />
        )}
        {member && (member.inspects || member.aggregates.length > 0) && (
          <RecordFinding me={me} member={member} />
        )}
      </div>
    </>
  );
}
