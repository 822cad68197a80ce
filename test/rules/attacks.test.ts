// The list of attacks, each tried on every document that somebody may write, beside the write that it imitates.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { doc, serverTimestamp, Timestamp, writeBatch } from 'firebase/firestore/lite';
import { beforeEach, describe, test } from 'vitest';
import { documentPath } from '../../functions/src/schema/paths.ts';
import { newReplacement } from '../fixtures/replacements.ts';
import { newBacklog, newCoordination, newLimitation, theOtherHead, theOtherUnit } from '../fixtures/facts.ts';
import { newUnitFinding } from '../fixtures/unitDocuments.ts';
import { aUnitPlan, theUnitYear } from '../fixtures/unitPlans.ts';
import {
  aChange,
  aConfirmedFinding,
  aConsultation,
  aCycle,
  aDelegation,
  anAssessment,
  anEvaluation,
  aNewFinding,
  aNote,
  aPerson,
  aSheet,
  aUnit,
  aUnitSheet,
  cast,
  newChange,
  newDelegation,
  newFigures,
  someFigures,
  theMonth,
  theOrg,
  theUnit,
} from '../fixtures/documents.ts';
import { as, attempt, given, list, stored, useWorld, type Attempt, type Fields } from './world.ts';

useWorld('attacks');
const id = `${cast.person}_${theMonth}`;
const forged = Timestamp.fromMillis(Date.UTC(2026, 3, 20));

interface Written {
  write: () => Attempt;
  /** Field that carries the server's time. */
  stamp: string;
  /** Fields that say who owns, signs or is meant, with somebody else's name. */
  identities: Fields;
  /** A text field, and where another's id would begin. */
  text: string;
  /** A state that only a later act reaches. */
  skips?: string;
}

const update = (
  on: Attempt['on'],
  asker: Attempt['as'],
  stands: object,
  write: Fields,
  of = id,
): Attempt => ({ as: asker, on, id: of, given: { ...stands }, by: 'update', write, without: [] });
const create = (
  on: Attempt['on'],
  asker: Attempt['as'],
  document: object,
  of: string,
  stamp: string,
): Attempt => ({
  ...update(on, asker, {}, { ...stored(document), [stamp]: serverTimestamp() }, of),
  given: null,
  by: 'create',
});
const now = (rev: number, stamp = 'savedAt') => ({ rev, [stamp]: serverTimestamp() });

