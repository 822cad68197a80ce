// Of somebody whose month is not before me yet: what was seen so far, settled and answered on any day, and a place to record (domain.md section 2).
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { powersOf } from '../../data/powers.ts';
import { takesFacts } from '../../data/recordingMonth.ts';
import { dueText } from '../../data/remaining.ts';
import { today } from '../../now.ts';
import { FindingRead } from '../../parts/FindingRead.tsx';
import { Evidence } from '../../parts/LazyEvidence.tsx';
import { PageHead } from '../../parts/Page.tsx';
import { State } from '../../parts/State.tsx';
import { UnitOfCodes } from '../../parts/unitOfCodes.ts';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { useFollowed } from '../facts/useFollowed.ts';
import { Overturn } from './Overturn.tsx';
import type { Beside } from './readBeside.ts';
import { RecordHere } from './RecordHere.tsx';
import { RemedyAnswer } from './RemedyAnswer.tsx';
import { SettleNow } from './SettleNow.tsx';

interface Props {
  me: Me;
  sheet: Sheet;
  beside: Pick<Beside, 'findings' | 'cycle'>;
  delegations: readonly Delegation[];
  reload: () => void;
}

export function BeforeFiling({ me, sheet, beside, delegations, reload }: Props) {
  const { cycle, findings } = beside;
  const { evaluate, decide } = powersOf(sheet, me.pid, delegations);
  const by = evaluate ?? decide;
  const followed = useFollowed(reload);
  return (
    <>
      <PageHead
        title={sheet.personName}
        lead={`${sheet.post}, ${sheet.unitName} · Tháng ${formatMonth(sheet.month)}`}
      >
        <a class="button" href={hrefOf({ page: 'queue', month: sheet.month })}>
          Về danh sách
        </a>
      </PageHead>
      <p class="row standing">
        <State tone="todo" icon="circle">
          Chưa nộp phiếu
        </State>
        <span class="soft">Hạn nộp {dueText(today(), sheet.dueDay)}</span>
      </p>
      <UnitOfCodes.Provider value={sheet.unit}>
        <section class="stack narrow" aria-labelledby="before-filing">
          <h2 id="before-filing">Dấu hiệu, biểu hiện</h2>
          {findings.length === 0 && <p>Không có dấu hiệu, biểu hiện nào được ghi nhận.</p>}
          {findings.map((f) => (
            <div class="entry stack" key={f.id}>
              <FindingRead data={f.data} />
              <Evidence me={me} of={`findings/${f.id}`} on={f.data} />
              {by && f.data.state === 'suspected' && (
                <SettleNow
                  key={f.data.rev}
                  {...{ me, finding: f, personName: sheet.personName }}
                  actedFor={by.giver}
                  onDone={followed}
                />
              )}
              {by && f.data.state === 'confirmed' && f.data.remedyState === 'reported' && (
                <RemedyAnswer me={me} finding={f} actedFor={by.giver} onAnswered={followed} />
              )}
              {decide && f.data.decider === (decide.giver ?? me.pid) && (
                <Overturn me={me} finding={f} actedFor={decide.giver} onDone={followed} />
              )}
            </div>
          ))}
          {takesFacts(cycle) && by?.giver === null && (
            <RecordHere {...{ me, sheet, cycle }} label="Ghi nhận biểu hiện" onRecorded={followed} />
          )}
          <p class="soft">
            Phiếu tháng {formatMonth(sheet.month)} hiện ra ở đây khi được nộp, hoặc khi hết hạn nộp.
          </p>
        </section>
      </UnitOfCodes.Provider>
    </>
  );
}
