// What must be refused: each attempt goes as far as a determined user with the SDK could, and the rules say no.
import { findingId, personMonthId, unitMonthId } from '../../functions/src/schema/paths.ts';
import { april } from '../sample/april.ts';
import type { Attempt, NewFindingScript } from '../sample/april/acts.ts';
import { next } from './actor.ts';
import { act, deciderRecord, evaluatorRecord, scriptOf } from './authorityActs.ts';
import { newFinding } from './findingActs.ts';
import type { Stage } from './stage.ts';

type OnStage = Pick<Stage, 'open' | 'script'>;
type Attempts = Partial<Record<Attempt, (stage: OnStage) => Promise<unknown>>>;

const monthOf = (person: string) => personMonthId(person, april);
const seen = (subject: string, source: NewFindingScript['source']): NewFindingScript => ({
  subject,
  key: 'x1',
  source,
  codes: '2.06',
  fact: 'Ghi nhận thử.',
  degree: 'rare',
  due: null,
  state: 'suspected',
});

/** Writes on an assessment with the rev that somebody who may read it sees. */
async function judge(
  { open, script }: OnStage,
  person: string,
  by: string,
  reader: string,
  decides: boolean,
) {
  const assessment = await (await open(reader)).get('assessments', monthOf(person));
  const session = await open(by);
  const record = scriptOf(script, person);
  await session.update('assessments', monthOf(person), {
    verdicts: evaluatorRecord({ ...assessment, suspected: [] }, record).verdicts,
    ...(decides ? deciderRecord(record) : {}),
    state: decides ? 'decided' : 'evaluated',
    ...act(session, assessment.rev),
  });
}

const partsOf = ({ script }: OnStage) => script.book.parts;

const reads: Attempts = {
  'colleague-reads-sheet': async (stage) => {
    const { person, colleague } = partsOf(stage).oneStep;
    return (await stage.open(colleague)).get('sheets', monthOf(person));
  },
  'colleague-reads-assessment': async (stage) => {
    const { person, colleague } = partsOf(stage).oneStep;
    return (await stage.open(colleague)).get('assessments', monthOf(person));
  },
  'person-reads-own-assessment': async (stage) => {
    const { person } = partsOf(stage).oneStep;
    return (await stage.open(person)).get('assessments', monthOf(person));
  },
  'signed-out-reads-cycle': async ({ open }) => (await open(null)).get('cycles', april),
  // Asked about by a Phó Chủ tịch, and not the decider.
  'person-reads-consultation': async (stage) => {
    const { head } = partsOf(stage).twoSteps;
    return (await stage.open(head)).find('consultations', { person: head, month: april });
  },
  'colleague-reads-findings': async (stage) => {
    const { person, colleague } = partsOf(stage).withFinding;
    return (await stage.open(colleague)).get('findings', findingId(person, april, 'r1'));
  },
};

/** Writes on somebody's own sheet with the rev that they see. */
async function write(stage: OnStage, person: string, fields: (rev: number) => object) {
  const session = await stage.open(person);
  const { rev } = await session.get('sheets', monthOf(person));
  await session.update('sheets', monthOf(person), fields(rev));
}

const filings: Attempts = {
  'submit-twice': (stage) =>
    write(stage, partsOf(stage).oneStep.person, (rev) => ({ state: 'submitted', ...next(rev) })),
  'incomplete-filing': (stage) =>
    write(stage, silentOf(stage), (rev) => ({ state: 'submitted', ...next(rev) })),
  'skip-rev': (stage) =>
    write(stage, partsOf(stage).oneStep.person, (rev) => ({ conduct: 'Ghi đè.', ...next(rev + 1) })),
  'person-writes-result': async (stage) => {
    const { person } = partsOf(stage).withFinding;
    return (await stage.open(person)).update('results', monthOf(person), { level: 'good' });
  },
  'other-block-figures': async (stage) => {
    const { offices, oneStep } = partsOf(stage);
    const id = unitMonthId(oneStep.unit, april);
    const { rev } = await (await stage.open(offices.government)).get('figures', id);
    const session = await stage.open(offices.party);
    await session.update('figures', id, { late: 0, author: offices.party, ...next(rev) }, 1);
  },
};

