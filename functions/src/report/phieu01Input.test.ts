import { describe, expect, it } from 'vitest';
import { aResult, aSubmittedSheet, anOpenedSheet } from '../../../test/fixtures/documents.ts';
import { momentOf } from '../domain/moment.ts';
import type { Result } from '../schema/result.ts';
import type { Sheet } from '../schema/sheet.ts';
import { phieu01Input } from './phieu01Input.ts';

const organisation = {
  name: 'Quận Nam Từ Liêm',
  partyName: 'Đảng bộ quận Nam Từ Liêm',
  place: 'Nam Từ Liêm',
};
/** 00:30 of the 5th in Việt Nam, still the 4th in UTC. */
const at = momentOf(Date.UTC(2026, 4, 4, 17, 30));
const inputOf = (sheet: Sheet, result: Result | null) =>
  phieu01Input({ organisation, sheet, result, headName: 'Phan Hồng Sơn', at });

describe('whose form', () => {
  it('takes the head from the organisation and the frozen authority, the day from the moment in Việt Nam', () => {
    expect(inputOf(aSubmittedSheet(), null)).toMatchObject({
      partyName: 'Đảng bộ quận Nam Từ Liêm',
      place: 'Nam Từ Liêm',
      date: '2026-05-05',
      month: '2026-04',
      personName: 'Nguyễn Thị Lan',
      unitName: 'Phòng Nội vụ',
      headName: 'Phan Hồng Sơn',
      createdAt: '2026-05-04T17:30:00.000Z',
    });
  });
});

describe('rows of the person', () => {
  it('carry the delay of footnote 3, the sentence of footnote 4, the state and the day of the remedy', () => {
    expect(inputOf(aSubmittedSheet(), null).rows).toEqual([
      {
        section: 'II.2',
        content: '',
        self: {
          result: 'Một đơn trả lời chậm 3 ngày\nThời gian chậm trễ: 3 ngày',
          cause: 'Phối hợp chưa tốt',
          identified: 'Có biểu hiện nhưng không thường xuyên ở nội dung 2.03, 2.06',
          remedy: 'Lập lịch theo dõi\nĐang khắc phục\nHạn: 15/5/2026',
        },
        authority: null,
        note: '',
      },
    ]);
  });

  it.each([
    [undefined, undefined, ''],
    ['', undefined, 'Không có biểu hiện'],
    ['2.05', 'unclear', 'Có biểu hiện nhưng chưa rõ ở nội dung 2.05'],
    ['1.02 2.05', 'regular', 'Có biểu hiện thường xuyên ở nội dung 1.02, 2.05'],
    ['2.05', undefined, 'Nội dung 2.05'],
  ] as const)('codes %j with degree %j read %j', (codes, degree, sentence) => {
    const sheet = aSubmittedSheet({
      rowCodes: codes === undefined ? {} : { r1: codes },
      rowDegree: degree === undefined ? {} : { r1: degree },
    });
    expect(inputOf(sheet, null).rows[0]?.self?.identified).toBe(sentence);
  });

  it.each([
    ['2026-02-05', 'Hạn: 05/02/2026'],
    ['2026-11-05', 'Hạn: 05/11/2026'],
    ['2026-03-15', 'Hạn: 15/3/2026'],
  ])('a day %s reads %s: days 1–9 and months 1 and 2 alone take a zero', (day, text) => {
    expect(inputOf(aSubmittedSheet({ rowDue: { r1: day } }), null).rows[0]?.self?.remedy).toContain(text);
  });

  it('come in the order of their numbers, not of their texts', () => {
    const rowResult = { r10: 'mười', r2: 'hai', r1: 'một' };
    const sheet = aSubmittedSheet({ rowSection: { r10: 'I', r2: 'I', r1: 'II.1' }, rowResult, rowDelay: {} });
    expect(inputOf(sheet, null).rows.map(({ section, self }) => [section, self?.result])).toEqual([
      ['II.1', 'một'],
      ['I', 'hai'],
      ['I', 'mười'],
    ]);
  });

  it('of section III name the carried finding; one that nobody answered stands there unanswered', () => {
    const sheet = aSubmittedSheet({
      carried: {
        'lan_2026-03_r1': 'Biểu hiện 2.01: chậm',
        'lan_2026-03_r2': 'Biểu hiện 2.05: không trả lời',
      },
      rowSection: { r1: 'III' },
      rowFinding: { r1: 'lan_2026-03_r2' },
    });
    expect(
      inputOf(sheet, null).rows.map(({ section, content, self }) => [section, content, self !== null]),
    ).toEqual([
      ['III', 'Biểu hiện 2.05: không trả lời', true],
      ['III', 'Biểu hiện 2.01: chậm', false],
    ]);
  });

  it('of section III name what was remedied last month too, with how it ended', () => {
    const remediedBefore = { 'lan_2026-03_r1': 'Biểu hiện 2.01: chậm (đã khắc phục ngày 20/03/2026)' };
    const { rows } = inputOf(aSubmittedSheet({ remediedBefore }), null);
    expect(
      rows.filter(({ section }) => section === 'III').map(({ content, self }) => [content, self]),
    ).toEqual([['Biểu hiện 2.01: chậm (đã khắc phục ngày 20/03/2026)', null]]);
  });

  it('that were written and never handed in are nobody’s business', () => {
    const draft = aSubmittedSheet({
      state: 'open',
      stage: 'open',
      nothing: true,
      carried: { f: 'Biểu hiện 2.01' },
    });
    for (const result of [null, aResult({ filed: false })]) {
      expect(inputOf(draft, result)).toMatchObject({
        filed: false,
        nothing: false,
        counts: null,
        manifestations: [],
      });
      expect(inputOf(draft, result).rows).toEqual([
        { section: 'III', content: 'Biểu hiện 2.01', self: null, authority: null, note: '' },
      ]);
    }
  });
});

