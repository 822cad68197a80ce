// What a unit's filing lacks.
import { expect, it } from 'vitest';
import { checkUnitSheet, type UnitDraft } from './checkUnitSheet.ts';

const complete: UnitDraft = {
  tasks: { t1: 'Rà soát quy trình' },
  taskDue: {},
  taskResult: { t1: 'Đã xong' },
  report: 'Đơn vị hoàn thành kế hoạch.',
  backlog: '',
  nextTasks: { t1: 'Trình đề án' },
  nextDue: {},
};

it('finds nothing in a complete one; the backlog may be empty', () => {
  expect(checkUnitSheet(complete)).toEqual([]);
});

it('names each gap at its field', () => {
  const faults = checkUnitSheet({ ...complete, taskResult: {}, report: ' ', nextTasks: {} });
  expect(faults.map((f) => f.id)).toEqual(['taskResult.t1', 'report', 'nextTasks']);
});
