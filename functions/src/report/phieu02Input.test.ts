import { describe, expect, it } from 'vitest';
import {
  aDecidedAssessment,
  anAssessment,
  anEvaluatedAssessment,
  aResult,
  aSubmittedSheet,
  aUnitMonth,
  anOpenedSheet,
} from '../../../test/fixtures/documents.ts';
import { momentOf } from '../domain/moment.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { UnitRow } from '../schema/unit.ts';
import { phieu02Input, type Phieu02Documents } from './phieu02Input.ts';

const unitRow = (name: string, over: Partial<UnitRow> = {}): UnitRow => ({
  name,
  post: 'Chuyên viên',
  stage: 'evaluated',
  late: false,
  filed: true,
  returned: false,
  excused: false,
  rating: null,
  level: null,
  score: null,
  codes: [],
  openFindings: 0,
  evaluator: 'hung',
  decider: 'mai',
  evaluatedBy: null,
  decidedBy: null,
  tier: 'staff',
  sheetRev: 3,
  assessmentRev: 1,
  version: 0,
  ...over,
});

const base: Phieu02Documents = {
  organisation: { partyName: 'Đảng bộ quận Nam Từ Liêm', place: 'Nam Từ Liêm' },
  unitMonth: aUnitMonth({ rows: { lan: unitRow('Nguyễn Thị Lan') } }),
  sheets: [aSubmittedSheet()],
  results: [],
  assessments: [],
  draft: false,
  headName: 'Phan Hồng Sơn',
  at: momentOf(Date.UTC(2026, 4, 5, 1)),
};
const rowsOf = (over: Partial<Phieu02Documents>) => phieu02Input({ ...base, ...over }).rows;
const rowOf = (over: Partial<Phieu02Documents>) => rowsOf(over)[0];

describe('the list', () => {
  it('has its own head first, then leaders — who may head another unit —, then everybody by given name as Vietnamese sorts it', () => {
    const people: [string, string, Partial<UnitRow>][] = [
      ['a', 'Vũ Thị Ánh', {}],
      ['b', 'Lê Văn An', {}],
      ['c', 'Đỗ Văn Đức', {}],
      ['d', 'Trần Thị Dung', {}],
      ['e', 'Bùi Văn An', {}],
      ['f', 'Hoàng Văn Bình', { tier: 'leader' }],
      ['g', 'Phan Hồng Sơn', { tier: 'leader' }],
    ];
    const sheets: Sheet[] = people.map(([person]) =>
      aSubmittedSheet({ person, isHead: ['f', 'g'].includes(person), head: person === 'g' ? null : 'g' }),
    );
    const rows = Object.fromEntries(people.map(([person, name, over]) => [person, unitRow(name, over)]));
    expect(rowsOf({ unitMonth: aUnitMonth({ rows }), sheets }).map(({ name }) => name)).toEqual([
      'Phan Hồng Sơn',
      'Hoàng Văn Bình',
      'Bùi Văn An',
      'Lê Văn An',
      'Vũ Thị Ánh',
      'Trần Thị Dung',
      'Đỗ Văn Đức',
    ]);
  });

  it('of a unit without people is empty', () => {
    expect(phieu02Input({ ...base, unitMonth: aUnitMonth(), sheets: [] })).toMatchObject({
      rows: [],
      unitName: 'Phòng Nội vụ',
      date: '2026-05-05',
      month: '2026-04',
      headName: 'Phan Hồng Sơn',
      draft: false,
    });
  });
});

describe('the final form', () => {
  it('prints the published result and no proposal', () => {
    const result = aResult({
      rating: 'C',
      level: 'poor',
      findings: { f1: '2.05 · Đã xác nhận', f2: '1.02 · Đã khắc phục' },
    });
    expect(rowOf({ results: [result], assessments: [anEvaluatedAssessment()] })).toEqual({
      name: 'Nguyễn Thị Lan',
      result: 'Hoàn thành nhiệm vụ',
      shortcomings: 'Một đơn trả lời chậm 3 ngày',
      causes: 'Phối hợp chưa tốt',
      remedies: 'Lập lịch theo dõi (Đang khắc phục)',
      identified: 'Nội dung 2.05 · Đã xác nhận\nNội dung 1.02 · Đã khắc phục',
      level: 'poor',
    });
  });

  it('says that there is no manifestation where none counts, whatever the person had named', () => {
    expect(rowOf({ results: [aResult()] })?.identified).toBe('Không có biểu hiện');
  });

  it('says không xếp loại without a level', () => {
    expect(rowOf({ results: [aResult({ rating: null, level: null, unrated: true })] })).toMatchObject({
      result: 'Không xếp loại',
      level: null,
    });
  });

  it('says what is still undecided, and takes no proposal in its place', () => {
    expect(rowOf({ assessments: [anEvaluatedAssessment()] })).toMatchObject({
      result: 'Chưa có quyết định',
      level: null,
      identified: '',
    });
  });
});

