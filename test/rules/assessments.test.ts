// Rules of assessments: who judges whom, which act leads where, and that nobody reads or judges their own.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { deleteField, doc, serverTimestamp, setDoc, Timestamp, writeBatch } from 'firebase/firestore/lite';
import { describe, test } from 'vitest';
import type { Assessment } from '../../functions/src/schema/assessment.ts';
import { sizes } from '../../functions/src/schema/fields.ts';
import { each, filled, notTexts } from '../fixtures/cases.ts';
import {
  aDecidedAssessment,
  aDecision,
  anAssessment,
  anEvaluatedAssessment,
  anEvaluation,
  cast,
  theMonth,
  theOrg,
  theUnit,
} from '../fixtures/documents.ts';
import {
  invalidDecisions,
  invalidEvaluations,
  validDecisions,
  validEvaluations,
} from '../fixtures/invalidAssessments.ts';
import {
  as,
  given,
  list,
  only,
  pair,
  permitted,
  queryPair,
  refusals,
  stored,
  useWorld,
  type Attempt,
  type Fields,
} from './world.ts';

useWorld('assessments');
const id = `${cast.person}_${theMonth}`;
const path = `orgs/${theOrg}/assessments/${id}`;
const finding = `${cast.person}_${theMonth}_r1`;
/** One who both evaluates and decides. */
const oneStep = { evaluator: cast.decider, decider: cast.decider };

function act(
  asker: 'evaluator' | 'decider',
  from: Assessment,
  state: Assessment['state'],
  fields: Fields = {},
): Attempt {
  return {
    as: asker,
    on: 'assessments',
    id,
    given: { ...from },
    by: 'update',
    write: { ...fields, state, rev: from.rev + 1, actor: cast[asker], actedAt: serverTimestamp() },
    without: [],
  };
}
const ask = (assessment: Assessment): Attempt => ({
  ...act('evaluator', assessment, 'waiting'),
  by: 'get',
  write: {},
});

const saveEvaluation = () => act('evaluator', anAssessment(), 'waiting', anEvaluation());
/** The record as it was saved; the verdicts go with the act. */
const { verdicts, ...record } = anEvaluation();
const saved = (over: Partial<Assessment> = {}) => anAssessment({ ...record, ...over });
const evaluate = () => act('evaluator', saved(), 'evaluated', { verdicts });
const giveBack = () => act('evaluator', anAssessment(), 'returned', { note: 'Bổ sung mục II.2' });
const withdraw = () => act('evaluator', anEvaluatedAssessment(), 'waiting');
const decideAtOnce = () => act('decider', saved(oneStep), 'decided', { verdicts, ...aDecision() });
const saveDecision = () => act('decider', anEvaluatedAssessment(), 'evaluated', aDecision());
const decide = () => act('decider', anEvaluatedAssessment(), 'decided', aDecision());
// With a word of the decider's own, or it would be a withdrawal when the evaluator tries it.
const sendBack = () =>
  act('decider', anEvaluatedAssessment(), 'waiting', {
    note: 'Xem lại mức nhận diện',
    participants: 'Ban Thường vụ',
  });
const leaveUnrated = (from: Assessment) => act('decider', from, 'unrated', { dReason: 'Nghỉ thai sản' });
const reopen = () =>
  act('decider', aDecidedAssessment(), 'evaluated', { dReason: 'Có thêm báo cáo của Ủy ban Kiểm tra' });

