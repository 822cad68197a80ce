// Plays the scenes of a month on a running suite: moves the clock, lets each user act through the Web SDK, waits where results matter.
import { april } from '../sample/april.ts';
import type { Act, Attempt, Scene } from '../sample/april/acts.ts';
import * as own from './actor.ts';
import { attemptIt } from './attempts.ts';
import * as authority from './authorityActs.ts';
import * as findings from './findingActs.ts';
import { sendFigures } from './figures.ts';
import { differenceOf, noBill, nothing, type Billed, type ClientMeter, type FunctionBill } from './meter.ts';
import { isRefusal } from './session.ts';
import { inTurn, type Stage } from './stage.ts';

export interface PlayedScene {
  at: string;
  title: string;
  acts: number;
  seconds: number;
  clients: Billed;
  /** Billed by functions since the scene before: the way here, tasks and schedules included, and what followed. */
  functions: FunctionBill;
}

export interface Played {
  scenes: PlayedScene[];
  refused: Attempt[];
  /** Attempts that went through although they must not. */
  allowed: Attempt[];
  meter: ClientMeter;
}

export interface PlayOptions {
  /** Only these acts; for the opening of `npm start`, which leaves some people to the visitor. */
  acts?: (act: Act, scene: Scene) => boolean;
  /** Stop before the first scene after this. */
  until?: string;
  onAct?: (scene: Scene, done: number, total: number) => void;
  /** What functions have been billed so far; without it the scenes say nothing of functions. */
  functionsSoFar?: () => FunctionBill;
}

async function perform(stage: Stage, act: Exclude<Act, { do: 'attempt' }>): Promise<void> {
  const session = await stage.open(act.who);
  const { script } = stage;
  switch (act.do) {
    case 'plan':
      return own.savePlan(session, april, authority.scriptOf(script, act.who));
    case 'draft':
      return own.saveDraft(session, april, authority.scriptOf(script, act.who));
    case 'submit':
      return own.submit(session, april, authority.scriptOf(script, act.who));
    case 'unitPlan':
      return own.saveUnitPlan(session, april, act.unit, authority.scriptOf(script, act.who));
    case 'yearPlan':
      return own.fileYearPlan(session, april, act.unit, authority.scriptOf(script, act.who));
    case 'yearPlanAgain':
      return own.fileYearPlanAgain(session, april, act.unit);
    case 'unitFile':
      return own.fileUnitSheet(session, april, act.unit, authority.scriptOf(script, act.who));
    case 'begin':
      return own.remedy(session, act.finding, 'underway', act.remedy);
    case 'report':
      return own.remedy(session, act.finding, 'reported', act.remedy);
    case 'evaluate':
      return authority.evaluateQueue(session, april, script, act);
    case 'decide':
      return authority.decideQueue(session, april, script);
    case 'return':
      return authority.returnSheet(session, april, act.person, act.note);
    case 'unrate':
      return authority.leaveUnrated(session, april, act.person, act.reason);
    case 'answer':
      return authority.answerConsultations(session, april, act.except ?? []);
    case 'figures':
      return sendFigures(session, april, act.block, act.except);
    case 'record':
      return findings.recordFinding(session, april, script, act.finding);
    case 'confirm':
      return findings.confirmFinding(session, act.finding, act.due);
    case 'enter':
      return authority.enterOutside(session, april, act);
    case 'accept':
      return findings.acceptRemedy(session, act.finding, act.note);
  }
}

/** A refusal is what is wanted; anything else that goes wrong is a fault of the demo. */
async function attempt(stage: Stage, played: Played, which: Attempt): Promise<void> {
  try {
    await attemptIt(stage, which);
    played.allowed.push(which);
  } catch (error) {
    if (!isRefusal(error)) throw new Error(`attempt ${which}: ${(error as Error).message}`, { cause: error });
    played.refused.push(which);
    stage.meter.refused += 1;
  }
}

/**
 * Acts of one scene go side by side, those of one person in their order; attempts come last, when functions have
 * followed, so that each is refused for its own reason.
 */
async function playScene(stage: Stage, played: Played, scene: Scene, acts: readonly Act[], tick: () => void) {
  const byPerson = new Map<string, Exclude<Act, { do: 'attempt' }>[]>();
  for (const act of acts) {
    if (act.do !== 'attempt') byPerson.set(act.who, [...(byPerson.get(act.who) ?? []), act]);
  }
  await inTurn([...byPerson.values()], async (line) => {
    for (const act of line) {
      await perform(stage, act).catch((error: unknown) => {
        throw new Error(`${scene.at} ${act.who} ${act.do}: ${(error as Error).message}`, { cause: error });
      });
      tick();
    }
  });
  const attempts = acts.filter((act) => act.do === 'attempt');
  if (attempts.length > 0) await stage.suite.settle();
  for (const act of attempts) {
    await attempt(stage, played, act.attempt);
    tick();
  }
}

/** The suite must hold the loaded sample, its clock before the first scene. */
export async function playMonth(stage: Stage, options: PlayOptions = {}): Promise<Played> {
  const played: Played = { scenes: [], refused: [], allowed: [], meter: stage.meter };
  const wanted = options.acts ?? (() => true);
  const scenes = stage.script.scenes
    .filter(({ at }) => options.until === undefined || at < options.until)
    .map((scene) => ({ scene, acts: scene.acts.filter((act) => wanted(act, scene)) }))
    .filter(({ acts }) => acts.length > 0);
  const total = scenes.reduce((sum, { acts }) => sum + acts.length, 0);
  const billed = options.functionsSoFar ?? noBill;
  let done = 0;
  let before = billed();
  for (const { scene, acts } of scenes) {
    const started = performance.now();
    stage.meter.billed = nothing();
    // Moving settles first: what this scene reads has been followed up to its moment.
    await stage.suite.clock.runUntil(scene.at);
    await playScene(stage, played, scene, acts, () => options.onAct?.(scene, ++done, total));
    await stage.suite.settle();
    const after = billed();
    played.scenes.push({
      at: scene.at,
      title: scene.title,
      acts: acts.length,
      seconds: (performance.now() - started) / 1000,
      clients: stage.meter.billed,
      functions: differenceOf(after, before),
    });
    before = after;
  }
  // What is read from here on belongs to no scene.
  stage.meter.billed = nothing();
  return played;
}
