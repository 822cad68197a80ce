// Versions of a plan of the month through the real handlers: each filing keeps one, a person's and a unit's, and a changed plan is before the evaluator.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import {
  assessmentRef,
  collectionOf,
  planRef,
  plansOf,
  sheetRef,
  unitMonthPlanRef,
  unitMonthPlansOf,
  unitSheetRef,
} from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { UnitSheet } from '../schema/unit.ts';
import { assessmentWritten } from './assessmentWritten.ts';
import { openCycle } from './openCycle.ts';
import { sheetWritten } from './sheetWritten.ts';
import { unitSheetWritten } from './unitSheetWritten.ts';

const month = '2026-04';
const filedAt = atTime('2026-04-23', '10:00');
const planned = {
  ...{ tasks: { t1: 'Lập báo cáo', t2: 'Tiếp dân' }, due: { t1: '2026-04-10' } },
  ...{ month, filedWith: '2026-03', rev: 3, filedAt: atTime('2026-03-23', '10:00'), changes: [] },
};
let ports: MemoryPorts;
let person: string;

const versionsOf = async (of: string) =>
  (await ports.documents.find(plansOf(org, person, of), [])).map(({ id }) => id);
const assessment = () => ports.read(assessmentRef(org, person, month));

async function file(at: Moment, patch: Partial<Sheet>): Promise<void> {
  const ref = sheetRef(org, person, month);
  const { rev } = ports.read(ref);
  const filing = { nothing: true, nextTasks: { t1: 'Kế hoạch tháng 5' }, ...patch };
  ports.put(ref, { ...ports.read(ref), ...filing, state: 'submitted', rev: rev + 1, savedAt: stampAt(at) });
  ports.setNow(at);
  await sheetWritten(ports, org, `${person}_${month}`);
}

beforeEach(async () => {
  ports = seeded();
  await openCycle(ports, org, month, atTime('2026-04-01', '00:00'));
  const sheets = await ports.documents.find(collectionOf(org, 'sheets'), [['month', month]]);
  const found = sheets.find(({ data }) => data.evaluator !== data.decider && data.tier === 'staff');
  if (!found) throw new Error('the sample has nobody in two steps');
  ({ person } = found.data);
  ports.put(planRef(org, person, month, planned), { ...planned, person });
});

describe('a filing', () => {
  it('keeps the plan of next month, once, and nothing of a plan that was carried out as filed', async () => {
    await file(filedAt, { tasks: planned.tasks, taskDue: planned.due });
    await sheetWritten(ports, org, `${person}_${month}`);
    expect(await versionsOf('2026-05')).toEqual(['2026-04-1']);
    expect(ports.read(planRef(org, person, '2026-05', { filedWith: month, rev: 1 }))).toMatchObject({
      ...{ tasks: { t1: 'Kế hoạch tháng 5' }, filedAt, changes: [] },
    });
    expect(await versionsOf(month)).toEqual(['2026-03-3']);
    expect(assessment().planChanges).toEqual([]);
  });

  it('after a return keeps a version of its own', async () => {
    await file(filedAt, { tasks: planned.tasks, taskDue: planned.due });
    const sheet = sheetRef(org, person, month);
    ports.put(sheet, { ...ports.read(sheet), state: 'open', stage: 'open' });
    await file(atTime('2026-04-24', '10:00'), { nextTasks: { t1: 'Kế hoạch tháng 5, sửa' } });
    expect(await versionsOf('2026-05')).toEqual(['2026-04-1', '2026-04-2']);
  });

  it('that changed its plan lays each change before the evaluator, and keeps what was reported', async () => {
    await file(filedAt, { tasks: { t1: 'Lập báo cáo' }, taskDue: { t1: '2026-04-20' } });
    expect(assessment().planChanges).toEqual([
      { kind: 'redated', task: 'Lập báo cáo', before: '2026-04-10', after: '2026-04-20' },
      { kind: 'removed', task: 'Tiếp dân', before: '', after: '' },
    ]);
    expect(await versionsOf(month)).toEqual(['2026-03-3', '2026-04-1']);
  });

  it('is consented to by who evaluates it, and the log says so', async () => {
    await file(filedAt, { tasks: { t1: 'Lập báo cáo' }, taskDue: planned.due });
    const ref = assessmentRef(org, person, month);
    const { evaluator, rev } = assessment();
    const evaluated = { state: 'evaluated' as const, eScore1: 28, eScore21: 18, eScore22: 40 };
    const at = atTime('2026-04-27', '09:00');
    const result = { eRating: 'B' as const, eLevel: 'good' as const, rev: rev + 1 };
    ports.put(ref, { ...assessment(), ...evaluated, ...result, actor: evaluator, actedAt: stampAt(at) });
    ports.setNow(at);
    await assessmentWritten(ports, org, `${person}_${month}`);
    expect(assessment().log.at(-1)).toMatchObject({
      ...{ what: 'evaluated', who: evaluator },
      after: expect.stringContaining('; consents to 1 changes of the plan') as string,
    });
  });

  it('whose change was taken back is no change any more', async () => {
    await file(filedAt, { tasks: { t1: 'Lập báo cáo' }, taskDue: planned.due });
    const sheet = sheetRef(org, person, month);
    ports.put(sheet, { ...ports.read(sheet), state: 'open', stage: 'open' });
    await file(atTime('2026-04-24', '10:00'), { tasks: planned.tasks, taskDue: planned.due });
    expect(assessment().planChanges).toEqual([]);
  });
});

