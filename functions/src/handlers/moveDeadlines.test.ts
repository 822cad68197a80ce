// Moving deadlines and writing the calendar: all or none, entered with before, after and reason, followed by what is owed, and the same however often it is delivered.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { aChange, aMember } from '../../../test/fixtures/documents.ts';
import { stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime, endOfDay } from '../domain/civilDate.ts';
import { cycleRef, noticeRef, organisationRef, refOf, sheetRef, unitSheetRef } from '../schema/refs.ts';
import { isIntact } from './audit.ts';
import { calendarFor } from './calendarIn.ts';
import { changeWritten } from './changeWritten.ts';
import { everyDay } from './everyDay.ts';
import { keepDeadline } from './keepDeadline.ts';

const author = 'noi-vu-cv-01';
const [person, head] = ['qldt-cv-01', 'qldt-truong'];
const month = '2026-04';
let ports: MemoryPorts;
let n = 0;

async function change(kind: 'calendar' | 'deadlines', rows: unknown[], day = '2026-04-10') {
  n += 1;
  const id = `${author}_m${n}`;
  const at = atTime(day, '09:00');
  const sent = aChange({
    ...{ author, kind, reason: 'Bão số 3, công văn 12/UBND', state: 'sent', parts: 0 },
    rows: rows.map((row) => JSON.stringify(row)),
    savedAt: stampAt(at),
  });
  ports.put(refOf(org, 'changes', id), { ...sent, judgedAt: null, problems: [], counts: null });
  ports.setNow(at);
  await changeWritten(ports, org, id);
  return { id, ...ports.read(refOf(org, 'changes', id)) };
}
const move = (name: string, day: string) => ({ month, name, day });
const cycle = () => ports.read(cycleRef(org, month));
const organisation = () => ports.read(organisationRef(org));

beforeEach(async () => {
  ports = seeded();
  ports.put(refOf(org, 'members', author), aMember({ clerk: true }));
  await everyDay(ports, atTime('2026-04-01', '00:00'));
});

describe('deadlines of an open month', () => {
  it('move with what is owed by them, and whoever owes it is told once', async () => {
    const { state, counts } = await change('deadlines', [move('staff', '2026-04-28')]);
    expect([state, counts?.changed]).toEqual(['applied', 1]);
    expect(cycle()).toMatchObject({
      deadlines: { staff: endOfDay('2026-04-28'), heads: endOfDay('2026-04-28') },
      days: { staff: '2026-04-28' },
      moved: { staff: [{ from: '2026-04-24', to: '2026-04-28', by: author }] },
    });
    const sheet = ports.read(sheetRef(org, person, month));
    expect([sheet.due, sheet.dueDay]).toEqual([endOfDay('2026-04-28'), '2026-04-28']);
    const told = ports.read(noticeRef(org, person, `moved_${month}_staff_2026-04-28`));
    expect(told.body).toContain('Bão số 3');
    const { log } = organisation();
    expect(log).toMatchObject([
      { what: `deadline ${month} staff`, before: '2026-04-24', after: '2026-04-28', who: author },
    ]);
    expect(isIntact(organisationRef(org).path, log)).toBe(true);
  });

  it('take the unit with its head, and leave staff where they are', async () => {
    await change('deadlines', [move('heads', '2026-04-29')]);
    const unit = ports.read(unitSheetRef(org, 'phong-qldt', month));
    expect([unit.due, unit.dueDay]).toEqual([endOfDay('2026-04-29'), '2026-04-29']);
    expect(ports.read(sheetRef(org, head, month)).dueDay).toBe('2026-04-29');
    expect(ports.read(sheetRef(org, person, month)).dueDay).toBe('2026-04-24');
  });

  it('leave a date of one’s own, and what was filed, alone', async () => {
    const ref = sheetRef(org, person, month);
    const own = { due: endOfDay('2026-04-29'), dueDay: '2026-04-29' };
    ports.put(ref, { ...ports.read(ref), ...own });
    await change('deadlines', [move('staff', '2026-04-28')]);
    expect(ports.read(ref)).toMatchObject(own);
  });

  it('are kept on the new day: a call for the old one does nothing', async () => {
    await change('deadlines', [move('staff', '2026-04-28')]);
    const at = (due: string) =>
      keepDeadline(ports, { org, month, kind: 'staff', due: endOfDay(due), unit: null });
    ports.setNow(endOfDay('2026-04-24'));
    await at('2026-04-24');
    expect(cycle().kept).toEqual({});
    ports.setNow(endOfDay('2026-04-28'));
    await at('2026-04-28');
    expect(cycle().kept).toEqual({ staff: endOfDay('2026-04-28') });
  });

  it('are refused as a whole with the reason at its row, and change nothing', async () => {
    const before = ports.dump();
    const { state, problems } = await change('deadlines', [
      move('offices', '2026-04-29'),
      move('staff', '2026-04-27'),
    ]);
    expect(state).toBe('refused');
    expect(problems).toMatchObject([
      { row: 1, field: 'staff', reason: expect.stringContaining('ngày nghỉ') as string },
    ]);
    expect(cycle().moved).toEqual({});
    expect(ports.dump().length).toBeGreaterThan(before.length); // the change itself, and nothing else
    expect(organisation().log).toEqual([]);
  });

  it.each([
    ['of a month that isn’t open', [{ month: '2026-07', name: 'staff', day: '2026-07-28' }]],
    [
      'of two months at once',
      [move('staff', '2026-04-28'), { month: '2026-05', name: 'staff', day: '2026-05-26' }],
    ],
    ['of no such name', [{ month, name: 'interimRun', day: '2026-04-29' }]],
  ])('are refused %s', async (_, rows) => {
    expect((await change('deadlines', rows)).state).toBe('refused');
  });

  it('move once however often the change is delivered', async () => {
    const sent = await change('deadlines', [move('staff', '2026-04-28')]);
    const once = ports.dump();
    const ref = refOf(org, 'changes', sent.id);
    ports.put(ref, { ...ports.read(ref), state: 'sent', judgedAt: null, counts: null });
    await changeWritten(ports, org, sent.id);
    expect(ports.dump()).toBe(once);
    await everyDay(ports, atTime('2026-04-11', '00:00'));
    expect(cycle().moved['staff']).toHaveLength(1);
  });

  it('move what a call that was cut off left behind, with the next sweep', async () => {
    await change('deadlines', [move('staff', '2026-04-28')]);
    const ref = sheetRef(org, person, month);
    ports.put(ref, { ...ports.read(ref), due: endOfDay('2026-04-24'), dueDay: '2026-04-24' });
    await everyDay(ports, atTime('2026-04-11', '00:00'));
    expect(ports.read(ref).dueDay).toBe('2026-04-28');
  });
});

