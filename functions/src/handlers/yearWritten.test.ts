// The act that rates the year: opened with December, decided, taken back, published; replays and other orders change nothing.
import { beforeEach, describe, expect, it } from 'vitest';
import { cast, theOrg, theUnit, aPerson } from '../../../test/fixtures/documents.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import {
  correctMonth,
  decideMonth,
  personYearOf,
  publishAndRun,
  publishMonthOf,
  runYearTasks,
  unitYearOf,
  yearActOf,
  yearPorts,
  yearTasks,
  type DecidedMonth,
} from '../../../test/fixtures/yearMonths.ts';
import { atTime } from '../domain/civilDate.ts';
import { monthsOfYear } from '../domain/yearCounts.ts';
import { assessmentRef, refOf, yearAssessmentRef } from '../schema/refs.ts';
import type { YearAssessment } from '../schema/year.ts';
import { isIntact } from './audit.ts';
import { decemberWritten } from './openYear.ts';
import { rebuildYear } from './rebuildYear.ts';
import { yearWritten } from './yearWritten.ts';

const december = '2026-12';
const ref = yearAssessmentRef(theOrg, 'lan', '2026');
let ports: MemoryPorts;

/** January to November published, with so many months Kém; December open. */
async function elevenMonths(poor: number): Promise<MemoryPorts> {
  const memory = yearPorts();
  for (const [i, month] of monthsOfYear('2026').slice(0, 11).entries()) {
    decideMonth(memory, { person: 'lan', month, level: i < poor ? 'poor' : 'good', score: 85 });
    await publishMonthOf(memory, month);
  }
  await runYearTasks(memory);
  return memory;
}

const decideDecember = async (memory: MemoryPorts, over: Partial<DecidedMonth> = {}) => {
  decideMonth(memory, { person: 'lan', month: december, score: 85, ...over });
  await decemberWritten(memory, theOrg, `lan_${december}`);
};

function act(memory: MemoryPorts, at: string, patch: Partial<YearAssessment>): void {
  const before = memory.read(ref);
  const signed = { actor: cast.decider, actedFor: null, actedAt: stampAt(atTime(at, '10:00')) };
  memory.put(ref, { ...before, ...signed, ...patch, rev: before.rev + 1 });
  memory.setNow(atTime(at, '10:00'));
}
const written = (memory: MemoryPorts) => yearWritten(memory, theOrg, 'lan_2026');
const decision = { state: 'decided', dRating: 'C', dReason: '' } as const;

beforeEach(async () => {
  ports = await elevenMonths(2);
});

describe('opening', () => {
  it('lays the year before December’s decider when December is decided, with December tạm tính', async () => {
    await decideDecember(ports);
    const year = yearActOf(ports, 'lan');
    expect(year).toMatchObject({
      ...{ state: 'waiting', held: false, rev: 0, decider: cast.decider, unit: theUnit, year: '2026' },
      ...{ dRating: null, version: 0, publishedAt: null },
    });
    expect(year.proposal).toMatchObject({ rating: 'C', cap: 'C', mean: 85, provisional: true });
    expect(year.counts).toMatchObject({ rated: 12, missing: 0 });
    expect(year.versions).toMatchObject({ '2026-01': 1, '2026-12': 1 });
    expect(personYearOf(ports, 'lan').cells[december]).toMatchObject({ state: 'missing' });
  });

  it('costs nothing in another month, and opens nothing before December is decided', async () => {
    const before = ports.dump();
    decideMonth(ports, { person: 'lan', month: '2026-11' });
    const silent = { ...ports, documents: {} } as unknown as MemoryPorts;
    await decemberWritten(silent, theOrg, 'lan_2026-11');
    decideMonth(
      ports,
      { person: 'lan', month: december },
      { state: 'evaluated', dRating: null, dLevel: null },
    );
    await decemberWritten(ports, theOrg, `lan_${december}`);
    expect(before).not.toContain('yearAssessments');
    expect(ports.dump()).not.toContain('yearAssessments');
  });

  it('is held while December’s decision is taken back, and follows the new one', async () => {
    await decideDecember(ports);
    const assessment = ports.read(assessmentRef(theOrg, 'lan', december));
    ports.put(assessmentRef(theOrg, 'lan', december), { ...assessment, state: 'evaluated', decidedAt: null });
    await decemberWritten(ports, theOrg, `lan_${december}`);
    expect(yearActOf(ports, 'lan')).toMatchObject({ held: true, counts: { rated: 11, missing: 1 } });
    await decideDecember(ports, { level: 'poor' });
    expect(yearActOf(ports, 'lan')).toMatchObject({ held: false, proposal: { rating: 'D' } });
  });

  it('happens at publication where the call about the decision was lost', async () => {
    decideMonth(ports, { person: 'lan', month: december });
    await publishAndRun(ports, december);
    expect(yearActOf(ports, 'lan')).toMatchObject({ state: 'waiting', held: false });
    expect(yearActOf(ports, 'lan').proposal.provisional).toBe(false);
  });

  it('proposes nothing, and says so, where no month of the year was rated', async () => {
    const memory = yearPorts();
    decideMonth(memory, { person: 'lan', month: december }, { state: 'unrated', excuse: 'maternity' });
    await decemberWritten(memory, theOrg, `lan_${december}`);
    const { proposal, trace } = yearActOf(memory, 'lan');
    expect(proposal.rating).toBeNull();
    expect(trace.at(-1)?.outcome).toContain('Không đề xuất: không có tháng nào được xếp loại');
  });

  it('follows a correction of an earlier month', async () => {
    await decideDecember(ports);
    correctMonth(ports, { person: 'lan', month: '2026-01', level: 'good', score: 85 });
    await publishAndRun(ports, '2026-01');
    expect(yearActOf(ports, 'lan')).toMatchObject({
      proposal: { rating: 'B', cap: null },
      versions: { '2026-01': 2 },
    });
  });
});

