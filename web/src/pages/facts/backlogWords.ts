// What the form of a backlog asks for, and whether it was given; a later date is counted and wants its reason.
import { leastFactWords, type Competence } from '../../../../functions/src/domain/facts.ts';
import type { CivilDate } from '../../../../functions/src/domain/words.ts';
import type { StoredBacklog } from '../../../../functions/src/schema/backlog.ts';
import type { Fault } from '../../parts/ErrorSummary.tsx';

export interface BacklogWords {
  text: string;
  since: CivilDate | null;
  competence: Competence;
  plan: string;
  proposal: string;
  due: CivilDate | null;
  putOff: number;
  why: string;
  hard: boolean;
}

export const emptyBacklog: BacklogWords = {
  ...{ text: '', since: null, competence: 'own', plan: '', proposal: '', due: null },
  ...{ putOff: 0, why: '', hard: false },
};

type Before = Pick<StoredBacklog, 'due' | 'putOff' | 'why'>;

export const isPutOff = (w: BacklogWords, before: Before | null): boolean =>
  before !== null && w.due !== null && w.due > before.due;

export function checkBacklog(w: BacklogWords, before: Before | null, today: CivilDate): Fault[] {
  const faults: Fault[] = [];
  const want = (missing: boolean, field: keyof BacklogWords, text: string) => {
    if (missing) faults.push({ id: `backlog.${field}`, text });
  };
  want(before === null && w.text.trim().length < leastFactWords, 'text', 'Nêu việc, nội dung còn tồn tại');
  want(
    before === null && (w.since === null || w.since > today),
    'since',
    'Nhập ngày phát sinh, không sau hôm nay',
  );
  want(w.competence === 'own' && w.plan.trim() === '', 'plan', 'Nêu kế hoạch giải quyết');
  want(w.competence === 'beyond' && w.proposal.trim() === '', 'proposal', 'Nêu nội dung đề xuất cấp trên');
  want(w.due === null || (before === null && w.due < today), 'due', 'Nhập thời hạn, từ hôm nay trở đi');
  want(isPutOff(w, before) && (w.why.trim() === '' || w.why === before?.why), 'why', 'Nêu lý do lùi hạn');
  return faults;
}

/** The holder's fields as they are written: the rules count a later date by one and keep the reason otherwise. */
export function drivenFields(w: BacklogWords & { due: CivilDate }, before: Before | null) {
  const { competence, plan, proposal, due, hard } = w;
  if (before === null) return { competence, plan, proposal, due, hard, putOff: w.putOff, why: '' };
  const later = isPutOff(w, before);
  return {
    ...{ competence, plan, proposal, due, hard },
    putOff: later ? before.putOff + 1 : before.putOff,
    why: later ? w.why : before.why,
  };
}
