// The one catalogue of official Vietnamese wording: names of ratings, levels, degrees, states, and all that the two forms print.
import type {
  Block,
  Category,
  Degree,
  Excuse,
  FindingSource,
  FindingState,
  Level,
  Rating,
  RemedyState,
  RowSection,
  Stage,
  TaskState,
  Tier,
  Verdict,
} from './words.ts';

/** Xếp loại (S3 footnote 6, its "không thành công" mended). */
export const ratingLabels: Record<Rating, string> = {
  A: 'Hoàn thành xuất sắc nhiệm vụ',
  B: 'Hoàn thành tốt nhiệm vụ',
  C: 'Hoàn thành nhiệm vụ',
  D: 'Không hoàn thành nhiệm vụ',
};

export const ratingShortLabels: Record<Rating, string> = {
  A: 'Hoàn thành xuất sắc',
  B: 'Hoàn thành tốt',
  C: 'Hoàn thành',
  D: 'Không hoàn thành',
};

export const unratedLabel = 'Không xếp loại';

/** Mức độ nhận diện (S3 II.4, footnote 7). */
export const levelLabels: Record<Level, string> = { good: 'Tốt', fair: 'Trung bình', poor: 'Kém' };

/** As the columns of Phiếu tổng hợp are headed. */
export const levelShortLabels: Record<Level, string> = { good: 'Tốt', fair: 'TB', poor: 'Kém' };

/** S3 footnote 4, without its "ở nội dung....". */
export const degreeLabels: Record<Degree, string> = {
  unclear: 'Có biểu hiện nhưng chưa rõ',
  rare: 'Có biểu hiện nhưng không thường xuyên',
  regular: 'Có biểu hiện thường xuyên',
};

export const degreeShortLabels: Record<Degree, string> = {
  unclear: 'chưa rõ',
  rare: 'không thường xuyên',
  regular: 'thường xuyên',
};

/** S3 footnote 4: a row without a finding. */
export const noManifestation = 'Không có biểu hiện';

/** The sentence of footnote 4 for one row: "Có biểu hiện thường xuyên ở nội dung 1.07, 2.03". */
export function identification(codes: readonly string[], degree: Degree | null): string {
  if (codes.length === 0 || degree === null) return noManifestation;
  return `${degreeLabels[degree]} ở nội dung ${codes.join(', ')}`;
}

export const stageLabels: Record<Stage, string> = {
  planned: 'Chưa mở',
  open: 'Đang tự đánh giá',
  submitted: 'Đã nộp, chờ đánh giá',
  evaluated: 'Đã đánh giá, chờ quyết định',
  decided: 'Đã quyết định, chờ công khai',
  unrated: unratedLabel,
  published: 'Đã công khai',
  locked: 'Đã chốt',
};

export const findingStateLabels: Record<FindingState, string> = {
  suspected: 'Có dấu hiệu, chờ kết luận',
  confirmed: 'Đã xác nhận, chưa khắc phục xong',
  remedied: 'Đã khắc phục',
  dismissed: 'Không phải biểu hiện vi phạm',
};

export const verdictLabels: Record<Verdict, string> = {
  dismissed: 'Không phải biểu hiện vi phạm',
  unclear: 'Chưa rõ, xem lại tháng sau',
  open: 'Có biểu hiện, chưa khắc phục',
  underway: 'Có biểu hiện, đang khắc phục trong hạn',
  remedied: 'Có biểu hiện, đã khắc phục',
};

export const remedyStateLabels: Record<RemedyState, string> = {
  none: 'Chưa khắc phục',
  underway: 'Đang khắc phục',
  reported: 'Đã báo cáo khắc phục, chờ xác nhận',
  accepted: 'Đã khắc phục',
  returned: 'Chưa đạt, cần khắc phục tiếp',
};

export const sourceLabels: Record<FindingSource, string> = {
  self: 'Cá nhân tự nhận diện',
  evaluator: 'Người đánh giá',
  decider: 'Người quyết định xếp loại',
  inspection: 'Ủy ban kiểm tra',
  supervision: 'Giám sát của HĐND, Mặt trận Tổ quốc',
  figures: 'Số liệu của Văn phòng',
  coordination: 'Vướng mắc trong phối hợp',
  citizens: 'Phản ánh của người dân',
  press: 'Phản ánh của báo chí',
  rule: 'Hệ thống đề xuất theo quy định',
};

export const categoryLabels: Record<Category, string> = {
  official: 'Cán bộ',
  'civil-servant': 'Công chức',
  'public-employee': 'Viên chức',
  contract: 'Lao động hợp đồng',
  'part-time': 'Người hoạt động không chuyên trách',
};

export const blockLabels: Record<Block, string> = {
  party: 'Khối Đảng, đoàn thể',
  government: 'Khối chính quyền',
};

