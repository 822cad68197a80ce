// The decider may ask the committee member in charge of the unit, who is not waited for (rows 3 and 7 of the table of authority).
import { useState } from 'preact/hooks';
import { consultationId } from '../../../../functions/src/schema/paths.ts';
import { createDocument, troubleOf } from '../../data/firestore.ts';
import { Notice } from '../../parts/Page.tsx';
import type { JudgeProps } from './Judge.tsx';

type Props = Pick<JudgeProps, 'me' | 'assessment' | 'beside' | 'powers' | 'reload'>;

/** Those who may still be asked, by who decides and before the decision. */
export function openToAsk({ me, assessment, beside, powers }: Props): string[] {
  const { state, frozen } = assessment;
  const isBefore = !frozen && state !== 'decided' && state !== 'unrated';
  if (!isBefore || powers.decide === null) return [];
  const asked = beside.consultations.map(({ data }) => data.who);
  return (beside.sheet?.onRequest ?? []).filter((who) => who !== me.pid && !asked.includes(who));
}

export function AskInCharge(props: Props) {
  const { me, assessment, reload } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const { person, month, decider } = assessment;
  const open = openToAsk(props);
  const ask = async () => {
    setSending(true);
    setProblem(null);
    try {
      for (const who of open) {
        const question = { person, month, who, decider, kind: 'request', askedBy: me.pid };
        await createDocument(
          me.org,
          'consultations',
          consultationId(person, month, who),
          { ...question, note: '', state: 'asked', rev: 1 },
          ['savedAt'],
        );
      }
      reload();
    } catch (error) {
      setProblem(
        troubleOf(error) === 'connection'
          ? 'Chưa gửi được vì mất kết nối; bấm lại khi có mạng.'
          : 'Không gửi được: phiếu vừa được quyết định hoặc thẩm quyền vừa thay đổi. Tải lại trang để xem.',
      );
    } finally {
      setSending(false);
    }
  };
  return (
    <div class="stack" style={{ '--gap': '8px' }}>
      <div class="row">
        <button type="button" class="button" disabled={isSending} onClick={() => void ask()}>
          Hỏi ý kiến cấp ủy viên phụ trách
        </button>
      </div>
      <p class="soft">Hỏi khi cần. Chưa có trả lời vẫn quyết định được; câu hỏi và trả lời được lưu lại.</p>
      {problem !== null && (
        <Notice tone="attention" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
    </div>
  );
}
