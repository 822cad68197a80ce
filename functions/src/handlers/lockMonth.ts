// The end of the window for appeals: published results are locked (domain.md section 7, states).
import { cycleRef, collectionOf, refOf } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import type { DeadlineCall } from './keepDeadline.ts';
import { system } from './opening.ts';
import type { Ports } from './ports.ts';

export async function lockMonth(ports: Ports, { org, month, at }: DeadlineCall): Promise<void> {
  // Of every month: one that was published late keeps its own window and is locked with a later month.
  const published = await ports.documents.find(collectionOf(org, 'results'), [['state', 'published']]);
  for (const { id, data } of published) {
    if (data.appealUntil > at) continue;
    await converge(ports.documents, refOf(org, 'results', id), (current) =>
      current.data.state === 'published'
        ? {
            state: 'locked' as const,
            log: logged(refOf(org, 'results', id).path, current.data.log, {
              at,
              who: system,
              forWhom: null,
              what: 'lock',
              before: 'published',
              after: 'locked',
            }),
          }
        : null,
    );
  }
  await converge(ports.documents, cycleRef(org, month), () => ({ state: 'locked' as const }));
}
