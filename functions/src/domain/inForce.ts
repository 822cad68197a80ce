// Under what a proposal was made: template, settings, calendar and moments, as a last step of its trace (domain.md, principle of every rule).
import type { ResultBasis } from './basis.ts';
import { formatMoment } from './civilDate.ts';
import type { MonthFacts } from './proposal.ts';
import { settingEntries, settingText, settingWords, type SettingName } from './settingsTable.ts';
import { bySetting, step, type TraceStep } from './trace.ts';

/** Settings that a month's proposal asks. */
const asked: readonly SettingName[] = [
  'noticeDays',
  'selfRemedyIsGood',
  'onScheduleIsFair',
  'autoApplyMissing',
  'unratedBelow',
];

/** `facts`: JSON of the domain's own facts, as a proposal keeps them; nothing of one that kept none. */
export function inForce(facts: string): TraceStep[] {
  return facts === '' ? [] : [stepOf(JSON.parse(facts) as MonthFacts)];
}

/** Of a published result, whose `basis` holds the facts of its proposal. */
export function inForceOfResult(basis: string): TraceStep[] {
  return basis === '' ? [] : [stepOf((JSON.parse(basis) as ResultBasis).month)];
}

function stepOf({ template, close, noticeUntil, clock, settings }: MonthFacts): TraceStep {
  const kept = settings as Partial<Record<SettingName, unknown>>;
  const set = settingEntries.filter(({ name }) => asked.includes(name) && kept[name] !== undefined);
  const own = clock?.lines.length ?? 0;
  return step(
    bySetting,
    'Mẫu chấm điểm, cài đặt và mốc thời gian đang áp dụng khi tính',
    [
      ...set.map((entry) => `${entry.label}: ${settingWords(entry, settingText(kept[entry.name]))}`),
      ...(own === 0 ? [] : [`Lịch làm việc: ${own} ngày riêng của tổ chức`]),
      ...(noticeUntil === undefined
        ? []
        : [`Biểu hiện được thông báo trước ${formatMoment(noticeUntil)} thì tính vào tháng`]),
    ],
    `Mẫu ${template.id} (${template.clause}); chốt tháng lúc ${formatMoment(close)}`,
  );
}
