// Rules of consultations: the one asked answers once, the decider alone reads the answer.
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { beforeAll, describe, test } from 'vitest';
import type { Consultation } from '../../functions/src/schema/consultation.ts';
import type { Delegation } from '../../functions/src/schema/delegation.ts';
import { documentPath } from '../../functions/src/schema/paths.ts';
import type { Sheet } from '../../functions/src/schema/sheet.ts';
import { sizes } from '../../functions/src/schema/fields.ts';
import { each, filled, notTexts } from '../fixtures/cases.ts';
import {
  aConsultation,
  aDelegation,
  aRequest,
  aSheet,
  cast,
  theMonth,
  theOrg,
} from '../fixtures/documents.ts';
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
} from './world.ts';

useWorld('consultations');
const id = `${cast.person}_${theMonth}_${cast.consulted}`;

const ask = (over: Partial<Consultation> = {}): Attempt => ({
  as: 'consulted',
  on: 'consultations',
  id,
  given: { ...aConsultation(over) },
  by: 'get',
  write: {},
  without: [],
});
const answer = (over: Partial<Consultation> = {}): Attempt => ({
  ...ask(over),
  by: 'update',
  write: { note: 'Hoàn thành tốt phần phối hợp.', state: 'answered', rev: 1, savedAt: serverTimestamp() },
});

describe('reading', () => {
  only(['consulted', 'decider'], 'open what was asked', ask);
  only(['consulted', 'decider'], 'open what was answered', () => ask({ state: 'answered', note: 'x' }));
  only(['proposer', 'decider'], 'open what was asked of them', () =>
    ask({ who: cast.proposer, kind: 'propose' }),
  );
  pair('one about oneself', ask, { given: { person: cast.consulted } });
  const who = ['who', '==', cast.consulted] as const;
  const month = ['month', '==', theMonth] as const;
  queryPair(
    'what I am asked',
    'consulted',
    'consultations',
    [who, ['state', '==', 'asked']],
    [['state', '==', 'asked']],
  );
  queryPair(
    'what was answered to me',
    'decider',
    'consultations',
    [['decider', '==', cast.decider], month, ['person', '==', cast.person]],
    [month, ['person', '==', cast.person]],
  );
  queryPair(
    'what others were asked',
    'consulted',
    'consultations',
    [who, month],
    [['who', '==', cast.proposer], month],
  );
});

/** What the decider asks besides, of who is in charge of the unit. */
const request = (over: Partial<Consultation> = {}): Attempt => ({
  ...ask(),
  as: 'decider',
  id: `${cast.person}_${theMonth}_${over.who ?? cast.overseer}`,
  given: null,
  by: 'create',
  write: { ...aRequest(over), savedAt: serverTimestamp() },
});
const sheetAt = documentPath(theOrg, 'sheets', `${cast.person}_${theMonth}`);
const sheetIs = (over: Partial<Sheet> = {}) =>
  given({ [sheetAt]: aSheet({ state: 'submitted', stage: 'submitted', ...over }) });

