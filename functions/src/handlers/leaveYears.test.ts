// Years between publications: a decider who leaves before rating them, authority that is corrected, somebody who left before December.
import { beforeEach, describe, expect, it } from 'vitest';
import { aCycle } from '../../../test/fixtures/documents.ts';
import type { MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import {
  decideMonth,
  personYearOf,
  publishAndRun,
  unitYearOf,
  yearActOf,
} from '../../../test/fixtures/yearMonths.ts';
import { atTime } from '../domain/civilDate.ts';
import { cycleRef, refOf, sheetRef, yearAssessmentRef } from '../schema/refs.ts';
import type { PersonDocument } from '../schema/person.ts';
import { everyDay } from './everyDay.ts';
import { followYear } from './followYear.ts';
import { takeOut, type Leaver } from './leaving.ts';
import { decemberWritten } from './openYear.ts';

const [person, head, deputy, unit] = ['tckh-cv-01', 'tckh-truong', 'tckh-pho-1', 'phong-tckh'];
const authority = { evaluator: head, decider: head, head, isHead: false };
const leaver: Leaver = {
  ...{ id: head, at: atTime('2026-12-09', '00:00'), day: '2026-12-09' },
  reason: 'Không còn trong tổ chức từ ngày 09/12/2026.',
};
let ports: MemoryPorts;

function alter(id: string, over: Partial<PersonDocument>): void {
  const ref = refOf(org, 'people', id);
  ports.put(ref, { ...ports.read(ref), ...over });
}
/** The deputy heads the division from that day on. */
function promote(from: string): void {
  const { posts } = ports.read(refOf(org, 'people', deputy));
  const post = { ...posts[0]!, kind: 'head' as const, title: 'Trưởng phòng', inCharge: [], from };
  alter(deputy, { posts: [post] });
}
const gaps = () => ports.read(cycleRef(org, '2026-12')).gaps;

beforeEach(async () => {
  ports = seeded();
  ports.put(cycleRef(org, '2026-12'), aCycle({ month: '2026-12', state: 'published' }));
  for (const month of ['2026-11', '2026-12']) decideMonth(ports, { person, month, unit, authority });
  await publishAndRun(ports, '2026-11', unit);
  await decemberWritten(ports, org, `${person}_2026-12`);
  alter(head, { left: '2026-12-08' });
  ports.setNow(leaver.at);
});

describe('a decider who leaves before rating the year', () => {
  it('is followed by whoever decides on the person now', async () => {
    expect(yearActOf(ports, person)).toMatchObject({ decider: head, state: 'waiting' });
    promote('2026-12-09');
    await takeOut(ports, org, leaver);
    const { decider, deciderName, log } = yearActOf(ports, person);
    expect([decider, deciderName]).toEqual([deputy, ports.read(refOf(org, 'people', deputy)).name]);
    expect(log.at(-1)).toMatchObject({ what: 'authority', before: head, after: deputy });
    expect(gaps()).toEqual([]);
  });

  it('leaves a gap that December names, until the seat is held again', async () => {
    await takeOut(ports, org, leaver);
    expect(yearActOf(ports, person).decider).toBe('vacant');
    expect(gaps()).toEqual([`${person}: Xếp loại năm 2026: chưa có người quyết định`]);
    promote('2026-12-14');
    ports.setNow(atTime('2026-12-14', '00:00'));
    await everyDay(ports, atTime('2026-12-14', '00:00'));
    expect(yearActOf(ports, person).decider).toBe(deputy);
    expect(gaps()).toEqual([]);
  });

  it('leaves a published year to whoever decides now, who alone may take it up again, and no gap', async () => {
    const ref = yearAssessmentRef(org, person, '2026');
    const published = { state: 'published', dRating: 'B', version: 1, publishedAt: leaver.at } as const;
    ports.put(ref, {
      ...ports.read(ref),
      ...published,
      decidedBy: 'Người đã quyết định',
      decidedAt: leaver.at,
    });
    await takeOut(ports, org, leaver);
    expect(yearActOf(ports, person)).toMatchObject({ decider: 'vacant', state: 'published' });
    expect(gaps()).toEqual([]);
    promote('2026-12-14');
    ports.setNow(atTime('2026-12-14', '00:00'));
    await everyDay(ports, atTime('2026-12-14', '00:00'));
    expect(yearActOf(ports, person)).toMatchObject({ decider: deputy, decidedBy: 'Người đã quyết định' });
  });

  it('keeps what they decided', async () => {
    const ref = yearAssessmentRef(org, person, '2026');
    ports.put(ref, { ...ports.read(ref), state: 'decided', dRating: 'B' });
    promote('2026-12-09');
    await takeOut(ports, org, leaver);
    expect(yearActOf(ports, person)).toMatchObject({ decider: head, state: 'decided' });
  });

  it('comes to the same when it is done again', async () => {
    await takeOut(ports, org, leaver);
    const once = ports.dump();
    await takeOut(ports, org, leaver);
    expect(ports.dump()).toBe(once);
  });
});

describe('authority that is corrected', () => {
  it('is that of the year at once, of its readers and of the unit’s', async () => {
    const ref = sheetRef(org, person, '2026-12');
    ports.put(ref, { ...ports.read(ref), evaluator: deputy, decider: deputy, head: deputy });
    await followYear(ports.documents, org, { person, month: '2026-12' });
    expect(personYearOf(ports, person)).toMatchObject({ decider: deputy, readers: [person, deputy].sort() });
    expect(unitYearOf(ports, unit).readers).toEqual([deputy]);
  });

  it('moves the row to the unit of now', async () => {
    const ref = sheetRef(org, person, '2026-12');
    ports.put(ref, { ...ports.read(ref), unit: 'phong-noi-vu', unitName: 'Phòng Nội vụ' });
    await followYear(ports.documents, org, { person, month: '2026-12' });
    expect(unitYearOf(ports, unit).rows).toEqual({});
    expect(Object.keys(unitYearOf(ports, 'phong-noi-vu').rows)).toEqual([person]);
  });

  it('is that of a year that is held, because December is decided by who is there then', async () => {
    const ref = refOf(org, 'assessments', `${person}_2026-12`);
    const december = ports.read(ref);
    ports.put(ref, { ...december, state: 'evaluated', decider: deputy, deciderName: 'Phó Trưởng phòng' });
    await decemberWritten(ports, org, `${person}_2026-12`);
    expect(yearActOf(ports, person)).toMatchObject({ held: true, decider: deputy });
  });

  it('shows nothing to anybody where no month of the year was published', async () => {
    decideMonth(ports, { person: 'tckh-cv-02', month: '2026-12', unit, authority });
    const before = ports.dump();
    await followYear(ports.documents, org, { person: 'tckh-cv-02', month: '2026-12' });
    expect(ports.dump()).toBe(before);
  });
});

describe('somebody who left before December', () => {
  const gone = 'tckh-cv-03';
  const day = { id: gone, at: atTime('2026-11-01', '00:00'), day: '2026-11-01', reason: 'Nghỉ việc.' };
  const owed = () => {
    const { cells, proposal } = personYearOf(ports, gone);
    return [cells['2026-11']?.state, cells['2026-12']?.state, proposal.provisional];
  };

  beforeEach(async () => {
    for (const month of ['2026-09', '2026-10']) {
      decideMonth(ports, { person: gone, month, unit, authority });
      await publishAndRun(ports, month, unit);
    }
  });

  it('has a year that is no longer tạm tính', async () => {
    expect(owed()).toEqual(['missing', 'missing', true]);
    alter(gone, { left: '2026-10-31' });
    await takeOut(ports, org, day);
    expect(owed()).toEqual(['none', 'none', false]);
  });

  it('still owes a month that was opened for them', async () => {
    decideMonth(ports, { person: gone, month: '2026-11', unit, authority }, { state: 'waiting' });
    alter(gone, { left: '2026-10-31' });
    await takeOut(ports, org, day);
    expect(owed()).toEqual(['missing', 'none', true]);
  });
});