describe('deciding', () => {
  beforeEach(async () => {
    await decideDecember(ports);
  });

  it('before December is published waits for it, unseen by the person', async () => {
    act(ports, '2026-12-09', decision);
    await written(ports);
    expect(yearActOf(ports, 'lan')).toMatchObject({
      ...{ state: 'decided', version: 1, decidedAt: atTime('2026-12-09', '10:00'), decidedBy: 'Lê Thị Mai' },
    });
    expect(personYearOf(ports, 'lan').decided).toBeNull();
    await publishAndRun(ports, december);
    expect(yearActOf(ports, 'lan')).toMatchObject({
      state: 'published',
      publishedAt: atTime('2026-12-10', '08:00'),
    });
    expect(personYearOf(ports, 'lan').decided).toMatchObject({ rating: 'C', version: 1, outdated: false });
    expect(unitYearOf(ports).rows['lan']).toMatchObject({
      isDecided: true,
      decided: 'C',
      provisional: false,
    });
  });

  it('after December is published is published at once, with who decided at the end of the trace', async () => {
    await publishAndRun(ports, december);
    act(ports, '2026-12-11', {
      ...decision,
      dRating: 'D',
      dReason: 'Ảnh hưởng chung',
      participants: 'Tập thể',
    });
    await written(ports);
    await runYearTasks(ports);
    const year = personYearOf(ports, 'lan');
    expect(year.decided).toMatchObject({ rating: 'D', publishedAt: atTime('2026-12-11', '10:00') });
    expect(year.trace.at(-1)).toMatchObject({
      clause: 'S3 II.5.2',
      facts: [
        ...['Lê Thị Mai', 'Lý do: Ảnh hưởng chung', 'Cùng tham gia: Tập thể'],
        'Khác đề xuất: Hoàn thành nhiệm vụ',
      ],
      outcome: 'Không hoàn thành nhiệm vụ',
    });
    expect(unitYearOf(ports).totals.decided).toBe(1);
  });

  it('taken back before publication and decided again is version 2, and every act stands in the log', async () => {
    act(ports, '2026-12-08', decision);
    await written(ports);
    act(ports, '2026-12-09', { state: 'waiting', dReason: 'Xem lại theo ý kiến tập thể' });
    await written(ports);
    expect(yearActOf(ports, 'lan')).toMatchObject({ decidedAt: null, decidedBy: null, version: 1 });
    act(ports, '2026-12-10', { ...decision, dReason: '' });
    await written(ports);
    const { version, log } = yearActOf(ports, 'lan');
    expect(version).toBe(2);
    expect(log.map(({ what, reason }) => [what, reason])).toEqual([
      ['decided', undefined],
      ['waiting', 'Xem lại theo ý kiến tập thể'],
      ['decided', undefined],
    ]);
    expect(isIntact(ref.path, log)).toBe(true);
  });

  it('taken back stands in the log once, though its call is repeated after a draft was saved', async () => {
    act(ports, '2026-12-08', decision);
    await written(ports);
    act(ports, '2026-12-09', { state: 'waiting', dReason: 'Xem lại theo ý kiến tập thể' });
    await written(ports);
    const { log } = yearActOf(ports, 'lan');
    act(ports, '2026-12-10', { dRating: 'D' });
    await written(ports);
    expect(yearActOf(ports, 'lan').log).toEqual(log);
  });

  it('by a delegate names both', async () => {
    ports.put(refOf(theOrg, 'people', 'phuc'), aPerson({ id: 'phuc', name: 'Đỗ Phúc' }));
    act(ports, '2026-12-09', { ...decision, actor: 'phuc', actedFor: cast.decider });
    await written(ports);
    const { decidedBy, log } = yearActOf(ports, 'lan');
    expect(decidedBy).toBe('Đỗ Phúc thay mặt Lê Thị Mai');
    expect(log[0]).toMatchObject({ who: 'phuc', forWhom: cast.decider });
  });

  it.each([
    ['D', 'xác nhận nghĩa "từ 3 trở lên"'],
    ['C', 'xác nhận nghĩa "02 đến 3"'],
  ] as const)('%s at exactly three months Kém logs the reading it confirms', async (dRating, reading) => {
    await decideDecember(ports, { level: 'poor' });
    expect(yearActOf(ports, 'lan').proposal.openReading).not.toBeNull();
    act(ports, '2026-12-09', { ...decision, dRating, dReason: 'Theo kết luận của tập thể' });
    await written(ports);
    expect(yearActOf(ports, 'lan').log[0]?.after).toContain(reading);
  });

  it('a year without a rated month is published không xếp loại', async () => {
    const memory = yearPorts();
    decideMonth(memory, { person: 'lan', month: december }, { state: 'unrated', excuse: 'maternity' });
    await publishAndRun(memory, december);
    act(memory, '2026-12-11', { ...decision, dRating: null, dReason: 'Nghỉ thai sản' });
    await written(memory);
    expect(personYearOf(memory, 'lan').decided).toMatchObject({ rating: null });
    expect(personYearOf(memory, 'lan').trace.at(-1)?.outcome).toBe('Không xếp loại năm');
  });
});

