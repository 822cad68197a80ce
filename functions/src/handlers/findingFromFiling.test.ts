// What is late or missing (S3 II.3.1; domain.md section 5) through the handlers: the one suspected finding of it, what excuses it, what a plan is, and what is filled in beforehand.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import type { Absence } from '../domain/organisation.ts';
import {
  assessmentRef,
  cycleRef,
  findingRef,
  organisationRef,
  planRef,
  refOf,
  sheetRef,
  unitSheetRef,
} from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { assessmentWritten } from './assessmentWritten.ts';
import { everyDay } from './everyDay.ts';
import { followAbsences } from './followAbsences.ts';
import { keepDeadline } from './keepDeadline.ts';
import type { DeadlineKind } from './ports.ts';
import { sheetWritten } from './sheetWritten.ts';
import { unitSheetWritten } from './unitSheetWritten.ts';

const month = '2026-04';
const person = 'qldt-cv-01';
const id = `${person}_${month}`;
const late = findingRef(org, `${id}_late`);
const deadline = atTime('2026-04-25', '00:00');
/** April 2026: 25–27/4 are days off. */
const afterwards = atTime('2026-04-28', '10:00');
const plan: Partial<Sheet> = { tasks: { t1: 'Rà soát hồ sơ' }, taskKind: { t1: 'planned' } };
let ports: MemoryPorts;

const read = () => ports.read(assessmentRef(org, person, month));
const finding = () => ports.read(late);
const has = () => ports.kept.has(late.path);

async function keep(kind: DeadlineKind): Promise<void> {
  const due = ports.read(cycleRef(org, month)).deadlines[kind];
  ports.setNow(due);
  await keepDeadline(ports, { org, month, kind, due, unit: null });
}

function write(patch: Partial<Sheet>): void {
  const ref = sheetRef(org, person, month);
  const before = ports.read(ref);
  ports.put(ref, { ...before, ...patch, rev: before.rev + 1 });
}

async function file(at: Moment, patch: Partial<Sheet> = {}): Promise<void> {
  const scores = { score1: 27, score21: 17, score22: 42 };
  write({
    ...scores,
    nextTasks: { t1: 'Việc tháng sau' },
    ...patch,
    state: 'submitted',
    savedAt: stampAt(at),
  });
  ports.setNow(at);
  await sheetWritten(ports, org, id);
}

async function act(at: Moment, patch: object): Promise<void> {
  const before = read();
  const acted = { actor: before.evaluator, ...patch, rev: before.rev + 1, actedAt: stampAt(at) };
  ports.put(assessmentRef(org, person, month), { ...before, ...acted });
  ports.setNow(at);
  await assessmentWritten(ports, org, id);
}

function away(absences: Absence[], at: Moment = atTime('2026-04-20', '08:00')): void {
  const ref = refOf(org, 'people', person);
  const known = ports.read(ref);
  const entry = { n: known.log.length + 1, at, who: 'x', forWhom: null, what: 'change', before: null };
  ports.put(ref, { ...known, absences, log: [...known.log, { ...entry, after: null, hash: '' }] });
}
const ill = (from: string, to = from): Absence => ({ excuse: 'illness', from, to });

beforeEach(async () => {
  ports = seeded();
  await everyDay(ports, atTime('2026-04-01', '00:00'));
});

