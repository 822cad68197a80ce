// Mức độ nhận diện of a month from its findings, with the clause behind each step (S3 II.4, II.3.1; domain.md section 3).
import { civilDateOf, formatDate, lastDayBefore } from './civilDate.ts';
import { isOpenAtClose, type RemedyFacts } from './finding.ts';
import { excuseLabels, levelLabels } from './labels.ts';
import type { Moment } from './moment.ts';
import type { Settings } from './settings.ts';
import { bySetting, inferred, step, type TraceStep } from './trace.ts';
import type { CivilDate, Excuse, FindingSource, Level } from './words.ts';

/** A finding as the level sees it; the caller gives those that count in the month, carried ones included. */
export interface FindingFacts extends RemedyFacts {
  id: string;
  /** "1.07 2.03". */
  codes: string;
  source: FindingSource;
  /** Date of remedy that the authority accepted. */
  due: CivilDate | null;
  /** The date before the one extension; absent in facts kept from before there was one. */
  firstDue?: CivilDate | null;
  notifiedAt: Moment | null;
  /** Pointed out in an earlier month and open at that month's close. */
  carried: boolean;
  /** Objective cause that kept the person from remedying it. */
  excuse: Excuse | null;
  /** How it affected the common work, in the authority's words; empty where it states nothing. */
  harm: string;
}

export interface LevelContext {
  /** Exclusive end of the deadline to decide. */
  close: Moment;
  settings: Pick<Settings, 'selfRemedyIsGood' | 'onScheduleIsFair'>;
}

export interface LevelOutcome {
  level: Level;
  steps: TraceStep[];
}

/** What one finding makes of the month; null where it counts neither way. */
interface Verdict {
  level: Level | null;
  step: TraceStep;
}

const worst: readonly Level[] = ['poor', 'fair', 'good'];

/** The month's level is that of its worst finding; Tốt where none is confirmed. */
export function levelOf(findings: readonly FindingFacts[], context: LevelContext): LevelOutcome {
  const verdicts = findings.map((finding) => ofFinding(finding, context));
  const steps = verdicts.map((verdict) => verdict.step);
  const found = verdicts.map((verdict) => verdict.level);
  const level = worst.find((candidate) => found.includes(candidate)) ?? 'good';
  const counted = found.filter((l) => l !== null).length;
  steps.push(
    counted === 0
      ? step(
          'S3 II.4',
          'Không có dấu hiệu vi phạm 03 nhóm, 25 biểu hiện: Tốt',
          ['Không có biểu hiện nào được tính trong tháng'],
          `Đề xuất mức độ nhận diện: ${levelLabels.good}`,
        )
      : step(
          inferred,
          'Mức độ của tháng là mức độ của biểu hiện nặng nhất',
          [`${counted} biểu hiện được tính trong tháng`],
          `Đề xuất mức độ nhận diện: ${levelLabels[level]}`,
        ),
  );
  return { level, steps };
}

function ofFinding(finding: FindingFacts, context: LevelContext): Verdict {
  if (finding.state === 'suspected' || finding.state === 'dismissed') return uncounted(finding);
  return isOpenAtClose(finding, context.close) ? ofOpen(finding, context) : ofRemedied(finding, context);
}

function uncounted(finding: FindingFacts): Verdict {
  const suspected = finding.state === 'suspected';
  const rule = suspected
    ? 'Dấu hiệu chưa rõ chưa có hiệu lực; tuyệt đối không trù dập'
    : 'Dấu hiệu đã được bác bỏ không tính';
  return { level: null, step: step('S3 II.2', rule, [named(finding)], 'Không tính vào mức độ của tháng') };
}

function ofRemedied(finding: FindingFacts, { settings }: LevelContext): Verdict {
  const facts = [named(finding), ...dated('Đã khắc phục, báo cáo ngày', finding.remedyReportedAt)];
  if (settings.selfRemedyIsGood && isSelfRemedied(finding)) {
    const rule = 'Tự nhận diện và khắc phục xong trước khi người đánh giá xem xét thì giữ mức Tốt';
    return { level: 'good', step: step(bySetting, rule, facts, levelLabels.good) };
  }
  if (finding.carried) {
    const rule = 'Biểu hiện chuyển từ tháng trước sang, khắc phục xong trong tháng này: Trung bình';
    return { level: 'fair', step: step('S3 II.4, II.6.5', rule, facts, levelLabels.fair) };
  }
  const rule =
    'Có dấu hiệu vi phạm nhưng đã khắc phục kịp thời: Trung bình; khắc phục xong thì được coi là không vi phạm, không chuyển sang tháng sau';
  return { level: 'fair', step: step('S3 II.4, II.3.1', rule, facts, levelLabels.fair) };
}

/** Reported by the person, and remedied before they were told of it. */
function isSelfRemedied({ source, remedyReportedAt, notifiedAt }: FindingFacts): boolean {
  return (
    source === 'self' && remedyReportedAt !== null && (notifiedAt === null || remedyReportedAt <= notifiedAt)
  );
}

function ofOpen(finding: FindingFacts, context: LevelContext): Verdict {
  const due = finding.due === null ? 'Chưa có hạn khắc phục' : `Hạn khắc phục ${formatDate(finding.due)}`;
  const facts = [
    named(finding),
    due,
    ...(finding.firstDue ? [`Đã gia hạn một lần, hạn trước ${formatDate(finding.firstDue)}`] : []),
    `Chưa khắc phục xong khi chốt tháng ${formatDate(lastDayBefore(context.close))}`,
  ];
  if (finding.excuse !== null) {
    const rule = 'Trừ trường hợp do yếu tố khách quan, bất khả kháng: thời hạn khắc phục tạm dừng';
    const outcome = 'Không tính vào mức độ của tháng, chuyển sang tháng sau';
    return { level: null, step: step('S3 II.3.1', rule, [...facts, excuseLabels[finding.excuse]], outcome) };
  }
  if (context.settings.onScheduleIsFair && isOnSchedule(finding, context.close)) {
    const rule = 'Đang khắc phục, trong hạn được chấp nhận khi chốt tháng: hiểu là khắc phục kịp thời';
    return { level: 'fair', step: step(`S3 II.4 ${inferred}`, rule, facts, levelLabels.fair) };
  }
  const rule = finding.carried
    ? 'Đã được chỉ ra từ tháng trước mà vẫn chưa khắc phục: Kém'
    : 'Không chủ động khắc phục ngay hoặc chậm khắc phục và để kéo dài sang tháng tiếp theo: Kém';
  return {
    level: 'poor',
    step: step(finding.carried ? 'S3 II.4, II.3.1' : 'S3 II.4', rule, facts, levelLabels.poor),
  };
}

/**
 * Begun, and within its date at the close. A remedy reported in time and not yet answered is within its date: the person
 * isn't harmed by a late answer.
 */
function isOnSchedule({ remedyState, due, remedyReportedAt }: FindingFacts, close: Moment): boolean {
  if (remedyState === 'none' || due === null) return false;
  if (remedyState === 'reported' && remedyReportedAt !== null && remedyReportedAt < close) {
    return civilDateOf(remedyReportedAt) <= due;
  }
  return due >= lastDayBefore(close);
}

function named(finding: FindingFacts): string {
  return `Biểu hiện ${finding.codes.replaceAll(' ', ', ')}`;
}

function dated(label: string, at: Moment | null): string[] {
  return at === null ? [] : [`${label} ${formatDate(civilDateOf(at))}`];
}
