// Every setting of an organisation with its words, its limits and where it comes from: what the page shows and what a change is judged by (domain.md).
import { publishedFindings } from './shownFindings.ts';
import type { Settings, YearSettings } from './settings.ts';
import { hn1841, nd335 } from './templatesShipped.ts';

/** `template` is the standard one, which stands on the organisation beside its settings. */
export type AllSettings = Settings & YearSettings & { template: string };
export type SettingName = keyof AllSettings;

type Kind =
  | { kind: 'whole'; least: number; most: number; unit: string }
  /** A share, told in per cent. */
  | { kind: 'share' }
  | { kind: 'flag' }
  | { kind: 'choice'; choices: Readonly<Record<string, string>> }
  /** Whole numbers, parted by commas. */
  | { kind: 'list'; least: number; most: number; longest: number };

export type SettingEntry = Kind & { name: SettingName; label: string; clause: string };

const days = (least: number, most: number) =>
  ({ kind: 'whole', least, most, unit: 'ngày làm việc' }) as const;
const day = (least: number, most: number) =>
  ({ kind: 'whole', least, most, unit: 'ngày trong tháng' }) as const;
const months = { kind: 'whole', least: 1, most: 12, unit: 'tháng' } as const;
const flag = { kind: 'flag' } as const;

export const settingGroups: readonly { title: string; entries: readonly SettingEntry[] }[] = [
  {
    title: 'Thẩm quyền và thời hạn',
    entries: [
      {
        ...{ name: 'headcount', kind: 'whole', least: 2, most: 200, unit: 'người' },
        label: 'Từ bao nhiêu CBCCVC thì cấp phó phụ trách đánh giá',
        clause: 'S3 II.5.2',
      },
      { name: 'evaluateDay', ...day(25, 28), label: 'Hạn đánh giá', clause: 'S3 6.3' },
      { name: 'publishDay', ...day(1, 20), label: 'Ngày công khai, tháng sau', clause: 'S3 6.5' },
      {
        name: 'firstPlanDay',
        ...day(1, 15),
        label: 'Hạn lập kế hoạch của tháng đầu, người mới',
        clause: 'suy ra',
      },
      { name: 'consultDays', ...days(0, 10), label: 'Thời gian cho ý kiến tham khảo', clause: 'S3 II.5' },
      { name: 'proposeDays', ...days(0, 10), label: 'Thời gian đề xuất', clause: 'S3 II.5' },
      { name: 'appealDays', ...days(1, 30), label: 'Thời hạn kiến nghị', clause: 'suy ra' },
      { name: 'answerDays', ...days(1, 60), label: 'Thời hạn trả lời kiến nghị', clause: 'suy ra' },
      {
        ...{ name: 'reminderDays', kind: 'list', least: 0, most: 10, longest: 5 },
        label: 'Nhắc trước hạn mấy ngày làm việc (0 là buổi sáng ngày cuối)',
        clause: 'suy ra',
      },
    ],
  },
  {
    title: 'Mức độ và xếp loại tháng',
    entries: [
      {
        name: 'noticeDays',
        ...days(0, 10),
        label: 'Báo trước khi chốt tháng để biểu hiện tính vào tháng',
        clause: 'suy ra',
      },
      {
        name: 'selfRemedyIsGood',
        ...flag,
        label: 'Tự phát hiện, khắc phục trước khi cấp trên thấy thì giữ Tốt',
        clause: 'S3 II.4',
      },
      {
        name: 'onScheduleIsFair',
        ...flag,
        label: 'Đang khắc phục, còn trong hạn thì đề xuất Trung bình',
        clause: 'S3 II.4',
      },
      {
        name: 'autoApplyMissing',
        ...flag,
        label: 'Điền sẵn hậu quả của việc không nộp; người quyết định vẫn quyết định',
        clause: 'S3 II.3.1',
      },
      {
        name: 'unratedBelow',
        kind: 'share',
        label: 'Làm việc dưới tỷ lệ này thì không xếp loại',
        clause: 'suy ra',
      },
      {
        ...{ name: 'template', kind: 'choice' },
        choices: { [hn1841.id]: hn1841.name, [nd335.id]: nd335.name },
        label: 'Mẫu chấm điểm của các tháng mở sau này, khi tổ chức chưa ban hành mẫu riêng',
        clause: 'suy ra',
      },
      { name: 'quotaWarning', ...flag, label: 'Cảnh báo tỷ lệ Hoàn thành xuất sắc', clause: 'suy ra' },
    ],
  },
  {
    title: 'Năm',
    entries: [
      {
        name: 'poorMonthsCap',
        ...months,
        label: 'Số tháng Kém để không vượt quá Hoàn thành nhiệm vụ',
        clause: 'S3 II.7',
      },
      {
        name: 'poorMonthsFail',
        ...months,
        label: 'Số tháng Kém để đề xuất Không hoàn thành nhiệm vụ',
        clause: 'S3 II.7',
      },
      {
        name: 'fairOrPoorMonthsFail',
        ...months,
        label: 'Số tháng Trung bình hoặc Kém để đề xuất Không hoàn thành nhiệm vụ',
        clause: 'S3 II.7',
      },
    ],
  },
  {
    title: 'Công khai và báo cáo',
    entries: [
      {
        ...{ name: 'publishedFindings', kind: 'choice' },
        choices: {
          none: 'Không',
          codes: 'Mã biểu hiện',
          codesAndDegree: 'Mã biểu hiện và mức độ',
        } satisfies Record<(typeof publishedFindings)[number], string>,
        label: 'Công khai biểu hiện trong đơn vị',
        clause: 'S3 6.5',
      },
      {
        name: 'publishedAmongHeads',
        ...flag,
        label: 'Người đứng đầu đọc kết quả của nhau',
        clause: 'S3 6.5',
      },
      {
        ...{ name: 'standingReport', kind: 'choice' },
        choices: { none: 'Không', month: 'Hằng tháng', quarter: 'Hằng quý' },
        label: 'Báo cáo định kỳ Thường trực',
        clause: 'S0 II.5.1',
      },
    ],
  },
];

