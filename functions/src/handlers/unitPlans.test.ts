// A unit's plan of the year through the real handlers: who has one, what each filing keeps, and whose it is when heads change.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { planChangeText } from '../domain/plan.ts';
import { collectionOf, refOf, unitPlanRef, unitSheetRef, yearPlanRef, yearPlansOf } from '../schema/refs.ts';
import type { UnitPlan } from '../schema/unitPlan.ts';
import { isIntact } from './audit.ts';
import { takeOut } from './leaving.ts';
import { openCycle } from './openCycle.ts';
import { unitPlanWritten } from './unitPlanWritten.ts';

const unit = 'phong-qldt';
const head = 'qldt-truong';
const ref = unitPlanRef(org, unit, '2026');
const midnight = (day: string) => atTime(day, '00:00');
let memory: MemoryPorts;
const plan = () => memory.read(ref);
const versions = async () =>
  (await memory.documents.find(yearPlansOf(org, unit, '2026'), [])).map(({ id }) => id);

/** As a client writes: without an event yet. */
function write(at: Moment, over: Partial<UnitPlan>): void {
  const before = plan();
  memory.put(ref, { ...before, ...over, rev: before.rev + 1, savedAt: stampAt(at) });
  memory.setNow(at);
}
const follow = () => unitPlanWritten(memory, org, `${unit}_2026`);
async function act(day: string, over: Partial<UnitPlan>): Promise<void> {
  write(atTime(day, '09:00'), over);
  await follow();
}
const file = (day: string, over: Partial<UnitPlan> = {}) => act(day, { ...over, state: 'submitted' });
const takeUp = (day: string) =>
  act(day, { state: 'open', changeNote: '', reopenedAt: stampAt(atTime(day, '09:00')) });
const first = {
  tasks: { t1: 'Rà soát quy hoạch' },
  taskDue: { t1: '2026-06-30' as const },
  goals: 'Đúng hạn',
};

beforeEach(async () => {
  memory = seeded();
  await openCycle(memory, org, '2026-04', midnight('2026-04-01'));
});

describe('the opening of a month', () => {
  it('gives a plan of the year to each unit that files a plan of the month, and to no other', async () => {
    const sheets = await memory.documents.find(collectionOf(org, 'unitSheets'), [['month', '2026-04']]);
    const plans = await memory.documents.find(collectionOf(org, 'unitPlans'), []);
    expect(plans.map(({ data }) => data.unit)).toEqual(sheets.map(({ data }) => data.unit));
    expect(plans.length).toBeGreaterThan(5);
    for (const { data } of plans) {
      const {
        head: of,
        headEvaluator,
        headDecider,
        block,
        unitName,
      } = memory.read(unitSheetRef(org, data.unit, '2026-04'));
      expect(data).toMatchObject({
        head: of,
        headEvaluator,
        headDecider,
        block,
        unitName,
        year: '2026',
        state: 'open',
      });
    }
  });

  it('leaves a plan that there is as it is, but for who heads the unit and its name', async () => {
    await file('2026-04-10', first);
    const before = plan();
    const other = refOf(org, 'units', unit);
    memory.put(other, { ...memory.read(other), name: 'Phòng Quản lý đô thị và Hạ tầng' });
    memory.put(ref, { ...before, head: 'qldt-pho-1', headEvaluator: 'qldt-truong' });
    await openCycle(memory, org, '2026-05', midnight('2026-05-01'));
    expect(plan()).toEqual({ ...before, unitName: 'Phòng Quản lý đô thị và Hạ tầng' });
  });

  it('of another year opens another plan', async () => {
    await file('2026-04-10', first);
    await openCycle(memory, org, '2027-01', midnight('2027-01-01'));
    expect(memory.read(unitPlanRef(org, unit, '2027'))).toMatchObject({
      state: 'open',
      tasks: {},
      filedAt: null,
    });
    expect(plan().state).toBe('submitted');
  });
});

