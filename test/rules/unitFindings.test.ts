// Rules of findings of a unit: recorded from above and from outside, settled by who decides the head, remedied by the head (domain.md section 2).
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { beforeAll, describe } from 'vitest';
import { documentPath } from '../../functions/src/schema/paths.ts';
import type { NewUnitFinding, UnitFinding } from '../../functions/src/schema/unitFinding.ts';
import { each, filled, notDays, notTexts } from '../fixtures/cases.ts';
import { aCycle, aUnitSheet, cast, theMonth, theOrg, theUnit, type Role } from '../fixtures/documents.ts';
import {
  aConfirmedUnitFinding,
  aUnitFinding,
  invalidUnitFindings,
  newUnitFinding,
  validUnitFindings,
} from '../fixtures/unitDocuments.ts';
import {
  given,
  only,
  pair,
  permitted,
  queryPair,
  refusals,
  stored,
  useWorld,
  type Attempt,
} from './world.ts';

useWorld('unit-findings');
const id = `${theUnit}_${theMonth}_k1`;
const past = '2026-03';
const now = () => ({ savedAt: serverTimestamp() });

beforeAll(() =>
  given({
    [documentPath(theOrg, 'cycles', theMonth)]: aCycle(),
    [documentPath(theOrg, 'cycles', past)]: aCycle({ state: 'locked' }),
    [documentPath(theOrg, 'unitSheets', `${theUnit}_${theMonth}`)]: aUnitSheet(),
    [documentPath(theOrg, 'unitSheets', `${theUnit}_${past}`)]: aUnitSheet({ month: past }),
    [documentPath(theOrg, 'unitSheets', `ubnd_${theMonth}`)]: aUnitSheet({ head: cast.decider }),
    [documentPath(theOrg, 'unitSheets', `mttq_${theMonth}`)]: aUnitSheet({ head: cast.supervisor }),
    [documentPath(theOrg, 'unitSheets', `vpqu_${theMonth}`)]: aUnitSheet({ headDecider: cast.colleague }),
  }),
);

const read = (document: object = aUnitFinding({ author: 'nguoi-cu' })): Attempt => ({
  ...{ as: 'decider', on: 'unitFindings', id, by: 'get', write: {}, without: [] },
  given: stored(document),
});
const seenBy = (author: string): Attempt => ({ ...read(aUnitFinding({ author })), as: 'supervisor' });
const record = (over: Partial<NewUnitFinding> = {}): Attempt => ({
  ...read(),
  id: `${over.unit ?? theUnit}_${over.month ?? theMonth}_k1`,
  given: null,
  by: 'create',
  write: { ...stored(newUnitFinding(over)), ...now() },
});
const by = (role: Role, over: Partial<NewUnitFinding>): Attempt => ({
  ...record({ author: cast[role], actor: cast[role], ...over }),
  as: role,
});

/** As HĐND or the Front does. */
const supervise = (unit = theUnit, month = theMonth) =>
  by('supervisor', { source: 'supervision', unit, month });

describe('reading', () => {
  only(['evaluator', 'decider', 'inspector', 'aggregator'], 'open a suspected one', () => read());
  only(['evaluator', 'decider', 'inspector', 'aggregator', 'head'], 'open a confirmed one', () =>
    read(aConfirmedUnitFinding({ author: 'nguoi-cu' })),
  );
  only(['colleague', 'evaluator', 'decider', 'inspector', 'aggregator'], 'open what they recorded', () =>
    read(aUnitFinding({ author: cast.colleague })),
  );
  for (const role of ['inspector', 'aggregator'] as const)
    pair(`the ${role} whose unit it is`, () => ({ ...read(), as: role }), { given: { head: cast[role] } });
  pair('the supervisor of what another recorded', () => seenBy(cast.supervisor), {
    given: { author: 'nguoi-cu' },
  });
  queryPair(
    'what I recorded, by a supervisor',
    'supervisor',
    'unitFindings',
    [
      ['author', '==', cast.supervisor],
      ['month', '==', theMonth],
    ],
    [['month', '==', theMonth]],
  );
  queryPair(
    'of my unit',
    'head',
    'unitFindings',
    [
      ['head', '==', cast.head],
      ['notified', '==', true],
    ],
    [['head', '==', cast.head]],
  );
  queryPair(
    'of a unit whose head I decide',
    'decider',
    'unitFindings',
    [
      ['unit', '==', theUnit],
      ['decider', '==', cast.decider],
    ],
    [['unit', '==', theUnit]],
  );
  const inMonth = ['month', '==', theMonth] as const;
  queryPair(
    'what I recorded in the month, by an inspector',
    'inspector',
    'unitFindings',
    [['author', '==', cast.inspector], inMonth],
    [['author', '==', cast.decider], inMonth],
  );
});