export const tierLabels: Record<Tier, string> = {
  staff: 'Cán bộ, công chức, viên chức, lao động hợp đồng của đơn vị',
  leader: 'Người đứng đầu và lãnh đạo',
};

/** S3 II.3.1, the exception in brackets. */
export const excuseLabels: Record<Excuse, string> = {
  illness: 'Đau ốm',
  leave: 'Nghỉ phép',
  maternity: 'Nghỉ thai sản',
  'force-majeure': 'Bất khả kháng',
};

/** S3 II.6.1: "chưa hoàn thành hoặc hoàn thành chậm". */
export const taskStateLabels: Record<TaskState, string> = {
  done: 'Hoàn thành',
  late: 'Hoàn thành chậm',
  undone: 'Chưa hoàn thành',
};

export const taskKindLabels = { planned: 'Theo kế hoạch', unplanned: 'Đột xuất, phát sinh' } as const;

/** What the person says of the remedy of a row. */
export const selfRemedyLabels = {
  planned: 'Sẽ khắc phục',
  underway: 'Đang khắc phục',
  remedied: 'Đã khắc phục xong',
} as const;

/** The statement that Phiếu 01 has no row (domain.md section 7). */
export const nothingStatement = 'Không có tồn tại, hạn chế phải đưa vào phiếu';

export const lateLabel = 'Nộp muộn';
export const provisionalLabel = 'Dự kiến';

/** Titles of the sections of Phiếu 01 with the number as printed and the footnote they carry. */
export interface FormSection {
  key: RowSection | 'II';
  number: string;
  title: string;
  footnote: number | null;
}

export interface FormColumn {
  key: string;
  head: string;
  footnote: number | null;
}

/** A head over several columns. */
export interface FormColumnGroup {
  head: string;
  columns: readonly FormColumn[];
}

export interface Footnote {
  number: number;
  lead: string;
  items: readonly string[];
}

export const formSections: readonly FormSection[] = [
  {
    key: 'I',
    number: 'I',
    title:
      'Nhóm tiêu chí về chính trị tư tưởng, đạo đức, lối sống, tác phong lề lối làm việc, ý thức tổ chức kỷ luật',
    footnote: null,
  },
  {
    key: 'II',
    number: 'II',
    title: 'Nhóm tiêu chí kết quả thực hiện chức trách, nhiệm vụ được giao trong tháng',
    footnote: null,
  },
  { key: 'II.1', number: 'II.1', title: 'Năng lực và kỹ năng', footnote: null },
  {
    key: 'II.2',
    number: 'II.2',
    title:
      'Thực hiện nhiệm vụ theo kế hoạch, lịch công tác và các nhiệm vụ đột xuất đảm bảo tiến độ, chất lượng',
    footnote: 5,
  },
  {
    key: 'III',
    number: 'III',
    title: 'Việc thực hiện những tồn tại, hạn chế đã được chỉ ra',
    footnote: null,
  },
  { key: 'IV', number: 'IV', title: 'Những nội dung khác do cấp có thẩm quyền chỉ ra', footnote: null },
];

const result = 'Đánh giá kết quả thực hiện';
const cause = 'Nguyên nhân';
const identified = 'Nhận diện biểu hiện';
const remedy = 'Phương hướng, giải pháp khắc phục';

/** Phiếu số 01, top to bottom (S3). */
export const personForm = {
  unitHead: 'ĐƠN VỊ',
  partyHead: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  title: 'PHIẾU ĐÁNH GIÁ, NHẬN DIỆN',
  subtitle: '(Đối với cá nhân)',
  monthLabel: 'Tháng',
  nameLabel: 'Họ và tên',
  unitLabel: 'Đơn vị',
  number: { key: 'number', head: 'TT', footnote: null },
  content: { key: 'content', head: 'Nội dung', footnote: 2 },
  self: {
    head: 'Cá nhân tự đánh giá',
    columns: [
      { key: 'rowResult', head: result, footnote: 3 },
      { key: 'rowCause', head: cause, footnote: null },
      { key: 'rowCodes', head: identified, footnote: null },
      { key: 'rowRemedy', head: remedy, footnote: null },
    ],
  },
  authority: {
    head: 'Cấp có thẩm quyền đánh giá',
    columns: [
      { key: 'aResult', head: result, footnote: null },
      { key: 'aCause', head: cause, footnote: null },
      { key: 'aCodes', head: identified, footnote: 4 },
      { key: 'aRemedy', head: remedy, footnote: null },
    ],
  },
  note: { key: 'note', head: 'Ghi chú', footnote: null },
  sections: formSections,
  ratingLine: { text: 'Kết quả đánh giá, xếp loại tháng', footnote: 6 },
  levelLine: { text: 'Kết quả đánh giá, nhận diện biểu hiện', footnote: 7 },
  signatures: {
    left: { head: 'XÁC NHẬN CỦA THỦ TRƯỞNG ĐƠN VỊ', note: null },
    right: { head: 'NGƯỜI THỰC HIỆN', note: '(Ký và ghi rõ họ, tên)' },
  },
} as const;