describe('nothing filed at the end of filing', () => {
  it('is one suspected finding by the system, 2.06, which waits for a verdict', async () => {
    write(plan);
    await keep('staff');
    expect(finding()).toMatchObject({
      ...{ codes: '2.06', state: 'suspected', source: 'rule', remedyState: 'none', notified: false },
      // An author reads what they recorded: the person reads this once they are told.
      ...{ subject: person, author: 'system', actor: 'system' },
      fact: 'Hết hạn chưa nộp báo cáo, phiếu tự đánh giá và kế hoạch tháng sau',
    });
    expect(finding().log).toMatchObject([{ what: 'record', who: 'system', at: deadline }]);
    expect(read().suspected).toContain(`${id}_late`);
    expect(read().proposal).toMatchObject({ rating: 'D', level: 'poor' });
  });

  it('is 2.01 as well where there is no plan', async () => {
    await keep('staff');
    expect(finding()).toMatchObject({
      codes: '2.01 2.06',
      fact: expect.stringContaining('Không có kế hoạch') as string,
    });
  });

  it('is nothing to suspect under an excuse', async () => {
    away([ill('2026-04-20', '2026-04-26')]);
    await keep('staff');
    expect(has()).toBe(false);
    expect(read()).toMatchObject({ suspected: [], proposal: { rating: null, level: 'good' } });
  });

  it('is dropped by the system where the excuse is entered afterwards, and there again without it', async () => {
    await keep('staff');
    away([ill('2026-04-20', '2026-04-26')], atTime('2026-04-28', '08:00'));
    await followAbsences(ports, org, ports.read(refOf(org, 'people', person)), [month]);
    expect(finding()).toMatchObject({
      state: 'dismissed',
      settleReason: expect.stringContaining('khách quan') as string,
    });
    expect(finding().log.at(-1)).toMatchObject({ what: 'settle', who: 'system', before: 'suspected' });
    expect(read().suspected).toEqual([]);
    away([], atTime('2026-04-28', '09:00'));
    await followAbsences(ports, org, ports.read(refOf(org, 'people', person)), [month]);
    expect(finding()).toMatchObject({ state: 'suspected', settleReason: '' });
    expect(read().suspected).toEqual([`${id}_late`]);
  });

  it('stays what somebody made of it, whatever deadline finds it unfiled again', async () => {
    await keep('staff');
    ports.put(late, { ...finding(), state: 'dismissed', settleReason: 'Máy chủ hỏng' });
    await keep('evaluate');
    await keep('decide');
    expect(finding()).toMatchObject({ state: 'dismissed', settleReason: 'Máy chủ hỏng' });
  });

  it('is nothing to suspect of one who is decided outside: nobody here would settle it', async () => {
    await keep('heads');
    const theirs = [...ports.kept.keys()]
      .filter((path) => path.includes('/sheets/'))
      .flatMap((path) => {
        const sheet = ports.read(refOf(org, 'sheets', path.split('/').at(-1) ?? ''));
        return sheet.evaluator === 'outside' ? [sheet.person] : [];
      });
    expect(theirs).not.toEqual([]);
    for (const one of theirs) {
      expect(ports.read(assessmentRef(org, one, month)).filed).toBe(false);
      expect(ports.kept.has(findingRef(org, `${one}_${month}_late`).path)).toBe(false);
    }
  });

  it('ends the same wherever it is killed and called again', async () => {
    await keep('staff');
    const quiet = ports.dump();
    for (const writes of [0, 1, 2, 3]) {
      ports = seeded();
      await everyDay(ports, atTime('2026-04-01', '00:00'));
      ports.writesToLive = writes;
      await keep('staff').catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      ports.writesToLive = null;
      await keep('staff');
      expect(ports.dump()).toBe(quiet);
    }
  });
});

describe('filed after all', () => {
  it('turns the suspicion of having filed nothing into that of having filed late, already remedied', async () => {
    write(plan);
    await keep('staff');
    await file(afterwards);
    expect(finding()).toMatchObject({
      ...{ codes: '2.06', state: 'suspected', remedyState: 'reported', remedyReportedAt: afterwards },
      fact: 'Nộp báo cáo, phiếu tự đánh giá và kế hoạch tháng sau thời hạn',
    });
    expect(finding().log.map(({ what, at }) => [what, at])).toEqual([
      ['record', deadline],
      ['record', afterwards],
    ]);
    expect(read()).toMatchObject({ suspected: [`${id}_late`], proposal: { rating: 'B', level: 'good' } });
    const once = ports.dump();
    await sheetWritten(ports, org, id);
    expect(ports.dump()).toBe(once);
  });

  it('reports the remedy of what was confirmed meanwhile; the evaluator answers it, once', async () => {
    write(plan);
    await keep('staff');
    const evaluated = {
      state: 'evaluated',
      eRating: 'D',
      eLevel: 'poor',
      verdicts: { [`${id}_late`]: 'open' },
    };
    await act(atTime('2026-04-28', '08:00'), evaluated);
    expect(finding()).toMatchObject({ state: 'confirmed', remedyState: 'none' });
    await file(afterwards);
    const reported = { remedyState: 'reported', remedyReportedAt: afterwards, remedy: 'Đã nộp' } as const;
    expect(finding()).toMatchObject({ state: 'confirmed', ...reported });
    ports.put(late, { ...finding(), remedyState: 'returned', remedyReportedAt: null });
    await sheetWritten(ports, org, id);
    expect(finding().remedyState).toBe('returned');
  });
});

