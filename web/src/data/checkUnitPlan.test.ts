// What a unit's plan of the year lacks before it is filed.
import { expect, it } from 'vitest';
import { momentOf } from '../../../functions/src/domain/moment.ts';
import { checkUnitPlan, type UnitPlanDraft } from './checkUnitPlan.ts';

const complete: UnitPlanDraft = {
  goals: '',
  tasks: { t1: 'Rà soát quy trình' },
  taskDue: { t1: '2026-06-30' },
  changeNote: '',
};
const first = { year: '2026', filedAt: null };
const again = { year: '2026', filedAt: momentOf(Date.UTC(2026, 0, 12)) };
const at = (draft: Partial<UnitPlanDraft>, of: typeof first | typeof again = first) =>
  checkUnitPlan({ ...complete, ...draft }, of).map(({ id }) => id);

it('finds nothing in one with a task; goals and dates may be left out', () => {
  expect(at({})).toEqual([]);
  expect(at({ taskDue: {} })).toEqual([]);
});

it('asks for a task, for its words, and for a date within the year', () => {
  expect(at({ tasks: {}, taskDue: {} })).toEqual(['tasks']);
  expect(at({ tasks: { t1: ' ' } })).toEqual(['tasks.t1']);
  expect(at({ taskDue: { t1: '2027-01-01' } })).toEqual(['taskDue.t1']);
});

it('asks for fewer words where all tasks together are too long to be saved', () => {
  const tasks = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`t${i + 1}`, 'x'.repeat(500)]));
  expect(at({ tasks })).toEqual(['tasks']);
});

it('asks why a plan is changed that was filed before, and of no other', () => {
  expect(at({ changeNote: 'chín ký t' }, again)).toEqual(['changeNote']);
  expect(at({ changeNote: 'mười ký tự' }, again)).toEqual([]);
  expect(at({ changeNote: 'chín ký t' })).toEqual([]);
});