describe('reading', () => {
  only(['evaluator', 'decider'], 'open an assessment in the making', () => ask(anAssessment()));
  only(['evaluator', 'decider'], 'open a returned one', () => ask(anAssessment({ state: 'returned' })));
  for (const state of ['evaluated', 'decided', 'unrated'] as const)
    only(['evaluator', 'decider', 'inspector'], `open one that is ${state}`, () =>
      ask(anEvaluatedAssessment({ state })),
    );
  only(['decider'], 'open one that they evaluate and decide', () => ask(anAssessment(oneStep)));
  // Whoever else the person is, their own assessment stays closed to them.
  for (const role of ['evaluator', 'decider', 'inspector'] as const)
    pair(`${role} opening their own`, () => ({ ...ask(anEvaluatedAssessment()), as: role }), {
      given: { person: cast[role] },
    });
  pair('one that is not there', () => ask(anAssessment()), { given: null });

  const month = ['month', '==', theMonth] as const;
  const done = ['state', 'in', ['evaluated', 'decided', 'unrated']] as const;
  const notMine = ['person', '!=', cast.inspector] as const;
  const unit = ['unit', '==', theUnit] as const;
  queryPair(
    'those I evaluate',
    'evaluator',
    'assessments',
    [['evaluator', '==', cast.evaluator], month],
    [month],
  );
  queryPair(
    'those I decide',
    'decider',
    'assessments',
    [['decider', '==', cast.decider], month],
    [['decider', '==', cast.head], month],
  );
  queryPair('done ones, by an inspector', 'inspector', 'assessments', [unit, done, notMine], [unit, notMine]);
  queryPair(
    'done ones but my own, by an inspector',
    'inspector',
    'assessments',
    [unit, done, notMine],
    [unit, done],
  );
  queryPair(
    'in a state I may read, by an inspector',
    'inspector',
    'assessments',
    [unit, ['state', '==', 'decided'], notMine],
    [unit, ['state', 'in', ['decided', 'waiting']], notMine],
  );
  test('query: nobody lists by the person, least of all the person', async () => {
    await assertSucceeds(
      list('evaluator', 'assessments', [
        ['evaluator', '==', cast.evaluator],
        ['person', '==', cast.person],
      ]),
    );
    for (const role of ['person', 'head', 'aggregator', 'colleague', 'consulted'] as const)
      await assertFails(list(role, 'assessments', [['person', '==', cast.person]]));
  });
});

describe('what the evaluator does', () => {
  only(['evaluator'], 'save an evaluation', saveEvaluation);
  only(['evaluator'], 'evaluate', evaluate);
  only(['evaluator'], 'return a sheet', giveBack);
  only(['evaluator'], 'withdraw an evaluation', withdraw);
  permitted('evaluate what was never filed', evaluate, {
    given: { filed: false, sheetRev: -1, suspected: [] },
  });
  permitted('evaluate where nothing is suspected', evaluate, {
    given: { suspected: [] },
    write: { verdicts: {} },
  });
  permitted('save while held', saveEvaluation, { given: { held: true } });
  permitted('withdraw with a note', withdraw, { write: { note: 'Có thêm số liệu' } });
  pair('evaluating before the final run', evaluate, { given: { held: true } });
  pair('evaluating without a verdict', evaluate, { write: { verdicts: {} } });
  pair('evaluating with a verdict on another finding', evaluate, { write: { verdicts: { other: 'open' } } });
  pair('evaluating with one verdict of two', evaluate, { given: { suspected: [finding, 'lan_2026-04_r2'] } });
  pair('evaluating without a rating', evaluate, { given: { eRating: null } });
  pair('evaluating without a level', evaluate, { given: { eLevel: null } });
  // What is saved with the act was never judged on its own.
  pair('content in the act', evaluate, { write: { eComment: 'Nhận xét khác' } });
  pair('other points in the act', evaluate, { write: { eScore1: 30 } });
  pair('content with a return', giveBack, { write: { eComment: 'Nhận xét khác' } });
  permitted('return with verdicts', giveBack, { write: { verdicts } });
  permitted('note with the evaluation', evaluate, { write: { note: 'Xem mục II.2' } });
  pair('returning without a note', giveBack, { write: { note: ' \n' } });
  pair('returning what was never filed', giveBack, { given: { filed: false } });
  pair('withdrawing with other scores', withdraw, { write: { eScore1: 30 } });
  pair('deciding in two steps', evaluate, { write: { ...aDecision(), state: 'decided' } });
  pair("writing the decider's record", saveEvaluation, { write: { dRating: 'A' } });
  for (const state of ['returned', 'evaluated', 'decided', 'unrated'] as const)
    pair(`evaluating what is ${state}`, evaluate, { given: { state } });
  for (const state of ['returned', 'decided', 'unrated'] as const)
    pair(`withdrawing what is ${state}`, withdraw, { given: { state } });
  pair(
    'leaving unrated',
    () => act('evaluator', anAssessment({ excuse: 'maternity' }), 'waiting', anEvaluation()),
    { write: { state: 'unrated' } },
  );
});

