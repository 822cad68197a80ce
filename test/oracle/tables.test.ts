// The tables that firestore.rules carries as comments: they neither promise nor hide anything.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectRoot } from '../../local/paths.ts';
import { access } from './access/all.ts';
import { updates, type Access } from './access.ts';
import { fieldsOf, lies, rowsIn } from './tables.ts';

const rules = readFileSync(`${projectRoot}/firestore.rules`, 'utf8');

test('the tables of firestore.rules and the access table say the same', () => {
  expect(lies(rules, access)).toEqual([]);
  expect(rowsIn(rules).length).toBeGreaterThan(60);
});

const small = [
  '// | who | operation | from → to | may change | on condition |',
  '// |-----|-----------|-----------|------------|--------------|',
  '// | evaluator | update | waiting → returned | note, verdicts | a note |',
  'match /assessments/{id} {',
].join('\n');
const none = Object.fromEntries(Object.keys(access).map((place) => [place, []])) as unknown as Access;
const returning = updates('evaluator', ['waiting', 'returned'], ['verdicts', 'note', 'rev'], () => true);

test('a true row is no lie', () => {
  expect(lies(small, { ...none, assessments: [returning] })).toEqual([]);
});

test('a row that promises what nobody may is told with its line', () => {
  expect(lies(small, none)).toEqual([expect.stringContaining('line 3:')]);
});

test('a row that names other fields is told with its line', () => {
  const wider = { ...returning, fields: [...returning.fields, 'eReason'] };
  expect(lies(small, { ...none, assessments: [wider] })[0]).toMatch(/^line 3: .*eReason/);
});

test('what is allowed without a row is told', () => {
  const more = { ...returning, to: 'evaluated' };
  expect(lies(small, { ...none, assessments: [returning, more] })).toEqual([
    'no row for assessments: evaluator update waiting → evaluated [note verdicts]',
  ]);
});

test('groups of the schema stand for their fields', () => {
  expect(fieldsOf('deciderFields, note')).toContain('dRating');
  expect(fieldsOf('deciderFields, note')).toContain('note');
  expect(fieldsOf('evaluatorFields without verdicts')).not.toContain('verdicts');
});
