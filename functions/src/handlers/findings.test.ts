// The life of a finding through the handlers: told at once, counted in the right month, carried when open, remedied or not.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { aFinding } from '../../../test/fixtures/documents.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { vietnamCalendar } from '../domain/calendar.ts';
import { replayResult } from '../domain/basis.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import type { Finding } from '../schema/finding.ts';
import type { Sheet } from '../schema/sheet.ts';
import {
  assessmentRef,
  cycleRef,
  findingRef,
  noticeRef,
  organisationRef,
  refOf,
  resultRef,
  sheetRef,
} from '../schema/refs.ts';
import { assess } from './assess.ts';
import { assessmentWritten } from './assessmentWritten.ts';
import { everyDay } from './everyDay.ts';
import { remindOfFindings } from './findingNotices.ts';
import { findingWritten } from './findingWritten.ts';
import { keepDeadline } from './keepDeadline.ts';
import { isCarriedInto } from './monthOfPerson.ts';
import type { DeadlineKind } from './ports.ts';
import { sheetWritten } from './sheetWritten.ts';
import { settleFindings } from './settleFindings.ts';

const month = '2026-04';
const person = 'qldt-cv-01';
const id = `${person}_${month}_x1`;
let ports: MemoryPorts;

/** What the evaluator's client writes on recording a finding it has confirmed. */
async function record(at: Moment, over: Partial<Finding> = {}): Promise<void> {
  const { unit, block, evaluator, decider } = ports.read(sheetRef(org, person, month));
  const finding: Finding = {
    subject: person,
    ...{ unit, block, evaluator, decider, month },
    key: 'x1',
    source: 'evaluator',
    author: evaluator,
    codes: '2.05',
    article: '',
    fact: 'Trả lời văn bản lấy ý kiến chậm 4 ngày',
    degree: 'rare',
    due: '2026-05-15',
    state: 'confirmed',
    settleReason: '',
    remedy: '',
    remedyState: 'none',
    remedyAt: null,
    remedyNote: '',
    rev: 1,
    actor: evaluator,
    actedFor: null,
    savedAt: stampAt(at),
    notified: false,
    notifiedAt: null,
    remedyReportedAt: null,
    countsIn: null,
    unclearIn: null,
    carriedTo: null,
    ...{ harm: '', harmIn: null, firstDue: null },
    log: [],
    ...over,
  };
  ports.put(findingRef(org, id), finding);
  ports.setNow(at);
  await findingWritten(ports, org, id);
}

async function change(at: Moment, over: Partial<Finding>): Promise<void> {
  const before = ports.read(findingRef(org, id));
  ports.put(findingRef(org, id), { ...before, ...over, rev: before.rev + 1, savedAt: stampAt(at) });
  await findingWritten(ports, org, id);
}

async function keep(kind: DeadlineKind): Promise<void> {
  const due = ports.read(cycleRef(org, month)).deadlines[kind];
  ports.setNow(due);
  await keepDeadline(ports, { org, month, kind, due, unit: null });
}

const finding = () => ports.read(findingRef(org, id));
const level = () => ports.read(assessmentRef(org, person, month)).proposal.level;

beforeEach(async () => {
  ports = seeded();
  await everyDay(ports, atTime('2026-04-01', '00:00'));
  const sheet = ports.read(sheetRef(org, person, month));
  const tasks = { t1: 'Rà soát hồ sơ' };
  const filedAt = atTime('2026-04-20', '09:00');
  ports.put(sheetRef(org, person, month), {
    ...sheet,
    tasks,
    state: 'submitted',
    rev: 1,
    firstFiledAt: filedAt,
    stage: 'submitted',
  });
  await assess(ports, org, ports.read(sheetRef(org, person, month)), filedAt);
});

