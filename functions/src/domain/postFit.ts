// Which kinds of post a kind of unit has, and which of them head it, as the organisation's profile says.
import { postsOf, type Profile } from './profiles/table.ts';
import type { Block } from './words.ts';

export interface PostFit {
  isUnitKind(kind: string): boolean;
  isPostKind(kind: string): boolean;
  isUnitRole(role: string): boolean;
  blocksOf(unitKind: string): readonly Block[];
  heads(unitKind: string): readonly string[];
  fits(unitKind: string, postKind: string): boolean;
}

/** Read once per judgement: every row of a long list asks it. */
export function postFitOf({ unitKinds, postKinds, unitRoles }: Profile): PostFit {
  const posts = new Map([...unitKinds].map(([kind, entry]) => [kind, new Set(postsOf(entry))]));
  return {
    isUnitKind: (kind) => unitKinds.has(kind),
    isPostKind: (kind) => postKinds.has(kind),
    isUnitRole: (role) => unitRoles.has(role),
    blocksOf: (unitKind) => unitKinds.get(unitKind)?.blocks ?? [],
    heads: (unitKind) => unitKinds.get(unitKind)?.heads ?? [],
    fits: (unitKind, postKind) => posts.get(unitKind)?.has(postKind) ?? false,
  };
}
