// Rules of what is recorded on a day on which no month is open: in the newest one, and in no older or blocked one (domain.md section 2, ADR 0020).
import { serverTimestamp } from 'firebase/firestore/lite';
import { beforeAll, describe } from 'vitest';
import { documentPath } from '../../functions/src/schema/paths.ts';
import {
  aCycle,
  aNewFinding,
  aSheet,
  aUnitSheet,
  cast,
  theMonth,
  theOrg,
  theUnit,
} from '../fixtures/documents.ts';
import { newBacklog, newCoordination, newLimitation, theOtherHead, theOtherUnit } from '../fixtures/facts.ts';
import { newReplacement } from '../fixtures/replacements.ts';
import { newSubItem, newUnitFinding } from '../fixtures/unitDocuments.ts';
import { given, pair, permitted, stored, useWorld, type Attempt } from './world.ts';

useWorld('newest-month');
/** Published, and a later one has opened since; and the next one, which somebody's lack of an evaluator keeps from opening. */
const [past, next] = ['2026-03', '2026-05'];

const monthOf = (month: string) => ({
  [documentPath(theOrg, 'sheets', `${cast.person}_${month}`)]: aSheet({ month }),
  [documentPath(theOrg, 'unitSheets', `${theUnit}_${month}`)]: aUnitSheet({ month }),
  [documentPath(theOrg, 'unitSheets', `${theOtherUnit}_${month}`)]: aUnitSheet({
    ...{ unit: theOtherUnit, head: theOtherHead, month },
  }),
});

beforeAll(() =>
  given({
    [documentPath(theOrg, 'cycles', theMonth)]: aCycle({ state: 'locked', newest: true }),
    [documentPath(theOrg, 'cycles', past)]: aCycle({ month: past, state: 'published' }),
    [documentPath(theOrg, 'cycles', next)]: aCycle({ month: next, state: 'blocked' }),
    ...{ ...monthOf(theMonth), ...monthOf(past), ...monthOf(next) },
  }),
);

const now = () => ({ savedAt: serverTimestamp() });
const create = (as: Attempt['as'], on: Attempt['on'], id: string, write: object): Attempt => ({
  ...{ as, on, id, by: 'create', given: null, without: [] },
  write: { ...stored(write), ...now() },
});

const attempts: Record<string, (month: string) => Attempt> = {
  'a finding, by the evaluator': (month) =>
    create('evaluator', 'findings', `${cast.person}_${month}_k1`, aNewFinding({ month })),
  'a finding at oneself': (month) =>
    create(
      'person',
      'findings',
      `${cast.person}_${month}_k1`,
      aNewFinding({ month, source: 'self', author: cast.person, actor: cast.person }),
    ),
  'a finding, by the inspector': (month) =>
    create(
      'inspector',
      'findings',
      `${cast.person}_${month}_k1`,
      aNewFinding({ month, source: 'inspection', author: cast.inspector, actor: cast.inspector }),
    ),
  'a finding of a unit': (month) =>
    create('decider', 'unitFindings', `${theUnit}_${month}_k1`, newUnitFinding({ month })),
  'a limitation': (month) =>
    create('evaluator', 'limitations', `${cast.person}_${month}_h1`, { ...newLimitation(), month }),
  'trouble in co-ordination': (month) =>
    create('head', 'coordinations', `${theUnit}_${month}_p1`, { ...newCoordination(), month }),
  'a backlog': (month) => create('head', 'backlogs', `${theUnit}_${month}_v1`, { ...newBacklog(), month }),
  'a replacement case': (month) =>
    create('decider', 'replacements', `${cast.person}_2026_k1`, { ...newReplacement(), month }),
  'a sub-item': (month) => {
    const one = create('head', 'subItems', `${theUnit}_2.06_1`, { ...newSubItem(), month });
    return { ...one, write: { ...one.write, writtenAt: serverTimestamp() } };
  },
};

describe.each(Object.keys(attempts))('%s', (what) => {
  const record = (month = theMonth) => attempts[what]?.(month) ?? create('person', 'findings', 'x', {});
  permitted('in the newest month, locked as it is', record);
  const before = record(past);
  pair('in one that is over, since which another has opened', record, {
    ...{ id: before.id, write: { month: past } },
  });
  const blocked = record(next);
  pair('in one that is blocked', record, { id: blocked.id, write: { month: next } });
});
