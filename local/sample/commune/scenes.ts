// What the commune's people do beside what every sample has: findings of the month, and acts of their own in its scenes.
import type { Act, Scene } from '../april/acts.ts';
import type { SceneName } from '../april/casebook.ts';
import { confirmedOn, type Left } from '../march.ts';

const inspected = 'yt-02_2026-04_k1';
const carried = 'hcc-cv-02_2026-03_r1';

/** What March left behind: one remedied in April, one open all through it. */
export const communeMarch: readonly Left[] = [
  {
    subject: 'hcc-cv-02',
    unit: 'tt-pvhcc',
    block: 'government',
    evaluator: 'hcc-giam-doc',
    decider: 'hcc-giam-doc',
    codes: '2.07',
    fact: 'Trả 04 hồ sơ quá hạn, chưa có thư xin lỗi người dân.',
    degree: 'rare',
    due: '2026-04-15',
    notifiedAt: confirmedOn('2026-03-20'),
  },
  {
    subject: 'kt-cv-03',
    unit: 'phong-kt',
    block: 'government',
    evaluator: 'kt-pho-1',
    decider: 'kt-truong',
    codes: '2.01',
    fact: 'Để 05 hồ sơ đất đai quá hạn, chưa rà soát và báo cáo lãnh đạo.',
    degree: 'regular',
    due: '2026-03-31',
    notifiedAt: confirmedOn('2026-03-10'),
  },
];

const recorded: Act = {
  do: 'record',
  who: 'ubkt-chu-nhiem',
  finding: {
    subject: 'yt-02',
    key: 'k1',
    source: 'inspection',
    codes: '2.06',
    fact: 'Sổ theo dõi tiêm chủng tuần đầu tháng ghi chậm, thiếu chữ ký.',
    degree: 'rare',
    due: null,
    state: 'suspected',
  },
};
export const communeRecorded: readonly Act[] = [recorded];

export const communeFindings: readonly Scene[] = [
  {
    at: '2026-04-08T10:00',
    title: 'Ủy ban Kiểm tra ghi nhận dấu hiệu',
    acts: [
      recorded,
      { do: 'attempt', attempt: 'confirm-own-finding' },
      { do: 'attempt', attempt: 'inspector-confirms' },
      { do: 'attempt', attempt: 'forged-finding-author' },
      { do: 'attempt', attempt: 'forged-finding-authority' },
      { do: 'attempt', attempt: 'colleague-reads-sheet' },
      { do: 'attempt', attempt: 'signed-out-reads-cycle' },
      { do: 'attempt', attempt: 'skip-rev' },
    ],
  },
  {
    at: '2026-04-10T09:00',
    title: 'Xác nhận dấu hiệu; báo cáo khắc phục',
    acts: [
      { do: 'confirm', who: 'yt-truong', finding: inspected, due: '2026-04-17' },
      {
        do: 'report',
        who: 'hcc-cv-02',
        finding: carried,
        remedy: 'Đã trả kết quả cả 04 hồ sơ, gửi thư xin lỗi từng hộ.',
      },
    ],
  },
  {
    at: '2026-04-14T09:00',
    title: 'Báo cáo và chấp nhận khắc phục',
    acts: [
      { do: 'accept', who: 'hcc-giam-doc', finding: carried, note: 'Đã kiểm tra sổ một cửa, đạt yêu cầu.' },
      {
        do: 'report',
        who: 'yt-02',
        finding: inspected,
        remedy: 'Đã bổ sung đủ sổ và chữ ký, gửi Trưởng trạm.',
      },
    ],
  },
  {
    at: '2026-04-15T09:00',
    title: 'Trưởng trạm chấp nhận kết quả khắc phục',
    acts: [{ do: 'accept', who: 'yt-truong', finding: inspected, note: 'Sổ đầy đủ, tiếp tục duy trì.' }],
  },
];

export const communeSpecial: Partial<Record<SceneName, readonly Act[]>> = {
  secondFiling: [
    {
      do: 'record',
      who: 'vx-truong',
      finding: {
        subject: 'vx-cv-07',
        key: 'e1',
        source: 'evaluator',
        codes: '2.03',
        fact: 'Phối hợp chậm với các thôn trong rà soát danh sách đối tượng chính sách.',
        degree: 'rare',
        due: '2026-05-15',
        state: 'confirmed',
      },
    },
  ],
  thirdFiling: [
    {
      do: 'begin',
      who: 'vx-cv-07',
      finding: 'vx-cv-07_2026-04_e1',
      remedy: 'Đã hẹn lịch rà soát với 05 thôn, xong trước 15/5.',
    },
  ],
  evaluation: [
    { do: 'confirm', who: 'chu-tich-ubnd', finding: 'yt-truong_2026-04_r1', due: '2026-05-08' },
    {
      do: 'unrate',
      who: 'hcc-giam-doc',
      person: 'hcc-cv-03',
      reason: 'Nghỉ thai sản cả tháng: không xếp loại.',
    },
  ],
  decision: [
    {
      do: 'enter',
      who: 'xdd-truong',
      person: 'bi-thu',
      rating: 'B',
      level: 'good',
      document: 'Thông báo số 35-TB/TU',
      day: '2026-04-30',
    },
    {
      do: 'accept',
      who: 'chu-tich-ubnd',
      finding: 'yt-truong_2026-04_r1',
      note: 'Đã kiểm tra, đạt yêu cầu.',
    },
    {
      do: 'record',
      who: 'ubkt-pho',
      finding: {
        subject: 'xdd-cv-03',
        key: 'k1',
        source: 'inspection',
        codes: '2.05',
        fact: 'Chậm trả lời một phiếu hỏi ý kiến của đoàn kiểm tra.',
        degree: 'rare',
        due: null,
        state: 'suspected',
      },
    },
  ],
  tooLate: [{ do: 'confirm', who: 'xdd-truong', finding: 'xdd-cv-03_2026-04_k1', due: '2026-05-15' }],
};
