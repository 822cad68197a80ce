// Years of people and units from published months: transfers, corrections, gaps; and that order, replays and kills change nothing.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { theOrg, theUnit } from '../../../test/fixtures/documents.ts';
import { Killed, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import {
  correctMonth,
  decideMonth,
  forgetYears,
  openMonth,
  personYearOf,
  publishAndRun,
  publishMonthOf,
  runYearTasks,
  unitYearOf,
  yearPorts,
  yearTasks,
} from '../../../test/fixtures/yearMonths.ts';
import { organisationRef, personYearRef, sheetRef } from '../schema/refs.ts';
import type { Documents, Ports } from './ports.ts';
import { rebuildYear } from './rebuildYear.ts';

const other = 'phong-tai-chinh';
let ports: MemoryPorts;

/** January and February of lan and nam in the unit, of hoa in the other; all published, no task run. */
async function twoMonths(memory: MemoryPorts): Promise<void> {
  for (const month of ['2026-01', '2026-02']) {
    decideMonth(memory, { person: 'lan', month, level: month === '2026-01' ? 'poor' : 'good', score: 85 });
    decideMonth(memory, { person: 'nam', month, rating: 'A', score: 90 });
    decideMonth(memory, { person: 'hoa', month, unit: other, score: 70 });
    await publishMonthOf(memory, month);
    await publishMonthOf(memory, month, other);
  }
}

beforeEach(async () => {
  ports = yearPorts();
  await twoMonths(ports);
  await runYearTasks(ports);
});

describe('the early warning on the page of the head', () => {
  it('says of each person what one more month would do, and which months are owed', () => {
    const { rows } = unitYearOf(ports);
    expect(rows['lan']?.ahead).toEqual([{ level: 'poor', becomes: 'cap' }]);
    expect(rows['nam']?.ahead).toEqual([]);
    expect(rows['lan']?.owed).toHaveLength(10);
    expect(rows['lan']?.owed[0]).toBe('2026-03');
  });

  it('goes by the settings that the year was proposed with, as everything else in the row', async () => {
    const organisation = ports.read(organisationRef(theOrg));
    const settings = { ...organisation.settings, poorMonthsCap: 1 };
    ports.put(organisationRef(theOrg), { ...organisation, settings });
    decideMonth(ports, { person: 'lan', month: '2026-03' });
    await publishAndRun(ports, '2026-03');
    expect(unitYearOf(ports).rows['lan']).toMatchObject({ cap: 'C', ahead: [] });
    expect(unitYearOf(ports).rows['lan']?.owed).toHaveLength(9);
  });
});

describe('the year of a person', () => {
  it('has twelve cells, what was counted, and a proposal that is tạm tính', () => {
    const year = personYearOf(ports, 'lan');
    expect(Object.keys(year.cells)).toHaveLength(12);
    expect(year.cells['2026-01']).toEqual({
      ...{ state: 'published', rating: 'B', level: 'poor', score: 85, unrated: false },
      ...{ version: 1, unit: theUnit, unitName: `Đơn vị ${theUnit}` },
    });
    expect(year.cells['2026-03']).toMatchObject({ state: 'missing', version: 0 });
    expect(year.counts).toMatchObject({ rated: 2, missing: 10, levels: { good: 1, fair: 0, poor: 1 } });
    expect(year.proposal).toMatchObject({ rating: 'B', mean: 85, cap: null, provisional: true });
    expect(year.versions).toEqual({ '2026-01': 1, '2026-02': 1 });
    expect(year.decided).toBeNull();
  });

  it('is read by the person, and by who judges their newest month', async () => {
    expect(personYearOf(ports, 'lan').readers).toEqual(['hung', 'lan', 'mai']);
    decideMonth(ports, {
      person: 'lan',
      month: '2026-03',
      authority: { evaluator: 'tam', decider: 'vacant' },
    });
    await publishAndRun(ports, '2026-03');
    expect(personYearOf(ports, 'lan').readers).toEqual(['lan', 'tam']);
  });

  it('says nothing of a month that is decided and not published', async () => {
    decideMonth(ports, { person: 'lan', month: '2026-03', level: 'poor', rating: 'D', score: 45 });
    decideMonth(ports, { person: 'nam', month: '2026-03' });
    await rebuildYear(ports, { org: theOrg, month: '2026-02', unit: theUnit });
    ports.kept.delete(personYearRef(theOrg, 'lan', '2026').path);
    await rebuildYear(ports, { org: theOrg, month: '2026-02', unit: theUnit });
    expect(personYearOf(ports, 'lan').cells['2026-03']).toMatchObject({ state: 'missing', level: null });
    expect(JSON.stringify(personYearOf(ports, 'lan'))).not.toContain('45');
  });

  it('tells a month that is owed from one in which they were not there', async () => {
    openMonth(ports, { person: 'moi', month: '2026-04' });
    decideMonth(ports, { person: 'moi', month: '2026-05' });
    await publishAndRun(ports, '2026-05');
    const { cells, counts } = personYearOf(ports, 'moi');
    expect(Object.values(cells).map(({ state }) => state)).toEqual([
      ...['none', 'none', 'none', 'missing', 'published'],
      ...Array.from({ length: 7 }, () => 'missing'),
    ]);
    expect(counts).toMatchObject({ rated: 1, missing: 8 });
  });

  it('counts an unrated month as neither good nor bad', async () => {
    decideMonth(ports, { person: 'lan', month: '2026-03' }, { state: 'unrated', excuse: 'maternity' });
    await publishAndRun(ports, '2026-03');
    const { counts, proposal } = personYearOf(ports, 'lan');
    expect(counts).toMatchObject({ rated: 2, unrated: 1 });
    expect(proposal.mean).toBe(85);
  });

  it('takes the thresholds that the organisation set', async () => {
    const ref = organisationRef(theOrg);
    const organisation = ports.read(ref);
    const settings = { ...organisation.settings, poorMonthsCap: 1 };
    ports.put(ref, { ...organisation, settings });
    forgetYears(ports);
    await rebuildYear(ports, { org: theOrg, month: '2026-01', unit: theUnit });
    expect(personYearOf(ports, 'lan').proposal).toMatchObject({ cap: 'C', rating: 'C' });
  });
});

describe('the year of a unit', () => {
  it('has a row per person with months in short, and totals', () => {
    const year = unitYearOf(ports);
    expect(Object.keys(year.rows)).toEqual(['lan', 'nam']);
    expect(year.rows['lan']?.cells['2026-02']).toEqual({
      ...{ rating: 'B', level: 'good', score: 85, unrated: false, elsewhere: null },
    });
    expect(year.rows['nam']).toMatchObject({ rating: 'A', mean: 90, fails: [], isDecided: false });
    expect(year.totals).toMatchObject({ people: 2, ratings: { A: 1, B: 1, C: 0, D: 0 }, provisional: 2 });
    expect(Object.keys(unitYearOf(ports, other).rows)).toEqual(['hoa']);
  });

  it('is read by its head and by who decides in it, and by nobody who evaluates some of its people or is rated alone', async () => {
    expect(unitYearOf(ports).readers).toEqual(['mai', 'son']);
    decideMonth(ports, {
      ...{ person: 'son', month: '2026-03' },
      authority: { isHead: true, head: null, evaluator: 'chu-tich', decider: 'chu-tich' },
    });
    await publishAndRun(ports, '2026-03');
    expect(unitYearOf(ports).readers).toEqual(['chu-tich', 'mai', 'son']);
  });

  it('is read by a head who is alone in it', async () => {
    const alone = { isHead: true, head: null, evaluator: 'chu-tich', decider: 'chu-tich' };
    decideMonth(ports, { person: 'mot', month: '2026-03', unit: 'nho', authority: alone });
    await publishAndRun(ports, '2026-03', 'nho');
    expect(unitYearOf(ports, 'nho').readers).toEqual(['chu-tich', 'mot']);
  });

  it('refuses more people than a document holds, and keeps their own years', async () => {
    for (let i = 0; i <= 500; i++) decideMonth(ports, { person: `p${i}`, month: '2026-03', unit: 'lon' });
    await publishMonthOf(ports, '2026-03', 'lon');
    await expect(runYearTasks(ports)).rejects.toThrow('501 people of lon in 2026; its year holds 500');
    expect(personYearOf(ports, 'p500').counts.rated).toBe(1);
  });
});

describe('a transfer', () => {
  const transferred = async (memory: MemoryPorts) => {
    decideMonth(memory, { person: 'lan', month: '2026-03', unit: other });
    decideMonth(memory, { person: 'nam', month: '2026-03' });
    await publishMonthOf(memory, '2026-03', other);
    await publishMonthOf(memory, '2026-03');
  };

  it('leaves all months in the year of the person, and moves the row with the units they were in', async () => {
    await transferred(ports);
    await runYearTasks(ports);
    expect(personYearOf(ports, 'lan')).toMatchObject({
      unit: other,
      units: [theUnit, other],
      counts: { rated: 3 },
    });
    expect(Object.keys(unitYearOf(ports).rows)).toEqual(['nam']);
    const { lan } = unitYearOf(ports, other).rows;
    expect(Object.entries(lan?.cells ?? {}).map(([, { elsewhere }]) => elsewhere)).toEqual([
      ...[`Đơn vị ${theUnit}`, `Đơn vị ${theUnit}`, null],
    ]);
    expect(unitYearOf(ports, other).totals.people).toBe(2);
  });

  it('is seen from the open sheet before the first month there is published', async () => {
    openMonth(ports, { person: 'lan', month: '2026-04', unit: other, authority: { head: 'bich' } });
    decideMonth(ports, { person: 'lan', month: '2026-03' });
    await publishAndRun(ports, '2026-03');
    expect(personYearOf(ports, 'lan').unit).toBe(other);
    expect(Object.keys(unitYearOf(ports).rows)).toEqual(['nam']);
    expect(Object.keys(unitYearOf(ports, other).rows)).toEqual(['hoa', 'lan']);
    expect(unitYearOf(ports, other).readers).toContain('bich');
  });

  it('that was corrected before a month was published there leaves no row behind', async () => {
    openMonth(ports, { person: 'lan', month: '2026-04', unit: other });
    decideMonth(ports, { person: 'lan', month: '2026-03' });
    await publishAndRun(ports, '2026-03');
    decideMonth(ports, { person: 'lan', month: '2026-04' });
    await publishAndRun(ports, '2026-04');
    expect(Object.keys(unitYearOf(ports, other).rows)).toEqual(['hoa']);
  });

  it('of the last one leaves a unit year that nobody reads', async () => {
    decideMonth(ports, { person: 'hoa', month: '2026-03' });
    await publishAndRun(ports, '2026-03');
    expect(unitYearOf(ports, other)).toMatchObject({ rows: {}, readers: [], totals: { people: 0 } });
  });

  it('back to the old unit shows them there again', async () => {
    await transferred(ports);
    await runYearTasks(ports);
    decideMonth(ports, { person: 'lan', month: '2026-04' });
    await publishAndRun(ports, '2026-04');
    expect(Object.keys(unitYearOf(ports).rows)).toEqual(['lan', 'nam']);
    expect(Object.keys(unitYearOf(ports, other).rows)).toEqual(['hoa']);
  });
});

describe('a correction', () => {
  it('is in the years of person and unit as the next version', async () => {
    correctMonth(ports, { person: 'lan', month: '2026-01', level: 'good', score: 95 });
    await publishAndRun(ports, '2026-01');
    expect(personYearOf(ports, 'lan')).toMatchObject({
      versions: { '2026-01': 2, '2026-02': 1 },
      proposal: { mean: 90, rating: 'A' },
      counts: { levels: { poor: 0 } },
    });
    expect(unitYearOf(ports).rows['lan']).toMatchObject({ mean: 90, counts: { levels: { poor: 0 } } });
  });

  it('of a month before a transfer reaches the unit where they are now after a kill in between, too', async () => {
    decideMonth(ports, { person: 'lan', month: '2026-03', unit: other });
    await publishAndRun(ports, '2026-03', other);
    correctMonth(ports, { person: 'lan', month: '2026-01', level: 'fair' });
    await publishMonthOf(ports, '2026-01');
    // The year of lan is written; the unit's isn't.
    ports.writesToLive = 1;
    await expect(runYearTasks(ports)).rejects.toThrow(Killed);
    ports.writesToLive = null;
    await rebuildYear(ports, { org: theOrg, month: '2026-01', unit: theUnit });
    expect(unitYearOf(ports, other).rows['lan']?.cells['2026-01']?.level).toBe('fair');
  });

  it('of a month before a transfer reaches the unit where they are now', async () => {
    decideMonth(ports, { person: 'lan', month: '2026-03', unit: other });
    await publishAndRun(ports, '2026-03', other);
    correctMonth(ports, { person: 'lan', month: '2026-01', level: 'fair' });
    await publishAndRun(ports, '2026-01');
    expect(unitYearOf(ports, other).rows['lan']?.cells['2026-01']?.level).toBe('fair');
    expect(unitYearOf(ports).rows['lan']).toBeUndefined();
  });

  it('that comes between reading and writing is not overwritten by what was read before', async () => {
    ports.kept.delete(personYearRef(theOrg, 'lan', '2026').path);
    correctMonth(ports, { person: 'lan', month: '2026-01', level: 'fair' });
    let came = false;
    const raced: Ports = {
      ...{ clock: ports.clock, tasks: ports.tasks },
      documents: {
        ...ports.documents,
        create: async (ref, data) => {
          if (!came && ref.path.includes('personYears')) {
            came = true;
            await publishAndRun(ports, '2026-01');
          }
          await ports.documents.create(ref, data);
        },
      },
    };
    await rebuildYear(raced, { org: theOrg, month: '2026-02', unit: theUnit });
    expect(came).toBe(true);
    expect(personYearOf(ports, 'lan').versions['2026-01']).toBe(2);
  });
});

describe('derived', () => {
  /** Two months, a transfer and a correction: everything published, the rebuilds still to run. */
  const published = async (between: (memory: MemoryPorts) => Promise<void> = async () => undefined) => {
    const memory = yearPorts();
    await twoMonths(memory);
    await between(memory);
    decideMonth(memory, { person: 'lan', month: '2026-03', unit: other });
    decideMonth(memory, { person: 'nam', month: '2026-03' });
    await publishMonthOf(memory, '2026-03', other);
    await publishMonthOf(memory, '2026-03');
    correctMonth(memory, { person: 'nam', month: '2026-02', level: 'fair' });
    await publishMonthOf(memory, '2026-02');
    return memory;
  };
  const run = async (memory: MemoryPorts, tasks: readonly Parameters<typeof rebuildYear>[1][]) => {
    for (const task of tasks) await rebuildYear(memory, task);
  };
  const settled = async () => {
    const memory = await published();
    await run(memory, yearTasks(memory));
    return memory.dump();
  };

  it('is built again to the same bytes after it was deleted', async () => {
    const memory = await published();
    const tasks = yearTasks(memory);
    await run(memory, tasks);
    const built = memory.dump();
    forgetYears(memory);
    expect(memory.dump()).not.toBe(built);
    await run(memory, tasks);
    expect(memory.dump()).toBe(built);
  });

  it('is the same in any order of the rebuilds, each once or more', async () => {
    const quiet = await settled();
    const tasks = yearTasks(await published());
    const orders = fc
      .array(fc.constantFrom(...tasks), { maxLength: 5 })
      .chain((again) =>
        fc.shuffledSubarray([...tasks, ...again], { minLength: tasks.length + again.length }),
      );
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const memory = await published();
        await run(memory, order);
        expect(memory.dump()).toBe(quiet);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['all months at once', async () => undefined],
    ['a transfer and a correction', runYearTasks],
  ])('ends the same wherever a rebuild is killed that follows %s, and repeated', async (_, between) => {
    const quiet = await settled();
    const needed = await published(between).then(async (memory) => {
      const before = memory.writes;
      await run(memory, yearTasks(memory));
      return memory.writes - before;
    });
    expect(needed).toBeGreaterThan(3);
    for (let writes = 0; writes < needed; writes++) {
      const memory = await published(between);
      const tasks = yearTasks(memory);
      memory.writesToLive = writes;
      await expect(run(memory, tasks)).rejects.toThrow(Killed);
      memory.writesToLive = null;
      await run(memory, tasks);
      expect(memory.dump()).toBe(quiet);
    }
  });

  it('writes nothing when the same month is marked again', async () => {
    const before = ports.writes;
    await rebuildYear(ports, { org: theOrg, month: '2026-02', unit: theUnit });
    expect(ports.writes).toBe(before);
  });
});

describe('what it costs', () => {
  function counting(memory: MemoryPorts): { ports: Ports; reads: () => number } {
    let reads = 0;
    const { documents } = memory;
    const counted: Documents = {
      ...documents,
      get: async (ref) => ((reads += 1), await documents.get(ref)),
      getAll: async (refs) => ((reads += refs.length), await documents.getAll(refs)),
      find: async (collection, filters) => {
        const found = await documents.find(collection, filters);
        reads += found.length;
        return found;
      },
    };
    return { ports: { documents: counted, tasks: memory.tasks, clock: memory.clock }, reads: () => reads };
  }
  const people = 30;
  const big = async () => {
    const memory = yearPorts();
    for (let i = 0; i < people; i++) decideMonth(memory, { person: `p${i}`, month: '2026-01', unit: 'lon' });
    await publishMonthOf(memory, '2026-01', 'lon');
    return memory;
  };
  const task = { org: theOrg, month: '2026-01', unit: 'lon' };

  it('is 18 reads for a person whose month came, and 3 for each of the unit', async () => {
    const { ports: counted, reads } = counting(await big());
    await rebuildYear(counted, task);
    // Each: result, year, whether the year's act is open, year again, 12 results, 3 sheets, the person; at last the unit's years.
    expect(reads()).toBe(people * (1 + 1 + 1 + 1 + 12 + 3 + 1) + 1 + 1 + people);
  });

  it('of one correction does not grow with the rest of the organisation, and with the unit by 3 reads a person', async () => {
    const memory = await big();
    await runYearTasks(memory);
    await twoMonths(memory);
    await runYearTasks(memory);
    correctMonth(memory, { person: 'p7', month: '2026-01', unit: 'lon', level: 'poor' });
    await publishMonthOf(memory, '2026-01', 'lon');
    const { ports: counted, reads } = counting(memory);
    const before = memory.writes;
    await rebuildYear(counted, task);
    expect(reads()).toBe(3 * people + 1 + (1 + 1 + 12 + 3 + 1) + 1);
    expect(memory.writes - before).toBe(2);
  });

  it('is one task per unit, month and window, however often the month is published', async () => {
    const memory = await big();
    await publishMonthOf(memory, '2026-01', 'lon');
    expect(yearTasks(memory)).toEqual([task]);
    expect(memory.kept.has(sheetRef(theOrg, 'p0', '2026-01').path)).toBe(true);
  });
});
