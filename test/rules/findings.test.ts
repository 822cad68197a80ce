// Rules of findings: who records what about whom, who settles it, and when its subject learns of it.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { beforeAll, beforeEach, describe, test } from 'vitest';
import { sizes } from '../../functions/src/schema/fields.ts';
import type { Finding, NewFinding } from '../../functions/src/schema/finding.ts';
import { each, filled, notDays, notTexts } from '../fixtures/cases.ts';
import {
  aConfirmedFinding,
  aCycle,
  aFinding,
  aNewFinding,
  aSheet,
  cast,
  theMonth,
  theOrg,
  theUnit,
  type Role,
} from '../fixtures/documents.ts';
import { invalidFindings, validFindings } from '../fixtures/invalidFindings.ts';
import {
  attempt,
  given,
  only,
  pair,
  permitted,
  queryPair,
  refusals,
  useWorld,
  type Attempt,
  type But,
} from './world.ts';

useWorld('findings');
const id = `${cast.person}_${theMonth}_k1`;
const sheetPath = (person: string) => `orgs/${theOrg}/sheets/${person}_${theMonth}`;
const cyclePath = (month: string) => `orgs/${theOrg}/cycles/${month}`;
beforeAll(() => given({ [sheetPath(cast.person)]: aSheet(), [cyclePath(theMonth)]: aCycle() }));

const on = (
  by: Attempt['by'],
  as: Role,
  document: Partial<Finding> | null,
  write: Attempt['write'] = {},
): Attempt => ({ as, on: 'findings', id, given: document && { ...document }, by, write, without: [] });
const ask = (document: Finding) => on('get', 'evaluator', document);
const record = (role: Role, over: Partial<NewFinding> = {}): Attempt =>
  on('create', role, null, {
    ...aNewFinding({ author: cast[role], actor: cast[role], ...over }),
    savedAt: serverTimestamp(),
  });
const change = (role: Role, from: Finding, write: Partial<Finding>): Attempt =>
  on('update', role, from, { ...write, rev: from.rev + 1, actor: cast[role], savedAt: serverTimestamp() });

const confirm = (role: Role = 'evaluator') =>
  change(role, aFinding(), { state: 'confirmed', due: '2026-04-25' });
const dismiss = (role: Role = 'evaluator') =>
  change(role, aFinding(), { state: 'dismissed', settleReason: 'Do đơn vị khác' });
const reported = () =>
  aConfirmedFinding({
    remedy: 'Đã trả lời đủ',
    remedyState: 'reported',
    remedyAt: { toMillis: () => 1e12 },
    rev: 3,
  });
const accept = (role: Role = 'evaluator') =>
  change(role, reported(), { remedyState: 'accepted', state: 'remedied', remedyNote: '' });
const giveBack = (role: Role = 'evaluator') =>
  change(role, reported(), { remedyState: 'returned', remedyNote: 'Chưa có minh chứng' });
const extend = (role: Role = 'evaluator') =>
  change(role, aConfirmedFinding(), { due: '2026-05-10', firstDue: '2026-04-20' });
const stateHarm = (role: Role = 'evaluator') =>
  change(role, aConfirmedFinding({ carriedTo: '2026-05' }), { harm: 'Chậm tiến độ chung của quận' });
const begin = () =>
  change('person', aConfirmedFinding(), { remedy: 'Đang rà soát', remedyState: 'underway' });
const report = (): Attempt => {
  const one = change('person', aConfirmedFinding(), { remedy: 'Đã trả lời đủ', remedyState: 'reported' });
  return { ...one, write: { ...one.write, remedyAt: serverTimestamp() } };
};
const dismissConfirmed = () =>
  change('decider', aConfirmedFinding({ settleReason: 'Rõ ràng' }), {
    state: 'dismissed',
    settleReason: 'Có tài liệu mới',
  });
const confirmDismissed = () =>
  change('decider', aFinding({ state: 'dismissed', settleReason: 'Nhầm' }), {
    state: 'confirmed',
    settleReason: 'Không nhầm',
  });

/** As HĐND or the Front does. */
const supervise = () => record('supervisor', { source: 'supervision' });

