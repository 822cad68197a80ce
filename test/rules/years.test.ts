// Rules of the year: who reads twelve months of a person or a unit, and the act that rates a year (domain.md section 8).
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { describe, test } from 'vitest';
import { momentOf } from '../../functions/src/domain/moment.ts';
import type { Delegation } from '../../functions/src/schema/delegation.ts';
import { documentPath, type CollectionName } from '../../functions/src/schema/paths.ts';
import type { YearAssessment } from '../../functions/src/schema/year.ts';
import { each, filled, notTexts } from '../fixtures/cases.ts';
import { aDelegation, cast, theOrg, theUnit } from '../fixtures/documents.ts';
import { aPersonYear, aUnitYear, aYearAssessment } from '../fixtures/years.ts';
import {
  attempt,
  functionsOnly,
  given,
  only,
  pair,
  permitted,
  queryPair,
  refusals,
  useWorld,
  type Attempt,
} from './world.ts';

useWorld('years');
const id = `${cast.person}_2026`;
const unitYear = `${theUnit}_2026`;
const read = (on: CollectionName, document: object, of = id): Attempt => ({
  ...{ as: 'decider', on, id: of, given: { ...document }, by: 'get', write: {}, without: [] },
});
const inBlock = ['block', '==', 'government'] as const;
const ofUnit = ['unit', '==', theUnit] as const;

describe('the year of a person', () => {
  only(['person', 'evaluator', 'decider', 'inspector', 'aggregator'], 'open it', () =>
    read('personYears', aPersonYear()),
  );
  only(['person', 'inspector', 'aggregator'], 'open one whose judges have changed', () =>
    read('personYears', aPersonYear({ readers: [cast.person] })),
  );
  const mine = ['readers', 'array-contains', cast.person] as const;
  queryPair('the years that name me', 'person', 'personYears', [mine], []);
  queryPair('of the block', 'aggregator', 'personYears', [inBlock], []);
  functionsOnly('personYears', id, aPersonYear, 'decider');

  test('that there is none yet is told to the person, and to nobody else', async () => {
    const none = { ...read('personYears', {}), given: null };
    await assertSucceeds(attempt({ ...none, as: 'person' }));
    await assertFails(attempt({ ...none, as: 'decider' }));
    await assertFails(attempt({ ...none, as: 'person', id: `${cast.head}_2026` }));
    await assertFails(attempt({ ...none, as: 'person elsewhere' }));
  });
});

describe('the year of a unit', () => {
  only(['evaluator', 'decider', 'head', 'inspector', 'aggregator', 'overseer'], 'open it', () =>
    read('unitYears', aUnitYear(), unitYear),
  );
  queryPair('of a unit overseen', 'overseer', 'unitYears', [ofUnit], [['unit', '==', 'ubnd']]);
  queryPair('of the block', 'aggregator', 'unitYears', [inBlock], [['block', '==', 'party']]);
  functionsOnly('unitYears', unitYear, aUnitYear, 'head');
});

const agreed = { dRating: 'C', dReason: '' } as const;
const otherwise = { dRating: 'B', dReason: 'Đã khắc phục toàn bộ từ quý II' } as const;
const decided = { ...agreed, state: 'decided', rev: 2, actor: cast.decider } as const;
const act = (over: Partial<YearAssessment>, write: Attempt['write']): Attempt => {
  const stands = aYearAssessment(over);
  const signed = { rev: stands.rev + 1, actor: cast.decider, actedFor: null, actedAt: serverTimestamp() };
  return { ...read('yearAssessments', stands), by: 'update', write: { ...write, ...signed } };
};
const save = (over: Partial<YearAssessment> = {}) =>
  act(over, { ...otherwise, participants: 'Tập thể lãnh đạo phòng' });
const decide = (over: Partial<YearAssessment> = {}) => act({ ...agreed, ...over }, { state: 'decided' });
const takeBack = (over: Partial<YearAssessment> = {}) =>
  act({ ...decided, ...over }, { state: 'waiting', dReason: 'Tháng 11 được sửa lại' });
const decidedAt = momentOf(Date.UTC(2026, 11, 9, 3));
const reopen = () => takeBack({ state: 'published', decidedAt, publishedAt: decidedAt, version: 1 });

describe('reading what is decided about a year', () => {
  only(['decider'], 'open one that waits', () => read('yearAssessments', aYearAssessment()));
  only(['decider', 'inspector'], 'open one that is decided', () =>
    read('yearAssessments', aYearAssessment(decided)),
  );
  pair('one about oneself', () => read('yearAssessments', aYearAssessment()), {
    given: { person: cast.decider },
  });
  const mine = ['decider', '==', cast.decider] as const;
  queryPair('those I decide', 'decider', 'yearAssessments', [mine], [ofUnit]);
  queryPair(
    'decided ones, by an inspector',
    'inspector',
    'yearAssessments',
    [
      ['state', 'in', ['decided', 'published']],
      ['person', '!=', cast.inspector],
    ],
    [['person', '!=', cast.inspector]],
  );
});

