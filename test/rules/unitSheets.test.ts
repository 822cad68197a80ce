// Rules of unit sheets: the head files the unit's plan and report, who judges the head reads it.
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { describe } from 'vitest';
import type { UnitSheet } from '../../functions/src/schema/unit.ts';
import { aUnitSheet, cast, theMonth, theUnit } from '../fixtures/documents.ts';
import { invalidUnitSheets, validUnitSheets } from '../fixtures/invalidUnitDocuments.ts';
import { only, pair, permitted, queryPair, refusals, stored, useWorld, type Attempt } from './world.ts';

useWorld('unit-sheets');
const id = `${theUnit}_${theMonth}`;
const ask = (over: Partial<UnitSheet> = {}): Attempt => ({
  as: 'head',
  on: 'unitSheets',
  id,
  given: { ...aUnitSheet(over) },
  by: 'get',
  write: {},
  without: [],
});
const save = (): Attempt => {
  const { tasks, taskDue, taskResult, report, backlog, nextTasks, nextDue } = aUnitSheet();
  return {
    ...ask(),
    by: 'update',
    write: {
      tasks,
      taskDue,
      taskResult,
      report,
      backlog,
      nextTasks,
      nextDue,
      rev: 2,
      savedAt: serverTimestamp(),
    },
  };
};
const submit = (): Attempt => ({ ...save(), write: { ...save().write, state: 'submitted' } });

describe('reading', () => {
  only(['head', 'evaluator', 'decider'], 'open a unit sheet in the making', () => ask());
  only(['head', 'evaluator', 'decider', 'inspector', 'aggregator'], 'open a submitted one', () =>
    ask({ state: 'submitted' }),
  );
  const month = ['month', '==', theMonth] as const;
  const submitted = ['state', '==', 'submitted'] as const;
  queryPair('mine', 'head', 'unitSheets', [['head', '==', cast.head], month], [month]);
  queryPair(
    'of the heads I evaluate',
    'evaluator',
    'unitSheets',
    [['headEvaluator', '==', cast.evaluator]],
    [['headEvaluator', '==', cast.head]],
  );
  queryPair(
    'of the heads I decide',
    'decider',
    'unitSheets',
    [['headDecider', '==', cast.decider]],
    [['headDecider', 'in', [cast.decider, cast.head]]],
  );
  queryPair('submitted ones, by an inspector', 'inspector', 'unitSheets', [month, submitted], [month]);
  queryPair(
    'submitted ones of my block',
    'aggregator',
    'unitSheets',
    [['block', '==', 'government'], submitted],
    [['block', '==', 'party'], submitted],
  );
});

describe('filing', () => {
  only(['head'], 'save', save);
  only(['head'], 'submit', submit);
  pair('without a report', submit, { write: { report: '' } });
  pair('with a report of blanks', submit, { write: { report: ' \n\u00a0' } });
  pair('without a plan of next month', submit, { write: { nextTasks: {}, nextDue: {} } });
  permitted('saved without either', save, { write: { report: '', nextTasks: {}, nextDue: {} } });
  pair('saving what is submitted', save, { given: { state: 'submitted' } });
  pair('taking back what is submitted', save, { given: { state: 'submitted' }, write: { state: 'open' } });
  pair('a state of no list', submit, { write: { state: 'decided' } });
  pair('a revision that stands still', save, { write: { rev: 1 } });
  pair('a revision that jumps', save, { write: { rev: 3 } });
  pair('a forged time', save, { write: { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 25)) } });
  pair('no time', save, { without: ['savedAt'] });
  pair('deleting', save, { by: 'delete' });
  pair('opening one', save, { by: 'create', given: null, write: stored(aUnitSheet()) });
  const forged = {
    ...{
      unit: 'x',
      unitName: 'x',
      block: 'party',
      month: '2026-05',
      head: cast.evaluator,
      headEvaluator: cast.head,
    },
    ...{ headDecider: cast.head, due: 'x', dueDay: 'x', filedAt: 'x', late: true, log: [], extra: 1 },
  };
  refusals(
    save,
    Object.entries(forged)
      .filter(([field]) => field !== 'log')
      .map(([field, value]) => ({ what: `changing ${field}`, but: { write: { [field]: value } } })),
  );
  pair('writing the log', save, { write: { log: [{}] } });
});

describe('what a unit sheet may hold', () => {
  refusals(
    save,
    invalidUnitSheets.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
  for (const { what, change } of validUnitSheets) permitted(what, save, { write: change });
});
