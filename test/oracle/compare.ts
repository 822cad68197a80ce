// The rules against the table, decision by decision, and how often each kind of request was allowed.
import { access, decide } from './access/all.ts';
import { actsThatAllow, type Act, type Answer, type Decision } from './access.ts';
import type { Case } from './cases.ts';
import type { Lane } from './emulator.ts';

export interface Difference {
  one: Case;
  rules: Answer;
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
