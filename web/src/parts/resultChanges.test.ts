// What is told to have changed between two versions of a result: nothing that differs is left out.
import { describe, expect, it } from 'vitest';
import { aResult } from '../../../test/fixtures/documents.ts';
import type { Result } from '../../../functions/src/schema/result.ts';
import { resultChanges } from './resultChanges.ts';

const first = aResult({ version: 1 });
const changed = (over: Partial<Result>) =>
  resultChanges(first, { ...first, version: 2, ...over })
    .filter(({ isSame }) => !isSame)
    .map(({ label, after }) => [label, after]);

describe('resultChanges', () => {
  it('says of both results and their reason that they stayed', () => {
    expect(resultChanges(first, { ...first, version: 2 }).map(({ label }) => label)).toEqual([
      ...['Xếp loại tháng', 'Mức độ nhận diện', 'Điểm', 'Người quyết định', 'Lý do'],
    ]);
    expect(changed({})).toEqual([]);
  });

  // Five fields were compared: a comment or a column of Phiếu 01 changed unsaid.
  it.each<[Partial<Result>, string, string]>([
    [{ comment: 'Chậm hai hồ sơ' }, 'Nhận xét của người đánh giá', 'Chậm hai hồ sơ'],
    [{ participants: 'Ban Thường vụ' }, 'Thành phần tham gia', 'Ban Thường vụ'],
    [{ evaluatedBy: 'Lê Thị B' }, 'Người đánh giá', 'Lê Thị B'],
    [{ findings: { f9: '2.06 · Đã khắc phục' } }, 'Biểu hiện tính vào tháng', '2.06 · Đã khắc phục'],
    [{ warnings: ['Nộp muộn'] }, 'Lưu ý khi quyết định', 'Nộp muộn'],
    [{ aResult: { ...first.aResult, r9: 'Đã xong' } }, 'Phiếu số 01: Đánh giá kết quả thực hiện', 'Đã xong'],
    [{ aCause: { ...first.aCause, a7: 'Khách quan' } }, 'Phiếu số 01: Nguyên nhân', 'Khách quan'],
  ])('tells %o', (over, label, after) => {
    expect(changed(over)).toEqual([[label, after]]);
  });
});