describe('a filing that comes after the next month has opened', () => {
  const late = atTime('2026-05-03', '09:00');
  const next = () => ports.read(sheetRef(org, person, '2026-05'));
  beforeEach(() => openCycle(ports, org, '2026-05', atTime('2026-05-01', '00:00')));

  it('brings its plan into that month, and so nothing is told as removed there', async () => {
    expect(next().tasks).toEqual({});
    await file(late, { nextTasks: { t1: 'Kế hoạch tháng 5' }, nextDue: { t1: '2026-05-20' } });
    expect(next()).toMatchObject({
      ...{ tasks: { t1: 'Kế hoạch tháng 5' }, taskDue: { t1: '2026-05-20' }, taskKind: { t1: 'planned' } },
      ...{ rev: 0, state: 'open' },
    });
  });

  it('changes nothing where somebody has begun to write', async () => {
    ports.put(sheetRef(org, person, '2026-05'), { ...next(), tasks: { t1: 'Tự ghi' }, rev: 1 });
    await file(late, {});
    expect(next().tasks).toEqual({ t1: 'Tự ghi' });
  });
});

describe('a filing of a unit', () => {
  const unit = 'phong-qldt';
  const of = async (at: string) =>
    (await ports.documents.find(unitMonthPlansOf(org, unit, at), [])).map(({ id }) => id);

  async function fileUnit(at: string, on: Moment, patch: Partial<UnitSheet>): Promise<void> {
    const ref = unitSheetRef(org, unit, at);
    const { rev } = ports.read(ref);
    const filed = { state: 'submitted' as const, rev: rev + 1, savedAt: stampAt(on) };
    ports.put(ref, { ...ports.read(ref), report: 'Đã làm', ...patch, ...filed });
    ports.setNow(on);
    await unitSheetWritten(ports, org, `${unit}_${at}`);
    await unitSheetWritten(ports, org, `${unit}_${at}`);
  }
  const next = { nextTasks: { t1: 'Tuyển dụng', t2: 'Sơ kết' }, nextDue: { t1: '2026-05-20' as const } };

  it('keeps the plan of next month, once, and compares nothing in a first month', async () => {
    await fileUnit(month, filedAt, { tasks: { t1: 'Việc đã làm' }, ...next });
    expect(await of('2026-05')).toEqual(['2026-04-1']);
    expect(ports.read(unitMonthPlanRef(org, unit, '2026-05', { filedWith: month, rev: 1 }))).toEqual({
      ...{ unit, month: '2026-05', filedWith: month, rev: 1, filedAt, changes: [] },
      ...{ tasks: next.nextTasks, due: next.nextDue },
    });
    expect(await of(month)).toEqual([]);
  });

  it('that comes after the next month has opened brings its plan into that month', async () => {
    await openCycle(ports, org, '2026-05', atTime('2026-05-01', '00:00'));
    await fileUnit(month, atTime('2026-05-03', '09:00'), next);
    const { tasks, taskDue } = ports.read(unitSheetRef(org, unit, '2026-05'));
    expect([tasks, taskDue]).toEqual([next.nextTasks, next.nextDue]);
  });

  it('that reports other tasks than were planned keeps them with each change, whatever it added', async () => {
    await fileUnit(month, filedAt, next);
    await openCycle(ports, org, '2026-05', atTime('2026-05-01', '00:00'));
    const tasks = { t1: 'Tuyển dụng', t3: 'Kiểm tra đột xuất' };
    const on = atTime('2026-05-22', '10:00');
    await fileUnit('2026-05', on, { tasks, taskDue: { t1: '2026-05-29' } });
    expect(await of('2026-05')).toEqual(['2026-04-1', '2026-05-1']);
    const kept = ports.read(unitMonthPlanRef(org, unit, '2026-05', { filedWith: '2026-05', rev: 1 }));
    expect(kept).toMatchObject({ tasks, filedAt: on });
    expect(kept.changes.map(({ kind, task }) => [kind, task])).toEqual([
      ['redated', 'Tuyển dụng'],
      ['removed', 'Sơ kết'],
    ]);
  });
});
