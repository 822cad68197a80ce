// The people of the commune whose April is not ordinary, each with the clause that makes the case worth playing; expected.json says what comes of it.
import type { Exception } from '../april/exceptions.ts';
import type { RowScript } from '../april/scripts.ts';

const finding = (row: Pick<RowScript, 'result' | 'codes'> & Partial<RowScript>): RowScript => ({
  section: 'II.2',
  cause: 'Chưa kiểm soát chặt thời hạn trong tháng.',
  remedy: 'Lập lịch theo tuần, báo cáo lãnh đạo kết quả từng việc.',
  degree: 'rare',
  ...row,
});

/** S3 II.4: remedied at the close → Trung bình. */
const remedied: Record<string, Exception> = {
  'th-gv-03': {
    rows: [
      finding({
        result: 'Cập nhật sổ theo dõi chất lượng chậm so với lịch của trường.',
        delay: '04 ngày',
        codes: '2.06',
        remedy: 'Đã cập nhật đủ trong ngày 17/4, gửi tổ chuyên môn kiểm tra.',
        remedyState: 'remedied',
      }),
    ],
    judgement: { level: 'fair', verdicts: { r1: 'remedied' } },
  },
  // Recorded by the inspection committee on the 8th, confirmed, reported and accepted by the 15th.
  'yt-02': { judgement: { level: 'fair' } },
  // A leader's own finding, confirmed on the 28th so that it is notified in time; remedied before it was filed.
  'yt-truong': {
    rows: [
      finding({
        result: 'Trả lời chậm một văn bản xin ý kiến của Phòng Văn hóa - Xã hội.',
        delay: '03 ngày',
        codes: '2.05',
        remedy: 'Đã trả lời ngày 20/4 và phân công người theo dõi văn bản đến.',
        remedyState: 'remedied',
      }),
    ],
    judgement: { level: 'fair' },
  },
  // Carried from March and remedied in April: April is Trung bình (domain.md section 3).
  'hcc-cv-02': {
    rows: [
      finding({
        section: 'III',
        result: 'Đã gửi thư xin lỗi và trả kết quả 04 hồ sơ quá hạn của tháng 3.',
        codes: '2.07',
        remedyState: 'remedied',
        answers: 'hcc-cv-02_2026-03_r1',
      }),
    ],
    judgement: { level: 'fair' },
  },
  // Filed on the 28th, before the evaluation: a suspected 2.06 already remedied, and no D (section 5).
  'vx-cv-04': { judgement: { level: 'fair', verdicts: { late: 'remedied' } } },
};

/** S3 II.4: open at the close → Kém, or begun and on time → Trung bình by the reading of section 3. */
const open: Record<string, Exception> = {
  'vx-cv-05': {
    grade: 'C',
    rows: [
      finding({
        result: 'Để 02 hồ sơ trợ cấp xã hội quá hạn, chưa thông báo lý do cho người dân.',
        delay: '06 ngày',
        codes: '2.01 2.07',
        degree: 'regular',
        due: '2026-05-20',
        remedyState: 'planned',
      }),
    ],
    judgement: { level: 'poor', verdicts: { r1: 'open' } },
  },
  'kt-cv-03': {
    grade: 'C',
    rows: [
      finding({
        section: 'III',
        result: 'Chưa hoàn thành rà soát hồ sơ đất đai tồn từ quý I.',
        delay: '01 tháng',
        codes: '2.01',
        degree: 'regular',
        remedyState: 'planned',
        answers: 'kt-cv-03_2026-03_r1',
      }),
    ],
    judgement: { level: 'poor' },
  },
  'vx-cv-07': {
    judgement: {
      level: 'fair',
      reason: 'Đã bắt đầu khắc phục từ ngày 23/4, còn trong thời hạn được chấp nhận.',
      own: finding({
        section: 'IV',
        result: 'Phối hợp chậm với các thôn trong rà soát danh sách đối tượng chính sách.',
        codes: '2.03',
        remedy: 'Hoàn thành rà soát trước ngày 15/5.',
        due: '2026-05-15',
      }),
    },
  },
};

/** Suspicions that come to nothing (section 2), nothing filed, a waiver, a rating changed by the decider (5 and 7). */
const others: Record<string, Exception> = {
  'mttq-cv': {
    rows: [
      finding({
        section: 'I',
        result: 'Có phản ánh về thái độ khi tiếp nhận hồ sơ vận động, chưa xác minh được.',
        codes: '1.08',
        degree: 'unclear',
      }),
    ],
    judgement: { verdicts: { r1: 'unclear' } },
  },
  'mn-gv-02': {
    rows: [
      finding({ result: 'Kế hoạch chủ đề tháng phải sửa một lần.', codes: '2.03', remedyState: 'remedied' }),
    ],
    judgement: { verdicts: { r1: 'dismissed' } },
  },
  // Suspected by the system when the filing ended, and confirmed.
  'kt-cv-08': { grade: 'D', judgement: { level: 'poor', points: [14, 8, 0], verdicts: { late: 'open' } } },
  'kt-cv-09': {
    grade: 'A',
    judgement: {
      decides: {
        points: [27, 17, 44],
        rating: 'B',
        level: 'good',
        reason: 'Một nhiệm vụ trọng tâm do cả tổ thực hiện, điểm II.2 chưa tách phần đóng góp riêng.',
      },
    },
  },
  // The unit's plan and report are missing: D is proposed for the head, and waived with a reason.
  'ccb-chu-tich': {
    judgement: {
      rating: 'B',
      level: 'good',
      verdicts: { late: 'dismissed' },
      reason: 'Miễn: báo cáo của Hội đã gửi bản giấy đúng hạn, hệ thống chưa ghi nhận; yêu cầu bổ sung.',
    },
  },
};

export const communeExceptions: Readonly<Record<string, Exception>> = { ...remedied, ...open, ...others };
