// What people write: each act waits until the document allows it, keeps its own moment, and raises the revision by one.
import { millisOf, type Moment } from '../../functions/src/domain/moment.ts';
import { atTime } from '../../functions/src/domain/civilDate.ts';
import type { Assessment } from '../../functions/src/schema/assessment.ts';
import type { Finding } from '../../functions/src/schema/finding.ts';
import {
  appealRef,
  assessmentRef,
  findingRef,
  sheetRef,
  unitRatingRef,
  unitSheetRef,
  type Ref,
} from '../../functions/src/schema/refs.ts';
import type { Sheet } from '../../functions/src/schema/sheet.ts';
import { stampAt, type MemoryPorts } from '../fixtures/memoryPorts.ts';
import { month, org, unit } from './organisation.ts';

export type Fields = Record<string, unknown>;
type Look = <T>(ref: Ref<T>) => T | null;

export interface Written {
  path: string;
  before: Fields | null;
  after: Fields;
  /** Without revision, stamp and actor. */
  fields: Fields;
}

export interface HumanAct {
  name: string;
  at: Moment;
  /** What the rules ask of the documents as they stand. */
  may(look: Look): boolean;
  writes: readonly { path: string; stamp: string; fields: Fields }[];
}

export const lookIn =
  (memory: MemoryPorts): Look =>
  (ref) =>
    memory.kept.has(ref.path) ? memory.read(ref) : null;

/** One commit, as a client makes it. */
export function perform(memory: MemoryPorts, act: HumanAct): Written[] {
  return act.writes.map(({ path, stamp, fields }) => {
    const before = (memory.kept.get(path)?.data as Fields | undefined) ?? null;
    const rev = ((before?.['rev'] as number | undefined) ?? 0) + 1;
    const after = { ...before, ...fields, rev, [stamp]: stampAt(act.at) };
    memory.put({ path, shape: { parse: (data: unknown) => data } }, after);
    return { path, before, after: memory.kept.get(path)?.data as Fields, fields };
  });
}

const day = (text: string): Moment => {
  const [date = '', clock = ''] = text.split(' ');
  return atTime(`2026-${date}`, clock);
};

export function files(who: string, at: string, fields: Fields, returns = 0): HumanAct {
  const ref = sheetRef(org, who, month);
  return {
    ...{ name: `${who} files`, at: day(at) },
    may: (look) => isOpenFor(look(ref), returns),
    writes: [{ path: ref.path, stamp: 'savedAt', fields: { ...fields, state: 'submitted' } }],
  };
}

/** A draft, which concerns nobody else. */
export function saves(who: string, at: string, fields: Fields): HumanAct {
  const ref = sheetRef(org, who, month);
  return {
    ...{ name: `${who} saves`, at: day(at) },
    may: (look) => isOpenFor(look(ref), 0),
    writes: [{ path: ref.path, stamp: 'savedAt', fields }],
  };
}

const isOpenFor = (sheet: Sheet | null, returns: number) =>
  sheet !== null && sheet.state === 'open' && sheet.returns === returns;

export function filesUnit(at: string, fields: Fields): HumanAct {
  const ref = unitSheetRef(org, unit, month);
  return {
    ...{ name: 'the unit files', at: day(at) },
    may: (look) => look(ref)?.state === 'open',
    writes: [{ path: ref.path, stamp: 'savedAt', fields: { ...fields, state: 'submitted' } }],
  };
}

