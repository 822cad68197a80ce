// Tham mưu: what the aggregator of the block advises about one person's month, which the decider alone reads besides.
import { useState } from 'preact/hooks';
import { sizes } from '../../../../functions/src/schema/fields.ts';
import type { Note } from '../../../../functions/src/schema/note.ts';
import { noteId } from '../../../../functions/src/schema/paths.ts';
import { createDocument, readDocument, troubleOf, updateDocument } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import type { Named } from '../../data/edges.ts';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { LoadFailed, Loading, Notice } from '../../parts/Page.tsx';
import type { Me } from '../../session.ts';

interface Props {
  me: Me;
  month: string;
  subject: Named;
  onClose: () => void;
}

export function NoteForm(props: Props) {
  const { me, month, subject } = props;
  const id = noteId(subject.id, month, me.pid);
  const [loaded, reload] = useLoaded(() => readDocument<Note>(me.org, 'notes', id), id);
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  return <Form {...props} id={id} before={loaded.value} />;
}

async function write({ me, month, subject, id }: Props & { id: string }, text: string, before: Note | null) {
  if (before) {
    await updateDocument(me.org, 'notes', id, { text, rev: before.rev + 1 }, ['savedAt']);
    return;
  }
  const key = { about: 'person', subject: subject.id, month, as: 'aggregator', author: me.pid };
  await createDocument(me.org, 'notes', id, { ...key, text, rev: 1 }, ['savedAt']);
}

function Form(props: Props & { id: string; before: Note | null }) {
  const { subject, onClose } = props;
  const [before, setBefore] = useState(props.before);
  const [text, setText] = useState(before?.text ?? '');
  const [isAsked, setAsked] = useState(false);
  const [told, setTold] = useState<{ isGood: boolean; text: string } | null>(null);
  const field = `note-${subject.id}`;
  const isMissing = text.trim() === '';
  const errors: Errors = new Map(isAsked && isMissing ? [[field, 'Viết ý kiến tham mưu']] : []);
  const send = async () => {
    setAsked(true);
    if (isMissing) return document.getElementById(field)?.focus();
    try {
      await write(props, text, before);
      setBefore(await readDocument<Note>(props.me.org, 'notes', props.id));
      setTold({ isGood: true, text: 'Đã gửi. Sửa được cho đến khi có quyết định.' });
    } catch (error) {
      setTold({
        isGood: false,
        text:
          troubleOf(error) === 'refused'
            ? 'Máy chủ không nhận: không thuộc khối tổng hợp, hoặc ý kiến vừa được sửa ở nơi khác. Tải lại trang.'
            : 'Mất kết nối, chưa gửi được. Nội dung vẫn còn; gửi lại khi có mạng.',
      });
    }
  };
  return (
    <div class="stack narrow">
      <TextArea
        id={field}
        label={`Tham mưu về ${subject.name}`}
        hint="Chỉ người quyết định xếp loại đọc được"
        max={sizes.text}
        value={text}
        errors={errors}
        onInput={setText}
      />
      <div class="row">
        <button type="button" class="button" onClick={() => void send()}>
          Gửi người quyết định
        </button>
        <button type="button" class="link" onClick={onClose}>
          Đóng
        </button>
      </div>
      {told && (
        <Notice tone={told.isGood ? 'good' : 'attention'} role={told.isGood ? 'status' : 'alert'}>
          <p>{told.text}</p>
        </Notice>
      )}
    </div>
  );
}
