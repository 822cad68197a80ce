// April 2026 from act to act: plans, drafts, findings, filings, evaluation, the two runs, decision (deadlines: domain.md section 7).
import type { Authority } from '../../../functions/src/domain/authorityTypes.ts';
import type { Unit } from '../../../functions/src/domain/organisation.ts';
import type { Act, Scene } from './acts.ts';
import { decisionAndAfter, afterTheDeadline } from './closingScenes.ts';
import { away, late, returned, silent, withoutUnitSheet } from './exceptions.ts';
import { findingsInTheMonth, ownFinding } from './findingScenes.ts';

export interface Cast {
  authorities: readonly Authority[];
  units: ReadonlyMap<string, Unit>;
}

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
    ...afterTheDeadline(cast.authorities, group('state-heads'), all, units),
    ...decisionAndAfter(cast.authorities),
  ];
}
