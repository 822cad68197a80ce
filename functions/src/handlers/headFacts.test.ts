// What a head answers, as the month goes on: every source arrives by the heads' deadline, filed sheets stay, no sentence is lost.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { aConfirmedFinding, aResult, anAssessment } from '../../../test/fixtures/documents.ts';
import { aBacklog } from '../../../test/fixtures/facts.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import { offeredWith } from '../domain/headFacts.ts';
import type { Finding } from '../schema/finding.ts';
import {
  assessmentRef,
  cycleRef,
  findingRef,
  refOf,
  resultRef,
  sheetRef,
  unitSheetRef,
} from '../schema/refs.ts';
import { everyDay } from './everyDay.ts';
import { layHeadFacts } from './headFacts.ts';
import { keepDeadline } from './keepDeadline.ts';
import { unitSheetWritten } from './unitSheetWritten.ts';

const month = '2026-04';
const head = 'tckh-truong';
const unit = 'phong-tckh';
const subordinate = 'tckh-cv-01';
const midnight = (day: string) => atTime(day, '00:00');
let ports: MemoryPorts;

const ownSheet = (memory = ports) => memory.read(sheetRef(org, head, month));
const facts = (memory = ports) => ownSheet(memory).headFacts;
const keys = (memory = ports) => Object.keys(facts(memory)).sort();

function find(over: Partial<Finding> = {}, memory = ports): string {
  const id = `${subordinate}_2026-04_k1`;
  const of = { subject: subordinate, unit, month, key: 'k1', countsIn: null, due: '2026-04-20' };
  memory.put(findingRef(org, id), aConfirmedFinding({ ...of, ...over }));
  return id;
}
function plan(over: object, memory = ports, of = unit): void {
  const ref = unitSheetRef(org, of, month);
  memory.put(ref, { ...memory.read(ref), ...over });
}
function say(over: object): void {
  ports.put(sheetRef(org, head, month), { ...ownSheet(), ...over });
}
const late = { tasks: { t1: 'Lập dự toán' }, taskDue: { t1: '2026-04-10' } };

beforeEach(async () => {
  ports = seeded();
  await everyDay(ports, midnight('2026-04-01'));
});

describe('a finding confirmed after the opening', () => {
  it('arrives in the nights before the heads’ deadline once it is past its date, and not before', async () => {
    const id = find();
    expect(ownSheet().dueDay).toBe('2026-04-28');
    await everyDay(ports, midnight('2026-04-18'));
    expect(keys()).toEqual([]);
    await everyDay(ports, midnight('2026-04-21'));
    expect(keys()).toEqual([id]);
    expect(offeredWith(facts()[id] ?? '')).toEqual([]);
  });

  it('offers 1.07 and 2.08 where it is open for more than a month', async () => {
    const id = find({ notifiedAt: atTime('2026-03-20', '10:00') });
    await everyDay(ports, midnight('2026-04-21'));
    expect(offeredWith(facts()[id] ?? '')).toEqual(['1.07', '2.08']);
  });

  it('of another unit’s people, or remedied since, is nobody’s here', async () => {
    find({ subject: 'tnmt-cv', unit: 'phong-tnmt' });
    await everyDay(ports, midnight('2026-04-21'));
    expect(keys()).toEqual([]);
    find({ state: 'remedied', remedyState: 'accepted' });
    await everyDay(ports, midnight('2026-04-22'));
    expect(keys()).toEqual([]);
  });
});

it('subordinates who filed nothing are facts as soon as their deadline is kept, whatever came first that night', async () => {
  await everyDay(ports, midnight('2026-04-25'));
  expect(keys()).toEqual([]);
  const due = ports.read(cycleRef(org, month)).deadlines.staff;
  ports.setNow(due);
  await keepDeadline(ports, { org, month, kind: 'staff', due, unit: null });
  expect(keys()).toContain(`rated:${subordinate}_${month}`);
  expect(facts()[`rated:${subordinate}_${month}`]).toContain('Không hoàn thành nhiệm vụ, mức độ Kém');
  expect(keys()).not.toContain(`rated:${head}_${month}`);
});

