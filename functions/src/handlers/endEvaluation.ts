// The end of the evaluation: silence of those who were asked is recorded, and Phiếu tổng hợp goes up as dự kiến (domain.md sections 6 and 7).
import { collectionOf, refOf } from '../schema/refs.ts';
import { recountConsultations } from './consultationWritten.ts';
import { converge } from './converge.ts';
import type { DeadlineCall } from './keepDeadline.ts';
import type { Ports } from './ports.ts';

export async function endEvaluation(ports: Ports, { org, month, at, cycle }: DeadlineCall): Promise<void> {
  const asked = await ports.documents.find(collectionOf(org, 'consultations'), [
    ['month', month],
    ['state', 'asked'],
  ]);
  for (const { id, data } of asked) {
    await converge(ports.documents, refOf(org, 'consultations', id), (now) =>
      now.data.state === 'asked' ? { state: 'silent' as const } : null,
    );
    await recountConsultations(ports, org, data.person, month);
  }
  for (const unit of cycle.data.units) {
    await ports.tasks.enqueue(
      'renderReport',
      `${org}/${month}/${unit}/forecast/1`,
      { org, month, unit, kind: 'forecast', version: 1 },
      at,
    );
  }
}
