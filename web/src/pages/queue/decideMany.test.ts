// Many decisions over a line that loses answers: what arrived is told as done, what didn't is named.
import { describe, expect, it } from 'vitest';
import { anAssessment } from '../../../../test/fixtures/documents.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import { buildQueue } from '../../data/queue.ts';
import { decideMany } from './decideMany.ts';

const me = { org: 'o', pid: 'me', name: 'Tôi', email: '' };
const assessment = anAssessment({
  ...{ person: 'an', personName: 'An', evaluator: 'deputy', decider: 'me', state: 'evaluated' },
  ...{ frozen: false, held: false, eRating: 'B', eLevel: 'good', rev: 4 },
});
const [row] = buildQueue(
  { asEvaluator: [], asDecider: [{ id: 'an_2026-04', data: assessment }], consultations: [] },
  'me',
);
if (!row) throw new Error('nothing to decide');
const wanted = [{ row, assessment, score: 85, exceptions: [] }];

/** `message` is what the write fails with, `after` how the document stands then. */
const decidedOver = (message: string, after: Partial<Assessment> | null) =>
  decideMany(me, wanted, [], () => undefined, {
    write: () => Promise.reject(new Error(message)),
    read: () =>
      after ? Promise.resolve({ ...assessment, ...after }) : Promise.reject(new Error('connection')),
    troubleOf: (error) => ((error as Error).message === 'refused' ? 'refused' : 'connection'),
  });
const arrived = { rev: 5, actor: 'me', state: 'decided' } as const;

describe('decideMany', () => {
  // A decision whose acknowledgement was lost was told as not decided.
  it.each(['refused', 'connection'])('counts as done what stands decided after “%s”', async (message) => {
    const { done, failed } = await decidedOver(message, arrived);
    expect([done.length, failed.length]).toEqual([1, 0]);
  });

  it.each<[string, Partial<Assessment> | null]>([
    ['another decided it', { ...arrived, actor: 'other' }],
    ['the evaluator took it back', { rev: 5, actor: 'deputy', state: 'waiting' }],
    ['nothing arrived', {}],
    ['it has moved on since', { ...arrived, rev: 6 }],
    ['it can’t be read', null],
  ])('names it where %s', async (_, after) => {
    const { done, failed } = await decidedOver('refused', after);
    expect(done).toEqual([]);
    expect(failed).toEqual([{ one: wanted[0], trouble: 'refused' }]);
  });
});