describe('reading', () => {
  only(['evaluator', 'decider', 'inspector', 'aggregator'], 'open a suspicion', () => ask(aFinding()));
  only(['person', 'evaluator', 'decider', 'inspector', 'aggregator'], 'open what the subject was told', () =>
    ask(aConfirmedFinding()),
  );
  only(['person', 'evaluator', 'decider', 'inspector', 'aggregator'], 'open what the subject recorded', () =>
    ask(aFinding({ source: 'self', author: cast.person })),
  );
  only(['evaluator', 'decider', 'inspector', 'otherAggregator'], 'open one of the other block', () =>
    ask(aFinding({ block: 'party' })),
  );
  const ofTheSystem = { source: 'rule', author: 'system', actor: 'system' } as const;
  only(['evaluator', 'decider', 'inspector', 'aggregator'], 'open what a rule suspects', () =>
    ask(aFinding(ofTheSystem)),
  );
  pair(
    'the person opening what a rule suspects, before they are told',
    () => ({ ...ask(aConfirmedFinding(ofTheSystem)), as: 'person' }),
    { given: { state: 'suspected', notified: false, notifiedAt: null } },
  );
  // A right over others opens nothing about oneself before one is told.
  for (const role of ['inspector', 'aggregator', 'evaluator', 'decider'] as const) {
    pair(
      `${role} opening a suspicion about themselves`,
      () => ({ ...ask(aFinding({ author: 'x' })), as: role }),
      { given: { subject: cast[role] } },
    );
    permitted(`${role} opening what they were told`, () => ({
      ...ask(aConfirmedFinding({ subject: cast[role] })),
      as: role,
    }));
  }
  const subject = ['subject', '==', cast.person] as const;
  const unit = ['unit', '==', theUnit] as const;
  const notMe = (role: Role) => ['subject', '!=', cast[role]] as const;
  queryPair('what I was told', 'person', 'findings', [subject, ['notified', '==', true]], [subject]);
  queryPair(
    'what others were told',
    'person',
    'findings',
    [subject, ['notified', '==', true]],
    [
      ['subject', '==', cast.colleague],
      ['notified', '==', true],
    ],
  );
  queryPair(
    'what I recorded',
    'person',
    'findings',
    [['author', '==', cast.person]],
    [['author', '==', cast.evaluator]],
  );
  // The Front knows of its own signs alone, whoever they are about.
  pair(
    'the supervisor opening what another recorded',
    () => ({ ...ask(aFinding({ author: cast.supervisor })), as: 'supervisor' }),
    { given: { author: cast.inspector } },
  );
  queryPair(
    'what I recorded, by a supervisor',
    'supervisor',
    'findings',
    [
      ['author', '==', cast.supervisor],
      ['month', '==', theMonth],
    ],
    [['source', '==', 'supervision']],
  );
  queryPair(
    'of those I evaluate',
    'evaluator',
    'findings',
    [subject, ['evaluator', '==', cast.evaluator]],
    [subject],
  );
  queryPair(
    'of those I decide',
    'decider',
    'findings',
    [subject, ['decider', '==', cast.decider]],
    [subject, ['decider', '==', cast.head]],
  );
  queryPair('all but mine, by an inspector', 'inspector', 'findings', [unit, notMe('inspector')], [unit]);
  queryPair(
    'all but mine, by an aggregator',
    'aggregator',
    'findings',
    [['block', '==', 'government'], notMe('aggregator')],
    [['block', '==', 'government']],
  );
  queryPair(
    'of my block, by an aggregator',
    'aggregator',
    'findings',
    [['block', '==', 'government'], notMe('aggregator')],
    [['block', '==', 'party'], notMe('aggregator')],
  );
  queryPair(
    'of one person, by an inspector',
    'inspector',
    'findings',
    [subject],
    [['subject', '==', cast.inspector]],
  );
});

