import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actors, acts, transition, type Act, type StageContext } from './stages.ts';
import { stages, type Stage } from './words.ts';

/** Every condition met, nothing filed yet: what is refused here is refused for stage, act or actor alone. */
const ready: Omit<StageContext, 'actor'> = {
  isSelf: false,
  filed: false,
  complete: true,
  pastDue: true,
  evaluationLate: true,
  unsettled: 0,
  scored: true,
  resulted: true,
  needsReason: true,
  reason: 'Có lý do',
  held: false,
  consultsOpen: 0,
  publicationDue: true,
  excused: true,
  appealWindowOver: true,
  appealOpen: false,
};

const rows = readFileSync(new URL('./stages.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [Stage, Act, string, Stage]);

describe('every stage × act × actor (table of domain 7)', () => {
  const cases = stages.flatMap((from) =>
    acts.flatMap((act) => actors.map((actor) => ({ from, act, actor }))),
  );

  it.each(cases)('$from, $act by $actor', ({ from, act, actor }) => {
    const row = rows.find(([f, a, by]) => f === from && a === act && by.split(' ').includes(actor));
    const moved = transition(from, act, { ...ready, actor });
    if (row) expect(moved).toEqual({ to: row[3] });
    else expect(moved).toEqual({ refused: expect.stringMatching(/\S/) as string });
  });
});

/** Who acts in the lines below, and which conditions matter to them. */
const conditions: [Stage, Act, StageContext['actor'], Partial<StageContext>, string][] = [
  ['open', 'submit', 'person', { complete: false }, 'Phiếu chưa đủ ba phần'],
  ['evaluated', 'submit', 'person', { complete: false }, 'Phiếu chưa đủ ba phần'],
  ['evaluated', 'submit', 'person', { filed: true }, 'không nộp lại được'],
  ['submitted', 'return', 'evaluator', { reason: ' ' }, 'Nêu nội dung cần bổ sung'],
  ['open', 'evaluate', 'evaluator', { pastDue: false }, 'Chưa hết hạn nộp phiếu'],
  ['submitted', 'evaluate', 'evaluator', { unsettled: 1 }, 'Còn 1 dấu hiệu chưa kết luận'],
  ['submitted', 'evaluate', 'evaluator', { scored: false }, 'Chấm điểm'],
  ['open', 'evaluate', 'evaluator', { scored: false }, 'Chấm điểm'],
  ['submitted', 'evaluate', 'delegate', { held: true }, 'sau lần tổng hợp cuối'],
  ['submitted', 'evaluate', 'decider', { evaluationLate: false }, 'còn trong hạn đánh giá'],
  ['evaluated', 'sendBack', 'decider', { reason: '' }, 'Nêu nội dung cần xem lại'],
  ['evaluated', 'decide', 'decider', { held: true }, 'sau lần tổng hợp cuối'],
  ['evaluated', 'decide', 'decider', { consultsOpen: 1 }, 'Còn 1 ý kiến'],
  ['evaluated', 'decide', 'decider', { resulted: false }, 'cả xếp loại và mức độ'],
  ['evaluated', 'decide', 'decider', { reason: '' }, 'Nêu lý do'],
  ['decided', 'reopenDecision', 'decider', { reason: '' }, 'Nêu lý do'],
  ['decided', 'publish', 'system', { publicationDue: false }, 'Chưa đến thời điểm công khai'],
  ['published', 'republish', 'decider', { reason: '' }, 'Nêu lý do'],
  ['published', 'republish', 'appealBody', { reason: '' }, 'Nêu lý do'],
  ['submitted', 'unrate', 'decider', { excused: false }, 'Chưa có lý do vắng mặt'],
  ['published', 'lock', 'system', { appealWindowOver: false }, 'Chưa hết thời hạn kiến nghị'],
  ['published', 'lock', 'system', { appealOpen: true }, 'Còn kiến nghị'],
  ['locked', 'reopen', 'decider', { reason: '' }, 'Nêu lý do'],
];

describe('each condition on its own', () => {
  it.each(conditions)('%s, %s by %s with %j is refused', (from, act, actor, broken, refusal) => {
    expect(transition(from, act, { ...ready, actor })).toHaveProperty('to');
    expect(transition(from, act, { ...ready, actor, ...broken })).toEqual({
      refused: expect.stringContaining(refusal) as string,
    });
  });

  it.each([
    ['late filing is possible', 'open', 'submit', 'person', { pastDue: true }, 'submitted'],
    ['in time', 'open', 'submit', 'person', { pastDue: false }, 'submitted'],
    ['returned and filed again', 'open', 'submit', 'person', { filed: true }, 'submitted'],
    [
      'a submitted sheet is evaluated before the deadline too',
      'submitted',
      'evaluate',
      'evaluator',
      { pastDue: false, filed: true },
      'evaluated',
    ],
    [
      'an evaluator within the deadline',
      'submitted',
      'evaluate',
      'evaluator',
      { evaluationLate: false },
      'evaluated',
    ],
    [
      'a decision that needs no reason',
      'evaluated',
      'decide',
      'decider',
      { needsReason: false, reason: '' },
      'decided',
    ],
    ['withdrawing needs no reason', 'evaluated', 'withdraw', 'evaluator', { reason: '' }, 'submitted'],
  ] as const)('%s', (_, from, act, actor, context, to) => {
    expect(transition(from, act, { ...ready, actor, ...context })).toEqual({ to });
  });
});

const context = fc.record<StageContext>({
  actor: fc.constantFrom(...actors),
  isSelf: fc.boolean(),
  filed: fc.boolean(),
  complete: fc.boolean(),
  pastDue: fc.boolean(),
  evaluationLate: fc.boolean(),
  unsettled: fc.nat(3),
  scored: fc.boolean(),
  resulted: fc.boolean(),
  needsReason: fc.boolean(),
  reason: fc.constantFrom('', ' ', 'Có lý do'),
  held: fc.boolean(),
  consultsOpen: fc.nat(2),
  publicationDue: fc.boolean(),
  excused: fc.boolean(),
  appealWindowOver: fc.boolean(),
  appealOpen: fc.boolean(),
});

describe('nobody for themselves (domain 6 and 12)', () => {
  const own = 'Không ai đánh giá, quyết định cho chính mình.';
  it.each(
    rows.flatMap(([from, act, by]) =>
      by.split(' ').map((actor) => ({ from, act, actor: actor as StageContext['actor'] })),
    ),
  )('$from, $act by $actor', ({ from, act, actor }) => {
    const moved = transition(from, act, { ...ready, actor, isSelf: true });
    if (act === 'submit') expect(moved).toHaveProperty('to');
    else expect(moved).toEqual({ refused: own });
  });
});

describe('invariants', () => {
  it('nobody acts on their own month but by filing it, in no capacity (domain 6 and 12)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stages), fc.constantFrom(...acts), context, (from, act, c) => {
        const moved = transition(from, act, { ...c, isSelf: true });
        if ('to' in moved) expect(act).toBe('submit');
      }),
    );
  });

  it('a published result only changes with a reason, and only into a version or a lock', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('published', 'locked'),
        fc.constantFrom(...acts),
        context,
        (from, act, c) => {
          const moved = transition(from, act, c);
          if (!('to' in moved)) return;
          expect(['republish', 'lock', 'reopen']).toContain(act);
          if (act !== 'lock') expect(c.reason.trim()).not.toBe('');
        },
      ),
    );
  });

  it('no timer decides: the system opens, publishes and locks, and nothing else (principle)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stages), fc.constantFrom(...acts), context, (from, act, c) => {
        if ('to' in transition(from, act, { ...c, actor: 'system' }))
          expect(['open', 'publish', 'lock']).toContain(act);
      }),
    );
  });
});
