import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citedArticle } from './filingRows.ts';
import type { Sheet, SheetDraft } from '../schema/sheet.ts';
import { emptyDraft } from '../schema/sheetDraft.ts';
import { checkFiling, type FilingContext } from './filing.ts';
import { hn1841, nd335 } from './templates.ts';

/** A staff member's filing with one shortcoming, complete. */
const complete: SheetDraft = {
  ...emptyDraft(),
  tasks: { t1: 'Tham mưu kế hoạch quý II', t2: 'Trả lời đơn thư', t10: 'Rà soát quy trình' },
  taskState: { t1: 'done', t2: 'late', t10: 'undone' },
  taskResult: { t1: '01 kế hoạch, đúng hạn', t2: '05/05 đơn, 02 đơn chậm', t10: 'Đạt 60%' },
  taskWhy: { t2: 'Chờ ý kiến phòng phối hợp', t10: 'Thay đổi biểu mẫu' },
  conduct: 'Chấp hành nghiêm',
  strengths: 'Chủ động',
  weaknesses: 'Còn chậm 02 đơn',
  causes: 'Phân bổ thời gian chưa hợp lý',
  score1: 28,
  score21: 18,
  score22: 33,
  rowSection: { r1: 'II.2' },
  rowResult: { r1: 'Chậm 02 đơn, 03 ngày' },
  rowCause: { r1: 'Chưa theo dõi hạn' },
  rowRemedy: { r1: 'Lập sổ theo dõi' },
  rowCodes: { r1: '2.01' },
  rowDegree: { r1: 'rare' },
  rowDue: { r1: '2026-05-15' },
  rowRemedyState: { r1: 'underway' },
  nextTasks: { t1: 'Tổng hợp báo cáo tháng' },
  nextRemedies: 'Hoàn thành sổ theo dõi trước 15/5',
};
const staff: FilingContext = { isHead: false, carried: {}, headFacts: {} };
const carrying: FilingContext = { ...staff, carried: { f1: '1.07: Đánh giá chậm' } };
const head: FilingContext = { ...staff, isHead: true, headFacts: { k1: 'Nguyễn Văn A: 2.03 quá hạn' } };

/** Section III answers f1. */
const answered: Partial<SheetDraft> = {
  rowSection: { ...complete.rowSection, r2: 'III' },
  rowFinding: { r2: 'f1' },
  rowResult: { ...complete.rowResult, r2: 'Đã đánh giá đủ' },
  rowRemedyState: { ...complete.rowRemedyState, r2: 'remedied' },
};
/** Nothing to report, so neither rows nor weaknesses. */
const nothing: Partial<SheetDraft> = {
  nothing: true,
  rowSection: {},
  weaknesses: '',
  causes: '',
  nextRemedies: '',
};

const fields = (draft: SheetDraft, context: FilingContext) =>
  checkFiling(draft, context, hn1841).map(({ field }) => field);

describe('a complete filing (domain 7: one filing, three parts)', () => {
  it.each([
    ['with a shortcoming', {}, staff],
    ['with nothing to report', nothing, staff],
    ['with a row that is no manifestation', { rowCodes: { r1: '' }, rowDegree: {}, nextRemedies: '' }, staff],
    [
      'remedied already, so without a date',
      { rowRemedyState: { r1: 'remedied' }, rowDue: {}, nextRemedies: '' },
      staff,
    ],
    ['scored to the maxima', { score1: 30, score21: 20, score22: 50 }, staff],
    ['with one group scored 0', { score1: 0, score21: 0.5, score22: 0 }, staff],
    ['without a task in the month', { tasks: {} }, staff],
    ['answering what was carried', answered, carrying],
    [
      'answering what was carried, and nothing new',
      { ...nothing, ...answered, rowSection: { r2: 'III' } },
      carrying,
    ],
    ['of a head', { headDuty: 'Chịu trách nhiệm chung', headWords: { k1: 'Đã đôn đốc' } }, head],
    ['of a head without facts to answer', { headDuty: 'Chịu trách nhiệm chung' }, { ...head, headFacts: {} }],
    ['of a person who heads nothing, with facts by mistake', {}, { ...head, isHead: false }],
  ] as [string, Partial<SheetDraft>, FilingContext][])('%s', (_, change, context) => {
    expect(checkFiling({ ...complete, ...change }, context, hn1841)).toEqual([]);
  });
});

