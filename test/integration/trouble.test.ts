// Trouble on the running suite: doubled, shuffled and lost deliveries, kill -9 in the middle, tasks too early and twice.
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Sheet } from '../../functions/src/schema/sheet.ts';
import { next, submit } from '../../local/demo/actor.ts';
import { ClientMeter } from '../../local/demo/meter.ts';
import { isRefusal, openSession, type Session } from '../../local/demo/session.ts';
import { demoPassword } from '../../local/sample/accounts.ts';
import { openAdmin, type Admin } from '../../local/sample/admin.ts';
import { april, aprilOf, type AprilScript } from '../../local/sample/april.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg, sampleOrganisation } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suite.ts';

const suite = connectSuite(inject('suite'));
let script: AprilScript;
let admin: Admin;

beforeAll(async () => {
  await suite.resetData();
  const sample = sampleOrganisation();
  script = aprilOf(sample);
  await loadSample(suite, { sample, runUntil: '2026-04-22T09:00' });
  admin = openAdmin(suite);
  return () => admin.close();
}, 180_000);

afterEach(() => suite.relay.setFaults({}));

const people = sampleOrganisation().organisation.people;
const emailOf = (person: string) => people.find(({ id }) => id === person)?.email ?? '';

async function as<T>(person: string, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await openSession(suite, sampleOrg, new ClientMeter(), {
    person,
    email: emailOf(person),
    password: demoPassword,
  });
  return await work(session).finally(() => session.close());
}

function scriptOf(person: string) {
  const found = script.people.get(person);
  if (!found) throw new Error(`${person} has no script`);
  return found;
}

const file = (person: string) => as(person, (session) => submit(session, april, scriptOf(person)));

async function document(name: string, id: string): Promise<Record<string, unknown> | null> {
  const found = await admin.firestore.doc(`orgs/${sampleOrg}/${name}/${id}`).get();
  return found.data() ?? null;
}

/** What the handlers made of a filing, without the moments of this run. */
async function outcomeOf(person: string) {
  const id = `${person}_${april}`;
  const sheet = (await document('sheets', id)) as unknown as Sheet;
  const assessment = await document('assessments', id);
  const findings = await admin.firestore
    .collection(`orgs/${sampleOrg}/findings`)
    .where('subject', '==', person)
    .get();
  return {
    stage: sheet.stage,
    late: sheet.late,
    acts: sheet.log.map(({ what }) => what),
    assessed: assessment && {
      state: assessment['state'],
      sheetRev: assessment['sheetRev'],
      acts: (assessment['log'] as { what: string }[]).map(({ what }) => what),
    },
    findings: findings.docs
      .filter((one) => one.data()['month'] === april)
      .map((one) => [one.id, one.data()['state'] as string])
      .sort(),
  };
}

/** A filing of somebody whose Phiếu 01 names a manifestation; what a quiet run makes of it. */
function expectedOf(person: string, rows: string[]) {
  return {
    stage: 'submitted',
    late: false,
    acts: ['open', 'submit'],
    // The content is saved first, and filed by a write of its own.
    assessed: { state: 'waiting', sheetRev: 2, acts: ['submit'] },
    findings: rows.map((row) => [`${person}_${april}_${row}`, 'suspected']),
  };
}

const rowsWithCodes = (person: string) =>
  scriptOf(person).rows.flatMap((row, i) => (row.codes && !row.answers ? [`r${i + 1}`] : []));

/** People of row 10 whose evaluator is a deputy, in a stable order, so that each test has its own. */
function peopleOfRow(row: number): string[] {
  const untold = [...script.authorities.values()].filter((one) => one.row === row && !one.isHead);
  return untold.map((one) => one.person).sort();
}

