// A difference made as small as it gets: without a mutation, a step, a written field, a document that stands otherwise.
import { caseOf, requestOf, type Case } from './cases.ts';
import type { Lane } from './emulator.ts';
import type { Draft } from './generate/draft.ts';
import { differs, type Difference } from './compare.ts';

/** Smaller ways to say the same: without a mutation, a step, a field that is written, a document that stands otherwise. */
function smaller(one: Case): Case[] {
  const { recipe, drafts } = one;
  const without = recipe.parts.flatMap((part, i) =>
    part.mutations.map((_, j) => {
      const fewer = { ...part, mutations: part.mutations.filter((_m, k) => k !== j) };
      return caseOf({ ...recipe, parts: recipe.parts.map((other, k) => (k === i ? fewer : other)) });
    }),
  );
  const fewerSteps =
    drafts.length > 1 ? drafts.map((draft) => ({ ...one, drafts: [draft], ...requestOf([draft]) })) : [];
  return [
    ...fewerSteps,
    ...without,
    ...drafts.flatMap((draft, i) => plainer(draft).map((other) => with_(one, i, other))),
  ];
}

function with_(one: Case, index: number, draft: Draft): Case {
  const drafts = one.drafts.map((other, i) => (i === index ? draft : other));
  return { ...one, drafts, ...requestOf(drafts) };
}

function plainer(draft: Draft): Draft[] {
  const drop = (fields: Record<string, unknown>, key: string) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
  return [
    ...(draft.operation === 'update'
      ? Object.keys(draft.write).map((field) => ({ ...draft, write: drop(draft.write, field) }))
      : []),
    ...Object.keys(draft.given).map((path) => ({
      ...draft,
      given: drop(draft.given, path) as Draft['given'],
    })),
    ...draft.query.map((_, i) => ({ ...draft, query: draft.query.filter((_f, j) => j !== i) })),
  ];
}

export async function shrink(lane: Lane, difference: Difference): Promise<Difference> {
  const { rules, table } = difference;
  for (let budget = 400, current = difference; ;) {
    let next: Difference | null = null;
    for (const candidate of smaller(current.one)) {
      if (budget-- <= 0) return current;
      const found = await differs(lane, candidate);
      if (found && found.rules === rules && found.table === table) {
        next = found;
        break;
      }
    }
    if (
      !next ||
      (JSON.stringify(next.one.request) === JSON.stringify(current.one.request) &&
        next.one.recipe === current.one.recipe)
    )
      return next ?? current;
    current = next;
  }
}
