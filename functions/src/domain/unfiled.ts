// What the rules make of a filing that is late or missing (S3 II.3.1; domain.md section 5).
import { excuseLabels, levelLabels, ratingLabels } from './labels.ts';
import type { Settings } from './settings.ts';
import { bySetting, inferred, step, type TraceStep } from './trace.ts';
import type { Excuse, Level } from './words.ts';

export interface FilingFacts {
  /** The three parts have come, in time or not. */
  filed: boolean;
  late: boolean;
  /** Nothing had come when it was evaluated; true also where it came since. */
  missedWhenEvaluated: boolean;
  /** There is a plan of this month: filed with the month before, on the first-plan day, or since. */
  planned: boolean;
  /** Plan and report of the unit the person heads have come; null for who heads none. */
  unitFiled: boolean | null;
  excuse: Excuse | null;
}

export interface FilingOutcome {
  /** Of the finding to suspect: 2.06, 2.01 or both; empty where there is none. */
  codes: string[];
  /** What was seen, in the words of that finding. */
  seen: string;
  /** Nothing of it is still to come: a late filing remedies itself. */
  remedied: boolean;
  rating: 'D' | null;
  level: Exclude<Level, 'good'> | null;
  warnings: string[];
  steps: TraceStep[];
}

const missingRule =
  'Không thực hiện nghiêm túc việc xây dựng kế hoạch, đánh giá và báo cáo kết quả thực hiện thì tháng đó được đánh giá "Không hoàn thành nhiệm vụ" và gắn với các biểu hiện vi phạm liên quan';
const exception =
  'Trừ trường hợp do yếu tố khách quan, bất khả kháng như: Do đau ốm, nghỉ phép, nghỉ thai sản...';

/** What the rules make of a filing that is late or missing; any one part missing is enough. */
export function filingOutcome(
  facts: FilingFacts,
  settings: Pick<Settings, 'autoApplyMissing'>,
): FilingOutcome {
  const gaps = gapsOf(facts);
  if (gaps.length === 0) return facts.late ? lateOutcome(facts) : clean;
  if (facts.excuse !== null)
    return lifted(
      step('S3 II.3.1', exception, [...gaps, excuseLabels[facts.excuse]], 'Không đề xuất hậu quả'),
    );
  return missingOutcome(facts, gaps, settings);
}

const clean: FilingOutcome = {
  ...{ codes: [], seen: '', remedied: false },
  ...{ rating: null, level: null, warnings: [], steps: [] },
};

function lifted(only: TraceStep): FilingOutcome {
  return { ...clean, steps: [only] };
}

const noPlan = 'Không có kế hoạch của tháng';
const noUnitFiling = 'Đơn vị do mình đứng đầu không nộp kế hoạch, báo cáo';

function gapsOf(facts: FilingFacts): string[] {
  const gaps: string[] = [];
  if (!facts.filed || facts.missedWhenEvaluated)
    gaps.push('Chưa nộp báo cáo, Phiếu 01 và kế hoạch khi đánh giá');
  if (!facts.planned) gaps.push(noPlan);
  if (facts.unitFiled === false) gaps.push(noUnitFiling);
  return gaps;
}

const lateSeen = 'Nộp báo cáo, phiếu tự đánh giá và kế hoạch tháng sau thời hạn';

function seenOf({ filed, late, missedWhenEvaluated, planned, unitFiled }: FilingFacts): string {
  return [
    ...(filed ? [] : ['Hết hạn chưa nộp báo cáo, phiếu tự đánh giá và kế hoạch tháng sau']),
    ...(filed && (late || missedWhenEvaluated) ? [lateSeen] : []),
    ...(planned ? [] : [noPlan]),
    ...(unitFiled === false ? [noUnitFiling] : []),
  ].join('; ');
}

/** Late, before the evaluation: marked, a suspected 2.06 already remedied, no D (inferred from "kịp thời khắc phục"). */
function lateOutcome({ excuse }: FilingFacts): FilingOutcome {
  if (excuse !== null)
    return lifted(step('S3 II.3.1', exception, ['Nộp muộn', excuseLabels[excuse]], 'Không tính là nộp muộn'));
  const rule = 'Nộp muộn nhưng trước khi đánh giá: dấu hiệu 2.06 đã khắc phục, được coi là không vi phạm';
  return {
    ...clean,
    ...{ codes: ['2.06'], seen: lateSeen, remedied: true },
    warnings: ['Nộp muộn so với hạn.'],
    steps: [step(`S3 II.3.1 ${inferred}`, rule, ['Nộp muộn'], 'Không đề xuất "Không hoàn thành nhiệm vụ"')],
  };
}

function missingOutcome(
  facts: FilingFacts,
  gaps: readonly string[],
  settings: Pick<Settings, 'autoApplyMissing'>,
): FilingOutcome {
  const still = !facts.filed || !facts.planned || facts.unitFiled === false;
  const unreported = !facts.filed || facts.late || facts.missedWhenEvaluated || facts.unitFiled === false;
  const codes = [...(facts.planned ? [] : ['2.01']), ...(unreported ? ['2.06'] : [])];
  const level = still ? 'poor' : 'fair';
  // Only where nothing came is there nobody's word that it would stand in for.
  const applied =
    settings.autoApplyMissing && !facts.filed
      ? 'đã điền sẵn, người quyết định vẫn phải quyết định'
      : 'người có thẩm quyền xác nhận, hoặc miễn và nêu lý do';
  const named = [...gaps, `Biểu hiện ${codes.join(', ')}`];
  return {
    ...{ codes, seen: seenOf(facts), remedied: !still },
    rating: 'D',
    level,
    warnings: [`${gaps.join('; ')}: đề xuất ${ratingLabels.D}, ${applied}.`],
    steps: [
      step('S3 II.3.1', missingRule, named, `Đề xuất xếp loại: ${ratingLabels.D}`),
      step(
        inferred,
        still ? 'Còn thiếu khi chốt tháng: Kém' : 'Đã nộp sau khi đánh giá: Trung bình',
        gaps,
        `Đề xuất mức độ nhận diện: ${levelLabels[level]}`,
      ),
      step(bySetting, 'Hậu quả của việc không nộp chỉ là đề xuất', [], applied),
    ],
  };
}