describe('what is still missing', () => {
  it.each([
    // The report (S3 6.1)
    [{ tasks: { ...complete.tasks, t2: ' ' } }, staff, 'tasks.t2', 'Nhập tên nhiệm vụ số 2'],
    [{ taskState: { t1: 'done', t2: 'late' } }, staff, 'taskState.t10', 'Chọn tình trạng của nhiệm vụ số 3'],
    [
      { taskResult: { ...complete.taskResult, t1: '' } },
      staff,
      'taskResult.t1',
      'Nhập khối lượng, chất lượng, tiến độ, hiệu quả của nhiệm vụ số 1',
    ],
    [
      { taskWhy: { t10: 'Thay đổi biểu mẫu' } },
      staff,
      'taskWhy.t2',
      'Giải trình vì sao nhiệm vụ số 2 hoàn thành chậm',
    ],
    [
      { taskWhy: { t2: 'Chờ ý kiến' } },
      staff,
      'taskWhy.t10',
      'Giải trình vì sao nhiệm vụ số 3 chưa hoàn thành',
    ],
    [{ conduct: '' }, staff, 'conduct', 'Nhập ý thức, đạo đức, lối sống'],
    [{ strengths: '\n' }, staff, 'strengths', 'Nhập ưu điểm trong tháng'],
    [{ weaknesses: '' }, staff, 'weaknesses', 'Nhập khuyết điểm, tồn tại trong tháng'],
    [{ causes: '' }, staff, 'causes', 'Nhập nguyên nhân của khuyết điểm, tồn tại'],
    [
      { rowCodes: { ...complete.rowCodes, r1: '69' } },
      staff,
      'rowResult.r1',
      'Biểu hiện khác theo Quy định 69-QĐ/TW: nêu điều, khoản',
    ],
    // Footnote 5
    [
      { joint: 1, jointLate: 2, share: 'Một phần' },
      staff,
      'jointLate',
      'Số nhiệm vụ phối hợp chậm không thể nhiều hơn',
    ],
    [{ joint: 3, jointLate: 1 }, staff, 'share', 'Nêu trách nhiệm cá nhân'],
    [{ procedures: 3, proceduresLate: 4 }, staff, 'proceduresLate', 'Số thủ tục chậm không thể nhiều hơn'],
    [
      { procedures: 3, proceduresOff: 4 },
      staff,
      'proceduresOff',
      'Số thủ tục không đúng quy trình không thể nhiều hơn',
    ],
    // Scores
    [{ score1: 0, score21: 0, score22: 0 }, staff, 'score1', 'Tự chấm điểm các nhóm tiêu chí'],
    [{ score1: 30.5 }, staff, 'score1', 'Chấm điểm nhóm I từ 0 đến 30, lẻ đến nửa điểm'],
    [{ score1: -0.5 }, staff, 'score1', 'Chấm điểm nhóm I từ 0 đến 30'],
    [{ score21: 20.5 }, staff, 'score21', 'Chấm điểm nhóm II.1 từ 0 đến 20'],
    [{ score22: 33.3 }, staff, 'score22', 'Chấm điểm nhóm II.2 từ 0 đến 50'],
    [{ score22: Number.NaN }, staff, 'score22', 'Chấm điểm nhóm II.2 từ 0 đến 50'],
    // Phiếu 01 (S3 6.2)
    [
      { rowSection: {}, nextRemedies: '' },
      staff,
      'nothing',
      'Ghi tồn tại, hạn chế, hoặc chọn "Không có tồn tại',
    ],
    [{ nothing: true }, staff, 'nothing', 'Bỏ chọn "Không có tồn tại'],
    [{ rowResult: {} }, staff, 'rowResult.r1', 'Nhập kết quả, mặt chưa được của tồn tại số 1, mục II.2'],
    [{ rowCause: {} }, staff, 'rowCause.r1', 'Nhập nguyên nhân của tồn tại số 1, mục II.2'],
    [
      { rowCodes: {}, nextRemedies: '' },
      staff,
      'rowCodes.r1',
      'Chọn biểu hiện của tồn tại số 1, mục II.2, hoặc "Không có biểu hiện"',
    ],
    [{ rowDegree: {} }, staff, 'rowDegree.r1', 'Chọn mức độ biểu hiện của tồn tại số 1'],
    [{ rowRemedy: {} }, staff, 'rowRemedy.r1', 'Nhập giải pháp khắc phục của tồn tại số 1'],
    [{ rowDue: {} }, staff, 'rowDue.r1', 'Chọn hạn khắc phục của tồn tại số 1'],
    [
      { rowSection: { ...complete.rowSection, r2: 'IV' } },
      staff,
      'rowSection.r2',
      'Mục IV do cấp có thẩm quyền ghi',
    ],
    // Section III (domain 4)
    [{}, carrying, 'carried.f1', 'Trả lời mục III về: 1.07: Đánh giá chậm'],
    [{ ...answered, rowFinding: { r2: 'f9' } }, carrying, 'carried.f1', 'Trả lời mục III về'],
    [{ ...answered, rowSection: { r1: 'II.2' } }, carrying, 'carried.f1', 'Trả lời mục III về'],
    [
      { ...answered, rowResult: complete.rowResult },
      carrying,
      'rowResult.r2',
      'Nhập kết quả khắc phục: 1.07',
    ],
    [
      { ...answered, rowRemedyState: complete.rowRemedyState },
      carrying,
      'rowRemedy.r2',
      'Nhập giải pháp khắc phục tiếp: 1.07',
    ],
    // The plan of next month (S3 6.2)
    [{ nextTasks: {} }, staff, 'nextTasks', 'Nhập ít nhất một nhiệm vụ trong kế hoạch tháng sau'],
    [
      { nextTasks: { t1: 'Một', t2: '' } },
      staff,
      'nextTasks.t2',
      'Nhập nội dung nhiệm vụ số 2 của kế hoạch tháng sau',
    ],
    [{ nextRemedies: '' }, staff, 'nextRemedies', 'Nhập kế hoạch khắc phục tồn tại, hạn chế trong tháng sau'],
    [
      {
        ...nothing,
        ...answered,
        rowSection: { r2: 'III' },
        rowRemedyState: {},
        rowRemedy: { r2: 'Làm tiếp' },
      },
      carrying,
      'nextRemedies',
      'Nhập kế hoạch khắc phục',
    ],
    // Trách nhiệm người đứng đầu (S3 6.4)
    [{ headWords: { k1: 'Đã đôn đốc' } }, head, 'headDuty', 'Nhập trách nhiệm của người đứng đầu'],
    [
      { headDuty: 'Chịu trách nhiệm' },
      head,
      'headWords.k1',
      'Nêu trách nhiệm của người đứng đầu về: Nguyễn Văn A: 2.03 quá hạn',
    ],
  ] as [Partial<SheetDraft>, FilingContext, string, string][])(
    '%j → %s',
    (change, context, field, message) => {
      const gaps = checkFiling({ ...complete, ...change }, context, hn1841);
      expect(gaps).toEqual([{ field, message: expect.stringContaining(message) as string }]);
    },
  );

  it('of an empty sheet names every part, in the order of the form', () => {
    expect(fields(emptyDraft(), { ...head, ...carrying, isHead: true })).toEqual([
      'conduct',
      'strengths',
      'weaknesses',
      'causes',
      'score1',
      'nothing',
      'carried.f1',
      'nextTasks',
      'headDuty',
    ]);
  });

  it('numbers rows within their section, in the order they were added', () => {
    const draft: SheetDraft = {
      ...complete,
      rowSection: { r10: 'I', r2: 'I', r1: 'II.2' },
      rowCodes: { r1: '2.01', r2: '', r10: '' },
    };
    const causes = checkFiling(draft, staff, hn1841).filter(({ field }) => field.startsWith('rowCause'));
    expect(causes).toEqual([
      { field: 'rowCause.r2', message: 'Nhập nguyên nhân của tồn tại số 1, mục I' },
      { field: 'rowCause.r10', message: 'Nhập nguyên nhân của tồn tại số 2, mục I' },
    ]);
  });
});

