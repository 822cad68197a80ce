// Appeals from filing to the next version, with what may go wrong between: late, twice, cut off, out of order.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  answer,
  answerTime,
  appealOf,
  cast,
  file,
  follow,
  inTime,
  month,
  org,
  publishedMonth,
  resultOf,
  theAppealId,
  theOneAbove,
  theUnit,
  tooLate,
} from '../../../test/fixtures/appealMonth.ts';
import { theAnswerer } from '../../../test/fixtures/appeals.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { personYearOf, yearTasks } from '../../../test/fixtures/yearMonths.ts';
import { atTime } from '../domain/civilDate.ts';
import { personMonthId } from '../schema/paths.ts';
import {
  appealRef,
  assessmentRef,
  boardRef,
  cycleRef,
  refOf,
  unitMonthRef,
  versionRef,
} from '../schema/refs.ts';
import { appealsEveryDay } from './appealsEveryDay.ts';
import { isIntact } from './audit.ts';
import { rebuildUnit } from './rebuildUnit.ts';
import { rebuildYear } from './rebuildYear.ts';

let ports: MemoryPorts;
const resultId = personMonthId(cast.person, month);
const versionOf = (n: number) => ports.read(versionRef(org, resultId, n));

beforeEach(async () => {
  ports = await publishedMonth();
});

describe('filing', () => {
  it('names who answers and until when, by which rules, and lets them read the result', async () => {
    file(ports, inTime);
    await follow(ports);
    expect(appealOf(ports)).toMatchObject({
      ...{
        state: 'filed',
        answerer: theAnswerer,
        answererName: `Họ tên ${theAnswerer}`,
        body: null,
        gap: '',
      },
      ...{ personName: `Họ tên ${cast.person}`, unit: theUnit, block: 'government', decider: cast.decider },
      ...{ filedAt: inTime, dueDay: '2026-05-15', due: atTime('2026-05-16', '00:00'), overdue: false },
      ...{ dRating: 'C', dLevel: 'fair', dScore1: 30, dScore21: 20, dScore22: 18 },
    });
    expect(appealOf(ports).trace.map(({ outcome }) => outcome)).toEqual([
      'Tiếp nhận',
      `Họ tên ${theAnswerer}`,
      'Hạn trả lời: Thứ Sáu 15/05/2026',
    ]);
    expect(resultOf(ports).answerers).toEqual([theAnswerer]);
    expect(resultOf(ports)).toMatchObject({ version: 1, state: 'published', rating: 'C' });
  });

  it('is judged by the moment of saving, however late the function comes', async () => {
    file(ports, atTime('2026-05-12', '23:59'));
    ports.setNow(atTime('2026-05-14', '09:00'));
    await follow(ports);
    expect(appealOf(ports)).toMatchObject({ state: 'filed', dueDay: '2026-05-21' });
  });

  it('after the window is refused with the day on which it ended, and given to nobody', async () => {
    file(ports, tooLate);
    await follow(ports);
    const appeal = appealOf(ports);
    expect(appeal).toMatchObject({ state: 'refused', answerer: '', due: null, rev: 1 });
    expect(appeal.refusal).toBe('Quá hạn: thời hạn kiến nghị đã hết vào Thứ Ba 12/05/2026.');
    expect(appeal.trace).toMatchObject([
      {
        facts: [expect.stringContaining('13/05/2026'), 'Thời hạn đến hết Thứ Ba 12/05/2026'],
        outcome: appeal.refusal,
      },
    ]);
    expect(resultOf(ports).answerers).toEqual([]);
  });

  it('about a month without a result is refused', async () => {
    file(ports, inTime, { month: '2026-05' });
    await (await import('./appealWritten.ts')).appealWritten(ports, org, `${cast.person}_2026-05_v1`);
    expect(ports.read(appealRef(org, cast.person, '2026-05', 1))).toMatchObject({
      state: 'refused',
      refusal: 'Tháng này chưa có kết quả được công khai.',
    });
  });

  it('rests on the last entry of the result, and its own chain is whole', async () => {
    const head = resultOf(ports).log.at(-1);
    file(ports, inTime);
    await follow(ports);
    const { log } = appealOf(ports);
    expect(log.map(({ what }) => what)).toEqual(['continue', 'file', 'assign']);
    expect(log[0]?.after).toBe(`${head?.n} ${head?.hash}`);
    expect(isIntact(appealRef(org, cast.person, month, 1).path, log)).toBe(true);
  });

  it('may be completed: the clock stays, and the log says when', async () => {
    file(ports, inTime);
    await follow(ports);
    const later = atTime('2026-05-08', '15:00');
    const ref = appealRef(org, cast.person, month, 1);
    ports.put(ref, {
      ...ports.read(ref),
      words: 'Bổ sung: số theo dõi kèm theo.',
      rev: 2,
      savedAt: stampAt(later),
    });
    await follow(ports);
    await follow(ports);
    expect(appealOf(ports)).toMatchObject({ filedAt: inTime, dueDay: '2026-05-15' });
    expect(
      appealOf(ports)
        .log.filter(({ what }) => what === 'amend')
        .map(({ at }) => at),
    ).toEqual([later]);
  });

  it('goes past the delegate who decided for the decider', async () => {
    const ref = assessmentRef(org, cast.person, month);
    ports.put(ref, { ...ports.read(ref), actor: theAnswerer, actedFor: cast.decider });
    file(ports, inTime);
    await follow(ports);
    expect(appealOf(ports).answerer).toBe(theOneAbove);
  });
});

