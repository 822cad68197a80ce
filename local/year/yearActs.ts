// The acts about a year: everybody's rated in December, and one that is published taken up again and decided anew.
import { serverTimestamp } from 'firebase/firestore/lite';
import { personYearId } from '../../functions/src/schema/paths.ts';
import type { Session } from '../demo/session.ts';
import { year } from './cast.ts';
import { caseOf } from './scripts.ts';
import type { CaseAct } from './types.ts';

type Of<Do extends CaseAct['do']> = Extract<CaseAct, { do: Do }>;

const signed = (session: Session, rev: number) => ({
  ...{ rev: rev + 1, actor: session.person, actedFor: null, actedAt: serverTimestamp() },
});

/** The record first, then the act (ADR 0008); as proposed, but where the year's case says otherwise. */
export async function rateYears(session: Session): Promise<void> {
  const queue = await session.find('yearAssessments', { decider: session.person, year, state: 'waiting' });
  for (const { id, data } of queue) {
    const { decided } = caseOf(data.person);
    await session.update('yearAssessments', id, {
      dRating: decided?.rating ?? data.proposal.rating,
      ...{ dReason: decided?.reason ?? '', participants: '' },
      ...{ state: 'waiting', ...signed(session, data.rev) },
    });
    await session.update('yearAssessments', id, { state: 'decided', ...signed(session, data.rev + 1) });
  }
}

export async function reopenYear(session: Session, { person, reason }: Of<'reopenYear'>): Promise<void> {
  const id = personYearId(person, year);
  const { rev } = await session.get('yearAssessments', id);
  await session.update('yearAssessments', id, {
    ...{ dReason: reason, state: 'waiting' },
    ...signed(session, rev),
  });
}

/** As proposed from the months as they stand now, and with whom. */
export async function decideYearAgain(
  session: Session,
  { person, participants }: Of<'decideYearAgain'>,
): Promise<void> {
  const id = personYearId(person, year);
  const { rev, proposal } = await session.get('yearAssessments', id);
  await session.update('yearAssessments', id, {
    ...{ dRating: proposal.rating, dReason: '', participants, state: 'waiting' },
    ...signed(session, rev),
  });
  await session.update('yearAssessments', id, { state: 'decided', ...signed(session, rev + 1) });
}
