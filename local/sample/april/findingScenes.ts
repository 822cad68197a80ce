// Findings recorded, confirmed and remedied before anybody files (domain.md section 2).
import type { Act, Scene } from './acts.ts';

/** Recorded by the inspection committee, confirmed, remedied; a carried one remedied in April. */
export function findingsInTheMonth(): Scene[] {
  const finding = 'qlda-cv_2026-04_k1';
  return [
    {
      at: '2026-04-08T10:00',
      title: 'Ủy ban Kiểm tra ghi nhận dấu hiệu',
      acts: [
        {
          do: 'record',
          who: 'ubkt-chu-nhiem',
          finding: {
            subject: 'qlda-cv',
            key: 'k1',
            source: 'inspection',
            codes: '2.06',
            fact: 'Nhật ký giám sát công trình tuần đầu tháng ghi chậm, thiếu chữ ký nhà thầu.',
            degree: 'rare',
            due: null,
            state: 'suspected',
          },
        },
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
        { do: 'confirm', who: 'qlda-giam-doc', finding, due: '2026-04-17' },
        {
          do: 'report',
          who: 'mt-tai-chinh',
          finding: 'mt-tai-chinh_2026-03_r1',
          remedy: 'Đã đối chiếu xong công nợ tạm ứng với 12 đơn vị, có biên bản.',
        },
      ],
    },
    {
      at: '2026-04-14T09:00',
      title: 'Báo cáo và chấp nhận khắc phục',
      acts: [
        {
          do: 'accept',
          who: 'me-tri-chu-tich',
          finding: 'mt-tai-chinh_2026-03_r1',
          note: 'Đã kiểm tra biên bản, đạt yêu cầu.',
        },
        {
          do: 'report',
          who: 'qlda-cv',
          finding,
          remedy: 'Đã bổ sung đủ nhật ký và chữ ký, gửi Giám đốc kiểm tra.',
        },
      ],
    },
    {
      at: '2026-04-15T09:00',
      title: 'Giám đốc chấp nhận kết quả khắc phục',
      acts: [{ do: 'accept', who: 'qlda-giam-doc', finding, note: 'Nhật ký đầy đủ, tiếp tục duy trì.' }],
    },
  ];
}

/** The evaluator's own, named in section IV and recorded on the day it was seen. */
export const ownFinding: Act[] = [
  {
    do: 'record',
    who: 'tckh-truong',
    finding: {
      subject: 'tckh-cv-03',
      key: 'e1',
      source: 'evaluator',
      codes: '2.03',
      fact: 'Phối hợp chậm với phường trong đối chiếu danh mục tài sản công.',
      degree: 'rare',
      due: '2026-05-15',
      state: 'confirmed',
    },
  },
];
