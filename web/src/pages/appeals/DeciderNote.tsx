// What who decided says to an appeal about the decision: a note for who answers, never the answer.
import { useState } from 'preact/hooks';
import type { StoredAppeal } from '../../../../functions/src/schema/appeal.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import { troubleOf, updateDocument } from '../../data/firestore.ts';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { Notice } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';

export function DeciderNote(props: { me: Me; id: string; appeal: StoredAppeal; onDone: () => void }) {
  const { me, id, appeal, onDone } = props;
  const [text, setText] = useState(appeal.deciderNote ?? '');
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const isMissing = text.trim() === '';
  const errors: Errors = new Map(isAsked && isMissing ? [['deciderNote', 'Viết ý kiến']] : []);
  const send = async () => {
    if (isBusy) return;
    setAsked(true);
    setTold('');
    if (isMissing) return document.getElementById('deciderNote')?.focus();
    setBusy(true);
    try {
      await updateDocument(me.org, 'appeals', id, { deciderNote: text.trim(), rev: appeal.rev + 1 }, [
        'notedAt',
      ]);
      onDone();
    } catch (error) {
      setTold(
        troubleOf(error) === 'connection'
          ? 'Mất kết nối, chưa gửi được. Gửi lại khi có mạng.'
          : 'Máy chủ không nhận: kiến nghị vừa thay đổi hoặc đã được trả lời. Chép lại nội dung, tải lại trang rồi gửi.',
      );
    }
    setBusy(false);
  };
  return (
    <section class="stack narrow" aria-labelledby="note-title">
      <h2 id="note-title">Ý kiến của người đã quyết định</h2>
      <TextArea
        id="deciderNote"
        label="Ý kiến"
        hint={`${appeal.answererName ?? ''} và ${appeal.personName ?? ''} đọc được; việc trả lời do ${appeal.answererName ?? ''}`}
        max={sizes.note}
        value={text}
        errors={errors}
        onInput={setText}
      />
      <div class="row">
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => void send()}>
          {isBusy ? 'Đang gửi…' : 'Gửi ý kiến'}
        </button>
      </div>
      {told && (
        <Notice tone="attention" role="alert">
          <p>{told}</p>
        </Notice>
      )}
    </section>
  );
}
