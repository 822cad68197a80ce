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
    ...evaluatorRecord({ ...assessment, suspected: [] }, record),
    ...(decides ? deciderRecord(assessment, record) : {}),
    state: decides ? 'decided' : 'evaluated',
    ...act(session, assessment.rev),
  });
}

const reads: Attempts = {
  'colleague-reads-sheet': async ({ open }) =>
    (await open('tckh-cv-02')).get('sheets', monthOf('tckh-cv-01')),
  'colleague-reads-assessment': async ({ open }) =>
    (await open('tckh-cv-02')).get('assessments', monthOf('tckh-cv-01')),
  'person-reads-own-assessment': async ({ open }) =>
    (await open('tckh-cv-01')).get('assessments', monthOf('tckh-cv-01')),
  'signed-out-reads-cycle': async ({ open }) => (await open(null)).get('cycles', april),
  'person-reads-consultation': async ({ open }) =>
    (await open('qldt-truong')).find('consultations', { person: 'qldt-truong', month: april }),
  'colleague-reads-findings': async ({ open }) =>
    (await open('md1-ho-tich')).get('findings', findingId('md1-dia-chinh', april, 'r1')),
};

const filings: Attempts = {
  'submit-twice': async ({ open }) => {
    const session = await open('tckh-cv-01');
    const { rev } = await session.get('sheets', monthOf('tckh-cv-01'));
    await session.update('sheets', monthOf('tckh-cv-01'), { score22: 50, state: 'submitted', ...next(rev) });
  },
  'incomplete-filing': async ({ open }) => {
    const session = await open('qldt-cv-14');
    const { rev } = await session.get('sheets', monthOf('qldt-cv-14'));
    await session.update('sheets', monthOf('qldt-cv-14'), {
      nothing: true,
      state: 'submitted',
      ...next(rev),
    });
  },
  'skip-rev': async ({ open }) => {
    const session = await open('tckh-cv-01');
    const { rev } = await session.get('sheets', monthOf('tckh-cv-01'));
    await session.update('sheets', monthOf('tckh-cv-01'), { conduct: 'Ghi đè.', ...next(rev + 1) });
  },
  'person-writes-result': async ({ open }) =>
    (await open('md1-dia-chinh')).update('results', monthOf('md1-dia-chinh'), { level: 'good' }),
  'other-block-figures': async ({ open }) => {
    const id = unitMonthId('phong-qldt', april);
    const { rev } = await (await open('vpub-chanh')).get('figures', id);
    const session = await open('vpqu-chanh');
    await session.update('figures', id, { late: 0, author: 'vpqu-chanh', ...next(rev) }, 1);
  },
};

const judgements: Attempts = {
  // Head of the biggest division: evaluates everybody in it but himself.
  'evaluate-oneself': (stage) => judge(stage, 'tckh-truong', 'tckh-truong', 'chu-tich-ubnd', true),
  'decide-before-evaluation': (stage) => judge(stage, 'qldt-cv-01', 'qldt-truong', 'qldt-truong', true),
  'evaluator-decides-two-step': (stage) => judge(stage, 'qldt-cv-01', 'qldt-pho-1', 'qldt-pho-1', true),
  'evaluate-leader-before-final-run': (stage) => judge(stage, 'btc-truong', 'bi-thu', 'bi-thu', true),
  'act-after-publication': async ({ open }) => {
    const session = await open('qldt-truong');
    const { rev } = await session.get('assessments', monthOf('qldt-cv-09'));
    await session.update('assessments', monthOf('qldt-cv-09'), {
      dReason: 'Xét lại sau khi đã công bố.',
      state: 'evaluated',
      ...act(session, rev),
    });
  },
  'forged-actor': async ({ open }) => {
    const session = await open('qldt-truong');
    const { rev } = await session.get('assessments', monthOf('qldt-cv-01'));
    await session.update('assessments', monthOf('qldt-cv-01'), {
      note: 'Trả lại thay người khác.',
      state: 'waiting',
      ...act(session, rev),
      actor: 'qldt-pho-1',
    });
  },
};

const findings: Attempts = {
  'forged-finding-author': async ({ open, script }) => {
    const session = await open('tckh-cv-02');
    const forged = {
      ...newFinding(session, april, script, seen('tckh-cv-01', 'inspection')),
      author: 'ubkt-pho',
    };
    await session.create('findings', findingId('tckh-cv-01', april, 'x1'), forged, 1);
  },
  'forged-finding-authority': async ({ open, script }) => {
    const session = await open('ubkt-pho');
    const forged = {
      ...newFinding(session, april, script, seen('tckh-cv-01', 'inspection')),
      decider: 'ubkt-pho',
    };
    await session.create('findings', findingId('tckh-cv-01', april, 'x1'), forged, 1);
  },
  'confirm-own-finding': async ({ open }) => {
    const session = await open('qlda-cv');
    const mine = { state: 'dismissed', settleReason: 'Không đúng.', actor: 'qlda-cv', ...next(1) };
    await session.update('findings', findingId('qlda-cv', april, 'k1'), mine);
  },
  'inspector-confirms': async ({ open }) => {
    const session = await open('ubkt-chu-nhiem');
    const own = { state: 'confirmed', due: '2026-04-17', actor: 'ubkt-chu-nhiem', ...next(1) };
    await session.update('findings', findingId('qlda-cv', april, 'k1'), own);
  },
};

const all: Attempts = { ...reads, ...filings, ...judgements, ...findings };

/** Resolves if the attempt went through, which it must not; rejects with the refusal. */
export async function attemptIt(stage: OnStage, attempt: Attempt): Promise<void> {
  const make = all[attempt];
  if (!make) throw new Error(`nobody plays the attempt ${attempt}`);
  await make(stage);
}
