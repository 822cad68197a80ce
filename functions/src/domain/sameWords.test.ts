// Checks against favour and routine (S3 II.2): texts that many people share, facts that tell nothing, figures that nobody answers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifestations } from './catalogue.ts';
import {
  bareFactWarning,
  countSame,
  fingerprint,
  isBareFact,
  othersSaying,
  sameTextWarning,
  silentFiguresWarning,
} from './sameWords.ts';

const text = 'Chấp hành tốt nội quy, quy chế của cơ quan; hoàn thành nhiệm vụ được giao.';
const other = 'Trong tháng đã tham mưu ba văn bản về trật tự đô thị tại ngõ 80 đúng hạn.';
const what = 'Nhận xét';

describe('fingerprint', () => {
  it.each([
    ['another case', text.toUpperCase()],
    ['the other Unicode form', text.normalize('NFD')],
    ['other blanks and signs', `  ${text.replaceAll(' ', '  ').replaceAll(',', ' –')} `],
    ['without diacritics', 'Chap hanh tot noi quy, quy che cua co quan; hoan thanh nhiem vu duoc giao.'],
  ])('knows a text in %s', (_, same) => {
    expect(fingerprint(same)).toBe(fingerprint(text));
  });
  it('says nothing of a text that is alike by nature', () => {
    expect(fingerprint('Chấp hành tốt')).toBeNull();
    expect(fingerprint('a'.repeat(39))).toBeNull();
    expect(fingerprint('a'.repeat(40))).not.toBeNull();
  });
  it('tells texts apart that differ in a letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{40,80}$/), fc.nat(), (letters, seed) => {
        const i = seed % letters.length;
        const changed = letters.slice(0, i) + (letters[i] === 'a' ? 'b' : 'a') + letters.slice(i + 1);
        expect(fingerprint(changed)).not.toBe(fingerprint(letters));
      }),
    );
  });
});

describe('one text for many people', () => {
  const mark = fingerprint(text) ?? '';
  it('counts people and not places, and keeps nothing of who is alone', () => {
    expect(countSame([[text, text], [text, ''], [other]])).toEqual({ [mark]: 2 });
  });
  it.each([
    { people: 1, isCounted: true, asks: false },
    { people: 2, isCounted: true, asks: false },
    { people: 3, isCounted: true, asks: true },
    { people: 1, isCounted: false, asks: false },
    { people: 2, isCounted: false, asks: true },
  ])('asks for a sentence from the third on: $people counted, own $isCounted', (row) => {
    const { people, isCounted, asks } = row;
    const said = sameTextWarning(othersSaying({ [mark]: people }, [text], isCounted), what);
    expect(said !== null).toBe(asks);
    if (asks) expect(said).toContain('của 2 người khác');
  });
  it('leaves a text of one’s own alone', () => {
    expect(sameTextWarning(othersSaying({ [mark]: 9 }, [other], true), what)).toBeNull();
  });
});

describe('a finding without facts', () => {
  it.each([
    ['Đi muộn', true],
    ['', true],
    ['Ngày 14/4 nộp báo cáo trật tự đô thị chậm 3 ngày', false],
  ])('%s', (fact, bare) => {
    expect(isBareFact(fact)).toBe(bare);
  });
  it('knows every manifestation’s own words, whole or in part', () => {
    for (const { text: official } of manifestations) {
      expect(isBareFact(official)).toBe(true);
      expect(isBareFact(official.slice(0, Math.ceil(official.length / 2)))).toBe(true);
      expect(isBareFact(`${official} Ngày 3/4 với công dân tổ 5`)).toBe(false);
    }
  });
  it('is counted', () => {
    expect(bareFactWarning(['Đi muộn', 'Ngày 3/4 từ chối tiếp công dân tổ 5'])).toContain('1 dấu hiệu');
    expect(bareFactWarning([])).toBeNull();
  });
});

describe('figures that show lateness', () => {
  const none = { late: 0, petitionsLate: 0, proceduresLate: 0, assignedLate: 0 };
  it('ask why nobody names anything', () => {
    expect(silentFiguresWarning({ ...none, late: 3, assignedLate: 1 }, 0)).toContain(
      '3 văn bản, 1 nhiệm vụ được giao chậm',
    );
  });
  it.each([
    ['where something is named', { ...none, late: 3 }, 1],
    ['where nothing was late', none, 0],
    ['where there are no figures', null, 0],
  ])('ask nothing %s', (_, figures, named) => {
    expect(silentFiguresWarning(figures, named)).toBeNull();
  });
});
