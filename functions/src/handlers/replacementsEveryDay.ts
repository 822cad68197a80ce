// Every night, and when somebody leaves: cases that aren't over follow who decides on the person, and those of rules what they rest on.
import { monthOfMoment } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { droppedWhy, isPending, yearGround, type RuleGround } from '../domain/replacement.ts';
import type { TraceStep } from '../domain/trace.ts';
import { collectionOf, personYearRef, refOf } from '../schema/refs.ts';
import type { Replacement } from '../schema/replacement.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import { system } from './opening.ts';
import type { Documents, Ports } from './ports.ts';
import { harmTrace, yearFacts } from './replacementCases.ts';
import { replacementStanding } from './replacementStanding.ts';

export async function replacementsEveryDay(
  { documents }: Pick<Ports, 'documents'>,
  org: string,
  at: Moment,
): Promise<void> {
  const states = ['proposed', 'referred', 'decided'] as const;
  const found = await Promise.all(
    states.map((state) => documents.find(collectionOf(org, 'replacements'), [['state', state]])),
  );
  for (const { id, data } of found.flat()) await followOne(documents, org, id, data, at);
}

async function followOne(documents: Documents, org: string, id: string, of: Replacement, at: Moment) {
  const ref = refOf(org, 'replacements', id);
  const standing = await replacementStanding(documents, org, of.person, monthOfMoment(at));
  const trace = await traceNow(documents, org, of);
  await converge(documents, ref, ({ data }): Partial<Replacement> | null => {
    if (data.state === 'closed' || data.state === 'dropped') return null;
    const { ground, state, log } = data;
    const follows = standing ? standingOf(standing, data) : {};
    if (ground === 'authority' || !isPending(state)) return follows;
    if (trace !== null) return { ...follows, trace };
    const dropReason = droppedWhy[ground];
    const act = { at, who: system, forWhom: null, what: 'drop', before: state, after: dropReason };
    return { ...follows, state: 'dropped', dropReason, log: logged(ref.path, log, act) };
  });
}

/** Once referred it stays with the body to which it was: only who decides on the person may be another. */
function standingOf(
  standing: NonNullable<Awaited<ReturnType<typeof replacementStanding>>>,
  { state, managed, body }: Replacement,
): Partial<Replacement> {
  if (state === 'proposed') return standing;
  const { decider, deciderName } = standing;
  return { decider, deciderName, body: managed === true ? body : deciderName };
}

async function traceNow(
  documents: Documents,
  org: string,
  { ground, person, year }: Replacement,
): Promise<TraceStep[] | null> {
  if (ground === 'authority') return null;
  return await grounds[ground](documents, org, person, year);
}

type Look = (documents: Documents, org: string, person: string, year: string) => Promise<TraceStep[] | null>;
const ofYear =
  (rule: 'poor' | 'fairOrPoor'): Look =>
  async (documents, org, person, year) => {
    const stored = await documents.get(personYearRef(org, person, year));
    return stored && yearGround(rule, yearFacts(stored.data));
  };
const grounds: Readonly<Record<RuleGround, Look>> = {
  poor: ofYear('poor'),
  fairOrPoor: ofYear('fairOrPoor'),
  harm: async (documents, org, person, year) => (await harmTrace(documents, org, person, year)).trace,
};
