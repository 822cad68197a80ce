// One sheet before its authority: the person's words left, mine right; on a phone step by step.
import { useMemo } from 'preact/hooks';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import { defaultSettings, type Settings } from '../../../../functions/src/domain/settings.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Consultation } from '../../../../functions/src/schema/consultation.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import { personMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Note } from '../../../../functions/src/schema/note.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import type { Editor } from '../../data/editor.ts';
import { delegationsToMe } from '../../data/delegationsToMe.ts';
import { listDocuments, readDocument, readOrganisation, troubleOf, type Row } from '../../data/firestore.ts';
import { powersOf, type Powers } from '../../data/powers.ts';
import { useEditor } from '../../data/useEditor.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { Conflict } from '../../parts/Conflict.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { LateMark, State } from '../../parts/State.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { JudgeForm } from './JudgeForm.tsx';
import { judgeSource, type JudgeDraft } from './judgeSource.ts';
import { OnBehalf } from './OnBehalf.tsx';
import type { Finding } from './types.ts';

export interface Beside {
  sheet: Sheet | null;
  cycle: Cycle | null;
  settings: Settings;
  findings: Row<Finding>[];
  consultations: Row<Consultation>[];
  notes: Row<Note>[];
}

/** By my own authority and by what was delegated to me; a list under a delegation for one unit must name that unit. */
async function readFindings(
  me: Me,
  subject: string,
  delegations: readonly Delegation[],
): Promise<Row<Finding>[]> {
  const as = [{ giver: me.pid, unit: null }, ...delegations];
  const lists = as.flatMap(({ giver, unit }) =>
    unit === null
      ? [
          listDocuments<Finding>(me.org, 'findings', { subject, evaluator: giver }),
          listDocuments<Finding>(me.org, 'findings', { subject, decider: giver }),
        ]
      : [
          listDocuments<Finding>(me.org, 'findings', { subject, evaluator: giver, unit }),
          listDocuments<Finding>(me.org, 'findings', { subject, decider: giver, unit }),
        ],
  );
  const found = await Promise.all(lists.map(orNothing));
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}

/** A delegation for other acts or another unit doesn't reach this; what it doesn't reach isn't there. */
async function orNothing<T>(list: Promise<T[]>): Promise<T[]> {
  try {
    return await list;
  } catch (error) {
    if (troubleOf(error) === 'refused') return [];
    throw error;
  }
}

async function readBeside(
  me: Me,
  person: string,
  month: Month,
  delegations: readonly Delegation[],
): Promise<Beside> {
  const as = [me.pid, ...delegations.map(({ giver }) => giver)];
  const [sheet, cycle, organisation, findings, notes, ...consultations] = await Promise.all([
    readDocument<Sheet>(me.org, 'sheets', personMonthId(person, month)),
    readDocument<Cycle>(me.org, 'cycles', month),
    readOrganisation(me.org),
    readFindings(me, person, delegations),
    // Refused to who evaluates only: advice is for the decider.
    orNothing(listDocuments<Note>(me.org, 'notes', { about: 'person', subject: person, month })),
    ...as.map((decider) =>
      orNothing(listDocuments<Consultation>(me.org, 'consultations', { person, month, decider })),
    ),
  ]);
  return {
    ...{ sheet, cycle, settings: organisation?.settings ?? defaultSettings, findings, notes },
    consultations: consultations.flat(),
  };
}

export interface JudgeProps {
  me: Me;
  editor: Editor<Assessment, JudgeDraft>;
  assessment: Assessment;
  draft: JudgeDraft;
  beside: Beside;
  powers: Powers;
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
  const editor = useEditor(
    useMemo(() => judgeSource(me, person, month, delegations), [me.org, me.pid, person, month, delegations]),
  );
  const [beside, reload] = useLoaded(() => readBeside(me, person, month, delegations), `${person} ${month}`);
  const { phase, doc: assessment, draft, conflict } = editor.view;
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
  if (!assessment || !draft) return <NotThere month={month} />;
  if (conflict) {
    return (
      <Conflict
        mine={conflict.mine}
        theirs={conflict.theirs}
        onMine={() => void editor.keepMine()}
        onTheirs={() => void editor.takeTheirs()}
      />
    );
  }
  const powers = powersOf(assessment, me.pid, delegations);
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
      <JudgeForm
        me={me}
        editor={editor}
        assessment={assessment}
        draft={draft}
        beside={beside.value}
        powers={powers}
        reload={reload}
      />
    </>
  );
}

function NotThere({ month }: { month: Month }) {
  return (
    <>
      <PageHead title="Chưa có phiếu để đánh giá" />
      <Notice>
        <p>
          Phiếu tháng {formatMonth(month)} của người này chưa được nộp, hoặc không thuộc thẩm quyền đánh giá
          của tài khoản đang dùng. Phiếu hiện ra khi được nộp hoặc khi hết hạn nộp.
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
