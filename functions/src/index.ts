// Every function that is deployed; what each does stands in triggers/README.md.
export {
  onAssessmentWritten,
  onChangeWritten,
  onConsultationWritten,
  onDelegationWritten,
  onFindingWritten,
  onNoteWritten,
  onPersonWritten,
  onSheetWritten,
  onUnitSheetWritten,
} from './triggers/documents.ts';
export { every28th, everyDay } from './triggers/schedules.ts';
export { keepDeadline, keepDelegation, rebuildUnit, renderReport } from './triggers/tasks.ts';