describe('asking who is in charge', () => {
  beforeAll(() => sheetIs());
  // Each asks in their own name: nobody else may.
  only(['decider'], 'ask', request);
  for (const role of ['evaluator', 'head', 'person', 'overseer', 'clerk', 'delegate'] as const)
    pair(`${role} asking in their own name`, request, { as: role, write: { askedBy: cast[role] } });
  const stranger = { id: `${cast.person}_${theMonth}_${cast.colleague}`, write: { who: cast.colleague } };
  refusals(request, [
    { what: 'asking whom nobody put in charge', but: stranger },
    { what: 'an id that names another', but: { id: `${cast.person}_${theMonth}_${cast.consulted}` } },
    { what: 'an answer with it', but: { write: { note: 'Tốt' } } },
    { what: 'an answered question', but: { write: { state: 'answered' } } },
    { what: 'a question as if by rule', but: { write: { kind: 'consult' } } },
    { what: 'another decider', but: { write: { decider: cast.head } } },
    { what: 'asking in the name of another', but: { write: { askedBy: cast.head } } },
    { what: 'a revision of its own', but: { write: { rev: 2 } } },
    { what: 'a forged time', but: { write: { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 28)) } } },
    { what: 'a due date of its own', but: { write: { due: '2026-05-05T00:00:00.000+07:00' } } },
    { what: 'no kind', but: { without: ['kind'] } },
  ]);

  pair('asking a second time', request, { given: { ...aConsultation({ who: cast.overseer }) } });

  test('is refused once the month is decided, and of a month that has no sheet', async () => {
    for (const stage of ['decided', 'published', 'unrated'] as const) {
      await sheetIs({ stage });
      await assertFails(attempt(request()));
      await sheetIs();
      await assertSucceeds(attempt(request()));
    }
    await given({ [sheetAt]: null });
    await assertFails(attempt(request()));
    await sheetIs();
  });

  test('nobody asks about themselves, nor themselves', async () => {
    await sheetIs({ decider: cast.overseer });
    const own = request({ decider: cast.overseer, askedBy: cast.overseer });
    await assertFails(attempt({ ...own, as: 'overseer' }));
    await sheetIs({ decider: cast.overseer, onRequest: [cast.head] });
    const other = request({ decider: cast.overseer, askedBy: cast.overseer, who: cast.head });
    await assertSucceeds(attempt({ ...other, as: 'overseer' }));
    await sheetIs({ decider: cast.person });
    await assertFails(attempt({ ...request({ decider: cast.person, askedBy: cast.person }), as: 'person' }));
    await sheetIs();
  });

  test('a delegate asks for the decider, as long as it covers the decision and the unit', async () => {
    const held = (over: Partial<Delegation>) =>
      given({
        [documentPath(theOrg, 'delegations', `${cast.decider}_${cast.delegate}`)]: aDelegation({
          ...{ giver: cast.decider, acts: 'decide', active: true, ...over },
        }),
      });
    const asked: Attempt = { ...request({ askedBy: cast.delegate }), as: 'delegate' };
    await held({});
    await assertSucceeds(attempt(asked));
    for (const over of [{ acts: 'evaluate' }, { active: false }, { unit: 'phong-khac' }] as const) {
      await held(over);
      await assertFails(attempt(asked));
      await held({});
      await assertSucceeds(attempt(asked));
    }
  });
});

describe('answering', () => {
  only(['consulted'], 'answer', answer);
  permitted('answer at full length', answer, { write: { note: filled(sizes.text) } });
  for (const state of ['answered', 'silent'] as const)
    pair(`answering what is ${state}`, answer, { given: { state } });
  pair('answering about oneself', answer, { given: { person: cast.consulted } });
  pair('a draft of an answer', answer, { write: { state: 'asked' } });
  pair('falling silent by hand', answer, { write: { state: 'silent' } });
  pair('a revision that stands still', answer, { write: { rev: 0 } });
  pair('a revision that jumps', answer, { write: { rev: 2 } });
  pair('a forged time', answer, { write: { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 28)) } });
  pair('no time', answer, { without: ['savedAt'] });
  pair('deleting the question', answer, { by: 'delete' });
  pair('asking oneself', answer, { by: 'create', given: null, write: { ...aConsultation(), rev: 1 } });
  const forged = {
    person: 'x',
    personName: 'x',
    month: '2026-05',
    who: cast.proposer,
    kind: 'propose',
    decider: cast.consulted,
    due: 'x',
    extra: 1,
  };
  refusals(answer, [
    ...Object.entries(forged).map(([field, value]) => ({
      what: `changing ${field}`,
      but: { write: { [field]: value } },
    })),
    ...each('note', [...notTexts, '', ' \n', 'a\u001fb', filled(sizes.text + 1)]).map(({ what, change }) => ({
      what,
      but: { write: change },
    })),
    { what: 'no note', but: { without: ['note'] } },
  ]);
});
