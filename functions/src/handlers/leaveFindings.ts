// Hands open findings of earlier months on from somebody who has left to whoever judges their subject now.
import { vacant } from '../domain/vacant.ts';
import type { Finding } from '../schema/finding.ts';
import { collectionOf, findingRef, refOf } from '../schema/refs.ts';
import { converge } from './converge.ts';
import type { Documents } from './ports.ts';

export async function leaveFindings(documents: Documents, org: string, id: string): Promise<void> {
  const [evaluated, decided] = await Promise.all([
    documents.find(collectionOf(org, 'findings'), [['evaluator', id]]),
    documents.find(collectionOf(org, 'findings'), [['decider', id]]),
  ]);
  const open = [...evaluated, ...decided].filter(({ data }) => isOpen(data));
  for (const finding of new Map(open.map((one) => [one.id, one])).values()) {
    const subject = await documents.get(refOf(org, 'people', finding.data.subject));
    // One who judges alone stands twice in it, once in the list.
    const judges = (subject?.data.judgedBy ?? []).filter((one) => one !== id);
    await converge(documents, findingRef(org, finding.id), ({ data }): Partial<Finding> | null =>
      isOpen(data) ? handedOn(data, id, judges) : null,
    );
  }
}

const isOpen = ({ state }: Finding) => state === 'suspected' || state === 'confirmed';

/** The other of the two who judge the subject, where one of them stays what they are. */
function handedOn({ evaluator, decider }: Finding, id: string, judges: readonly string[]): Partial<Finding> {
  const next = (other: string) => judges.find((one) => one !== other) ?? judges[0] ?? vacant;
  const nextDecider = decider === id ? next(evaluator) : decider;
  return { evaluator: evaluator === id ? next(nextDecider) : evaluator, decider: nextDecider };
}