describe('a filing', () => {
  it('is kept once, by its revision, with the moment of the first', async () => {
    await file('2026-04-10', first);
    await follow();
    expect(await versions()).toEqual(['1']);
    expect(memory.read(yearPlanRef(org, unit, '2026', 1))).toEqual({
      ...{ unit, year: '2026', head, rev: 1, filedAt: atTime('2026-04-10', '09:00'), goals: 'Đúng hạn' },
      ...{ tasks: first.tasks, due: first.taskDue, changeNote: '', changes: [] },
    });
    expect(plan()).toMatchObject({ filedAt: atTime('2026-04-10', '09:00'), filings: 1, keptRev: 1 });
    expect(plan().log.map(({ what, who }) => [what, who])).toEqual([
      ['open', 'system'],
      ['submit', head],
    ]);
  });

  it('after it was taken up again keeps another, with what it changed and why', async () => {
    await file('2026-04-10', first);
    await takeUp('2026-05-12');
    await act('2026-05-12', { tasks: { t1: 'Rà soát quy hoạch', t2: 'Sắp xếp đơn vị' } });
    await file('2026-05-13', { taskDue: { t1: '2026-07-31' }, changeNote: 'Quận giao thêm việc' });
    const kept = memory.read(yearPlanRef(org, unit, '2026', 4));
    expect(kept.changes.map(planChangeText)).toEqual([
      'Đổi hạn: Rà soát quy hoạch (30/06/2026 → 31/07/2026)',
      'Thêm: Sắp xếp đơn vị (không ghi hạn)',
    ]);
    expect(kept.changeNote).toBe('Quận giao thêm việc');
    expect(plan()).toMatchObject({ filedAt: atTime('2026-04-10', '09:00'), filings: 2, keptRev: 4 });
    expect(plan().log.map(({ what, reason }) => [what, reason])).toEqual([
      ['open', undefined],
      ['submit', undefined],
      ['reopen', undefined],
      ['submit', 'Quận giao thêm việc'],
    ]);
    expect(isIntact(ref.path, plan().log)).toBe(true);
  });

  it('enters a taking up that nobody noticed before, by its own moment', async () => {
    await file('2026-04-10', first);
    const taken = atTime('2026-05-12', '09:00');
    write(taken, { state: 'open', changeNote: '', reopenedAt: stampAt(taken) });
    await file('2026-05-13', { changeNote: 'Quận giao thêm việc' });
    await follow();
    expect(
      plan()
        .log.map(({ what, at }) => [what, at])
        .slice(2),
    ).toEqual([
      ['reopen', taken],
      ['submit', atTime('2026-05-13', '09:00')],
    ]);
  });

  it('a draft that is saved keeps nothing and enters nothing', async () => {
    const before = plan().log;
    await act('2026-04-10', first);
    expect(await versions()).toEqual([]);
    expect(plan().log).toEqual(before);
  });

  it('killed anywhere and delivered again comes to the same', async () => {
    const filed = async (live: number | null) => {
      memory = seeded();
      await openCycle(memory, org, '2026-04', midnight('2026-04-01'));
      await file('2026-04-10', first);
      await takeUp('2026-05-12');
      write(atTime('2026-05-13', '09:00'), { changeNote: 'Quận giao thêm việc', state: 'submitted' });
      if (live !== null) {
        memory.writesToLive = live;
        await expect(follow()).rejects.toThrow(Killed);
        memory.writesToLive = null;
      }
      await follow();
      return memory.dump();
    };
    const whole = await filed(null);
    for (const live of [0, 1]) expect(await filed(live)).toBe(whole);
  });
});

describe('a head who leaves', () => {
  it('hands the plan of this year on, and none of the years before', async () => {
    const old = unitPlanRef(org, unit, '2025');
    memory.put(old, { ...plan(), year: '2025' });
    const at = midnight('2026-04-16');
    const person = refOf(org, 'people', head);
    memory.put(person, { ...memory.read(person), left: '2026-04-15' });
    memory.setNow(at);
    await takeOut(memory, org, { id: head, at, day: '2026-04-16', reason: 'Chuyển công tác' });
    const { head: now } = memory.read(unitSheetRef(org, unit, '2026-04'));
    expect(now).not.toBe(head);
    expect(plan().head).toBe(now);
    expect(memory.read(old).head).toBe(head);
  });
});
