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
import { replayYear } from '../domain/yearBasis.ts';
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

  const correctJanuary = async (memory: MemoryPorts) => {
    correctMonth(memory, { person: 'lan', month: '2026-01', level: 'good', score: 85 });
    await publishAndRun(memory, '2026-01');
  };

  it('a corrected month leaves the decision and says, to the decider too, that it was made of another one', async () => {
    const decided = yearActOf(ports, 'lan');
    await correctJanuary(ports);
    expect(yearActOf(ports, 'lan')).toEqual({ ...decided, outdated: true });
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

  const reason = 'Tháng 1 được sửa theo kiến nghị';
  const reopen = (memory: MemoryPorts) => act(memory, '2027-02-10', { state: 'waiting', dReason: reason });

  it('reopened, it stands as it is until decided anew, and is proposed from the months as they are now', async () => {
    await correctJanuary(ports);
    reopen(ports);
    await written(ports);
    await runYearTasks(ports);
    expect(yearActOf(ports, 'lan')).toMatchObject({
      ...{ state: 'waiting', version: 1, decidedAt: null, decidedBy: null, outdated: false },
      ...{ proposal: { rating: 'B', cap: null }, versions: { '2026-01': 2 } },
    });
    const taken = { at: atTime('2027-02-10', '10:00'), by: 'Lê Thị Mai', reason };
    const year = personYearOf(ports, 'lan');
    expect(year.decided).toMatchObject({
      rating: 'C',
      reason: '',
      version: 1,
      outdated: true,
      reopened: taken,
    });
    expect(year.trace.at(-1)).toMatchObject({ outcome: 'Hoàn thành nhiệm vụ' });
    expect(unitYearOf(ports).rows['lan']).toMatchObject({ isDecided: true, decided: 'C' });
    expect(yearActOf(ports, 'lan').log.at(-1)).toMatchObject({
      ...{ what: 'reopen', who: cast.decider, before: 'published', reason },
    });
  });

  it('decided anew is version 2 at once, with version 1 as it was read beside it', async () => {
    const one = yearActOf(ports, 'lan');
    await correctJanuary(ports);
    reopen(ports);
    await written(ports);
    act(ports, '2027-02-11', { ...decision, dRating: 'B', dReason: '' });
    await written(ports);
    await runYearTasks(ports);
    const two = yearActOf(ports, 'lan');
    expect(two).toMatchObject({ state: 'published', version: 2, publishedAt: atTime('2027-02-11', '10:00') });
    expect(two.publications.map(({ version, rating }) => [version, rating])).toEqual([
      [1, 'C'],
      [2, 'B'],
    ]);
    expect(two.publications[0]).toMatchObject({
      ...{ publishedAt: one.publishedAt, proposal: one.proposal, trace: one.trace, versions: one.versions },
      reopened: { reason },
    });
    // Each of them, made again from what is kept with it, is what it was.
    for (const publication of two.publications) expect(replayYear(publication)).toEqual([]);
    const year = personYearOf(ports, 'lan');
    expect(year.decided).toMatchObject({ rating: 'B', version: 2, outdated: false, reopened: null });
    expect(year.earlier).toEqual([
      expect.objectContaining({ rating: 'C', version: 1, publishedAt: one.publishedAt }),
    ]);
    expect(replayYear(year)).toEqual([]);
    expect(unitYearOf(ports).rows['lan']).toMatchObject({ decided: 'B' });
    expect(two.log.map(({ what, before }) => [what, before])).toEqual([
      ...[
        ['decided', 'waiting'],
        ['publish', 'decided'],
      ],
      ...[
        ['reopen', 'published'],
        ['decided', 'waiting'],
        ['publish', 'decided'],
      ],
    ]);
    expect(isIntact(ref.path, two.log)).toBe(true);
  });

  it('decided anew and taken back before anything else was published leaves version 1 standing', async () => {
    const open = { ...yearActOf(ports, 'lan'), state: 'waiting', version: 2, decidedAt: null } as const;
    ports.put(ref, { ...open, log: [] });
    act(ports, '2027-02-12', { state: 'waiting', dReason: 'Cần xin thêm ý kiến' });
    await written(ports);
    await runYearTasks(ports);
    expect(yearActOf(ports, 'lan').log.map(({ what }) => what)).toEqual(['waiting']);
    expect(personYearOf(ports, 'lan').decided).toMatchObject({ rating: 'C', version: 1, reopened: null });
  });

  it('one published before versions were kept is reopened as well, with the reason it was published with', async () => {
    const { publications: _, ...older } = yearActOf(ports, 'lan');
    const log = older.log.map((one) => (one.what === 'decided' ? { ...one, reason: 'Lý do ban đầu' } : one));
    ports.put(ref, { ...older, publications: [], log });
    reopen(ports);
    await rebuildYear(ports, { org: theOrg, month: december, unit: theUnit });
    await correctJanuary(ports);
    await written(ports);
    await runYearTasks(ports);
    expect(personYearOf(ports, 'lan').decided).toMatchObject({ rating: 'C', reason: 'Lý do ban đầu' });
    expect(yearActOf(ports, 'lan').publications[0]).toMatchObject({ versions: { '2026-01': 1 } });
  });

  it('is the same wherever a reopening and a new decision are cut off, called twice or late', async () => {
    const standing = ports.dump();
    const play = async (between: (memory: MemoryPorts) => Promise<void>) => {
      const memory = await elevenMonths(2);
      await decideDecember(memory);
      await publishAndRun(memory, december);
      act(memory, '2026-12-11', decision);
      await written(memory);
      await runYearTasks(memory);
      expect(memory.dump()).toBe(standing);
      reopen(memory);
      await between(memory);
      await written(memory);
      act(memory, '2027-02-11', { dReason: 'Bản nháp' });
      await between(memory);
      act(memory, '2027-02-12', { ...decision, dReason: '' });
      await between(memory);
      await written(memory);
      for (const task of yearTasks(memory)) await rebuildYear(memory, task);
      return memory.dump();
    };
    const quiet = await play(async () => {});
    const cut = (writes: number) => async (memory: MemoryPorts) => {
      memory.writesToLive = writes;
      await written(memory).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      memory.writesToLive = null;
    };
    for (const writes of [0, 1, 2, 99]) expect(await play(cut(writes))).toBe(quiet);
    expect(await play((memory) => decemberWritten(memory, theOrg, `lan_${december}`))).toBe(quiet);
    const rebuilt = (memory: MemoryPorts) =>
      rebuildYear(memory, { org: theOrg, month: december, unit: theUnit });
    expect(await play(rebuilt)).toBe(quiet);
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
