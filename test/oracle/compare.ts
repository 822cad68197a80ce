// The rules against the table, decision by decision; a difference is made as small as it gets.
import { access, decide } from './access/all.ts';
import { actsThatAllow, type Act, type Decision } from './access.ts';
import { caseOf, requestOf, type Case } from './cases.ts';
import type { Lane } from './emulator.ts';
import { pathOfDraft, type Draft } from './generate/draft.ts';
import { scene } from './generate/scene.ts';
import { isNow, isStamp } from './request.ts';

export interface Difference {
  one: Case;
  rules: Decision;
  table: Decision;
}

export async function differs(lane: Lane, one: Case): Promise<Difference | null> {
  const rules = await lane.decide(one.request, one.world);
  const table = decide(one.request, one.world);
  return rules === table ? null : { one, rules, table };
}

/** Kinds of request (collection and operation), with how many were allowed; and the rows of the table that allowed one. */
export class Shares {
  readonly byKind = new Map<string, { allowed: number; denied: number }>();
  readonly acts = new Set<Act>();

  count({ request, world }: Case): void {
    const decision = decide(request, world);
    for (const step of request.steps) {
      const kind = `${step.place} ${step.operation}`;
      const share = this.byKind.get(kind) ?? { allowed: 0, denied: 0 };
      share[decision === 'allow' ? 'allowed' : 'denied']++;
      this.byKind.set(kind, share);
      if (decision === 'allow')
        actsThatAllow(access, request.asker, step, world).forEach((act) => this.acts.add(act));
    }
  }

  table(): string[] {
    return [...this.byKind]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([kind, { allowed, denied }]) => {
        const share = Math.round((allowed / (allowed + denied)) * 100);
        return `${kind.padEnd(24)}${String(allowed + denied).padStart(6)}${String(share).padStart(5)} % allowed`;
      });
  }

  /** Rows that no case showed to hold, and kinds with such rows that no case was refused. */
  gaps(): string[] {
    const rows = Object.entries(access).flatMap(([place, acts]) => acts.map((act) => ({ place, act })));
    const unseen = rows
      .filter(({ act }) => !this.acts.has(act))
      .map(({ place, act }) => `never allowed: ${describeAct(place, act)}`);
    const kinds = new Set(rows.map(({ place, act }) => `${place} ${act.operation}`));
    const undenied = [...kinds]
      .filter((kind) => !this.byKind.get(kind)?.denied)
      .map((kind) => `never denied: ${kind}`);
    return [...unseen, ...undenied];
  }
}

export const describeAct = (place: string, { operation, who, from, to }: Act) =>
  `${place} ${operation} by ${who}, ${from ?? '–'} → ${to ?? '–'}`;

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

const shown = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    isNow(inner)
      ? 'the time of the request'
      : isStamp(inner)
        ? `stamp ${inner.toMillis()}`
        : typeof inner === 'string' && inner.length > 80
          ? `${inner.slice(0, 80)}… (${inner.length})`
          : inner,
  );

/** A difference as one reads it: what was asked by whom, what stands there that isn't in the scene, and how it came about. */
export function describeDifference({ one, rules, table }: Difference): string {
  const { request, world, recipe } = one;
  const steps = request.steps.map(({ operation, path, query, after }) => {
    const stands = world[path];
    const changed =
      after &&
      Object.fromEntries(
        Object.entries(after).filter(([field, value]) => !stands || shown(stands[field]) !== shown(value)),
      );
    const gone = after && stands ? Object.keys(stands).filter((field) => !(field in after)) : [];
    return `  ${operation} ${path}${operation === 'list' ? ` where ${shown(query)}` : ''}${changed ? ` writes ${shown(changed)}` : ''}${gone.length > 0 ? ` takes away ${gone.join(', ')}` : ''}`;
  });
  const stands = Object.entries(world)
    .filter(([path, fields]) => scene[path] !== fields)
    .map(([path, fields]) => `  stands: ${path} ${shown(fields)}`);
  const gone = Object.keys(scene)
    .filter((path) => !(path in world))
    .map((path) => `  not there: ${path}`);
  const made = recipe.parts.map(({ kind, mutations }) =>
    [kind.name, ...mutations.map(({ name }) => name)].join(' + '),
  );
  return [
    `rules ${rules}, table ${table}: ${shown(request.asker)} (seed ${recipe.seed}: ${made.join(' & ')})`,
    ...steps,
    ...stands,
    ...gone,
  ].join('\n');
}

export const pathsOf = (one: Case) => one.drafts.map(pathOfDraft);
