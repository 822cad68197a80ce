// The end of the evaluation: who opened late and filed nothing is put before their evaluator, and Phiếu tổng hợp goes up as dự kiến (S3 6.3).
import { filingDeadlineOf } from '../domain/deadlines.ts';
import { collectionOf } from '../schema/refs.ts';
import { escalate } from './escalate.ts';
import type { DeadlineCall } from './keepDeadline.ts';
import { layUnfiled } from './layUnfiled.ts';
import type { Ports } from './ports.ts';

export async function endEvaluation(ports: Ports, { org, month, at, cycle }: DeadlineCall): Promise<void> {
  await lateUnfiled(ports, { org, month, at, cycle });
  const { evaluate: deadline, decide: close } = cycle.data.deadlines;
  await escalate(ports, org, month, { deadline, close, at });
  for (const unit of cycle.data.units) {
    await ports.tasks.enqueue(
      'renderReport',
      `${org}/${month}/${unit}/forecast/1`,
      { org, month, unit, kind: 'forecast', version: 1 },
      at,
    );
  }
}

/**
 * A sheet opened after the filing deadlines has a date of its own, which those deadlines didn't look at. One without is
 * found here where the task of its deadline was lost, and is laid as of that deadline all the same.
 */
export async function lateUnfiled(ports: Ports, { org, month, at, cycle }: DeadlineCall): Promise<void> {
  const open = await ports.documents.find(collectionOf(org, 'sheets'), [
    ['month', month],
    ['stage', 'open'],
  ]);
  const due = open.filter(({ data }) => data.firstFiledAt === null && data.due <= at);
  for (const { data } of due) {
    const missed = cycle.data.deadlines[filingDeadlineOf(data)];
    await layUnfiled(ports, org, data, data.due === missed ? missed : at);
  }
}
