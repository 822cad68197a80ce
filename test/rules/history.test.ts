// Who judges somebody today reads their earlier months: sheets as filed, findings and results, and nothing in the making.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { beforeEach, describe, test } from 'vitest';
import { documentPath, type CollectionName } from '../../functions/src/schema/paths.ts';
import {
  aFinding,
  aMember,
  anAssessment,
  aResult,
  aSheet,
  aSubmittedSheet,
  cast,
  theOrg,
} from '../fixtures/documents.ts';
import { attempt, given, list, useWorld, type Attempt } from './world.ts';

useWorld('history');
const earlier = '2026-01';
const id = `${cast.person}_${earlier}`;
/** Who asks judges those today. */
const judging = (...people: string[]) =>
  given({ [documentPath(theOrg, 'members', cast.colleague)]: aMember({ judges: people }) });
const read = (on: CollectionName, document: object): Attempt => ({
  as: 'colleague',
  on,
  id,
  given: { ...document },
  by: 'get',
  write: {},
  without: [],
});
const documents: [string, () => Attempt][] = [
  ['a sheet', () => read('sheets', aSubmittedSheet({ month: earlier }))],
  ['a finding', () => read('findings', aFinding({ month: earlier }))],
  ['a result', () => read('results', aResult({ month: earlier }))],
];

beforeEach(() => judging(cast.head, cast.person));

describe('an earlier month', () => {
  test.each(documents)('%s: open to who judges the person today, to nobody else', async (_what, one) => {
    await assertSucceeds(attempt(one()));
    await assertFails(attempt({ ...one(), as: 'consulted', given: { ...one().given, consulted: [] } }));
    await assertFails(attempt({ ...one(), as: 'colleague elsewhere' }));
    await judging(cast.head);
    await assertFails(attempt(one()));
  });
  test.each(documents)('query: %s of that one person', async (_what, one) => {
    const { on } = one();
    const person = [on === 'findings' ? 'subject' : 'person', '==', cast.person] as const;
    const filed = on === 'sheets' ? ([['state', '==', 'submitted']] as const) : [];
    await assertSucceeds(list('colleague', on, [person, ...filed]));
    await assertFails(list('colleague', on, [...filed, ['month', '==', earlier]]));
    await assertFails(list('consulted', on, [person, ...filed]));
  });
  test('what is in the making stays closed', async () => {
    await assertFails(attempt(read('sheets', aSheet({ month: earlier }))));
    await assertFails(attempt(read('assessments', anAssessment({ month: earlier, state: 'decided' }))));
    await assertSucceeds(attempt(read('sheets', aSubmittedSheet({ month: earlier }))));
  });
  test('nobody reads a finding of their own that they were not told of by standing on their own record', async () => {
    const own = {
      ...read('findings', aFinding({ subject: cast.colleague })),
      id: `${cast.colleague}_${earlier}`,
    };
    await judging(cast.colleague);
    await assertFails(attempt(own));
    await assertSucceeds(attempt({ ...own, given: { ...own.given, notified: true } }));
  });
});
