// Acting for another: what a delegation lets its delegate do, for whom, and that it ends the moment it is revoked.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { serverTimestamp } from 'firebase/firestore/lite';
import { beforeEach, describe, test } from 'vitest';
import type { Assessment } from '../../functions/src/schema/assessment.ts';
import type { Delegation } from '../../functions/src/schema/delegation.ts';
import { documentPath, type CollectionName } from '../../functions/src/schema/paths.ts';
import {
  aConfirmedFinding,
  aConsultation,
  aDecision,
  aDelegation,
  anAssessment,
  anEvaluatedAssessment,
  anEvaluation,
  aDecidedAssessment,
  aFinding,
  aResult,
  aSheet,
  aSubmittedSheet,
  cast,
  theMonth,
  theOrg,
  theUnit,
} from '../fixtures/documents.ts';
import { attempt, given, list, useWorld, type Attempt, type Fields, type Where } from './world.ts';

useWorld('delegated-acts');
const id = `${cast.person}_${theMonth}`;
const oneStep = { evaluator: cast.decider, decider: cast.decider };
const { verdicts, ...record } = anEvaluation();
const saved = (over: Partial<Assessment> = {}) => anAssessment({ ...record, ...over });

const pathOf = (giver: string, delegate: string) =>
  documentPath(theOrg, 'delegations', `${giver}_${delegate}`);
/** From the evaluator and from the decider to the delegate, as a test changes them; null: none. */
async function delegate(
  evaluator: Partial<Delegation> | null,
  decider: Partial<Delegation> | null,
): Promise<void> {
  const from = (giver: string, over: Partial<Delegation> | null) =>
    over && aDelegation({ giver, delegate: cast.delegate, active: true, acts: 'both', ...over });
  await given({
    [pathOf(cast.evaluator, cast.delegate)]: from(cast.evaluator, evaluator),
    [pathOf(cast.decider, cast.delegate)]: from(cast.decider, decider),
  });
}

type Giver = 'evaluator' | 'decider';
const act = (giver: Giver, from: Assessment, state: Assessment['state'], fields: Fields = {}): Attempt => ({
  as: 'delegate',
  on: 'assessments',
  id,
  given: { ...from },
  by: 'update',
  write: {
    ...fields,
    ...{ state, rev: from.rev + 1, actor: cast.delegate, actedFor: cast[giver], actedAt: serverTimestamp() },
  },
  without: [],
});
const read = (on: CollectionName, document: object, of = id): Attempt => ({
  as: 'delegate',
  on,
  id: of,
  given: { ...document },
  by: 'get',
  write: {},
  without: [],
});
const onFinding = (giver: Giver, stands: object, fields: Fields): Attempt => ({
  ...read('findings', stands, `${id}_k1`),
  by: 'update',
  write: {
    ...fields,
    ...{ rev: (stands as { rev: number }).rev + 1, savedAt: serverTimestamp() },
    ...{ actor: cast.delegate, actedFor: cast[giver] },
  },
});

const evaluations: Record<string, () => Attempt> = {
  'save an evaluation': () => act('evaluator', anAssessment(), 'waiting', anEvaluation()),
  evaluate: () => act('evaluator', saved(), 'evaluated', { verdicts }),
  'return a sheet': () => act('evaluator', anAssessment(), 'returned', { note: 'Bổ sung mục II' }),
  withdraw: () => act('evaluator', anEvaluatedAssessment(), 'waiting'),
  'confirm a finding': () => onFinding('evaluator', aFinding(), { state: 'confirmed', due: '2026-05-20' }),
  'accept a remedy': () =>
    onFinding('evaluator', aConfirmedFinding({ remedy: 'x', remedyState: 'reported' }), {
      ...{ state: 'remedied', remedyState: 'accepted' },
    }),
};
const decisions: Record<string, () => Attempt> = {
  'save a decision': () => act('decider', anEvaluatedAssessment(), 'evaluated', aDecision()),
  decide: () => act('decider', anEvaluatedAssessment(), 'decided', aDecision()),
  'send back': () => act('decider', anEvaluatedAssessment(), 'waiting', { note: 'Xem lại' }),
  'leave unrated': () =>
    act('decider', anAssessment({ excuse: 'illness' }), 'unrated', { dReason: 'Nghỉ ốm' }),
  'take up again': () =>
    act('decider', aDecidedAssessment(), 'evaluated', { dReason: 'Có thêm báo cáo kiểm tra' }),
  'overturn a finding': () =>
    onFinding('decider', aConfirmedFinding(), { state: 'dismissed', settleReason: 'Nhầm người' }),
};
const atOnce = () => act('decider', saved(oneStep), 'decided', { verdicts, ...aDecision() });