describe('rows of the authority', () => {
  it('stand beside the row they judge, or in section IV', () => {
    const result = aResult({
      aResult: { r1: 'Đúng như tự nhận', a50: 'Ba đơn chậm', a2: 'Cần chủ động' },
      aCause: { a2: 'Thiếu đôn đốc' },
      aRemedy: { a50: 'Đã khắc phục' },
      aCodes: { r1: '', a50: '2.05' },
      aDegree: { a50: 'rare' },
    });
    const rows = inputOf(aSubmittedSheet(), result).rows;
    expect(rows.map(({ section, authority }) => [section, authority])).toEqual([
      ['II.2', { result: 'Đúng như tự nhận', cause: '', identified: 'Không có biểu hiện', remedy: '' }],
      ['IV', { result: 'Cần chủ động', cause: 'Thiếu đôn đốc', identified: '', remedy: '' }],
      [
        'IV',
        {
          result: 'Ba đơn chậm',
          cause: '',
          identified: 'Có biểu hiện nhưng không thường xuyên ở nội dung 2.05',
          remedy: 'Đã khắc phục',
        },
      ],
    ]);
    expect(rows.filter(({ section }) => section === 'IV').every(({ self }) => self === null)).toBe(true);
  });

  it('are empty where it let the row stand', () => {
    expect(inputOf(aSubmittedSheet(), aResult()).rows[0]?.authority).toBeNull();
  });
});

describe('footnote 5', () => {
  it('counts, and explains each task not done or late', () => {
    const sheet = aSubmittedSheet({
      undone: 1,
      taskState: { t1: 'undone', t2: 'late', t12: 'done' },
      taskWhy: { t1: 'Thiếu số liệu', t2: 'Chờ ý kiến' },
      tasks: { t12: 'Việc đột xuất', t2: 'Trả lời đơn thư', t1: 'Kế hoạch quý II' },
    });
    expect(inputOf(sheet, null).counts).toEqual({
      undone: 1,
      joint: 3,
      jointLate: 1,
      procedures: 120,
      proceduresLate: 2,
      proceduresOff: 0,
      share: 'Soạn thảo chính',
      initiative: '',
      tasks: ['Kế hoạch quý II: Thiếu số liệu', 'Trả lời đơn thư: Chờ ý kiến'],
    });
  });
});

