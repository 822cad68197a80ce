// Authority on the running suite: a correction reaches whoever judges now, a delegation goes on and off by the clock and off at once by hand.
import { serverTimestamp } from 'firebase/firestore/lite';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { submit } from '../../local/demo/actor.ts';
import { ClientMeter } from '../../local/demo/meter.ts';
import { isRefusal, openSession, type Session } from '../../local/demo/session.ts';
import { demoPassword } from '../../local/sample/accounts.ts';
import { april, aprilOf, type AprilScript } from '../../local/sample/april.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg, sampleOrganisation } from '../../local/sample/organisation.ts';
import { connectSuite } from '../../local/suite.ts';

const suite = connectSuite(inject('suite'));
const sample = sampleOrganisation();
let script: AprilScript;

beforeAll(async () => {
  await suite.resetData();
  script = aprilOf(sample);
  await loadSample(suite, { sample, runUntil: '2026-04-22T09:00' });
}, 180_000);

async function as<T>(person: string, work: (session: Session) => Promise<T>): Promise<T> {
  const email = sample.organisation.people.find(({ id }) => id === person)?.email ?? '';
  const signIn = { person, email, password: demoPassword };
  const session = await openSession(suite, sampleOrg, new ClientMeter(), signIn);
  return await work(session).finally(() => session.close());
}

async function file(person: string): Promise<void> {
  const own = script.people.get(person);
  if (!own) throw new Error(`${person} has no script`);
  await as(person, (session) => submit(session, april, own));
  await suite.settle();
}

const refused = (act: Promise<unknown>) =>
  act.then(
    () => false,
    (error: unknown) => isRefusal(error),
  );
/** Whether `who` may read what is said about `person` now, whatever their token says. */
const readsAssessment = (session: Session, person: string) =>
  session.get('assessments', `${person}_${april}`).then(
    () => true,
    (error: unknown) => {
      if (isRefusal(error)) return false;
      throw error;
    },
  );

describe('a correction by the clerk', () => {
  const person = 'qldt-cv-03';
  const send = async (key: string, rows: object[]) =>
    as('nv-cv', async (session) => {
      await session.create('changes', `nv-cv_${key}`, {
        ...{ author: 'nv-cv', kind: 'authority', source: 'screen', reason: 'Theo phân công mới' },
        ...{ rows: rows.map((row) => JSON.stringify(row)), parts: 0, state: 'sent' },
        ...{ rev: 1, savedAt: serverTimestamp() },
      });
      await suite.settle();
      return await session.get('changes', `nv-cv_${key}`);
    });

  it('is applied with its reason, and shown to who may not read sheets', async () => {
    const row = { person, month: april, evaluator: 'qldt-pho-2', decider: null };
    expect(await send('c1', [row])).toMatchObject({ state: 'applied', counts: { changed: 1 } });
    const edges = await as('nv-cv', (session) => session.get('authorities', `phong-qldt_${april}`));
    expect(edges.rows[person]).toMatchObject({ evaluator: 'qldt-pho-2', corrected: 'Theo phân công mới' });
  });

  it('lays the month before whoever evaluates now, and before nobody else', async () => {
    await file(person);
    await as('qldt-pho-2', async (session) => expect(await readsAssessment(session, person)).toBe(true));
    await as('qldt-pho-1', async (session) => expect(await readsAssessment(session, person)).toBe(false));
  });

  it('with a row that names oneself is refused whole', async () => {
    const other = { person: 'qldt-cv-06', month: april, evaluator: 'qldt-pho-1', decider: null };
    const own = { person: 'qldt-cv-09', month: april, evaluator: 'qldt-cv-09', decider: null };
    const sent = await send('c2', [other, own]);
    expect(sent.state).toBe('refused');
    // What a function leaves at its default is never written.
    expect(sent).not.toHaveProperty('counts');
    expect(sent.problems).toMatchObject([{ row: 1, field: 'evaluator' }]);
    const edges = await as('nv-cv', (session) => session.get('authorities', `phong-qldt_${april}`));
    expect(edges.rows['qldt-cv-06']?.corrected).toBeNull();
  });
});

describe('a delegation', () => {
  const person = 'tckh-cv-03';
  const giver = 'tckh-truong';
  const give = (session: Session, delegate: string) =>
    session.create('delegations', `${giver}_${delegate}`, {
      ...{ giver, delegate, fromDay: '2026-04-23', toDay: '2026-04-23', acts: 'evaluate', unit: null },
      ...{ reason: 'Đi công tác', revoked: false, active: false, rev: 1, savedAt: serverTimestamp() },
    });
  const standing = (session: Session, delegate: string) => session.get('delegations', `${giver}_${delegate}`);

  it('opens nothing before its first day', async () => {
    await file(person);
    await as(giver, async (session) => {
      await give(session, 'tckh-cv-06');
      await give(session, 'tckh-cv-11');
      await suite.settle();
      expect(await standing(session, 'tckh-cv-06')).toMatchObject({ active: false, over: false });
    });
    await as('tckh-cv-06', async (session) => expect(await readsAssessment(session, person)).toBe(false));
  });

  it('goes on with its first day, and what the delegate does stands with both names', async () => {
    await suite.clock.runUntil('2026-04-23T08:00');
    await as('tckh-cv-06', async (session) => {
      expect((await standing(session, 'tckh-cv-06')).active).toBe(true);
      const id = `${person}_${april}`;
      const { rev } = await session.get('assessments', id);
      const act = { rev: rev + 1, actor: 'tckh-cv-06', actedFor: giver, actedAt: serverTimestamp() };
      await session.update('assessments', id, { state: 'returned', note: 'Bổ sung số liệu', ...act });
    });
    await suite.settle();
    await as(person, async (session) => {
      const sheet = await session.get('sheets', `${person}_${april}`);
      expect(sheet).toMatchObject({ state: 'open', returns: 1 });
      expect(sheet.log.at(-1)).toMatchObject({ who: 'tckh-cv-06', forWhom: giver, what: 'returned' });
    });
  });

  it('revoked ends at once, for the token that was let in a moment before', async () => {
    await as('tckh-cv-06', async (delegate) => {
      expect(await readsAssessment(delegate, person)).toBe(true);
      await as(giver, async (session) => {
        const { rev } = await standing(session, 'tckh-cv-06');
        const revoked = { revoked: true, active: false, rev: rev + 1, savedAt: serverTimestamp() };
        await session.update('delegations', `${giver}_tckh-cv-06`, revoked);
      });
      expect(await readsAssessment(delegate, person)).toBe(false);
      await suite.settle();
      expect((await standing(delegate, 'tckh-cv-06')).active).toBe(false);
    });
  });

  it('ends by itself with the day after its last, for a token from before', async () => {
    await as('tckh-cv-11', async (session) => {
      expect(await readsAssessment(session, person)).toBe(true);
      await suite.clock.runUntil('2026-04-24T00:05');
      expect(await readsAssessment(session, person)).toBe(false);
      const { active, over, log } = await standing(session, 'tckh-cv-11');
      expect({ active, over }).toEqual({ active: false, over: true });
      expect(log.map(({ what }) => what)).toEqual(['give', 'begin', 'end']);
    });
  });

  it('of somebody who may not give it in another name is refused', async () => {
    const other = as('tckh-cv-06', (session) => give(session, 'tckh-cv-03'));
    expect(await refused(other)).toBe(true);
  });
});
