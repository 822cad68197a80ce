// One thing about an attempt that is otherwise, by name.
import type { Fields } from '../request.ts';
import type { Draft } from './draft.ts';
import type { Mutation } from './mutation.ts';

export interface StepAway {
  name: string;
  apply: Mutation;
}
export const step = (name: string, apply: (draft: Draft) => Draft | null): StepAway => ({ name, apply });
export const writing = (name: string, fields: Fields): StepAway =>
  step(name, (draft) => ({ ...draft, write: { ...draft.write, ...fields } }));
