// A delegation through the handlers: on and off by the clock alone, revoked for good, signed wherever the delegate acted.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg } from '../../../local/sample/organisation.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import type { Delegation } from '../schema/delegation.ts';
import { delegationId } from '../schema/paths.ts';
import { delegationRef, refOf } from '../schema/refs.ts';
import { isIntact } from './audit.ts';
import { delegationWritten } from './delegationWritten.ts';
import { everyDay } from './everyDay.ts';
import { keepDelegation } from './keepDelegation.ts';

const org = sampleOrg;
let ports: MemoryPorts;
let giver: string;
let delegate: string;
const id = () => delegationId(giver, delegate);
const ref = () => delegationRef(org, giver, delegate);
const now = () => ports.read(ref());
const acts = () => now().log.map(({ what, at }) => `${what} ${at}`);

beforeEach(() => {
  ports = seeded();
  const ids = [...ports.kept.keys()].filter((path) => path.includes('/people/')).sort();
  [giver = '', delegate = ''] = ids.map((path) => path.slice(path.lastIndexOf('/') + 1));
});

const givenAt = atTime('2026-04-20', '09:30');
const begin = atTime('2026-04-24', '00:00');
const end = atTime('2026-04-30', '00:00');

/** As the giver's client creates it: the functions' fields are absent. */
async function give(over: Partial<Delegation> = {}, at: Moment = givenAt): Promise<void> {
  const written = {
    ...{ giver, delegate, fromDay: '2026-04-24', toDay: '2026-04-29', acts: 'evaluate', unit: null },
    ...{ reason: 'Đi công tác', revoked: false, active: false, rev: 1, savedAt: stampAt(at), ...over },
  };
  ports.put(ref(), written as unknown as Delegation);
  ports.setNow(at);
  await delegationWritten(ports, org, id());
}

async function revoke(at: Moment): Promise<void> {
  ports.put(ref(), { ...now(), revoked: true, active: false, rev: now().rev + 1, savedAt: stampAt(at) });
  ports.setNow(at);
  await delegationWritten(ports, org, id());
}

async function at(moment: Moment, due: Moment = moment): Promise<void> {
  ports.setNow(moment);
  await keepDelegation(ports, { org, id: id(), due });
}

describe('given', () => {
  it('waits for its first day, with the names of both', async () => {
    await give();
    expect(now()).toMatchObject({ active: false, over: false, refusal: '' });
    expect(now().giverName).toBe(ports.read(refOf(org, 'people', giver)).name);
    expect(now().delegateName).toBe(ports.read(refOf(org, 'people', delegate)).name);
    expect(acts()).toEqual([`give ${givenAt}`]);
    expect(now().log[0]).toMatchObject({ who: giver, reason: 'Đi công tác' });
  });

  it('on one of its days holds at once', async () => {
    const noon = atTime('2026-04-25', '12:00');
    await give({}, noon);
    expect(now().active).toBe(true);
    expect(acts()).toEqual([`give ${noon}`, `begin ${noon}`]);
  });

  it.each([
    ['to somebody the organisation has not', { delegate: 'khong-co' }, 'không có'],
    ['for days that are past', { fromDay: '2026-04-01', toDay: '2026-04-19' }, 'đã qua'],
  ])('%s never holds', async (_, over, reason) => {
    if ('delegate' in over) delegate = over.delegate;
    await give(over);
    await at(begin);
    expect(now()).toMatchObject({ active: false, over: true });
    expect(now().refusal).toContain(reason);
  });

  it('to somebody who has left never holds, and to one who leaves within its days ends with them', async () => {
    const person = refOf(org, 'people', delegate);
    ports.put(person, { ...ports.read(person), left: '2026-04-19' });
    await give();
    expect(now().refusal).toContain('không còn');
    ports.put(person, { ...ports.read(person), left: '2026-04-26' });
    await give();
    await at(begin);
    expect(now().active).toBe(true);
    const gone = atTime('2026-04-27', '00:00');
    await at(gone, begin);
    expect(now()).toMatchObject({ active: false, over: true });
    expect(acts().at(-1)).toBe(`end ${gone}`);
  });
});

describe('by the clock', () => {
  it('begins at 00:00 of its first day and ends at 00:00 after its last', async () => {
    await give();
    await at(begin);
    expect(now()).toMatchObject({ active: true, over: false });
    await at(end);
    expect(now()).toMatchObject({ active: false, over: true });
    expect(acts()).toEqual([`give ${givenAt}`, `begin ${begin}`, `end ${end}`]);
    expect(isIntact(ref().path, now().log)).toBe(true);
  });

  it('asks for tasks within two days, and the daily sweep for those further off', async () => {
    await give();
    expect([...ports.asked.keys()]).toEqual([]);
    await everyDay(ports, atTime('2026-04-22', '00:00'));
    const asked = () => [...ports.asked.values()].filter(({ fn }) => fn === 'keepDelegation');
    expect(asked().map((task) => task.at)).toEqual([begin]);
    ports.setNow(begin);
    await everyDay(ports, atTime('2026-04-28', '00:00'));
    expect(asked().map((task) => task.at)).toEqual([begin, end]);
  });

  it('is switched by the daily sweep where a task was lost', async () => {
    await give();
    ports.setNow(atTime('2026-04-25', '00:00'));
    await everyDay(ports, atTime('2026-04-25', '00:00'));
    expect(now().active).toBe(true);
  });

  it('called early does nothing but ask again', async () => {
    await give();
    const before = ports.dump();
    await at(atTime('2026-04-23', '23:59'), begin);
    expect(ports.dump()).toBe(before);
    expect([...ports.asked.values()].map((task) => task.at)).toEqual([begin]);
  });

  it('called twice, late or in another order ends the same', async () => {
    await give();
    await at(begin);
    await at(end);
    const quiet = ports.dump();
    await at(end, begin);
    await delegationWritten(ports, org, id());
    await at(end);
    expect(ports.dump()).toBe(quiet);
  });

  it('is finished by the next call wherever one is killed', async () => {
    await give();
    ports.writesToLive = 0;
    await at(begin).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
    ports.writesToLive = null;
    await at(begin);
    expect(now().active).toBe(true);
    expect(acts()).toEqual([`give ${givenAt}`, `begin ${begin}`]);
  });
});

describe('revoked', () => {
  it('stays off, whatever task or replay comes after', async () => {
    await give();
    await at(begin);
    const noon = atTime('2026-04-24', '12:00');
    await revoke(noon);
    await at(noon, begin);
    await everyDay(ports, atTime('2026-04-25', '00:00'));
    expect(now()).toMatchObject({ active: false, revoked: true, over: true });
    expect(acts().at(-1)).toBe(`revoke ${noon}`);
  });

  it('while a task switches it on: the hand of the giver wins', async () => {
    await give();
    let once = true;
    ports.beforeWrite = () => {
      if (!once) return;
      once = false;
      ports.put(ref(), { ...now(), revoked: true, active: false, rev: 2 });
    };
    await at(begin);
    expect(now().active).toBe(false);
  });

  it('and given again holds again', async () => {
    await give();
    await revoke(atTime('2026-04-21', '09:00'));
    const again = atTime('2026-04-22', '09:00');
    ports.put(ref(), { ...now(), revoked: false, active: false, rev: 3, savedAt: stampAt(again) });
    ports.setNow(again);
    await delegationWritten(ports, org, id());
    expect(now().over).toBe(false);
    await at(begin);
    expect(now().active).toBe(true);
    expect(now().log.map(({ what }) => what)).toEqual(['give', 'revoke', 'give', 'begin']);
  });
});