describe('what one who evaluates and decides does', () => {
  // With a reason, or the band would refuse what is meant to be refused for itself.
  const explained = (): Attempt => ({
    ...decideAtOnce(),
    write: { ...decideAtOnce().write, dReason: 'Theo kết luận của tập thể' },
  });
  only(['decider'], 'evaluate and decide in one act', decideAtOnce);
  permitted('evaluate first', () => act('decider', saved(oneStep), 'evaluated', { verdicts }));
  permitted('decide then', () => act('decider', anEvaluatedAssessment(oneStep), 'decided', aDecision()));
  permitted('withdraw', () => act('decider', anEvaluatedAssessment(oneStep), 'waiting'));
  permitted('return', () => act('decider', anAssessment(oneStep), 'returned', { note: 'Bổ sung' }));
  permitted('leave unrated in one act', () =>
    act('decider', anAssessment({ ...oneStep, excuse: 'illness' }), 'unrated', { verdicts, ...aDecision() }),
  );
  pair('one act without the evaluation', decideAtOnce, {
    given: { eRating: null },
    write: { dRating: null },
  });
  pair('one act without the decision', decideAtOnce, { write: { dLevel: null } });
  pair('one act with content', decideAtOnce, { write: { eComment: 'Nhận xét khác' } });
  for (const [field, value] of Object.entries({
    ...{ dScore1: 28, dScore21: 17, dScore22: 43.5, dRating: 'C', dLevel: 'good' },
  }))
    pair(`one act that leaves the evaluation in ${field}`, explained, { write: { [field]: value } });
  pair('one act without a verdict', decideAtOnce, { write: { verdicts: {} } });
  pair('one act before the final run', decideAtOnce, { given: { held: true } });
  pair('one act before who is asked has answered', decideAtOnce, { given: { consultsOpen: 1 } });
  pair('one act with a record that is no record', decideAtOnce, { write: { dScore1: 31 } });
  refusals(
    explained,
    [...invalidEvaluations, ...invalidDecisions].map(({ what, change, without = [] }) => ({
      what: `one act, ${what}`,
      but: { write: change, without },
    })),
  );
  const unratedAtOnce = () =>
    act('decider', anAssessment({ ...oneStep, excuse: 'illness' }), 'unrated', { verdicts, ...aDecision() });
  refusals(
    unratedAtOnce,
    [...invalidDecisions, ...each('note', [...notTexts, 'a\u001fb', filled(sizes.note + 1)])].map(
      ({ what, change, without = [] }) => ({
        what: `unrated at once, ${what}`,
        but: { write: change, without },
      }),
    ),
  );
  pair('one act where somebody else decides', decideAtOnce, { given: { decider: cast.head } });
  pair('one act where somebody else evaluates', decideAtOnce, { given: { evaluator: cast.head } });
  pair(
    'one act that leaves unrated without an excuse',
    () =>
      act('decider', anAssessment({ ...oneStep, excuse: 'illness' }), 'unrated', {
        verdicts,
        ...aDecision(),
      }),
    { given: { excuse: null } },
  );
  pair(
    'saving a decision before the evaluation',
    () => act('decider', anAssessment(oneStep), 'waiting', anEvaluation()),
    { write: aDecision() },
  );
});

