// Who sees what of one's own month, from the authority frozen on the sheet.
import { describe, expect, it } from 'vitest';
import { readersOf } from './readersOfMine.ts';

const sheet = {
  ...{
    person: 'lan',
    evaluator: 'pho',
    evaluatorName: 'Trần Phó',
    decider: 'truong',
    deciderName: 'Lê Trưởng',
  },
  ...{ head: 'truong', consulted: [], onRequest: [], proposers: [], block: 'government' as const },
};
const who = (change: object = {}) =>
  readersOf({ ...sheet, ...change }, null, 'Phòng Nội vụ').map((r) => r.who);

describe('readersOf', () => {
  it('tells evaluator and decider apart, and only the decider reads what others were asked', () => {
    const [evaluator, decider] = readersOf(sheet, null, null);
    expect(evaluator).toMatchObject({ name: 'Trần Phó', not: 'Ý kiến tham khảo, đề xuất' });
    expect(decider).toMatchObject({ name: 'Lê Trưởng', not: '' });
    expect(decider?.sees).toContain('ý kiến tham khảo');
  });
  it('joins them where they are one', () => {
    expect(who({ decider: 'pho', head: 'pho' })[0]).toBe('Người đánh giá và quyết định xếp loại');
    expect(who({ decider: 'pho', head: 'pho' })).not.toContain('Người đứng đầu đơn vị');
  });
  it('names the head who does neither, and who is asked or proposes', () => {
    expect(who({ head: 'ai-khac', consulted: ['a', 'b'], proposers: ['c'] })).toEqual(
      expect.arrayContaining(['Người đứng đầu đơn vị', 'Người được hỏi ý kiến (2 người)', 'Người đề xuất']),
    );
    expect(who()).not.toContain('Người đề xuất');
  });
  it('says who may be asked where the decider wants it, and that they read nothing before', () => {
    const [asked] = readersOf({ ...sheet, onRequest: ['uv'] }, null, null).filter((r) =>
      r.who.includes('Cấp ủy'),
    );
    expect(asked?.when).toBe('Chỉ khi người quyết định hỏi ý kiến');
    expect(who()).not.toContain('Cấp ủy viên phụ trách');
  });
  it('says of clerk, colleagues and strangers what they don’t see', () => {
    const shown = readersOf(sheet, null, null);
    expect(shown.find((r) => r.who.includes('nhân sự'))?.not).toContain('biểu hiện');
    expect(shown.find((r) => r.who.startsWith('Đồng nghiệp'))?.not).toContain('Phiếu');
    expect(shown.at(-1)?.sees).toBe('Không thấy gì');
  });
});
