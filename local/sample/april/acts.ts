// The acts of the month as data: who does what, and the moment at which a scene of acts takes place.
import type { Block, CivilDate, Degree, Level, Rating } from '../../../functions/src/domain/words.ts';

/** A finding that an authority or the inspection committee records on any day (domain.md section 2). */
export interface NewFindingScript {
  subject: string;
  key: string;
  source: 'inspection' | 'evaluator';
  codes: string;
  fact: string;
  degree: Degree;
  due: CivilDate | null;
  state: 'suspected' | 'confirmed';
}

/** Attempts that the rules must refuse; each is one function of local/demo/attempts.ts. */
export const attempts = [
  'colleague-reads-sheet',
  'colleague-reads-assessment',
  'person-reads-own-assessment',
  'signed-out-reads-cycle',
  'submit-twice',
  'evaluate-oneself',
  'decide-before-evaluation',
  'evaluator-decides-two-step',
  'evaluate-leader-before-final-run',
  'forged-actor',
  'forged-finding-author',
  'forged-finding-authority',
  'confirm-own-finding',
  'inspector-confirms',
  'incomplete-filing',
  'other-block-figures',
  'person-reads-consultation',
  'person-writes-result',
  'act-after-publication',
  'colleague-reads-findings',
  'skip-rev',
] as const;
export type Attempt = (typeof attempts)[number];

export type Act =
  | { do: 'plan' | 'draft' | 'submit'; who: string }
  | { do: 'unitPlan' | 'unitFile'; who: string; unit: string }
  /** The unit's plan of the year: filed, and taken up and filed again. */
  | { do: 'yearPlan' | 'yearPlanAgain'; who: string; unit: string }
  /** Works through the queue: evaluates what waits, and decides at once where the person is evaluator and decider. */
  | { do: 'evaluate'; who: string; only?: readonly string[]; except?: readonly string[] }
  | { do: 'decide'; who: string }
  | { do: 'return'; who: string; person: string; note: string }
  | { do: 'unrate'; who: string; person: string; reason: string }
  | { do: 'answer'; who: string; except?: readonly string[] }
  | { do: 'figures'; who: string; block: Block; except: readonly string[] }
  | { do: 'record'; who: string; finding: NewFindingScript }
  | { do: 'confirm'; who: string; finding: string; due: CivilDate }
  | { do: 'begin' | 'report'; who: string; finding: string; remedy: string }
  | { do: 'accept'; who: string; finding: string; note: string }
  /** What was decided outside the organisation, entered from the document. */
  | {
      do: 'enter';
      who: string;
      person: string;
      rating: Rating;
      level: Level;
      document: string;
      day: CivilDate;
    }
  | { do: 'attempt'; attempt: Attempt };

export interface Scene {
  /** Local time, Asia/Ho_Chi_Minh. */
  at: string;
  title: string;
  acts: Act[];
}