/** Allowed with the delegations of the first pair, refused with those of the second, which differ in one thing. */
async function onlyWith(
  attempts: (() => Attempt)[],
  allowed: Parameters<typeof delegate>,
  refused: Parameters<typeof delegate>,
): Promise<void> {
  await delegate(...refused);
  for (const one of attempts) await assertFails(attempt(one()));
  await delegate(...allowed);
  for (const one of attempts) await assertSucceeds(attempt(one()));
}

beforeEach(() => delegate({}, {}));
const evaluating = Object.values(evaluations);
const deciding = Object.values(decisions);

describe('the acts of a delegate', () => {
  test.each(Object.entries({ ...evaluations, ...decisions, 'decide at once': atOnce }))(
    '%s: by the delegate, in the giver’s name, on somebody else',
    async (_what, one) => {
      const subject = one().on === 'findings' ? 'subject' : 'person';
      const refused: Attempt[] = [
        { ...one(), as: 'colleague', write: { ...one().write, actor: cast.colleague } },
        { ...one(), as: 'delegate elsewhere' },
        { ...one(), write: { ...one().write, actedFor: null } },
        { ...one(), write: { ...one().write, actedFor: cast.delegate } },
        { ...one(), write: { ...one().write, actedFor: cast.head } },
        { ...one(), write: { ...one().write, actor: one().write['actedFor'] } },
        { ...one(), given: { ...one().given, [subject]: cast.delegate } },
      ];
      for (const other of refused) await assertFails(attempt(other));
      await assertSucceeds(attempt(one()));
    },
  );
  test('need the act that they do', async () => {
    await onlyWith(evaluating, [{ acts: 'evaluate' }, null], [{ acts: 'decide' }, null]);
    await onlyWith(deciding, [null, { acts: 'decide' }], [null, { acts: 'evaluate' }]);
    await onlyWith([atOnce], [null, { acts: 'both' }], [null, { acts: 'evaluate' }]);
    await onlyWith([atOnce], [null, { acts: 'both' }], [null, { acts: 'decide' }]);
  });
  test('need the unit that it is for', async () => {
    await onlyWith(evaluating, [{ unit: theUnit }, null], [{ unit: 'phong-tu-phap' }, null]);
    await onlyWith(deciding, [null, { unit: theUnit }], [null, { unit: 'phong-tu-phap' }]);
  });
  test('end the moment it is revoked or its days are over', async () => {
    const ended = { active: false, revoked: true };
    await onlyWith(evaluating, [{}, null], [ended, null]);
    await onlyWith(deciding, [null, {}], [null, ended]);
    await onlyWith([...evaluating, ...deciding, atOnce], [{}, {}], [{ active: false }, { active: false }]);
  });
  test('need a delegation, from the authority itself: it is not handed on', async () => {
    await onlyWith([...evaluating, ...deciding], [{}, {}], [null, null]);
    await given({
      [pathOf(cast.evaluator, cast.colleague)]: aDelegation({ delegate: cast.colleague, active: true }),
      [pathOf(cast.colleague, cast.delegate)]: aDelegation({ giver: cast.colleague, active: true }),
    });
    await delegate(null, null);
    for (const actedFor of [cast.evaluator, cast.colleague])
      await assertFails(attempt({ ...saveFor(), write: { ...saveFor().write, actedFor } }));
    await delegate({}, null);
    await assertSucceeds(attempt(saveFor()));
  });
  test('are no less than the authority’s own: content apart, once frozen never', async () => {
    const evaluate = () => act('evaluator', saved(), 'evaluated', { verdicts });
    for (const over of [{ given: { frozen: true } }, { write: { eComment: 'x' } }] as Partial<Attempt>[])
      await assertFails(
        attempt({
          ...evaluate(),
          given: { ...evaluate().given, ...over.given },
          write: { ...evaluate().write, ...over.write },
        }),
      );
    await assertSucceeds(attempt(evaluate()));
  });
  test('are signed as one’s own by who acts for nobody', async () => {
    const own = () => ({
      ...act('evaluator', saved(), 'evaluated', { verdicts, actor: cast.evaluator, actedFor: null }),
      as: 'evaluator' as const,
    });
    const signed = (actedFor: string | null): Attempt => ({
      ...own(),
      write: { ...own().write, actor: cast.evaluator, actedFor },
    });
    await assertFails(attempt(signed(cast.evaluator)));
    await assertFails(attempt(signed(cast.decider)));
    await assertSucceeds(attempt(signed(null)));
  });
});

