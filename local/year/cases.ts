// Everybody whose year is not ordinary, worked out by hand from domain.md; sections 2, 3, 5 and 8 occur in it clause by clause.
import type { Month } from '../../functions/src/domain/words.ts';
import type { RowScript } from '../sample/april/scripts.ts';
import type { CaseAct, YearCase } from './types.ts';

const head = 'tckh-truong';
const facts: Readonly<Record<string, string>> = {
  'tckh-cv-01': 'Gửi báo cáo giải ngân quý IV chậm 06 ngày so với yêu cầu.',
  'tckh-cv-02': 'Để 04 hồ sơ quyết toán quá hạn, chưa báo cáo lý do.',
  'tckh-cv-03': 'Không tham mưu phân bổ kinh phí sự nghiệp theo nhiệm vụ được giao.',
  'tckh-cv-04': 'Chưa đối chiếu công nợ tạm ứng với 05 đơn vị dự toán.',
  'tckh-cv-05': 'Trả lời 03 văn bản của đơn vị dự toán chậm so với quy chế.',
  'tckh-cv-07': 'Chưa bàn giao danh mục tài sản công theo kế hoạch.',
  'tckh-hd': 'Vào sổ chậm 20 văn bản đến, để thất lạc 01 văn bản.',
  'tckh-pho-1': 'Chưa kiểm tra tiến độ của nhóm được phân công phụ trách.',
};

/** Confirmed on `at` by the head, to be remedied by `due`; key f1. */
const pointed = (about: string, at: string, due: string, key = 'f1'): CaseAct => ({
  ...{ do: 'point', at: `${at}T09:00`, who: head, about, month: at.slice(0, 7), key },
  ...{ fact: facts[about] ?? '', due },
});

/** Reported by the person one day, accepted the next. */
const remedied = (finding: string, reported: string, accepted: string, by = head): CaseAct[] => {
  const who = finding.slice(0, finding.indexOf('_'));
  return [
    { do: 'report', at: `${reported}T09:00`, who, finding, remedy: 'Đã làm xong, gửi kèm danh mục văn bản.' },
    {
      do: 'accept',
      at: `${accepted}T09:00`,
      who: by,
      finding,
      note: 'Đã kiểm tra, kết quả đúng như báo cáo.',
    },
  ];
};

const ownRow = (row: Pick<RowScript, 'result'> & Partial<RowScript>): RowScript => ({
  section: 'II.2',
  cause: 'Chưa kiểm soát chặt thời hạn trong tháng.',
  remedy: 'Lập lịch theo tuần, báo cáo lãnh đạo kết quả từng việc.',
  codes: '2.06',
  degree: 'rare',
  ...row,
});
/** Named by the person and remedied before the evaluator looked: Trung bình, because `selfRemedyIsGood` is off. */
const selfRemedied = (person: string, month: Month) => ({
  rows: [
    ownRow({
      result: 'Nộp chậm một báo cáo chuyên đề.',
      remedy: 'Đã nộp đủ, đã lập lịch nhắc việc.',
      remedyState: 'remedied',
    }),
  ],
  verdicts: { [`${person}_${month}_r1`]: 'remedied' as const },
});
const unclear = {
  rows: [
    ownRow({
      result: 'Có ý kiến phản ánh việc hướng dẫn chưa thống nhất.',
      degree: 'unclear',
      due: '2026-05-29',
    }),
  ],
};
const remediedIn = (countsIn: Month, carriedTo: Month | null) => ({
  state: 'remedied' as const,
  countsIn,
  carriedTo,
});
const plain = { cap: null, fails: [], openReading: false };

