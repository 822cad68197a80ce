// Rules of boards: the members of the unit and who oversees it read what is published in it, nobody writes.
import { describe } from 'vitest';
import { aBoard, cast, theMonth, theUnit } from '../fixtures/documents.ts';
import { functionsOnly, only, pair, queryPair, useWorld, type Attempt } from './world.ts';

useWorld('boards');
const id = `${theUnit}_${theMonth}`;
const ask = (): Attempt => ({
  as: 'colleague',
  on: 'boards',
  id,
  given: { ...aBoard() },
  by: 'get',
  write: {},
  without: [],
});

describe('reading', () => {
  only(['person', 'colleague', 'overseer'], 'open the board', ask);
  pair('the board of a unit that somebody else oversees', () => ({ ...ask(), as: 'overseer' }), {
    given: { unit: 'phong-tu-phap' },
  });
  queryPair(
    'of what I oversee',
    'overseer',
    'boards',
    [['unit', '==', theUnit]],
    [['month', '==', theMonth]],
  );
  const unit = ['unit', '==', theUnit] as const;
  queryPair(
    'of my unit',
    'colleague',
    'boards',
    [unit, ['members', 'array-contains', cast.colleague]],
    [unit],
  );
});

functionsOnly('boards', id, aBoard, 'colleague');