describe('a refusal', () => {
  beforeEach(async () => {
    file(ports, inTime);
    await follow(ports);
    answer(ports, answerTime, { outcome: 'refused', answer: 'Kết quả dựa trên số liệu của Văn phòng.' });
    await follow(ports);
  });

  it('closes the appeal with its reason and leaves the result as it is, locked where the window is over', () => {
    expect(appealOf(ports)).toMatchObject({ closedAt: answerTime, newVersion: null, outcome: 'refused' });
    expect(appealOf(ports).log.at(-1)).toMatchObject({
      ...{ what: 'refused', who: theAnswerer, at: answerTime },
      reason: 'Kết quả dựa trên số liệu của Văn phòng.',
    });
    expect(resultOf(ports)).toMatchObject({ version: 1, rating: 'C', state: 'locked' });
    expect(ports.kept.has(versionRef(org, resultId, 1).path)).toBe(false);
  });

  it('orders nothing to be printed or counted again', () => {
    expect([...ports.asked.values()].map(({ fn }) => fn)).toEqual([]);
  });
});

describe('a correction whose points leave their template', () => {
  it('is given back: the person reads nothing of it, and who answers reads why', async () => {
    const template = 'ND-335@1';
    const decided = assessmentRef(org, cast.person, month);
    ports.put(decided, { ...ports.read(decided), template, eScore21: 0, dScore21: 0 });
    file(ports, inTime);
    await follow(ports);
    const ref = appealRef(org, cast.person, month, 1);
    const taken = { ...appealOf(ports), template };
    ports.put(ref, taken);
    answer(ports, answerTime, { dScore21: 0, dPoints: 'I.1=50' });
    await follow(ports);
    const { rev: _rev, log, returned, ...rest } = appealOf(ports);
    const { rev: _r, log: _l, returned: none, ...before } = taken;
    expect(rest).toEqual(before);
    expect(none).toBe('');
    expect(returned).not.toBe('');
    expect(log.at(-1)).toMatchObject({ what: 'refuse', before: 'answered', after: 'filed' });
    expect(resultOf(ports)).toMatchObject({ version: 1, rating: 'C' });
    ports.put(ref, { ...appealOf(ports), template: 'HN-1841@1' });
    answer(ports, answerTime);
    await follow(ports);
    expect(appealOf(ports)).toMatchObject({ state: 'answered', returned: '', newVersion: 2 });
  });
});

