// What makes one sample's April its own: who stands out, who plays which part, and when which group files and is evaluated.
import type { Authority } from '../../../functions/src/domain/authorityTypes.ts';
import type { Unit } from '../../../functions/src/domain/organisation.ts';
import type { Level, Rating } from '../../../functions/src/domain/words.ts';
import type { Finding } from '../../../functions/src/schema/finding.ts';
import type { ReportKind } from '../../../functions/src/schema/paths.ts';
import type { Pool } from '../texts/tasks.ts';
import type { Act, Scene } from './acts.ts';
import type { Exception } from './exceptions.ts';

/** People by the part they play in what every sample shows: attempts that must be refused, reading at the end. */
export interface Parts {
  /** Evaluated and decided by the head of their unit; a colleague beside. */
  oneStep: { person: string; colleague: string; head: string; unit: string };
  /** A leader who decides on that head. */
  headsDecider: string;
  twoSteps: { person: string; evaluator: string; head: string };
  /** Decided by `head` of the two steps with a change, so that a change after publication would be tempting. */
  decided: string;
  leader: { person: string; decider: string };
  /** With a finding that is open at the close, and a colleague of the unit. */
  withFinding: { person: string; colleague: string };
  /** Of whom the inspection committee records a suspicion. */
  inspected: string;
  inspector: string;
  otherInspector: string;
  aggregator: string;
  offices: { party: string; government: string };
}

/** What the decider of a unit's head gives the unit. */
export interface UnitScript {
  rating: Rating;
  level: Level;
  reason: string;
  /** Why the head is rated above it (NĐ 335 Điều 20.6). */
  above: string;
}

/** Names of a sample's groups of people who act on the same day. */
export interface Wave {
  title: string;
  groups: readonly string[];
}

export const sceneNames = ['secondFiling', 'thirdFiling', 'evaluation', 'decision', 'tooLate'] as const;
export type SceneName = (typeof sceneNames)[number];

/** What has happened when somebody opens `npm start`. */
export interface Opening {
  /** Units whose people have laid down their plan, and people who have beside. */
  livelyUnits: ReadonlySet<string>;
  planners: readonly string[];
  headsOfUnits: readonly (readonly [who: string, unit: string])[];
  /** So that every queue of the demo accounts holds something. */
  filed: readonly string[];
  recorded: readonly Act[];
  evaluated: readonly Act[];
}

export interface Casebook {
  parts: Parts;
  exceptions: Readonly<Record<string, Exception>>;
  /** Hoàn thành xuất sắc, and Hoàn thành nhiệm vụ, beyond the exceptions. */
  excellent: ReadonlySet<string>;
  adequate: ReadonlySet<string>;
  /** Who files nothing; who is away the whole month. */
  silent: ReadonlySet<string>;
  away: ReadonlySet<string>;
  /** Heads whose unit's plan and report don't come. */
  withoutUnitSheet: ReadonlySet<string>;
  /** Units that are rated in the act on their head; the others are passed over at publication. */
  unitRatings: Readonly<Record<string, UnitScript>>;
  /** Whose head files the plan of the year with April's, and again when something arises. */
  yearPlan: { who: string; unit: string };
  /** Units whose figures the Offices leave out. */
  withoutFigures: readonly string[];
  late: string;
  returned: { person: string; by: string; note: string };
  /** About whom those asked stay silent. */
  silentConsultation: string;
  /** The body with which the leader decides on rows 1 to 3. */
  collective: string;
  /** Group of somebody who neither heads nor leads. */
  groupOf: (authority: Authority, unit: Unit) => string;
  plans: readonly [Wave, Wave, Wave];
  filings: readonly [Wave, Wave, Wave];
  /** Evaluated as soon as they have filed; the others after the deadline. */
  early: Wave;
  lateEvaluation: string;
  /** Who heads a unit of the government block and files with the party's heads, a working day early. */
  earlyHeads: readonly string[];
  /** Scenes in which findings are recorded, confirmed and remedied before anybody files. */
  findings: readonly Scene[];
  /** Acts of this sample's own in a scene that every sample has. */
  special: Readonly<Partial<Record<SceneName, readonly Act[]>>>;
  /** Where the pool of texts doesn't follow from the kind of unit. */
  pools: Readonly<Record<string, Pool>>;
  /** Words of the texts that are another sample's. */
  wording: readonly (readonly [from: string, to: string])[];
  march: () => Map<string, Finding>;
  /** The expected outcome, worked out by hand. */
  expected: URL;
  /** Downloads that must be refused; each has a near-identical one that is allowed. */
  refusedDownloads: readonly (readonly [by: string | null, kind: ReportKind, key: string])[];
  opening: Opening;
  /** The accounts that show the most of the system, with what one sees there. */
  accounts: readonly (readonly [person: string, role: string])[];
}

/** Near-identical to what somebody else may: a colleague, another unit's head, a visitor who isn't signed in. */
export function refusedDownloadsOf({ oneStep, twoSteps }: Parts): Casebook['refusedDownloads'] {
  const { person, colleague, unit } = oneStep;
  return [
    [colleague, 'phieu-01', person],
    [twoSteps.head, 'phieu-01', person],
    [null, 'phieu-01', person],
    [person, 'phieu-02', unit],
    [twoSteps.head, 'phieu-02', unit],
    [null, 'phieu-02-du-kien', unit],
  ];
}
