// What March left behind: findings confirmed and still open when the first cycle of the system begins.
import { momentOf, type Moment } from '../../functions/src/domain/moment.ts';
import type { Finding } from '../../functions/src/schema/finding.ts';
import { noticesOf } from '../../functions/src/domain/notices.ts';
import type { Notice } from '../../functions/src/schema/notice.ts';
import { findingId, noticeId } from '../../functions/src/schema/paths.ts';

export type Left = Pick<
  Finding,
  'subject' | 'unit' | 'block' | 'evaluator' | 'decider' | 'codes' | 'fact' | 'degree' | 'due'
> & { notifiedAt: Moment };

export const confirmedOn = (day: string): Moment => momentOf(Date.parse(`${day}T09:00:00+07:00`));

const left: readonly Left[] = [
  // Open all through April: the head of the unit has a subordinate's finding open for more than a month.
  {
    subject: 'qldt-cv-03',
    unit: 'phong-qldt',
    block: 'government',
    evaluator: 'qldt-pho-1',
    decider: 'qldt-truong',
    codes: '2.01',
    fact: 'Để 05 hồ sơ cấp phép xây dựng quá hạn, chưa rà soát và báo cáo lãnh đạo.',
    degree: 'regular',
    due: '2026-03-31',
    notifiedAt: confirmedOn('2026-03-10'),
  },
  // Remedied in April, so April is Trung bình.
  {
    subject: 'mt-tai-chinh',
    unit: 'me-tri-ub',
    block: 'government',
    evaluator: 'me-tri-chu-tich',
    decider: 'me-tri-chu-tich',
    codes: '2.01',
    fact: 'Chưa đối chiếu công nợ tạm ứng quý I với các đơn vị.',
    degree: 'rare',
    due: '2026-04-15',
    notifiedAt: confirmedOn('2026-03-20'),
  },
  // On maternity leave since 2 March: the clock of the finding stands still.
  {
    subject: 'tckh-cv-07',
    unit: 'phong-tckh',
    block: 'government',
    evaluator: 'tckh-truong',
    decider: 'tckh-truong',
    codes: '2.06',
    fact: 'Báo cáo tổng hợp tài sản công tháng 02 gửi chậm.',
    degree: 'rare',
    due: '2026-03-31',
    notifiedAt: confirmedOn('2026-03-02'),
  },
];

/** What their people were told of them in March, and have read. */
export function toldOf(findings: ReadonlyMap<string, Finding>, names: ReadonlyMap<string, string>) {
  return [...findings].flatMap(([id, { remedyAt: _, ...finding }]) =>
    noticesOf({ ...finding, id, name: names.get(finding.subject) ?? '', reported: null }).map(
      ({ key, ...notice }): [string, Notice] => [
        noticeId(notice.person, key),
        { ...notice, at: finding.notifiedAt ?? confirmedOn('2026-03-01'), read: true },
      ],
    ),
  );
}

/** The district's. */
export const marchFindings = () => findingsOf(left);

/** Documents by id, as this system would have kept them. */
export function findingsOf(left: readonly Left[]): Map<string, Finding> {
  const entries = left.map(({ notifiedAt, ...seen }): [string, Finding] => [
    findingId(seen.subject, '2026-03', 'r1'),
    {
      ...seen,
      month: '2026-03',
      key: 'r1',
      source: 'evaluator',
      author: seen.evaluator,
      article: '',
      state: 'confirmed',
      settleReason: '',
      remedy: '',
      remedyState: 'none',
      remedyAt: null,
      remedyNote: '',
      rev: 0,
      actor: seen.evaluator,
      actedFor: null,
      savedAt: null,
      notified: true,
      notifiedAt,
      remedyReportedAt: null,
      countsIn: '2026-03',
      unclearIn: null,
      carriedTo: '2026-04',
      ...{ harm: '', harmIn: null, firstDue: null },
      log: [],
    },
  ]);
  return new Map(entries);
}