describe('a correction', () => {
  const uphold = async (memory: MemoryPorts) => {
    file(memory, inTime);
    await follow(memory);
    answer(memory, answerTime);
    await follow(memory);
  };
  beforeEach(() => uphold(ports));

  it('is a new version with the answerer, the reason and a window of its own', () => {
    expect(resultOf(ports)).toMatchObject({
      ...{ version: 2, state: 'published', rating: 'B', level: 'good', score: 81 },
      ...{
        decidedBy: `Họ tên ${theAnswerer}`,
        reason: 'Sổ theo dõi xác nhận ba nhiệm vụ hoàn thành trước hạn.',
      },
      ...{ publishedAt: answerTime, decidedAt: answerTime, appealUntil: atTime('2026-05-22', '00:00') },
      onAppeal: { appeal: theAppealId(), answerer: theAnswerer, answererName: `Họ tên ${theAnswerer}` },
    });
    expect(resultOf(ports).trace.at(-1)?.outcome).toBe('Hoàn thành tốt nhiệm vụ; mức độ Tốt; 81 điểm');
    expect(appealOf(ports)).toMatchObject({ closedAt: answerTime, newVersion: 2 });
  });

  it('keeps the earlier version as it was', () => {
    expect(versionOf(1)).toMatchObject({ version: 1, rating: 'C', level: 'fair', score: 68, onAppeal: null });
  });

  it('has the chain of the result go on from the answer', () => {
    const { log } = resultOf(ports);
    const answered = appealOf(ports).log.at(-1);
    expect(log.slice(-2)).toMatchObject([
      { what: 'continue', after: `${answered?.n} ${answered?.hash}` },
      { what: 'publish', before: 'v1', after: 'v2' },
    ]);
    expect(isIntact(refOf(org, 'results', resultId).path, log)).toBe(true);
  });

  it('is followed by board, unit, reports and year', async () => {
    expect(ports.read(boardRef(org, theUnit, month)).rows[cast.person]).toMatchObject({
      ...{ rating: 'B', level: 'good', version: 2 },
      decider: `Họ tên ${theAnswerer}`,
    });
    await rebuildUnit(ports, org, theUnit, month);
    expect(ports.read(unitMonthRef(org, theUnit, month)).rows[cast.person]).toMatchObject({
      ...{ stage: 'published', rating: 'B', level: 'good', score: 81, version: 2 },
    });
    expect([...ports.asked.values()].map(({ fn }) => fn).sort()).toEqual([
      'rebuildUnit',
      'rebuildYear',
      'renderReport',
    ]);
    for (const task of yearTasks(ports)) await rebuildYear(ports, task);
    expect(personYearOf(ports, cast.person).cells[month]).toMatchObject({ rating: 'B', version: 2 });
  });

  it('changes nothing when delivered again, nor when the filing is', async () => {
    const once = ports.dump();
    await follow(ports);
    await follow(ports);
    expect(ports.dump()).toBe(once);
  });

  it('ends the same wherever it is cut off, and when filing and answer come as one', async () => {
    const quiet = ports.dump();
    const writes = 9;
    let cuts = 0;
    for (let n = 0; n <= writes; n++) {
      const cut = await publishedMonth();
      file(cut, inTime);
      await follow(cut);
      answer(cut, answerTime);
      cut.writesToLive = n;
      await follow(cut).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Killed);
        cuts += 1;
      });
      cut.writesToLive = null;
      await follow(cut);
      expect(cut.dump()).toBe(quiet);
    }
    // Somewhere in between it really died, and the last one lived.
    expect(cuts).toBeGreaterThan(3);
    expect(cuts).toBeLessThan(writes + 1);
  });

  it('of a month không xếp loại makes it one with a rating', async () => {
    const memory = await publishedMonth();
    const ref = assessmentRef(org, cast.person, month);
    memory.put(ref, { ...memory.read(ref), state: 'unrated', excuse: 'leave' });
    const result = refOf(org, 'results', resultId);
    memory.put(result, {
      ...memory.read(result),
      unrated: true,
      excuse: 'leave',
      rating: null,
      level: null,
      score: null,
    });
    await uphold(memory);
    expect(resultOf(memory)).toMatchObject({ version: 2, unrated: false, excuse: null, rating: 'B' });
    expect(memory.read(ref).state).toBe('decided');
  });

  it('by a delegate is signed for whom', async () => {
    const memory = await publishedMonth();
    file(memory, inTime);
    await follow(memory);
    answer(memory, answerTime, { actor: cast.evaluator, actedFor: theAnswerer });
    await follow(memory);
    expect(resultOf(memory).decidedBy).toBe(`Họ tên ${cast.evaluator} thay mặt Họ tên ${theAnswerer}`);
  });

  it('may be appealed in turn, at the one above who answered', async () => {
    const later = atTime('2026-05-20', '09:00');
    file(ports, later, { version: 2 });
    await follow(ports, 2);
    expect(appealOf(ports, 2)).toMatchObject({
      ...{ state: 'filed', decider: theAnswerer, answerer: theOneAbove, dueDay: '2026-05-29' },
      ...{ dRating: 'B', dLevel: 'good' },
    });
    answer(ports, atTime('2026-05-25', '09:00'), { dRating: 'A', dScore22: 45 }, 2);
    await follow(ports, 2);
    expect(resultOf(ports)).toMatchObject({ version: 3, rating: 'A', answerers: [theAnswerer, theOneAbove] });
    expect([versionOf(1).rating, versionOf(2).rating]).toEqual(['C', 'B']);
    // The first one, delivered once more, takes nothing back.
    const settled = ports.dump();
    await follow(ports);
    expect(ports.dump()).toBe(settled);
  });

  it('closes the way to the version before', async () => {
    const memory = await publishedMonth();
    await uphold(memory);
    memory.kept.delete(appealRef(org, cast.person, month, 1).path);
    file(memory, atTime('2026-05-20', '09:00'));
    await follow(memory);
    expect(appealOf(memory)).toMatchObject({ state: 'refused' });
    expect(appealOf(memory).refusal).toContain('lần 2');
  });
});

