// The way from one unit to another, for whoever heads more than the one of their own month.
import type { Month } from '../../../../functions/src/domain/words.ts';
import { hrefOf } from '../../router.ts';
import type { MyUnit } from './unitsOf.ts';

interface Props {
  units: readonly MyUnit[];
  at: MyUnit;
  month: Month;
}

export function UnitSwitch({ units, at, month }: Props) {
  if (units.length < 2) return null;
  return (
    <nav class="org-nav" aria-label="Các đơn vị của tôi">
      {units.map(({ unit, name }) => (
        <a
          key={unit}
          href={hrefOf({ page: 'unit', month, unit })}
          aria-current={unit === at.unit ? 'page' : undefined}
        >
          {name || 'Đơn vị theo chức vụ chính'}
        </a>
      ))}
    </nav>
  );
}
