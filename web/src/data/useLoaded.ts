// Something read once for a page: loading, failed or there, and read again on request.
import { useEffect, useState } from 'preact/hooks';

export type Loaded<T> = { at: 'loading' } | { at: 'failed' } | { at: 'there'; value: T };

export function useLoaded<T>(read: () => Promise<T>, key: string): [Loaded<T>, () => void] {
  const [state, setState] = useState<Loaded<T>>({ at: 'loading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    if (turn === 0) setState({ at: 'loading' });
    read().then(
      (value) => isCurrent && setState({ at: 'there', value }),
      () => isCurrent && setState({ at: 'failed' }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, turn]);
  return [state, () => setTurn((n) => n + 1)];
}
