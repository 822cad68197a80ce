// Reminders of deadlines: to whoever owes something, on the days that the setting says, each morning once, never of what is done.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { aConsultation, aMember } from '../../../test/fixtures/documents.ts';
import type { MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { vietnamCalendar } from '../domain/calendar.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Notice } from '../schema/notice.ts';
import {
  assessmentRef,
  collectionOf,
  cycleRef,
  figuresRef,
  organisationRef,
  refOf,
  sheetRef,
} from '../schema/refs.ts';
import { assess } from './assess.ts';
import { everyDay } from './everyDay.ts';
import { remindOfDeadlines } from './remindOfDeadlines.ts';

const month = '2026-04';
const [person, evaluator, decider] = ['qldt-cv-01', 'qldt-pho-1', 'qldt-truong'];
let ports: MemoryPorts;

const reminded = () => ({
  org,
  settings: ports.read(organisationRef(org)).settings,
  calendar: vietnamCalendar,
});
const morning = (day: string) => remindOfDeadlines(ports.documents, reminded(), month, atTime(day, '00:00'));
const told = (who: string): Notice[] =>
  [...ports.kept]
    .filter(([path]) => path.startsWith(`orgs/${org}/notices/${who}_`))
    .map(([, { data }]) => data as Notice)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
const kinds = (who: string) => told(who).map(({ kind, at }) => `${kind} ${at.slice(0, 10)}`);
/** The moment is 00:00 in Việt Nam, and so of the day before in UTC. */
const on = (kind: string, day: string) => `${kind} ${day}`;

beforeEach(async () => {
  ports = seeded();
  await everyDay(ports, atTime('2026-04-01', '00:00'));
});

describe('who has no plan', () => {
  it('is reminded of it once in the first month, whose plan nobody filed before: until Monday 6/4, the 5th being a Sunday', async () => {
    const ref = cycleRef(org, month);
    ports.put(ref, { ...ports.read(ref), firstCycle: true });
    const planned = sheetRef(org, evaluator, month);
    for (const who of [person, evaluator]) {
      const sheet = sheetRef(org, who, month);
      ports.put(sheet, { ...ports.read(sheet), tasks: {}, taskDue: {}, taskKind: {} });
    }
    ports.put(planned, {
      ...ports.read(planned),
      ...{ tasks: { t1: 'Rà soát hồ sơ' }, taskKind: { t1: 'planned' } },
    });
    for (const day of ['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-06', '2026-04-07'])
      await morning(day);
    expect(kinds(person)).toEqual([on('planDue', '2026-04-01')]);
    expect(told(person)[0]?.title).toContain('Lập kế hoạch tháng 4/2026: Thứ Hai 06/04/2026');
    expect(kinds(evaluator)).toEqual([]);
  });

  it('is told nothing in a later month, where the plan came with the filing before', async () => {
    const ref = cycleRef(org, month);
    ports.put(ref, { ...ports.read(ref), firstCycle: false });
    await morning('2026-04-06');
    expect(told(person)).toEqual([]);
  });
});

describe('who has not filed', () => {
  it('is reminded 2 and 1 working days before and in the morning of Friday 24/4', async () => {
    for (const day of ['2026-04-20', '2026-04-21', '2026-04-22', '2026-04-23', '2026-04-24', '2026-04-25'])
      await morning(day);
    expect(kinds(person)).toEqual(
      ['2026-04-21', '2026-04-22', '2026-04-23'].map((day) => on('filingDue', day)),
    );
    expect(told(person).map(({ title }) => title)).toEqual([
      'Nộp phiếu tháng 4/2026: Thứ Sáu 24/04/2026, còn 2 ngày làm việc',
      'Nộp phiếu tháng 4/2026: Thứ Sáu 24/04/2026, còn 1 ngày làm việc',
      'Nộp phiếu tháng 4/2026: Thứ Sáu 24/04/2026, hôm nay là ngày cuối',
    ]);
  });

  it('is told once however often the night is played', async () => {
    await morning('2026-04-22');
    const once = ports.dump();
    await morning('2026-04-22');
    expect(ports.dump()).toBe(once);
  });

  it('is told nothing once it is filed, and of a return that it was returned', async () => {
    const ref = sheetRef(org, person, month);
    ports.put(ref, { ...ports.read(ref), state: 'submitted', firstFiledAt: atTime('2026-04-20', '09:00') });
    await morning('2026-04-22');
    expect(told(person)).toEqual([]);
    ports.put(ref, { ...ports.read(ref), state: 'open' });
    await morning('2026-04-23');
    expect(told(person)[0]?.body).toContain('trả lại');
  });

  // A clerk on maternity leave was told on three mornings that they had filed nothing.
  it('is told nothing on leave over the deadline, which takes the filing out of what is owed', async () => {
    const ref = refOf(org, 'people', person);
    const absences = [{ excuse: 'maternity' as const, from: '2026-03-02', to: '2026-08-31' }];
    ports.put(ref, { ...ports.read(ref), absences });
    for (const day of ['2026-04-22', '2026-04-23', '2026-04-24']) await morning(day);
    expect(told(person)).toEqual([]);
  });

  it('follows the setting', async () => {
    const ref = organisationRef(org);
    const organisation = ports.read(ref);
    ports.put(ref, { ...organisation, settings: { ...organisation.settings, reminderDays: [0] } });
    for (const day of ['2026-04-22', '2026-04-23', '2026-04-24']) await morning(day);
    expect(kinds(person)).toEqual([on('filingDue', '2026-04-23')]);
  });

  it('is told of the unit’s plan and report too, where they head it', async () => {
    await morning('2026-04-28');
    const mine = kinds(decider);
    expect(mine).toContain(on('filingDue', '2026-04-27'));
    expect(mine).toContain(on('unitFilingDue', '2026-04-27'));
  });
});

describe('who owes an evaluation or a decision', () => {
  beforeEach(async () => {
    await assess(ports, org, ports.read(sheetRef(org, person, month)), atTime('2026-04-25', '00:00'));
  });

  it('is told how many wait, the evaluator before Wednesday 29/4, the decider before Monday 4/5', async () => {
    await morning('2026-04-29');
    expect(told(evaluator)).toMatchObject([{ kind: 'evaluationDue', link: '#/cho-toi/2026-04' }]);
    expect(told(evaluator)[0]?.title).toBe(
      'Còn 1 phiếu chờ đánh giá: Thứ Tư 29/04/2026, hôm nay là ngày cuối',
    );
    const before = kinds(decider).filter((kind) => kind.startsWith('decisionDue')).length;
    await morning('2026-05-04');
    expect(kinds(decider).filter((kind) => kind.startsWith('decisionDue'))).toHaveLength(before + 1);
  });

  // Deadlines end at the moment of the night, in either order: the same month reminded one time and not another.
  it('is told by a night that comes late or again of nothing that was laid before them since', async () => {
    const ref = assessmentRef(org, person, month);
    ports.put(ref, { ...ports.read(ref), createdAt: atTime('2026-04-29', '00:00') });
    await morning('2026-04-29');
    expect(told(evaluator)).toEqual([]);
  });

  it('is told by a night that comes again of no decision that was taken back since', async () => {
    const ref = assessmentRef(org, person, month);
    const decided = { state: 'evaluated', decidedAt: atTime('2026-04-30', '09:00') } as const;
    ports.put(ref, { ...ports.read(ref), ...decided });
    await morning('2026-05-04');
    expect(kinds(decider).filter((kind) => kind.startsWith('decisionDue'))).toEqual([]);
    const takenBack = { n: 2, at: atTime('2026-05-04', '09:00'), who: decider, forWhom: null };
    const entry = { ...takenBack, what: 'evaluated', before: 'decided', after: 'evaluated rev 3', hash: '' };
    const { log } = ports.read(ref);
    ports.put(ref, { ...ports.read(ref), decidedAt: null, log: [...log, entry] });
    await morning('2026-05-04');
    expect(kinds(decider).filter((kind) => kind.startsWith('decisionDue'))).toEqual([]);
  });

  it('is told nothing of what was evaluated', async () => {
    const ref = assessmentRef(org, person, month);
    ports.put(ref, { ...ports.read(ref), state: 'evaluated' });
    await morning('2026-04-29');
    expect(told(evaluator)).toEqual([]);
  });
});

describe('who was asked, and who hands in figures', () => {
  it('is told before the day on which silence is noted', async () => {
    const due = atTime('2026-04-30', '00:00');
    const asked = aConsultation({
      person,
      month,
      who: 'uv-phu-trach',
      state: 'asked',
      due,
      personName: 'Lan',
    });
    ports.put(refOf(org, 'consultations', `${person}_${month}_uv-phu-trach`), asked);
    await morning('2026-04-28');
    expect(told('uv-phu-trach')).toMatchObject([
      { kind: 'answerDue', title: 'Cho ý kiến về Lan: Thứ Tư 29/04/2026, còn 1 ngày làm việc' },
    ]);
  });

  it('is told how many units of their block have no figures', async () => {
    ports.put(refOf(org, 'members', 'van-phong'), aMember({ offices: ['government'] }));
    const all = await ports.documents.find(collectionOf(org, 'figures'), [['month', month]]);
    const [first, ...missing] = all.filter(({ data }) => data.block === 'government');
    if (first) ports.put(figuresRef(org, first.data.unit, month), { ...first.data, rev: 1 });
    await morning('2026-04-28');
    expect(missing.length).toBeGreaterThan(0);
    expect(told('van-phong')[0]?.title).toContain(
      `Còn ${missing.length} đơn vị chưa có số liệu: Thứ Ba 28/04`,
    );
    // The address led to a page where nobody can enter figures.
    expect(told('van-phong')[0]?.link).toBe('');
    expect(told('van-phong')[0]?.body).toContain('gửi cho nơi tổng hợp như trước nay');
  });
});

it('says nothing on a day off, nor of a month that isn’t open', async () => {
  await morning('2026-04-26');
  const ref = cycleRef(org, month);
  ports.put(ref, { ...ports.read(ref), state: 'published' });
  await morning('2026-04-22');
  expect([...ports.kept.keys()].filter((path) => path.includes('/notices/'))).toEqual([]);
});
