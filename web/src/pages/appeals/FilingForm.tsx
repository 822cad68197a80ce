// The person's appeal as a form: what to look at again, and why; checked here before the function judges it.
import { useState } from 'preact/hooks';
import { appealAsks, appealRefusal, leastAppealWords } from '../../../../functions/src/domain/appeal.ts';
import { appealAskLabels } from '../../../../functions/src/domain/appealLabels.ts';
import type { StoredAppeal } from '../../../../functions/src/schema/appeal.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import type { Result } from '../../../../functions/src/schema/result.ts';
import type { Trouble } from '../../data/firestore.ts';
import { now } from '../../now.ts';
import { ErrorSummary } from '../../parts/ErrorSummary.tsx';
import { Choices, TextArea } from '../../parts/fields.tsx';
import { Notice } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';
import { useFiling, type FilingDraft } from './useFiling.ts';

const troubles: Record<Trouble, string> = {
  refused:
    'Máy chủ không nhận. Nội dung vẫn còn trên máy này; tải lại trang để xem kiến nghị đang ở bước nào.',
  connection: 'Mất kết nối, chưa gửi được. Nội dung vẫn còn trên máy này; gửi lại khi có mạng.',
  'signed-out': 'Phiên đăng nhập đã hết. Nội dung vẫn còn trên máy này; đăng nhập lại rồi gửi.',
};

function faultsOf({ asks, words }: FilingDraft): Map<string, string> {
  const faults = new Map<string, string>();
  if (asks === null) faults.set('asks', 'Chọn nội dung đề nghị xem lại');
  if (words.trim().length < leastAppealWords)
    faults.set('words', `Nêu nội dung và lý do, ít nhất ${leastAppealWords} ký tự`);
  return faults;
}

export function FilingForm(props: {
  me: Me;
  result: Result;
  /** Filed already: its words may still be completed. */
  before: StoredAppeal | null;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { me, result, before, onDone, onCancel } = props;
  const { draft, isBusy, edit, send } = useFiling(me, result, before);
  const [check, setCheck] = useState({ stamp: 0, faults: new Map<string, string>() });
  const [told, setTold] = useState('');
  const press = async () => {
    if (isBusy) return;
    setTold('');
    const faults = faultsOf(draft);
    setCheck({ stamp: check.stamp + 1, faults });
    if (faults.size > 0 || draft.asks === null) return;
    const late = before ? null : appealRefusal(result.version, now(), result);
    if (late !== null) return setTold(late);
    const trouble = await send(draft.asks);
    if (trouble) setTold(troubles[trouble]);
    else onDone();
  };
  return (
    <div class="stack narrow">
      <ErrorSummary
        title={`Còn ${check.faults.size} chỗ cần bổ sung`}
        faults={[...check.faults].map(([id, text]) => ({ id, text }))}
        stamp={check.stamp}
      />
      {before === null && (
        <Choices
          id="asks"
          legend="Đề nghị xem lại"
          column
          options={appealAsks.map((value) => ({ value, label: appealAskLabels[value] }))}
          value={draft.asks}
          errors={check.faults}
          onChange={(asks) => edit({ asks })}
        />
      )}
      <TextArea
        id="words"
        label="Nội dung và lý do"
        hint="Nêu việc cụ thể, ngày, số văn bản. Gửi rồi đính kèm được tệp ngay bên dưới, cho đến khi có trả lời."
        max={sizes.text}
        value={draft.words}
        errors={check.faults}
        onInput={(words) => edit({ words })}
      />
      <p>
        Người trên một cấp của người đã quyết định trả lời; {result.decidedBy} đọc được nhưng không tự trả
        lời.
        {before === null && ' Gửi rồi vẫn bổ sung được cho đến khi bắt đầu có trả lời.'}
      </p>
      <div class="row">
        <button type="button" class="button primary" aria-disabled={isBusy} onClick={() => void press()}>
          {isBusy ? 'Đang gửi…' : before ? 'Gửi bản bổ sung' : 'Gửi kiến nghị'}
        </button>
        <button type="button" class="link" onClick={onCancel}>
          Thôi
        </button>
      </div>
      {told && (
        <Notice tone="attention" role="alert">
          <p>{told}</p>
        </Notice>
      )}
    </div>
  );
}
