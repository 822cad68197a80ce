// Tham mưu: what an aggregator advises or an overseer remarks on a person's or a unit's month, which the decider alone reads besides.
import { useState } from 'preact/hooks';
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import { sizes } from '../../../../functions/src/schema/sizes.ts';
import type { Trouble } from '../../data/firestore.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { LoadFailed, Loading, Notice } from '../../parts/Page.tsx';
import { noteIdOf, openNote, useNote, type NoteSubject, type OpenedNote } from './useNote.ts';

type Props = NoteSubject & { onClose: () => void };
type Advice = Omit<Props, 'about' | 'as'>;

const readers: Record<NoteSubject['about'], string> = {
  person: 'Chỉ người quyết định xếp loại đọc được',
  unit: 'Chỉ người quyết định xếp loại người đứng đầu đơn vị đọc được',
};

const troubles: Record<Trouble, string> = {
  refused:
    'Máy chủ không nhận: không còn được giao việc này, hoặc ý kiến vừa được sửa ở nơi khác. Nội dung vẫn còn trên máy này; tải lại trang để so với bản đã gửi.',
  connection: 'Mất kết nối, chưa gửi được. Nội dung vẫn còn trên máy này; gửi lại khi có mạng.',
  'signed-out': 'Phiên đăng nhập đã hết. Nội dung vẫn còn trên máy này; đăng nhập lại rồi gửi.',
};

/** An aggregator's advice on a person. */
export const NoteForm = (props: Advice) => <NoteOn {...props} about="person" as="aggregator" />;

/** Opens where it stands: advice on the unit itself. */
export function UnitAdvice(props: Omit<Advice, 'onClose'>) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) {
    return (
      <div class="guided-in">
        <NoteOn {...props} about="unit" as="aggregator" onClose={() => setOpen(false)} />
      </div>
    );
  }
  return (
    <p>
      <button type="button" class="link" onClick={() => setOpen(true)}>
        Ghi tham mưu về đơn vị<span class="hidden-visually"> {props.subject.name}</span>
      </button>
    </p>
  );
}

export function NoteOn(props: Props) {
  const [loaded, reload] = useLoaded(() => openNote(props), noteIdOf(props));
  if (loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  if (loaded.value.isUnread) {
    return (
      <p class="soft">
        Tháng {formatMonth(props.month)} {props.subject.name} không có người đứng đầu nộp kế hoạch, báo cáo
        của đơn vị, nên không có người quyết định để đọc ý kiến.
      </p>
    );
  }
  return <Form {...props} opened={loaded.value} />;
}

function Form({ opened, onClose, ...of }: Props & { opened: OpenedNote }) {
  const { subject, about, as } = of;
  const { before, text, isBusy, edit, send } = useNote(of, opened);
  const [isAsked, setAsked] = useState(false);
  const [told, setTold] = useState<Trouble | 'sent' | null>(null);
  const field = `note-${about}-${subject.id}`;
  const isMissing = text.trim() === '';
  const errors: Errors = new Map(isAsked && isMissing ? [[field, `Viết ý kiến về ${subject.name}`]] : []);
  const press = async () => {
    if (isBusy) return;
    setAsked(true);
    setTold(null);
    if (isMissing) return document.getElementById(field)?.focus();
    setTold((await send()) ?? 'sent');
  };
  return (
    <div class="stack narrow">
      <TextArea
        id={field}
        label={`${as === 'aggregator' ? 'Tham mưu' : 'Ý kiến'} về ${subject.name}`}
        hint={readers[about]}
        max={sizes.text}
        value={text}
        errors={errors}
        onInput={(next) => {
          setTold(null);
          edit(next);
        }}
      />
      {opened.unsent !== null && text === opened.unsent && told === null && (
        <div class="soft small" role="status">
          <p>Đã lấy lại phần viết trên máy này, chưa gửi.</p>
          {before && <p class="pre">Bản đã gửi: {before.text}</p>}
        </div>
      )}
      <div class="row">
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => void press()}>
          {isBusy ? 'Đang gửi…' : before ? 'Gửi bản sửa' : 'Gửi người quyết định'}
        </button>
        <button type="button" class="link" onClick={onClose}>
          Đóng
        </button>
      </div>
      {told && (
        <Notice tone={told === 'sent' ? 'good' : 'attention'} role={told === 'sent' ? 'status' : 'alert'}>
          <p>{told === 'sent' ? 'Đã gửi. Sửa tại đây nếu cần; bản sửa thay bản cũ.' : troubles[told]}</p>
        </Notice>
      )}
    </div>
  );
}