describe('recording', () => {
  only(['evaluator'], 'record as the evaluator', () => record('evaluator'));
  permitted('the evaluator confirming at once', () =>
    record('evaluator', { state: 'confirmed', due: '2026-04-20' }),
  );
  permitted('the decider suspecting', () => record('decider', { source: 'decider' }));
  permitted('the decider confirming at once', () =>
    record('decider', { source: 'decider', state: 'confirmed' }),
  );
  permitted('the inspector suspecting', () => record('inspector', { source: 'inspection' }));
  permitted('the supervisor suspecting', supervise);
  permitted('the person, with the remedy they plan', () =>
    record('person', { source: 'self', remedy: 'Sẽ trả lời trong tuần' }),
  );
  for (const source of ['supervision', 'figures', 'coordination', 'citizens', 'press'] as const) {
    permitted(`the evaluator, from ${source}`, () => record('evaluator', { source }));
    permitted(`the decider, from ${source}`, () => record('decider', { source }));
    permitted(`the aggregator, from ${source}`, () => record('aggregator', { source }));
    pair(`the person, from ${source}`, () => record('person', { source: 'self' }), { write: { source } });
    pair(`the inspector, from ${source}`, () => record('inspector', { source: 'inspection' }), {
      write: { source },
    });
    pair(`the aggregator of the other block, from ${source}`, () => record('aggregator', { source }), {
      as: 'otherAggregator',
      write: { author: cast.otherAggregator, actor: cast.otherAggregator },
    });
  }
  for (const source of [
    ...['self', 'evaluator', 'decider', 'inspection', 'rule'],
    ...['figures', 'coordination', 'citizens', 'press'],
  ])
    pair(`the supervisor, as ${source}`, supervise, { write: { source } });
  pair('what supervision saw, by an inspector', supervise, {
    as: 'inspector',
    write: { author: cast.inspector, actor: cast.inspector },
  });
  for (const source of ['self', 'decider', 'inspection', 'rule'] as const)
    pair(`the evaluator, as ${source}`, () => record('evaluator'), { write: { source } });
  for (const source of ['self', 'evaluator', 'inspection', 'rule'] as const)
    pair(`the decider, as ${source}`, () => record('decider', { source: 'decider' }), { write: { source } });
  for (const source of ['evaluator', 'inspection', 'rule'] as const)
    pair(`the person, as ${source}`, () => record('person', { source: 'self' }), { write: { source } });
  for (const source of ['evaluator', 'self', 'rule'] as const)
    pair(`the aggregator, as ${source}`, () => record('aggregator', { source: 'figures' }), {
      write: { source },
    });
  pair('the person confirming', () => record('person', { source: 'self' }), {
    write: { state: 'confirmed' },
  });
  pair('the inspector confirming', () => record('inspector', { source: 'inspection' }), {
    write: { state: 'confirmed' },
  });
  pair('the supervisor confirming', supervise, { write: { state: 'confirmed' } });
  pair('the supervisor writing the remedy', supervise, { write: { remedy: 'x' } });
  pair('the aggregator confirming', () => record('aggregator', { source: 'figures' }), {
    write: { state: 'confirmed' },
  });
  pair('an authority writing the remedy', () => record('evaluator'), { write: { remedy: 'x' } });
  pair("in another's name", () => record('evaluator'), { write: { author: cast.decider } });
  pair('by the hand of another', () => record('evaluator'), { write: { actor: cast.decider } });
  pair('at a forged time', () => record('evaluator'), {
    write: { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 10)) },
  });
  pair('already notified', () => record('evaluator'), { write: { notified: true } });
  const outsiders: Role[] = [
    'head',
    'consulted',
    'proposer',
    'colleague',
    'office',
    'otherAggregator',
    'clerk',
    'administrator',
  ];
  for (const role of outsiders)
    for (const source of ['self', 'evaluator', 'inspection', 'supervision'] as const)
      pair(`${role}, as ${source}`, () => record('evaluator'), {
        as: role,
        write: { author: cast[role], actor: cast[role], source },
      });

  describe('against the true authority', () => {
    for (const [field, value] of Object.entries({
      evaluator: cast.inspector,
      decider: cast.inspector,
      unit: 'phong-khac',
      block: 'party',
    }))
      pair(`the inspector naming another ${field}`, () => record('inspector', { source: 'inspection' }), {
        write: { [field]: value },
      });
    for (const [field, value] of Object.entries({
      evaluator: cast.supervisor,
      unit: 'phong-khac',
      block: 'party',
    }))
      pair(`the supervisor naming another ${field}`, supervise, { write: { [field]: value } });
    pair('naming oneself evaluator', () => record('evaluator'), {
      as: 'colleague',
      write: { evaluator: cast.colleague, author: cast.colleague, actor: cast.colleague },
    });
    pair('a month without a sheet', () => record('evaluator'), {
      id: `${cast.person}_2026-05_k1`,
      write: { month: '2026-05' },
    });
    pair('a person without a sheet', () => record('evaluator'), {
      id: `${cast.colleague}_${theMonth}_k1`,
      write: { subject: cast.colleague },
    });
    pair('an id with another person', () => record('evaluator'), { id: `${cast.colleague}_${theMonth}_k1` });
    pair('an id with another month', () => record('evaluator'), { id: `${cast.person}_2026-05_k1` });
    pair('an id with another key', () => record('evaluator'), { id: `${cast.person}_${theMonth}_k2` });
    for (const key of ['r1', 'r99', 'late'])
      pair(`the key ${key}, which functions keep`, () => record('evaluator'), {
        id: `${cast.person}_${theMonth}_${key}`,
        write: { key },
      });
    for (const key of ['K1', '1', 'k_1', 'k-1', 'k'.repeat(17)])
      pair(`the key ${key} in id and field`, () => record('evaluator'), {
        id: `${cast.person}_${theMonth}_${key}`,
        write: { key },
      });
    test('refused: a month that is none, even where a sheet stands under it', async () => {
      const of = (month: string): Attempt => {
        const one = record('evaluator');
        return { ...one, id: `${cast.person}_${month}_k1`, write: { ...one.write, month } };
      };
      await given({
        [`orgs/${theOrg}/sheets/${cast.person}_2026-13`]: aSheet(),
        [`orgs/${theOrg}/sheets/${cast.person}_2026-12`]: aSheet(),
        [cyclePath('2026-13')]: aCycle(),
        [cyclePath('2026-12')]: aCycle({ month: '2026-12' }),
      });
      await assertFails(attempt(of('2026-13')));
      await assertSucceeds(attempt(of('2026-12')));
    });
    // Somebody who judged the person in a month that is over would confirm with that month's authority.
    describe('in a month that is not open', () => {
      const [old, gone] = ['2026-02', '2026-01'];
      const of = (role: Role, month: string, over: Partial<NewFinding>): Attempt => ({
        ...record(role, { ...over, month }),
        id: `${cast.person}_${month}_k1`,
      });
      beforeAll(() =>
        given({
          [`orgs/${theOrg}/sheets/${cast.person}_${old}`]: aSheet({ month: old }),
          [`orgs/${theOrg}/sheets/${cast.person}_${gone}`]: aSheet({ month: gone }),
        }),
      );
      for (const [role, over] of [
        ['evaluator', { state: 'confirmed' }],
        ['decider', { state: 'confirmed', source: 'decider' }],
        ['inspector', { source: 'inspection' }],
        ['supervisor', { source: 'supervision' }],
        ['aggregator', { source: 'figures' }],
        ['person', { source: 'self' }],
      ] as const)
        test(`refused: by the ${role}`, async () => {
          for (const state of ['published', 'locked', 'blocked'] as const) {
            await given({ [cyclePath(old)]: aCycle({ month: old, state }) });
            await assertFails(attempt(of(role, old, over)));
          }
          await assertFails(attempt(of(role, gone, over)));
          await given({ [cyclePath(old)]: aCycle({ month: old }) });
          await assertSucceeds(attempt(of(role, old, over)));
        });
    });
    permitted('a key that begins as a reserved one does', () => record('evaluator'), {
      id: `${cast.person}_${theMonth}_r100`,
      write: { key: 'r100' },
    });
    pair('overwriting one that stands', () => record('evaluator'), { given: { ...aFinding() } });
  });

  // Somebody with every right over others, whose own sheet another one judges.
  describe('on oneself', () => {
    for (const role of ['inspector', 'supervisor', 'aggregator', 'evaluator', 'decider'] as const) {
      const own = (over: Partial<NewFinding>): Attempt => ({
        ...record(role, { subject: cast[role], ...over }),
        id: `${cast[role]}_${theMonth}_k1`,
      });
      beforeEach(() => given({ [sheetPath(cast[role])]: aSheet({ person: cast[role] }) }));
      for (const source of ['evaluator', 'decider', 'inspection', 'supervision'] as const)
        pair(`${role}, as ${source}`, () => own({ source: 'self' }), { write: { source } });
      pair(`${role} confirming`, () => own({ source: 'self' }), { write: { state: 'confirmed' } });
    }
  });
});

