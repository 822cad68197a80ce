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
    expect(commentsBeside('you', 'an_2026-04')).toEqual([]);
    rememberSaid('you', 'x_2026-04', 'Khá');
    expect(commentsBeside('you', 'an_2026-04')).toEqual(['Khá']);
  });
  it('knows what was said of others, and no draft', () => {
    expect(commentsBeside('me', 'chi_2026-04')).toEqual(['Tốt']);
    expect(commentsBeside('me', 'binh_2026-04')).toEqual([]);
  });
  // From one sheet to the next nothing is read again: the third of one text went unnoticed.
  it('knows what was said since the list was shown', () => {
    rememberSaid('me', 'an_2026-04', 'Khá');
    rememberSaid('me', 'binh_2026-04', 'Rất tốt');
    expect(commentsBeside('me', 'chi_2026-04').sort()).toEqual(['Khá', 'Rất tốt']);
  });
});
