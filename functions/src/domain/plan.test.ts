// What became of a plan, by a table with its clauses; nothing that was planned goes without a trace.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlanned, planChanges, planChangeText, type Plan } from './plan.ts';

const table = readFileSync(join(import.meta.dirname, 'plan.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1);
const one = (text: string, due: string): Plan => ({
  tasks: text === '' ? {} : { t1: text },
  due: due === '' ? {} : { t1: due },
});

describe('what became of a planned task', () => {
  it.each(table.map((row) => row.split(',') as [string, string, string, string, string, string]))(
    '%s',
    (_, planned, due, reported, reportedDue, changes) => {
      const found = planChanges(one(planned, due), { ...one(reported, reportedDue), kind: {} });
      expect(found.map(planChangeText).join('; ')).toBe(changes);
    },
  );

  // A number set free by a task that was taken out was given to the next one: the trace said that it was reworded.
  it('is removed where an unplanned one took its number', () => {
    const reported = { ...one('Kiểm tra đột xuất', ''), kind: { t1: 'unplanned' as const } };
    const [change] = planChanges(one('Lập báo cáo', ''), reported);
    expect(change?.kind).toBe('removed');
  });

  const ids = ['t1', 't2', 't3'] as const;
  const task = fc.constantFrom('Lập báo cáo', 'Gửi công văn', 'Tiếp dân');
  const plan: fc.Arbitrary<Plan> = fc.record({
    tasks: fc.dictionary(fc.constantFrom(...ids), task),
    due: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('2026-05-10', '2026-05-20')),
  });

  it('is told of every one that is missing, and of none that came unplanned', () => {
    fc.assert(
      fc.property(plan, plan, (planned, reported) => {
        const removed = planChanges(planned, { ...reported, kind: {} }).filter(
          ({ kind }) => kind === 'removed',
        );
        expect(removed).toHaveLength(
          Object.keys(planned.tasks).filter((id) => !(id in reported.tasks)).length,
        );
      }),
    );
  });

  it('is nothing where all is as planned, whatever was added', () => {
    fc.assert(
      fc.property(plan, (planned) => {
        const tasks = { ...planned.tasks, t9: 'Việc mới' };
        expect(planChanges(planned, { ...planned, tasks, kind: { t9: 'unplanned' } })).toEqual([]);
      }),
    );
  });
});

describe('a plan (S3 II.3.1)', () => {
  it.each([
    ['one planned task', { t1: 'Lập báo cáo' }, { t1: 'planned' }, true],
    ['a task from before kinds were told', { t1: 'Lập báo cáo' }, {}, true],
    ['one planned beside one that came up', { t1: 'a', t2: 'b' }, { t1: 'unplanned', t2: 'planned' }, true],
    ['nothing', {}, {}, false],
    ['what came up, and nothing else', { t1: 'Việc đột xuất' }, { t1: 'unplanned' }, false],
    ['a planned task without a word', { t1: '  ' }, { t1: 'planned' }, false],
  ] as const)('%s', (_, tasks, taskKind, planned) => {
    expect(isPlanned({ tasks, taskKind })).toBe(planned);
  });
});