describe('nobody to answer', () => {
  const vacate = (memory: MemoryPorts) => {
    const person = refOf(org, 'people', theAnswerer);
    memory.put(person, { ...memory.read(person), left: '2026-05-01' });
  };

  it('is listed in the month for the clerk with its reason, and mends itself when somebody is there', async () => {
    vacate(ports);
    file(ports, inTime);
    await follow(ports);
    expect(appealOf(ports)).toMatchObject({ answerer: 'vacant', state: 'filed', dueDay: '2026-05-15' });
    const [gap] = ports.read(cycleRef(org, month)).gaps;
    expect(gap).toContain(`${cast.person}: Kiến nghị về kết quả: chưa có ai có thẩm quyền`);
    const person = refOf(org, 'people', theAnswerer);
    ports.put(person, { ...ports.read(person), left: null });
    await appealsEveryDay(ports, org, atTime('2026-05-07', '00:00'));
    expect(appealOf(ports)).toMatchObject({
      answerer: theAnswerer,
      gap: '',
      filedAt: inTime,
      dueDay: '2026-05-15',
    });
    expect(ports.read(cycleRef(org, month)).gaps).toEqual([]);
    expect(resultOf(ports).answerers).toEqual([theAnswerer]);
  });

  it('because who was to answer has left is found in the night', async () => {
    file(ports, inTime);
    await follow(ports);
    vacate(ports);
    await appealsEveryDay(ports, org, atTime('2026-05-07', '00:00'));
    expect(appealOf(ports).answerer).toBe('vacant');
    const once = ports.dump();
    await appealsEveryDay(ports, org, atTime('2026-05-07', '00:00'));
    expect(ports.dump()).toBe(once);
  });
});

describe('past its date', () => {
  const night = atTime('2026-05-16', '00:00');

  it('stays filed and is named to its answerer and the one above, once', async () => {
    file(ports, inTime);
    await follow(ports);
    await appealsEveryDay(ports, org, atTime('2026-05-15', '00:00'));
    expect(appealOf(ports).overdue).toBe(false);
    await appealsEveryDay(ports, org, night);
    expect(appealOf(ports)).toMatchObject({ state: 'filed', overdue: true, above: theOneAbove });
    const once = ports.dump();
    await appealsEveryDay(ports, org, night);
    await appealsEveryDay(ports, org, atTime('2026-05-17', '00:00'));
    expect(ports.dump()).toBe(once);
  });

  it('is answered as any other', async () => {
    file(ports, inTime);
    await follow(ports);
    await appealsEveryDay(ports, org, night);
    answer(ports, atTime('2026-05-18', '09:00'));
    await follow(ports);
    expect(resultOf(ports).version).toBe(2);
  });

  it('takes one whose event was lost, by the moment at which it was filed', async () => {
    file(ports, inTime);
    await appealsEveryDay(ports, org, night);
    expect(appealOf(ports)).toMatchObject({ filedAt: inTime, answerer: theAnswerer, overdue: true });
  });
});
