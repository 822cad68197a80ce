// Deciding many in one act: what is an exception, one cause at a time, and nothing that wants a reason is none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceptionsOf, type EvaluatedMonth } from './exceptions.ts';
import { decisionWarnings } from './proposal.ts';
import { bandOf } from './rating.ts';
import { bands } from './templates.ts';
import { levels, ratings } from './words.ts';

const plain: EvaluatedMonth = {
  ...{ filed: true, late: false, isHead: false, held: false, consultsOpen: 0, excuse: null },
  ...{ verdicts: {}, suspected: [] },
  ...{ score: 85, rating: 'B', level: 'good', decidedRating: null, version: 0, bands },
  proposal: { rating: 'B', level: 'good', unrated: false, warnings: [] },
};

describe('exceptionsOf', () => {
  it('knows none in a month that is as the rules propose', () => {
    expect(exceptionsOf(plain)).toEqual([]);
  });
  it.each<[string, Partial<EvaluatedMonth>, string]>([
    ['nothing filed', { filed: false }, 'Chưa nộp phiếu'],
    ['filed late', { late: true }, 'Nộp muộn'],
    ['a head, whose unit is rated in the same act', { isHead: true }, 'cùng đơn vị'],
    ['a leader before the final run', { held: true }, 'lần tổng hợp cuối'],
    ['an answer owed', { consultsOpen: 2 }, 'Còn 2 ý kiến'],
    ['an excuse', { excuse: 'illness' }, 'Nguyên nhân khách quan'],
    ['a finding left unclear', { verdicts: { f1: 'unclear', f2: 'remedied' } }, 'Còn 1 dấu hiệu chưa rõ'],
    ['a finding recorded since', { suspected: ['f1'] }, 'Còn 1 dấu hiệu chưa được kết luận'],
    ['one of two judged', { suspected: ['f1', 'f2'], verdicts: { f2: 'open' } }, 'Còn 1 dấu hiệu chưa được'],
    ['decided before', { version: 1, decidedRating: 'B' }, 'đang xem lại'],
    ['a decision begun', { decidedRating: 'C' }, 'ghi dở'],
    ['no rating', { rating: null }, 'Chưa đủ'],
    ['off the band', { score: 95, proposal: { ...plain.proposal, rating: 'A' } }, 'cần nêu lý do'],
    ['off the band though the rules propose it', { score: 62 }, '62 điểm ngoài khung'],
    ['another level than proposed', { level: 'fair' }, 'Mức độ nhận diện khác đề xuất'],
    [
      'a level Kém, as proposed',
      { score: 60, rating: 'C', level: 'poor', proposal: { ...plain.proposal, rating: 'C', level: 'poor' } },
      'Mức độ nhận diện Kém',
    ],
    [
      'a D, as proposed',
      { score: 40, rating: 'D', proposal: { ...plain.proposal, rating: 'D' } },
      'Không hoàn thành nhiệm vụ',
    ],
    ['unrated proposed', { proposal: { ...plain.proposal, unrated: true } }, 'đề xuất không xếp loại'],
    [
      'a warning of the proposal',
      { proposal: { ...plain.proposal, warnings: ['Không có nhiệm vụ nào'] } },
      'Không có nhiệm vụ nào',
    ],
  ])('is %s', (_, over, said) => {
    expect(exceptionsOf({ ...plain, ...over }).join('; ')).toContain(said);
  });

  it('takes a finding left chưa rõ for judged', () => {
    const found = exceptionsOf({ ...plain, suspected: ['f1'], verdicts: { f1: 'unclear' } });
    expect(found).toEqual(['Còn 1 dấu hiệu chưa rõ']);
  });

  it('lets nothing through that wants a reason', () => {
    const anyRating = fc.constantFrom(...ratings);
    const anyLevel = fc.constantFrom(...levels);
    fc.assert(
      fc.property(fc.nat(100), anyRating, anyLevel, anyRating, anyLevel, (score, rating, level, r, l) => {
        const proposal = { rating: r, level: l, unrated: false, warnings: [] };
        const none = { evaluatorRating: null, evaluatorLevel: null };
        const { needsReason } = decisionWarnings({ rating, level, score, ...none, proposal, bands });
        const found = exceptionsOf({ ...plain, score, rating, level, proposal });
        if (needsReason || rating !== bandOf(score, bands)) expect(found).not.toEqual([]);
      }),
    );
  });
});
