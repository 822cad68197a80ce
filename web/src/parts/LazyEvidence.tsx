// Evidence files, whose code comes where a finding, of a person or a unit, or an appeal is shown.
import { lazy } from '../lazy.tsx';

export const Evidence = lazy(() => import('../pages/evidence/Evidence.tsx').then((m) => m.Evidence));
