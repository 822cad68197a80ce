// The decider's record of a year as a form's source: saved first, the act judged on what was saved (ADR 0008).
import { personYearId } from '../../../../functions/src/schema/paths.ts';
import type { YearAssessment } from '../../../../functions/src/schema/year.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import { covers } from '../../data/delegation.ts';
import type { Source } from '../../data/editor.ts';
import { readDocument, updateDocument } from '../../data/firestore.ts';
import type { Power } from '../../data/powers.ts';
import type { Me } from '../../session.ts';

export type YearDraft = Pick<YearAssessment, 'dRating' | 'dReason' | 'participants'>;

/** By which power somebody decides this year; null where they don't. Nobody decides on themselves. */
export function yearPower(
  a: Pick<YearAssessment, 'person' | 'unit' | 'decider' | 'deciderName'>,
  me: string,
  delegations: readonly Pick<Delegation, 'giver' | 'active' | 'acts' | 'unit'>[],
): Power | null {
  if (a.person === me) return null;
  if (a.decider === me) return { giver: null, name: a.deciderName };
  const isHeld = delegations.some((d) => d.giver === a.decider && covers(d, 'decide', a.unit));
  return isHeld ? { giver: a.decider, name: a.deciderName } : null;
}

/** Why the decision was taken back or up again last, as the log has it; null where it never was. */
const takenBackWhy = ({ log }: Partial<Pick<YearAssessment, 'log'>>): string | null =>
  log?.findLast(({ what }) => what === 'waiting' || what === 'reopen')?.reason ?? null;

/**
 * The record begins as what is proposed, and without the reason for taking it up again, which is none of what is decided
 * then; both are written before the act.
 */
export const draftOf = (a: YearAssessment): YearDraft => ({
  dRating: a.rev === 0 ? a.proposal.rating : a.dRating,
  dReason: a.state === 'waiting' && a.dReason === takenBackWhy(a) ? '' : a.dReason,
  participants: a.participants,
});

export function yearSource(
  me: Me,
  person: string,
  year: string,
  delegations: readonly Delegation[],
): Source<YearAssessment, YearDraft> {
  const id = personYearId(person, year);
  return {
    key: `${me.org}/${me.pid}/yearAssessments/${id}`,
    read: () => readDocument<YearAssessment>(me.org, 'yearAssessments', id),
    write: (change, rev, doc) => {
      const actedFor = yearPower(doc, me.pid, delegations)?.giver ?? null;
      return updateDocument(me.org, 'yearAssessments', id, { ...change, rev, actor: me.pid, actedFor }, [
        'actedAt',
      ]);
    },
    draftOf,
    // What was taken back has to be followed first; the rules say the same.
    isEditable: (a) =>
      a.state === 'waiting' && a.decidedAt === null && yearPower(a, me.pid, delegations) !== null,
  };
}