function silentOf({ script }: OnStage): string {
  const [first] = script.book.silent;
  if (first === undefined) throw new Error('everybody files');
  return first;
}

const judgements: Attempts = {
  // A head who evaluates everybody in the unit but themselves.
  'evaluate-oneself': (stage) => {
    const { oneStep, headsDecider } = partsOf(stage);
    return judge(stage, oneStep.head, oneStep.head, headsDecider, true);
  },
  'decide-before-evaluation': (stage) => {
    const { person, head } = partsOf(stage).twoSteps;
    return judge(stage, person, head, head, true);
  },
  'evaluator-decides-two-step': (stage) => {
    const { person, evaluator } = partsOf(stage).twoSteps;
    return judge(stage, person, evaluator, evaluator, true);
  },
  'evaluate-leader-before-final-run': (stage) => {
    const { person, decider } = partsOf(stage).leader;
    return judge(stage, person, decider, decider, true);
  },
  'act-after-publication': async (stage) => {
    const { twoSteps, decided } = partsOf(stage);
    const session = await stage.open(twoSteps.head);
    const { rev } = await session.get('assessments', monthOf(decided));
    await session.update('assessments', monthOf(decided), {
      // Reopening it with a reason is the decider's right; another result in the same act is not.
      ...{ dReason: 'Xét lại sau khi đã công bố.', dRating: 'A' },
      state: 'evaluated',
      ...act(session, rev),
    });
  },
  'forged-actor': async (stage) => {
    const { person, evaluator, head } = partsOf(stage).twoSteps;
    const session = await stage.open(head);
    const { rev } = await session.get('assessments', monthOf(person));
    await session.update('assessments', monthOf(person), {
      note: 'Trả lại thay người khác.',
      state: 'waiting',
      ...act(session, rev),
      actor: evaluator,
    });
  },
};

/** A finding about the person of the one step, with one field that isn't true. */
async function forge(stage: OnStage, by: string, lie: object) {
  const { person } = partsOf(stage).oneStep;
  const session = await stage.open(by);
  const forged = { ...newFinding(session, april, stage.script, seen(person, 'inspection')), ...lie };
  await session.create('findings', findingId(person, april, 'x1'), forged, 1);
}

/** Settles the suspicion of the inspection committee without the right to. */
async function settle(stage: OnStage, by: string, verdict: object) {
  const { inspected } = partsOf(stage);
  const session = await stage.open(by);
  const act = { ...verdict, actor: by, actedFor: null, ...next(1) };
  await session.update('findings', findingId(inspected, april, 'k1'), act);
}

const findings: Attempts = {
  'forged-finding-author': (stage) => {
    const { oneStep, otherInspector } = partsOf(stage);
    return forge(stage, oneStep.colleague, { author: otherInspector });
  },
  'forged-finding-authority': (stage) => {
    const { otherInspector } = partsOf(stage);
    return forge(stage, otherInspector, { decider: otherInspector });
  },
  'confirm-own-finding': (stage) =>
    settle(stage, partsOf(stage).inspected, { state: 'dismissed', settleReason: 'Không đúng.' }),
  'inspector-confirms': (stage) =>
    settle(stage, partsOf(stage).inspector, { state: 'confirmed', due: '2026-04-17' }),
};

const all: Attempts = { ...reads, ...filings, ...judgements, ...findings };

/** Resolves if the attempt went through, which it must not; rejects with the refusal. */
export async function attemptIt(stage: OnStage, attempt: Attempt): Promise<void> {
  const make = all[attempt];
  if (!make) throw new Error(`nobody plays the attempt ${attempt}`);
  await make(stage);
}