describe('what who decides does in the place of a late evaluator', () => {
  const late = { overdue: true } as const;
  const save = () => act('decider', anAssessment(late), 'waiting', anEvaluation());
  const instead = () => act('decider', saved(late), 'evaluated', { verdicts });
  const atOnce = () => act('decider', saved(late), 'decided', { verdicts, ...aDecision() });
  for (const [what, request] of Object.entries({ save, instead, atOnce })) {
    permitted(`${what}, where the evaluator is late`, request);
    pair(`${what}, where the evaluator is in time`, request, { given: { overdue: false } });
    pair(`${what}, in another's place`, request, { given: { decider: cast.head } });
  }
  permitted('the late evaluator evaluates after all', () =>
    act('evaluator', saved(late), 'evaluated', { verdicts }),
  );
  permitted('return', () => act('decider', anAssessment(late), 'returned', { note: 'Bổ sung' }));
  pair('evaluating without a verdict', instead, { write: { verdicts: {} } });
  pair('evaluating before the final run', instead, { given: { held: true } });
  pair('the evaluator deciding at once', () => ({ ...atOnce(), as: 'decider' }), {
    write: { actor: cast.evaluator },
  });
  pair('withdrawing what another evaluated, without a note', sendBack, {
    given: late,
    write: { note: '', participants: '' },
  });
});

describe('what the decider does', () => {
  only(['decider'], 'save a decision', saveDecision);
  only(['decider'], 'decide', decide);
  only(['decider'], 'send an evaluation back', sendBack);
  only(['decider'], 'leave a month unrated', () =>
    leaveUnrated(anEvaluatedAssessment({ excuse: 'maternity' })),
  );
  only(['decider'], 'take a decision up again', reopen);
  for (const state of ['waiting', 'returned', 'evaluated', 'decided'] as const)
    permitted(`leave unrated what is ${state}`, () =>
      leaveUnrated(anEvaluatedAssessment({ state, excuse: 'leave' })),
    );
  permitted('leave unrated as proposed', () =>
    leaveUnrated(anEvaluatedAssessment({ proposal: { ...anAssessment().proposal, unrated: true } })),
  );
  permitted('take up again what was left unrated', reopen, { given: { state: 'unrated' } });
  pair(
    'leaving unrated without an excuse',
    () => leaveUnrated(anEvaluatedAssessment({ excuse: 'maternity' })),
    { given: { excuse: null } },
  );
  pair(
    "leaving unrated with a word in the evaluator's record",
    () => leaveUnrated(anEvaluatedAssessment({ excuse: 'maternity' })),
    { write: { eComment: 'x' } },
  );
  pair(
    'leaving unrated what is unrated',
    () => leaveUnrated(anEvaluatedAssessment({ excuse: 'maternity' })),
    { given: { state: 'unrated' } },
  );
  for (const state of ['waiting', 'returned', 'decided', 'unrated'] as const)
    pair(`deciding what is ${state}`, decide, { given: { state } });
  for (const state of ['waiting', 'returned'] as const)
    pair(`taking up again what is ${state}`, reopen, { given: { state } });
  pair('sending back without a note', sendBack, { write: { note: '' } });
  pair('sending back what is decided', sendBack, { given: { state: 'decided' } });
  pair('sending back to the person', sendBack, { write: { state: 'returned' } });
  pair('deciding with a note', decide, { write: { note: 'x' } });
  pair("changing the evaluator's record", saveDecision, { write: { eComment: 'x' } });
  pair("changing the evaluator's scores in the decision", decide, { write: { eScore1: 30 } });
  pair('deciding before who is asked has answered', decide, { given: { consultsOpen: 2 } });
  pair('deciding before the final run', decide, { given: { held: true } });
  pair('deciding while a suspicion has no verdict', decide, {
    given: { suspected: [finding, 'lan_2026-04_k2'] },
  });
  const explained = (): Attempt => ({
    ...decide(),
    write: { ...decide().write, dReason: 'Theo kết luận của tập thể' },
  });
  pair('deciding without a rating', explained, { write: { dRating: null } });
  pair('deciding without a level', explained, { write: { dLevel: null } });
  pair('taking up again without a reason', reopen, { write: { dReason: '' } });
  pair('taking up again with the old reason', reopen, {
    given: { dReason: 'Có thêm báo cáo của Ủy ban Kiểm tra' },
  });
  pair('taking up again with a short reason', reopen, { write: { dReason: 'xem lại   ' } });
  pair('taking up again with blanks of another script', reopen, {
    write: { dReason: '\u00a0\u2003\u3000'.repeat(9) },
  });
  pair('taking up again with another rating', reopen, { write: { dRating: 'A' } });
});

