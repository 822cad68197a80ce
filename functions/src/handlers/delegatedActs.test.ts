// What a delegate did is signed with both names on every document that says who judged; who is asked has a time of their own.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { phieu01Input } from '../report/phieu01Input.ts';
import {
  assessmentRef,
  boardRef,
  consultationRef,
  cycleRef,
  organisationRef,
  refOf,
  resultRef,
  sheetRef,
  unitMonthRef,
} from '../schema/refs.ts';
import type { Assessment } from '../schema/assessment.ts';
import { assessmentWritten } from './assessmentWritten.ts';
import { everyDay } from './everyDay.ts';
import { keepDeadline } from './keepDeadline.ts';
import type { DeadlineKind } from './ports.ts';
import { rebuildUnit } from './rebuildUnit.ts';
import { sheetWritten } from './sheetWritten.ts';

const month = '2026-04';
const openedAt = atTime('2026-04-01', '00:00');
let ports: MemoryPorts;

async function opened(): Promise<MemoryPorts> {
  const memory = seeded();
  await everyDay(memory, openedAt);
  return memory;
}
async function file(memory: MemoryPorts, person: string, at: Moment): Promise<void> {
  const ref = sheetRef(org, person, month);
  memory.put(ref, { ...memory.read(ref), state: 'submitted', rev: 1, nothing: true, savedAt: stampAt(at) });
  memory.setNow(at);
  await sheetWritten(memory, org, `${person}_${month}`);
}
async function act(
  memory: MemoryPorts,
  person: string,
  at: Moment,
  patch: Partial<Assessment>,
): Promise<void> {
  const ref = assessmentRef(org, person, month);
  const before = memory.read(ref);
  memory.put(ref, { ...before, actedFor: null, ...patch, rev: before.rev + 1, actedAt: stampAt(at) });
  memory.setNow(at);
  await assessmentWritten(memory, org, `${person}_${month}`);
}
async function keep(memory: MemoryPorts, kind: DeadlineKind, unit: string | null = null): Promise<void> {
  const due = memory.read(cycleRef(org, month)).deadlines[kind];
  memory.setNow(due);
  await keepDeadline(memory, { org, month, kind, due, unit });
}
const nameOf = (id: string) => ports.read(refOf(org, 'people', id)).name;

beforeEach(async () => {
  ports = await opened();
});

describe('an act by a delegate', () => {
  const person = 'qldt-cv-03';
  const [evaluator, decider, delegate] = ['qldt-pho-1', 'qldt-truong', 'qldt-pho-2'];
  const evaluation = {
    state: 'evaluated',
    eRating: 'B',
    eLevel: 'good',
    eScore1: 25,
    eScore21: 15,
    eScore22: 40,
  } as const;
  const decision = {
    state: 'decided',
    dRating: 'B',
    dLevel: 'good',
    dScore1: 25,
    dScore21: 15,
    dScore22: 40,
  } as const;
  const assessment = () => ports.read(assessmentRef(org, person, month));
  const signed = () => [assessment().evaluatedBy, assessment().decidedBy];

  beforeEach(() => file(ports, person, atTime('2026-04-23', '09:00')));

  it('stands with both names on assessment, unit row, result, board, trace and Phiếu 01', async () => {
    await act(ports, person, atTime('2026-04-27', '09:00'), {
      ...evaluation,
      actor: delegate,
      actedFor: evaluator,
    });
    const onBehalf = `${nameOf(delegate)} thay mặt ${nameOf(evaluator)}`;
    expect(signed()).toEqual([onBehalf, null]);
    expect(assessment().log.at(-1)).toMatchObject({ who: delegate, forWhom: evaluator, what: 'evaluated' });
    expect(ports.read(sheetRef(org, person, month)).log.at(-1)).toMatchObject({
      who: delegate,
      forWhom: evaluator,
    });

    await act(ports, person, atTime('2026-05-04', '09:00'), {
      ...decision,
      actor: delegate,
      actedFor: decider,
    });
    const decided = `${nameOf(delegate)} thay mặt ${nameOf(decider)}`;
    expect(signed()).toEqual([onBehalf, decided]);
    await rebuildUnit(ports, org, 'phong-qldt', month);
    const row = ports.read(unitMonthRef(org, 'phong-qldt', month)).rows[person];
    expect(row).toMatchObject({ evaluatedBy: onBehalf, decidedBy: decided });

    await keep(ports, 'publish', 'phong-qldt');
    const result = ports.read(resultRef(org, person, month));
    expect(result).toMatchObject({ evaluatedBy: onBehalf, decidedBy: decided, decider });
    expect(result.trace.flatMap(({ facts }) => facts)).toEqual(expect.arrayContaining([onBehalf, decided]));
    expect(ports.read(boardRef(org, 'phong-qldt', month)).rows[person]?.decider).toBe(decided);
    const printed = phieu01Input({
      organisation: ports.read(organisationRef(org)),
      sheet: ports.read(sheetRef(org, person, month)),
      ...{ result, headName: null, at: result.publishedAt },
    });
    const statements = printed.basis?.statements.map(({ text }) => text).join('\n');
    expect(statements).toContain(onBehalf);
    expect(statements).toContain(decided);
  });

  it('leaves the names alone where evaluator and decider act themselves', async () => {
    await act(ports, person, atTime('2026-04-27', '09:00'), { ...evaluation, actor: evaluator });
    await act(ports, person, atTime('2026-05-04', '09:00'), { ...decision, actor: decider });
    expect(signed()).toEqual([nameOf(evaluator), nameOf(decider)]);
    expect(assessment().log.map(({ forWhom }) => forWhom)).toEqual([null, null, null]);
  });

  it('is no longer signed once it was taken back, and decided again says who decided then', async () => {
    await act(ports, person, atTime('2026-04-27', '09:00'), {
      ...evaluation,
      actor: delegate,
      actedFor: evaluator,
    });
    await act(ports, person, atTime('2026-05-04', '09:00'), { ...decision, actor: decider });
    await act(ports, person, atTime('2026-05-04', '10:00'), {
      state: 'evaluated',
      actor: decider,
      dReason: 'Xem lại',
    });
    expect(signed()).toEqual([`${nameOf(delegate)} thay mặt ${nameOf(evaluator)}`, null]);
    await act(ports, person, atTime('2026-05-04', '11:00'), {
      ...decision,
      actor: delegate,
      actedFor: decider,
    });
    expect(assessment().decidedBy).toContain('thay mặt');
    await act(ports, person, atTime('2026-05-04', '12:00'), {
      state: 'waiting',
      actor: decider,
      note: 'Đánh giá lại',
    });
    expect(signed()).toEqual([null, null]);
  });

  it('in one act for who evaluates and decides signs both', async () => {
    const staff = 'tckh-cv-03';
    await file(ports, staff, atTime('2026-04-23', '10:00'));
    await act(ports, staff, atTime('2026-04-27', '09:00'), {
      ...{ ...evaluation, ...decision, actor: 'tckh-cv-06', actedFor: 'tckh-truong' },
    });
    const name = `${nameOf('tckh-cv-06')} thay mặt ${nameOf('tckh-truong')}`;
    const { evaluatedBy, decidedBy } = ports.read(assessmentRef(org, staff, month));
    expect([evaluatedBy, decidedBy]).toEqual([name, name]);
  });
});