const saveFor = () => evaluations['save an evaluation']!();

describe('what a delegate reads', () => {
  const documents: Record<string, () => Attempt> = {
    'a submitted sheet': () => read('sheets', aSubmittedSheet()),
    'an assessment in the making': () => read('assessments', anAssessment()),
    'a finding': () => read('findings', aFinding(), `${id}_k1`),
    'a result': () => read('results', aResult()),
  };
  test.each(Object.entries(documents))('%s', async (_what, one) => {
    await onlyWith([one], [{ acts: 'evaluate' }, null], [{ active: false }, null]);
    await onlyWith([one], [null, { acts: 'decide' }], [null, { active: false }]);
    await onlyWith([one], [{ acts: 'evaluate' }, null], [{ acts: 'decide' }, null]);
    await onlyWith([one], [{ unit: theUnit }, null], [{ unit: 'phong-tu-phap' }, null]);
    // Their own sheet and result they read as themselves.
    if (one().on === 'assessments' || one().on === 'findings')
      await assertFails(
        attempt({ ...one(), given: { ...one().given, person: cast.delegate, subject: cast.delegate } }),
      );
    await assertSucceeds(attempt(one()));
  });
  test('a sheet in the making stays with who it concerns', async () => {
    await assertFails(attempt(read('sheets', aSheet())));
    await assertSucceeds(attempt(read('sheets', aSubmittedSheet())));
  });
  test('what the decider was told, where they decide', async () => {
    const answer = () => read('consultations', aConsultation({ state: 'answered', note: 'x' }), `${id}_x`);
    await given({ [documentPath(theOrg, 'sheets', id)]: aSubmittedSheet() });
    await onlyWith([answer], [null, { acts: 'decide' }], [null, { acts: 'evaluate' }]);
    await onlyWith([answer], [null, {}], [{}, null]);
    await onlyWith([answer], [null, { unit: theUnit }], [null, { unit: 'phong-tu-phap' }]);
    await onlyWith([answer], [null, {}], [null, { active: false }]);
    await assertFails(attempt({ ...answer(), given: { ...answer().given, person: cast.delegate } }));
    await assertSucceeds(attempt(answer()));
  });
  const notMe: Where = ['person', '!=', cast.delegate];
  const month: Where = ['month', '==', theMonth];
  test.each(['evaluator', 'decider'] as const)('the queue of the %s, without themselves', async (giver) => {
    const pinned: Where = [giver, '==', cast[giver]];
    await assertSucceeds(list('delegate', 'assessments', [pinned, month, notMe]));
    await assertFails(list('delegate', 'assessments', [pinned, month]));
    await assertFails(list('delegate', 'assessments', [month, notMe]));
    await assertFails(list('delegate elsewhere', 'assessments', [pinned, month, notMe]));
    await delegate({ unit: theUnit }, { unit: theUnit });
    await assertFails(list('delegate', 'assessments', [pinned, month, notMe]));
    await assertSucceeds(list('delegate', 'assessments', [pinned, month, notMe, ['unit', '==', theUnit]]));
    await delegate({ active: false }, { active: false });
    await assertFails(list('delegate', 'assessments', [pinned, month, notMe, ['unit', '==', theUnit]]));
  });
});
