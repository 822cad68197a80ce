// A page whose code comes when it is opened first.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { LoadFailed, Loading } from './parts/Page.tsx';

export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let Loaded: ComponentType<P> | null = null;
  return function Lazy(props: P) {
    const [, redraw] = useState(0);
    const [hasFailed, setFailed] = useState(false);
    const fetchPage = () => {
      setFailed(false);
      load().then(
        (page) => {
          Loaded = page;
          redraw((n) => n + 1);
        },
        () => setFailed(true),
      );
    };
    useEffect(() => {
      if (!Loaded) fetchPage();
    }, []);
    if (Loaded) return <Loaded {...props} />;
    return hasFailed ? <LoadFailed onRetry={fetchPage} /> : <Loading />;
  };
}