describe('the article that code 69 wants', () => {
  it.each([
    ['Vi phạm Điều 25 khoản 1 về quy chế', 'Điều 25 khoản 1'],
    ['theo điểm a khoản 2 Điều 7', 'điểm a khoản 2 Điều 7'],
    ['điều  12', 'điều 12'],
    ['Trả lời chậm 4 ngày', ''],
    ['Điều chỉnh kế hoạch chậm', ''],
    [undefined, ''],
  ])('%s → %s', (text, article) => {
    expect(citedArticle(text)).toBe(article);
  });
});

describe('a filing under ND-335 (Mẫu số 01)', () => {
  const common = 'I.1=5 I.2=4.5 II.1=2.5 II.2=2 II.3=2.5 II.4=2.5 III.1=2 III.2=2 III.3=2.5 III.4=2';
  const kpi = { score1: 27.5, score21: 0, score22: 63.9, points: `${common} a=95.2 b=88.8 c=90` };
  const gapsOf = (change: Partial<SheetDraft>) =>
    checkFiling({ ...complete, ...kpi, ...change }, staff, nd335).map(({ field }) => field);
  it('is complete with every criterion and component', () => expect(gapsOf({})).toEqual([]));
  it('names the criterion that is missing, at its field, and the sum that no longer holds', () => {
    expect(gapsOf({ points: kpi.points.replace('II.3=2.5 ', '') })).toEqual(['points.II.3', 'score1']);
  });
  it('begins with the first criterion where nothing is scored', () => {
    expect(gapsOf({ score1: 0, score22: 0, points: '' })).toEqual(['points.I.1']);
  });
});

