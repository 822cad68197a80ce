// From the interim run to publication: late filings, figures, evaluation, consultations, the decision on leaders.
import type { Authority } from '../../../functions/src/domain/authorityTypes.ts';
import type { Act, Scene } from './acts.ts';
import { away, late, lateFound, returned, silentConsultation, withoutFigures } from './exceptions.ts';

/** The 25th to the 27th are days off: what is due moves to Tuesday the 28th, after the interim run at 06:00. */
export function afterTheDeadline(
  everybody: readonly Authority[],
  stateHeads: readonly Authority[],
  all: (act: 'submit', people: readonly Authority[]) => Act[],
  units: (act: 'unitFile', people: readonly Authority[]) => Act[],
): Scene[] {
  const rest = stateHeads.filter(({ person }) => person !== 'vhtt-phu-trach');
  const evaluators = [...new Set(everybody.filter((a) => a.tier === 'staff').map((a) => a.evaluator))].sort();
  return [
    {
      at: '2026-04-28T08:40',
      title: 'Nộp muộn, nộp lại; người đứng đầu khối chính quyền; số liệu',
      acts: [
        { do: 'submit', who: late },
        { do: 'submit', who: returned },
        ...all('submit', rest),
        ...units('unitFile', stateHeads),
        { do: 'figures', who: 'vpqu-chanh', block: 'party', except: withoutFigures },
        { do: 'figures', who: 'vpub-chanh', block: 'government', except: [] },
        { do: 'attempt', attempt: 'other-block-figures' },
        { do: 'attempt', attempt: 'decide-before-evaluation' },
        { do: 'attempt', attempt: 'evaluator-decides-two-step' },
      ],
    },
    {
      at: '2026-04-28T14:00',
      title: 'Đánh giá: Phòng Quản lý đô thị, các phòng, người nộp muộn, người không nộp',
      acts: [
        { do: 'confirm', who: 'chu-tich-ubnd', finding: 'vhtt-phu-trach_2026-04_r1', due: '2026-05-08' },
        {
          do: 'record',
          who: 'qldt-pho-3',
          finding: {
            subject: 'qldt-cv-14',
            key: 'e1',
            source: 'evaluator',
            codes: '2.01 2.06',
            fact: 'Không xây dựng kế hoạch và không nộp báo cáo, phiếu tự đánh giá tháng 4.',
            degree: 'regular',
            due: '2026-05-08',
            state: 'confirmed',
          },
        },
        ...evaluators.map((who): Act => ({ do: 'evaluate', who, except: [...away] })),
        {
          do: 'unrate',
          who: 'tckh-truong',
          person: 'tckh-cv-07',
          reason: 'Nghỉ thai sản cả tháng: không xếp loại.',
        },
        { do: 'attempt', attempt: 'evaluate-oneself' },
        { do: 'attempt', attempt: 'forged-actor' },
      ],
    },
    {
      at: '2026-04-29T09:00',
      title: 'Quyết định của người đứng đầu; ý kiến tham khảo, đề xuất',
      acts: [
        {
          do: 'accept',
          who: 'chu-tich-ubnd',
          finding: 'vhtt-phu-trach_2026-04_r1',
          note: 'Đã kiểm tra, đạt yêu cầu.',
        },
        { do: 'decide', who: 'qldt-truong' },
        { do: 'decide', who: 'th-hieu-truong' },
        { do: 'decide', who: 'mn-hieu-truong' },
        ...['hdnd-pct', 'hdnd-phap-che', 'ubnd-pct-do-thi', 'ubnd-pct-van-xa'].map((who): Act => ({
          do: 'answer',
          who,
          except: [silentConsultation],
        })),
        { do: 'attempt', attempt: 'person-reads-consultation' },
        { do: 'attempt', attempt: 'person-reads-own-assessment' },
        { do: 'attempt', attempt: 'colleague-reads-assessment' },
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
      ],
    },
    {
      // In time for the deadline to evaluate, but one working day before the close: it counts in May.
      at: '2026-04-29T16:00',
      title: 'Xác nhận một dấu hiệu sát ngày chốt',
      acts: [{ do: 'confirm', who: 'tckh-truong', finding: `${lateFound}_2026-04_k1`, due: '2026-05-15' }],
    },
  ];
}

/** After the final run of 30/4 and the days off: leaders are evaluated and decided in one act on Monday 4/5. */
export function decisionAndAfter(everybody: readonly Authority[]): Scene[] {
  const deciders = [...new Set(everybody.filter((a) => a.tier === 'leader').map((a) => a.decider))].sort();
  return [
    {
      at: '2026-05-04T09:00',
      title: 'Đánh giá và quyết định đối với người đứng đầu, lãnh đạo',
      acts: deciders.map((who): Act => ({ do: 'evaluate', who })),
    },
    {
      at: '2026-05-05T08:30',
      title: 'Sau công bố: những việc phải bị từ chối',
      acts: [
        { do: 'attempt', attempt: 'person-writes-result' },
        { do: 'attempt', attempt: 'act-after-publication' },
        { do: 'attempt', attempt: 'colleague-reads-findings' },
      ],
    },
  ];
}