describe('the outcome', () => {
  it('is open until published', () => {
    expect(inputOf(aSubmittedSheet(), null)).toMatchObject({ outcome: null, basis: null });
  });

  it('is the published one', () => {
    expect(inputOf(aSubmittedSheet(), aResult({ rating: 'C', level: 'poor' })).outcome).toEqual({
      rating: 'C',
      level: 'poor',
      unrated: false,
    });
  });

  it('shows who judged what, the reason, the findings, the warnings and the trace', () => {
    const trace = [{ clause: 'S3 II.4', rule: 'Quy tắc', facts: ['Dữ kiện'], outcome: 'Trung bình' }];
    const { basis } = inputOf(
      aSubmittedSheet(),
      aResult({
        evaluatorRating: 'A',
        evaluatorLevel: 'good',
        evaluatorScore: 90.5,
        reason: 'Còn một việc chậm',
        comment: 'Cần chủ động hơn',
        participants: 'Ban Thường vụ',
        findings: { f1: '2.05 · Đã khắc phục' },
        late: true,
        version: 2,
        warnings: ['Cảnh báo'],
        trace,
      }),
    );
    expect(basis?.trace).toEqual(trace);
    expect(basis?.warnings).toEqual(['Cảnh báo']);
    expect(basis?.statements.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Người đánh giá: Trần Văn Hùng: Hoàn thành xuất sắc nhiệm vụ, 90,5 điểm, mức độ Tốt',
      'Người quyết định: Lê Thị Mai: Hoàn thành tốt nhiệm vụ, 88 điểm, mức độ Trung bình',
      'Thành phần tham gia: Ban Thường vụ',
      'Lý do: Còn một việc chậm',
      'Nhận xét: Cần chủ động hơn',
      'Biểu hiện tính vào tháng: 2.05 · Đã khắc phục',
      'Việc nộp phiếu: Nộp muộn',
      'Thời điểm quyết định: 04/05/2026 10:00',
      'Phiên bản kết quả: 2',
    ]);
  });

  it('of an excused month names no rating and no cause', () => {
    const none = {
      rating: null,
      level: null,
      score: null,
      evaluatorRating: null,
      evaluatorLevel: null,
      evaluatorScore: null,
    } as const;
    const input = inputOf(
      anOpenedSheet(),
      aResult({ ...none, unrated: true, excuse: 'illness', filed: false }),
    );
    expect(input.outcome).toEqual({ rating: null, level: null, unrated: true });
    expect(input.basis?.statements[1]?.text).toBe('Lê Thị Mai: không xếp loại');
    expect(JSON.stringify(input)).not.toMatch(/Đau ốm|illness/u);
  });
});

describe('the manifestations that the form names', () => {
  it('are worded once each, in the order of the annex, as this organisation says it', () => {
    const sheet = aSubmittedSheet({ rowCodes: { r1: '2.05' } });
    const named = inputOf(sheet, aResult({ aCodes: { r1: '1.01 2.05' } })).manifestations;
    expect(named.map(({ code }) => code)).toEqual(['1.01', '2.05']);
    expect(named[0]?.text).toContain('của Trung ương, Thành phố và của quận.');
  });

  it.each([
    ['Phường Từ Liêm', 'phường'],
    ['Xã Ô Diên', 'xã'],
  ])('of %s say %s', (name, word) => {
    const input = phieu01Input({
      organisation: { ...organisation, name },
      sheet: aSubmittedSheet({ rowCodes: { r1: '1.01' } }),
      result: null,
      headName: null,
      at,
    });
    expect(input.manifestations[0]?.text).toContain(`của ${word}.`);
  });
});
