import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as labels from './labels.ts';
import {
  categories,
  degrees,
  excuses,
  findingSources,
  findingStates,
  levels,
  ratings,
  remedyStates,
  stages,
  taskStates,
  tiers,
  verdicts,
} from './words.ts';

/** The two forms of S3 as scanned, with the slips of the scan mended and footnote marks and line breaks taken out. */
function forms(): string {
  return (
    readFileSync(new URL('./sources/S3-forms.txt', import.meta.url), 'utf8')
      .replaceAll('ĐẢNG CÔNG SẢN', 'ĐẢNG CỘNG SẢN')
      .replaceAll('khác phục', 'khắc phục')
      .replaceAll('Nếu rõ', 'Nêu rõ')
      .replaceAll('Chi thị', 'Chỉ thị')
      .replaceAll('không thành công', 'không hoàn thành')
      .replace(/[²³⁴⁵⁶⁷]/g, '')
      .replace(/\s+/g, ' ')
      // The title of II.2 runs over the page break, with footnotes and the repeated head between.
      .replace('đột xuất đảm bảo tiến độ, ', 'đột xuất đảm bảo tiến độ, chất lượng ')
      .replace(/ ([,:.])/g, '$1')
  );
}

/** Every official string of the forms, wherever it stands in their structure. */
function printed(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(printed);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'key' ? [] : printed(inner)));
}

describe('the forms', () => {
  const scan = forms();

  it.each([
    ...new Set([...printed(labels.personForm), ...printed(labels.unitForm), ...printed(labels.footnotes)]),
  ])('print as S3 prints: %s', (text) => {
    expect(scan).toContain(text);
  });

  it('have the columns of S3 in its order (Phiếu 01: 4 + 4; Phiếu tổng hợp: 7 + 3)', () => {
    const four = [
      'Đánh giá kết quả thực hiện',
      'Nguyên nhân',
      'Nhận diện biểu hiện',
      'Phương hướng, giải pháp khắc phục',
    ];
    expect(labels.personForm.self.columns.map(({ head }) => head)).toEqual(four);
    expect(labels.personForm.authority.columns.map(({ head }) => head)).toEqual(four);
    expect(labels.unitForm.columns.map(({ head }) => head).join(' ')).toBe(
      'TT Họ tên Đánh giá kết quả thực hiện Tồn tại Nguyên nhân Kết quả khắc phục Nhận diện biểu hiện',
    );
    expect(labels.unitForm.levels.columns.map(({ head }) => head)).toEqual(['Tốt', 'TB', 'Kém']);
    expect(labels.formSections.map(({ number }) => number)).toEqual(['I', 'II', 'II.1', 'II.2', 'III', 'IV']);
  });

  it('carry footnotes 2 to 7, each called once', () => {
    expect(labels.footnotes.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7]);
    const calls = [...JSON.stringify(labels.personForm).matchAll(/"footnote":(\d)/g)].map((match) =>
      Number(match[1]),
    );
    expect(calls.sort()).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('carry none of the slips of the scan (domain.md, head)', () => {
    const all = printed(labels).join('\n');
    for (const slip of ['những nhiễu', 'Chi thị', 'khác phục', 'CÔNG SẢN', 'trừ dập', 'Nếu rõ', 'thành công'])
      expect(all).not.toContain(slip);
    expect(all).toBe(all.normalize('NFC'));
  });
});

describe('the words', () => {
  it('name every member of the vocabulary', () => {
    const named: [readonly string[], Record<string, string>][] = [
      [ratings, labels.ratingLabels],
      [ratings, labels.ratingShortLabels],
      [levels, labels.levelLabels],
      [levels, labels.levelShortLabels],
      [degrees, labels.degreeLabels],
      [degrees, labels.degreeShortLabels],
      [stages, labels.stageLabels],
      [findingStates, labels.findingStateLabels],
      [verdicts, labels.verdictLabels],
      [remedyStates, labels.remedyStateLabels],
      [findingSources, labels.sourceLabels],
      [categories, labels.categoryLabels],
      [excuses, labels.excuseLabels],
      [taskStates, labels.taskStateLabels],
      [tiers, labels.tierLabels],
    ];
    for (const [words, names] of named) {
      expect(Object.keys(names).sort()).toEqual([...words].sort());
      expect(new Set(Object.values(names)).size).toBe(words.length);
    }
  });

  it('say the four ratings and three levels officially (S3 footnotes 6 and 7, II.4)', () => {
    expect(Object.values(labels.ratingLabels)).toEqual([
      'Hoàn thành xuất sắc nhiệm vụ',
      'Hoàn thành tốt nhiệm vụ',
      'Hoàn thành nhiệm vụ',
      'Không hoàn thành nhiệm vụ',
    ]);
    expect(Object.values(labels.levelLabels)).toEqual(['Tốt', 'Trung bình', 'Kém']);
  });

  it.each([
    [[], null, 'Không có biểu hiện'],
    [[], 'rare', 'Không có biểu hiện'],
    [['1.07'], 'unclear', 'Có biểu hiện nhưng chưa rõ ở nội dung 1.07'],
    [['1.07', '2.03'], 'rare', 'Có biểu hiện nhưng không thường xuyên ở nội dung 1.07, 2.03'],
    [['69'], 'regular', 'Có biểu hiện thường xuyên ở nội dung 69'],
  ] as const)('identify %j, %s as footnote 4 does', (codes, degree, sentence) => {
    expect(labels.identification(codes, degree)).toBe(sentence);
  });
});