describe('the draft', () => {
  const draft = (over: Partial<Phieu02Documents>) => rowOf({ draft: true, ...over });

  it('prints what the evaluator proposes', () => {
    expect(draft({ assessments: [anEvaluatedAssessment({ eRating: 'B', eLevel: 'fair' })] })).toMatchObject({
      result: 'Hoàn thành tốt nhiệm vụ',
      level: 'fair',
      identified: 'Có biểu hiện nhưng không thường xuyên ở nội dung 2.03',
    });
  });

  it('prints the decision where there is one already', () => {
    const decided = aDecidedAssessment({ eRating: 'B', eLevel: 'fair', dRating: 'D', dLevel: 'poor' });
    expect(draft({ assessments: [decided] })).toMatchObject({
      result: 'Không hoàn thành nhiệm vụ',
      level: 'poor',
    });
  });

  it.each(['waiting', 'returned'] as const)('says that one %s is not evaluated', (state) => {
    const early = anAssessment({ state, eRating: 'A', eLevel: 'good' });
    expect(draft({ assessments: [early] })).toMatchObject({ result: 'Chưa đánh giá', level: null });
  });

  it('leaves out what the evaluator dismissed, and keeps what they left as it was', () => {
    const evaluation = { aCodes: {}, aDegree: {} };
    const id = 'lan_2026-04_r1';
    const of = (verdict: 'dismissed' | 'open') =>
      draft({ assessments: [anEvaluatedAssessment({ ...evaluation, verdicts: { [id]: verdict } })] })
        ?.identified;
    expect(of('dismissed')).toBe('Không có biểu hiện');
    expect(of('open')).toBe('Có biểu hiện nhưng không thường xuyên ở nội dung 2.03, 2.06');
  });

  it('of an excused month says so', () => {
    expect(draft({ assessments: [anEvaluatedAssessment({ state: 'unrated' })] })).toMatchObject({
      result: 'Không xếp loại',
      level: null,
    });
  });
});

describe('the words', () => {
  it('are numbered alike over the columns, the authority’s in the place of the person’s', () => {
    const sheet = aSubmittedSheet({
      rowSection: { r2: 'I', r1: 'II.2', r10: 'II.1' },
      rowResult: { r1: 'Một', r2: 'Hai', r10: 'Mười' },
      rowCause: { r2: 'Vì hai' },
      rowRemedy: { r1: 'Sửa một', r10: 'Sửa mười' },
      rowRemedyState: { r10: 'remedied' },
    });
    const result = aResult({
      aResult: { r2: 'Hai, theo cấp trên', a1: 'Thêm' },
      aRemedy: { a1: 'Sửa thêm' },
    });
    expect(rowOf({ sheets: [sheet], results: [result] })).toMatchObject({
      shortcomings: '1. Một\n2. Hai, theo cấp trên\n3. Mười\n4. Thêm',
      causes: '2. Vì hai',
      remedies: '1. Sửa một\n3. Sửa mười (Đã khắc phục xong)\n4. Sửa thêm',
    });
  });

  it('of section III tell the finding as the shortcoming and the answer as its remedy', () => {
    const sheet = aSubmittedSheet({
      carried: { f: 'Biểu hiện 2.01: chậm cập nhật hồ sơ' },
      rowSection: { r1: 'III' },
      rowFinding: { r1: 'f' },
      rowResult: { r1: 'Đã cập nhật 36/36 hồ sơ' },
      rowRemedy: {},
      rowRemedyState: { r1: 'remedied' },
    });
    expect(rowOf({ sheets: [sheet], results: [aResult()] })).toMatchObject({
      shortcomings: 'Biểu hiện 2.01: chậm cập nhật hồ sơ',
      remedies: 'Đã cập nhật 36/36 hồ sơ (Đã khắc phục xong)',
    });
  });

  it('of somebody who did not file are the authority’s alone', () => {
    const unfiled = anOpenedSheet({ rowSection: { r1: 'I' }, rowResult: { r1: 'Bản nháp' } });
    const row = rowOf({
      sheets: [unfiled],
      results: [aResult({ aResult: { a1: 'Không báo cáo' }, filed: false })],
    });
    expect(row?.shortcomings).toBe('Không nộp phiếu\nKhông báo cáo');
  });
});
