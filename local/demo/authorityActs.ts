// What those in authority do: evaluate, decide, return, leave unrated, answer when asked, and settle findings.
import { serverTimestamp } from 'firebase/firestore/lite';
import type { Month } from '../../functions/src/domain/words.ts';
import type { Assessment } from '../../functions/src/schema/assessment.ts';
import { personMonthId, unitMonthId } from '../../functions/src/schema/paths.ts';
import type { Act } from '../sample/april/acts.ts';
import type { AprilScript } from '../sample/april.ts';
import type { Judgement, PersonScript, RowScript } from '../sample/april/scripts.ts';
import * as phrases from '../sample/texts/phrases.ts';
import { next } from './actor.ts';
import type { Session } from './session.ts';

export const act = (session: Session, rev: number) => ({
  rev: rev + 1,
  actor: session.person,
  actedFor: null,
  actedAt: serverTimestamp(),
});

interface Which {
  only?: readonly string[] | undefined;
  except?: readonly string[] | undefined;
}

/** The authority's columns: it agrees with what the person named, and adds its own row of section IV. */
function authorityRows({ rows }: PersonScript, own: RowScript | null) {
  const named = rows.map((row, i) => [`r${i + 1}`, row] as const);
  const all: readonly (readonly [string, RowScript])[] = own ? [...named, ['a1', own]] : named;
  const by = (value: (row: RowScript) => string | undefined) =>
    Object.fromEntries(
      all.flatMap(([id, row]) => {
        const text = value(row);
        return text === undefined || text === '' ? [] : [[id, text] as const];
      }),
    );
  return {
    aResult: by((row) => row.result),
    aCause: by((row) => row.cause),
    aRemedy: by((row) => row.remedy),
    aCodes: by((row) => row.codes),
    aDegree: by((row) => (row.codes === '' ? undefined : row.degree)),
    aDue: by((row) => row.due),
  };
}

/** Every suspected finding gets its verdict; a script without one is a mistake of the script. */
function verdictsOf({ person, month, suspected }: Assessment, { verdicts }: Judgement) {
  return Object.fromEntries(
    suspected.map((id) => {
      const verdict = verdicts[id.slice(personMonthId(person, month).length + 1)];
      if (!verdict) throw new Error(`the script says nothing of the suspected finding ${id}`);
      return [id, verdict];
    }),
  );
}

export function evaluatorRecord(assessment: Assessment, script: PersonScript) {
  const { judgement } = script;
  const [eScore1, eScore21, eScore22] = judgement.points;
  return {
    ...{ eScore1, eScore21, eScore22 },
    eRating: judgement.rating,
    eLevel: judgement.level,
    eReason: judgement.reason,
    eComment: judgement.comment,
    ...authorityRows(script, judgement.own),
    verdicts: verdictsOf(assessment, judgement),
  };
}

export function deciderRecord(script: PersonScript) {
  const { judgement } = script;
  const decided = judgement.decides ?? judgement;
  const [dScore1, dScore21, dScore22] = decided.points;
  return {
    ...{ dScore1, dScore21, dScore22 },
    dRating: decided.rating,
    dLevel: decided.level,
    dReason: decided.reason,
    participants: script.collective,
  };
}

/**
 * Works through the queue: the record is saved, then judged on by the act, which for who evaluates and decides is one.
 * Leaders wait for the final run.
 */
export async function evaluateQueue(
  session: Session,
  month: Month,
  script: AprilScript,
  which: Which,
): Promise<void> {
  const queue = await session.find('assessments', { evaluator: session.person, month, state: 'waiting' });
  for (const { id, data } of queue) {
    if (data.held || which.except?.includes(data.person) || (which.only && !which.only.includes(data.person)))
      continue;
    const person = scriptOf(script, data.person);
    const both = data.evaluator === data.decider;
    const { verdicts, ...record } = evaluatorRecord(data, person);
    await session.update('assessments', id, { ...record, state: 'waiting', ...act(session, data.rev) });
    const units = both ? await unitsWith(session, month, script, data.person) : [];
    const judged = {
      verdicts,
      ...(both ? deciderRecord(person) : {}),
      state: both ? 'decided' : 'evaluated',
      ...act(session, data.rev + 1),
    };
    await session.together([['assessments', id, judged], ...units]);
  }
}

/** The units that the person heads and the script rates, in the same act (domain.md section 3). */
async function unitsWith(session: Session, month: Month, script: AprilScript, head: string) {
  const headed = script.authorities.get(head)?.headsUnits ?? [];
  const rated = headed.flatMap((unit) => {
    const given = script.book.unitRatings[unit];
    return given ? [{ id: unitMonthId(unit, month), given }] : [];
  });
  return Promise.all(
    rated.map(
      async ({ id, given: { rating: dRating, level: dLevel, reason: dReason, above: aboveReason } }) => {
        const { rev } = await session.get('unitRatings', id);
        const record = { dRating, dLevel, dReason, aboveReason, state: 'decided', followed: false };
        return ['unitRatings', id, { ...record, ...act(session, rev) }] as const;
      },
    ),
  );
}

export async function decideQueue(session: Session, month: Month, script: AprilScript): Promise<void> {
  const queue = await session.find('assessments', { decider: session.person, month, state: 'evaluated' });
  for (const { id, data } of queue) {
    const record = deciderRecord(scriptOf(script, data.person));
    const decided = { ...record, state: 'decided', ...act(session, data.rev) };
    const units = await unitsWith(session, month, script, data.person);
    await session.together([['assessments', id, decided], ...units]);
  }
}

export function scriptOf({ people }: AprilScript, person: string): PersonScript {
  const script = people.get(person);
  if (!script) throw new Error(`April has no script for ${person}`);
  return script;
}

export async function returnSheet(
  session: Session,
  month: Month,
  person: string,
  note: string,
): Promise<void> {
  const id = personMonthId(person, month);
  const { rev } = await session.get('assessments', id);
  await session.update('assessments', id, { note, state: 'returned', ...act(session, rev) });
}

export async function leaveUnrated(
  session: Session,
  month: Month,
  person: string,
  reason: string,
): Promise<void> {
  const id = personMonthId(person, month);
  const { rev } = await session.get('assessments', id);
  await session.update('assessments', id, { dReason: reason, state: 'unrated', ...act(session, rev) });
}

/** Answers what is asked of the person, consultations and proposals, but for whom it stays silent. */
export async function answerConsultations(
  session: Session,
  month: Month,
  except: readonly string[],
): Promise<void> {
  const asked = await session.find('consultations', { who: session.person, month, state: 'asked' });
  for (const [i, { id, data }] of asked.entries()) {
    if (except.includes(data.person)) continue;
    const notes = data.kind === 'propose' ? phrases.proposals : phrases.consultationNotes;
    await session.update('consultations', id, {
      note: notes[i % notes.length],
      state: 'answered',
      ...next(data.rev),
    });
  }
}

/** The sheet says of which block; the rules look it up again, and the right besides. */
export async function enterOutside(
  session: Session,
  month: Month,
  { person, rating, level, document, day }: Extract<Act, { do: 'enter' }>,
): Promise<void> {
  const units = await session.find('authorities', { month, block: 'party' });
  const block = units.find(({ data }) => person in data.rows)?.data.block;
  if (!block) throw new Error(`no unit of the block has ${person}`);
  const entered = { person, month, block, rating, level, document, day, author: session.person };
  await session.create('outsideResults', personMonthId(person, month), { ...entered, ...next(0) }, 2);
}
