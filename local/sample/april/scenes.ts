// April 2026 from act to act: plans, drafts, findings, filings, evaluation, the two runs, decision (deadlines: domain.md section 7).
import type { Authority } from '../../../functions/src/domain/authorityTypes.ts';
import type { Unit } from '../../../functions/src/domain/organisation.ts';
import type { Act, Scene } from './acts.ts';
import { away, silent, withoutUnitSheet } from './exceptions.ts';

export interface Cast {
  authorities: readonly Authority[];
  units: ReadonlyMap<string, Unit>;
}

const returned = 'tckh-cv-05';
const late = 'cd-vhxh';
const lateFound = 'tckh-cv-12';
/** Units whose figures the Offices leave out, so that the final run has something to name. */
const withoutFigures = ['dang-uy-khoi-dn'];
const silentConsultation = 'tnmt-truong';

const isPresent = ({ person }: Authority) => !silent.has(person) && !away.has(person);
const kindOf = (cast: Cast, { unit }: Authority) => cast.units.get(unit)?.kind ?? 'division';
const blockOf = (cast: Cast, { unit }: Authority) => cast.units.get(unit)?.block ?? 'government';

type Group =
  'wards' | 'schools' | 'party' | 'finance' | 'urban' | 'divisions' | 'party-heads' | 'state-heads';

function groupOf(cast: Cast, authority: Authority): Group {
  if (authority.isHead || authority.tier === 'leader') {
    return blockOf(cast, authority) === 'party' ? 'party-heads' : 'state-heads';
  }
  const kind = kindOf(cast, authority);
  if (kind === 'ward-party' || kind === 'ward-committee') return 'wards';
  if (kind === 'school') return 'schools';
  if (authority.unit === 'phong-tckh') return 'finance';
  if (authority.unit === 'phong-qldt') return 'urban';
  return blockOf(cast, authority) === 'party' ? 'party' : 'divisions';
}

export function scenesOf(cast: Cast): Scene[] {
  const group = (...names: Group[]) =>
    cast.authorities.filter((a) => isPresent(a) && names.includes(groupOf(cast, a)));
  const all = (act: 'plan' | 'draft' | 'submit', people: readonly Authority[]): Act[] =>
    people.map(({ person }) => ({ do: act, who: person }));
  const units = (act: 'unitPlan' | 'unitFile', people: readonly Authority[]): Act[] =>
    people
      .filter(({ person, isHead }) => isHead && !withoutUnitSheet.has(person))
      .map(({ person, unit }) => ({ do: act, who: person, unit }));
  const evaluators = (people: readonly Authority[]) => [...new Set(people.map((a) => a.evaluator))].sort();
  const staff = group('wards', 'schools', 'party', 'finance', 'urban', 'divisions');
  const heads = group('party-heads', 'state-heads');

  return [
    {
      at: '2026-04-02T08:30',
      title: 'Kế hoạch tháng: phường, khối Đảng',
      acts: all('plan', group('wards', 'party', 'party-heads')),
    },
    {
      at: '2026-04-02T14:00',
      title: 'Kế hoạch tháng: khối chính quyền',
      acts: all('plan', group('finance', 'urban', 'divisions')),
    },
    {
      at: '2026-04-03T09:00',
      title: 'Kế hoạch tháng: nhà trường, người đứng đầu, đơn vị',
      acts: [...all('plan', group('schools', 'state-heads')), ...units('unitPlan', heads)],
    },
    ...findingsInTheMonth(),
    { at: '2026-04-15T15:00', title: 'Lưu nháp báo cáo', acts: all('draft', [...staff, ...heads]) },
    {
      at: '2026-04-21T16:00',
      title: 'Nộp phiếu: phường, nhà trường',
      acts: all(
        'submit',
        group('wards', 'schools').filter(({ person }) => person !== late),
      ),
    },
    {
      at: '2026-04-22T10:00',
      title: 'Nộp phiếu: khối Đảng, các phòng',
      acts: [...all('submit', group('party', 'divisions')), ...ownFinding],
    },
    {
      at: '2026-04-23T15:00',
      title: 'Nộp phiếu: hai phòng lớn',
      acts: [
        ...all('submit', group('finance', 'urban')),
        {
          do: 'begin',
          who: 'tckh-cv-03',
          finding: 'tckh-cv-03_2026-04_e1',
          remedy: 'Đã hẹn lịch đối chiếu với 03 phường, xong trước 15/5.',
        },
        { do: 'attempt', attempt: 'submit-twice' },
        { do: 'attempt', attempt: 'incomplete-filing' },
      ],
    },
    {
      at: '2026-04-24T10:00',
      title: 'Nộp phiếu: người đứng đầu khối Đảng',
      acts: [
        ...all('submit', group('party-heads')),
        ...units('unitFile', group('party-heads')),
        { do: 'submit', who: 'vhtt-phu-trach' },
      ],
    },
    {
      at: '2026-04-24T14:00',
      title: 'Đánh giá: nhà trường, phường, khối Đảng, Phòng Tài chính - Kế hoạch',
      acts: [
        {
          do: 'return',
          who: 'tckh-truong',
          person: returned,
          note: 'Nêu rõ kết quả nhiệm vụ thứ hai và bổ sung số liệu đối chiếu.',
        },
        ...evaluators(group('wards', 'schools', 'party', 'finance')).map((who): Act => ({
          do: 'evaluate',
          who,
          except: [returned],
        })),
        { do: 'attempt', attempt: 'evaluate-leader-before-final-run' },
      ],
    },
    ...afterTheDeadline(cast, group('state-heads'), all, units),
    ...decisionAndAfter(cast),
  ];
}

/** Recorded by the inspection committee, confirmed, remedied; a carried one remedied in April. */
function findingsInTheMonth(): Scene[] {
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
const ownFinding: Act[] = [
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

/** The 25th to the 27th are days off: what is due moves to Tuesday the 28th, after the interim run at 06:00. */
function afterTheDeadline(
  cast: Cast,
  stateHeads: readonly Authority[],
  all: (act: 'submit', people: readonly Authority[]) => Act[],
  units: (act: 'unitFile', people: readonly Authority[]) => Act[],
): Scene[] {
  const rest = stateHeads.filter(({ person }) => person !== 'vhtt-phu-trach');
  const evaluators = [
    ...new Set(cast.authorities.filter((a) => a.tier === 'staff').map((a) => a.evaluator)),
  ].sort();
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
function decisionAndAfter(cast: Cast): Scene[] {
  const deciders = [
    ...new Set(cast.authorities.filter((a) => a.tier === 'leader').map((a) => a.decider)),
  ].sort();
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
