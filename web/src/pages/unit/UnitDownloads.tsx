// Phiếu tổng hợp as PDF: as forecast after the evaluation, and after the publication.
import { formatWeekday, lastDayBefore } from '../../../../functions/src/domain/civilDate.ts';
import { unitForm } from '../../../../functions/src/domain/labels.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../../functions/src/schema/cycle.ts';
import { reportPath } from '../../../../functions/src/schema/paths.ts';
import type { Board } from '../../../../functions/src/schema/unit.ts';
import { now } from '../../now.ts';
import { Download } from '../../parts/Download.tsx';
import type { Me } from '../../session.ts';

interface Props {
  me: Me;
  unit: string;
  month: Month;
  cycle: Cycle | null;
  board: Board | null;
}

/** A publication is numbered by the versions that it shows, so that a correction makes another one. */
const versionOf = (board: Board) => Object.values(board.rows).reduce((sum, row) => sum + row.version, 0);

export function UnitDownloads({ me, unit, month, cycle, board }: Props) {
  const isForecast = cycle !== null && now() >= cycle.deadlines.evaluate;
  return (
    <section class="stack" aria-labelledby="unit-reports">
      <h2 id="unit-reports">Phiếu tổng hợp</h2>
      <p class="soft">{unitForm.title.charAt(0) + unitForm.title.slice(1).toLowerCase()}, tháng của đơn vị</p>
      {isForecast ? (
        <Download
          path={reportPath(me.org, month, 'phieu-02-du-kien', unit, 1)}
          name={`phieu-tong-hop-du-kien-${unit}-${month}.pdf`}
          label="Tải Phiếu tổng hợp dự kiến (PDF)"
        />
      ) : (
        <p>
          Bản dự kiến có sau hạn đánh giá
          {cycle ? `, hết ${formatWeekday(lastDayBefore(cycle.deadlines.evaluate))}` : ''}.
        </p>
      )}
      {board && (
        <Download
          path={reportPath(me.org, month, 'phieu-02', unit, versionOf(board))}
          name={`phieu-tong-hop-${unit}-${month}.pdf`}
          label="Tải Phiếu tổng hợp (PDF)"
        />
      )}
    </section>
  );
}
