// The routine of a month as its users do it: file, file for the unit, answer when asked, judge the queue.
import type { Month } from '../../functions/src/domain/words.ts';
import type { Assessment } from '../../functions/src/schema/assessment.ts';
import { personMonthId } from '../../functions/src/schema/paths.ts';
import * as own from '../demo/actor.ts';
import { act, answerConsultations, deciderRecord, evaluatorRecord } from '../demo/authorityActs.ts';
import type { Session } from '../demo/session.ts';
import { answering, monthOf, movedTo, type YearScripts } from './scripts.ts';
import type { RoutineAct } from './timeline.ts';

export async function routine(session: Session, scripts: YearScripts, { do: what, who, month }: RoutineAct) {
  switch (what) {
    case 'plan':
      return own.savePlan(session, month, scripts.of(who, month), movedTo(month));
    case 'file': {
      const sheet = await session.get('sheets', personMonthId(who, month));
      return own.submit(session, month, answering(scripts.of(who, month), sheet), movedTo(month));
    }
    case 'fileUnits':
      return fileUnits(session, scripts, who, month);
    case 'answerAsked':
      return answerConsultations(session, month, []);
    case 'judge':
      return judgeQueue(session, scripts, month);
  }
}

/** In the first month the plan is laid down too; later it came with the filing of the month before. */
async function fileUnits(session: Session, scripts: YearScripts, who: string, month: Month): Promise<void> {
  const headed = await session.find('unitSheets', { head: who, month });
  const script = scripts.of(who, month);
  for (const { data } of headed) {
    if (Object.keys(data.tasks).length === 0)
      await own.saveUnitPlan(session, month, data.unit, script, movedTo(month));
    await own.fileUnitSheet(session, month, data.unit, script, movedTo(month));
  }
}

async function judgeQueue(session: Session, scripts: YearScripts, month: Month): Promise<void> {
  const queue = await session.find('assessments', { evaluator: session.person, month, state: 'waiting' });
  for (const { id, data } of queue) {
    if (data.held) throw new Error(`${id} still waits for the final run`);
    await (monthOf(data.person, month).level === null
      ? leaveUnrated(session, id, data)
      : judge(session, scripts, id, data));
  }
}

/** The record is saved, then judged on by the act: whoever evaluates here decides, too. */
async function judge(session: Session, scripts: YearScripts, id: string, data: Assessment): Promise<void> {
  const { person, month } = data;
  const script = scripts.of(person, month);
  const { verdicts: wanted, degrees } = monthOf(person, month);
  const verdicts = Object.fromEntries(
    data.suspected.map((finding) => {
      const verdict = wanted[finding];
      if (!verdict) throw new Error(`the year says nothing of the suspected finding ${finding}`);
      return [finding, verdict];
    }),
  );
  const { verdicts: _, ...record } = movedTo(month)(evaluatorRecord({ ...data, suspected: [] }, script));
  const aDegree = { ...record.aDegree, ...degrees };
  await session.update('assessments', id, {
    ...record,
    aDegree,
    state: 'waiting',
    ...act(session, data.rev),
  });
  await session.update('assessments', id, {
    verdicts,
    ...deciderRecord(script),
    state: 'decided',
    ...act(session, data.rev + 1),
  });
}

const leaveUnrated = (session: Session, id: string, { rev }: Assessment) =>
  session.update('assessments', id, {
    dReason: 'Vắng mặt phần lớn thời gian của tháng, đã có mã vắng mặt của bộ phận nhân sự.',
    state: 'unrated',
    ...act(session, rev),
  });
