// Rules of notices: one's own alone, of which one says that it was read and nothing else.
import { describe } from 'vitest';
import { aNotice, cast } from '../fixtures/documents.ts';
import { functionsOnly, only, pair, permitted, queryPair, useWorld, type Attempt } from './world.ts';

useWorld('notices');
const id = `${cast.person}_${cast.person}_2026-04_r1_told`;
const ask = (): Attempt => ({
  ...{ as: 'person', on: 'notices', id, by: 'get', given: { ...aNotice() }, write: {}, without: [] },
});
const mark = (): Attempt => ({ ...ask(), by: 'update', write: { read: true } });

describe('reading', () => {
  only(['person'], 'open what they were told', ask);
  queryPair(
    'of what I was told and have not read',
    'person',
    'notices',
    [
      ['person', '==', cast.person],
      ['read', '==', false],
    ],
    [['read', '==', false]],
  );
});

describe('saying that it was read', () => {
  only(['person'], 'mark it', mark);
  permitted('once more', mark, { given: { read: true } });
  pair('of what somebody else was told', mark, { given: { person: cast.colleague } });
  pair('that it was not', mark, { given: { read: true }, write: { read: false } });
  pair('something else than that it was read', mark, { write: { read: 'x' } });
  pair('with another word', mark, { write: { title: 'Không có việc gì' } });
  pair('with another address', mark, { write: { link: '#/thang' } });
  pair('with a field more', mark, { write: { seen: true } });
  pair('as of somebody else', mark, { write: { person: cast.colleague } });
});

functionsOnly('notices', id, aNotice, 'person');