describe('filed late', () => {
  // Ill on the day of the deadline, filed on the third day after it: it was said not to count as late, and suspected all the same.
  it.each([
    ['ill on the 24th', [ill('2026-04-24')], false],
    ['ill for most of the month until the 23rd', [ill('2026-04-10', '2026-04-23')], false],
    ['ill one day early in the month', [ill('2026-04-08')], true],
    ['there all the time', [], true],
  ])('is suspected by the same excuse by which it is proposed: %s', async (_, absences, suspected) => {
    away(absences);
    await file(afterwards, plan);
    expect(has()).toBe(suspected);
    expect(read().late).toBe(true);
    const said = read().proposal.trace.map(({ outcome }) => outcome);
    expect(said.includes('Không tính là nộp muộn')).toBe(!suspected);
  });
});

describe('a plan of the month', () => {
  const inTime = atTime('2026-04-24', '10:00');
  const unplanned = { tasks: { t1: 'Việc đột xuất' }, taskKind: { t1: 'unplanned' as const } };

  // A single task that came up unplanned passed for the plan of the whole month.
  it('is none where all that was written came up unplanned: 2.01 and D, though it was filed in time', async () => {
    await file(inTime, unplanned);
    expect(finding()).toMatchObject({
      codes: '2.01',
      fact: 'Không có kế hoạch của tháng',
      remedyState: 'none',
    });
    expect(read()).toMatchObject({ late: false, proposal: { rating: 'D', level: 'poor' } });
  });

  it('is one where a task beside it was planned', async () => {
    await file(inTime, {
      tasks: { ...plan.tasks, t2: 'Việc đột xuất' },
      taskKind: { t1: 'planned', t2: 'unplanned' },
    });
    expect(has()).toBe(false);
    expect(read().proposal.rating).toBe('B');
  });

  it('is one where it was filed with the month before, though nothing of it stands in the sheet', async () => {
    const version = { person, month, filedWith: '2026-03', rev: 1, filedAt: atTime('2026-03-24', '09:00') };
    const kept = { ...version, tasks: { t1: 'Lập báo cáo' }, due: {}, changes: [] };
    ports.put(planRef(org, person, month, version), kept);
    await file(inTime, unplanned);
    expect(has()).toBe(false);
    expect(read().proposal.rating).not.toBe('D');
  });

  it('is both, no plan and late, where it was', async () => {
    await file(afterwards, unplanned);
    expect(finding()).toMatchObject({ codes: '2.01 2.06', remedyState: 'none' });
  });
});

it('a head whose unit filed nothing is suspected of it, until it files', async () => {
  const unit =
    [...ports.kept.keys()].flatMap((path) => /unitSheets\/(.+)_2026-04$/.exec(path)?.[1] ?? [])[0] ?? '';
  const unitSheet = unitSheetRef(org, unit, month);
  const { head } = ports.read(unitSheet);
  const own = findingRef(org, `${head}_${month}_late`);
  const ref = sheetRef(org, head, month);
  const at = atTime('2026-04-24', '10:00');
  const filed = { ...plan, state: 'submitted' as const, rev: 1, savedAt: stampAt(at) };
  ports.put(ref, { ...ports.read(ref), ...filed });
  await sheetWritten(ports, org, `${head}_${month}`);
  expect(ports.kept.has(own.path)).toBe(false);
  await keep('heads');
  expect(ports.read(own)).toMatchObject({ codes: '2.06', fact: expect.stringContaining('Đơn vị') as string });
  const since = atTime('2026-04-29', '10:00');
  for (const path of [...ports.kept.keys()].filter((one) => /unitSheets\/[^/]+_2026-04$/.test(one))) {
    const one = refOf(org, 'unitSheets', path.split('/').at(-1) ?? '');
    if (ports.read(one).head !== head) continue;
    ports.put(one, { ...ports.read(one), state: 'submitted', rev: 1, savedAt: stampAt(since) });
    await unitSheetWritten(ports, org, path.split('/').at(-1) ?? '');
  }
  expect(ports.read(own).state).toBe('dismissed');
});

