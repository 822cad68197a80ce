// Rules of consultations: the one asked answers once, the decider alone reads the answer.
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { describe } from 'vitest';
import type { Consultation } from '../../functions/src/schema/consultation.ts';
import { sizes } from '../../functions/src/schema/fields.ts';
import { each, filled, notTexts } from '../fixtures/cases.ts';
import { aConsultation, cast, theMonth } from '../fixtures/documents.ts';
import { only, pair, permitted, queryPair, refusals, useWorld, type Attempt } from './world.ts';

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
