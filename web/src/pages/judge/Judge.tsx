// One sheet before its authority: the person's words left, mine right; on a phone step by step.
import { useMemo, useRef } from 'preact/hooks';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import type { Editor } from '../../data/editor.ts';
import type { Together } from '../../data/firestore.ts';
import { delegationsToMe } from '../../data/delegationsToMe.ts';
import { powersOf, type Powers } from '../../data/powers.ts';
import { useEditor } from '../../data/useEditor.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { Conflict } from '../../parts/Conflict.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { LateMark, State } from '../../parts/State.tsx';
import { hrefOf } from '../../router.ts';
import { UnitOfCodes } from '../../parts/unitOfCodes.ts';
import type { Me } from '../../session.ts';
import type { UnitBeside } from '../unitMonth/readUnits.ts';
import { actOfUnit, mayRate } from '../unitMonth/rateUnit.ts';
import { useUnitRatings, type UnitsToRate } from '../unitMonth/useUnitRatings.ts';
import { BeforeFiling } from './BeforeFiling.tsx';
import { JudgeForm } from './JudgeForm.tsx';
import { judgeSource, type JudgeDraft } from './judgeSource.ts';
import { OnBehalf } from './OnBehalf.tsx';
import { readBeside, type Beside } from './readBeside.ts';

export interface JudgeProps {
  me: Me;
  editor: Editor<Assessment, JudgeDraft>;
  assessment: Assessment;
  draft: JudgeDraft;
  beside: Beside;
  powers: Powers;
  /** What is given to the units that the person heads, in the act on them. */
  units: UnitsToRate;
  reload: () => void;
}

interface Props {
  me: Me;
  person: string;
  month: Month;
}

export function Judge(props: Props) {
  const [held, reload] = useLoaded(() => delegationsToMe(props.me), props.me.pid);
  if (held.at === 'loading') return <Loading />;
  if (held.at === 'failed') return <LoadFailed onRetry={reload} />;
  return <Month {...props} delegations={held.value} />;
}

function Month({ me, person, month, delegations }: Props & { delegations: readonly Delegation[] }) {
  const besides = useRef<() => Together[]>(() => []);
  const editor = useEditor(
    useMemo(
      () => judgeSource(me, person, month, delegations, () => besides.current()),
      [me.org, me.pid, person, month, delegations],
    ),
  );
  const [beside, reload] = useLoaded(() => readBeside(me, person, month, delegations), `${person} ${month}`);
  const { phase, doc: assessment, draft, conflict } = editor.view;
  const headed = beside.at === 'there' ? beside.value.units : none;
  const units = useUnitRatings(me, headed);
  if (phase === 'loading' || beside.at === 'loading') return <Loading />;
  if (phase === 'failed' || beside.at === 'failed') {
    return (
      <LoadFailed
        onRetry={() => {
          void editor.open();
          reload();
        }}
      />
    );
  }
  if (!assessment || !draft) {
    const { sheet } = beside.value;
    const mine = sheet && powersOf(sheet, me.pid, delegations);
    return sheet && (mine?.evaluate || mine?.decide) ? (
      <BeforeFiling {...{ me, sheet, delegations, reload }} beside={beside.value} />
    ) : (
      <NotThere month={month} />
    );
  }
  if (conflict) return <Conflict of={conflict} editor={editor} />;
  const powers = powersOf(assessment, me.pid, delegations);
  besides.current = () =>
    headed
      .filter(({ rating }) => mayRate(rating, me.pid, powers.decide))
      .map((one) => actOfUnit(me, one, units.draftOf(one), powers.decide?.giver ?? null));
  return (
    <>
      <PageHead
        title={assessment.personName}
        lead={`${assessment.post}, ${assessment.unitName} · Tháng ${formatMonth(month)}`}
      >
        <a class="button" href={hrefOf({ page: 'queue', month })}>
          Về danh sách
        </a>
      </PageHead>
      <Standing assessment={assessment} />
      <OnBehalf me={me} assessment={assessment} powers={powers} saving={editor.view.saving} />
      <UnitOfCodes.Provider value={assessment.unit}>
        <JudgeForm
          me={me}
          editor={editor}
          assessment={assessment}
          draft={draft}
          beside={beside.value}
          powers={powers}
          units={units}
          reload={reload}
        />
      </UnitOfCodes.Provider>
    </>
  );
}

const none: readonly UnitBeside[] = [];

function NotThere({ month }: { month: Month }) {
  return (
    <>
      <PageHead title="Chưa có phiếu để đánh giá" />
      <Notice>
        <p>
          Không có phiếu tháng {formatMonth(month)} của người này, hoặc không thuộc thẩm quyền đánh giá của
          tài khoản đang dùng.
        </p>
      </Notice>
    </>
  );
}

const words = {
  waiting: ['filed', 'sent', 'Chờ đánh giá'],
  returned: ['todo', 'circle', 'Đã trả lại, chờ nộp lại'],
  evaluated: ['waiting', 'hourglass', 'Đã đánh giá, chờ quyết định'],
  decided: ['waiting', 'check', 'Đã quyết định, chờ công khai'],
  unrated: ['quiet', 'circle', 'Không xếp loại'],
} as const;

function Standing({ assessment: a }: { assessment: Assessment }) {
  const [tone, icon, text] = a.frozen ? (['public', 'check', 'Đã công khai'] as const) : words[a.state];
  return (
    <p class="row standing">
      <State tone={tone} icon={icon}>
        {text}
      </State>
      {!a.filed && (
        <State tone="todo" icon="circle">
          Chưa nộp phiếu
        </State>
      )}
      {a.late && <LateMark />}
      <span class="soft">
        Đánh giá: {a.evaluatedBy ?? a.evaluatorName} · Quyết định: {a.decidedBy ?? a.deciderName} · Dòng{' '}
        {a.row} bảng thẩm quyền ({a.clause})
      </span>
    </p>
  );
}
