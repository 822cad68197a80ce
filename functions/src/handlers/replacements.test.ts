// Replacement cases: opened by rules once, withdrawn when their ground falls away, proposed by an authority, told once decided.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { aFinding, aPerson, aUnit, theOrg } from '../../../test/fixtures/documents.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { newReplacement } from '../../../test/fixtures/replacements.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import {
  correctMonth,
  decideMonth,
  openMonth,
  publishAndRun,
  publishMonthOf,
  runYearTasks,
  yearPorts,
} from '../../../test/fixtures/yearMonths.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import type { Finding } from '../schema/finding.ts';
import { cycleRef, findingRef, refOf, replacementRef, sheetRef } from '../schema/refs.ts';
import type { Replacement } from '../schema/replacement.ts';
import { isIntact } from './audit.ts';
import { everyDay } from './everyDay.ts';
import { findingWritten } from './findingWritten.ts';
import { keepDeadline } from './keepDeadline.ts';
import { followProposal } from './monthOfPerson.ts';
import type { DeadlineKind } from './ports.ts';
import { replacementsEveryDay } from './replacementsEveryDay.ts';
import { replacementWritten } from './replacementWritten.ts';

let ports: MemoryPorts;
const kept = (key: string) => replacementRef(theOrg, 'lan', '2026', key);
const isThere = (key: string) => ports.kept.has(kept(key).path);

async function publish(months: readonly string[], level: 'poor' | 'fair' | 'good'): Promise<void> {
  for (const month of months) {
    decideMonth(ports, { person: 'lan', month, level });
    await publishAndRun(ports, month);
  }
}
async function correct(month: string, level: 'poor' | 'good'): Promise<void> {
  correctMonth(ports, { person: 'lan', month, level });
  await publishAndRun(ports, month);
}
/** As a client writes on what stands there. */
async function act(key: string, at: Moment, over: Partial<Replacement>): Promise<void> {
  const before = ports.read(kept(key));
  const written = { ...before, ...over, rev: before.rev + 1, savedAt: stampAt(at) };
  ports.put(kept(key), written);
  await replacementWritten(ports, theOrg, `lan_2026_${key}`);
}
const refer = (key: string, at = atTime('2026-04-10', '09:00')) =>
  act(key, at, { state: 'referred', referNote: 'Đề nghị xem xét', actor: 'mai' });
const decide = (key: string, at = atTime('2026-04-20', '09:00')) =>
  act(key, at, {
    ...{ state: 'decided', outcome: 'moved', docNumber: '45-QĐ/QU', docDate: '2026-04-18' },
    ...{ reason: 'Bố trí công việc phù hợp hơn', actor: 'mai' },
  });
const whats = (key: string) => ports.read(kept(key)).log.map(({ what }) => what);

beforeEach(() => {
  ports = yearPorts();
});

