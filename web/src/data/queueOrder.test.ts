// What is remembered of the list between sheets: the next one, and what was said of the others.
import { beforeEach, describe, expect, it } from 'vitest';
import { anAssessment } from '../../../test/fixtures/documents.ts';
import type { Assessment } from '../../../functions/src/schema/assessment.ts';
import { buildQueue } from './queue.ts';
import { commentsBeside, nextAfter, rememberQueue, rememberSaid } from './queueOrder.ts';

const row = (person: string, over: Partial<Assessment> = {}) => ({
  id: `${person}_2026-04`,
  data: anAssessment({ person, personName: person, evaluator: 'me', held: false, frozen: false, ...over }),
});
const { unit, month } = anAssessment();
const of = (person: string) => ({ id: `${person}_${month}`, unit, month });
const rows = buildQueue(
  {
    asEvaluator: [
      row('an', { state: 'waiting', eComment: 'Đang viết' }),
      row('binh', { state: 'evaluated', eComment: 'Tốt' }),
      row('chi', { state: 'waiting' }),
    ],
    asDecider: [],
    consultations: [],
  },
  'me',
);

beforeEach(() => {
  rememberQueue('me', rows);
});

describe('the remembered list', () => {
  it('leads to the next sheet', () => {
    expect(nextAfter('me', 'an_2026-04')?.person).toBe('chi');
  });
  it('tells nothing to who signs in after', () => {
    expect(nextAfter('you', 'an_2026-04')).toBeNull();
    expect(commentsBeside('you', of('an'))).toEqual([]);
    rememberSaid('you', of('x'), 'Khá');
    expect(commentsBeside('you', of('an'))).toEqual(['Khá']);
  });
  it('knows what was said of others, and no draft', () => {
    expect(commentsBeside('me', of('chi'))).toEqual(['Tốt']);
    expect(commentsBeside('me', of('binh'))).toEqual([]);
  });
  // From one sheet to the next nothing is read again: the third of one text went unnoticed.
  it('knows what was said since the list was shown', () => {
    rememberSaid('me', of('an'), 'Khá');
    rememberSaid('me', of('binh'), 'Rất tốt');
    expect(commentsBeside('me', of('chi')).sort()).toEqual(['Khá', 'Rất tốt']);
  });
  // "Giống nguyên văn của 2 người khác trong đơn vị" was told of people of other units, and of last month's list.
  it('compares nobody of another unit or month', () => {
    rememberSaid('me', { ...of('dung'), unit: 'phong-khac' }, 'Khá');
    rememberSaid('me', { id: 'an_2026-03', unit, month: '2026-03' }, 'Yếu');
    expect(commentsBeside('me', of('chi'))).toEqual(['Tốt']);
    expect(commentsBeside('me', { ...of('chi'), unit: 'phong-khac' })).toEqual(['Khá']);
    expect(commentsBeside('me', { id: 'chi_2026-03', unit, month: '2026-03' })).toEqual(['Yếu']);
  });
  it('forgets what was said in an evaluation that was withdrawn', () => {
    rememberSaid('me', of('an'), 'Khá');
    rememberSaid('me', of('an'), null);
    rememberSaid('me', of('binh'), null);
    expect(commentsBeside('me', of('chi'))).toEqual([]);
  });
});
