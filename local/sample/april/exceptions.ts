// The people whose April is not ordinary, each with the clause that makes the case worth playing; expected.json says what comes of it.
import type { UnitScript } from './casebook.ts';
import type { Rating } from '../../../functions/src/domain/words.ts';
import type { Judgement, RowScript } from './scripts.ts';

export interface Exception {
  grade?: Rating;
  rows?: RowScript[];
  judgement?: Partial<Judgement>;
}

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
  'qlda-cv': { judgement: { level: 'fair' } },
  // A leader's own finding, confirmed on the 28th so that it is notified in time; remedied before it was filed.
  'vhtt-phu-trach': {
    rows: [
      finding({
        result: 'Trả lời chậm một văn bản xin ý kiến của phòng chuyên môn.',
        delay: '03 ngày',
        codes: '2.05',
        remedy: 'Đã trả lời ngày 20/4 và phân công người theo dõi văn bản đến.',
        remedyState: 'remedied',
      }),
    ],
    judgement: { level: 'fair' },
  },
  // Carried from March and remedied in April: April is Trung bình (domain.md section 3).
  'mt-tai-chinh': {
    rows: [
      finding({
        section: 'III',
        result: 'Đối chiếu công nợ tạm ứng quý I đã hoàn thành ngày 10/4.',
        codes: '2.01',
        remedyState: 'remedied',
        answers: 'mt-tai-chinh_2026-03_r1',
      }),
    ],
    judgement: { level: 'fair' },
  },
  // Filed on the 28th, before the evaluation: a suspected 2.06 already remedied, and no D (section 5).
  'cd-vhxh': { judgement: { level: 'fair', verdicts: { late: 'remedied' } } },
};

/** S3 II.4: open at the close → Kém, or begun and on time → Trung bình by the reading of section 3. */
const open: Record<string, Exception> = {
  'md1-dia-chinh': {
    grade: 'C',
    rows: [
      finding({
        result: 'Để 03 hồ sơ đất đai quá hạn, chưa có thư xin lỗi công dân.',
        delay: '06 ngày',
        codes: '2.01 2.07',
        degree: 'regular',
        due: '2026-05-20',
        remedyState: 'planned',
      }),
    ],
    judgement: { level: 'poor', verdicts: { r1: 'open' } },
  },
  'qldt-cv-03': {
    grade: 'C',
    rows: [
      finding({
        section: 'III',
        result: 'Chưa hoàn thành rà soát hồ sơ cấp phép tồn từ quý I.',
        delay: '01 tháng',
        codes: '2.01',
        degree: 'regular',
        remedyState: 'planned',
        answers: 'qldt-cv-03_2026-03_r1',
      }),
    ],
    judgement: { level: 'poor' },
  },
  'tckh-cv-03': {
    judgement: {
      level: 'fair',
      reason: 'Đã bắt đầu khắc phục từ ngày 23/4, còn trong thời hạn được chấp nhận.',
      own: finding({
        section: 'IV',
        result: 'Phối hợp chậm với phường trong đối chiếu danh mục tài sản công.',
        codes: '2.03',
        remedy: 'Hoàn thành đối chiếu trước ngày 15/5.',
        due: '2026-05-15',
      }),
    },
  },
};

/** Suspicions that come to nothing (section 2). */
const harmless: Record<string, Exception> = {
  'md1-ho-tich': {
    rows: [
      finding({
        section: 'I',
        result: 'Có phản ánh qua điện thoại về thái độ khi hướng dẫn hồ sơ, chưa xác minh được.',
        codes: '1.08',
        degree: 'unclear',
      }),
    ],
    judgement: { verdicts: { r1: 'unclear' } },
  },
  'tckh-cv-08': {
    rows: [
      finding({
        result: 'Tham mưu văn bản về tiết kiệm chi phải sửa một lần.',
        codes: '2.03',
        remedyState: 'remedied',
      }),
    ],
    judgement: { verdicts: { r1: 'dismissed' } },
  },
};

/** Nothing filed, a waiver, a rating changed by the decider (sections 5 and 7). */
const decisions: Record<string, Exception> = {
  // Suspected by the system when the filing ended, and confirmed.
  'qldt-cv-14': { grade: 'D', judgement: { level: 'poor', points: [14, 8, 0], verdicts: { late: 'open' } } },
  'qldt-cv-09': {
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
  'hnd-chu-tich': {
    judgement: {
      rating: 'B',
      level: 'good',
      verdicts: { late: 'dismissed' },
      reason: 'Miễn: báo cáo của đơn vị đã gửi bản giấy đúng hạn, hệ thống chưa ghi nhận; yêu cầu bổ sung.',
    },
  },
};

export const exceptions: Readonly<Record<string, Exception>> = {
  ...remedied,
  ...open,
  ...harmless,
  ...decisions,
};

/** Hoàn thành xuất sắc beyond the exceptions: few, so that the quota of 20 % warns where units are small and nowhere else. */
export const excellent: ReadonlySet<string> = new Set([
  'tckh-cv-01',
  'tckh-cv-11',
  'qldt-cv-02',
  'qldt-cv-12',
  'th-gv-01',
  'md1-mttq',
  'btc-truong',
  'gddt-truong',
]);
/** Hoàn thành nhiệm vụ beyond the exceptions. */
export const adequate: ReadonlySet<string> = new Set(['tckh-cv-14', 'qldt-cv-08', 'kdn-cv', 'tay-mo-bi-thu']);

/** People who file nothing at all. */
export const silent: ReadonlySet<string> = new Set(['qldt-cv-14']);
/** Away the whole month: no filing is expected and none comes. */
export const away: ReadonlySet<string> = new Set(['tckh-cv-07']);
/** Heads whose unit's plan and report don't come. */
/** The unit that handed in nothing, whose head is rated above it for a reason, and one that handed in all of it. */
export const unitRatings: Readonly<Record<string, UnitScript>> = {
  'hoi-nong-dan': {
    ...{ rating: 'C', level: 'good' },
    reason: 'Hoàn thành nhiệm vụ tháng; chưa nộp kế hoạch và báo cáo do bàn giao công tác văn phòng',
    above: 'Người đứng đầu mới nhận bàn giao, đã trực tiếp chỉ đạo hoàn thành công việc',
  },
  'phong-noi-vu': {
    ...{ rating: 'B', level: 'good' },
    ...{ reason: 'Hoàn thành đúng hạn kế hoạch tháng, số liệu khớp với Văn phòng', above: '' },
  },
};

export const withoutUnitSheet: ReadonlySet<string> = new Set(['hnd-chu-tich']);

/** Whose sheet is returned once and filed again. */
export const returned = 'tckh-cv-05';
/** Who files after the deadline and before the evaluation. */
export const late = 'cd-vhxh';
/** At whom a finding is confirmed too late for it to count in April. */
export const lateFound = 'tckh-cv-12';
/** Units whose figures the Offices leave out, so that the final run has something to name. */
export const withoutFigures: readonly string[] = ['dang-uy-khoi-dn'];
/** About whom the Phó Chủ tịch asked stays silent. */
export const silentConsultation = 'tnmt-truong';