describe('confirming', () => {
  it('tells the person at once, and the proposal follows', async () => {
    expect(level()).toBe('good');
    await record(atTime('2026-04-21', '09:00'));
    expect(finding()).toMatchObject({
      notified: true,
      notifiedAt: atTime('2026-04-21', '09:00'),
      countsIn: month,
    });
    expect(level()).toBe('poor');
  });

  it('is not done by a suspicion: nobody is told, nothing counts', async () => {
    await record(atTime('2026-04-21', '09:00'), { state: 'suspected', source: 'inspection' });
    expect(finding()).toMatchObject({ notified: false, notifiedAt: null, countsIn: null });
    expect(level()).toBe('good');
    expect(ports.read(assessmentRef(org, person, month)).suspected).toEqual([id]);
  });

  // Evaluation ends on 29/4, the close is 4/5, and 30/4–3/5 are days off: two working days before it is 28/4.
  it.each([
    ['28/4, two working days before the close', '2026-04-28', '2026-04'],
    ['29/4, one working day before the close', '2026-04-29', '2026-05'],
    ['4/5, after the evaluation', '2026-05-04', '2026-05'],
  ])('on %s counts in %s → %s', async (_, day, counted) => {
    await record(atTime(day, '16:00'));
    expect(finding().countsIn).toBe(counted);
    expect(level()).toBe(counted === month ? 'poor' : 'good');
  });
});

describe('a remedy', () => {
  beforeEach(() => record(atTime('2026-04-21', '09:00')));

  it('counts from the day it was reported, once it is accepted', async () => {
    const reported = atTime('2026-04-24', '10:00');
    await change(reported, {
      remedy: 'Đã trả lời',
      remedyState: 'reported',
      remedyAt: stampAt(reported),
      actor: person,
    });
    expect(level()).toBe('fair'); // reported in time and not answered yet: the person isn't harmed by a late answer
    await change(atTime('2026-05-04', '09:00'), { remedyState: 'accepted', state: 'remedied' });
    expect(finding().remedyReportedAt).toBe(reported);
    expect(level()).toBe('fair');
  });

  it('that was returned is none', async () => {
    const reported = atTime('2026-04-24', '10:00');
    await change(reported, {
      remedy: 'Đã trả lời',
      remedyState: 'reported',
      remedyAt: stampAt(reported),
      actor: person,
    });
    await change(atTime('2026-04-27', '09:00'), { remedyState: 'returned', remedyNote: 'Chưa có văn bản' });
    expect(finding().remedyReportedAt).toBeNull();
  });
});

describe('the close of the month', () => {
  const next = () => ports.read(sheetRef(org, person, '2026-05'));

  it("puts what is open into section III of the next month's sheet, once", async () => {
    await everyDay(ports, atTime('2026-05-01', '00:00'));
    await record(atTime('2026-05-04', '09:00')); // after the next sheet was laid out; counts in May
    await change(atTime('2026-05-04', '10:00'), { countsIn: month });
    expect(next().carried).toEqual({});
    await keep('decide');
    expect(Object.keys(next().carried)).toEqual([id]);
    expect(finding().carriedTo).toBe('2026-05');
    const once = ports.dump();
    await keep('decide');
    expect(ports.dump()).toBe(once);
  });

  it('carries nothing that was remedied', async () => {
    await record(atTime('2026-04-21', '09:00'), {
      state: 'remedied',
      remedyState: 'accepted',
      remedyAt: stampAt(atTime('2026-04-21', '09:00')),
    });
    await keep('decide');
    await everyDay(ports, atTime('2026-05-01', '00:00'));
    expect(next().carried).toEqual({});
    expect(finding().carriedTo).toBeNull();
  });

  const remedied: Partial<Finding> = {
    ...{ state: 'remedied', remedyState: 'accepted' },
    remedyAt: stampAt(atTime('2026-04-21', '09:00')),
  };

  it('lists what was remedied with how it ended, and asks nothing about it: section III names every finding of last month', async () => {
    await record(atTime('2026-04-21', '09:00'), remedied);
    await everyDay(ports, atTime('2026-05-01', '00:00'));
    const told = { [id]: expect.stringMatching(/^2\.05: .* \(đã khắc phục ngày 21\/04\/2026\)$/) as unknown };
    expect(next()).toMatchObject({ carried: {}, remediedBefore: told });
    await keep('decide');
    expect(next()).toMatchObject({ carried: {}, remediedBefore: told });
    const once = ports.dump();
    await keep('decide');
    expect(ports.dump()).toBe(once);
  });

  it('asks no longer about what was remedied between the opening of the next month and the close', async () => {
    await record(atTime('2026-04-21', '09:00'));
    await everyDay(ports, atTime('2026-05-01', '00:00'));
    expect(Object.keys(next().carried)).toEqual([id]);
    await change(atTime('2026-05-02', '09:00'), {
      ...remedied,
      remedyAt: stampAt(atTime('2026-05-02', '09:00')),
    });
    await keep('decide');
    expect(next().carried).toEqual({});
    expect(next().remediedBefore[id]).toContain('đã khắc phục ngày 02/05/2026');
  });

  it('leaves an answer of the person where it is', async () => {
    await record(atTime('2026-04-21', '09:00'));
    await everyDay(ports, atTime('2026-05-01', '00:00'));
    ports.put(sheetRef(org, person, '2026-05'), {
      ...next(),
      ...{ rowSection: { r1: 'III' }, rowFinding: { r1: id }, rowResult: { r1: 'Đã xong' } },
    });
    await change(atTime('2026-05-02', '09:00'), {
      ...remedied,
      remedyAt: stampAt(atTime('2026-05-02', '09:00')),
    });
    await keep('decide');
    expect(Object.keys(next().carried)).toEqual([id]);
    expect(next().remediedBefore).toEqual({});
  });

  it.each([['carried', {}] as const, ['remediedBefore', remedied] as const])(
    'takes what was overturned out of section III (%s)',
    async (list, over) => {
      await record(atTime('2026-04-21', '09:00'), over);
      await everyDay(ports, atTime('2026-05-01', '00:00'));
      expect(Object.keys(next()[list])).toEqual([id]);
      await change(atTime('2026-05-02', '09:00'), { state: 'dismissed', settleReason: 'Nhầm người' });
      expect(next()[list]).toEqual({});
    },
  );
});

