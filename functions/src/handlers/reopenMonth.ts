// The decider takes up a published or locked result again: it stays readable as it is until the next version takes its place (domain.md section 7).
import type { Moment } from '../domain/moment.ts';
import type { Assessment } from '../schema/assessment.ts';
import { personMonthId } from '../schema/paths.ts';
import { appealRef, assessmentRef, cycleRef, resultRef, runRef } from '../schema/refs.ts';
import type { Result } from '../schema/result.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import { system } from './opening.ts';
import type { Documents, Stored } from './ports.ts';

/**
 * False where nothing is to be decided anew: the act was about nothing frozen, or an appeal waits for an answer, which
 * the next version would leave without its object. Thawed last, so that a call which was cut off begins again.
 */
export async function reopenMonth(
  documents: Documents,
  org: string,
  { data: assessment }: Stored<Assessment>,
  at: Moment,
): Promise<boolean> {
  if (assessment.state !== 'evaluated') return false;
  const { person, month } = assessment;
  const result = await documents.get(resultRef(org, person, month));
  if (!result) return false;
  const appeal = await documents.get(appealRef(org, person, month, result.data.version));
  if (appeal?.data.state === 'filed') {
    await putBack(documents, org, assessment, result.data, at);
    return false;
  }
  // Before the result changes: afterwards nothing says whether it was locked.
  await tellAggregators(documents, org, assessment, result.data, at);
  await reopenResult(documents, org, assessment, at);
  await converge(documents, cycleRef(org, month), ({ data }) =>
    data.state === 'locked' ? { state: 'published' as const } : null,
  );
  await thaw(documents, org, assessment, at);
  return true;
}

const actBy = ({ actor, actedFor, dReason }: Assessment, at: Moment) => ({
  ...{ at, who: actor ?? '', forWhom: actedFor, reason: dReason },
});

async function reopenResult(documents: Documents, org: string, assessment: Assessment, at: Moment) {
  const { person, month, dReason, deciderName } = assessment;
  const ref = resultRef(org, person, month);
  await converge(documents, ref, ({ data }): Partial<Result> => ({
    state: 'published',
    reopened: { at, by: deciderName, reason: dReason },
    log: logged(ref.path, data.log, {
      ...actBy(assessment, at),
      ...{ what: 'reopen', before: data.state, after: 'published' },
    }),
  }));
}

/** The aggregators of the block read the run of the month, and nobody else does. */
async function tellAggregators(
  documents: Documents,
  org: string,
  { person, month, personName, unitName, deciderName, dReason }: Assessment,
  { version, state }: Result,
  at: Moment,
) {
  await converge(documents, runRef(org, month), ({ data }) => {
    const known = data.reopened[person];
    const told = { at, personName, unitName, by: deciderName, reason: dReason, version, before: state };
    return known?.at === at ? null : { reopened: { ...data.reopened, [person]: told } };
  });
}

async function thaw(documents: Documents, org: string, { person, month }: Assessment, at: Moment) {
  const ref = assessmentRef(org, person, month);
  await converge(documents, ref, ({ data }) =>
    data.state !== 'evaluated' || !data.frozen
      ? null
      : {
          frozen: false,
          log: logged(ref.path, data.log, {
            ...actBy(data, at),
            ...{ what: 'reopen', before: 'published', after: 'evaluated' },
          }),
        },
  );
}

/** What the decider reads is that it stands as before; the log says why. */
async function putBack(
  documents: Documents,
  org: string,
  { person, month }: Assessment,
  { unrated, version, reason }: Result,
  at: Moment,
) {
  const ref = assessmentRef(org, person, month);
  await converge(documents, ref, ({ data }) => ({
    // The reopening's reason stood there; where the decision had none of its own, the evaluation's was published.
    dReason: reason === data.eReason ? '' : reason,
    state: unrated ? ('unrated' as const) : ('decided' as const),
    log: logged(ref.path, data.log, {
      ...{ at, who: system, forWhom: null, what: 'refuse', before: 'evaluated', after: `v${version}` },
      reason: `Kiến nghị về kết quả lần ${version} của ${personMonthId(person, month)} chưa được trả lời.`,
    }),
  }));
}
