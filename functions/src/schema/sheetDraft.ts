// What the page of a sheet needs of it without the schema library: the empty part of a person, and its closed lists.
import type { SheetDraft } from './sheet.ts';

export const selfRemedyStates = ['planned', 'underway', 'remedied'] as const;
export const taskKinds = ['planned', 'unplanned'] as const;

/** The person's part as it stands when the cycle opens; rev 0 was written by no client. */
export function emptyDraft(): SheetDraft {
  return {
    tasks: {},
    taskDue: {},
    taskKind: {},
    taskState: {},
    taskResult: {},
    taskWhy: {},
    conduct: '',
    strengths: '',
    weaknesses: '',
    causes: '',
    undone: 0,
    joint: 0,
    jointLate: 0,
    procedures: 0,
    proceduresLate: 0,
    proceduresOff: 0,
    share: '',
    initiative: '',
    score1: 0,
    score21: 0,
    score22: 0,
    points: '',
    rowSection: {},
    rowResult: {},
    rowCause: {},
    rowRemedy: {},
    rowDelay: {},
    rowNote: {},
    rowCodes: {},
    rowDegree: {},
    rowDue: {},
    rowRemedyState: {},
    rowFinding: {},
    nothing: false,
    nextTasks: {},
    nextDue: {},
    nextRemedies: '',
    headDuty: '',
    headWords: {},
  };
}
