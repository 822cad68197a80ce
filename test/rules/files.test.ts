// Rules of evidence files: announced and sent by their author, read by whom a function names, and never changed by anybody.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { describe, test } from 'vitest';
import type { FileDocument, NewFile } from '../../functions/src/schema/file.ts';
import { cast, theMonth } from '../fixtures/documents.ts';
import { aFile, anExpectedFile, invalidFiles, newFile, theFile, validFiles } from '../fixtures/files.ts';
import {
  attempt,
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

useWorld('files');
const forged = Timestamp.fromMillis(Date.UTC(2026, 3, 10));

const ask = (over: Partial<FileDocument> = {}): Attempt => ({
  ...{ as: 'person', on: 'files', id: theFile, by: 'get', write: {}, without: [] },
  given: { ...aFile(over) },
});
const announce = (over: Partial<NewFile> = {}): Attempt => ({
  ...ask(),
  given: null,
  by: 'create',
  write: { ...stored(newFile(over)), savedAt: serverTimestamp() },
});
const send = (write: Fields = {}): Attempt => ({
  ...ask(),
  given: { ...anExpectedFile() },
  by: 'update',
  write: { state: 'sent', sentAt: serverTimestamp(), rev: 2, ...write },
});

describe('reading', () => {
  only(['person', 'evaluator', 'decider'], 'open one that is kept', ask);
  only(['person'], 'open their own before anybody is named', () => ({
    ...ask(),
    given: { ...anExpectedFile() },
  }));
  only(['evaluator'], 'open their own on somebody who was not told', () => ({
    ...ask({ author: cast.evaluator, readers: [cast.evaluator] }),
    id: `${cast.evaluator}_f1`,
  }));
  const of = ['of', '==', `findings/${cast.person}_${theMonth}_k1`] as const;
  queryPair(
    'a reader lists those that name them',
    'evaluator',
    'files',
    [of, ['readers', 'array-contains', cast.evaluator]],
    [of],
  );
  queryPair('the author lists their own', 'person', 'files', [of, ['author', '==', cast.person]], [of]);
  test('query: nobody lists by somebody else’s name', async () => {
    await assertSucceeds(list('decider', 'files', [of, ['readers', 'array-contains', cast.decider]]));
    await assertFails(list('decider', 'files', [of, ['readers', 'array-contains', cast.evaluator]]));
    await assertFails(list('decider', 'files', [of, ['author', '==', cast.person]]));
  });
});

describe('announcing', () => {
  permitted('the person, on what they were told of', announce);
  permitted('the evaluator', announce, {
    as: 'evaluator',
    id: `${cast.evaluator}_f1`,
    write: { author: cast.evaluator },
  });
  pair("in another's name", announce, { as: 'colleague' });
  pair("under another's id", announce, { id: `${cast.colleague}_f1` });
  pair('under another key', announce, { id: `${cast.person}_f2` });
  pair('of another organisation', announce, { as: 'person elsewhere' });
  pair('without claims', announce, { as: 'without claims' });
  pair('a forged time', announce, { write: { savedAt: forged } });
  for (const key of ['F1', '1f', 'f 1', 'f'.repeat(17), 5, null])
    pair(`a key ${JSON.stringify(key)}`, announce, { id: `${cast.person}_${key}`, write: { key } });
  refusals(
    announce,
    invalidFiles.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
  for (const { what, change } of validFiles) permitted(what, announce, { write: change });
  test('refused: again over what stands there', async () => {
    await assertFails(attempt({ ...announce(), given: { ...aFile() } }));
    await assertSucceeds(attempt(announce()));
  });
});

describe('saying that it was uploaded', () => {
  only(['person'], 'send it', send);
  for (const state of ['announced', 'sent', 'kept', 'refused'] as const)
    pair(`what is ${state}`, send, { given: { state } });
  for (const state of ['expected', 'kept', 'refused', 'announced'])
    pair(`to ${state}`, send, { write: { state } });
  pair('a forged time', send, { write: { sentAt: forged } });
  pair('a revision that stands still', send, { write: { rev: 1 } });
  pair('a revision ahead', send, { write: { rev: 3 } });
  pair('another name for it', send, { write: { name: 'khác.pdf' } });
  pair('readers of their own', send, { write: { readers: [cast.colleague] } });
  pair('about something else', send, { write: { of: `appeals/${cast.person}_${theMonth}_v1` } });
  pair('another size', send, { write: { size: 1 } });
  pair('taking it away', send, { by: 'delete' });
});