describe('the calendar of an organisation', () => {
  const line = { works: false, name: 'Nghỉ bão', official: true };
  it('counts by its lines from then on, and says who wrote them and why', async () => {
    const { state } = await change('calendar', [{ day: '2026-06-24', line }]);
    expect(state).toBe('applied');
    expect(organisation().calendar).toEqual([
      { day: '2026-06-24', ...line, author, reason: 'Bão số 3, công văn 12/UBND' },
    ]);
    expect(organisation().log).toMatchObject([
      { what: 'calendar 2026-06-24', before: 'ngày làm việc', after: 'nghỉ: Nghỉ bão', who: author },
    ]);
    expect(calendarFor(organisation()).isWorkingDay('2026-06-24')).toBe(false);
    await everyDay(ports, atTime('2026-06-01', '00:00'));
    expect(ports.read(cycleRef(org, '2026-06')).days['staff']).toBe('2026-06-25');
  });

  it('leaves the deadlines of the month that is open where they were told', async () => {
    await change('calendar', [{ day: '2026-04-24', line }]);
    expect(cycle().days['staff']).toBe('2026-04-24');
  });

  it('takes a line back', async () => {
    await change('calendar', [{ day: '2026-06-24', line }]);
    await change('calendar', [{ day: '2026-06-24', line: null }], '2026-04-13');
    expect(organisation().calendar).toEqual([]);
    expect(organisation().log.at(-1)).toMatchObject({ before: 'nghỉ: Nghỉ bão', after: 'ngày làm việc' });
  });

  it('is refused as a whole with each reason at its row and field', async () => {
    const { state, problems } = await change('calendar', [
      { day: '2026-06-24', line },
      { day: '2026-04-09', line },
      { day: '2026-06-25', line: { ...line, name: ' ' } },
      'x',
    ]);
    expect(state).toBe('refused');
    expect(problems.map(({ row, field }) => [row, field])).toEqual([
      [1, 'day'],
      [2, 'name'],
      [3, null],
    ]);
    expect(organisation().calendar).toEqual([]);
  });
});