describe('after publication', () => {
  beforeEach(async () => {
    await decideDecember(ports);
    await publishAndRun(ports, december);
    act(ports, '2026-12-11', decision);
    await written(ports);
    await runYearTasks(ports);
  });

  it('a corrected month leaves the decision and says that it was made of another one', async () => {
    const decided = yearActOf(ports, 'lan');
    correctMonth(ports, { person: 'lan', month: '2026-01', level: 'good', score: 85 });
    await publishAndRun(ports, '2026-01');
    expect(yearActOf(ports, 'lan')).toEqual(decided);
    expect(personYearOf(ports, 'lan')).toMatchObject({
      decided: { rating: 'C', outdated: true },
      proposal: { rating: 'B' },
    });
  });

  it('a replay of the act, or of December, changes nothing', async () => {
    const once = ports.dump();
    await written(ports);
    await decemberWritten(ports, theOrg, `lan_${december}`);
    await runYearTasks(ports);
    await rebuildYear(ports, { org: theOrg, month: december, unit: theUnit });
    expect(ports.dump()).toBe(once);
  });
});

describe('in whatever order it is handled', () => {
  /** December decided and published, the year decided on the 9th; nothing handled yet. */
  const prepared = async () => {
    const memory = await elevenMonths(2);
    await decideDecember(memory);
    act(memory, '2026-12-09', decision);
    await publishMonthOf(memory, december);
    return memory;
  };
  const steps = {
    act: written,
    december: (memory: MemoryPorts) => decemberWritten(memory, theOrg, `lan_${december}`),
    rebuild: (memory: MemoryPorts) => rebuildYear(memory, { org: theOrg, month: december, unit: theUnit }),
  };
  type Step = keyof typeof steps;
  const afterAll = async (order: readonly Step[]) => {
    const memory = await prepared();
    for (const step of order) await steps[step](memory);
    // What the act asked for comes last, as its window ends later.
    for (const task of yearTasks(memory)) await rebuildYear(memory, task);
    return memory;
  };

  it.each<Step[][]>([
    [['act', 'december', 'rebuild']],
    [['rebuild', 'act', 'december']],
    [['december', 'rebuild', 'act']],
    [['rebuild', 'december', 'act', 'act', 'rebuild']],
    [['act', 'rebuild', 'december', 'act']],
  ])('%j', async (order) => {
    const quiet = (await afterAll(['act', 'rebuild'])).dump();
    const memory = await afterAll(order);
    expect(yearActOf(memory, 'lan').state).toBe('published');
    expect(memory.dump()).toBe(quiet);
  });

  it('December published between a new decision and its call does not publish it with the day of the one before', async () => {
    const memory = await elevenMonths(2);
    await decideDecember(memory);
    act(memory, '2026-12-08', decision);
    await written(memory);
    act(memory, '2026-12-09', { ...decision, dRating: 'D', dReason: 'Theo ý kiến tập thể' });
    await publishAndRun(memory, december);
    expect(yearActOf(memory, 'lan').state).toBe('decided');
    await written(memory);
    expect(yearActOf(memory, 'lan')).toMatchObject({
      ...{ state: 'published', version: 2, decidedAt: atTime('2026-12-09', '10:00') },
    });
  });

  it('a kill between any two writes is finished by the repeat', async () => {
    const quiet = (await afterAll(['act', 'rebuild'])).dump();
    let killed = 0;
    for (let writes = 0; writes < 4; writes++) {
      for (const step of ['act', 'rebuild'] as const) {
        const memory = await prepared();
        memory.writesToLive = writes;
        await steps[step](memory).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          killed += 1;
        });
        memory.writesToLive = null;
        await steps[step](memory);
        for (const next of ['act', 'rebuild'] as const) await steps[next](memory);
        for (const task of yearTasks(memory)) await rebuildYear(memory, task);
        expect(memory.dump()).toBe(quiet);
      }
    }
    expect(killed).toBeGreaterThan(2);
  });
});
