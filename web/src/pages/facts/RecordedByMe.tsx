// What I recorded this month from outside the line, of people and of units, and a place for its evidence.
import { formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { UnitAuthorities } from '../../../../functions/src/schema/authorities.ts';
import type { Finding } from '../../../../functions/src/schema/finding.ts';
import type { StoredUnitFinding } from '../../../../functions/src/schema/unitFinding.ts';
import type { Row } from '../../data/firestore.ts';
import { FindingRead } from '../../parts/FindingRead.tsx';
import { Evidence } from '../../parts/LazyEvidence.tsx';
import type { Me } from '../../session.ts';

export interface Recorded {
  units: UnitAuthorities[];
  /** Of other people, the newest last. */
  mine: Row<Finding>[];
  /** Of units. */
  atUnits: Row<StoredUnitFinding>[];
  month: Month;
}

export function RecordedByMe({ me, units, mine, atUnits, month }: Recorded & { me: Me }) {
  const names = new Map(units.flatMap(({ names }) => Object.entries(names)));
  return (
    <>
      {mine.length > 0 && (
        <OfMonth of="cá nhân" month={month} count={mine.length}>
          {mine.map(({ id, data }) => (
            <div class="entry stack" key={id}>
              <h3>{names.get(data.subject) ?? data.subject}</h3>
              <FindingRead data={data} />
              <Evidence me={me} of={`findings/${id}`} on={data} />
            </div>
          ))}
        </OfMonth>
      )}
      {atUnits.length > 0 && (
        <OfMonth of="đơn vị" month={month} count={atUnits.length}>
          {atUnits.map(({ id, data }) => (
            <div class="entry stack" key={id}>
              <h3>{units.find(({ unit }) => unit === data.unit)?.unitName ?? data.unitName ?? data.unit}</h3>
              <FindingRead data={data} />
              <Evidence me={me} of={`unitFindings/${id}`} on={data} />
            </div>
          ))}
        </OfMonth>
      )}
    </>
  );
}

const OfMonth = (props: { of: string; month: Month; count: number; children: preact.ComponentChildren }) => (
  <details>
    <summary>
      Dấu hiệu tôi đã ghi đối với {props.of} trong tháng {formatMonth(props.month)}: {props.count}
    </summary>
    {props.children}
  </details>
);
