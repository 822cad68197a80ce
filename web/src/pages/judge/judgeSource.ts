// The authority's record of a month as a form's source, for evaluator and decider.
import { personMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Assessment } from '../../../../functions/src/schema/assessment.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { Delegation } from '../../../../functions/src/schema/delegation.ts';
import type { Source } from '../../data/editor.ts';
import { readDocument, updateDocument, updateTogether, type Together } from '../../data/firestore.ts';
import { actingBy, powersOf, type Powers } from '../../data/powers.ts';
import type { Me } from '../../session.ts';

export const evaluatorKeys = [
  'eScore1',
  'eScore21',
  'eScore22',
  'ePoints',
  'eRating',
  'eLevel',
  'eReason',
  'eComment',
  'aResult',
  'aCause',
  'aRemedy',
  'aCodes',
  'aDegree',
  'aDue',
  'verdicts',
] as const;
export const deciderKeys = [
  'dScore1',
  'dScore21',
  'dScore22',
  'dPoints',
  'dRating',
  'dLevel',
  'dReason',
  'participants',
] as const;
export type JudgeDraft = Pick<Assessment, (typeof evaluatorKeys)[number] | (typeof deciderKeys)[number]>;

export type Mode = 'evaluate' | 'decide' | 'read';

/** What may be written now; the rules say the same. */
export function modeOf(a: Assessment, { evaluate, decide }: Powers): Mode {
  if (a.frozen) return 'read';
  if (a.state === 'waiting' && evaluate) return 'evaluate';
  if (a.state === 'evaluated' && decide) return 'decide';
  return 'read';
}

export const isOneStep = (a: Assessment) => a.evaluator === a.decider;
/** One act writes both records; a delegate needs both acts of one giver for it. */
export const actsAtOnce = (a: Assessment, { evaluate, decide }: Powers) =>
  evaluate !== null && decide !== null && (isOneStep(a) || isInstead(a, { evaluate, decide }));
/** Who decides acts in the place of a late evaluator. */
export const isInstead = (
  a: Pick<Assessment, 'evaluator' | 'decider' | 'deciderName'> & { overdue?: boolean },
  { evaluate, decide }: Powers,
) =>
  a.overdue === true &&
  a.evaluator !== a.decider &&
  evaluate !== null &&
  evaluate.giver === decide?.giver &&
  evaluate.name === a.deciderName;

/** Why a decision was taken back, as the log has it; null where none was. */
const reopenedWhy = ({ log }: Partial<Pick<Assessment, 'log'>>): string | null =>
  log?.findLast(
    ({ what, before, reason }) =>
      reason !== undefined &&
      (what === 'reopen' ||
        (what === 'evaluated' && ['decided', 'unrated', 'published'].includes(before ?? ''))),
  )?.reason ?? null;

export const draftOf = (a: Assessment): JudgeDraft => {
  const read = Object.fromEntries(
    // Points by criterion are absent on documents of before there were any.
    [...evaluatorKeys, ...deciderKeys].map((k) => [k, a[k] ?? (/Points$/.test(k) ? '' : a[k])]),
  ) as unknown as JudgeDraft;
  // Why it was taken up again is no reason of what is decided then.
  const isTakenUp = a.state === 'evaluated' && read.dReason !== '' && read.dReason === reopenedWhy(a);
  const fields = isTakenUp ? { ...read, dReason: '' } : read;
  // The decider's record starts as the evaluator's (domain.md section 4); it is written with the decision.
  if (a.state !== 'evaluated' || a.dRating !== null) return fields;
  const { eScore1: dScore1, eScore21: dScore21, eScore22: dScore22, eRating: dRating, eLevel: dLevel } = a;
  return { ...fields, dScore1, dScore21, dScore22, dPoints: fields.ePoints, dRating, dLevel };
};

/**
 * `delegations`: those to me that hold, which say for whom an act is done; `besides`: what is decided in the same act, of the
 * units that the person heads.
 */
export function judgeSource(
  me: Me,
  person: string,
  month: Month,
  delegations: readonly Delegation[],
  besides: () => readonly Together[] = () => [],
): Source<Assessment, JudgeDraft> {
  const id = personMonthId(person, month);
  const powers = (a: Assessment) => powersOf(a, me.pid, delegations);
  return {
    key: `${me.org}/${me.pid}/assessments/${id}`,
    read: () => readDocument<Assessment>(me.org, 'assessments', id),
    write: (change, rev, doc) => {
      const actedFor = actingBy(doc.state, powers(doc))?.giver ?? null;
      const fields = { ...change, rev, actor: me.pid, actedFor };
      const more = change['state'] === 'decided' ? besides() : [];
      if (more.length === 0) return updateDocument(me.org, 'assessments', id, fields, ['actedAt']);
      return updateTogether(me.org, [{ name: 'assessments', id, fields, stamps: ['actedAt'] }, ...more]);
    },
    draftOf,
    isEditable: (a) => modeOf(a, powers(a)) !== 'read',
    heldBack: (a, act) => {
      if (modeOf(a, powers(a)) !== 'evaluate') return [];
      // Verdicts go with every act; the decider's record with a decision alone.
      const decides = act?.['state'] === 'decided' || act?.['state'] === 'unrated';
      return decides ? [] : act ? deciderKeys : ['verdicts', ...deciderKeys];
    },
  };
}
