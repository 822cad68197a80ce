// A person filed or completed an appeal, who decided noted something, or it was answered: each is followed from the document as it stands.
import { vacant } from '../domain/vacant.ts';
import type { Moment, ServerTime } from '../domain/moment.ts';
import type { Appeal } from '../schema/appeal.ts';
import type { Stamp } from '../schema/fields.ts';
import { cycleRef, refOf, resultRef } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { closeAppeal } from './closeAppeal.ts';
import { converge } from './converge.ts';
import { lockAfterAppeal } from './lockMonth.ts';
import type { Documents, Ports } from './ports.ts';
import { takenAt } from './takeAppeal.ts';

export async function appealWritten(ports: Ports, org: string, id: string): Promise<void> {
  const { documents, clock } = ports;
  const momentOf = (stamp: Stamp) => clock.momentOf(stamp.toMillis() as ServerTime);
  const taken = await converge(documents, refOf(org, 'appeals', id), async ({ data }) => {
    if (!data.savedAt) return null;
    const at = await momentOf(data.savedAt);
    if (data.filedAt === null) return takenAt(documents, org, data, at);
    return { log: completed(org, id, data, at, data.notedAt && (await momentOf(data.notedAt))) };
  });
  if (!taken) return;
  await tell(documents, org, taken.data);
  if (taken.data.state === 'refused' && taken.data.filedAt !== null)
    await lockAfterAppeal(documents, org, taken.data, taken.data.filedAt);
  await closeAppeal(ports, org, taken);
}

/** What person and decider added since, each once by its moment. */
function completed(org: string, id: string, data: Appeal, at: Moment, notedAt: Moment | null) {
  const { path } = refOf(org, 'appeals', id);
  const entry = { forWhom: null, before: null, after: `rev ${data.rev}` };
  const isAmended = at !== data.filedAt && !data.log.some((one) => one.what === 'amend' && one.at === at);
  const isNoted = notedAt !== null && !data.log.some((one) => one.what === 'note' && one.at === notedAt);
  const amended = isAmended
    ? logged(path, data.log, { ...entry, at, who: data.person, what: 'amend' })
    : data.log;
  return isNoted
    ? logged(path, amended, { ...entry, at: notedAt, who: data.decider, what: 'note' })
    : amended;
}

/** Whoever answers reads the result from now on; where nobody is found, the month names it for the clerk. */
export async function tell(documents: Documents, org: string, appeal: Appeal): Promise<void> {
  const { person, month, answerer, gap, state } = appeal;
  if (answerer !== '' && answerer !== vacant) {
    await converge(documents, resultRef(org, person, month), ({ data }) =>
      data.answerers.includes(answerer) ? null : { answerers: [...data.answerers, answerer] },
    );
  }
  const own = `${person}: Kiến nghị về kết quả`;
  await converge(documents, cycleRef(org, month), ({ data }) => {
    const others = data.gaps.filter((one) => !one.startsWith(own));
    const isOpen = state === 'filed' && gap !== '';
    return { gaps: isOpen ? [...others, `${own}: ${gap}`].sort() : others };
  });
}
