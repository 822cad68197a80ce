// After an act: the page reads again now, and while the function says whose it is and who is above, which takes seconds.
import { useEffect, useRef } from 'preact/hooks';

const seconds = [1, 3, 7, 15];

export function useFollowed(reload: () => void): () => void {
  const waiting = useRef<ReturnType<typeof setTimeout>[]>([]);
  const latest = useRef(reload);
  latest.current = reload;
  const stop = () => waiting.current.forEach(clearTimeout);
  useEffect(() => stop, []);
  return () => {
    stop();
    latest.current();
    waiting.current = seconds.map((s) => setTimeout(() => latest.current(), s * 1000));
  };
}
