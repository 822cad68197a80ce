// A new delegation: person, acts, unit, days, reason; it takes effect on its first day and ends by itself.
import { useState } from 'preact/hooks';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import type { DelegatedActs, Delegation } from '../../../../functions/src/schema/delegation.ts';
import { delegationId } from '../../../../functions/src/schema/paths.ts';
import { actsLabels, checkDelegation, delegationState, type DelegationDraft } from '../../data/delegation.ts';
import { createDocument, readDocument, troubleOf, updateDocument } from '../../data/firestore.ts';
import { pollUntil } from '../../data/poll.ts';
import { thisMonth, today } from '../../now.ts';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { Choices, noErrors, TextArea, TextLine, type Errors } from '../../parts/fields.tsx';
import { DateField } from '../../parts/numberFields.tsx';
import { Notice } from '../../parts/Page.tsx';
import { PersonPicker } from '../../parts/PersonPicker.tsx';
import type { Me } from '../../session.ts';
import type { Shown } from './readDelegations.ts';

const acts = Object.entries(actsLabels).map(([value, label]) => ({ value: value as DelegatedActs, label }));

/** Creates it, or takes the place of an earlier one of the same two people: there is at most one at a time. */
async function give(me: Me, draft: DelegationDraft, earlier: Delegation | undefined): Promise<void> {
  const delegate = draft.delegate ?? '';
  const id = delegationId(me.pid, delegate);
  const { fromDay, toDay, unit } = draft;
  const fields = {
    fromDay,
    toDay,
    acts: draft.acts,
    unit,
    reason: draft.reason.trim(),
    revoked: false,
    active: false,
  };
  if (earlier) {
    await updateDocument(me.org, 'delegations', id, { ...fields, rev: earlier.rev + 1 }, ['savedAt']);
  } else {
    await createDocument(me.org, 'delegations', id, { giver: me.pid, delegate, ...fields, rev: 1 }, [
      'savedAt',
    ]);
  }
}

export function DelegationForm({ me, shown, onDone }: { me: Me; shown: Shown; onDone: () => void }) {
  const empty: DelegationDraft = {
    ...{ delegate: null, acts: 'both', unit: null },
    ...{ fromDay: today(), toDay: null, reason: '' },
  };
  const [draft, setDraft] = useState(empty);
  const [isByCode, setByCode] = useState(false);
  const [check, setCheck] = useState<{ stamp: number; errors: Errors }>({ stamp: 0, errors: noErrors });
  const [told, setTold] = useState<{ isGood: boolean; text: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const edit = (change: Partial<DelegationDraft>) => setDraft({ ...draft, ...change });
  const { errors } = check;
  const send = async () => {
    const faults = checkDelegation(draft, me.pid, today());
    setCheck({ stamp: check.stamp + 1, errors: faults });
    if (faults.size > 0 || isBusy) return;
    setBusy(true);
    setTold(null);
    try {
      const earlier = shown.given.find((d) => d.delegate === draft.delegate);
      await give(me, draft, earlier);
      setTold(await answerTo(me, draft.delegate ?? '', entriesOf(earlier)));
      setDraft(empty);
      onDone();
    } catch (error) {
      setTold({
        isGood: false,
        text:
          troubleOf(error) === 'refused'
            ? 'Máy chủ không nhận. Tải lại trang, kiểm tra mã người được uỷ quyền rồi gửi lại.'
            : 'Mất kết nối, chưa uỷ quyền được. Nội dung vẫn còn; gửi lại khi có mạng.',
      });
    }
    setBusy(false);
  };
  return (
    <section class="stack narrow" aria-labelledby="new-title">
      <h2 id="new-title">Uỷ quyền mới</h2>
      <ErrorSummary
        title={`Còn ${errors.size} chỗ cần sửa`}
        faults={[...errors].map(([id, text]) => ({ id, text }))}
        stamp={check.stamp}
      />
      {isByCode ? (
        <TextLine
          id="delegate"
          label="Mã người được uỷ quyền"
          hint="Người phụ trách nhân sự cho biết mã, ví dụ tckh-pho-1"
          max={40}
          value={draft.delegate ?? ''}
          errors={errors}
          onInput={(delegate) => edit({ delegate: delegate.trim() })}
        />
      ) : (
        <PersonPicker
          id="delegate"
          label="Người được uỷ quyền"
          hint="Người đó không bao giờ xử lý phiếu của chính mình, và không uỷ quyền tiếp được"
          people={shown.known}
          errors={errors}
          value={draft.delegate}
          onChange={(delegate) => edit({ delegate })}
        />
      )}
      <button
        type="button"
        class="link"
        onClick={() => {
          setByCode(!isByCode);
          edit({ delegate: null });
        }}
      >
        {isByCode ? 'Chọn theo tên' : 'Không thấy trong danh sách? Nhập mã người'}
      </button>
      <Choices
        id="acts"
        legend="Việc được uỷ quyền"
        column
        options={acts}
        value={draft.acts}
        onChange={(value) => edit({ acts: value })}
      />
      {shown.units.length > 1 && (
        <Choices
          id="unit"
          legend="Đối với ai"
          column
          options={[
            { value: '', label: 'Tất cả những người thuộc thẩm quyền của tôi' },
            ...shown.units.map(({ id, name }) => ({ value: id, label: `Chỉ ${name}` })),
          ]}
          value={draft.unit ?? ''}
          onChange={(value) => edit({ unit: value === '' ? null : value })}
        />
      )}
      <div class="pair">
        {(['fromDay', 'toDay'] as const).map((id) => (
          <DateField
            key={id}
            id={id}
            label={id === 'fromDay' ? 'Từ ngày' : 'Đến hết ngày'}
            month={thisMonth()}
            value={draft[id]}
            errors={errors}
            onInput={(day) => edit({ [id]: day })}
          />
        ))}
      </div>
      <TextArea
        id="reason"
        label="Lý do"
        short
        max={sizes.line}
        value={draft.reason}
        errors={errors}
        onInput={(reason) => edit({ reason })}
      />
      <p>Tự hết hiệu lực sau ngày cuối; thu hồi được bất cứ lúc nào, có hiệu lực ngay.</p>
      <div class="row">
        <button type="button" class="button primary" aria-disabled={isBusy} onClick={() => void send()}>
          {isBusy ? 'Đang gửi…' : 'Uỷ quyền'}
        </button>
      </div>
      {told && (
        <Notice tone={told.isGood ? 'good' : 'attention'} role={told.isGood ? 'status' : 'alert'}>
          <p>{told.text}</p>
        </Notice>
      )}
    </section>
  );
}

/** The log is absent until the function has come. */
const entriesOf = (d: Partial<Delegation> | null | undefined) => d?.log?.length ?? 0;

/** A function fills in the names, judges and writes it down: an entry more than `before` is its answer. */
async function answerTo(
  me: Me,
  delegate: string,
  before: number,
): Promise<{ isGood: boolean; text: string }> {
  let last: Delegation | null = null;
  await pollUntil(
    async () =>
      (last = await readDocument<Delegation>(me.org, 'delegations', delegationId(me.pid, delegate))),
    (d) => entriesOf(d) > before,
  );
  const found = last as Delegation | null;
  if (found?.refusal) return { isGood: false, text: found.refusal };
  const state = found ? `${delegationState(found, today()).text}.` : '';
  return { isGood: true, text: `Đã uỷ quyền cho ${found?.delegateName || delegate}. ${state}` };
}
