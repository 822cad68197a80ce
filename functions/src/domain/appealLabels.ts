// Wording of appeals; apart from labels.ts, which every page loads, because few people ever open one.
import type { AppealAsk, AppealOutcome } from './appeal.ts';

export const appealAskLabels: Record<AppealAsk, string> = {
  rating: 'Xếp loại tháng',
  level: 'Mức độ nhận diện biểu hiện',
  finding: 'Một biểu hiện được xác nhận',
  other: 'Nội dung khác',
};

export const appealOutcomeLabels: Record<AppealOutcome, string> = {
  upheld: 'Chấp nhận kiến nghị, sửa kết quả',
  refused: 'Không chấp nhận, giữ nguyên kết quả',
};

/** Entries of an appeal's log, in the order in which they may come. */
export const appealActLabels: Record<string, string> = {
  file: 'Gửi kiến nghị',
  refuse: 'Không tiếp nhận',
  assign: 'Giao trả lời',
  amend: 'Bổ sung kiến nghị',
  note: 'Người quyết định ghi ý kiến',
  overdue: 'Quá hạn trả lời',
  upheld: 'Chấp nhận, sửa kết quả',
  refused: 'Không chấp nhận, giữ nguyên kết quả',
};