describe('consultation and proposal', () => {
  const asked = 'tnmt-truong';
  const [who] = ['ubnd-pct-do-thi'];
  const consultation = (memory = ports) => memory.read(consultationRef(org, asked, month, who));
  const open = (memory = ports) => memory.read(assessmentRef(org, asked, month)).consultsOpen;

  it('have a deadline of their own, at which silence is noted and no longer waited for', async () => {
    await file(ports, asked, atTime('2026-04-27', '09:00'));
    expect(consultation()).toMatchObject({ state: 'asked', due: atTime('2026-04-30', '00:00') });
    expect(open()).toBe(1);
    await keep(ports, 'consult');
    expect(consultation().state).toBe('silent');
    expect(open()).toBe(0);
    expect(ports.read(cycleRef(org, month)).kept).toHaveProperty('consult');
  });

  it('propose for who chairs the body, by the deadline to propose', async () => {
    await file(ports, 'pbt-thuong-truc', atTime('2026-04-27', '09:00'));
    const proposed = () => ports.read(consultationRef(org, 'pbt-thuong-truc', month, 'hdnd-pct'));
    expect(proposed()).toMatchObject({ kind: 'propose', state: 'asked' });
    await keep(ports, 'propose');
    expect(proposed().state).toBe('silent');
  });

  it('of a late sheet give a working day after asking, and the daily sweep notes their silence', async () => {
    await file(ports, asked, atTime('2026-05-04', '10:00'));
    expect(consultation()).toMatchObject({ state: 'asked', due: atTime('2026-05-06', '00:00') });
    await keep(ports, 'consult');
    await everyDay(ports, atTime('2026-05-05', '00:00'));
    expect(consultation().state).toBe('asked');
    await everyDay(ports, atTime('2026-05-06', '00:00'));
    expect(consultation().state).toBe('silent');
    expect(open()).toBe(0);
  });

  it('are asked about who filed nothing, too', async () => {
    await keep(ports, 'heads');
    expect(consultation()).toMatchObject({ state: 'asked', due: atTime('2026-04-30', '00:00') });
    expect(open()).toBe(1);
  });

  it('answered before the assessment is laid out are not waited for', async () => {
    const quiet = await opened();
    await file(quiet, asked, atTime('2026-04-27', '09:00'));
    for (let writes = 1; writes < 4; writes++) {
      const cut = await opened();
      cut.writesToLive = writes;
      await file(cut, asked, atTime('2026-04-27', '09:00')).catch((error: unknown) =>
        expect(error).toBeInstanceOf(Killed),
      );
      cut.writesToLive = null;
      const ref = consultationRef(org, asked, month, who);
      if (!cut.kept.has(ref.path)) continue;
      cut.put(ref, { ...cut.read(ref), state: 'answered', note: 'Đồng ý', rev: 1 });
      await sheetWritten(cut, org, `${asked}_${month}`);
      expect(open(cut)).toBe(0);
    }
  });
});