describe('settling', () => {
  only(['evaluator', 'decider'], 'confirm', () => confirm());
  only(['evaluator', 'decider'], 'dismiss', () => dismiss());
  permitted('confirm without a date', confirm, { write: { due: null } });
  permitted('dismiss with a reason of full length', dismiss, { write: { settleReason: filled(sizes.note) } });
  pair('dismissing without a reason', dismiss, { write: { settleReason: ' ' } });
  pair('dismissing without any reason', dismiss, { without: ['settleReason'] });
  for (const state of ['suspected', 'remedied', 'open'] as const)
    for (const one of [confirm, dismiss]) pair(`settling as ${state}`, one, { write: { state } });
  for (const state of ['suspected', 'remedied'] as const) {
    pair(`overturning to ${state} what was dismissed`, confirmDismissed, { write: { state } });
    pair(`overturning to ${state} what was confirmed`, dismissConfirmed, { write: { state } });
  }
  pair('confirming again what is remedied', confirmDismissed, { given: { state: 'remedied' } });
  for (const state of ['remedied', 'dismissed'] as const)
    pair(`the evaluator confirming what is ${state}`, confirm, { given: { state } });
  for (const state of ['remedied', 'confirmed'] as const)
    pair(`the evaluator dismissing what is ${state}`, dismiss, { given: { state } });
  pair('confirming about oneself', confirm, { given: { subject: cast.evaluator } });
  permitted('the decider dismissing what was confirmed', dismissConfirmed);
  permitted('the decider confirming what was dismissed', confirmDismissed);
  pair('overturning with the old reason', dismissConfirmed, { given: { settleReason: 'Có tài liệu mới' } });
  pair('overturning without a reason', confirmDismissed, { write: { settleReason: '' } });
  pair('the evaluator overturning', dismissConfirmed, { as: 'evaluator', write: { actor: cast.evaluator } });
  permitted('the decider dismissing what was remedied', dismissConfirmed, {
    given: { state: 'remedied', remedyState: 'accepted' },
  });
  permitted('the decider putting back what was remedied', confirmDismissed, {
    given: { remedyState: 'accepted' },
    write: { state: 'remedied' },
  });
  pair('putting back as open what was remedied', confirmDismissed, { given: { remedyState: 'accepted' } });
  // Chưa rõ is without effect: the evaluator says how often before it counts.
  pair('confirming what is unclear', confirm, { given: { degree: 'unclear' } });
  pair('confirming what is unclear after it was dismissed', confirmDismissed, {
    given: { degree: 'unclear' },
  });
  permitted('dismissing what is unclear', dismiss, { given: { degree: 'unclear' } });
  pair('deleting', confirm, { by: 'delete' });
});

