// Who sees what of one person's month, from the authority frozen on the sheet and section 11 of the domain.
import { civilDateOf, formatDate } from '../../../functions/src/domain/civilDate.ts';
import { blockLabels } from '../../../functions/src/domain/labels.ts';
import type { Cycle } from '../../../functions/src/schema/cycle.ts';
import type { Sheet } from '../../../functions/src/schema/sheet.ts';

export interface Reader {
  who: string;
  /** Name, where the sheet tells one. */
  name: string;
  sees: string;
  when: string;
  /** What they don't see though one might think so; empty where there is nothing to say. */
  not: string;
}

type Authority = Pick<
  Sheet,
  | 'evaluator'
  | 'evaluatorName'
  | 'decider'
  | 'deciderName'
  | 'head'
  | 'consulted'
  | 'proposers'
  | 'onRequest'
  | 'block'
>;

const always = 'Từ khi tháng mở, cả phần đã lưu mà chưa nộp';
const filed = 'Từ khi nộp';

/** `aggregator`: name of the unit that aggregates the block, where there is one. */
export function readersOf(sheet: Authority, cycle: Cycle | null, aggregator: string | null): Reader[] {
  const out = cycle
    ? `Từ ngày công khai ${formatDate(civilDateOf(cycle.deadlines.publish))}`
    : 'Từ ngày công khai';
  return [
    ...authority(sheet),
    ...asked(sheet),
    ...offices(sheet, aggregator),
    {
      who: 'Đồng nghiệp trong đơn vị',
      name: '',
      sees: 'Họ tên, chức vụ, xếp loại và mức độ (hoặc không xếp loại, không nêu lý do), người quyết định',
      when: out,
      not: 'Phiếu, điểm, biểu hiện, lý do',
    },
    { who: 'Tổ chức khác, người không đăng nhập', name: '', sees: 'Không thấy gì', when: '', not: '' },
  ];
}

function authority(sheet: Authority): Reader[] {
  const whole = 'Toàn bộ phiếu, kế hoạch, biểu hiện và cách khắc phục, các tháng trước';
  const deputised =
    'Người được uỷ quyền bằng văn bản trong hệ thống thấy như vậy, chỉ trong thời hạn uỷ quyền.';
  const isOne = sheet.evaluator === sheet.decider;
  const decides = {
    name: sheet.deciderName,
    sees: `${whole}; ý kiến tham khảo, đề xuất, tham mưu${isOne ? '' : '; phần của người đánh giá'}. ${deputised}`,
    when: always,
    not: '',
  };
  if (isOne) {
    return [{ who: 'Người đánh giá và quyết định xếp loại', ...decides }, ...head(sheet)];
  }
  return [
    {
      who: 'Người đánh giá',
      name: sheet.evaluatorName,
      sees: `${whole}. ${deputised}`,
      when: always,
      not: 'Ý kiến tham khảo, đề xuất',
    },
    { who: 'Người quyết định xếp loại', ...decides },
    ...head(sheet),
  ];
}

function head({ head: id, evaluator, decider }: Authority): Reader[] {
  if (id === null || id === evaluator || id === decider) return [];
  return [
    {
      who: 'Người đứng đầu đơn vị',
      name: '',
      sees: 'Phiếu, và dòng của tôi trong Phiếu tổng hợp của đơn vị',
      when: always,
      not: 'Phần đang viết của người đánh giá',
    },
  ];
}

function asked({ consulted, proposers, onRequest }: Authority): Reader[] {
  const row = (who: string, count: number): Reader[] =>
    count === 0
      ? []
      : [
          {
            who: count > 1 ? `${who} (${count} người)` : who,
            name: '',
            sees: 'Phần tự đánh giá, nhiệm vụ; viết một ý kiến mà chỉ người quyết định đọc',
            when: always,
            not: 'Phần đánh giá, kết quả trước khi công khai',
          },
        ];
  return [
    ...row('Người được hỏi ý kiến', consulted.length),
    ...row('Người đề xuất', proposers.length),
    ...row('Cấp ủy viên phụ trách', onRequest.length).map((one) => ({
      ...one,
      when: 'Chỉ khi người quyết định hỏi ý kiến',
    })),
  ];
}

function offices({ block }: Authority, aggregator: string | null): Reader[] {
  return [
    {
      who: `Tổng hợp ${blockLabels[block].toLowerCase().replace('đảng', 'Đảng')}`,
      name: aggregator ?? '',
      sees: 'Phiếu đã nộp, biểu hiện, kết quả; viết ý kiến tham mưu cho người quyết định',
      when: filed,
      not: 'Phần đang viết của người đánh giá, ý kiến tham khảo',
    },
    {
      who: 'Kiểm tra',
      name: '',
      sees: 'Phiếu đã nộp với các lần sửa kế hoạch, biểu hiện, đánh giá đã hoàn thành, kết quả',
      when: filed,
      not: 'Phần đang viết, ý kiến tham khảo',
    },
    {
      who: 'Người được phân công phụ trách đơn vị',
      name: '',
      sees: 'Ai đã nộp, đang ở bước nào, và con số tổng hợp của đơn vị',
      when: 'Từ khi tháng mở',
      not: 'Phiếu, biểu hiện',
    },
    {
      who: 'Người phụ trách nhân sự, quản trị',
      name: '',
      sees: 'Hồ sơ: họ tên, chức vụ, đơn vị, mã lý do vắng; ai đánh giá, ai quyết định',
      when: 'Luôn luôn',
      not: 'Phiếu, điểm, biểu hiện, kết quả',
    },
  ];
}