/** Footnotes of Phiếu 01 as S3 numbers them; 3 ("Nếu rõ"), 4 ("Chi thị") and 6 ("không thành công") are mended. */
export const footnotes: readonly Footnote[] = [
  {
    number: 2,
    lead: 'Căn cứ các nội dung đã được xây dựng theo các nhóm tiêu chí nêu tại phiếu đánh giá, xếp loại hằng tháng ban hành kèm theo Quyết định số 1841-QĐ/TU, cá nhân tự đánh giá, đưa ra những nội dung còn tồn tại, hạn chế, chưa thực hiện tốt hoặc còn để chậm trễ, kéo dài (những nội dung đã đạt điểm tối đa không cần đưa vào phiếu)',
    items: [],
  },
  { number: 3, lead: 'Nêu rõ thời gian chậm trễ, biểu hiện vi phạm, mặt chưa được', items: [] },
  {
    number: 4,
    lead: 'Đối chiếu với các biểu hiện nhận diện tại Chỉ thị 24-CT/TU đề nghị nêu rõ nội dung, và mức độ đánh giá, nhận diện cụ thể như sau:',
    items: [
      'Không có biểu hiện',
      'Có biểu hiện nhưng chưa rõ ở nội dung....',
      'Có biểu hiện nhưng không thường xuyên ở nội dung....',
      'Có biểu hiện thường xuyên ở nội dung....',
    ],
  },
  {
    number: 5,
    lead: 'Đề nghị đánh giá rõ:',
    items: [
      'Tiến độ, kết quả thực hiện; có bao nhiêu nhiệm vụ theo kế hoạch nhưng không hoàn thành, nguyên nhân; có chủ động khắc phục hay không',
      'Phối hợp thực hiện bao nhiêu nhiệm vụ, có chậm muộn hay không, nguyên nhân, trách nhiệm cá nhân đến đâu',
      'Mức độ chủ động giải quyết công việc của bản thân? Mức độ chủ động phối hợp giải quyết công việc',
      'Việc tham mưu giải quyết thủ tục hành chính có đảm bảo đúng quy trình quy định, có bao nhiêu thủ tục chậm, muộn, không đúng quy trình, nguyên nhân, biện pháp khắc phục',
    ],
  },
  {
    number: 6,
    lead: 'Xếp loại ở 4 mức độ: Hoàn thành xuất sắc, hoàn thành tốt, hoàn thành, không hoàn thành',
    items: [],
  },
  { number: 7, lead: 'Xếp loại ở 3 mức độ: Tốt, Trung bình, Kém', items: [] },
];

/** Fields that footnotes 3 and 5 ask for, by the document's names (domain.md section 10). */
export const footnoteFields = {
  rowDelay: 'Thời gian chậm trễ',
  undone: 'Số nhiệm vụ theo kế hoạch nhưng không hoàn thành',
  joint: 'Số nhiệm vụ phối hợp thực hiện',
  jointLate: 'Trong đó chậm, muộn',
  share: 'Trách nhiệm cá nhân',
  initiative: 'Mức độ chủ động',
  procedures: 'Số thủ tục hành chính tham mưu giải quyết',
  proceduresLate: 'Số thủ tục chậm, muộn',
  proceduresOff: 'Số thủ tục không đúng quy trình',
} as const;

/** Phiếu số 02 (S3). */
export const unitForm = {
  unitHead: 'ĐƠN VỊ',
  partyHead: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  title: 'PHIẾU TỔNG HỢP ĐÁNH GIÁ, NHẬN DIỆN',
  monthLabel: 'Tháng',
  columns: [
    { key: 'number', head: 'TT', footnote: null },
    { key: 'name', head: 'Họ tên', footnote: null },
    { key: 'result', head: result, footnote: null },
    { key: 'shortcomings', head: 'Tồn tại', footnote: null },
    { key: 'causes', head: cause, footnote: null },
    { key: 'remedies', head: 'Kết quả khắc phục', footnote: null },
    { key: 'identified', head: identified, footnote: null },
  ],
  levels: {
    head: 'Mức đánh giá, nhận diện biểu hiện',
    columns: [
      { key: 'good', head: 'Tốt', footnote: null },
      { key: 'fair', head: 'TB', footnote: null },
      { key: 'poor', head: 'Kém', footnote: null },
    ],
  },
  signature: { head: 'THỦ TRƯỞNG ĐƠN VỊ', note: '(Ký, ghi rõ họ tên và đóng dấu)' },
} as const;