describe('invariants', () => {
  it('takes the documents as they are: a sheet is a draft and its own context', () => {
    const asFiled = (sheet: Sheet) => checkFiling(sheet, sheet, hn1841);
    expect(asFiled({ ...complete, ...carrying } as Sheet)).toHaveLength(1);
    expect(asFiled({ ...complete, ...answered, ...carrying } as Sheet)).toEqual([]);
  });

  it('taking away any text of a complete filing is noticed', () => {
    const texts = ['conduct', 'strengths', 'weaknesses', 'causes', 'nextRemedies'] as const;
    const maps = [
      'tasks',
      'taskResult',
      'taskWhy',
      'rowResult',
      'rowCause',
      'rowRemedy',
      'nextTasks',
    ] as const;
    const blank = fc.constantFrom('', ' ', '\n\t');
    fc.assert(
      fc.property(fc.subarray([...texts]), fc.subarray([...maps]), blank, (someTexts, someMaps, empty) => {
        const emptied = Object.fromEntries(someTexts.map((name) => [name, empty]));
        const blanked = Object.fromEntries(
          someMaps.map((name) => [
            name,
            Object.fromEntries(Object.keys(complete[name]).map((id) => [id, empty])),
          ]),
        );
        const gaps = fields({ ...complete, ...emptied, ...blanked }, staff);
        for (const name of someTexts) expect(gaps).toContain(name);
        for (const name of someMaps) expect(gaps.some((field) => field.startsWith(`${name}.`))).toBe(true);
        expect(gaps.length > 0).toBe(someTexts.length + someMaps.length > 0);
      }),
    );
  });
});