describe('reasons', () => {
  const reason = { dReason: 'Vì thành tích đột xuất' };
  /** Scores, rating and level of both, and whether a reason is owed. */
  const decided = (score: [number, number, number], rating: string, level: string) => ({
    ...{ eRating: rating, eLevel: level },
    write: { dScore1: score[0], dScore21: score[1], dScore22: score[2], dRating: rating, dLevel: level },
  });
  const table = [
    ['another rating than proposed', decided([27, 17, 43], 'B', 'good'), { eRating: 'C' }, true],
    ['another level than proposed', decided([27, 17, 43], 'B', 'good'), { eLevel: 'fair' }, true],
    ['other points, same band', decided([30, 17, 42], 'B', 'good'), {}, false],
    ['A at 90', decided([30, 20, 40], 'A', 'good'), {}, false],
    ['A at 89.5', decided([30, 20, 39.5], 'A', 'good'), {}, true],
    ['B at 89.5', decided([30, 20, 39.5], 'B', 'good'), {}, false],
    ['B at 70', decided([20, 20, 30], 'B', 'good'), {}, false],
    ['B at 69.5', decided([20, 20, 29.5], 'B', 'good'), {}, true],
    ['C at 69.5', decided([20, 20, 29.5], 'C', 'poor'), {}, false],
    ['C at 50', decided([20, 10, 20], 'C', 'good'), {}, false],
    ['C at 49.5', decided([20, 10, 19.5], 'C', 'good'), {}, true],
    ['D at 49.5', decided([20, 10, 19.5], 'D', 'poor'), {}, false],
    ['D at 100', decided([30, 20, 50], 'D', 'good'), {}, true],
    ['A beside Trung bình', decided([30, 20, 45], 'A', 'fair'), {}, true],
    ['A beside Kém', decided([30, 20, 45], 'A', 'poor'), {}, true],
    ['B beside Kém', decided([27, 17, 43], 'B', 'poor'), {}, true],
    ['B beside Trung bình', decided([27, 17, 43], 'B', 'fair'), {}, false],
  ] as const;
  for (const [what, { write, ...proposed }, over, isOwed] of table) {
    const attempt = (): Attempt => {
      const one = decide();
      return { ...one, given: { ...one.given, ...proposed, ...over }, write: { ...one.write, ...write } };
    };
    if (isOwed) {
      pair(`${what}, unexplained`, () => ({ ...attempt(), write: { ...attempt().write, ...reason } }), {
        write: { dReason: '' },
      });
      pair(`${what}, with nine letters`, () => ({ ...attempt(), write: { ...attempt().write, ...reason } }), {
        write: { dReason: '  123456789  ' },
      });
    } else permitted(`${what}, unexplained`, attempt);
  }
});

describe('every act', () => {
  const acts = {
    saveEvaluation,
    evaluate,
    giveBack,
    withdraw,
    decideAtOnce,
    saveDecision,
    decide,
    sendBack,
    reopen,
  } as const;
  for (const [name, attempt] of Object.entries(acts)) {
    const mine = attempt().as as 'evaluator' | 'decider';
    pair(`${name} on oneself`, attempt, { given: { person: cast[mine] } });
    if (name !== 'reopen') pair(`${name} once frozen`, attempt, { given: { frozen: true } });
    pair(`${name} in another's name`, attempt, { write: { actor: cast.head } });
    pair(`${name} with a revision that stands still`, attempt, { write: { rev: attempt().given?.['rev'] } });
    pair(`${name} with a revision that jumps`, attempt, { write: { rev: 9 } });
    pair(`${name} at a forged time`, attempt, {
      write: { actedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 28)) },
    });
    pair(`${name} without a time`, attempt, { write: { actedAt: deleteField() } });
    pair(`${name} with a state of no list`, attempt, { write: { state: 'published' } });
    pair(`${name} with a field that no schema knows`, attempt, { write: { extra: 1 } });
  }
});

