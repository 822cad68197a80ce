// One sheet before its authority: the person's words left, mine right; on a phone step by step.
import { useMemo } from 'preact/hooks';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import { defaultSettings, type Settings } from '../../../../functions/src/domain/settings.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Consultation } from '../../../../functions/src/schema/consultation.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import { personMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import type { Editor } from '../../data/editor.ts';
import { listDocuments, readDocument, readOrganisation, type Row } from '../../data/firestore.ts';
import { useEditor } from '../../data/useEditor.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { Conflict } from '../../parts/Conflict.tsx';
import { LoadFailed, Loading, Notice, PageHead } from '../../parts/Page.tsx';
import { LateMark, State } from '../../parts/State.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { JudgeForm } from './JudgeForm.tsx';
import { judgeSource, type JudgeDraft } from './judgeSource.ts';
import type { Finding } from './types.ts';

export interface Beside {
  sheet: Sheet | null;
  cycle: Cycle | null;
  settings: Settings;
  findings: Row<Finding>[];
  consultations: Row<Consultation>[];
}

async function readFindings(me: Me, person: string): Promise<Row<Finding>[]> {
  const both = await Promise.all([
    listDocuments<Finding>(me.org, 'findings', { subject: person, evaluator: me.pid }),
    listDocuments<Finding>(me.org, 'findings', { subject: person, decider: me.pid }),
  ]);
  return [...new Map(both.flat().map((row) => [row.id, row])).values()];
}

async function readBeside(me: Me, person: string, month: Month): Promise<Beside> {
  const [sheet, cycle, organisation, findings, consultations] = await Promise.all([
    readDocument<Sheet>(me.org, 'sheets', personMonthId(person, month)),
    readDocument<Cycle>(me.org, 'cycles', month),
    readOrganisation(me.org),
    readFindings(me, person),
    listDocuments<Consultation>(me.org, 'consultations', { person, month, decider: me.pid }),
  ]);
  return { sheet, cycle, settings: organisation?.settings ?? defaultSettings, findings, consultations };
}

export interface JudgeProps {
  me: Me;
  editor: Editor<Assessment, JudgeDraft>;
  assessment: Assessment;
  draft: JudgeDraft;
  beside: Beside;
  reload: () => void;
}

export function Judge({ me, person, month }: { me: Me; person: string; month: Month }) {
  const editor = useEditor(useMemo(() => judgeSource(me, person, month), [me.org, me.pid, person, month]));
  const [beside, reload] = useLoaded(() => readBeside(me, person, month), `${person} ${month}`);
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
      <JudgeForm
        me={me}
        editor={editor}
        assessment={assessment}
        draft={draft}
        beside={beside.value}
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
        Đánh giá: {a.evaluatorName} · Quyết định: {a.deciderName} · Dòng {a.row} bảng thẩm quyền ({a.clause})
      </span>
    </p>
  );
}
