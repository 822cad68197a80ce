// Authority of an open person-month corrected before its decision: resolved again as of today, or named, with a reason.
import { useMemo, useState } from 'preact/hooks';
import { liveEdges, type Edge, type Named } from '../../data/edges.ts';
import { useChange } from '../../data/useChange.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { readOrganisationNow } from '../../data/organisation.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';
import { today } from '../../now.ts';
import { Choices, type Errors } from '../../parts/fields.tsx';
import { LoadFailed, Loading } from '../../parts/Page.tsx';
import { PersonPicker } from '../../parts/PersonPicker.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import type { Correction } from './EdgeTree.tsx';
import { pickablesOf } from './pickables.ts';

interface Props extends Correction {
  subject: Named;
  /** What holds now; null where the month was not opened for the person. */
  current: Pick<Edge, 'evaluator' | 'decider'> | null;
  onClose: () => void;
}

export function CorrectionForm(props: Props) {
  const [loaded, reload] = useLoaded(() => readOrganisationNow(props.me.org), props.me.org);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  return <Form {...props} whole={loaded.value} />;
}

type How = 'again' | 'named';

function Form({ me, month, subject, current, onDone, onClose, whole }: Props & { whole: WholeOrganisation }) {
  const [how, setHow] = useState<How>('again');
  const [evaluator, setEvaluator] = useState(current?.evaluator.id ?? null);
  const [decider, setDecider] = useState(current?.decider.id ?? null);
  const [isAsked, setAsked] = useState(false);
  const { isBusy, outcome, send } = useChange(me);
  const people = useMemo(
    () => pickablesOf(whole, today()).filter(({ id }) => id !== subject.id),
    [whole, subject.id],
  );
  const resolved = useMemo(() => resolvedText(whole, subject.id), [whole, subject.id]);
  const isNamed = how === 'named';
  const errors: Errors = new Map(
    isAsked && isNamed
      ? [
          ...(evaluator ? [] : [['evaluator', 'Chọn người đánh giá'] as const]),
          ...(decider ? [] : [['decider', 'Chọn người quyết định xếp loại'] as const]),
        ]
      : [],
  );
  const submit = async (reason: string) => {
    setAsked(true);
    if (isNamed && (!evaluator || !decider)) {
      document.getElementById(evaluator ? 'decider' : 'evaluator')?.focus();
      return;
    }
    const row = {
      person: subject.id,
      month,
      ...(isNamed ? { evaluator, decider } : { evaluator: null, decider: null }),
    };
    const told = `Đã sửa thẩm quyền đối với ${subject.name}.`;
    if (await send({ kind: 'authority', reason, rows: [row] }, told)) onDone();
  };
  return (
    <ReasonForm
      id={`correct-${subject.id}`}
      hint="Ghi vào phiếu và vào lịch sử, người được đánh giá thấy khi công khai"
      button="Sửa thẩm quyền"
      isBusy={isBusy}
      outcome={outcome}
      onSend={(reason) => void submit(reason)}
      onCancel={onClose}
    >
      <Choices<How>
        id={`how-${subject.id}`}
        legend={`Thẩm quyền đối với ${subject.name}`}
        hint="Chỉ sửa được trước khi có quyết định xếp loại của tháng."
        column
        options={[
          { value: 'again', label: 'Xác định lại theo hồ sơ hôm nay', hint: resolved },
          { value: 'named', label: 'Ghi tên người đánh giá, người quyết định' },
        ]}
        value={how}
        onChange={setHow}
      />
      {isNamed && (
        <>
          <PersonPicker
            id="evaluator"
            label="Người đánh giá"
            people={people}
            errors={errors}
            value={evaluator}
            onChange={setEvaluator}
          />
          <PersonPicker
            id="decider"
            label="Người quyết định xếp loại"
            people={people}
            errors={errors}
            value={decider}
            onChange={setDecider}
          />
        </>
      )}
    </ReasonForm>
  );
}

/** What resolving again would give, so that nobody sends it blindly. */
function resolvedText({ profile, organisation, document }: WholeOrganisation, person: string): string {
  const units = liveEdges(profile, organisation, document.settings, today());
  for (const { edges, without } of units) {
    const edge = edges.find(({ id }) => id === person);
    if (edge) {
      const row = edge.row === 0 ? 'ngoài bảng' : `dòng ${edge.row}`;
      return `${edge.evaluator.name} đánh giá, ${edge.decider.name} quyết định (${row}, ${edge.clause})`;
    }
    const none = without.find(({ id }) => id === person);
    if (none) return none.why;
  }
  return 'Hôm nay không có trong danh sách nhân sự';
}