const written: Record<string, Written> = {
  'a sheet': {
    write: () => update('sheets', 'person', aSheet(), { conduct: 'x', ...now(3) }),
    stamp: 'savedAt',
    identities: { person: cast.colleague, evaluator: cast.person, decider: cast.person },
    text: 'conduct',
    skips: 'evaluated',
  },
  'an evaluation': {
    write: () =>
      update('assessments', 'evaluator', anAssessment(), {
        ...anEvaluation(),
        ...{ state: 'waiting', actor: cast.evaluator, actedFor: null, ...now(1, 'actedAt') },
      }),
    stamp: 'actedAt',
    identities: {
      ...{ evaluator: cast.head, decider: cast.evaluator, person: cast.head },
      ...{ actor: cast.decider, actedFor: cast.decider },
    },
    text: 'eComment',
    skips: 'decided',
  },
  'an answer': {
    write: () =>
      update(
        'consultations',
        'consulted',
        aConsultation(),
        { note: 'x', state: 'answered', ...now(1) },
        `${id}_${cast.consulted}`,
      ),
    stamp: 'savedAt',
    identities: { who: cast.proposer, decider: cast.consulted, person: cast.colleague },
    text: 'note',
    skips: 'silent',
  },
  'a finding': {
    write: () => create('findings', 'evaluator', aNewFinding(), `${id}_k1`, 'savedAt'),
    stamp: 'savedAt',
    identities: {
      ...{ author: cast.head, actor: cast.head, actedFor: cast.head, subject: cast.colleague },
      ...{ evaluator: cast.head, decider: cast.evaluator },
    },
    text: 'fact',
    skips: 'remedied',
  },
  'a remedy': {
    write: () =>
      update(
        'findings',
        'person',
        aConfirmedFinding(),
        { remedy: 'x', remedyState: 'underway', actor: cast.person, actedFor: null, ...now(3) },
        `${id}_k1`,
      ),
    stamp: 'savedAt',
    identities: {
      subject: cast.colleague,
      evaluator: cast.person,
      actor: cast.evaluator,
      actedFor: cast.evaluator,
    },
    text: 'remedy',
    skips: 'remedied',
  },
  'a unit sheet': {
    write: () =>
      update('unitSheets', 'head', aUnitSheet(), { report: 'x', ...now(2) }, `${theUnit}_${theMonth}`),
    stamp: 'savedAt',
    identities: { head: cast.colleague, headEvaluator: cast.head, headDecider: cast.head },
    text: 'report',
    skips: 'decided',
  },
  "a unit's plan of the year": {
    write: () => update('unitPlans', 'head', aUnitPlan(), { goals: 'x', ...now(2) }, theUnitYear),
    stamp: 'savedAt',
    identities: { head: cast.colleague, headEvaluator: cast.head, headDecider: cast.head },
    text: 'goals',
    skips: 'decided',
  },
  figures: {
    write: () => create('figures', 'office', newFigures(), `${theUnit}_${theMonth}`, 'savedAt'),
    stamp: 'savedAt',
    identities: { author: cast.otherOffice, unit: 'phong-tu-phap', block: 'party' },
    text: 'note',
  },
  'corrected figures': {
    write: () =>
      update(
        'figures',
        'office',
        someFigures(),
        { note: 'x', author: cast.office, ...now(2) },
        `${theUnit}_${theMonth}`,
      ),
    stamp: 'savedAt',
    identities: { author: cast.otherOffice, unit: 'phong-tu-phap', block: 'party' },
    text: 'note',
  },
  'a change': {
    write: () => create('changes', 'clerk', newChange(), `${cast.clerk}_k1`, 'savedAt'),
    stamp: 'savedAt',
    identities: { author: cast.administrator },
    text: 'reason',
    skips: 'applied',
  },
  'a sent change': {
    write: () =>
      update(
        'changes',
        'clerk',
        aChange({ state: 'draft' }),
        { state: 'sent', ...now(2) },
        `${cast.clerk}_k1`,
      ),
    stamp: 'savedAt',
    identities: { author: cast.administrator },
    text: 'reason',
    skips: 'applied',
  },
  'a delegation': {
    write: () =>
      create('delegations', 'evaluator', newDelegation(), `${cast.evaluator}_${cast.delegate}`, 'savedAt'),
    stamp: 'savedAt',
    identities: { giver: cast.decider, delegate: cast.evaluator },
    text: 'reason',
  },
  'a revocation': {
    write: () =>
      update(
        'delegations',
        'evaluator',
        aDelegation({ active: true }),
        { revoked: true, active: false, ...now(2) },
        `${cast.evaluator}_${cast.delegate}`,
      ),
    stamp: 'savedAt',
    identities: { giver: cast.decider, delegate: cast.colleague },
    text: 'reason',
  },
  'a note': {
    write: () => create('notes', 'aggregator', aNote(), `${id}_${cast.aggregator}`, 'savedAt'),
    stamp: 'savedAt',
    identities: { author: cast.overseer, subject: cast.colleague },
    text: 'text',
  },
  'a limitation': {
    write: () => create('limitations', 'evaluator', newLimitation(), `${id}_h1`, 'savedAt'),
    stamp: 'savedAt',
    identities: { author: cast.decider, actor: cast.decider, subject: cast.evaluator, holder: cast.person },
    text: 'text',
    skips: 'closed',
  },
  'trouble in co-ordination': {
    write: () => create('coordinations', 'head', newCoordination(), `${theUnit}_${theMonth}_p1`, 'savedAt'),
    stamp: 'savedAt',
    identities: {
      ...{ author: theOtherHead, actor: theOtherHead, unit: theOtherUnit, other: theUnit },
      ...{ authority: cast.head, otherHead: cast.head },
    },
    text: 'text',
    skips: 'found',
  },
  'a backlog': {
    write: () => create('backlogs', 'head', newBacklog(), `${theUnit}_${theMonth}_v1`, 'savedAt'),
    stamp: 'savedAt',
    identities: { author: cast.person, actor: cast.person, subject: theOtherUnit, decider: cast.head },
    text: 'text',
    skips: 'closed',
  },
  'a finding of a unit': {
    write: () => create('unitFindings', 'decider', newUnitFinding(), `${theUnit}_${theMonth}_k1`, 'savedAt'),
    stamp: 'savedAt',
    identities: { author: cast.head, actor: cast.head, unit: theOtherUnit, decider: cast.head },
    text: 'fact',
    skips: 'remedied',
  },
  'a replacement case': {
    write: () => create('replacements', 'decider', newReplacement(), `${cast.person}_2026_k1`, 'savedAt'),
    stamp: 'savedAt',
    identities: { author: cast.head, actor: cast.head, person: cast.colleague, decider: cast.head },
    text: 'facts',
    skips: 'decided',
  },
};

