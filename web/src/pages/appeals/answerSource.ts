// The answer to an appeal as a form's source.
import type { Appeal, StoredAppeal } from '../../../../functions/src/schema/appeal.ts';
import type { Source } from '../../data/editor.ts';
import { readDocument, updateDocument } from '../../data/firestore.ts';
import type { Me } from '../../session.ts';

export type AnswerDraft = Pick<
  Appeal,
  | 'answer'
  | 'outcome'
  | 'dScore1'
  | 'dScore21'
  | 'dScore22'
  | 'dPoints'
  | 'dRating'
  | 'dLevel'
  | 'participants'
>;

/** Fields that a function left at their defaults are absent from the document. */
export const answerOf = (a: StoredAppeal): AnswerDraft => ({
  answer: a.answer ?? '',
  outcome: a.outcome ?? null,
  dScore1: a.dScore1 ?? 0,
  dScore21: a.dScore21 ?? 0,
  dScore22: a.dScore22 ?? 0,
  dPoints: a.dPoints ?? '',
  dRating: a.dRating ?? null,
  dLevel: a.dLevel ?? null,
  participants: a.participants ?? '',
});

export const mayGive = (a: StoredAppeal, me: string) =>
  a.state === 'filed' && a.answerer === me && !(a.struck ?? []).includes(me);

export function answerSource(me: Me, id: string): Source<StoredAppeal, AnswerDraft> {
  return {
    key: `${me.org}/${me.pid}/appeals/${id}/answer`,
    read: () => readDocument<StoredAppeal>(me.org, 'appeals', id),
    write: (change, rev) =>
      updateDocument(me.org, 'appeals', id, { ...change, rev, actor: me.pid, actedFor: null }, ['actedAt']),
    // The person reads the appeal: the answer stays on this device until it is given, and goes whole.
    heldBack: (a) => Object.keys(answerOf(a)) as (keyof AnswerDraft)[],
    draftOf: answerOf,
    isEditable: (a) => mayGive(a, me.pid),
  };
}
