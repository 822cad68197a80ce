// What a head answers for, by a table of tasks and fact by fact; keys stay, and no sentence is lost (S3 6.4a).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  headFactKind,
  headFactLabels,
  headFactsByKind,
  headFactsOf,
  offeredWith,
  withAnswered,
  type HeadedMonth,
  type Subordinate,
} from './headFacts.ts';
import { lateTasks, type UnitTasks } from './headTasks.ts';

const none: UnitTasks = {
  ...{ month: '2026-04', tasks: {}, taskDue: {}, taskResult: {}, nextTasks: {}, nextDue: {} },
};

/** "2026-03 next t1=Lập báo cáo;due=2026-04-10" */
function sheetOf(text: string): UnitTasks {
  const [, month = '', next, id = '', words = '', rest = ''] =
    /^(\d{4}-\d{2}) (next )?(t\d+)=([^;]*)(.*)$/.exec(text.trim()) ?? [];
  const due = /due=([\d-]+)/.exec(rest)?.[1];
  const result = /result=([^;]+)/.exec(rest)?.[1];
  const dues = due === undefined ? {} : { [id]: due };
  return next
    ? { ...none, month, nextTasks: { [id]: words }, nextDue: dues }
    : { ...none, month, tasks: { [id]: words }, taskDue: dues, taskResult: result ? { [id]: result } : {} };
}