describe('a year that fails', () => {
  it('opens a case at the third published month Kém, with rule, clause and facts', async () => {
    await publish(['2026-01', '2026-02'], 'poor');
    expect(isThere('poor')).toBe(false);
    await publish(['2026-03'], 'poor');
    expect(ports.read(kept('poor'))).toMatchObject({
      ...{ ground: 'poor', state: 'proposed', person: 'lan', decider: 'mai', managed: false, toBlock: null },
      ...{ personName: 'Họ tên lan', body: 'Lê Thị Mai', told: false, rev: 0, savedAt: null },
    });
    const { trace, log, openedAt } = ports.read(kept('poor'));
    expect(trace.map(({ clause }) => clause)).toEqual(['S3 II.7', 'S3 II.7 (suy ra)', 'S3 II.7']);
    expect(trace[0]?.facts[0]).toBe('Mức độ Kém: 3 tháng (tháng 1/2026, tháng 2/2026, tháng 3/2026)');
    expect(log).toMatchObject([{ what: 'open', who: 'system', after: 'poor', at: openedAt }]);
  });

  it('opens one for each rule', async () => {
    await publish(['2026-01', '2026-02', '2026-03'], 'poor');
    await publish(['2026-04', '2026-05', '2026-06'], 'fair');
    expect(ports.read(kept('fair'))).toMatchObject({ ground: 'fairOrPoor', state: 'proposed' });
    expect(ports.read(kept('poor')).trace[0]?.facts[0]).toContain('3 tháng');
  });

  it('opens none by a month that is decided and not published', async () => {
    await publish(['2026-01', '2026-02'], 'poor');
    decideMonth(ports, { person: 'lan', month: '2026-03', level: 'poor' });
    await runYearTasks(ports);
    await replacementsEveryDay(ports, theOrg, atTime('2026-04-02', '00:00'));
    expect(isThere('poor')).toBe(false);
  });

  it('follows further months, and says nothing twice', async () => {
    await publish(['2026-01', '2026-02', '2026-03', '2026-04'], 'poor');
    expect(ports.read(kept('poor')).trace[0]?.facts[0]).toContain('4 tháng');
    const once = ports.dump();
    await publishAndRun(ports, '2026-04');
    await replacementsEveryDay(ports, theOrg, atTime('2026-05-10', '00:00'));
    expect(ports.dump()).toBe(once);
  });

  it('withdraws the case when a correction lowers the count, and proposes it anew when a later month fails', async () => {
    await publish(['2026-01', '2026-02', '2026-03'], 'poor');
    await refer('poor');
    await correct('2026-02', 'good');
    expect(ports.read(kept('poor'))).toMatchObject({
      state: 'dropped',
      dropReason: expect.stringContaining('không còn đến mức') as string,
      told: false,
    });
    await publish(['2026-04'], 'poor');
    // It stayed dropped, and the third month Kém had no consequence.
    expect(ports.read(kept('poor'))).toMatchObject({ state: 'proposed', dropReason: '', toBlock: null });
    // Referred anew, it left no entry: the log knew a referral already.
    await refer('poor', atTime('2026-05-10', '09:00'));
    expect(whats('poor')).toEqual(['open', 'refer', 'drop', 'open', 'refer']);
    const { log } = ports.read(kept('poor'));
    expect(isIntact(kept('poor').path, log)).toBe(true);
  });

  it('leaves what was decided as it was decided', async () => {
    await publish(['2026-01', '2026-02', '2026-03'], 'poor');
    await refer('poor');
    await decide('poor');
    await correct('2026-02', 'good');
    await replacementsEveryDay(ports, theOrg, atTime('2026-05-10', '00:00'));
    expect(ports.read(kept('poor'))).toMatchObject({ state: 'decided', outcome: 'moved', told: true });
  });

  it('killed at every write, ends as it would have ended', async () => {
    const before = async (memory: MemoryPorts) => {
      ports = memory;
      await publish(['2026-01', '2026-02'], 'poor');
      decideMonth(ports, { person: 'lan', month: '2026-03', level: 'poor' });
      await publishMonthOf(ports, '2026-03');
    };
    await before(yearPorts());
    const written = ports.writes;
    await runYearTasks(ports);
    const whole = ports.dump();
    const writes = ports.writes - written;
    expect(writes).toBeGreaterThan(1);
    for (let lives = 0; lives < writes; lives++) {
      await before(yearPorts());
      const asked = new Map(ports.asked);
      ports.writesToLive = lives;
      await expect(runYearTasks(ports)).rejects.toThrow(Killed);
      ports.writesToLive = null;
      for (const [name, task] of asked) ports.asked.set(name, task);
      await runYearTasks(ports);
      expect(ports.dump()).toBe(whole);
    }
  });
});

