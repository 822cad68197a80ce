// The decider asks the committee member in charge of a ward, and nobody waits for the answer (S3 II.5, rows 3 and 7).
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import { assessmentRef, consultationRef, refOf, sheetRef } from '../schema/refs.ts';
import { consultationWritten } from './consultationWritten.ts';
import { everyDay } from './everyDay.ts';
import { sheetWritten } from './sheetWritten.ts';

const month = '2026-04';
const secretary = 'cau-dien-bi-thu';
const inCharge = 'btg-truong';
const askedAt = atTime('2026-04-29', '15:00');
let ports: MemoryPorts;
const id = `${secretary}_${month}_${inCharge}`;
const ref = consultationRef(org, secretary, month, inCharge);
const assessment = () => ports.read(assessmentRef(org, secretary, month));

async function filed(): Promise<MemoryPorts> {
  const fresh = seeded();
  await everyDay(fresh, atTime('2026-04-01', '00:00'));
  const sheet = sheetRef(org, secretary, month);
  const at = atTime('2026-04-24', '10:00');
  fresh.put(sheet, { ...fresh.read(sheet), state: 'submitted', rev: 1, nothing: true, savedAt: stampAt(at) });
  fresh.setNow(at);
  await sheetWritten(fresh, org, `${secretary}_${month}`);
  return fresh;
}

beforeEach(async () => {
  ports = await filed();
});

/** As the decider's client creates it: what about and until when is for the function to say. */
function ask(): void {
  ports.put(ref, {
    ...{ person: secretary, month, who: inCharge, kind: 'request', decider: 'bi-thu', askedBy: 'bi-thu' },
    ...{ note: '', state: 'asked', rev: 1, savedAt: stampAt(askedAt) },
  } as never);
  ports.setNow(askedAt);
}

describe('a request of the decider', () => {
  it('names at the opening who may be asked, of the wards assigned to them only', () => {
    expect(ports.read(sheetRef(org, secretary, month)).onRequest).toEqual([inCharge]);
    expect(ports.read(sheetRef(org, 'phu-do-bi-thu', month)).onRequest).toEqual([]);
    expect(ports.read(sheetRef(org, secretary, month)).asked).toEqual([]);
  });

  it('is given its words, a date with a working day at least, and the sheet to read', async () => {
    ask();
    await consultationWritten(ports, org, id);
    expect(ports.read(ref)).toMatchObject({
      personName: ports.read(refOf(org, 'people', secretary)).name,
      whoName: ports.read(refOf(org, 'people', inCharge)).name,
      state: 'asked',
    });
    // 30 April to 3 May are off: the working day after the 29th is Monday the 4th.
    expect(ports.read(ref).due).toBe(atTime('2026-05-05', '00:00'));
    expect(ports.read(sheetRef(org, secretary, month)).asked).toEqual([inCharge]);
    expect(assessment().log.at(-1)).toMatchObject({ who: 'bi-thu', forWhom: null, what: 'ask' });
  });

  it('holds up no decision', async () => {
    ask();
    await consultationWritten(ports, org, id);
    expect(assessment().consultsOpen).toBe(0);
  });

  it('comes to the same when it is delivered twice, or cut off at any write and delivered again', async () => {
    ask();
    await consultationWritten(ports, org, id);
    const quiet = ports.dump();
    await consultationWritten(ports, org, id);
    expect(ports.dump()).toBe(quiet);
    for (let writes = 0; writes < 3; writes++) {
      ports = await filed();
      ask();
      ports.writesToLive = writes;
      await expect(consultationWritten(ports, org, id)).rejects.toThrow(Killed);
      ports.writesToLive = null;
      await consultationWritten(ports, org, id);
      expect(ports.dump()).toBe(quiet);
    }
  });

  it('is noted as silence when nobody answered in time', async () => {
    ask();
    await consultationWritten(ports, org, id);
    await everyDay(ports, atTime('2026-05-05', '00:00'));
    expect(ports.read(ref).state).toBe('silent');
  });
});
