// Every function that is deployed; what each does stands in triggers/README.md.
export {
  onAppealWritten,
  onAssessmentWritten,
  onBacklogWritten,
  onChangeWritten,
  onConsultationWritten,
  onCoordinationWritten,
  onDelegationWritten,
  onFileWritten,
  onFindingWritten,
  onLimitationWritten,
  onNoteWritten,
  onOutsideResultWritten,
  onPersonWritten,
  onReplacementWritten,
  onSheetWritten,
  onTemplateWritten,
  onUnitFindingWritten,
  onUnitPlanWritten,
  onUnitSheetWritten,
  onYearAssessmentWritten,
} from './triggers/documents.ts';
export { every28th, everyDay } from './triggers/schedules.ts';
export { keepDeadline, keepDelegation, rebuildUnit, rebuildYear, renderReport } from './triggers/tasks.ts';