describe('publication', () => {
  it('tells the person nothing of a suspicion that was left unclear', async () => {
    await record(atTime('2026-04-21', '09:00'), { state: 'suspected', source: 'inspection' });
    const ref = assessmentRef(org, person, month);
    expect(JSON.stringify(ports.read(ref).proposal.trace)).toContain('2.05');
    ports.put(ref, {
      ...ports.read(ref),
      ...{ state: 'decided', rev: 2, dRating: 'B', dLevel: 'good', eRating: 'B', eLevel: 'good' },
      ...{ decidedAt: atTime('2026-05-04', '09:00'), actedAt: stampAt(atTime('2026-05-04', '09:00')) },
    });
    const { unit } = ports.read(sheetRef(org, person, month));
    const due = ports.read(cycleRef(org, month)).deadlines.publish;
    ports.setNow(due);
    await keepDeadline(ports, { org, month, kind: 'publish', due, unit });
    const result = ports.read(resultRef(org, person, month));
    expect(result.level).toBe('good');
    expect(JSON.stringify(result)).not.toContain('2.05');
    expect(replayResult(result)?.differences).toEqual([]);
  });
});

describe('a later month', () => {
  const open = (day: string) => everyDay(ports, atTime(day, '00:00'));
  const file = async (later: string, day: string) => {
    const at = atTime(day, '09:00');
    const sheet = ports.read(sheetRef(org, person, later));
    const filed = { state: 'submitted', stage: 'submitted', rev: 1, firstFiledAt: at } as const;
    ports.put(sheetRef(org, person, later), { ...sheet, ...filed, tasks: { t1: 'Rà soát hồ sơ' } });
    await assess(ports, org, ports.read(sheetRef(org, person, later)), at);
  };
  const levelIn = (later: string) => ports.read(assessmentRef(org, person, later)).proposal.level;

  // Left chưa rõ month after month, a suspicion hung over the person for ever.
  it('confirms or dismisses what the month before left unclear: a second chưa rõ goes back', async () => {
    await record(atTime('2026-04-21', '09:00'), { state: 'suspected', source: 'inspection' });
    const evaluate = async (of: string, day: string, verdict: 'unclear' | 'dismissed') => {
      const ref = assessmentRef(org, person, of);
      const known = ports.read(ref);
      const acted = { state: 'evaluated', rev: known.rev + 1, actor: known.evaluator, eRating: 'B' } as const;
      const at = atTime(day, '09:00');
      ports.put(ref, {
        ...known,
        ...acted,
        eLevel: 'good',
        verdicts: { [id]: verdict },
        actedAt: stampAt(at),
      });
      ports.setNow(at);
      await assessmentWritten(ports, org, `${person}_${of}`);
      return ports.read(ref);
    };
    expect((await evaluate(month, '2026-04-27', 'unclear')).state).toBe('evaluated');
    expect(finding()).toMatchObject({ state: 'suspected', unclearIn: month, notified: false });
    await open('2026-05-01');
    await file('2026-05', '2026-05-20');
    const refused = await evaluate('2026-05', '2026-05-26', 'unclear');
    expect(refused).toMatchObject({ state: 'waiting', note: expect.stringContaining('2.05') as string });
    expect(refused.log.at(-1)).toMatchObject({ what: 'refuse', before: 'evaluated', after: 'waiting' });
    expect(finding().state).toBe('suspected');
    expect((await evaluate('2026-05', '2026-05-26', 'dismissed')).state).toBe('evaluated');
    expect(finding().state).toBe('dismissed');
  });

  // Confirmed after a long leave, it counted in the month after it was recorded, which was over, and came as carried into the first month that told of it.
  it('is where one counts that was confirmed months after it was recorded', async () => {
    await record(atTime('2026-04-21', '09:00'), { state: 'suspected', source: 'inspection' });
    for (const day of ['2026-05-01', '2026-06-01', '2026-07-01']) await open(day);
    await change(atTime('2026-06-10', '09:00'), { state: 'confirmed', due: '2026-06-30' });
    expect(finding()).toMatchObject({ notifiedAt: atTime('2026-06-10', '09:00'), countsIn: '2026-06' });
  });

  it('counts it in the next one where even that evaluation was over', async () => {
    await record(atTime('2026-04-21', '09:00'), { state: 'suspected', source: 'inspection' });
    for (const day of ['2026-05-01', '2026-06-01', '2026-07-01']) await open(day);
    await change(atTime('2026-06-29', '09:00'), { state: 'confirmed', due: '2026-07-15' });
    expect(finding().countsIn).toBe('2026-07');
  });

  // The evaluator saw Kém until they acted themselves.
  it('into which one is carried sees its remedy at once', async () => {
    await record(atTime('2026-04-21', '09:00'), { due: '2026-04-24' });
    await open('2026-05-01');
    await keep('decide');
    await file('2026-05', '2026-05-20');
    expect(levelIn('2026-05')).toBe('poor');
    const reported = atTime('2026-05-21', '09:00');
    await change(reported, { remedyState: 'reported', remedyAt: stampAt(reported), actor: person });
    await change(atTime('2026-05-22', '09:00'), { remedyState: 'accepted', state: 'remedied' });
    expect(levelIn('2026-05')).toBe('fair');
  });

  // Accepted two days after the close, a remedy reported before it made the month after Trung bình as well.
  it('carries nothing of a remedy that was reported before the close and accepted after it', async () => {
    await record(atTime('2026-04-21', '09:00'), { due: '2026-04-30' });
    await open('2026-05-01');
    const reported = atTime('2026-04-28', '09:00');
    await change(reported, { remedyState: 'reported', remedyAt: stampAt(reported), actor: person });
    await keep('decide');
    expect(finding().carriedTo).toBe('2026-05');
    await file('2026-05', '2026-05-20');
    await change(atTime('2026-05-06', '09:00'), { remedyState: 'accepted', state: 'remedied' });
    expect(finding().carriedTo).toBeNull();
    expect([level(), levelIn('2026-05')]).toEqual(['fair', 'good']);
    const once = ports.dump();
    await findingWritten(ports, org, id);
    expect(ports.dump()).toBe(once);
  });

  it('carries it no further than the month in which its remedy was reported', async () => {
    await record(atTime('2026-04-21', '09:00'), { due: '2026-04-24' });
    for (const day of ['2026-05-01', '2026-06-01']) await open(day);
    const reported = atTime('2026-05-21', '09:00');
    await keep('decide');
    await change(reported, { remedyState: 'reported', remedyAt: stampAt(reported), actor: person });
    await change(reported, { carriedTo: '2026-06' });
    await change(atTime('2026-06-10', '09:00'), { remedyState: 'accepted', state: 'remedied' });
    expect(finding().carriedTo).toBe('2026-05');
  });

  it('tells who decided a published month that a late acceptance makes its level another', async () => {
    // Reported after its date and unanswered at the close: Kém; accepted, it counts as remedied in the month.
    await record(atTime('2026-04-21', '09:00'), { due: '2026-04-23' });
    const reported = atTime('2026-04-28', '09:00');
    await change(reported, { remedyState: 'reported', remedyAt: stampAt(reported), actor: person });
    await keep('decide');
    const ref = assessmentRef(org, person, month);
    expect(level()).toBe('poor');
    ports.put(ref, { ...ports.read(ref), frozen: true });
    await change(atTime('2026-05-06', '09:00'), { remedyState: 'accepted', state: 'remedied' });
    const { decider } = ports.read(ref);
    expect(ports.read(noticeRef(org, decider, `${id}_review_${month}`))).toMatchObject({
      kind: 'resultToReview',
      body: expect.stringContaining('Kém nay là Trung bình') as string,
    });
    expect(level()).toBe('poor');
  });

  // Section III said that it was remedied; the evaluator had nothing to accept, and the month became Kém.
  it('takes what section III says was remedied as reported with the filing, once', async () => {
    await record(atTime('2026-04-21', '09:00'), { due: '2026-04-24' });
    await open('2026-05-01');
    await keep('decide');
    const ref = sheetRef(org, person, '2026-05');
    const filedAt = atTime('2026-05-20', '09:00');
    const row = {
      ...{ rowSection: { r1: 'III' as const }, rowFinding: { r1: id }, rowRemedyState: { r1: 'remedied' } },
      ...{ rowResult: { r1: 'Đã trả lời đủ' }, tasks: { t1: 'Rà soát hồ sơ' } },
    };
    ports.put(ref, {
      ...ports.read(ref),
      ...row,
      ...{ state: 'submitted', rev: 1, savedAt: stampAt(filedAt) },
    } as Sheet);
    ports.setNow(filedAt);
    await sheetWritten(ports, org, `${person}_2026-05`);
    expect(finding()).toMatchObject({
      ...{ remedyState: 'reported', remedyReportedAt: filedAt, remedy: 'Đã trả lời đủ', state: 'confirmed' },
    });
    expect(finding().log.at(-1)).toMatchObject({ what: 'confirmed/reported', who: person, before: 'none' });
    const once = ports.dump();
    await sheetWritten(ports, org, `${person}_2026-05`);
    expect(ports.dump()).toBe(once);
    await change(atTime('2026-05-22', '09:00'), { remedyState: 'accepted', state: 'remedied' });
    expect([finding().remedyReportedAt, levelIn('2026-05')]).toEqual([filedAt, 'fair']);
  });

  // Remedied in June it was carried into June alone, so that a May looked at again turned from Kém to Tốt.
  it('through which one was carried open stays Kém when it was remedied later', () => {
    const carried = { ...aFinding(), countsIn: month, state: 'remedied', carriedTo: '2026-06' } as Finding;
    expect(isCarriedInto(carried, '2026-05')).toBe(true);
    expect(isCarriedInto(carried, '2026-06')).toBe(true);
    expect(isCarriedInto(carried, '2026-07')).toBe(false);
    expect(isCarriedInto(carried, month)).toBe(false);
  });
});