describe('judging the remedy', () => {
  only(['evaluator', 'decider'], 'accept it', () => accept());
  only(['evaluator', 'decider'], 'return it', () => giveBack());
  permitted('accept it and leave the finding open', accept, { write: { state: 'confirmed' } });
  for (const remedyState of ['none', 'underway', 'accepted', 'returned'] as const) {
    pair(`accepting what is ${remedyState}`, accept, { given: { remedyState } });
    pair(`returning what is ${remedyState}`, giveBack, { given: { remedyState } });
  }
  for (const state of ['suspected', 'remedied', 'dismissed'] as const)
    pair(`accepting the remedy of what is ${state}`, accept, { given: { state } });
  for (const remedyState of ['none', 'underway', 'reported'] as const)
    pair(`answering a report with ${remedyState}`, giveBack, { write: { remedyState } });
  pair('returning without a note', giveBack, { write: { remedyNote: '' } });
  pair('returning as remedied', giveBack, { write: { state: 'remedied' } });
  pair('accepting as dismissed', accept, { write: { state: 'dismissed' } });
  pair("writing the person's remedy", accept, { write: { remedy: 'x' } });
  pair('moving the day of the report', accept, { write: { remedyAt: serverTimestamp() } });
  pair('accepting about oneself', accept, { given: { subject: cast.evaluator } });
});