describe('the way of a case', () => {
  it('is referred to who decides, decided and closed; the person is told at the decision', async () => {
    await publish(['2026-01', '2026-02', '2026-03'], 'poor');
    await refer('poor');
    expect(ports.read(kept('poor'))).toMatchObject({ toBlock: null, told: false });
    await decide('poor');
    expect(ports.read(kept('poor'))).toMatchObject({
      ...{ told: true, decidedAt: atTime('2026-04-20', '09:00'), closedAt: null },
    });
    await act('poor', atTime('2026-05-04', '09:00'), { state: 'closed', closeNote: 'Đã bàn giao' });
    expect(ports.read(kept('poor')).closedAt).toBe(atTime('2026-05-04', '09:00'));
    const { log } = ports.read(kept('poor'));
    expect(log.map(({ what, after, reason }) => [what, after, reason])).toEqual([
      ['open', 'poor', undefined],
      ['refer', 'Lê Thị Mai', 'Đề nghị xem xét'],
      ['decide', 'moved: 45-QĐ/QU, 2026-04-18', 'Bố trí công việc phù hợp hơn'],
      ['close', 'closed', 'Đã bàn giao'],
    ]);
    const once = ports.dump();
    await replacementWritten(ports, theOrg, 'lan_2026_poor');
    expect(ports.dump()).toBe(once);
  });

  it('logs two acts that one call follows', async () => {
    await publish(['2026-01', '2026-02', '2026-03'], 'poor');
    ports.put(kept('poor'), { ...ports.read(kept('poor')), referNote: 'Đề nghị xem xét', rev: 1 });
    await decide('poor');
    expect(whats('poor')).toEqual(['open', 'refer', 'decide']);
  });

  it('goes to the unit that aggregates the block, for people whom the Ban Thường vụ manages', async () => {
    ports.put(refOf(theOrg, 'people', 'lan'), aPerson({ id: 'lan', managedByBTV: true }));
    ports.put(
      refOf(theOrg, 'units', 'nv'),
      aUnit({ id: 'nv', name: 'Phòng Nội vụ quận', role: 'home-affairs' }),
    );
    await publish(['2026-01', '2026-02', '2026-03'], 'poor');
    expect(ports.read(kept('poor'))).toMatchObject({ managed: true, body: 'Phòng Nội vụ quận' });
    await refer('poor');
    const { toBlock, block } = ports.read(kept('poor'));
    expect([toBlock, block]).toEqual(['government', 'government']);
  });

  it('follows who decides on the person now; where it was referred stays', async () => {
    await publish(['2026-01', '2026-02', '2026-03'], 'poor');
    openMonth(ports, { person: 'lan', month: '2026-05', authority: { decider: 'tam' } });
    await replacementsEveryDay(ports, theOrg, atTime('2026-05-02', '00:00'));
    expect(ports.read(kept('poor')).decider).toBe('tam');
    ports.put(kept('poor'), {
      ...ports.read(kept('poor')),
      state: 'referred',
      managed: true,
      body: 'Ban Tổ chức',
    });
    openMonth(ports, { person: 'lan', month: '2026-06', authority: { decider: 'mai' } });
    await replacementsEveryDay(ports, theOrg, atTime('2026-06-02', '00:00'));
    expect(ports.read(kept('poor'))).toMatchObject({ decider: 'mai', managed: true, body: 'Ban Tổ chức' });
  });

  it('is proposed by an authority on facts, which no correction withdraws', async () => {
    const at = atTime('2026-03-10', '09:00');
    openMonth(ports, { person: 'lan', month: '2026-03' });
    const { openedAt: _, ...client } = {
      ...newReplacement({ person: 'lan', month: '2026-03', key: 'k1', decider: 'mai', author: 'mai' }),
      openedAt: null,
    };
    ports.put(kept('k1'), { ...client, savedAt: stampAt(at), actor: 'mai' } as Replacement);
    await replacementWritten(ports, theOrg, 'lan_2026_k1');
    await replacementsEveryDay(ports, theOrg, atTime('2026-03-11', '00:00'));
    const found = ports.read(kept('k1'));
    expect(found).toMatchObject({
      state: 'proposed',
      personName: 'Họ tên lan',
      managed: false,
      openedAt: at,
    });
    expect(found.trace[0]?.facts).toEqual(['Lê Thị Mai đề xuất', found.facts]);
    expect(whats('k1')).toEqual(['propose']);
  });
});

