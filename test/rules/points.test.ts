// Rules of points: what the template of a sheet has a place for, on the person's part and on the authority's; the bands that it carries.
import { serverTimestamp } from 'firebase/firestore/lite';
import { describe } from 'vitest';
import {
  aDecision,
  anAssessment,
  anEvaluatedAssessment,
  aSheet,
  cast,
  theMonth,
} from '../fixtures/documents.ts';
import { invalidPoints, validPoints } from '../fixtures/points.ts';
import { pair, permitted, useWorld, type Attempt, type Fields } from './world.ts';

useWorld('points');
const id = `${cast.person}_${theMonth}`;
const plain = { score1: 0, score21: 0, score22: 0, points: '' };
const save = (template: string): Attempt => ({
  ...{ as: 'person', on: 'sheets', id, by: 'update', without: [] },
  given: { ...aSheet({ template, ...plain }) },
  write: { conduct: 'Chấp hành tốt', rev: 3, savedAt: serverTimestamp() },
});
const acted = (rev: number, by: 'evaluator' | 'decider') => ({
  ...{ rev, actor: cast[by], actedFor: null, actedAt: serverTimestamp() },
});
const named = (as: 'e' | 'd', change: object): Fields =>
  Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      `${as}${key.charAt(0).toUpperCase()}${key.slice(1)}`,
      value as unknown,
    ]),
  );
const evaluate = (template: string): Attempt => ({
  ...{ as: 'evaluator', on: 'assessments', id, by: 'update', without: [] },
  given: { ...anAssessment({ template }) },
  write: { eComment: 'Đã xem', state: 'waiting', ...acted(1, 'evaluator') },
});
const zeros = { eScore1: 0, eScore21: 0, eScore22: 0, dScore1: 0, dScore21: 0, dScore22: 0 };
const decide = (template: string): Attempt => ({
  ...{ as: 'decider', on: 'assessments', id, by: 'update', without: [] },
  given: { ...anEvaluatedAssessment({ template, ...zeros }) },
  write: { participants: 'Tập thể', state: 'evaluated', ...acted(2, 'decider') },
});

describe.each([
  ['the person', save, ''],
  ['the evaluator', evaluate, 'e'],
  ['the decider', decide, 'd'],
] as const)('%s', (_, attempt, as) => {
  const write = (change: object) => ({ write: as === '' ? { ...change } : named(as, change) });
  for (const { what, template, change } of validPoints)
    permitted(what, () => attempt(template), write(change));
  for (const { what, template, change } of invalidPoints) {
    // Nothing is written of points under a template that none is named after.
    const allowed = () => attempt(template === 'MAU@1' ? 'mau@1' : template);
    pair(what, allowed, { ...write(change), ...(template === 'MAU@1' ? { given: { template } } : {}) });
  }
});

describe('the band of the template', () => {
  const own = { bands: { A: 85, B: 60, C: 40 }, template: 'mau-rieng@1' };
  const same = { eRating: 'A', eLevel: 'good' } as const;
  /** 87 points: A by its bands, B by those that ship. */
  const decided = (): Attempt => ({
    ...decide('mau-rieng@1'),
    given: { ...anEvaluatedAssessment({ ...own, ...same }) },
    write: {
      ...{ ...aDecision(), dScore22: 42, dRating: 'A', dLevel: 'good', dReason: '' },
      ...{ state: 'decided', ...acted(2, 'decider') },
    },
  });
  permitted('A from 85 without a reason', decided);
  pair('the same points under bands from 90', decided, { given: { bands: { A: 90, B: 70, C: 50 } } });
  pair('B where the band says A', decided, { write: { dRating: 'B' }, given: { eRating: 'A' } });
});