describe('extending the date', () => {
  only(['evaluator'], 'move it to a later day', () => extend());
  permitted('with the remedy begun', extend, { given: { remedyState: 'underway' } });
  permitted('on returning the remedy', giveBack, { write: { due: '2026-05-10', firstDue: '2026-04-20' } });
  permitted('on accepting what stays open', accept, {
    write: { state: 'confirmed', due: '2026-05-10', firstDue: '2026-04-20' },
  });
  permitted('a first date on returning', giveBack, { given: { due: null }, write: { due: '2026-05-10' } });
  pair('a second time', extend, { given: { firstDue: '2026-04-10' } });
  pair('a second time on returning', () => giveBack(), {
    given: { firstDue: '2026-04-10' },
    write: { due: '2026-05-10', firstDue: '2026-04-20' },
  });
  pair('a second time, the first one forgotten', extend, {
    given: { firstDue: '2026-04-10' },
    write: { firstDue: null },
  });
  pair('without keeping the first one', extend, { write: { firstDue: null } });
  pair('keeping another one', extend, { write: { firstDue: '2026-04-30' } });
  pair('to an earlier day', extend, { write: { due: '2026-04-19' } });
  pair('to the same day', extend, { write: { due: '2026-04-20' } });
  pair('to no day', extend, { write: { due: null } });
  pair('where there was none', extend, { given: { due: null } });
  pair('once accepted', extend, { given: { remedyState: 'accepted' } });
  for (const state of ['suspected', 'remedied', 'dismissed'] as const)
    pair(`of what is ${state}`, extend, { given: { state } });
  pair('about oneself', extend, { given: { subject: cast.evaluator } });
  pair('later on returning, the first one not kept', () => giveBack(), { write: { due: '2026-05-10' } });
  pair('earlier on returning', () => giveBack(), { write: { due: '2026-04-19' } });
  pair('none on returning', () => giveBack(), { write: { due: null } });
});

describe('stating harm', () => {
  only(['evaluator', 'decider'], 'say how it affected the common work', () => stateHarm());
  permitted('take it back', stateHarm, { given: { harm: 'Chậm tiến độ' }, write: { harm: '' } });
  pair('of what was not carried over', stateHarm, { given: { carriedTo: null } });
  for (const state of ['suspected', 'remedied', 'dismissed'] as const)
    pair(`of what is ${state}`, stateHarm, { given: { state } });
  pair('in few words', stateHarm, { write: { harm: 'chậm' } });
  pair('about oneself', stateHarm, { given: { subject: cast.evaluator } });
  pair('with the day of it', stateHarm, { write: { harmIn: '2026-05' } });
});

