// What the district's people do besides in the scenes that every sample has.
import type { Act } from './acts.ts';
import type { SceneName } from './casebook.ts';
import { lateFound } from './exceptions.ts';

const begun: Act = {
  do: 'begin',
  who: 'tckh-cv-03',
  finding: 'tckh-cv-03_2026-04_e1',
  remedy: 'Đã hẹn lịch đối chiếu với 03 phường, xong trước 15/5.',
};

const evaluation: Act[] = [
  { do: 'confirm', who: 'chu-tich-ubnd', finding: 'vhtt-phu-trach_2026-04_r1', due: '2026-05-08' },
  {
    do: 'unrate',
    who: 'tckh-truong',
    person: 'tckh-cv-07',
    reason: 'Nghỉ thai sản cả tháng: không xếp loại.',
  },
];

const decision: Act[] = [
  {
    do: 'enter',
    who: 'btc-truong',
    person: 'bi-thu',
    rating: 'B',
    level: 'good',
    document: 'Thông báo số 412-TB/TU',
    day: '2026-04-30',
  },
  {
    do: 'accept',
    who: 'chu-tich-ubnd',
    finding: 'vhtt-phu-trach_2026-04_r1',
    note: 'Đã kiểm tra, đạt yêu cầu.',
  },
  {
    do: 'record',
    who: 'ubkt-pho',
    finding: {
      subject: lateFound,
      key: 'k1',
      source: 'inspection',
      codes: '2.05',
      fact: 'Chậm trả lời một phiếu hỏi ý kiến của đoàn kiểm tra.',
      degree: 'rare',
      due: null,
      state: 'suspected',
    },
  },
];

export const districtSpecial: Partial<Record<SceneName, readonly Act[]>> = {
  thirdFiling: [begun],
  evaluation,
  decision,
  tooLate: [{ do: 'confirm', who: 'tckh-truong', finding: `${lateFound}_2026-04_k1`, due: '2026-05-15' }],
};
