// Findings of a unit: who is told of each act, once; who is reminded of the date; and the one extension.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { aFile } from '../../../test/fixtures/files.ts';
import { stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { newUnitFinding } from '../../../test/fixtures/unitDocuments.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Notice } from '../schema/notice.ts';
import { unitFindingId } from '../schema/paths.ts';
import { fileRef, noticeRef, refOf, unitSheetRef } from '../schema/refs.ts';
import { unitFindingSchema, type UnitFinding } from '../schema/unitFinding.ts';
import { everyDay } from './everyDay.ts';
import { factsEveryDay } from './factsEveryDay.ts';
import { filesFollowSource } from './fileReaders.ts';
import { unitFindingWritten } from './unitFindingWritten.ts';

const month = '2026-04';
const unit = 'phong-noi-vu';
const id = unitFindingId(unit, month, 'k1');
const ref = refOf(org, 'unitFindings', id);
let ports: MemoryPorts;
let head = '';
let decider = '';

const finding = () => ports.read(ref);
const reported = { remedyState: 'reported', remedy: 'Đã ban hành kế hoạch' } as const;

async function write(day: string, over: Partial<UnitFinding> = {}): Promise<void> {
  const at = atTime(day, '09:00');
  const savedAt = stampAt(at);
  const seen = newUnitFinding({ unit, author: decider, actor: decider, due: '2026-04-24' });
  const known = ports.kept.has(ref.path) ? finding() : { ...unitFindingSchema.parse(seen), rev: 0 };
  ports.setNow(at);
  ports.put(ref, { ...known, ...over, rev: known.rev + 1, savedAt });
  await unitFindingWritten(ports, org, id);
}
const report = (day: string) =>
  write(day, { ...reported, remedyAt: stampAt(atTime(day, '09:00')), actor: head });

/** Kinds of what somebody was told of this finding, in the order of keys. */
const told = (who: string) =>
  [...ports.kept.entries()]
    .filter(([path]) => path.includes(`/notices/${who}_ofUnit_${id}`))
    .map(([, { data }]) => (data as Notice).kind)
    .sort();

beforeEach(async () => {
  ports = seeded();
  await everyDay(ports, atTime('2026-04-01', '00:00'));
  ({ head, headDecider: decider } = ports.read(unitSheetRef(org, unit, month)));
});

describe('the head of the unit', () => {
  it('is told when it is confirmed, and not of a suspicion', async () => {
    await write('2026-04-10');
    expect(told(head)).toEqual([]);
    await write('2026-04-13', { state: 'confirmed' });
    const notice = ports.read(noticeRef(org, head, `ofUnit_${id}_told`));
    expect(notice).toMatchObject({
      ...{ kind: 'findingConfirmed', at: atTime('2026-04-13', '09:00'), read: false },
      ...{ link: `#/don-vi/2026-04/${unit}`, title: 'Một dấu hiệu ở đơn vị được xác nhận là biểu hiện' },
    });
    expect(notice.body).toContain(`${finding().unitName}: 1.11: Chưa ban hành kế hoạch kiểm tra quý.`);
    expect(notice.body).toContain('hạn khắc phục 24/04/2026');
  });

  it('is told what became of each report, and who decides the head that one waits', async () => {
    await write('2026-04-10', { state: 'confirmed' });
    await report('2026-04-14');
    expect(told(decider)).toEqual(['remedyReported']);
    await write('2026-04-15', { remedyState: 'returned', remedyNote: 'Thiếu văn bản', actor: decider });
    expect(told(head)).toEqual(['findingConfirmed', 'remedyReturned']);
    await report('2026-04-16');
    await write('2026-04-17', { remedyState: 'accepted', state: 'remedied', actor: decider });
    expect(told(head)).toEqual(['findingConfirmed', 'remedyAccepted', 'remedyReturned']);
    expect(told(decider)).toEqual(['remedyReported', 'remedyReported']);
  });

  it('is told nothing twice by an event that comes again', async () => {
    await write('2026-04-10', { state: 'confirmed' });
    const { writes } = ports;
    await unitFindingWritten(ports, org, id);
    expect(ports.writes).toBe(writes);
  });
});

describe('its date', () => {
  beforeEach(() => write('2026-04-10', { state: 'confirmed' }));
  const remind = (day: string) => everyDay(ports, atTime(day, '00:00'));

  it('is reminded of on the days of the setting, and once it has passed to both sides', async () => {
    await remind('2026-04-21');
    expect(told(head)).toEqual(['findingConfirmed']);
    for (const day of ['2026-04-22', '2026-04-23', '2026-04-24', '2026-04-24', '2026-04-28'])
      await remind(day);
    const due = Array<string>(3).fill('remedyDue');
    expect(told(head)).toEqual(['findingConfirmed', ...due, 'remedyOverdue']);
    expect(told(decider)).toEqual(['remedyOverdue']);
  });

  it('is reminded of to whoever heads the unit now', async () => {
    const sheet = unitSheetRef(org, unit, month);
    ports.put(sheet, { ...ports.read(sheet), head: 'nv-cv' });
    await factsEveryDay(ports, org, atTime('2026-04-22', '00:00'));
    await remind('2026-04-22');
    expect(told('nv-cv')).toEqual(['remedyDue']);
    expect(told(head)).toEqual(['findingConfirmed']);
  });

  it('and its evidence go with the unit to whoever heads it now', async () => {
    const file = fileRef(org, `${head}_f1`);
    const of = `unitFindings/${id}`;
    const readers = [head, decider].sort();
    ports.put(file, aFile({ of, author: head, person: head, unit, named: readers, readers }));
    const sheet = unitSheetRef(org, unit, month);
    ports.put(sheet, { ...ports.read(sheet), head: 'nv-cv' });
    await factsEveryDay(ports, org, atTime('2026-04-22', '00:00'));
    await filesFollowSource(ports.documents, org, of);
    expect(ports.read(file)).toMatchObject({ person: 'nv-cv', evaluator: '', decider: '' });
    expect(ports.read(file).readers).toEqual(expect.arrayContaining(['nv-cv', decider]));
    expect(ports.read(file).readers).not.toContain(head);
  });

  it('is nobody’s to be reminded of once a report waits', async () => {
    await report('2026-04-21');
    await remind('2026-04-22');
    expect(told(head)).toEqual(['findingConfirmed']);
  });

  it('is logged where it was extended, once, with the day before', async () => {
    await write('2026-04-20', { due: '2026-05-15', firstDue: '2026-04-24' });
    await unitFindingWritten(ports, org, id);
    await report('2026-04-21');
    const extended = finding().log.filter(({ what }) => what === 'extend');
    expect(extended).toMatchObject([{ who: decider, before: '2026-04-24', after: '2026-05-15' }]);
  });
});

// Accepted after the close, a remedy reported before it burdened the unit's next month as well, as it had a person's.
it('of a unit carry nothing of a remedy that was reported before the close and accepted after it', async () => {
  await write('2026-04-10', { state: 'confirmed' });
  await report('2026-04-28');
  await write('2026-05-05', { carriedTo: '2026-05' });
  await write('2026-05-06', { remedyState: 'accepted', state: 'remedied', actor: decider });
  expect([finding().countsIn, finding().carriedTo]).toEqual([month, null]);
});
