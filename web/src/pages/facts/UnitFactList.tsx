// Open facts of one unit in a line each: what, how it stands, until when.
import {
  backlogStateLabels,
  coordinationStateLabels,
  limitationStateLabels,
} from '../../../../functions/src/domain/factLabels.ts';
import { showDate } from '../../parts/parse.ts';
import type { FactsOfMine, LimitationRow } from './readFacts.ts';

interface Line {
  id: string;
  kind: string;
  text: string;
  standing: string;
  due: string;
}

const day = (value: string | null) => (value === null ? '–' : showDate(value));

function linesOf(
  unit: string,
  { backlogs, coordinations }: FactsOfMine,
  limitations: LimitationRow[],
): Line[] {
  return [
    ...limitations
      .filter(({ data }) => data.about === 'unit' && data.subject === unit && data.state === 'open')
      .map(({ id, data }) => ({
        ...{ id, kind: 'Hạn chế sau kiểm điểm', text: data.text },
        ...{ standing: limitationStateLabels[data.state], due: day(data.planDue) },
      })),
    ...backlogs
      .filter(({ data }) => data.about === 'unit' && data.subject === unit && data.state !== 'closed')
      .map(({ id, data }) => ({
        ...{ id, kind: data.hard ? 'Việc khó đăng ký đảm nhận' : 'Việc chậm trễ, kéo dài', text: data.text },
        ...{ standing: backlogStateLabels[data.state], due: day(data.due) },
      })),
    ...coordinations
      .filter(({ data }) => data.unit === unit || data.other === unit)
      .filter(({ data }) => data.state === 'open' || data.state === 'answered')
      .map(({ id, data }) => ({
        ...{ id, kind: 'Vướng mắc phối hợp', text: data.task },
        ...{ standing: coordinationStateLabels[data.state], due: '–' },
      })),
  ];
}

export function UnitFactList(props: { unit: string; facts: FactsOfMine; limitations: LimitationRow[] }) {
  const lines = linesOf(props.unit, props.facts, props.limitations);
  if (lines.length === 0) return <p class="soft">Không có việc nào đang theo dõi.</p>;
  return (
    <table class="as-list">
      <caption class="hidden-visually">Việc tồn đọng, phối hợp đang theo dõi của đơn vị</caption>
      <thead>
        <tr>
          <th scope="col">Nội dung</th>
          <th scope="col">Loại</th>
          <th scope="col">Tình trạng</th>
          <th scope="col">Thời hạn</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>{line.text.length > 160 ? `${line.text.slice(0, 160)}…` : line.text}</td>
            <td>{line.kind}</td>
            <td>{line.standing}</td>
            <td data-label="Thời hạn">{line.due}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
