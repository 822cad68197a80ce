// One filing of a year's plan against the one before: everything that is otherwise is told, what was added too.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChangeText, yearPlanChanges, type YearPlan } from './plan.ts';

const plan = (over: Partial<YearPlan> = {}): YearPlan => ({
  goals: 'Giảm hồ sơ chậm xuống dưới 1%',
  tasks: { t1: 'Rà soát quy hoạch', t2: 'Tập huấn' },
  due: { t1: '2026-06-30' },
  ...over,
});
const told = (now: Partial<YearPlan>) => yearPlanChanges(plan(), plan(now)).map(planChangeText);

describe('a plan of the year that is filed again', () => {
  it.each<[string, Partial<YearPlan>, string[]]>([
    ['as it was', {}, []],
    ['with other spaces alone', { goals: ' Giảm  hồ sơ chậm xuống dưới 1%' }, []],
    ['with other goals', { goals: 'Không còn hồ sơ chậm' }, ['Sửa mục tiêu, chỉ tiêu']],
    ['without a task', { tasks: { t1: 'Rà soát quy hoạch' } }, ['Bỏ: Tập huấn']],
    [
      'with a task more',
      { tasks: { ...plan().tasks, t3: 'Sắp xếp đơn vị' }, due: { ...plan().due, t3: '2026-09-30' } },
      ['Thêm: Sắp xếp đơn vị (hạn 30/09/2026)'],
    ],
    [
      'with a task more that has no date',
      { tasks: { ...plan().tasks, t3: 'Sắp xếp đơn vị' } },
      ['Thêm: Sắp xếp đơn vị (không ghi hạn)'],
    ],
    [
      'with another date',
      { due: { t1: '2026-07-31' } },
      ['Đổi hạn: Rà soát quy hoạch (30/06/2026 → 31/07/2026)'],
    ],
  ])('%s', (_, now, changes) => {
    expect(told(now)).toEqual(changes);
  });

  // An entry that was left empty is no task: filling it adds one.
  it('with an empty entry filled', () => {
    const before = plan({ tasks: { t1: 'Rà soát quy hoạch', t2: ' ' } });
    expect(yearPlanChanges(before, plan()).map(planChangeText)).toEqual(['Thêm: Tập huấn (không ghi hạn)']);
  });

  const some: fc.Arbitrary<YearPlan> = fc.record({
    goals: fc.constantFrom('', 'A', 'B'),
    tasks: fc.dictionary(fc.constantFrom('t1', 't2', 't3'), fc.constantFrom('', 'Lập báo cáo', 'Tiếp dân')),
    due: fc.dictionary(fc.constantFrom('t1', 't2', 't3'), fc.constantFrom('2026-05-10', '2026-05-20')),
  });
  it('is unchanged against itself, and tells of a way there where it tells of a way back', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(yearPlanChanges(a, a)).toEqual([]);
        const kinds = (from: YearPlan, to: YearPlan) => yearPlanChanges(from, to).map(({ kind }) => kind);
        const count = (of: string, all: string[]) => all.filter((kind) => kind === of).length;
        expect(count('added', kinds(a, b))).toBe(count('removed', kinds(b, a)));
      }),
    );
  });
});