beforeEach(() =>
  given({
    [documentPath(theOrg, 'sheets', id)]: aSheet(),
    [documentPath(theOrg, 'units', theUnit)]: aUnit(),
    [documentPath(theOrg, 'cycles', theMonth)]: aCycle(),
    [documentPath(theOrg, 'unitSheets', `${theUnit}_${theMonth}`)]: aUnitSheet(),
    [documentPath(theOrg, 'unitSheets', `${theOtherUnit}_${theMonth}`)]: aUnitSheet({ head: theOtherHead }),
  }),
);

/** What the attempt writes, otherwise. */
const but = (a: Attempt, write: Fields): Attempt => ({ ...a, write: { ...a.write, ...write } });

describe.each(Object.entries(written))('%s', (_name, { write, stamp, identities, text, skips }) => {
  const attacks: [string, () => Attempt][] = [
    ...Object.entries(identities).map(([field, name]): [string, () => Attempt] => [
      `ownership hijacked: ${field}`,
      () => but(write(), { [field]: name }),
    ]),
    ...(skips ? [['a state skipped', () => but(write(), { state: skips })] as [string, () => Attempt]] : []),
    ['a forged time', () => but(write(), { [stamp]: forged })],
    ['a time as text', () => but(write(), { [stamp]: '2026-04-20' })],
    ['a revision that jumps', () => but(write(), { rev: 99 })],
    ['a revision as text', () => but(write(), { rev: String(write().write['rev']) })],
    ['type juggling: a list for a text', () => but(write(), { [text]: ['x'] })],
    ['type juggling: a map for a text', () => but(write(), { [text]: { x: 'x' } })],
    ['type juggling: a number for a text', () => but(write(), { [text]: 5 })],
    ['an oversize text', () => but(write(), { [text]: 'ế'.repeat(90_000) })],
    ['an extra key', () => but(write(), { isAdmin: true })],
    ['a missing key', () => ({ ...write(), without: [text] })],
    ['another organisation', () => ({ ...write(), as: `${write().as as 'person'} elsewhere` })],
    ['an account without claims', () => ({ ...write(), as: 'without claims' })],
    ['nobody signed in', () => ({ ...write(), as: 'signed out' })],
    ['taken away', () => ({ ...write(), given: write().given ?? write().write, by: 'delete' })],
  ];
  test.each(attacks)('refused: %s', async (_what, attack) => {
    await assertFails(attempt(attack()));
    await assertSucceeds(attempt(write()));
  });
  test('refused: a path that disagrees with the fields', async () => {
    // What a function opened keeps its id; what a client creates must carry it.
    const elsewhere = { ...write(), id: `other_${theMonth}` };
    await assertFails(attempt(elsewhere.by === 'update' ? { ...elsewhere, given: null } : elsewhere));
    await assertSucceeds(attempt(write()));
  });
  test('refused: in a batch of which the other half is refused', async () => {
    const one = write();
    const path = documentPath(theOrg, one.on, one.id);
    const batch = (also: boolean) => {
      const database = as(one.as);
      const both = writeBatch(database);
      if (one.by === 'create') both.set(doc(database, path), one.write);
      else both.update(doc(database, path), one.write);
      if (also)
        both.set(doc(database, documentPath(theOrg, 'members', cast.colleague)), { administrator: true });
      return both.commit();
    };
    await given({ [path]: one.given });
    await assertFails(batch(true));
    await assertSucceeds(batch(false));
  });
});

