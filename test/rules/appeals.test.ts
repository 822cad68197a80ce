// Rules of appeals: the person files and completes, who decided comments, the one above answers (domain.md sections 7 and 11).
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { describe, test } from 'vitest';
import type { Appeal } from '../../functions/src/schema/appeal.ts';
import { anAppeal, invalidAppeals, newAppeal, validAppeals } from '../fixtures/appeals.ts';
import { each, filled, notTexts } from '../fixtures/cases.ts';
import { aResult, cast, theMonth } from '../fixtures/documents.ts';
import {
  attempt,
  only,
  pair,
  permitted,
  queryPair,
  refusals,
  stored,
  useWorld,
  type Attempt,
} from './world.ts';

useWorld('appeals');
const id = `${cast.person}_${theMonth}_v1`;
/** Answered by one who is nobody else's authority here. */
const answerer = cast.colleague;
const stands = (over: Partial<Appeal> = {}) => stored(anAppeal({ answerer, ...over }));
const read = (over: Partial<Appeal> = {}): Attempt => ({
  ...{ as: 'person', on: 'appeals', id, given: stands(over), by: 'get', write: {}, without: [] },
});
const forged = Timestamp.fromMillis(Date.UTC(2026, 4, 6));

describe('reading', () => {
  only(['person', 'decider', 'colleague', 'inspector'], 'open an appeal', read);
  only(['person', 'decider', 'colleague', 'inspector', 'consulted'], 'open one overdue', () =>
    read({ above: cast.consulted, overdue: true }),
  );
  pair('who stands above, before it is overdue', () => read({ above: cast.consulted, overdue: true }), {
    as: 'consulted',
    given: { overdue: false },
  });
  queryPair('my own', 'person', 'appeals', [['person', '==', cast.person]], []);
  queryPair('those I answer', 'colleague', 'appeals', [['answerer', '==', answerer]], []);
  queryPair(
    'overdue ones of those below me',
    'consulted',
    'appeals',
    [
      ['above', '==', cast.consulted],
      ['overdue', '==', true],
    ],
    [['above', '==', cast.consulted]],
  );

  test('that there is none is told to the person, and to nobody else', async () => {
    const none = { ...read(), given: null };
    await assertSucceeds(attempt(none));
    await assertFails(attempt({ ...none, as: 'decider' }));
    await assertFails(attempt({ ...none, id: `${cast.head}_${theMonth}_v1` }));
    await assertFails(attempt({ ...none, as: 'person elsewhere' }));
  });

  test('whoever answers reads the result that is appealed', async () => {
    const result = (answerers: string[]): Attempt => ({
      ...{ as: 'colleague', on: 'results', id: `${cast.person}_${theMonth}`, by: 'get' },
      ...{ given: stored(aResult({ answerers })), write: {}, without: [] },
    });
    await assertSucceeds(attempt(result([answerer])));
    await assertFails(attempt(result([cast.head])));
  });
});

describe('filing', () => {
  const file = (over: Record<string, unknown> = {}): Attempt => ({
    ...read(),
    id: `${cast.person}_${theMonth}_v${Number(over['version'] ?? 1)}`,
    given: null,
    by: 'create',
    write: { ...stored(newAppeal()), ...over, savedAt: serverTimestamp() },
  });
  only(['person'], 'file an appeal', file);
  for (const { what, change } of validAppeals) permitted(what, () => file(change));
  refusals(file, [
    ...invalidAppeals.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
    { what: 'a forged time', but: { write: { savedAt: forged } } },
    { what: 'an id of another version', but: { id: `${cast.person}_${theMonth}_v2` } },
    { what: 'for somebody else', but: { id: `${cast.head}_${theMonth}_v1`, write: { person: cast.head } } },
  ]);
  pair('a second time', file, { given: stands() });
});

