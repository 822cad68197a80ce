// Where a month stands: its state and date, what came back with it, the month before, or why there is no sheet.
import { formatMoment, formatMonth } from '../../../../functions/src/domain/civilDate.ts';
import { levelLabels, ratingLabels, unratedLabel } from '../../../../functions/src/domain/labels.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Result } from '../../../../functions/src/schema/result.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { dueText } from '../../data/remaining.ts';
import { mayWrite } from '../../data/sheetSource.ts';
import { thisMonth, today } from '../../now.ts';
import { Notice } from '../../parts/Page.tsx';
import { clockOf } from '../../parts/SaveState.tsx';
import { LateMark, StageState } from '../../parts/State.tsx';
import { hrefOf } from '../../router.ts';

/** The month before, in one line: what it came to, and where to read why. */
export function LastResult({ result }: { result: Result }) {
  const { month, rating, level } = result;
  const words = [
    rating ? ratingLabels[rating] : unratedLabel,
    level ? `mức độ nhận diện ${levelLabels[level]}` : '',
  ];
  return (
    <p>
      <a href={hrefOf({ page: 'my-month', month })}>Kết quả tháng {formatMonth(month)}</a>:{' '}
      {words.filter(Boolean).join(', ')}
    </p>
  );
}

export function NoSheet({ month }: { month: Month }) {
  const isFuture = month > thisMonth();
  return (
    <Notice>
      <p>
        {isFuture
          ? `Phiếu tháng ${formatMonth(month)} mở lúc 00:00 ngày 01/${month.slice(5)}/${month.slice(0, 4)}. Kế hoạch của tháng lấy từ phiếu tháng trước.`
          : `Không có phiếu tháng ${formatMonth(month)}. Nếu tháng này phải có phiếu, liên hệ người phụ trách nhân sự của đơn vị.`}
      </p>
    </Notice>
  );
}

/** Where the sheet stands, until when, and what came back with it. */
export function Standing(props: { sheet: Sheet; result: Result | null; restoredFrom: number | null }) {
  const { sheet, result, restoredFrom } = props;
  const isOpen = mayWrite(sheet) && !result;
  // A function may still be on its way with the stage of a sheet that was just filed.
  const isJustFiled = sheet.state === 'submitted' && sheet.stage === 'open';
  return (
    <div class="stack">
      <p class="row">
        <StageState
          stage={result ? result.state : isJustFiled ? 'submitted' : isOpen ? 'open' : sheet.stage}
        />
        {sheet.late && <LateMark />}
        {isOpen && (
          <span>
            Nộp trong {dueText(today(), sheet.dueDay)}
            {today() <= sheet.dueDay ? '' : '. Vẫn nộp được cho đến khi có quyết định.'}
          </span>
        )}
        {!isOpen && sheet.firstFiledAt && (
          <span class="soft">Nộp lần đầu {formatMoment(sheet.firstFiledAt)}</span>
        )}
        <a class="small" href={hrefOf({ page: 'readers', month: sheet.month })}>
          Ai xem được gì của tôi
        </a>
      </p>
      {isOpen && sheet.returnNote && (
        <Notice tone="attention">
          <p class="strong">{sheet.evaluatorName} đã trả lại phiếu</p>
          <p class="pre">{sheet.returnNote}</p>
          <p>Hạn nộp lại: {dueText(today(), sheet.dueDay)}</p>
        </Notice>
      )}
      {restoredFrom !== null && (
        <Notice role="status">
          <p>Đã lấy lại phần viết trên máy này lúc {clockOf(restoredFrom)} mà chưa gửi. Bấm “Lưu” để gửi.</p>
        </Notice>
      )}
    </div>
  );
}