describe('remedying', () => {
  only(['person'], 'begin a remedy', begin);
  only(['person'], 'report a remedy', report);
  for (const remedyState of ['none', 'underway', 'returned', 'reported'] as const)
    permitted(`report what is ${remedyState}`, report, { given: { remedyState } });
  pair('reporting what was accepted', report, { given: { remedyState: 'accepted' } });
  pair('reporting before one was told', report, { given: { notified: false } });
  for (const state of ['suspected', 'remedied', 'dismissed'] as const)
    pair(`remedying what is ${state}`, report, { given: { state } });
  for (const remedyState of ['none', 'returned'] as const)
    pair(`setting the remedy to ${remedyState}`, begin, { write: { remedyState } });
  pair('reporting nothing', report, { write: { remedy: ' ' } });
  pair('reporting for another day', report, {
    write: { remedyAt: Timestamp.fromMillis(Date.UTC(2026, 3, 5)) },
  });
  pair('reporting without a day', report, { without: ['remedyAt'] });
  pair('a day of a remedy that has only begun', begin, { write: { remedyAt: serverTimestamp() } });
  pair("closing one's own finding", report, { write: { state: 'remedied' } });
  pair("dismissing one's own finding", report, { write: { state: 'dismissed' } });
  pair("accepting one's own remedy", report, { write: { remedyState: 'accepted' } });
  pair("moving one's own date", report, { write: { due: '2027-01-01' } });
  pair("answering in the evaluator's place", report, { write: { remedyNote: 'x' } });
  test('refused: the person confirming what they recorded, whatever else they are', async () => {
    const self = aFinding({ source: 'self', author: cast.person });
    await assertSucceeds(attempt(change('evaluator', self, { state: 'confirmed' })));
    await assertFails(attempt(change('person', self, { state: 'confirmed' })));
    await assertFails(
      attempt(change('evaluator', { ...self, subject: cast.evaluator }, { state: 'confirmed' })),
    );
  });
});

describe('every change', () => {
  for (const [name, one] of Object.entries({
    confirm,
    dismiss,
    dismissConfirmed,
    accept,
    giveBack,
    extend,
    stateHarm,
    begin,
    report,
  })) {
    pair(`${name} with a revision that stands still`, one, { write: { rev: one().given?.['rev'] } });
    pair(`${name} with a revision that jumps`, one, { write: { rev: 9 } });
    pair(`${name} in another's name`, one, { write: { actor: cast.head } });
    pair(`${name} at a forged time`, one, {
      write: { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 28)) },
    });
    pair(`${name} in another organisation`, one, { as: `${one().as as Role} elsewhere` });
    const { subject: _s, ...rest } = aFinding();
    const forged = { ...rest, subject: 'x' };
    const untouchable = [
      ...[
        'subject',
        'unit',
        'block',
        'evaluator',
        'decider',
        'month',
        'key',
        'source',
        'author',
        'codes',
        'article',
        'fact',
        'degree',
      ],
      ...['notified', 'notifiedAt', 'remedyReportedAt', 'countsIn', 'carriedTo', 'log', 'extra'],
    ] as const;
    describe(`${name} and nothing else`, () =>
      refusals(
        one,
        untouchable.map((field) => ({
          what: `changing ${field}`,
          but: { write: { [field]: field in forged ? 'forged' : 1 } },
        })),
      ));
  }
});

describe('what a finding may hold', () => {
  const asBut = ({
    what,
    change: write,
    without = [],
  }: {
    what: string;
    change: But['write'];
    without?: readonly string[];
  }) => ({ what, but: { write: write ?? {}, without } });
  refusals(() => record('evaluator'), invalidFindings.map(asBut));
  describe('with the remedy that the person plans', () =>
    refusals(
      () => record('person', { source: 'self' }),
      each('remedy', [...notTexts, 'a\u001fb', filled(sizes.text + 1)]).map(asBut),
    ));
  for (const { what, change: write } of validFindings) permitted(what, () => record('evaluator'), { write });
  describe('when it is settled', () =>
    refusals(
      confirm,
      [
        ...each('due', notDays),
        ...each('settleReason', [...notTexts, 'a\u001fb', filled(sizes.note + 1)]),
      ].map(asBut),
    ));
  describe('when its date is extended', () =>
    refusals(extend, [...each('due', notDays), ...each('firstDue', notDays)].map(asBut)));
  describe('when harm is stated', () =>
    refusals(
      stateHarm,
      each('harm', [...notTexts, ' '.repeat(12), `a\u001fb${'b'.repeat(9)}`, filled(sizes.note + 1)]).map(
        asBut,
      ),
    ));
  describe('when its remedy is judged', () =>
    refusals(
      giveBack,
      [...each('due', notDays), ...each('remedyNote', [...notTexts, 'a\u001fb', filled(sizes.note + 1)])].map(
        asBut,
      ),
    ));
  describe('when it is remedied', () =>
    refusals(report, each('remedy', [...notTexts, 'a\u001fb', filled(sizes.text + 1)]).map(asBut)));
});