// The plan and report of the unit came first, and the head was suspected of having filed nothing on the day before the deadline.
it('a head whose unit files first is suspected of nothing before their own date', async () => {
  const at = atTime('2026-04-24', '10:00');
  const [path] = [...ports.kept.keys()].filter((one) => /unitSheets\/[^/]+_2026-04$/.test(one));
  const unitMonth = path?.split('/').at(-1) ?? '';
  const ref = refOf(org, 'unitSheets', unitMonth);
  ports.put(ref, { ...ports.read(ref), state: 'submitted', rev: 1, savedAt: stampAt(at) });
  await unitSheetWritten(ports, org, unitMonth);
  expect(ports.read(ref).filedAt).toBe(at);
  expect(ports.kept.has(findingRef(org, `${ports.read(ref).head}_${month}_late`).path)).toBe(false);
});

describe('autoApplyMissing', () => {
  const setTo = (autoApplyMissing: boolean) => {
    const ref = organisationRef(org);
    const known = ports.read(ref);
    ports.put(ref, { ...known, settings: { ...known.settings, autoApplyMissing } });
  };
  const lastStep = () => read().proposal.trace.findLast(({ rule }) => rule.startsWith('Hậu quả'))?.outcome;

  it('off leaves rating and level empty', async () => {
    await keep('staff');
    expect(read()).toMatchObject({ eRating: null, eLevel: null, rev: 0 });
    expect(lastStep()).toContain('miễn và nêu lý do');
  });

  it('on fills in D and Kém before the evaluator, as nobody’s act; nothing is evaluated or decided', async () => {
    setTo(true);
    await keep('staff');
    expect(lastStep()).toContain('đã điền sẵn');
    expect(read()).toMatchObject({
      ...{ eRating: 'D', eLevel: 'poor', dRating: null, dLevel: null, state: 'waiting' },
      ...{ rev: 0, actor: null, evaluatedBy: null },
    });
    expect(read().log.map(({ what }) => what)).toEqual(['deadline']);
  });

  it('on fills in nothing under an excuse, and follows one that is entered later', async () => {
    setTo(true);
    await keep('staff');
    away([ill('2026-04-20', '2026-04-26')], atTime('2026-04-28', '08:00'));
    await followAbsences(ports, org, ports.read(refOf(org, 'people', person)), [month]);
    expect(read()).toMatchObject({ eRating: null, eLevel: null });
  });

  it('on is taken back when it is filed after all, unless the evaluator chose otherwise', async () => {
    setTo(true);
    write(plan);
    await keep('staff');
    await file(afterwards);
    expect(read()).toMatchObject({ eRating: null, eLevel: null, eScore1: 27 });
  });

  it('on keeps what the evaluator wrote instead', async () => {
    setTo(true);
    write(plan);
    await keep('staff');
    await act(atTime('2026-04-28', '08:00'), { eRating: 'C', state: 'waiting' });
    await file(afterwards);
    expect(read()).toMatchObject({ eRating: 'C', eLevel: 'poor' });
  });

  it('on makes nobody an evaluator of a month that is left unrated', async () => {
    setTo(true);
    away([ill('2026-04-08')]);
    await everyDay(ports, atTime('2026-04-20', '00:00'));
    await keep('staff');
    expect(read().eRating).toBe('D');
    await act(atTime('2026-04-28', '08:00'), { state: 'unrated' });
    expect(read()).toMatchObject({ state: 'unrated', eRating: null, eLevel: null });
  });
});