export const settingEntries: readonly SettingEntry[] = settingGroups.flatMap(({ entries }) => entries);

const isWhole = (value: unknown, least: number, most: number) =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

/** Why a value can't stand, in Vietnamese; null where it can. */
export function settingFault(entry: SettingEntry, value: unknown): string | null {
  switch (entry.kind) {
    case 'flag':
      return typeof value === 'boolean' ? null : 'Chọn có hoặc không.';
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(entry.choices, value)
        ? null
        : 'Chọn một giá trị trong danh sách.';
    case 'share':
      return typeof value === 'number' && value >= 0 && value <= 1 ? null : 'Nhập tỷ lệ từ 0% đến 100%.';
    case 'whole':
      return isWhole(value, entry.least, entry.most)
        ? null
        : `Nhập số nguyên từ ${entry.least} đến ${entry.most} (${entry.unit}).`;
    case 'list':
      return Array.isArray(value) &&
        value.length <= entry.longest &&
        new Set(value).size === value.length &&
        value.every((one) => isWhole(one, entry.least, entry.most))
        ? null
        : `Nhập tối đa ${entry.longest} số khác nhau từ ${entry.least} đến ${entry.most}.`;
  }
}

/** What two settings say together; names the one to blame. */
export function settingsFault(
  all: Pick<AllSettings, 'poorMonthsCap' | 'poorMonthsFail'>,
): { name: SettingName; text: string } | null {
  return all.poorMonthsCap <= all.poorMonthsFail
    ? null
    : {
        name: 'poorMonthsCap',
        text: 'Không được lớn hơn số tháng Kém để đề xuất Không hoàn thành nhiệm vụ.',
      };
}

/** As an entry of the log keeps it. */
export const settingText = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : String(value);

/** What the log keeps, in the words of the page. */
export function settingWords(entry: SettingEntry, text: string): string {
  switch (entry.kind) {
    case 'flag':
      return text === 'true' ? 'Có' : text === 'false' ? 'Không' : text;
    case 'choice':
      return Object.hasOwn(entry.choices, text) ? (entry.choices[text] ?? text) : text;
    case 'share':
      return `${String(Math.round(Number(text) * 1000) / 10).replace('.', ',')}%`;
    case 'whole':
      return `${text} ${entry.unit}`;
    case 'list':
      return text === '' ? 'không nhắc' : text;
  }
}