describe('harm and extension', () => {
  const month = '2026-04';
  const person = 'qldt-cv-01';
  const id = `${person}_${month}_x1`;
  const harm = 'Chậm giải phóng mặt bằng, ảnh hưởng tiến độ chung của quận.';
  const finding = () => ports.read(findingRef(org, id));
  const ref = replacementRef(org, person, '2026', 'harm');
  const keep = async (kind: DeadlineKind, of: string) => {
    const due = ports.read(cycleRef(org, of)).deadlines[kind];
    ports.setNow(due);
    await keepDeadline(ports, { org, month: of, kind, due, unit: null });
  };
  async function write(at: Moment, over: Partial<Finding>): Promise<void> {
    const before = ports.kept.has(findingRef(org, id).path) ? finding() : null;
    const { unit, block, evaluator, decider } = ports.read(sheetRef(org, person, month));
    const base = before ?? {
      ...aFinding({
        subject: person,
        month,
        key: 'x1',
        author: evaluator,
        state: 'confirmed',
        due: '2026-04-24',
      }),
      ...{ unit, block, evaluator, decider, rev: 0 },
    };
    ports.put(findingRef(org, id), {
      ...base,
      ...over,
      rev: base.rev + 1,
      savedAt: stampAt(at),
      actor: evaluator,
    });
    ports.setNow(at);
    await findingWritten(ports, org, id);
  }
  const statesHarm = (said = harm) => write(atTime('2026-05-12', '09:00'), { harm: said });

  beforeEach(async () => {
    ports = seeded();
    await everyDay(ports, atTime('2026-04-01', '00:00'));
    await write(atTime('2026-04-10', '09:00'), {});
    await everyDay(ports, atTime('2026-05-01', '00:00'));
    await keep('decide', month);
  });
  const proposal = async () => {
    await keep('staff', '2026-05');
    await followProposal(ports.documents, org, person, '2026-05');
    return ports.read(refOf(org, 'assessments', `${person}_2026-05`)).proposal;
  };

  it('proposes D with the clause and the words, and opens one case', async () => {
    await statesHarm();
    const { rating, trace } = await proposal();
    expect(rating).toBe('D');
    expect(trace.find(({ facts }) => facts.some((fact) => fact.includes(harm)))?.clause).toBe('S3 II.3.1');
    expect(ports.read(ref)).toMatchObject({ ground: 'harm', state: 'proposed', month: '2026-05' });
    expect(ports.read(ref).trace[0]?.facts).toEqual([`Biểu hiện 2.03: ${harm}`]);
    expect(finding()).toMatchObject({ harmIn: '2026-05', carriedTo: '2026-05' });
    expect(finding().log.at(-1)).toMatchObject({ what: 'harm', before: '', after: harm });
    const once = ports.dump();
    await findingWritten(ports, org, id);
    expect(ports.dump()).toBe(once);
  });

  it.each([
    ['the statement is taken back', { harm: '' }],
    ['the finding is dismissed', { state: 'dismissed', settleReason: 'Không đúng' }],
    [
      'it was remedied before the close after all',
      { state: 'remedied', remedyState: 'accepted', remedyAt: stampAt(atTime('2026-05-13', '09:00')) },
    ],
  ] as const)('withdraws the case when %s', async (_what, over) => {
    await statesHarm();
    await write(atTime('2026-05-14', '09:00'), over);
    expect(ports.read(ref)).toMatchObject({ state: 'dropped', told: false });
  });

  it('keeps the case when it is remedied after the close', async () => {
    await statesHarm();
    await everyDay(ports, atTime('2026-06-01', '00:00'));
    await keep('decide', '2026-05');
    const at = atTime('2026-06-09', '09:00');
    await write(at, { state: 'remedied', remedyState: 'accepted', remedyAt: stampAt(at) });
    expect(ports.read(ref).state).toBe('proposed');
  });

  it('withdraws the case in the night after an absence that excuses it was entered', async () => {
    await statesHarm();
    const whose = refOf(org, 'people', person);
    const absences = [{ excuse: 'illness', from: '2026-05-01', to: '2026-06-10' }] as const;
    ports.put(whose, { ...ports.read(whose), absences: [...absences] });
    await replacementsEveryDay(ports, org, atTime('2026-05-15', '00:00'));
    expect(ports.read(ref).state).toBe('dropped');
  });

  it('keeps the first date of an extension, logs before and after, and counts as within its date', async () => {
    await write(atTime('2026-05-12', '09:00'), { remedyState: 'underway' });
    await write(atTime('2026-05-13', '09:00'), { due: '2026-06-30', firstDue: '2026-04-24' });
    expect(finding().log.at(-1)).toMatchObject({ what: 'extend', before: '2026-04-24', after: '2026-06-30' });
    const { level, trace } = await proposal();
    expect(level).toBe('poor'); // the filing is missing in May
    expect(JSON.stringify(trace)).toContain('Đã gia hạn một lần, hạn trước 24/04/2026');
    expect(trace.find(({ facts }) => facts.includes('Biểu hiện 2.03'))?.outcome).toBe('Trung bình');
    await write(atTime('2026-05-14', '09:00'), { remedyState: 'reported' });
    expect(finding().log.filter(({ what }) => what === 'extend')).toHaveLength(1);
  });
});