describe('deliveries', () => {
  it('three times, shuffled and delayed, give what one gives', async () => {
    await suite.relay.setFaults({ duplicate: 2, shuffle: true, delayMs: 300, seed: 7 });
    const filing = peopleOfRow(9).slice(0, 3);
    await Promise.all(filing.map(file));
    await suite.settle();
    for (const person of filing) {
      expect(await outcomeOf(person)).toEqual(expectedOf(person, rowsWithCodes(person)));
    }
    const deliveries = (await suite.relay.log()).filter((one) =>
      one.document.includes(`/sheets/${filing[0]}_`),
    );
    expect(deliveries.length).toBeGreaterThanOrEqual(3);
  });

  it('whose answer is lost are made again and change nothing', async () => {
    await suite.relay.setFaults({ loseAck: 0.5, seed: 3 });
    const [person] = peopleOfRow(9).slice(3);
    if (person === undefined) throw new Error('the sample is too small');
    await file(person);
    await suite.settle();
    expect(await outcomeOf(person)).toEqual(expectedOf(person, rowsWithCodes(person)));
  });

  it('to functions killed with kill -9 in the middle of a submission are finished by the next process', async () => {
    const filing = peopleOfRow(10).slice(0, 3);
    await Promise.all(filing.map(file));
    let killed = 0;
    for (let i = 0; i < 4; i++) {
      killed += await suite.killFunctions();
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(killed).toBeGreaterThan(0);
    await suite.settle();
    for (const person of filing) {
      expect(await outcomeOf(person)).toEqual(expectedOf(person, rowsWithCodes(person)));
    }
  });
});

describe('a submission', () => {
  it('is refused the second time, and accepted from somebody who has not filed', async () => {
    const [first, second] = peopleOfRow(13);
    if (first === undefined || second === undefined) throw new Error('the sample is too small');
    await file(first);
    await suite.settle();
    const again = as(first, async (session) => {
      const id = `${first}_${april}`;
      const { rev } = await session.get('sheets', id);
      await session.update('sheets', id, { state: 'submitted', ...next(rev) });
    });
    await expect(again.catch((error: unknown) => isRefusal(error))).resolves.toBe(true);
    await file(second);
    await suite.settle();
    expect((await outcomeOf(second)).stage).toBe('submitted');
  });
});

describe('a deadline task', () => {
  const call = async (body: object) =>
    fetch(`http://127.0.0.1:${suite.ports.functions}/${suite.project}/${suite.region}/keepDeadline`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-cloudtasks-queuename': 'keepDeadline',
        'x-cloudtasks-taskname': 'by-hand',
      },
      body: JSON.stringify({ data: body }),
    });
  const dump = async () => {
    const names = ['sheets', 'assessments', 'cycles', 'findings'];
    const found = await Promise.all(
      names.map((name) => admin.firestore.collection(`orgs/${sampleOrg}/${name}`).get()),
    );
    return JSON.stringify(found.map((one) => one.docs.map((doc) => [doc.id, doc.data()])));
  };

  it('that fires early changes nothing, and is asked for again', async () => {
    const due = '2026-04-24T17:00:00.000Z';
    const before = await dump();
    const response = await call({ org: sampleOrg, month: april, kind: 'staff', due, unit: null });
    expect(response.status).toBe(204);
    expect(await dump()).toBe(before);
    const { upcoming } = await suite.clock.status();
    const again = upcoming.filter(
      ({ name, due: at }) => name.includes('keepDeadline') && at === Date.parse(due),
    );
    expect(again).not.toHaveLength(0);
  });

  it('that fires twice changes nothing the second time', async () => {
    await suite.clock.runUntil('2026-04-25T00:30');
    const cycle = await document('cycles', april);
    expect(cycle?.['kept']).toHaveProperty('staff', '2026-04-24T17:00:00.000Z');
    const once = await dump();
    const response = await call({
      org: sampleOrg,
      month: april,
      kind: 'staff',
      due: '2026-04-24T17:00:00.000Z',
      unit: null,
    });
    expect(response.status).toBe(204);
    expect(await dump()).toBe(once);
  });
});

describe('the Functions emulator', () => {
  it('discovers every function of what is deployed', async () => {
    const response = await fetch(`http://127.0.0.1:${suite.ports.functions}/backends`);
    const { backends } = (await response.json()) as {
      backends: { functionTriggers: { entryPoint: string }[] }[];
    };
    const entryPoints = backends.flatMap((backend) => backend.functionTriggers.map((one) => one.entryPoint));
    expect([...new Set(entryPoints)].sort()).toEqual([
      'every28th',
      'everyDay',
      'keepDeadline',
      'keepDelegation',
      'onAppealWritten',
      'onAssessmentWritten',
      'onBacklogWritten',
      'onChangeWritten',
      'onConsultationWritten',
      'onCoordinationWritten',
      'onDelegationWritten',
      'onFileWritten',
      'onFindingWritten',
      'onLimitationWritten',
      'onNoteWritten',
      'onOutsideResultWritten',
      'onPersonWritten',
      'onReplacementWritten',
      'onSheetWritten',
      'onTemplateWritten',
      'onUnitFindingWritten',
      'onUnitPlanWritten',
      'onUnitSheetWritten',
      'onYearAssessmentWritten',
      'rebuildUnit',
      'rebuildYear',
      'renderReport',
    ]);
  });
});