const table = readFileSync(join(import.meta.dirname, 'headTasks.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1);
const cells = (row: string) =>
  (row.match(/("[^"]*"|[^,]*)(,|$)/g) ?? []).map((cell) => cell.replace(/,$/, '').replaceAll('"', ''));

describe('a task of the unit', () => {
  it.each(table.map(cells))('%s', (_, sheets = '', today = '', facts = '') => {
    const found = lateTasks(sheets.split('|').map(sheetOf), '2026-04', today);
    expect(found.map(({ key, text }) => `${key}: ${text}`).join('; ')).toBe(facts);
  });
});

const quiet: Subordinate = { name: 'Nguyễn Văn An', proposed: null, published: null, findings: [] };
const finding: Subordinate['findings'][number] = {
  ...{ id: 'an_2026-03_k1', codes: '2.01', fact: 'Để hồ sơ quá hạn', due: '2026-04-20', told: '2026-04-10' },
  ...{ state: 'confirmed', remedyState: 'none', remedyReportedAt: null },
};
const april = (over: Partial<HeadedMonth>) =>
  headFactsOf({
    ...{ month: '2026-04', previous: '2026-03', today: '2026-04-24', units: [], owed: [] },
    ...{ subordinates: new Map(), ...over },
  });
const ofAn = (over: Partial<Subordinate>, today = '2026-04-24') =>
  april({ today, subordinates: new Map([['an', { ...quiet, ...over }]]) });

describe('a subordinate', () => {
  it.each([
    ['proposed D', { proposed: { rating: 'D', level: 'good' } }, 'rated:an_2026-04', 'Không hoàn thành'],
    ['proposed Kém', { proposed: { rating: null, level: 'poor' } }, 'rated:an_2026-04', 'mức độ Kém'],
    ['rated D', { published: { rating: 'D', level: 'fair' } }, 'rated:an_2026-03', 'Không hoàn thành'],
    ['rated Kém', { published: { rating: 'B', level: 'poor' } }, 'rated:an_2026-03', 'mức độ Kém'],
  ] as const)('%s is a fact', (_, over, key, words) => {
    const facts = ofAn(over);
    expect(Object.keys(facts)).toEqual([key]);
    expect(facts[key]).toContain('Nguyễn Văn An');
    expect(facts[key]).toContain(words);
  });

  it('proposed C and Trung bình, or không xếp loại, is none', () => {
    expect(ofAn({ proposed: { rating: 'C', level: 'fair' } })).toEqual({});
    expect(ofAn({ published: { rating: null, level: null } })).toEqual({});
  });
});

describe('a finding of a subordinate', () => {
  it.each([
    ['on its last day', '2026-04-20', {}, false],
    ['past its day', '2026-04-21', {}, true],
    ['past its day and reported as remedied', '2026-04-21', { remedyState: 'reported' }, false],
    ['without a day, told within a month', '2026-05-10', { due: null }, false],
    ['without a day, told more than a month ago', '2026-05-11', { due: null }, true],
    ['within a later day, told more than a month ago', '2026-05-11', { due: '2026-06-30' }, true],
    ['reported, told more than a month ago', '2026-05-11', { remedyState: 'reported' }, true],
    [
      'told on the 31st, on the last day of a shorter month',
      '2026-04-30',
      { due: null, told: '2026-03-31' },
      false,
    ],
  ] as const)('%s', (_, today, over, isFact) => {
    expect('an_2026-03_k1' in ofAn({ findings: [{ ...finding, ...over }] }, today)).toBe(isFact);
  });

  it('is named by its own id, as it was before there were other facts', () => {
    const facts = ofAn({ findings: [finding] });
    expect(facts).toEqual({
      'an_2026-03_k1': 'Nguyễn Văn An: 2.01: Để hồ sơ quá hạn (chưa khắc phục, hạn khắc phục 20/04/2026)',
    });
  });

  it('offers 1.07 and 2.08 once it is open for more than a month, and not before', () => {
    const on = (today: string) => offeredWith(ofAn({ findings: [finding] }, today)[finding.id] ?? '');
    expect(on('2026-05-10')).toEqual([]);
    expect(on('2026-05-11')).toEqual(['1.07', '2.08']);
  });
});

it('what a unit registered as backlog and what the head owes are facts, none where nothing is owed', () => {
  const backlog = { id: 'p_2026-02_k1', text: 'Cấp giấy', since: '2026-01-05', due: '2026-05-30', putOff: 2 };
  const facts = april({
    units: [{ unit: 'p', name: 'Phòng A', sheets: [none], backlogs: [backlog] }],
    owed: [
      { month: '2026-03', names: ['An', 'Bình'] },
      { month: '2026-04', names: [] },
    ],
  });
  expect(facts).toEqual({
    'owed:2026-03': 'Tháng 3/2026 còn 2 phiếu quá hạn đánh giá: An, Bình',
    'backlog:p_2026-02_k1': 'Phòng A: Cấp giấy (từ 05/01/2026, hạn 30/05/2026, đã lùi hạn 2 lần)',
  });
});

it('the tasks of two units are told apart', () => {
  const sheets = [{ ...none, tasks: { t1: 'Báo cáo' }, taskDue: { t1: '2026-04-01' } }];
  const units = ['p', 'q'].map((unit) => ({ unit, name: unit, sheets, backlogs: [] }));
  expect(Object.keys(april({ units }))).toEqual(['task:p_2026-04_t1', 'task:q_2026-04_t1']);
});

describe('what was answered', () => {
  const before = { a: 'Việc A', b: 'Việc B' };

  it('stays with its fact, which says once that it is gone', () => {
    const once = withAnswered({}, before, { a: 'Đã đôn đốc', b: ' ' });
    expect(once).toEqual({ a: 'Việc A (nay không còn)' });
    expect(withAnswered({}, once, { a: 'Đã đôn đốc' })).toEqual(once);
  });

  it('is a fact like any other when it comes back', () => {
    expect(withAnswered({ a: 'Việc A' }, { a: 'Việc A (nay không còn)' }, { a: 'Đã đôn đốc' })).toEqual({
      a: 'Việc A',
    });
  });
});

it('facts are shown kind by kind, whatever order a map came in', () => {
  const facts = { 'owed:2026-03': '5', an_k1: '4', 'task:p_t1': '1', 'rated:an': '3', 'backlog:b': '2' };
  const shown = headFactsByKind(facts);
  expect(shown.map(({ kind }) => kind)).toEqual(Object.keys(headFactLabels));
  expect(shown.flatMap((group) => group.facts.map(([, fact]) => fact)).join('')).toBe('12345');
  expect(headFactKind('task-force_2026-04_k1')).toBe('finding');
});

it('no more facts are laid before a head than the document has a place for, the gravest first', () => {
  const tasks = Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`t${i + 1}`, `Việc số ${i}`]));
  const taskDue = Object.fromEntries(Object.keys(tasks).map((id) => [id, '2026-04-01']));
  const units = [{ unit: 'p', name: 'P', sheets: [{ ...none, tasks, taskDue }], backlogs: [] }];
  const facts = april({ units, subordinates: new Map([['an', { ...quiet, findings: [finding] }]]) });
  expect(Object.keys(facts)).toHaveLength(60);
  expect(facts).toHaveProperty(finding.id);
});
