// Wording of limitations, co-ordination and backlog, after S3 II.3.2, II.3.3 and III.2.4; apart from labels.ts, which every page loads.
import type { BacklogState, Competence, CoordinationState, LimitationState } from './facts.ts';

export const factTitles = {
  limitations: 'Tồn tại, hạn chế đã được chỉ ra sau kiểm điểm',
  coordinations: 'Tồn tại, vướng mắc trong phối hợp',
  backlogs: 'Việc tồn tại, chậm trễ, kéo dài',
  hardTasks: 'Đăng ký đảm nhận việc khó khăn, phức tạp, kéo dài',
} as const;

export const deepLabel = 'Gợi ý kiểm điểm sâu';

export const limitationStateLabels: Record<LimitationState, string> = {
  open: 'Đang khắc phục',
  closed: 'Đã kết thúc',
};

export const coordinationStateLabels: Record<CoordinationState, string> = {
  open: 'Chờ bên kia trả lời',
  answered: 'Đã trả lời, chờ cấp có thẩm quyền',
  closed: 'Đã kết luận',
  found: 'Đã ghi nhận biểu hiện',
};

export const backlogStateLabels: Record<BacklogState, string> = {
  open: 'Đang giải quyết',
  done: 'Báo cáo đã xong, chờ xác nhận',
  closed: 'Đã xong',
};

export const competenceLabels: Record<Competence, string> = {
  own: 'Thuộc thẩm quyền, có kế hoạch giải quyết',
  beyond: 'Không thuộc thẩm quyền, báo cáo đề xuất cấp trên',
};
