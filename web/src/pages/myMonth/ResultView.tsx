// The published result, which comes with the page's first result: until a sheet is open nobody waits for it.
import { lazy } from '../../lazy.tsx';

export const ResultView = lazy(() => import('./PublishedResult.tsx').then((m) => m.PublishedResult));
