// Facts beside the sheet through the handlers: whose they are, who is above, section III, the finding that comes of trouble, the counts.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { newBacklog, newCoordination, newLimitation } from '../../../test/fixtures/facts.ts';
import { stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { backlogSchema, type Backlog } from '../schema/backlog.ts';
import { coordinationSchema, type Coordination } from '../schema/coordination.ts';
import { limitationSchema, type Limitation } from '../schema/limitation.ts';
import { factId } from '../schema/paths.ts';
import { findingRef, refOf, sheetRef, unitMonthRef, unitSheetRef } from '../schema/refs.ts';
import { isIntact } from './audit.ts';
import { backlogWritten } from './backlogWritten.ts';
import { coordinationWritten } from './coordinationWritten.ts';
import { everyDay } from './everyDay.ts';
import { factsEveryDay } from './factsEveryDay.ts';
import { findingWritten } from './findingWritten.ts';
import { limitationWritten } from './limitationWritten.ts';
import { rebuildUnit } from './rebuildUnit.ts';

const month = '2026-04';
const unit = 'phong-noi-vu';
const other = 'phong-tckh';
const person = 'nv-cv';
const recorded = atTime('2026-04-10', '09:00');
let ports: MemoryPorts;

beforeEach(async () => {
  ports = seeded();
  await everyDay(ports, atTime('2026-04-01', '00:00'));
});

const follow = {
  limitations: limitationWritten,
  coordinations: coordinationWritten,
  backlogs: backlogWritten,
};
type Facts = { limitations: Limitation; coordinations: Coordination; backlogs: Backlog };

/** What a client writes, and the function that follows it. */
async function write<N extends keyof Facts>(name: N, id: string, at: Moment, over: Partial<Facts[N]>) {
  const ref = refOf(org, name, id) as { path: string; shape: { parse(data: unknown): Facts[N] } };
  const before = ports.read(ref);
  ports.put(ref, { ...before, ...over, rev: before.rev + 1, savedAt: stampAt(at) });
  await follow[name](ports, org, id);
  return ports.read(ref);
}

describe('a limitation of the yearly review', () => {
  const id = factId(person, month, 'h1');
  const record = async (over: Partial<Limitation> = {}) => {
    const { evaluator } = ports.read(sheetRef(org, person, month));
    const named = newLimitation({ subject: person, author: evaluator, actor: evaluator });
    ports.put(refOf(org, 'limitations', id), {
      ...limitationSchema.parse({ ...named, savedAt: stampAt(recorded) }),
      ...over,
    });
    await limitationWritten(ports, org, id);
    return ports.read(refOf(org, 'limitations', id));
  };

  it('says whose it is and who is above, as the month froze it, and that the event came twice changes nothing', async () => {
    const sheet = ports.read(sheetRef(org, person, month));
    expect(await record()).toMatchObject({
      ...{ holder: person, holderName: sheet.personName, unit: sheet.unit, block: sheet.block },
      ...{ evaluator: sheet.evaluator, decider: sheet.decider, endedIn: null },
    });
    const { writes } = ports;
    await limitationWritten(ports, org, id);
    expect(ports.writes).toBe(writes);
  });

  it('stands in section III of a sheet that is open, with the plan as it is made', async () => {
    await record();
    expect(ports.read(sheetRef(org, person, month)).carried[id]).toContain('Hạn chế qua kiểm điểm năm 2025');
    await write('limitations', id, recorded, {
      actor: person,
      planTask: 'Báo cáo tuần',
      planDue: '2026-06-05',
    });
    expect(ports.read(sheetRef(org, person, month)).carried[id]).toContain('Báo cáo tuần (hạn 05/06/2026)');
  });

  it('waits for the next month where the sheet was handed in, and stands in that one', async () => {
    const ref = sheetRef(org, person, month);
    ports.put(ref, { ...ports.read(ref), state: 'submitted', stage: 'submitted' });
    await record();
    expect(ports.read(ref).carried).toEqual({});
    await everyDay(ports, atTime('2026-05-01', '00:00'));
    expect(Object.keys(ports.read(sheetRef(org, person, '2026-05')).carried)).toContain(id);
  });

  it('keeps month by month what was reported, and leaves section III when it is closed unanswered', async () => {
    await record();
    await write('limitations', id, recorded, {
      actor: person,
      progress: 'Đã lập sổ',
      progressMonth: '2026-04',
    });
    const later = atTime('2026-05-10', '09:00');
    const worked = await write('limitations', id, later, {
      actor: person,
      progress: 'Xong',
      progressMonth: '2026-05',
    });
    expect(worked.reports).toEqual({ '2026-04': 'Đã lập sổ', '2026-05': 'Xong' });
    const closed = await write('limitations', id, atTime('2026-04-20', '09:00'), {
      state: 'closed',
      closeNote: 'Đạt',
    });
    expect(closed.endedIn).toBe('2026-04');
    expect(ports.read(sheetRef(org, person, month)).carried).toEqual({});
    expect(isIntact(refOf(org, 'limitations', id).path, closed.log)).toBe(true);
    expect(closed.log.map(({ what }) => what)).toEqual(['record', 'work', 'work', 'close']);
  });

  it('keeps its row in section III where it was answered before it was closed', async () => {
    await record();
    const ref = sheetRef(org, person, month);
    ports.put(ref, { ...ports.read(ref), rowSection: { r1: 'III' }, rowFinding: { r1: id } });
    await write('limitations', id, recorded, { state: 'closed', closeNote: 'Đạt' });
    expect(Object.keys(ports.read(ref).carried)).toEqual([id]);
  });

  it('follows the newest month: who stands above then reads and closes it', async () => {
    await record();
    await everyDay(ports, atTime('2026-05-01', '00:00'));
    const ref = sheetRef(org, person, '2026-05');
    ports.put(ref, { ...ports.read(ref), evaluator: 'nv-pho' });
    await factsEveryDay(ports, org, atTime('2026-05-02', '00:00'));
    expect(ports.read(refOf(org, 'limitations', id)).evaluator).toBe('nv-pho');
  });

  it('of a unit is its head’s to work off', async () => {
    const { head } = ports.read(unitSheetRef(org, unit, month));
    const named = await record({ about: 'unit', subject: unit });
    expect(named).toMatchObject({ holder: head, unit, subjectName: 'Phòng Nội vụ' });
    expect(ports.read(sheetRef(org, head, month)).carried[id]).toContain('của Phòng Nội vụ');
  });
});

describe('trouble in co-ordination', () => {
  const id = factId(unit, month, 'p1');
  const record = async (over: Partial<Coordination> = {}) => {
    const { head } = ports.read(unitSheetRef(org, unit, month));
    const told = {
      ...newCoordination({ unit, other, author: head, actor: head }),
      savedAt: stampAt(recorded),
      ...over,
    };
    ports.put(refOf(org, 'coordinations', id), coordinationSchema.parse(told));
    await coordinationWritten(ports, org, id);
    return ports.read(refOf(org, 'coordinations', id));
  };

  it('names both heads, who decides them and who is above both', async () => {
    const [here, there] = [unit, other].map((one) => ports.read(unitSheetRef(org, one, month)));
    const told = await record();
    expect(told).toMatchObject({
      head: here?.head,
      otherHead: there?.head,
      otherDecider: there?.headDecider,
      gap: '',
    });
    // Two divisions under one chair (S3 II.5.2).
    expect(told.authority).toBe(here?.headDecider);
    expect(told.authorityName).not.toBe('');
  });

  it('goes up the line to who decides on both where the units stand in two blocks', async () => {
    const told = await record({ other: 'ban-to-chuc' });
    const { headDecider } = ports.read(unitSheetRef(org, 'ban-to-chuc', month));
    expect(told).toMatchObject({ authority: headDecider, otherBlock: 'party', block: 'government' });
  });

  it('becomes a confirmed finding of the head, with its source and its link, and notifies them', async () => {
    const { authority, otherHead } = await record();
    const at = atTime('2026-04-15', '09:00');
    const found = await write('coordinations', id, at, {
      ...{ state: 'found', actor: authority, word: 'Chậm trả lời, không nêu lý do' },
      ...{ fSubject: otherHead, fCodes: '2.06', fDegree: 'rare', fDue: '2026-04-30' },
    });
    expect(found).toMatchObject({ finding: `${otherHead}_${month}_cp1`, endedIn: month });
    const finding = findingRef(org, String(found.finding));
    expect(ports.read(finding)).toMatchObject({
      ...{ source: 'coordination', state: 'confirmed', author: authority, codes: '2.06', due: '2026-04-30' },
      evaluator: ports.read(sheetRef(org, otherHead, month)).evaluator,
    });
    await findingWritten(ports, org, String(found.finding));
    expect(ports.read(finding)).toMatchObject({ notified: true, countsIn: month });
    // The event of the settling comes again, after the finding has gone its way.
    ports.put(finding, { ...ports.read(finding), remedyState: 'reported', rev: 2 });
    await coordinationWritten(ports, org, id);
    expect(ports.read(finding).remedyState).toBe('reported');
  });

  it('stays suspected where it is unclear', async () => {
    const { otherHead } = await record();
    const found = await write('coordinations', id, recorded, {
      ...{ state: 'found', word: 'Cần làm rõ', fSubject: otherHead },
      ...{ fCodes: '2.06', fDegree: 'unclear', fDue: '2026-04-30' },
    });
    expect(ports.read(findingRef(org, String(found.finding)))).toMatchObject({
      state: 'suspected',
      settleReason: '',
    });
  });
});

describe('the unit’s month', () => {
  it('counts what stands, what was recorded and what was taken on', async () => {
    const { head } = ports.read(unitSheetRef(org, unit, month));
    const { evaluator } = ports.read(sheetRef(org, person, month));
    const put = async <N extends keyof Facts>(name: N, key: string, data: Facts[N]) => {
      const id = factId(name === 'limitations' ? person : unit, month, key);
      ports.put(refOf(org, name, id) as { path: string; shape: { parse(data: unknown): Facts[N] } }, data);
      await follow[name](ports, org, id);
    };
    const signed = { author: head, actor: head, subject: unit };
    const backlog = (over: Partial<Backlog>) =>
      backlogSchema.parse({ ...newBacklog(signed), savedAt: stampAt(recorded), ...over });
    await put('backlogs', 'v1', backlog({}));
    await put('backlogs', 'v2', backlog({ competence: 'beyond', proposal: 'Bố trí kho' }));
    await put('backlogs', 'v3', backlog({ hard: true }));
    const named = newLimitation({ subject: person, author: evaluator, actor: evaluator });
    await put('limitations', 'h1', limitationSchema.parse({ ...named, savedAt: stampAt(recorded) }));
    const told = newCoordination({ unit, other, author: head, actor: head });
    await put('coordinations', 'p1', coordinationSchema.parse({ ...told, savedAt: stampAt(recorded) }));
    const counts = async () => {
      await rebuildUnit(ports, org, unit, month);
      return ports.read(unitMonthRef(org, unit, month)).counts;
    };
    const of = { limitations: 1, coordinations: 1, backlogOwn: 1, backlogBeyond: 1, hardTasks: 1 };
    expect(await counts()).toMatchObject(of);
    // Closed in June, it stood in April still: the month built again says the same.
    const closed = await write('backlogs', factId(unit, month, 'v1'), atTime('2026-06-02', '09:00'), {
      state: 'closed',
    });
    expect(closed.endedIn).toBe('2026-06');
    expect(await counts()).toMatchObject(of);
  });
});
