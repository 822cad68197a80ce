// Derived documents are deleted and made again: the same to the byte, whatever was wrong with them, and wherever a run was cut off.
import { beforeEach, describe, expect, it } from 'vitest';
import { aCycle, theOrg as org, theUnit } from '../../../test/fixtures/documents.ts';
import { Killed, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { decideMonth, publishMonthOf, runYearTasks, yearPorts } from '../../../test/fixtures/yearMonths.ts';
import { collectionOf, cycleRef, unitMonthRef, unitYearRef } from '../schema/refs.ts';
import { derivedCollections, rebuildOrganisation } from './rebuildOrganisation.ts';
import { rebuildUnit } from './rebuildUnit.ts';

const other = 'phong-tai-chinh';
const months = ['2026-01', '2026-02'];
let ports: MemoryPorts;

const rebuild = () =>
  rebuildOrganisation(
    {
      documents: ports.documents,
      forget: async (path) => {
        ports.kept.delete(path);
      },
    },
    org,
  );
const derived = () =>
  [...ports.kept.keys()].filter((path) =>
    derivedCollections.some((name) => path.startsWith(`${collectionOf(org, name).path}/`)),
  );

beforeEach(async () => {
  ports = yearPorts();
  for (const month of months) {
    ports.put(cycleRef(org, month), aCycle({ month }));
    decideMonth(ports, { person: 'lan', month, level: month === '2026-01' ? 'poor' : 'good', score: 85 });
    decideMonth(ports, { person: 'nam', month, rating: 'A', score: 90 });
    decideMonth(ports, { person: 'hoa', month, unit: other, score: 70 });
    for (const unit of [theUnit, other]) {
      await publishMonthOf(ports, month, unit);
      await rebuildUnit(ports, org, unit, month);
    }
  }
  await runYearTasks(ports);
});

describe('rebuilding an organisation', () => {
  it('gives the same documents to the byte', async () => {
    const quiet = ports.dump();
    expect(derived()).toHaveLength(4 + 3 + 2);
    expect(await rebuild()).toEqual({ unitMonths: 4, personYears: 3, unitYears: 2 });
    expect(ports.dump()).toBe(quiet);
  });

  it('mends what is wrong, lost, or counted twice', async () => {
    const quiet = ports.dump();
    const month = unitMonthRef(org, theUnit, '2026-01');
    const { counts } = ports.read(month);
    ports.put(month, { ...ports.read(month), counts: { ...counts, people: counts.people + 1 } });
    ports.kept.delete(unitYearRef(org, other, '2026').path);
    expect(ports.dump()).not.toBe(quiet);
    await rebuild();
    expect(ports.dump()).toBe(quiet);
  });

  it('is finished by the next run wherever one was cut off', async () => {
    const quiet = ports.dump();
    for (let writes = 0; writes < derived().length; writes++) {
      ports.writesToLive = writes;
      await expect(rebuild()).rejects.toBeInstanceOf(Killed);
      ports.writesToLive = null;
      await rebuild();
      expect(ports.dump()).toBe(quiet);
    }
  });
});
