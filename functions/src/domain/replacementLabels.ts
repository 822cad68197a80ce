// Wording of replacement cases, after S3 II.7; apart from labels.ts, which every page loads.
import type { ReplacementGround, ReplacementOutcome, ReplacementState } from './replacement.ts';

export const replacementTitle = 'Hồ sơ xem xét thay thế, bố trí công tác khác';
export const replacementLimits =
  'Hệ thống chỉ lưu hồ sơ và theo dõi, không tự thay đổi chức vụ, vị trí công tác hay hợp đồng của ai; quyết định do cấp có thẩm quyền ban hành.';

export const replacementStateLabels: Record<ReplacementState, string> = {
  proposed: 'Đã đề xuất, chờ chuyển xem xét',
  referred: 'Đã chuyển, chờ quyết định',
  decided: 'Đã có quyết định',
  closed: 'Đã kết thúc',
  dropped: 'Đã rút, không còn căn cứ',
};

export const replacementGroundLabels: Record<ReplacementGround, string> = {
  poor: 'Số tháng mức độ Kém trong năm',
  fairOrPoor: 'Số tháng mức độ Trung bình hoặc Kém trong năm',
  harm: 'Chậm khắc phục, kéo dài, ảnh hưởng đến công việc chung',
  authority: 'Cấp có thẩm quyền đề xuất',
};

export const replacementOutcomeLabels: Record<ReplacementOutcome, string> = {
  kept: 'Giữ nguyên vị trí công tác',
  moved: 'Điều chuyển sang vị trí công tác khác',
  replaced: 'Thay thế',
  ended: 'Chấm dứt hợp đồng lao động',
};
