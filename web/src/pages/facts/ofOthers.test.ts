// The list of what I recorded from outside.
import { expect, it } from 'vitest';
import { aFinding } from '../../../../test/fixtures/documents.ts';
import { ofOthers } from './ofOthers.ts';

// An inspector's own self-reported row stood among the people whom they had inspected.
it('what I reported of myself is not among what I recorded of people', () => {
  const of = (subject: string) => ({ id: subject, data: aFinding({ author: 'me', subject }) });
  expect(ofOthers([of('an'), of('me')], 'me').map(({ id }) => id)).toEqual(['an']);
});
