// The queue: order, keys, and who comes next.
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../functions/src/schema/assessment.ts';
import type { Delegation } from '../../../functions/src/schema/delegation.ts';
import { powersOf } from './powers.ts';
import { buildQueue, compareNames, moveCursor, nextInQueue, taskOf } from './queue.ts';

const assessment = (personName: string, change: Partial<Assessment>) =>
  ({
    id: personName,
    data: {
      person: personName,
      personName,
      post: '',
      unitName: '',
      evaluator: 'toi',
      decider: 'toi',
      state: 'waiting',
      frozen: false,
      held: false,
      ...change,
    } as Assessment,
  }) as const;

describe('taskOf', () => {
  it.each([
    [{ evaluator: 'toi', decider: 'x', state: 'waiting' }, 'evaluate'],
    [{ evaluator: 'toi', decider: 'x', state: 'evaluated' }, null],
    [{ evaluator: 'x', decider: 'toi', state: 'waiting' }, null],
    [{ evaluator: 'x', decider: 'toi', state: 'waiting', overdue: true }, 'evaluate'],
    [{ evaluator: 'x', decider: 'toi', state: 'returned', overdue: true }, null],
    [{ evaluator: 'x', decider: 'toi', state: 'evaluated' }, 'decide'],
    [{ evaluator: 'toi', decider: 'toi', state: 'returned' }, null],
    [{ evaluator: 'toi', decider: 'toi', state: 'decided' }, null],
  ] as const)('%o → %s', (a, expected) => {
    const names = { person: 'ai', unit: 'u', evaluatorName: '', deciderName: '' };
    const powers = powersOf({ ...a, ...names }, 'toi', []);
    expect(taskOf({ ...a, frozen: false }, powers)).toBe(expected);
    expect(taskOf({ ...a, frozen: true }, powers)).toBeNull();
  });
});

describe('buildQueue', () => {
  it('puts what can be done first, then what is held, then the rest; by given name; each once', () => {
    const an = assessment('Trần Văn An', {});
    const rows = buildQueue(
      {
        asEvaluator: [assessment('Lê Thị Yến', {}), an, assessment('Vũ Chi', { held: true })],
        asDecider: [an, assessment('Đỗ Bình', { state: 'decided' })],
        consultations: [],
      },
      'toi',
    );
    expect(rows.map((r) => r.name)).toEqual(['Trần Văn An', 'Lê Thị Yến', 'Vũ Chi', 'Đỗ Bình']);
    expect(nextInQueue(rows, 'Trần Văn An')?.name).toBe('Lê Thị Yến');
    expect(nextInQueue(rows, 'Lê Thị Yến')?.name).toBe('Trần Văn An');
    expect(nextInQueue(rows.slice(2), 'Vũ Chi')).toBeNull();
  });
  it('puts what waits on another’s behalf after my own, under the giver, and only what was delegated', () => {
    const theirs = {
      evaluator: 'pho',
      evaluatorName: 'Trần Phó',
      decider: 'truong',
      deciderName: 'Lê Trưởng',
    };
    const given = (giver: string, acts: Delegation['acts']) =>
      ({ giver, delegate: 'toi', active: true, acts, unit: null }) as Delegation;
    const rows = buildQueue(
      {
        asEvaluator: [assessment('Vũ Yến', {})],
        asDecider: [],
        delegated: [
          assessment('Bùi An', { ...theirs }),
          assessment('Bùi Bình', { ...theirs, state: 'evaluated' }),
        ],
        delegations: [given('pho', 'evaluate'), given('truong', 'evaluate')],
        consultations: [],
      },
      'toi',
    );
    expect(rows.map(({ name, task, onBehalf }) => [name, task, onBehalf])).toEqual([
      ['Vũ Yến', 'evaluate', null],
      ['Bùi An', 'evaluate', 'Trần Phó'],
      ['Bùi Bình', null, 'Trần Phó'],
    ]);
  });
  it('sorts Vietnamese names by the given name', () => {
    expect(['Lê Ánh', 'Bùi Đạt', 'Đỗ An', 'Vũ Dung'].sort(compareNames)).toEqual([
      'Đỗ An',
      'Lê Ánh',
      'Vũ Dung',
      'Bùi Đạt',
    ]);
  });
});

describe('moveCursor', () => {
  it.each([
    ['j', 0, 3, 1],
    ['ArrowDown', 2, 3, 2],
    ['k', 0, 3, 0],
    ['ArrowUp', 2, 3, 1],
    ['Home', 2, 3, 0],
    ['End', 0, 3, 2],
    ['x', 0, 3, null],
    ['j', 0, 0, null],
  ])('%s at %i of %i → %s', (key, at, length, expected) => {
    expect(moveCursor(key, at, length)).toBe(expected);
  });
});
