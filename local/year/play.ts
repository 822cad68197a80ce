// Plays the year on a running suite: moves the clock from scene to scene, lets each user act, and counts what every month cost.
import type { Month } from '../../functions/src/domain/words.ts';
import { differenceOf, noBill, nothing, type Billed, type FunctionBill } from '../demo/meter.ts';
import { inTurn } from '../demo/stage.ts';
import type { Users } from '../demo/users.ts';
import { routine } from './routine.ts';
import type { YearScripts } from './scripts.ts';
import { special } from './special.ts';
import type { YearAct, YearScene } from './timeline.ts';

export interface MonthCost {
  acts: number;
  seconds: number;
  clients: Billed;
  functions: FunctionBill;
}

export interface PlayYear {
  users: Users;
  scripts: YearScripts;
  scenes: readonly YearScene[];
  until: string;
  /** Moments at which somebody looks at what stands there then. */
  looks?: readonly { at: string; look: () => Promise<void> }[];
  onAct?: (scene: YearScene, done: number, total: number) => void;
  functionsSoFar?: () => FunctionBill;
}

const routines = new Set(['plan', 'file', 'fileUnits', 'answerAsked', 'judge']);
const isRoutine = (
  act: YearAct,
): act is Extract<YearAct, { do: 'plan' | 'file' | 'fileUnits' | 'answerAsked' | 'judge' }> =>
  routines.has(act.do);

async function perform(users: Users, scripts: YearScripts, act: YearAct): Promise<void> {
  const session = await users.open(act.who);
  try {
    await (isRoutine(act) ? routine(session, scripts, act) : special(session, act));
  } catch (error) {
    throw new Error(`${act.at} ${act.who} ${act.do}: ${(error as Error).message}`, { cause: error });
  }
}

async function playScene({ users, scripts }: PlayYear, { acts }: YearScene, tick: () => void) {
  const byPerson = new Map<string, YearAct[]>();
  for (const act of acts) byPerson.set(act.who, [...(byPerson.get(act.who) ?? []), act]);
  await inTurn([...byPerson.values()], async (line) => {
    for (const act of line) {
      await perform(users, scripts, act);
      tick();
    }
  });
}

/** What a month cost is what happened in it, its nights and deadlines included. */
export async function playYear(play: PlayYear): Promise<Map<Month, MonthCost>> {
  const { users, scenes, until } = play;
  const billed = play.functionsSoFar ?? noBill;
  const costs = new Map<Month, MonthCost>();
  const total = scenes.reduce((sum, { acts }) => sum + acts.length, 0);
  let done = 0;
  let before = billed();
  const step = async (at: string, acts: number, work: () => Promise<void>) => {
    const started = performance.now();
    users.meter.billed = nothing();
    // Moving settles first: what this scene reads has been followed up to its moment.
    await users.suite.clock.runUntil(at);
    await work();
    await users.suite.settle();
    const after = billed();
    const cost = { acts, seconds: (performance.now() - started) / 1000, clients: users.meter.billed };
    add(costs, at.slice(0, 7), { ...cost, functions: differenceOf(after, before) });
    before = after;
  };
  const steps = [
    ...scenes.map((scene) => ({
      at: scene.at,
      acts: scene.acts.length,
      work: () => playScene(play, scene, () => play.onAct?.(scene, ++done, total)),
    })),
    ...(play.looks ?? []).map(({ at, look }) => ({ at, acts: 0, work: look })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const { at, acts, work } of steps) await step(at, acts, work);
  await step(until, 0, async () => undefined);
  users.meter.billed = nothing();
  return costs;
}

function add(costs: Map<Month, MonthCost>, month: Month, cost: MonthCost): void {
  const known = costs.get(month);
  if (!known) return void costs.set(month, cost);
  known.acts += cost.acts;
  known.seconds += cost.seconds;
  for (const key of ['reads', 'writes', 'deletes', 'lookups'] as const)
    known.clients[key] += cost.clients[key];
  for (const key of ['calls', 'reads', 'writes', 'deletes'] as const)
    known.functions[key] += cost.functions[key];
}
