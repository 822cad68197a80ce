// The end of the time to answer: silence of those who were asked, or who may propose, is noted and blocks nothing (domain.md section 6).
import type { Moment } from '../domain/moment.ts';
import type { Month } from '../domain/words.ts';
import type { Consultation } from '../schema/consultation.ts';
import { collectionOf, refOf } from '../schema/refs.ts';
import { recountConsultations } from './consultationWritten.ts';
import { converge } from './converge.ts';
import type { DeadlineCall } from './keepDeadline.ts';
import type { Ports } from './ports.ts';

export async function endConsultation(ports: Ports, { org, month, at }: DeadlineCall): Promise<void> {
  await noteSilence(ports, org, month, at);
}

/** What was asked late has a date of its own, so each is looked at by its own. */
export async function noteSilence(
  { documents }: Pick<Ports, 'documents'>,
  org: string,
  month: Month,
  at: Moment,
): Promise<void> {
  const asked = await documents.find(collectionOf(org, 'consultations'), [
    ['month', month],
    ['state', 'asked'],
  ]);
  for (const { id, data } of asked.filter((one) => isOver(one.data, at))) {
    await converge(documents, refOf(org, 'consultations', id), (now) =>
      now.data.state === 'asked' && isOver(now.data, at) ? { state: 'silent' as const } : null,
    );
    await recountConsultations({ documents }, org, data.person, month);
  }
}

const isOver = ({ due }: Consultation, at: Moment) => due !== null && due <= at;