/** `from`: the state that it is done in; whoever judges sees the filing that stands, and judges what is suspected. */
export function judges(
  [actor, about]: readonly [string, string],
  at: string,
  from: Assessment['state'],
  fields: Fields,
): HumanAct {
  const ref = assessmentRef(org, about, month);
  const verdicts = Object.keys(fields['verdicts'] ?? {}).sort();
  const { state = from } = fields as { state?: string };
  return {
    ...{ name: `${actor} on ${about}: ${state}`, at: day(at) },
    may: (look) => {
      const [assessment, sheet] = [look(ref), look(sheetRef(org, about, month))];
      if (!assessment || !sheet || assessment.state !== from) return false;
      if (from !== 'waiting') return state !== 'decided' || assessment.consultsOpen === 0;
      const isCurrent = sheet.state === 'submitted' ? assessment.sheetRev === sheet.rev : !assessment.filed;
      const isWhole = state === 'waiting' || state === 'returned' || sameText(assessment.suspected, verdicts);
      return isCurrent && isWhole && !(assessment.held && state === 'decided');
    },
    writes: [{ path: ref.path, stamp: 'actedAt', fields: { state, ...fields, actor, actedFor: null } }],
  };
}

const sameText = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b);

/** The head and the unit in one commit. */
export function withUnit(act: HumanAct, fields: Fields): HumanAct {
  const ref = unitRatingRef(org, unit, month);
  const actor = act.writes[0]?.fields['actor'];
  const rated = { ...fields, state: 'decided', followed: false, actor, actedFor: null };
  return {
    ...act,
    may: (look) => act.may(look) && look(ref)?.state === 'waiting' && look(ref)?.held === false,
    writes: [...act.writes, { path: ref.path, stamp: 'actedAt', fields: rated }],
  };
}

export function records(subject: string, author: string, at: string, fields: Fields): HumanAct {
  const sheet = sheetRef(org, subject, month);
  const key = String(fields['key']);
  const path = findingRef(org, `${subject}_${month}_${key}`).path;
  return {
    ...{ name: `${author} records ${key} at ${subject}`, at: day(at) },
    may: (look) => look(sheet) !== null,
    writes: [
      { path, stamp: 'savedAt', fields: { subject, author, actor: author, ...newFinding, ...fields } },
    ],
  };
}

const newFinding = {
  ...{ unit, block: 'government', month, article: '', degree: 'rare', due: null, settleReason: '' },
  ...{ remedy: '', remedyState: 'none', remedyAt: null, remedyNote: '', actedFor: null, notified: false },
};

/** `from`: how far it has come. */
export function follows(
  [actor, subject, key]: readonly [string, string, string],
  at: string,
  from: (finding: Finding) => boolean,
  fields: Fields,
): HumanAct {
  const ref = findingRef(org, `${subject}_${month}_${key}`);
  const own = fields['remedyState'] === 'reported' ? { remedyAt: stampAt(day(at)) } : {};
  return {
    ...{ name: `${actor} on ${subject} ${key}`, at: day(at) },
    may: (look) => {
      const found = look(ref);
      return found !== null && from(found);
    },
    writes: [{ path: ref.path, stamp: 'savedAt', fields: { ...fields, ...own, actor, actedFor: null } }],
  };
}

/** Decided twice before it was published. */
const theVersion = 2;

export function appeals(person: string, at: string, words: string): HumanAct {
  const ref = appealRef(org, person, month, theVersion);
  const fields = { person, month, version: theVersion, asks: 'rating', words, files: [], state: 'filed' };
  return {
    ...{ name: `${person} appeals`, at: day(at) },
    may: (look) => look(assessmentRef(org, person, month))?.frozen === true,
    writes: [{ path: ref.path, stamp: 'savedAt', fields }],
  };
}

export function onAppeal(
  [actor, person]: readonly [string, string],
  at: string,
  stamp: 'notedAt' | 'actedAt',
  fields: Fields,
): HumanAct {
  const ref = appealRef(org, person, month, theVersion);
  return {
    ...{ name: `${actor} on the appeal: ${Object.keys(fields).join(' ')}`, at: day(at) },
    may: (look) => {
      const found = look(ref);
      if (found?.state !== 'filed' || found.filedAt === null) return false;
      return stamp === 'notedAt' ? found.decider === actor : found.answerer === actor;
    },
    writes: [{ path: ref.path, stamp, fields: { ...fields, actor } }],
  };
}

export const inOrder = (acts: readonly HumanAct[]): HumanAct[] =>
  [...acts].sort((a, b) => millisOf(a.at) - millisOf(b.at));
