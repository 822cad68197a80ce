// The decider asked the committee member in charge: says what about and until when, and lets them read the sheet (S3 II.5, rows 3 and 7).
import { returnedDue } from '../domain/deadlines.ts';
import type { ServerTime } from '../domain/moment.ts';
import { assessmentRef, cycleRef, refOf, sheetRef } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { calendarIn } from './calendarIn.ts';
import { converge } from './converge.ts';
import type { Ports } from './ports.ts';

/** The question last: until it has a date it is asked anew, so that a replay completes what a kill left out. */
export async function askOnRequest(
  { documents, clock }: Pick<Ports, 'documents' | 'clock'>,
  org: string,
  id: string,
): Promise<void> {
  const ref = refOf(org, 'consultations', id);
  const question = await documents.get(ref);
  if (!question?.data.savedAt) return;
  const { person, month, who, decider, askedBy, savedAt } = question.data;
  const at = await clock.momentOf(savedAt.toMillis() as ServerTime);
  const [sheet, cycle, asked] = await Promise.all([
    documents.get(sheetRef(org, person, month)),
    documents.get(cycleRef(org, month)),
    documents.get(refOf(org, 'people', who)),
  ]);
  if (!sheet || !cycle) throw new Error(`${id} asks about a month that isn't open`);
  const whoName = asked?.data.name ?? who;
  await converge(documents, sheetRef(org, person, month), ({ data }) =>
    data.asked.includes(who) ? null : { asked: [...data.asked, who].sort() },
  );
  await converge(documents, assessmentRef(org, person, month), ({ data }) => ({
    log: logged(assessmentRef(org, person, month).path, data.log, {
      at,
      who: askedBy ?? decider,
      forWhom: askedBy === null || askedBy === decider ? null : decider,
      what: 'ask',
      before: null,
      after: whoName,
    }),
  }));
  const { personName, unitName, post } = sheet.data;
  const due = returnedDue(cycle.data.deadlines.consult, at, await calendarIn(documents, org));
  await converge(documents, ref, ({ data }) =>
    data.due === null ? { personName, unitName, post, whoName, due } : null,
  );
}
