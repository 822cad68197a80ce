// Cases of a unit's plan of the year: saved, filed, taken up again, filed anew.
import type { UnitPlan } from '../../../../functions/src/schema/unitPlan.ts';
import {
  aFiledUnitPlan,
  aReopenedUnitPlan,
  aUnitPlan,
  theChangeNote,
  theUnitYear,
  validUnitPlans,
} from '../../../fixtures/unitPlans.ts';
import { now, type Fields } from '../../request.ts';
import { kind, type Kind } from '../draft.ts';
import type { Random } from '../random.ts';
import { fields, only, saved, variant } from './parts.ts';

const content = ['goals', 'tasks', 'taskDue', 'changeNote'];
const writes = (name: string, stands: () => UnitPlan, write: (random: Random) => Fields): Kind =>
  kind('unitPlans', 'update', `head ${name}`, (random) => {
    const prior = fields(stands());
    return { as: 'head', id: theUnitYear, prior, write: { ...write(random), ...saved(prior) } };
  });
const drafted = (random: Random): Fields => ({
  ...only(fields(aUnitPlan()), content),
  goals: 'Đúng hạn',
  ...variant(random, validUnitPlans),
});

export const unitPlanKinds: readonly Kind[] = [
  writes('saves', aUnitPlan, (random) => ({ ...drafted(random), state: 'open' })),
  writes('submits', aUnitPlan, () => ({ ...only(fields(aUnitPlan()), content), state: 'submitted' })),
  writes(
    'takes it up again',
    () => aFiledUnitPlan({ changeNote: theChangeNote }),
    () => ({ changeNote: '', reopenedAt: now, state: 'open' }),
  ),
  writes('saves it anew', aReopenedUnitPlan, (random) => ({ ...drafted(random), state: 'open' })),
  writes('submits it anew', aReopenedUnitPlan, () => ({
    ...{ tasks: { t1: 'Sắp xếp đơn vị' }, taskDue: {}, changeNote: theChangeNote, state: 'submitted' },
  })),
];
