// The authority's word on a reported remedy: accepted, or returned with what is missing.
import { useState } from 'preact/hooks';
import { answerRemedy } from '../../../../functions/src/domain/settling.ts';
import { troubleOf, updateDocument, type Row } from '../../data/firestore.ts';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import type { Me } from '../../session.ts';
import type { Finding } from './types.ts';

export function RemedyAnswer({
  me,
  finding,
  actedFor,
  onAnswered,
}: {
  me: Me;
  finding: Row<Finding>;
  /** On whose behalf; null in one's own name. */
  actedFor: string | null;
  onAnswered: () => void;
}) {
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = `remedyNote.${finding.id}`;
  const answer = async (isAccepted: boolean) => {
    const answered = answerRemedy(finding.data, isAccepted, note);
    if ('refused' in answered) {
      setProblem(answered.refused);
      document.getElementById(field)?.focus();
      return;
    }
    try {
      await updateDocument(
        me.org,
        'findings',
        finding.id,
        {
          remedyState: answered.remedyState,
          state: answered.state,
          remedyNote: note,
          rev: finding.data.rev + 1,
          actor: me.pid,
          actedFor,
        },
        ['savedAt'],
      );
      onAnswered();
    } catch (error) {
      setProblem(
        troubleOf(error) === 'connection'
          ? 'Mất kết nối, chưa gửi được. Gửi lại khi có mạng.'
          : 'Biểu hiện này vừa được cập nhật. Tải lại trang rồi trả lời lại.',
      );
    }
  };
  const errors: Errors = new Map(problem ? [[field, problem]] : []);
  return (
    <div class="stack">
      <TextArea
        id={field}
        label="Ý kiến về kết quả khắc phục"
        short
        max={2000}
        value={note}
        errors={errors}
        onInput={setNote}
      />
      <div class="row">
        <button type="button" class="button" onClick={() => void answer(true)}>
          Chấp nhận đã khắc phục
        </button>
        <button type="button" class="button" onClick={() => void answer(false)}>
          Chưa đạt, trả lại
        </button>
      </div>
    </div>
  );
}
