// A late evaluator: who decides may evaluate instead, the person isn't harmed, and 1.07 is proposed once against who owes (domain.md section 5).
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { collectionOf, assessmentRef, findingRef, sheetRef } from '../schema/refs.ts';
import { assess } from './assess.ts';
import { assessmentWritten } from './assessmentWritten.ts';
import { escalate } from './escalate.ts';
import { openCycle } from './openCycle.ts';

const month = '2026-04';
const deadline = atTime('2026-04-30', '00:00');
const close = atTime('2026-05-05', '00:00');
let ports: MemoryPorts;
let person: string;
let evaluator: string;

/** Somebody of the sample who is evaluated by one and decided by another. */
async function twoStep(): Promise<string> {
  const sheets = await ports.documents.find(collectionOf(org, 'sheets'), [['month', month]]);
  const found = sheets.find(({ data }) => data.evaluator !== data.decider && data.tier === 'staff');
  if (!found) throw new Error('the sample has nobody in two steps');
  return found.data.person;
}

const read = () => ports.read(assessmentRef(org, person, month));
const owed = () => findingRef(org, `${evaluator}_${month}_owed`);
const laidBefore = (at: Moment) => assess(ports, org, ports.read(sheetRef(org, person, month)), at);
const call = (at: Moment) => escalate(ports, org, month, { deadline, close, at });

beforeEach(async () => {
  ports = seeded();
  await openCycle(ports, org, month, atTime('2026-04-01', '00:00'));
  person = await twoStep();
  evaluator = ports.read(sheetRef(org, person, month)).evaluator;
});

describe('an evaluation that is owed', () => {
  it('goes to who decides as well, and is proposed as 1.07 against who owes it', async () => {
    await laidBefore(atTime('2026-04-24', '10:00'));
    await call(deadline);
    expect(read().overdue).toBe(true);
    expect(read().log.at(-1)).toMatchObject({ what: 'escalate', at: deadline });
    expect(ports.read(owed())).toMatchObject({
      ...{ subject: evaluator, codes: '1.07', state: 'suspected', source: 'rule', notified: false },
      author: 'system',
      fact: expect.stringContaining(read().personName) as string,
    });
  });

  it('changes nothing about what is proposed for the person', async () => {
    await laidBefore(atTime('2026-04-24', '10:00'));
    const { proposal, late, suspected } = read();
    await call(deadline);
    expect(read()).toMatchObject({ proposal, late, suspected });
  });

  it('is owed from the end of the next working day where it came late', async () => {
    await laidBefore(atTime('2026-04-29', '23:00'));
    await call(deadline);
    expect(read().overdue).toBe(false);
    // 30/4 to 3/5 are days off.
    await call(atTime('2026-05-04', '00:00'));
    expect(read().overdue).toBe(false);
    await call(atTime('2026-05-05', '00:00'));
    expect(read().overdue).toBe(true);
  });

  // Whoever had evaluated in time was accused of owing it the night after it was sent back.
  it.each(['decider', 'evaluator'] as const)(
    'is not owed by who evaluated in time, until a working day after the %s let it wait again',
    async (who) => {
      await laidBefore(atTime('2026-04-24', '10:00'));
      for (const [actor, state, at] of [
        ['evaluator', 'evaluated', atTime('2026-04-27', '09:00')],
        [who, 'waiting', atTime('2026-04-29', '16:00')],
      ] as const) {
        const known = read();
        const acted = { state, rev: known.rev + 1, actor: known[actor], note: 'Xem lại mức nhận diện' };
        ports.put(assessmentRef(org, person, month), { ...known, ...acted, actedAt: stampAt(at) });
        ports.setNow(at);
        await assessmentWritten(ports, org, `${person}_${month}`);
      }
      await call(deadline);
      await call(atTime('2026-05-04', '00:00'));
      expect(read()).toMatchObject({ overdue: false, waitingSince: atTime('2026-04-29', '16:00') });
      expect(ports.kept.has(owed().path)).toBe(false);
      await call(atTime('2026-05-05', '00:00'));
      expect(read().overdue).toBe(true);
    },
  );

  // The second deadline took whoever had filed nothing for one who files now, and gave the evaluator another day.
  it('stays owed, and the sheet unfiled, when a later deadline finds it unfiled again', async () => {
    await laidBefore(atTime('2026-04-25', '00:00'));
    const before = read();
    await laidBefore(deadline);
    expect(read()).toEqual(before);
    await call(deadline);
    expect(read()).toMatchObject({ overdue: true, filed: false, sheetRev: -1 });
  });

  it('is proposed once, however often the deadline calls', async () => {
    await laidBefore(atTime('2026-04-24', '10:00'));
    await call(deadline);
    const before = ports.dump();
    await call(deadline);
    await call(atTime('2026-05-04', '00:00'));
    expect(ports.dump()).toBe(before);
  });

  it('leaves alone what is held', async () => {
    await laidBefore(atTime('2026-04-24', '10:00'));
    const ref = assessmentRef(org, person, month);
    const waiting = read();
    ports.put(ref, { ...waiting, held: true });
    await call(deadline);
    expect(read().overdue).toBe(false);
    ports.put(ref, waiting);
    await call(deadline);
    expect(read().overdue).toBe(true);
  });
});

