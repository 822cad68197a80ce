// Points that leave their template never become a result: the filing or the act that carried them goes back, and says why (domain.md section 4).
import type { FilingGap } from '../domain/filingGap.ts';
import type { Moment } from '../domain/moment.ts';
import { scoreFaults } from '../domain/scoringFaults.ts';
import type { Template } from '../domain/templates.ts';
import { deciderScores, evaluatorScores, type Assessment } from '../schema/assessment.ts';
import { refOf, sheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { logged, type Act } from './audit.ts';
import { converge } from './converge.ts';
import { system } from './opening.ts';
import type { Documents } from './ports.ts';

const returnedText = (template: Template, faults: readonly FilingGap[]) =>
  `Hệ thống trả lại vì điểm không theo mẫu ${template.id} (${template.clause}): ${faults.map(({ message }) => message).join('; ')}.`;

const actOf = (at: Moment, before: string, after: string, reason: string): Act => ({
  ...{ at, who: system, forWhom: null, what: 'refuse', before, after, reason },
});

/** True where the filing was refused: the sheet is open again, its date and its first filing as they were. */
export async function refuseFiling(
  documents: Documents,
  org: string,
  sheet: Sheet,
  template: Template,
  at: Moment,
): Promise<boolean> {
  const faults = scoreFaults(template, sheet);
  if (faults.length === 0) return false;
  const ref = sheetRef(org, sheet.person, sheet.month);
  const returnNote = returnedText(template, faults);
  await converge(documents, ref, ({ data }) =>
    data.rev === sheet.rev && data.state === 'submitted'
      ? {
          state: 'open' as const,
          returnNote,
          log: logged(ref.path, data.log, actOf(at, 'submitted', 'open', returnNote)),
        }
      : null,
  );
  return true;
}

/** Faults of whoever's points the state rests on; none before anybody has evaluated. */
export function judgedFaults(template: Template, a: Assessment): FilingGap[] {
  if (a.state === 'evaluated') return scoreFaults(template, evaluatorScores(a));
  if (a.state !== 'decided') return [];
  return [...scoreFaults(template, evaluatorScores(a)), ...scoreFaults(template, deciderScores(a))];
}

/** True where the act was refused: it waits for the evaluator again, or for the decider where only the decision is to blame. */
export async function refuseAct(
  documents: Documents,
  org: string,
  id: string,
  { assessment, template, at }: { assessment: Assessment; template: Template; at: Moment },
): Promise<boolean> {
  const faults = judgedFaults(template, assessment);
  if (faults.length === 0) return false;
  const ref = refOf(org, 'assessments', id);
  const isEvaluated = scoreFaults(template, evaluatorScores(assessment)).length === 0;
  const state = isEvaluated ? ('evaluated' as const) : ('waiting' as const);
  const note = returnedText(template, faults);
  await converge(documents, ref, ({ data }) =>
    data.rev === assessment.rev && data.state === assessment.state && !data.frozen
      ? {
          ...{ state, note, waitingSince: at },
          log: logged(ref.path, data.log, actOf(at, assessment.state, state, note)),
        }
      : null,
  );
  return true;
}
