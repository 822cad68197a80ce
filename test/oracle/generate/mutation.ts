// A way to spoil an attempt a little, or to ask it differently.
import type { Fields } from '../request.ts';
import type { Draft } from './draft.ts';
import type { Random } from './random.ts';

/** Null where it can't be done to this attempt. */
export type Mutation = (draft: Draft, random: Random) => Draft | null;

export const isWrite = ({ operation }: Draft) => operation === 'create' || operation === 'update';
export const set = (draft: Draft, fields: Fields): Draft => ({
  ...draft,
  write: { ...draft.write, ...fields },
});