describe('detours', () => {
  test('nobody evaluates themselves: not by their own record, a delegation or both', async () => {
    const own = (fields: Fields): Attempt =>
      update('assessments', 'evaluator', anAssessment({ person: cast.evaluator, evaluator: cast.head }), {
        ...anEvaluation(),
        ...{ state: 'waiting', actor: cast.evaluator, actedFor: cast.head, ...now(1, 'actedAt') },
        ...fields,
      });
    await given({
      [documentPath(theOrg, 'delegations', `${cast.head}_${cast.evaluator}`)]: aDelegation({
        ...{ giver: cast.head, delegate: cast.evaluator, active: true, acts: 'both' },
      }),
    });
    await assertFails(attempt(own({})));
    await assertFails(attempt(own({ actedFor: null })));
    await assertFails(attempt(own({ person: cast.person })));
    await assertSucceeds(attempt({ ...own({}), given: { ...own({}).given, person: cast.person } }));
  });
  test('a revoked delegate acts no more, within the life of the token', async () => {
    const path = documentPath(theOrg, 'delegations', `${cast.evaluator}_${cast.delegate}`);
    const save = (): Attempt =>
      update('assessments', 'delegate', anAssessment(), {
        ...anEvaluation(),
        ...{ state: 'waiting', actor: cast.delegate, actedFor: cast.evaluator, ...now(1, 'actedAt') },
      });
    await given({ [path]: aDelegation({ active: true }) });
    await assertSucceeds(attempt(save()));
    await attempt({
      ...update(
        'delegations',
        'evaluator',
        aDelegation({ active: true }),
        {},
        `${cast.evaluator}_${cast.delegate}`,
      ),
      write: { revoked: true, active: false, ...now(2) },
    });
    await assertFails(attempt(save()));
  });
  test('a query never asks for more than the right', async () => {
    for (const on of [
      'sheets',
      'assessments',
      'consultations',
      'findings',
      'results',
      'changes',
      'notes',
      'limitations',
      'coordinations',
      'backlogs',
      'replacements',
      'unitRatings',
      'unitFindings',
    ] as const) {
      await assertFails(list('person', on, []));
      await assertFails(list('evaluator', on, [['month', '==', theMonth]]));
    }
    await assertSucceeds(list('evaluator', 'sheets', [['evaluator', '==', cast.evaluator]]));
  });
  test('nobody writes themselves a right, a post or a result', async () => {
    const me = { as: 'person', by: 'create', given: null, without: [] } as const;
    await assertFails(attempt({ ...me, on: 'members', id: cast.person, write: { administrator: true } }));
    await assertFails(attempt({ ...me, on: 'people', id: cast.person, write: stored(aPerson()) }));
    await assertFails(attempt({ ...me, on: 'results', id, write: { rating: 'A' } }));
    await assertSucceeds(attempt(written['a sheet']!.write()));
  });
});
