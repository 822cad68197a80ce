// A request or an answer was written: asks whom the decider named, and recounts who still owes the decider an answer (domain.md section 6).
import { personMonthId } from '../schema/paths.ts';
import { collectionOf, refOf } from '../schema/refs.ts';
import { askOnRequest } from './askOnRequest.ts';
import { converge } from './converge.ts';
import type { Ports } from './ports.ts';

const waited: readonly string[] = ['consult', 'propose'];

export async function consultationWritten(
  ports: Pick<Ports, 'documents' | 'clock'>,
  org: string,
  id: string,
): Promise<void> {
  const consultation = await ports.documents.get(refOf(org, 'consultations', id));
  if (!consultation) return;
  const { person, month, kind, due } = consultation.data;
  if (kind === 'request' && due === null) await askOnRequest(ports, org, id);
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
    // Nobody waits for the note of a former head, nor for what the decider asked besides.
    const open = all.filter(({ data }) => data.state === 'asked' && waited.includes(data.kind));
    return { consultsOpen: open.length };
  });
}
