// Sending one act of a form: what went wrong is said where it was tried, and the page reads again once it arrived.
import { useState } from 'preact/hooks';
import { troubleOf } from './firestore.ts';

export interface Sending {
  problem: string | null;
  isSending: boolean;
  say: (problem: string | null) => void;
  /** True iff it arrived. */
  send: (act: () => Promise<void>) => Promise<boolean>;
}

export function useSending(onDone: () => void, refused?: string): Sending {
  const [problem, say] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async (act: () => Promise<void>) => {
    if (isSending) return false;
    setSending(true);
    try {
      await act();
      say(null);
      onDone();
      return true;
    } catch (error) {
      say(
        troubleOf(error) === 'connection'
          ? 'Mất kết nối, chưa gửi được. Gửi lại khi có mạng.'
          : (refused ?? 'Nội dung này vừa được cập nhật. Tải lại trang rồi gửi lại.'),
      );
      return false;
    } finally {
      setSending(false);
    }
  };
  return { problem, isSending, say, send };
}
