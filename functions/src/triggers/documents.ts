// Triggers on documents: each takes the key from its event and lets a handler converge.
import { isDeepStrictEqual } from 'node:util';
import { onDocumentWritten } from 'firebase-functions/v2/firestore';
import { withAccounts, withEvidence } from '../app.ts';
import type { EvidenceSource } from '../domain/evidence.ts';
import { appealWritten } from '../handlers/appealWritten.ts';
import { assessmentWritten } from '../handlers/assessmentWritten.ts';
import { backlogWritten } from '../handlers/backlogWritten.ts';
import { changeWritten } from '../handlers/changeWritten.ts';
import { consultationWritten } from '../handlers/consultationWritten.ts';
import { coordinationWritten } from '../handlers/coordinationWritten.ts';
import { delegationWritten } from '../handlers/delegationWritten.ts';
import { filesFollowDelegation, filesFollowSource } from '../handlers/fileReaders.ts';
import { fileWritten } from '../handlers/fileWritten.ts';
import { findingWritten } from '../handlers/findingWritten.ts';
import { limitationWritten } from '../handlers/limitationWritten.ts';
import { noteWritten } from '../handlers/noteWritten.ts';
import { decemberWritten } from '../handlers/openYear.ts';
import { outsideResultWritten } from '../handlers/outsideResultWritten.ts';
import { personWritten } from '../handlers/personWritten.ts';
import { replacementWritten } from '../handlers/replacementWritten.ts';
import { sheetWritten } from '../handlers/sheetWritten.ts';
import { templateWritten } from '../handlers/templateWritten.ts';
import { unitFindingWritten } from '../handlers/unitFindingWritten.ts';
import { unitPlanWritten } from '../handlers/unitPlanWritten.ts';
import { unitSheetWritten } from '../handlers/unitSheetWritten.ts';
import { yearWritten } from '../handlers/yearWritten.ts';
import {
  onActed,
  onRemoved,
  onSaved,
  onTurned,
  onUpdated,
  onWritten,
  options,
  type Saved,
  type Work,
} from './saved.ts';

// A saved draft concerns nobody but its author: it costs no read.
const isSubmitted = ({ state }: Saved) => state === 'submitted';
const isSent = ({ state }: Saved) => state === 'sent';
const isAct = (after: Saved, before: Saved | null) =>
  after.state !== before?.state || !isDeepStrictEqual(after.verdicts, before?.verdicts);

/** The answer to an appeal is saved before it is given; person and decider speak with every write of theirs. */
const isSaid = (after: Saved, before: Saved | null) =>
  after.state !== before?.state ||
  !isDeepStrictEqual([after.savedAt, after.notedAt], [before?.savedAt, before?.notedAt]);

export const onSheetWritten = onUpdated(
  'sheets',
  onActed('onSheetWritten', 'sheets', sheetWritten, isSubmitted),
);
/** December's decision opens the year; it follows the month's own act, which numbers the version. */
const followAssessment: Work = async (ports, org, id) => {
  await assessmentWritten(ports, org, id);
  await decemberWritten(ports, org, id);
};
export const onAssessmentWritten = onUpdated(
  'assessments',
  onActed('onAssessmentWritten', 'assessments', followAssessment, isAct),
);
export const onYearAssessmentWritten = onUpdated(
  'yearAssessments',
  onActed('onYearAssessmentWritten', 'yearAssessments', yearWritten, isAct),
);
// Functions ask by rule with rev 0, which is nobody's act.
export const onConsultationWritten = onWritten(
  'consultations',
  onSaved('onConsultationWritten', consultationWritten, ({ rev }) => rev !== 0),
);
export const onUnitSheetWritten = onUpdated(
  'unitSheets',
  onSaved('onUnitSheetWritten', unitSheetWritten, isSubmitted),
);
/** Filed, or taken up again. */
const isMoved = (after: Saved, before: Saved | null) => after.state !== before?.state;
export const onUnitPlanWritten = onUpdated(
  'unitPlans',
  onSaved('onUnitPlanWritten', unitPlanWritten, isMoved),
);
// Functions too tell of a finding whom it is about, put somebody else in charge and switch delegations: files follow.
const followReaders =
  (collection: EvidenceSource): Work =>
  ({ documents }, org, id) =>
    filesFollowSource(documents, org, `${collection}/${id}`);
const followGiver: Work = ({ documents }, org, id) =>
  filesFollowDelegation(documents, org, id.split('_')[0] ?? '');
const readersOfFinding = ['notified', 'evaluator', 'decider', 'unit', 'block'];
const readersOfUnitFinding = ['notified', 'head', 'evaluator', 'decider', 'block'];
const readersOfAppeal = ['answerer', 'decider', 'above', 'overdue'];
export const onFindingWritten = onWritten('findings', async (event) => {
  await onActed('onFindingWritten', 'findings', findingWritten)(event);
  await onTurned('onFindingWritten', followReaders('findings'), readersOfFinding)(event);
});
export const onDelegationWritten = onWritten('delegations', async (event) => {
  await onSaved('onDelegationWritten', delegationWritten)(event);
  await onTurned('onDelegationWritten', followGiver, ['active', 'acts', 'unit'])(event);
});
export const onAppealWritten = onWritten('appeals', async (event) => {
  await onSaved('onAppealWritten', appealWritten, isSaid)(event);
  await onTurned('onAppealWritten', followReaders('appeals'), readersOfAppeal)(event);
});
const followFile: Work = (ports, org, id) => withEvidence(ports, (all) => fileWritten(all, org, id));
// A function says who reads a file, and the object follows. Contents of 10 MiB pass through it.
export const onFileWritten = onDocumentWritten({ ...options('files'), memory: '512MiB' }, async (event) => {
  await onSaved('onFileWritten', followFile)(event);
  await onTurned('onFileWritten', followFile, ['readers'])(event);
});
export const onTemplateWritten = onUpdated(
  'templates',
  onSaved('onTemplateWritten', templateWritten, isSent),
);
export const onOutsideResultWritten = onWritten(
  'outsideResults',
  onSaved('onOutsideResultWritten', outsideResultWritten),
);
export const onNoteWritten = onWritten('notes', onSaved('onNoteWritten', noteWritten));
export const onLimitationWritten = onWritten(
  'limitations',
  onSaved('onLimitationWritten', limitationWritten),
);
export const onCoordinationWritten = onWritten(
  'coordinations',
  onSaved('onCoordinationWritten', coordinationWritten),
);
export const onBacklogWritten = onWritten('backlogs', onSaved('onBacklogWritten', backlogWritten));
export const onReplacementWritten = onWritten(
  'replacements',
  onSaved('onReplacementWritten', replacementWritten, ({ rev }) => rev !== 0),
);
export const onUnitFindingWritten = onWritten('unitFindings', async (event) => {
  await onActed('onUnitFindingWritten', 'unitFindings', unitFindingWritten)(event);
  await onTurned('onUnitFindingWritten', followReaders('unitFindings'), readersOfUnitFinding)(event);
});
const followPerson: Work = (ports, org, id) => withAccounts(ports, (all) => personWritten(all, org, id));
// A change of the organisation raises the revision for the clerk who sent it; that is what this follows.
export const onPersonWritten = onWritten('people', async (event) => {
  await onSaved('onPersonWritten', followPerson)(event);
  await onRemoved('onPersonWritten', followPerson)(event);
});
// A list of thousands of people is read, judged and written as a whole.
export const onChangeWritten = onDocumentWritten(
  { ...options('changes'), memory: '512MiB', timeoutSeconds: 300 },
  onSaved('onChangeWritten', changeWritten, isSent),
);
