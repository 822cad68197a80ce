// Triggers on documents: each takes the key from its event and lets a handler converge.
import { isDeepStrictEqual } from 'node:util';
import type { Change } from 'firebase-functions/v2';
import {
  onDocumentUpdated,
  onDocumentWritten,
  type DocumentOptions,
  type DocumentSnapshot,
  type FirestoreEvent,
} from 'firebase-functions/v2/firestore';
import { withAccounts, withPorts } from '../app.ts';
import { appealWritten } from '../handlers/appealWritten.ts';
import { assessmentWritten } from '../handlers/assessmentWritten.ts';
import { backlogWritten } from '../handlers/backlogWritten.ts';
import { changeWritten } from '../handlers/changeWritten.ts';
import { consultationWritten } from '../handlers/consultationWritten.ts';
import { coordinationWritten } from '../handlers/coordinationWritten.ts';
import { delegationWritten } from '../handlers/delegationWritten.ts';
import { findingWritten } from '../handlers/findingWritten.ts';
import { limitationWritten } from '../handlers/limitationWritten.ts';
import { noteWritten } from '../handlers/noteWritten.ts';
import { decemberWritten } from '../handlers/openYear.ts';
import { personWritten } from '../handlers/personWritten.ts';
import type { Ports } from '../handlers/ports.ts';
import { sheetWritten } from '../handlers/sheetWritten.ts';
import { templateWritten } from '../handlers/templateWritten.ts';
import { unitSheetWritten } from '../handlers/unitSheetWritten.ts';
import { yearWritten } from '../handlers/yearWritten.ts';
import { region } from '../params.ts';
import { triggerPattern, type CollectionName } from '../schema/paths.ts';

/** `retry`: without it a failing event is dropped, and with it an act of a person. */
const options = (collection: CollectionName): DocumentOptions<string> => ({
  document: triggerPattern(collection),
  region,
  retry: true,
  memory: '256MiB',
});

interface Saved {
  rev: unknown;
  state: unknown;
  verdicts: unknown;
  savedAt: unknown;
  notedAt: unknown;
}
type Work = (ports: Ports, org: string, id: string) => Promise<void>;
type ChangeEvent = FirestoreEvent<Change<DocumentSnapshot> | undefined, Record<string, string>>;

const saved = (snapshot: DocumentSnapshot | undefined): Saved | null => {
  const data = snapshot?.data();
  if (!data) return null;
  const { rev, state, verdicts, savedAt, notedAt } = data;
  return { rev, state, verdicts, savedAt, notedAt };
};

/**
 * Calls `work` when a client has saved the document: clients raise `rev` with every write and functions never do, but
 * where they apply a client's change; so what a handler writes back cannot call it again.
 */
const onSaved =
  (fn: string, work: Work, concerns: (after: Saved, before: Saved | null) => boolean = () => true) =>
  async ({ data, params }: ChangeEvent): Promise<void> => {
    const [before, after] = [saved(data?.before), saved(data?.after)];
    if (!after || before?.rev === after.rev || !concerns(after, before)) return;
    await callAbout(fn, work, params);
  };

/** Calls `work` when the document is gone. */
const onRemoved =
  (fn: string, work: Work) =>
  async ({ data, params }: ChangeEvent): Promise<void> => {
    if (data?.before.exists && !data.after.exists) await callAbout(fn, work, params);
  };

async function callAbout(fn: string, work: Work, { org, id }: Record<string, string>): Promise<void> {
  if (org === undefined || id === undefined) throw new Error(`${fn} was registered without org and id`);
  await withPorts(fn, (ports) => work(ports, org, id));
}

/** Functions create these documents, so their creation is nobody's act and needs no call. */
const onUpdated = (collection: CollectionName, handler: (event: ChangeEvent) => Promise<void>) =>
  onDocumentUpdated(options(collection), handler);
/** Clients create these themselves. */
const onWritten = (collection: CollectionName, handler: (event: ChangeEvent) => Promise<void>) =>
  onDocumentWritten(options(collection), handler);

// A saved draft concerns nobody but its author: it costs no read.
const isSubmitted = ({ state }: Saved) => state === 'submitted';
const isSent = ({ state }: Saved) => state === 'sent';
const isAct = (after: Saved, before: Saved | null) =>
  after.state !== before?.state || !isDeepStrictEqual(after.verdicts, before?.verdicts);

/** The answer to an appeal is saved before it is given; person and decider speak with every write of theirs. */
const isSaid = (after: Saved, before: Saved | null) =>
  after.state !== before?.state ||
  !isDeepStrictEqual([after.savedAt, after.notedAt], [before?.savedAt, before?.notedAt]);

export const onSheetWritten = onUpdated('sheets', onSaved('onSheetWritten', sheetWritten, isSubmitted));
/** December's decision opens the year; it follows the month's own act, which numbers the version. */
const followAssessment: Work = async (ports, org, id) => {
  await assessmentWritten(ports, org, id);
  await decemberWritten(ports, org, id);
};
export const onAssessmentWritten = onUpdated(
  'assessments',
  onSaved('onAssessmentWritten', followAssessment, isAct),
);
export const onYearAssessmentWritten = onUpdated(
  'yearAssessments',
  onSaved('onYearAssessmentWritten', yearWritten, isAct),
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
export const onFindingWritten = onWritten('findings', onSaved('onFindingWritten', findingWritten));
export const onDelegationWritten = onWritten(
  'delegations',
  onSaved('onDelegationWritten', delegationWritten),
);
export const onAppealWritten = onWritten('appeals', onSaved('onAppealWritten', appealWritten, isSaid));
export const onTemplateWritten = onUpdated(
  'templates',
  onSaved('onTemplateWritten', templateWritten, isSent),
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