it('results of the month before, backlog and evaluations owed are facts', async () => {
  ports.put(resultRef(org, subordinate, '2026-03'), aResult({ rating: 'D', person: subordinate }));
  const backlog = { about: 'unit', subject: unit, text: 'Quyết toán công trình cũ' } as const;
  ports.put(refOf(org, 'backlogs', `${unit}_2026-04_k1`), aBacklog(backlog));
  ports.put(refOf(org, 'backlogs', `${unit}_2026-04_k2`), aBacklog({ ...backlog, hard: true }));
  ports.put(refOf(org, 'backlogs', `${unit}_2026-04_k3`), aBacklog({ ...backlog, state: 'closed' }));
  const april = ports.read(cycleRef(org, month));
  const evaluate = atTime('2026-03-27', '00:00');
  const march = { month: '2026-03', deadlines: { ...april.deadlines, evaluate } };
  ports.put(cycleRef(org, '2026-03'), { ...april, ...march });
  const owed = { month: '2026-03', evaluator: head, createdAt: atTime('2026-03-25', '00:00') };
  const waits = { ...owed, person: subordinate, personName: 'Lê An', held: false };
  ports.put(assessmentRef(org, subordinate, '2026-03'), anAssessment(waits));
  ports.put(assessmentRef(org, 'tckh-cv-02', '2026-03'), anAssessment({ ...owed, held: true }));
  await everyDay(ports, midnight('2026-04-21'));
  expect(keys()).toEqual(
    [`backlog:${unit}_2026-04_k1`, 'owed:2026-03', `rated:${subordinate}_2026-03`].sort(),
  );
  expect(facts()['owed:2026-03']).toBe('Tháng 3/2026 còn 1 phiếu quá hạn đánh giá: Lê An');
});

describe('a late task of the unit', () => {
  const key = `task:${unit}_${month}_t1`;
  beforeEach(async () => {
    plan(late);
    await everyDay(ports, midnight('2026-04-22'));
  });

  const report = async () => {
    const savedAt = stampAt(atTime('2026-04-22', '10:00'));
    const filed = { taskResult: { t1: 'Đã trình' }, report: 'Đã xong', nextTasks: { t1: 'Quyết toán' } };
    plan({ ...filed, state: 'submitted', rev: 1, savedAt });
    await unitSheetWritten(ports, org, `${unit}_${month}`);
  };

  it('is a fact, which leaves with the report of its result', async () => {
    expect(keys()).toEqual([key]);
    await report();
    expect(keys()).toEqual([]);
  });

  it('stays, said to be gone, where the head has said something to it', async () => {
    say({ headWords: { [key]: 'Đã giao bổ sung người', other: '' } });
    await report();
    expect(facts()).toEqual({ [key]: expect.stringMatching(/Lập dự toán.* \(nay không còn\)$/) as string });
    await everyDay(ports, midnight('2026-04-23'));
    expect(keys()).toEqual([key]);
  });

  it('changes nothing on a sheet that is filed, and comes to one that was returned', async () => {
    say({ state: 'submitted' });
    const id = find();
    await everyDay(ports, midnight('2026-04-23'));
    expect(keys()).toEqual([key]);
    say({ state: 'open' });
    await everyDay(ports, midnight('2026-04-24'));
    expect(keys()).toEqual([key, id].sort());
  });
});

it('laying them again writes nothing, and what was cut off is finished by the next call', async () => {
  const night = midnight('2026-04-22');
  const lay = (memory: MemoryPorts) => layHeadFacts(memory.documents, org, month, night);
  const prepared = async () => {
    const memory = seeded();
    await everyDay(memory, midnight('2026-04-01'));
    for (const one of [unit, 'phong-noi-vu']) plan(late, memory, one);
    find({}, memory);
    return memory;
  };
  const quiet = await prepared();
  const before = quiet.writes;
  await lay(quiet);
  const writes = quiet.writes - before;
  expect([writes, keys(quiet).length]).toEqual([2, 2]);
  await lay(quiet);
  expect(quiet.writes - before).toBe(writes);
  for (let live = 0; live < writes; live++) {
    const cut = await prepared();
    cut.writesToLive = live;
    await expect(lay(cut)).rejects.toThrow(Killed);
    cut.writesToLive = null;
    await lay(cut);
    expect(cut.dump()).toBe(quiet.dump());
  }
});