// Whoever evaluates and decides was late for nothing: there was nobody to escalate to, and so no 1.07 either.
describe('an evaluation that is owed by who decides as well', () => {
  const oneStep = async (tier: 'staff' | 'leader', one: string) => {
    const sheets = await ports.documents.find(collectionOf(org, 'sheets'), [['month', month]]);
    const found = sheets.find(({ data }) => {
      const isTheirs = data.evaluator === one || (one === '' && data.evaluator !== 'outside');
      return data.evaluator === data.decider && data.tier === tier && isTheirs;
    });
    if (!found) throw new Error(`nobody of the ${tier} is evaluated in one step by ${one}`);
    ({ person, evaluator } = found.data);
  };

  it('is proposed as 1.07 against them, and goes to nobody else', async () => {
    await oneStep('staff', '');
    await laidBefore(atTime('2026-04-24', '10:00'));
    await call(deadline);
    expect(read().overdue).toBe(false);
    expect(ports.read(owed())).toMatchObject({ subject: evaluator, codes: '1.07', state: 'suspected' });
    const before = ports.dump();
    await call(close);
    expect(ports.dump()).toBe(before);
  });

  it('is owed of leaders, who wait for the final run, from the deadline to decide on', async () => {
    await oneStep('leader', 'chu-tich-ubnd');
    await laidBefore(atTime('2026-04-24', '10:00'));
    ports.put(assessmentRef(org, person, month), { ...read(), held: false });
    await call(atTime('2026-05-01', '00:00'));
    expect(ports.kept.has(owed().path)).toBe(false);
    await call(close);
    expect(ports.kept.has(owed().path)).toBe(true);
  });

  it('is nobody’s to judge against one who is decided outside', async () => {
    const outsiders = await ports.documents.find(collectionOf(org, 'sheets'), [['evaluator', 'outside']]);
    const [outsider] = outsiders.map(({ data }) => data.person);
    await oneStep('leader', outsider ?? '');
    await laidBefore(atTime('2026-04-24', '10:00'));
    ports.put(assessmentRef(org, person, month), { ...read(), held: false });
    await call(close);
    expect(ports.kept.has(owed().path)).toBe(false);
  });
});

describe('who decides evaluates instead', () => {
  it('and the month says who it was', async () => {
    const at = atTime('2026-04-30', '09:00');
    await laidBefore(atTime('2026-04-24', '10:00'));
    await call(deadline);
    const waiting = read();
    ports.put(assessmentRef(org, person, month), {
      ...waiting,
      ...{ eRating: 'B', eLevel: 'good', state: 'evaluated', rev: waiting.rev + 1 },
      ...{ actor: waiting.decider, actedAt: stampAt(at) },
    });
    ports.setNow(at);
    await assessmentWritten(ports, org, `${person}_${month}`);
    expect(read().evaluatedBy).toBe(waiting.deciderName);
  });

  it('a decision after the evaluator did come late keeps the evaluator’s name', async () => {
    await laidBefore(atTime('2026-04-24', '10:00'));
    await call(deadline);
    for (const [actor, state, at] of [
      ['evaluator', 'evaluated', atTime('2026-04-30', '09:00')],
      ['decider', 'decided', atTime('2026-04-30', '10:00')],
    ] as const) {
      const known = read();
      ports.put(assessmentRef(org, person, month), {
        ...known,
        ...{ eRating: 'B', eLevel: 'good', dRating: 'B', dLevel: 'good', state, rev: known.rev + 1 },
        ...{ actor: known[actor], actedAt: stampAt(at) },
      });
      ports.setNow(at);
      await assessmentWritten(ports, org, `${person}_${month}`);
    }
    expect(read().evaluatedBy).toBe(read().evaluatorName);
    expect(read().decidedBy).toBe(read().deciderName);
  });
});