describe('what is published or locked', () => {
  const frozen = (): Attempt => ({ ...reopen(), given: { ...reopen().given, frozen: true } });
  permitted('is reopened by who decided it', frozen);
  pair('is not by who evaluated it', frozen, { as: 'evaluator', write: { actor: cast.evaluator } });
  pair('is not without a new reason', frozen, { write: { dReason: frozen().given?.['dReason'] } });
  pair('goes nowhere but back before the decision', frozen, { write: { state: 'waiting', note: 'Xem lại' } });
  pair('takes no other record with it', frozen, { write: { dRating: 'A' } });
  pair('waits, once reopened, for the function that thaws it', decide, { given: { frozen: true } });
});

describe('what only functions write', () => {
  const { person, unit, month, suspected, proposal, log } = anAssessment();
  const forged: Fields = {
    ...{
      person: 'x',
      personName: 'x',
      post: 'x',
      unit: 'x',
      block: 'party',
      month: '2026-05',
      tier: 'leader',
      row: 1,
    },
    ...{
      evaluator: cast.decider,
      decider: cast.evaluator,
      head: 'x',
      consulted: [],
      proposers: [],
      template: 'x',
    },
    ...{
      isHead: true,
      excuse: 'illness',
      sheetRev: 9,
      filed: false,
      late: true,
      missedWhenEvaluated: true,
      held: true,
    },
    ...{
      consultsOpen: 5,
      suspected: [],
      proposal: { ...proposal, unrated: true },
      selfScore: 1,
      createdAt: 'x',
    },
    ...{ decidedAt: 'x', frozen: true, version: 7, log: [{}] },
  };
  const cases = Object.entries(forged).map(([field, value]) => ({
    what: `changing ${field}`,
    but: { write: { [field]: value } },
  }));
  describe('by the evaluator', () => refusals(evaluate, cases));
  describe('by the decider', () => refusals(decide, cases));
  pair('deleting the excuse', evaluate, { without: ['excuse'] });
  pair('deleting the assessment', evaluate, { by: 'delete' });
  test('refused: opening an assessment, by anybody', async () => {
    await given({ [path]: null });
    for (const role of Object.keys(cast) as (keyof typeof cast)[])
      await assertFails(
        setDoc(doc(as(role), path), stored(anAssessment({ person, unit, month, suspected, log }))),
      );
    await given({ [path]: saved() });
    await assertSucceeds(
      writeBatch(as('evaluator'))
        .update(doc(as('evaluator'), path), evaluate().write)
        .commit(),
    );
  });
  test('refused: a batch of which one half is allowed', async () => {
    const other = `orgs/${theOrg}/assessments/${cast.colleague}_${theMonth}`;
    await given({ [path]: saved(), [other]: saved({ person: cast.colleague, evaluator: cast.head }) });
    const database = as('evaluator');
    const both = writeBatch(database)
      .update(doc(database, path), evaluate().write)
      .update(doc(database, other), evaluate().write);
    await assertFails(both.commit());
    await assertSucceeds(writeBatch(database).update(doc(database, path), evaluate().write).commit());
  });
});

describe('what an evaluation may hold', () => {
  refusals(
    saveEvaluation,
    invalidEvaluations.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
  for (const { what, change } of validEvaluations) permitted(what, saveEvaluation, { write: change });
});

describe('what a note may hold', () => {
  const notes = [...each('note', [...notTexts, 'a\u001fb', filled(sizes.note + 1)])];
  const cases = notes.map(({ what, change }) => ({ what, but: { write: change } }));
  describe('when an evaluation is withdrawn', () => refusals(withdraw, cases));
  describe('when it is sent back', () => refusals(sendBack, cases));
});

describe('what a decision may hold', () => {
  refusals(
    saveDecision,
    invalidDecisions.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
  for (const { what, change } of validDecisions) permitted(what, saveDecision, { write: change });
});