describe('recording it', () => {
  only(['decider'], 'record one as who decides the head', record);
  only(['evaluator'], 'record one as who evaluates the head', () => record({ source: 'evaluator' }));
  only(['evaluator', 'decider', 'aggregator'], 'record a suspicion from outside', () =>
    record({ source: 'citizens' }),
  );
  only(['evaluator', 'decider', 'aggregator', 'supervisor'], 'record what supervision saw', () =>
    record({ source: 'supervision' }),
  );
  only(['evaluator', 'decider'], 'confirm what came from outside at once', () =>
    record({ source: 'citizens', state: 'confirmed' }),
  );
  only(['inspector'], 'record a suspicion of the committee', () => record({ source: 'inspection' }));
  pair('the inspector confirming', () => by('inspector', { source: 'inspection' }), {
    write: { state: 'confirmed' },
  });
  for (const source of ['inspection', 'evaluator', 'decider', 'citizens', 'press'])
    pair(`the supervisor, as ${source}`, supervise, { write: { source } });
  pair('the supervisor confirming', supervise, { write: { state: 'confirmed' } });
  pair('the supervisor of the unit that they head', supervise, supervise('mttq'));
  pair('the supervisor in a month that is over', supervise, supervise(theUnit, past));
  pair('the aggregator confirming', () => by('aggregator', { source: 'press' }), {
    write: { state: 'confirmed' },
  });
  pair('the aggregator of the other block', () => by('aggregator', { source: 'press' }), {
    ...by('otherAggregator', { source: 'press' }),
  });
  pair('of the unit that one heads', record, record({ unit: 'ubnd' }));
  pair('of a unit whose head another decides', record, record({ unit: 'vpqu' }));
  pair('of a unit without a sheet', record, record({ unit: 'khong-co' }));
  pair('in a month that is over', record, record({ month: past }));
  pair('under the id of another unit', record, { id: `ubnd_${theMonth}_k1` });
  pair('in the name of another', record, { write: { author: cast.evaluator } });
  pair('signed by another', record, { write: { actor: cast.evaluator } });
  pair('at a forged time', record, { write: { savedAt: Timestamp.fromMillis(5) } });
  pair('saying whose it is', record, { write: { head: cast.head } });
  pair('a second time', record, { given: stored(aUnitFinding()) });
  for (const { what, change } of validUnitFindings) permitted(what, record, { write: change });
  refusals(
    record,
    invalidUnitFindings.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
});

const act = (document: UnitFinding, write: object): Attempt => ({
  ...read(document),
  by: 'update',
  write: { ...write, rev: document.rev + 1, actor: cast.decider, ...now() },
});
const inspected = { author: cast.inspector };
const confirm = () => act(aUnitFinding(inspected), { state: 'confirmed', due: '2026-04-29' });
const dismiss = () => act(aUnitFinding(inspected), { state: 'dismissed', settleReason: 'Không có căn cứ' });
const overturn = (from: 'confirmed' | 'dismissed', to: 'confirmed' | 'dismissed') =>
  act(aConfirmedUnitFinding({ state: from, settleReason: 'Đã xem' }), {
    ...{ state: to, settleReason: 'Có hồ sơ mới' },
  });

describe('settling it', () => {
  only(['decider'], 'confirm one', confirm);
  only(['decider'], 'dismiss one that another recorded', dismiss);
  pair('without a reason, where another recorded it', dismiss, { write: { settleReason: ' ' } });
  permitted('without a reason, where they recorded it', () => act(aUnitFinding(), { state: 'dismissed' }));
  pair('before the function has said whose it is', confirm, { given: { head: '', decider: '' } });
  pair('remedied at once', confirm, { write: { state: 'remedied' } });
  pair('of the unit that one heads', confirm, { given: { head: cast.decider } });
  pair('with a date that is none', confirm, { write: { due: '2026-13-01' } });
  pair('with too many words', dismiss, { write: { settleReason: filled(2001) } });
  pair('and changing what was seen', confirm, { write: { fact: 'Khác' } });
  for (const [from, to] of [
    ['confirmed', 'dismissed'],
    ['dismissed', 'confirmed'],
  ] as const) {
    only(['decider'], `overturn what is ${from}`, () => overturn(from, to));
    pair(`what is ${from}, with the reason of before`, () => overturn(from, to), {
      write: { settleReason: 'Đã xem' },
    });
    pair(`what is ${from}, without a reason`, () => overturn(from, to), { write: { settleReason: '' } });
  }
});

const reported = () => aConfirmedUnitFinding({ remedyState: 'reported', remedy: 'Đã ban hành' });
const accept = () => act(reported(), { remedyState: 'accepted', state: 'remedied' });
const giveBack = () => act(reported(), { remedyState: 'returned', remedyNote: 'Chưa đủ' });
/** The date that stands is the 28th of April. */
const later = { due: '2026-05-15', firstDue: '2026-04-28' };
const extend = () => act(aConfirmedUnitFinding(), later);
const remedy = (over: Partial<UnitFinding> = {}): Attempt => ({
  ...act(aConfirmedUnitFinding(over), {
    ...{ remedyState: 'reported', remedy: 'Đã ban hành', remedyAt: serverTimestamp() },
  }),
  as: 'head',
});

describe('its remedy', () => {
  only(['head'], 'report it', () => remedy());
  only(['decider'], 'accept it', accept);
  only(['decider'], 'return it with a note', giveBack);
  const asHead = () => ({ ...remedy(), write: { ...remedy().write, actor: cast.head } });
  pair('a head who was not told', asHead, { given: { notified: false } });
  pair('of what is suspected', asHead, { given: { state: 'suspected' } });
  pair('without words', asHead, { write: { remedy: ' ' } });
  pair('at a forged time', asHead, { write: { remedyAt: Timestamp.fromMillis(5) } });
  pair('accepting it oneself', asHead, { write: { remedyState: 'accepted' } });
  pair('closing it oneself', asHead, { write: { state: 'remedied' } });
  pair('moving the date', asHead, { write: { due: '2027-01-01' } });
  permitted('begun', asHead, { write: { remedyState: 'underway', remedyAt: null } });
  pair('begun, with a time', asHead, { write: { remedyState: 'underway' } });
  pair('accepting what was not reported', accept, { given: { remedyState: 'underway' } });
  pair('accepting and leaving it open', accept, { write: { state: 'confirmed' } });
  pair('returning without a note', giveBack, { write: { remedyNote: '' } });
  pair('returning and closing it', giveBack, { write: { state: 'remedied' } });
  pair('deleting it', accept, { by: 'delete' });

  only(['decider'], 'extend its date', extend);
  permitted('while it is underway', extend, { given: { remedyState: 'underway' } });
  pair('a second time', extend, { given: { firstDue: '2026-04-10' } });
  pair('what is remedied', extend, { given: { state: 'remedied' } });
  pair('without keeping the first one', extend, { write: { firstDue: null } });
  pair('keeping another one', extend, { write: { firstDue: '2026-04-27' } });
  pair('to the day that stands', extend, { write: { due: '2026-04-28' } });
  pair('to an earlier day', extend, { write: { due: '2026-04-27' } });
  pair('to no day', extend, { write: { due: null } });
  pair('with a note beside', extend, { write: { remedyNote: 'Gia hạn' } });
  permitted('on returning the remedy', giveBack, { write: later });
  permitted('on accepting it', accept, { write: later });
  pair('on returning it, without keeping the first one', giveBack, { write: { due: '2026-05-15' } });
  pair('on returning it, a second time', giveBack, {
    given: { firstDue: '2026-04-10' },
    write: { due: '2026-05-15' },
  });
  permitted('a first date, on returning it', giveBack, {
    given: { due: null },
    write: { due: '2026-05-15' },
  });
  refusals(
    extend,
    [...each('due', notDays), ...each('firstDue', notDays)].map(({ what, change }) => ({
      what,
      but: { write: change },
    })),
  );
  refusals(asHead, [
    ...[...notTexts, 'a\u001fb', filled(5001)].map((text) => ({
      what: `remedy ${JSON.stringify(text).slice(0, 20)}`,
      but: { write: { remedy: text } },
    })),
    ...['fact', 'codes', 'countsIn', 'notified', 'decider', 'log', 'extra'].map((field) => ({
      what: `changing ${field}`,
      but: { write: { [field]: 'x' } },
    })),
  ]);
});