const complete = (over: Partial<Appeal> = {}): Attempt => ({
  ...read(over),
  by: 'update',
  write: { words: 'Bổ sung: sổ theo dõi tháng 4, trang 12.', rev: 2, savedAt: serverTimestamp() },
});
const comment = (over: Partial<Appeal> = {}): Attempt => ({
  ...read(over),
  as: 'decider',
  by: 'update',
  write: { deciderNote: 'Đã xét đủ ba nhiệm vụ.', rev: 2, notedAt: serverTimestamp() },
});
const signed = () => ({ rev: 2, actor: answerer, actedFor: null, actedAt: serverTimestamp() });
const words = { answer: 'Sổ theo dõi xác nhận ba nhiệm vụ trước hạn.', outcome: 'upheld' } as const;
const give = (over: Partial<Appeal> = {}): Attempt => ({
  ...read(over),
  as: 'colleague',
  by: 'update',
  write: {
    ...words,
    ...{ dScore22: 48, dRating: 'A', dLevel: 'good', participants: 'Nguyễn Văn An, Trần Thị Bình' },
    ...{ state: 'answered', ...signed() },
  },
});

describe('completing and commenting', () => {
  only(['person'], 'complete the words', complete);
  only(['decider'], 'comment', comment);
  pair('completing before it was taken', complete, { given: { filedAt: null } });
  pair('completing what is answered', complete, { given: { state: 'answered' } });
  pair('completing with few words', complete, { write: { words: 'quá ít' } });
  pair('completing with a forged time', complete, { write: { savedAt: forged } });
  pair('completing with another wish', complete, { write: { asks: 'level' } });
  pair('a revision that jumps', complete, { write: { rev: 3 } });
  pair('commenting on what is answered', comment, { given: { state: 'answered' } });
  pair('a comment of blanks', comment, { write: { deciderNote: ' \n' } });
  pair('a comment too long', comment, { write: { deciderNote: filled(2001) } });
  pair('a comment at a forged time', comment, { write: { notedAt: forged } });
  pair('a comment that answers', comment, { write: { state: 'answered' } });
  pair('deleting it', complete, { by: 'delete' });
});

describe('answering', () => {
  only(['colleague'], 'give the answer', give);
  const alone = { participants: '' };
  const none = { outcome: 'refused', dRating: null, dLevel: null };
  permitted('a refusal without a new result', give, { write: none });
  permitted('alone', give, { write: alone });
  permitted('a body that names who took part', () => give({ body: 'Ban Thường vụ' }));
  // The person reads the appeal, so nothing of the answer stands there before it is given.
  pair('a draft, which the person would read', give, { write: { state: 'filed' } });
  pair('one who is struck out', give, { given: { struck: [answerer] } });
  pair('in the name of another', give, { write: { actor: cast.head } });
  pair('for another', give, { write: { actedFor: cast.head } });
  pair('at a forged time', give, { write: { actedAt: forged } });
  pair('giving it twice', give, { given: { state: 'answered' } });
  pair('without an outcome', give, { write: { outcome: null } });
  pair('without a reason', give, { write: { answer: 'vì vậy' } });
  pair('a corrected result without a rating', give, { write: { dRating: null } });
  pair('a corrected result without a level', give, { write: { dLevel: null } });
  pair('a body that names nobody', () => give({ body: 'Ban Thường vụ' }), { write: alone });
  pair('refusing it as the system does', give, { write: { state: 'refused' } });
  refusals(give, [
    ...['person', 'version', 'words', 'decider', 'answerer', 'struck', 'due', 'closedAt', 'log', 'extra'].map(
      (field) => ({ what: `changing ${field}`, but: { write: { [field]: 'x' } } }),
    ),
    ...['answer', 'participants'].flatMap((field) =>
      each(field, [...notTexts, 'a\u001fb', filled(2001)]).map(({ what, change }) => ({
        what,
        but: { write: change },
      })),
    ),
    ...[{ outcome: 'x' }, { dRating: 'E' }, { dLevel: 'x' }, { dScore1: 30.5 }, { dScore22: '5' }].map(
      (change) => ({ what: JSON.stringify(change), but: { write: change } }),
    ),
  ]);
});
