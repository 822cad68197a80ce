// Early warning: what one more month Kém or Trung bình would do to a year that isn't over (domain.md section 8).
import { levelLabels, ratingLabels } from './labels.ts';
import type { YearSettings } from './settings.ts';
import type { Level } from './words.ts';
import { boundsOf } from './year.ts';
import type { YearCounts } from './yearCounts.ts';
import { contestedPoorMonths } from './yearTrace.ts';

export interface YearWarning {
  /** Of the month that would be added. */
  level: Extract<Level, 'poor' | 'fair'>;
  becomes: 'cap' | 'fail';
  text: string;
}

/** Empty where one more would change nothing, or where no month of the year is left. */
export function whatOneMoreWouldDo(
  counts: Pick<YearCounts, 'levels' | 'missing'>,
  settings: YearSettings,
): YearWarning[] {
  const now = boundsOf(counts, settings);
  // Nothing is worse than what is proposed already.
  if (counts.missing === 0 || now.failed.length > 0) return [];
  return (['poor', 'fair'] as const).flatMap((level): YearWarning[] => {
    const then = boundsOf({ levels: withOneMore(counts.levels, level) }, settings);
    const becomes = then.failed.length > 0 ? 'fail' : then.capped && !now.capped ? 'cap' : null;
    return becomes === null ? [] : [{ level, becomes, text: warningText(level, becomes, counts) }];
  });
}

const withOneMore = (levels: YearCounts['levels'], level: Level) => ({
  ...levels,
  [level]: levels[level] + 1,
});

/** `counts`: without the month that would be added. */
export function warningText(
  level: YearWarning['level'],
  becomes: YearWarning['becomes'],
  { levels }: Pick<YearCounts, 'levels'>,
): string {
  const { poor, fair } = withOneMore(levels, level);
  const what =
    becomes === 'cap'
      ? `xếp loại năm không vượt quá ${ratingLabels.C}`
      : `đề xuất xếp loại năm: ${ratingLabels.D}`;
  const open =
    becomes === 'fail' && level === 'poor' && poor === contestedPoorMonths
      ? ' (theo nghĩa chặt hơn của "02 đến 3" và "từ 3 trở lên")'
      : '';
  const then = `${poor} tháng ${levelLabels.poor}, ${fair} tháng ${levelLabels.fair}`;
  return `Thêm một tháng ${levelLabels[level]} (thành ${then}): ${what}${open} (S3 II.7).`;
}