describe('rating a year', () => {
  only(['decider'], 'save what they will decide', save);
  only(['decider'], 'decide as proposed', decide);
  only(['decider'], 'take a decision back', takeBack);
  only(['decider'], 'take up again what is published', reopen);
  permitted('decide otherwise with a reason', () => decide(otherwise));
  const unrated = { ...aYearAssessment().proposal, rating: null };
  permitted('leave a year without a rated month without a rating', () =>
    decide({ proposal: unrated, dRating: null }),
  );
  pair('otherwise without a reason', () => decide(otherwise), { given: { dReason: 'vì vậy' } });
  pair('no rating where one is proposed', () => decide(otherwise), { given: { dRating: null } });
  pair('while December is not decided', decide, { given: { held: true } });
  pair('deciding what is published', decide, { given: { state: 'published' } });
  pair('deciding twice', decide, { given: { state: 'decided' } });
  pair('a rating with the act', decide, { write: { dRating: 'B' } });
  pair('a reason with the act', decide, { write: { dReason: 'Đã khắc phục toàn bộ' } });
  pair('publishing by hand', decide, { write: { state: 'published' } });
  pair('about oneself', decide, { given: { person: cast.decider } });
  pair('in the name of another', decide, { write: { actor: cast.head } });
  pair('for somebody who gave no delegation', decide, { write: { actedFor: cast.head } });
  pair('a forged time', decide, { write: { actedAt: Timestamp.fromMillis(Date.UTC(2026, 11, 8)) } });
  pair('a revision that stands still', decide, { write: { rev: 0 } });
  pair('deleting it', decide, { by: 'delete' });
  pair('creating it', decide, { by: 'create', given: null, write: { ...aYearAssessment(), rev: 1 } });
  pair('saving over a decision', save, { given: { state: 'decided' } });
  pair('saving into a decision', save, { write: { state: 'decided' } });
  pair('taking back without a new reason', takeBack, { given: { dReason: 'Tháng 11 được sửa lại' } });
  pair('taking back with few words', takeBack, { write: { dReason: 'sửa' } });
  pair('taking up what is published without a new reason', reopen, {
    given: { dReason: 'Tháng 11 được sửa lại' },
  });
  pair('taking up what is published with few words', reopen, { write: { dReason: 'sửa' } });
  pair('another rating with taking it up', reopen, { write: { dRating: 'A' } });
  pair('other participants with taking it up', reopen, { write: { participants: 'Tập thể' } });
  pair('deciding what is published otherwise', reopen, { write: { state: 'decided' } });
  pair('changing what was published with taking it up', reopen, { write: { publications: 'x' } });
  pair('saving over what is published', save, { given: { state: 'published' } });
  pair('saving before it is followed that the year was taken back', save, { given: { decidedAt } });
  pair('deciding before it is followed that the year was taken back', decide, { given: { decidedAt } });
  pair('another rating with taking it back', takeBack, { write: { dRating: 'A' } });
  refusals(save, [
    ...['person', 'unit', 'year', 'decider', 'held', 'proposal', 'counts', 'version', 'log', 'extra'].map(
      (field) => ({ what: `changing ${field}`, but: { write: { [field]: 'x' } } }),
    ),
    { what: 'a rating that there is none', but: { write: { dRating: 'E' } } },
    ...['dReason', 'participants'].flatMap((field) =>
      each(field, [...notTexts, 'a\u001fb', filled(2001)]).map(({ what, change }) => ({
        what,
        but: { write: change },
      })),
    ),
  ]);

  test('a delegate rates for the decider, as long as it covers the decision and the unit', async () => {
    const held = (over: Partial<Delegation>) =>
      given({
        [documentPath(theOrg, 'delegations', `${cast.decider}_${cast.delegate}`)]: aDelegation({
          ...{ giver: cast.decider, acts: 'decide', active: true, ...over },
        }),
      });
    const by = { actor: cast.delegate, actedFor: cast.decider };
    const asked: Attempt = { ...decide(), as: 'delegate', write: { ...decide().write, ...by } };
    const opened: Attempt = { ...read('yearAssessments', aYearAssessment()), as: 'delegate' };
    for (const over of [{ acts: 'evaluate' }, { active: false }, { unit: 'phong-khac' }] as const) {
      await held({});
      await assertSucceeds(attempt(asked));
      await assertSucceeds(attempt(opened));
      await held(over);
      await assertFails(attempt(asked));
      await assertFails(attempt(opened));
    }
  });
});
