// Recounts who still owes the decider an answer; silence past the deadline is recorded and blocks nothing (domain.md section 6).
import { personMonthId } from '../schema/paths.ts';
import { collectionOf, refOf } from '../schema/refs.ts';
import { converge } from './converge.ts';
import type { Ports } from './ports.ts';

export async function consultationWritten(
  ports: Pick<Ports, 'documents'>,
  org: string,
  id: string,
): Promise<void> {
  const consultation = await ports.documents.get(refOf(org, 'consultations', id));
  if (!consultation) return;
  const { person, month } = consultation.data;
  await recountConsultations(ports, org, person, month);
}

export async function recountConsultations(
  { documents }: Pick<Ports, 'documents'>,
  org: string,
  person: string,
  month: string,
): Promise<void> {
  await converge(documents, refOf(org, 'assessments', personMonthId(person, month)), async () => {
    const all = await documents.find(collectionOf(org, 'consultations'), [
      ['person', person],
      ['month', month],
    ]);
    // Nobody waits for the note of a former head.
    const open = all.filter(({ data }) => data.state === 'asked' && data.kind !== 'former-head');
    return { consultsOpen: open.length };
  });
}