export const cases: readonly YearCase[] = [
  {
    person: 'tckh-cv-01',
    title: '1 tháng Kém, khắc phục ở tháng sau thì tháng sau Trung bình; giữa năm chuyển sang Phòng Nội vụ',
    clause: 'S3 II.7, II.4; domain 6',
    levels: 'TKBTTTTTTTTT',
    ratings: 'BCBBBBBBBBBB',
    acts: [
      {
        ...{ do: 'template', at: '2026-06-15T09:00', who: 'nv-cv', name: 'mau-quan', from: '2026-07-01' },
        title: 'Mẫu chấm điểm của quận từ tháng 7/2026',
      },
      pointed('tckh-cv-01', '2026-02-10', '2026-02-23'),
      ...remedied('tckh-cv-01_2026-02_f1', '2026-03-10', '2026-03-11'),
      {
        ...{ do: 'move', at: '2026-07-08T09:00', who: 'nv-cv', person: 'tckh-cv-01' },
        ...{ to: 'phong-noi-vu', day: '2026-07-10', post: 'Chuyên viên' },
      },
      {
        ...{ do: 'resolve', at: '2026-07-10T09:00', who: 'nv-cv', person: 'tckh-cv-01', month: '2026-07' },
        reason: 'Điều chuyển từ ngày 10/7, trước hạn nộp phiếu.',
      },
    ],
    findings: { 'tckh-cv-01_2026-02_f1': remediedIn('2026-02', '2026-03') },
    year: { ...plain, mean: 80.5, rating: 'B' },
  },
  {
    person: 'tckh-cv-02',
    title: '2 tháng Kém: không vượt quá Hoàn thành nhiệm vụ; kiến nghị bị từ chối có lý do',
    clause: 'S3 II.7, II.4, II.3.1; domain 7',
    levels: 'TTTKKBTTTTTT',
    ratings: 'BBBCCBBBBBBB',
    acts: [
      pointed('tckh-cv-02', '2026-04-08', '2026-04-20'),
      {
        ...{ do: 'appeal', at: '2026-05-08T09:00', who: 'tckh-cv-02', month: '2026-04' },
        words: 'Đề nghị xem lại mức độ Kém của tháng 4: hồ sơ chậm do đơn vị gửi thiếu.',
      },
      {
        ...{ do: 'answer', at: '2026-05-14T09:00', who: 'chu-tich-ubnd', appeal: 'tckh-cv-02_2026-04_v1' },
        ...{
          answer: 'Hồ sơ gửi đủ từ 02/4, lý do nêu ra không có căn cứ; giữ nguyên kết quả.',
          corrected: null,
        },
      },
      ...remedied('tckh-cv-02_2026-04_f1', '2026-06-10', '2026-06-11'),
    ],
    findings: { 'tckh-cv-02_2026-04_f1': remediedIn('2026-04', '2026-06') },
    year: { mean: 79, cap: 'C', fails: [], openReading: false, rating: 'C' },
  },
  {
    person: 'tckh-cv-03',
    title:
      'Đúng 3 tháng Kém: đề xuất Không hoàn thành nhiệm vụ, nêu là cách hiểu; kiến nghị quá hạn không được nhận',
    clause: 'S3 II.7',
    levels: 'TTKKKBTTTTTT',
    ratings: 'BBCCCBBBBBBB',
    acts: [
      pointed('tckh-cv-03', '2026-03-09', '2026-03-20'),
      {
        ...{ do: 'appeal', at: '2026-04-20T09:00', who: 'tckh-cv-03', month: '2026-03' },
        words: 'Đề nghị xem lại kết quả tháng 3, tôi vừa bổ sung tài liệu.',
      },
      ...remedied('tckh-cv-03_2026-03_f1', '2026-06-10', '2026-06-11'),
      {
        ...{ do: 'refer', at: '2026-06-15T09:00', who: head, case: 'tckh-cv-03_2026_poor' },
        note: 'Ba tháng Kém vì cùng một việc, nay đã khắc phục xong; đề nghị xem xét giữ nguyên vị trí.',
      },
      {
        ...{ do: 'decideCase', at: '2026-06-22T09:00', who: head, case: 'tckh-cv-03_2026_poor' },
        decision: {
          ...{ outcome: 'kept', docNumber: '31/TB-TCKH', docDate: '2026-06-19' },
          reason: 'Đã khắc phục xong từ ngày 10/6, cam kết bằng văn bản về tiến độ quý III.',
        },
      },
      {
        ...{ do: 'closeCase', at: '2026-06-30T09:00', who: head, case: 'tckh-cv-03_2026_poor' },
        note: 'Đã thông báo và lưu hồ sơ.',
      },
    ],
    cases: { poor: 'closed, kept' },
    findings: { 'tckh-cv-03_2026-03_f1': remediedIn('2026-03', '2026-06') },
    year: { mean: 77.5, cap: 'C', fails: ['poor'], openReading: true, rating: 'D' },
    periods: {
      ...{ q1: '76 Kém', q2: '70 Kém', h1: '73 Kém' },
      ...{ q3: '82 Tốt', q4: '82 Tốt', h2: '82 Tốt', year: '77,5 Kém' },
    },
  },
  {
    person: 'tckh-hd',
    title: '4 tháng Kém (1 tháng không nộp phiếu); lao động hợp đồng: xem xét chấm dứt hợp đồng',
    clause: 'S3 II.7, II.3.1',
    levels: 'KTTTTTTKKKBT',
    ratings: 'DBBBBBBCCCBB',
    // Suspected by the system when the filing ended; what was missing came on paper after the evaluation had begun.
    months: { 1: { silent: true, verdicts: { 'tckh-hd_2026-01_late': 'remedied' } } },
    acts: [
      pointed('tckh-hd', '2026-08-10', '2026-08-20'),
      ...remedied('tckh-hd_2026-08_f1', '2026-11-10', '2026-11-11'),
      {
        ...{ do: 'refer', at: '2026-10-12T09:00', who: head, case: 'tckh-hd_2026_poor' },
        note: 'Đề nghị chấm dứt hợp đồng khi hết thời hạn, nếu không tiến bộ.',
      },
      {
        ...{ do: 'decideCase', at: '2026-12-14T09:00', who: head, case: 'tckh-hd_2026_poor' },
        decision: {
          ...{ outcome: 'ended', docNumber: '57/QĐ-TCKH', docDate: '2026-12-11' },
          reason: 'Bốn tháng Kém trong năm; hợp đồng hết hạn ngày 31/12/2026, không ký tiếp.',
        },
      },
    ],
    cases: { poor: 'decided, ended' },
    findings: { 'tckh-hd_2026-08_f1': remediedIn('2026-08', '2026-11') },
    year: { mean: 74.2, cap: 'C', fails: ['poor'], openReading: false, rating: 'D' },
  },
  {
    person: 'tckh-cv-04',
    title: 'Đang khắc phục, trong hạn được chấp nhận: Trung bình (cách hiểu); gia hạn một lần',
    clause: 'S3 II.4 (suy ra); domain 3',
    levels: 'TTTTTBBBTTTT',
    ratings: 'BBBBBBBBBBBB',
    acts: [
      pointed('tckh-cv-04', '2026-06-08', '2026-07-10'),
      {
        ...{ do: 'begin', at: '2026-06-15T09:00', who: 'tckh-cv-04', finding: 'tckh-cv-04_2026-06_f1' },
        remedy: 'Đã đối chiếu xong 02/05 đơn vị.',
      },
      {
        ...{ do: 'report', at: '2026-07-08T09:00', who: 'tckh-cv-04', finding: 'tckh-cv-04_2026-06_f1' },
        remedy: 'Đã đối chiếu 04/05 đơn vị, còn 01 đơn vị chưa ký.',
      },
      {
        ...{ do: 'giveBack', at: '2026-07-09T09:00', who: head, finding: 'tckh-cv-04_2026-06_f1' },
        ...{ note: 'Còn một đơn vị: gia hạn một lần.', due: '2026-08-07' },
      },
      ...remedied('tckh-cv-04_2026-06_f1', '2026-08-05', '2026-08-06'),
    ],
    findings: { 'tckh-cv-04_2026-06_f1': remediedIn('2026-06', '2026-08') },
    year: { ...plain, mean: 82, rating: 'B' },
  },
  {
    person: 'tckh-cv-05',
    title: '2 tháng Kém và 4 tháng Trung bình: đủ 6 tháng; người quyết định quyết khác đề xuất, có lý do',
    clause: 'S3 II.7',
    levels: 'TKKBTBTBTBTT',
    ratings: 'BCCBBBBBBBBB',
    months: {
      6: selfRemedied('tckh-cv-05', '2026-06'),
      8: selfRemedied('tckh-cv-05', '2026-08'),
      10: selfRemedied('tckh-cv-05', '2026-10'),
    },
    acts: [
      pointed('tckh-cv-05', '2026-02-11', '2026-02-24'),
      ...remedied('tckh-cv-05_2026-02_f1', '2026-04-09', '2026-04-10'),
    ],
    findings: { 'tckh-cv-05_2026-02_f1': remediedIn('2026-02', '2026-04') },
    year: { mean: 79, cap: 'C', fails: ['fairOrPoor'], openReading: false, rating: 'D' },
    cases: { fair: 'proposed' },
    decided: {
      rating: 'C',
      reason: 'Ba trong bốn tháng Trung bình là tự nhận diện và đã khắc phục ngay trong tháng.',
    },
  },
  {
    person: 'tckh-cv-06',
    title: 'Ốm gần hết tháng: không xếp loại; "chưa rõ" để lại một lần rồi bác bỏ; nghỉ việc trước tháng 12',
    clause: 'domain 5; S3 II.2',
    levels: 'TTTT-TTTTT..',
    ratings: 'BBBB-BBBBB..',
    months: {
      7: { ...unclear, verdicts: { 'tckh-cv-06_2026-07_r1': 'unclear' } },
      8: { verdicts: { 'tckh-cv-06_2026-07_r1': 'dismissed' } },
    },
    acts: [{ do: 'depart', at: '2026-10-29T09:00', who: 'nv-cv', person: 'tckh-cv-06', day: '2026-10-31' }],
    isGone: true,
    findings: { 'tckh-cv-06_2026-07_r1': { state: 'dismissed', countsIn: null, carriedTo: null } },
    year: { ...plain, mean: 82, rating: 'B' },
  },
  {
    person: 'tckh-cv-07',
    title:
      'Thai sản khi còn biểu hiện chưa khắc phục: không Kém, không "Không hoàn thành"; trở lại khắc phục: Trung bình',
    clause: 'S3 II.3.1; domain 5',
    levels: 'TTT-----BTTT',
    ratings: 'BBB-----BBBB',
    months: { 3: { silent: true } },
    acts: [
      pointed('tckh-cv-07', '2026-03-10', '2026-03-31'),
      ...remedied('tckh-cv-07_2026-03_f1', '2026-09-10', '2026-09-11'),
    ],
    findings: { 'tckh-cv-07_2026-03_f1': remediedIn('2026-03', '2026-09') },
    periods: {
      ...{ q1: '82 Tốt', q2: '–', h1: '82 Tốt' },
      ...{ q3: '82 Trung bình', q4: '82 Tốt', h2: '82 Trung bình', year: '82 Trung bình' },
    },
    year: { ...plain, mean: 82, rating: 'B' },
  },
  {
    person: 'tckh-cv-08',
    title: 'Tự nhận diện và đã khắc phục: Trung bình; kiến nghị được chấp nhận: kết quả lần 2 tính vào năm',
    clause: 'S3 II.4; domain 7',
    levels: 'TBTTTTTTTTTT',
    ratings: 'BBBBBBBBBBBB',
    months: { 2: selfRemedied('tckh-cv-08', '2026-02'), 4: { first: 'C' } },
    acts: [
      {
        ...{ do: 'appeal', at: '2026-05-07T09:00', who: 'tckh-cv-08', month: '2026-04' },
        words: 'Đề nghị xem lại điểm nhóm II.2: hai nhiệm vụ bị tính là chưa xong đã có văn bản kết quả.',
      },
      {
        ...{ do: 'answer', at: '2026-05-13T09:00', who: 'chu-tich-ubnd', appeal: 'tckh-cv-08_2026-04_v1' },
        answer: 'Hai nhiệm vụ đã hoàn thành đúng hạn theo hồ sơ; chấm lại nhóm II.2.',
        corrected: { points: [25, 17, 38], rating: 'B', level: 'good' },
      },
    ],
    year: { ...plain, mean: 81.8, rating: 'B' },
  },
  {
    person: 'tckh-pho-1',
    title:
      'Thông báo sau hạn đánh giá: tính tháng sau; "chưa rõ" để lại một lần rồi xác nhận; bình quân 89,5 là tốt',
    clause: 'domain 2, 4; S3 II.2',
    levels: 'TTTTTBTTTKBT',
    ratings: 'AAAAABAAACBA',
    months: {
      9: { ...unclear, verdicts: { 'tckh-pho-1_2026-09_r1': 'unclear' } },
      10: { verdicts: { 'tckh-pho-1_2026-09_r1': 'open' }, degrees: { 'tckh-pho-1_2026-09_r1': 'rare' } },
    },
    acts: [
      pointed('tckh-pho-1', '2026-05-27', '2026-06-12'),
      ...remedied('tckh-pho-1_2026-05_f1', '2026-06-10', '2026-06-11'),
      ...remedied('tckh-pho-1_2026-09_r1', '2026-11-10', '2026-11-11'),
    ],
    findings: {
      'tckh-pho-1_2026-05_f1': remediedIn('2026-06', null),
      'tckh-pho-1_2026-09_r1': remediedIn('2026-10', '2026-11'),
    },
    year: { ...plain, mean: 89.5, rating: 'B' },
  },
  {
    person: 'nv-cv',
    title: 'Kết quả tháng đã chốt, và kết quả năm đã công khai, được người quyết định mở lại có lý do: lần 2',
    clause: 'domain 7, 8',
    levels: 'TTTTTTTTTTTT',
    ratings: 'BBBBBBBBBBBB',
    months: { 3: { first: 'C' } },
    acts: [
      {
        ...{ do: 'reopen', at: '2026-04-20T09:00', who: 'nv-truong', person: 'nv-cv', month: '2026-03' },
        reason: 'Phát hiện tính sót kết quả của hai nhiệm vụ đã nghiệm thu.',
      },
      {
        ...{ do: 'decideAgain', at: '2026-04-21T09:00', who: 'nv-truong', person: 'nv-cv', month: '2026-03' },
        reason: 'Chấm lại nhóm II.2 theo biên bản nghiệm thu.',
        corrected: { points: [26, 16, 40], rating: 'B', level: 'good' },
      },
      {
        ...{ do: 'reopenYear', at: '2026-12-14T09:00', who: 'nv-truong', person: 'nv-cv' },
        reason: 'Quyết định xếp loại năm chưa ghi ý kiến của tập thể lãnh đạo phòng.',
      },
      {
        ...{ do: 'decideYearAgain', at: '2026-12-15T09:00', who: 'nv-truong', person: 'nv-cv' },
        participants: 'Tập thể lãnh đạo Phòng Nội vụ',
      },
    ],
    year: { ...plain, mean: 82, rating: 'B' },
  },
];

/** Decided by December's decider in an act of its own, before December is published. */
export const yearActs: readonly CaseAct[] = [
  { do: 'rateYears', at: '2026-12-09T09:00', who: 'tckh-truong' },
  { do: 'rateYears', at: '2026-12-09T10:00', who: 'nv-truong' },
  { do: 'rateYears', at: '2026-12-09T14:00', who: 'chu-tich-ubnd' },
  { do: 'rateYears', at: '2026-12-09T15:00', who: 'bi-thu' },
];
/** When everything that the year asks for has happened; December's window is over on the 17th. */
export const yearEnd = '2026-12-21T08:00';
