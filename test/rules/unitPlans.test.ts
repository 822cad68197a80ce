// Rules of a unit's plan of the year: its head files it, takes it up again once it is kept, and files it anew with a reason.
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { describe } from 'vitest';
import { sizes } from '../../functions/src/schema/fields.ts';
import type { UnitPlan } from '../../functions/src/schema/unitPlan.ts';
import { filled } from '../fixtures/cases.ts';
import { cast } from '../fixtures/documents.ts';
import {
  aFiledUnitPlan,
  aReopenedUnitPlan,
  aUnitPlan,
  invalidUnitPlans,
  theChangeNote,
  theUnitYear,
  theYear,
  validUnitPlans,
} from '../fixtures/unitPlans.ts';
import { only, pair, permitted, queryPair, refusals, stored, useWorld, type Attempt } from './world.ts';

useWorld('unit-plans');
const open = (plan: UnitPlan): Attempt => ({
  as: 'head',
  on: 'unitPlans',
  id: theUnitYear,
  given: { ...plan },
  by: 'get',
  write: {},
  without: [],
});
const update = (plan: UnitPlan, write: object): Attempt => ({
  ...open(plan),
  by: 'update',
  write: { ...write, rev: plan.rev + 1, savedAt: serverTimestamp() },
});
const { goals, tasks, taskDue } = aUnitPlan();
const save = () => update(aUnitPlan(), { goals, tasks, taskDue });
const submit = () => update(aUnitPlan(), { goals, tasks, taskDue, state: 'submitted' });
const takeUp = () =>
  update(aFiledUnitPlan({ changeNote: theChangeNote }), {
    ...{ state: 'open', changeNote: '', reopenedAt: serverTimestamp() },
  });
const submitAgain = () => update(aReopenedUnitPlan(), { changeNote: theChangeNote, state: 'submitted' });

describe('reading', () => {
  only(['head', 'evaluator', 'decider'], 'open a plan in the making', () => open(aUnitPlan()));
  only(['head', 'evaluator', 'decider', 'inspector', 'aggregator'], 'open a submitted one', () =>
    open(aFiledUnitPlan()),
  );
  only(['head', 'evaluator', 'decider'], 'open one that was taken up again, which is a draft', () =>
    open(aReopenedUnitPlan()),
  );
  const year = ['year', '==', theYear] as const;
  const submitted = ['state', '==', 'submitted'] as const;
  queryPair('mine', 'head', 'unitPlans', [['head', '==', cast.head], year], [year]);
  queryPair(
    'of the heads I evaluate',
    'evaluator',
    'unitPlans',
    [['headEvaluator', '==', cast.evaluator]],
    [['headEvaluator', '==', cast.head]],
  );
  queryPair(
    'of the heads I decide',
    'decider',
    'unitPlans',
    [['headDecider', '==', cast.decider]],
    [['headDecider', '==', cast.head]],
  );
  queryPair('submitted ones, by an inspector', 'inspector', 'unitPlans', [year, submitted], [year]);
  queryPair(
    'submitted ones of my block',
    'aggregator',
    'unitPlans',
    [['block', '==', 'government'], submitted],
    [['block', '==', 'party'], submitted],
  );
});

describe('planning', () => {
  only(['head'], 'save', save);
  only(['head'], 'submit', submit);
  permitted('saving it with nothing planned yet', save, { write: { tasks: {}, taskDue: {} } });
  pair('submitting with nothing planned', submit, { write: { tasks: {}, taskDue: {} } });
  pair('saving what is submitted', save, { given: { ...aFiledUnitPlan(), rev: 1 } });
  pair('a state of no list', submit, { write: { state: 'decided' } });
  pair('a revision that stands still', save, { write: { rev: 1 } });
  pair('a revision that jumps', save, { write: { rev: 3 } });
  pair('a forged time', save, { write: { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 25)) } });
  pair('no time', save, { without: ['savedAt'] });
  pair('a moment of taking up that was none', save, { write: { reopenedAt: serverTimestamp() } });
  pair('deleting', save, { by: 'delete' });
  pair('opening one', save, { by: 'create', given: null, write: stored(aUnitPlan()) });
  const forged = {
    ...{ unit: 'x', unitName: 'x', block: 'party', year: '2027', head: cast.evaluator, log: [{}] },
    ...{ headEvaluator: cast.head, headDecider: cast.head, filedAt: 'x', filings: 1, keptRev: 1, extra: 1 },
  };
  refusals(
    save,
    Object.entries(forged).map(([field, value]) => ({
      what: `changing ${field}`,
      but: { write: { [field]: value } },
    })),
  );
});

describe('taking it up again', () => {
  only(['head'], 'take up what is filed and kept', takeUp);
  pair('before the filing is kept', takeUp, { given: { keptRev: 1 } });
  pair('with the reason of the filing before', takeUp, { write: { changeNote: theChangeNote } });
  pair('with another reason already', takeUp, { write: { changeNote: 'Quận giao thêm một nhiệm vụ' } });
  pair('changing it in the same write', takeUp, { write: { goals: 'x' } });
  pair('at a forged time', takeUp, { write: { reopenedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 25)) } });
  pair('without saying when', takeUp, { write: { reopenedAt: null } });
  pair('staying submitted', takeUp, { write: { state: 'submitted' } });
});

describe('filing it again', () => {
  only(['head'], 'file it again with a reason', submitAgain);
  permitted('saving it again without a reason yet', submitAgain, {
    write: { changeNote: '', state: 'open' },
  });
  pair('without a reason', submitAgain, { write: { changeNote: '' } });
  pair('with a reason of nine characters', submitAgain, { write: { changeNote: 'chín ký tự'.slice(0, 9) } });
  pair('with a reason of blanks', submitAgain, { write: { changeNote: ' \u00a0'.repeat(10) } });
  pair('with a reason too long', submitAgain, { write: { changeNote: filled(sizes.line + 1) } });
});

describe('what a plan of the year may hold', () => {
  refusals(
    save,
    invalidUnitPlans.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
  for (const { what, change } of validUnitPlans) permitted(what, save, { write: change });
});
