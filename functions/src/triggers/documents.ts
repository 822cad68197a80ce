// Triggers on documents: each takes the key from its event and lets a handler converge.
import { onDocumentWritten, type DocumentOptions } from 'firebase-functions/v2/firestore';
import { withAccounts, withPorts } from '../app.ts';
import { assessmentWritten } from '../handlers/assessmentWritten.ts';
import { consultationWritten } from '../handlers/consultationWritten.ts';
import { findingWritten } from '../handlers/findingWritten.ts';
import { personWritten } from '../handlers/personWritten.ts';
import type { Ports } from '../handlers/ports.ts';
import { sheetWritten } from '../handlers/sheetWritten.ts';
import { unitSheetWritten } from '../handlers/unitSheetWritten.ts';
import { region } from '../params.ts';
import { triggerPattern, type CollectionName } from '../schema/paths.ts';

/** `retry`: without it a failing event is dropped, and with it an act of a person. */
const options = (collection: CollectionName): DocumentOptions<string> => ({
  document: triggerPattern(collection),
  region,
  retry: true,
  memory: '256MiB',
});

const revOf = (data: unknown): unknown => (data as { rev?: unknown } | undefined)?.rev;

/**
 * A trigger on `collection` that reacts to `rev` alone: clients raise it with every write and functions never do,
 * so what a handler writes back cannot call it again.
 */
function onRev(
  collection: CollectionName,
  fn: string,
  work: (ports: Ports, org: string, id: string) => Promise<void>,
) {
  return onDocumentWritten(options(collection), async (event) => {
    const after = event.data?.after.data();
    if (!after || revOf(event.data?.before.data()) === revOf(after)) return;
    const { org, id } = event.params as { org: string; id: string };
    await withPorts(fn, (ports) => work(ports, org, id));
  });
}

export const onSheetWritten = onDocumentWritten(options('sheets'), async (event) => {
  const after = event.data?.after.data();
  // A saved draft concerns nobody but its author: it costs no read.
  if (!after || revOf(event.data?.before.data()) === revOf(after) || after['state'] !== 'submitted') return;
  const { org, id } = event.params as { org: string; id: string };
  await withPorts('onSheetWritten', (ports) => sheetWritten(ports, org, id));
});
export const onAssessmentWritten = onRev('assessments', 'onAssessmentWritten', assessmentWritten);
export const onConsultationWritten = onRev('consultations', 'onConsultationWritten', consultationWritten);
export const onFindingWritten = onRev('findings', 'onFindingWritten', findingWritten);
export const onUnitSheetWritten = onRev('unitSheets', 'onUnitSheetWritten', unitSheetWritten);
export const onPersonWritten = onDocumentWritten(options('people'), async (event) => {
  const after = event.data?.after.data();
  if (!after || revOf(event.data?.before.data()) === revOf(after)) return;
  const { org, id } = event.params as { org: string; id: string };
  await withAccounts('onPersonWritten', (ports) => personWritten(ports, org, id));
});
