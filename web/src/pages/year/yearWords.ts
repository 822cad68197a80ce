// Words for cells and proposals of a year, the same on every page about it.
import {
  levelLabels,
  levelShortLabels,
  ratingLabels,
  unratedLabel,
} from '../../../../functions/src/domain/labels.ts';
import type { Level, Rating } from '../../../../functions/src/domain/words.ts';
import type { PersonYear, YearCellFields } from '../../../../functions/src/schema/year.ts';

/** What stands in a cell without a result. */
export function emptyCell(cell: YearCellFields | undefined, isOver: boolean): string {
  if (!cell || cell.state === 'none') return 'Không đánh giá';
  return isOver ? 'Chưa có kết quả' : 'Chưa đến';
}

export const ratingOf = ({ unrated, rating }: { unrated: boolean; rating: Rating | null }): string =>
  unrated ? unratedLabel : rating ? ratingLabels[rating] : '';
export const levelOf = (level: Level | null): string => (level ? levelLabels[level] : '');

/** "B · Tốt", as small as a table of twelve months needs. */
export function shortCell(cell: { unrated: boolean; rating: Rating | null; level: Level | null }): string {
  if (cell.unrated) return 'KXL';
  return [cell.rating, cell.level && levelShortLabels[cell.level]].filter(Boolean).join(' ');
}

/** The proposal in one line. */
export function proposalOf({ proposal }: Pick<PersonYear, 'proposal'>): string {
  if (proposal.rating === null) return 'Chưa có tháng nào được chấm điểm để đề xuất';
  return `${ratingLabels[proposal.rating]}${proposal.provisional ? ' (tạm tính)' : ''}`;
}

const failureWords = { poor: 'tháng Kém', fairOrPoor: 'tháng Trung bình hoặc Kém' };

/** Failures, or the cap where there is none, each with its clause. */
export function boundsIn({ proposal: { cap, failures } }: Pick<PersonYear, 'proposal'>): string[] {
  return [
    ...(cap && failures.length === 0 ? [`Không vượt quá mức ${ratingLabels[cap]} (S3 II.7).`] : []),
    ...failures.map(
      ({ rule, clause, months, threshold }) =>
        `${months.length} ${failureWords[rule]}, từ ${threshold} trở lên: đề xuất ${ratingLabels.D} (${clause}).`,
    ),
  ];
}
