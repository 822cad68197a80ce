// What was reported of a limitation stands in section III, and never over the person's own words.
import { expect, it } from 'vitest';
import { prefilled } from './prefill.ts';

const id = 'lan_2026-04_h1';
const empty = { rowSection: {}, rowFinding: {}, rowResult: {}, rowRemedy: {}, rowDue: {} };
const carried = { [id]: 'Hạn chế qua kiểm điểm năm 2025: …' };
const plan = { planTask: 'Báo cáo tuần', planDue: '2026-06-30' };
const fill = (draft: typeof empty, progress = 'Đã lập sổ', before = '') =>
  prefilled(draft, carried, id, plan, progress, before);

it('answers in section III with the report, the plan and its date', () => {
  expect(fill(empty)).toEqual({
    rowSection: { r1: 'III' },
    rowFinding: { r1: id },
    rowResult: { r1: 'Đã lập sổ' },
    rowRemedy: { r1: 'Báo cáo tuần' },
    rowDue: { r1: '2026-06-30' },
  });
});

it('follows a later report, as long as the row says what was reported', () => {
  const filled = { ...empty, ...fill(empty) };
  expect(fill(filled, 'Đã xong', 'Đã lập sổ')?.rowResult).toEqual({ r1: 'Đã xong' });
  expect(fill(filled)).toBeNull();
  const reworded = { ...filled, rowResult: { r1: 'Nói cách khác' } };
  expect(fill(reworded, 'Đã xong', 'Đã lập sổ')).toBeNull();
});

it('leaves a sheet alone that doesn’t carry it, and says nothing where nothing was reported', () => {
  expect(prefilled(empty, {}, id, plan, 'Đã lập sổ', '')).toBeNull();
  expect(fill(empty, ' ')).toBeNull();
});
