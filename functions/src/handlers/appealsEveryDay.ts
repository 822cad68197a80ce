// Every night the appeals that wait are looked at: who was to answer and has left is replaced, and one past its date is named (domain.md section 7).
import { civilDateOf } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { vacant } from '../domain/vacant.ts';
import type { Appeal } from '../schema/appeal.ts';
import { collectionOf, refOf } from '../schema/refs.ts';
import { appealWritten, tell } from './appealWritten.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import { aboveOf, isPresent } from './findAnswerer.ts';
import { system } from './opening.ts';
import type { Documents, Ports } from './ports.ts';
import { assignedAgain } from './takeAppeal.ts';

export async function appealsEveryDay(ports: Ports, org: string, at: Moment): Promise<void> {
  const { documents } = ports;
  for (const { id, data } of await documents.find(collectionOf(org, 'appeals'), [['state', 'filed']])) {
    // An event that was lost for good: taken now, by the moment at which it was filed.
    if (data.filedAt === null) await appealWritten(ports, org, id);
    const followed = await converge(documents, refOf(org, 'appeals', id), async (current) => {
      if (current.data.state !== 'filed' || current.data.filedAt === null) return null;
      const again = await answererAgain(documents, org, current.data, at);
      const since = { ...current.data, ...again };
      return { ...again, ...(await overdue(documents, org, id, since, at)) };
    });
    if (followed && followed.data.filedAt !== null) await tell(documents, org, followed.data);
  }
}

async function answererAgain(
  documents: Documents,
  org: string,
  appeal: Appeal,
  at: Moment,
): Promise<Partial<Appeal>> {
  const { answerer } = appeal;
  if (answerer !== vacant && (await isPresent(documents, org, answerer, civilDateOf(at)))) return {};
  return (await assignedAgain(documents, org, appeal, at)) ?? {};
}

/** Stays filed: a timer decides nothing. Its answerer and whoever decides on them find it named. */
async function overdue(
  documents: Documents,
  org: string,
  id: string,
  appeal: Appeal,
  at: Moment,
): Promise<Partial<Appeal>> {
  const { due, month, answerer, struck, log } = appeal;
  if (due === null || due > at) return {};
  const above =
    answerer === vacant ? 'nobody' : await aboveOf(documents, org, answerer, { month, day: civilDateOf(at) });
  const named = typeof above !== 'string' && !struck.includes(above.id) ? above : null;
  const act = { at: due, who: system, forWhom: null, what: 'overdue', before: null, after: answerer };
  return {
    ...{ overdue: true, above: named?.id ?? '', aboveName: named?.name ?? '' },
    log: logged(refOf(org, 'appeals', id).path, log, act),
  };
}
