// Which months go into one act, and which are looked at by themselves first.
import { describe, expect, it } from 'vitest';
import { anAssessment, aUnitMonth } from '../../../../test/fixtures/documents.ts';
import { fingerprint } from '../../../../functions/src/domain/sameWords.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import { buildQueue } from '../../data/queue.ts';
import { manyToDecide, quotasOf } from './manyToDecide.ts';

const proposal = { ...anAssessment().proposal, rating: 'B', level: 'good', unrated: false, warnings: [] };
const evaluated = (person: string, over: Partial<Assessment> = {}) => ({
  id: `${person}_2026-04`,
  data: anAssessment({
    ...{ person, personName: person, evaluator: 'deputy', decider: 'me', state: 'evaluated', frozen: false },
    ...{ filed: true, late: false, isHead: false, held: false, consultsOpen: 0, excuse: null },
    ...{ verdicts: {}, suspected: [] },
    ...{ eScore1: 26, eScore21: 17, eScore22: 42, eRating: 'B', eLevel: 'good', eReason: '', version: 0 },
    ...{ dRating: null, dLevel: null, proposal: proposal as Assessment['proposal'] },
    ...over,
  }),
});
const queueOf = (...asDecider: ReturnType<typeof evaluated>[]) =>
  buildQueue({ asEvaluator: [], asDecider, consultations: [] }, 'me');
const none = new Map();
const names = (ones: { assessment: Assessment }[]) => ones.map(({ assessment }) => assessment.person).sort();

describe('manyToDecide', () => {
  it('takes together what is as the rules propose, and everybody else apart with the cause', () => {
    const rows = queueOf(evaluated('an'), evaluated('binh', { late: true }), evaluated('chi'));
    const { exceptions, plain } = manyToDecide(rows, none);
    expect(names(plain)).toEqual(['an', 'chi']);
    expect(exceptions.map(({ exceptions: why }) => why)).toEqual([['Nộp muộn']]);
  });

  // The evaluation was done, a finding came after it: all were decided at once, and this one failed as "vừa thay đổi".
  it('looks apart at a month of which something was recorded after its evaluation', () => {
    const { exceptions, plain } = manyToDecide(
      queueOf(evaluated('an', { suspected: ['an_2026-04_k1'] })),
      none,
    );
    expect(plain).toEqual([]);
    expect(exceptions[0]?.exceptions).toEqual(['Còn 1 dấu hiệu chưa được kết luận']);
  });

  it('leaves out what isn’t evaluated or was decided', () => {
    const rows = queueOf(evaluated('an', { state: 'waiting' }), evaluated('binh', { state: 'decided' }));
    expect(manyToDecide(rows, none)).toEqual({ exceptions: [], plain: [] });
  });

  it('never decides a month whose score leaves its band without a word', () => {
    const { exceptions } = manyToDecide(queueOf(evaluated('an', { eScore22: 20 })), none);
    expect(exceptions[0]?.exceptions.join()).toContain('cần nêu lý do');
  });

  it('looks apart at comments that many share', () => {
    const eComment = 'Hoàn thành nhiệm vụ được giao, có tinh thần trách nhiệm trong công việc.';
    const of = evaluated('an', { eComment });
    const month = aUnitMonth({ unit: of.data.unit, sameWords: { [fingerprint(eComment) ?? '']: 3 } });
    expect(manyToDecide(queueOf(of), new Map([[month.unit, month]])).exceptions).toHaveLength(1);
    expect(manyToDecide(queueOf(of), none).plain).toHaveLength(1);
  });
});

describe('quotasOf', () => {
  const unit = (A: number, B: number) =>
    aUnitMonth({ unitName: 'Phòng Nội vụ', standing: { A, B, none: 0 } });
  it('names the unit that is over its quota', () => {
    const over = unit(2, 4);
    expect(quotasOf(new Map([[over.unit, over]]))[0]).toContain('Phòng Nội vụ: Đơn vị có 2 người');
  });
  it.each([
    ['that keeps within it', unit(1, 5)],
    ['where nobody is rated so', unit(0, 0)],
  ])('says nothing of a unit %s', (_, of) => {
    expect(quotasOf(new Map([[of.unit, of]]))).toEqual([]);
  });
});