describe('notices', () => {
  const remind = (day: string) =>
    remindOfFindings(
      ports.documents,
      { org, settings: ports.read(organisationRef(org)).settings, calendar: vietnamCalendar },
      atTime(day, '00:00'),
    );
  const told = (who: string) =>
    [...ports.kept.entries()]
      .filter(([path]) => path.includes(`/notices/${who}_`))
      .map(([, { data }]) => (data as { kind: string }).kind)
      .sort();
  const evaluator = () => finding().evaluator;

  it('tell the person at the moment of confirming, and never twice', async () => {
    await record(atTime('2026-04-14', '09:00'), { state: 'suspected' });
    expect(told(person)).toEqual([]);
    await change(atTime('2026-04-15', '09:00'), { state: 'confirmed' });
    expect(told(person)).toEqual(['findingConfirmed']);
    const once = ports.dump();
    await findingWritten(ports, org, id);
    expect(ports.dump()).toBe(once);
  });

  it('tell of a finding that is confirmed with the evaluation', async () => {
    await record(atTime('2026-04-14', '09:00'), { state: 'suspected' });
    const ref = sheetRef(org, person, month);
    await assess(ports, org, ports.read(ref), atTime('2026-04-25', '00:00'));
    const assessment = ports.read(assessmentRef(org, person, month));
    const at = atTime('2026-04-26', '09:00');
    await settleFindings(ports, org, { ...assessment, state: 'evaluated', verdicts: { [id]: 'open' } }, at);
    expect(told(person)).toEqual(['findingConfirmed']);
    expect(ports.read(noticeRef(org, person, `${id}_told`))).toMatchObject({ at, read: false });
  });

  it('of a night that comes again say nothing of what was confirmed since', async () => {
    await record(atTime('2026-05-14', '09:00'));
    expect(finding()).toMatchObject({ state: 'confirmed', due: '2026-05-15' });
    await remind('2026-05-14');
    expect(told(person)).toEqual(['findingConfirmed']);
    await remind('2026-05-15');
    expect(told(person)).toEqual(['findingConfirmed', 'remedyDue']);
  });

  it('follow the remedy: reported to the evaluator, its answer to the person', async () => {
    await record(atTime('2026-04-14', '09:00'));
    const reportedAt = atTime('2026-04-20', '09:00');
    const reported = {
      remedy: 'Đã trả lời',
      remedyState: 'reported',
      remedyAt: stampAt(reportedAt),
    } as const;
    await change(reportedAt, reported);
    expect(told(evaluator())).toEqual(['remedyReported']);
    await change(atTime('2026-04-21', '09:00'), { remedyState: 'returned', remedyNote: 'Thiếu văn bản' });
    expect(told(person)).toEqual(['findingConfirmed', 'remedyReturned']);
  });

  it('remind in the morning of what is owed, once a day and not after it is done', async () => {
    await record(atTime('2026-04-14', '09:00'));
    const kinds = async (day: string) => {
      await remind(day);
      await remind(day);
      return told(person).filter((kind) => kind === 'remedyDue').length;
    };
    expect([await kinds('2026-05-12'), await kinds('2026-05-13'), await kinds('2026-05-14')]).toEqual([
      0, 1, 2,
    ]);
    await change(atTime('2026-05-14', '10:00'), { state: 'remedied', remedyState: 'accepted' });
    expect(await kinds('2026-05-15')).toBe(2);
  });

  it('count the days of an illness out of the date, and say nothing is overdue that is not', async () => {
    await record(atTime('2026-04-14', '09:00'), { due: '2026-04-17' });
    const ref = refOf(org, 'people', person);
    const absences = [{ excuse: 'illness' as const, from: '2026-04-15', to: '2026-04-17' }];
    ports.put(ref, { ...ports.read(ref), absences });
    // Three working days lost: due on Wednesday 22/4.
    for (const day of ['2026-04-20', '2026-04-21', '2026-04-22', '2026-04-23']) await remind(day);
    expect(told(person)).toEqual([
      'findingConfirmed',
      'remedyDue',
      'remedyDue',
      'remedyDue',
      'remedyOverdue',
    ]);
  });

  it('leave whoever is ill or on leave alone, while the clock of the finding stands still', async () => {
    await record(atTime('2026-04-14', '09:00'), { due: '2026-04-17' });
    const ref = refOf(org, 'people', person);
    const absences = [{ excuse: 'illness' as const, from: '2026-04-15', to: '2026-04-30' }];
    ports.put(ref, { ...ports.read(ref), absences });
    await remind('2026-04-15');
    expect(told(person)).toEqual(['findingConfirmed']);
  });

  it('come with the night', async () => {
    await record(atTime('2026-04-14', '09:00'), { due: '2026-04-17' });
    await everyDay(ports, atTime('2026-04-15', '00:00'));
    expect(told(person)).toEqual(['findingConfirmed', 'remedyDue']);
  });
});
