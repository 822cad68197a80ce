// Ways to spoil an attempt a little, or to ask it differently: most leave it near what is allowed, some leave it allowed.
import type { Mutation } from './mutation.ts';
import {
  otherAsker,
  otherAccount,
  otherRole,
  otherFact,
  wrongId,
  otherLookUp,
  onOneself,
  otherQuery,
  narrowerQuery,
  deletes,
  createsIt,
  writesIt,
} from './mutationsOfAsking.ts';
import {
  otherState,
  knownInvalid,
  writtenValue,
  furtherField,
  missingField,
  wrongRev,
  forgedTime,
  lessWritten,
} from './mutationsOfWrites.ts';

/** Each with its weight. */
export const mutations: readonly (readonly [name: string, weight: number, Mutation])[] = [
  ['somebody else asks', 4, otherAsker],
  ['another account asks', 2, otherAccount],
  ['another person in a role', 3, otherRole],
  ['a fact stands otherwise', 4, otherFact],
  ['to another state', 3, otherState],
  ['a value at the edge', 4, knownInvalid],
  ['another value', 4, writtenValue],
  ['a further field', 2, furtherField],
  ['a field missing', 2, missingField],
  ['another rev', 1, wrongRev],
  ['a forged time', 1, forgedTime],
  ['less written', 2, lessWritten],
  ['another id', 2, wrongId],
  ['what is looked up stands otherwise', 4, otherLookUp],
  ['on oneself', 2, onOneself],
  ['another query', 5, otherQuery],
  ['a narrower query', 2, narrowerQuery],
  ['deleted', 1, deletes],
  ['created', 1, createsIt],
  ['written by a reader', 1, writesIt],
];
