// Who is decided outside the organisation files here like everybody; what was decided is entered from the document (domain.md section 6).
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { newOutsideResult } from '../../../test/fixtures/documents.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { outside, outsideName } from '../domain/vacant.ts';
import type { OutsideResult } from '../schema/outsideResult.ts';
import { assessmentRef, collectionOf, cycleRef, refOf, resultRef, sheetRef } from '../schema/refs.ts';
import { isIntact } from './audit.ts';
import { keepDeadline } from './keepDeadline.ts';
import { openCycle } from './openCycle.ts';
import { outsideResultWritten } from './outsideResultWritten.ts';
import type { DeadlineKind } from './ports.ts';

const month = '2026-04';
const enteredAt = atTime('2026-05-02', '09:00');
let ports: MemoryPorts;
let person: string;

const id = () => `${person}_${month}`;
const sheet = () => ports.read(sheetRef(org, person, month));
const assessment = () => ports.read(assessmentRef(org, person, month));
const entered = () => ports.read(refOf(org, 'outsideResults', id()));

async function keep(kind: DeadlineKind): Promise<void> {
  const due = ports.read(cycleRef(org, month)).deadlines[kind];
  ports.setNow(due);
  await keepDeadline(ports, { org, month, kind, due, unit: null });
  // A task of its own for each unit.
  if (kind === 'publish') await keepDeadline(ports, { org, month, kind, due, unit: sheet().unit });
}

async function enter(at: Moment, over: Partial<OutsideResult> = {}): Promise<void> {
  const ref = refOf(org, 'outsideResults', id());
  const rev = ports.kept.has(ref.path) ? entered().rev + 1 : 1;
  const before = rev === 1 ? {} : entered();
  const { block } = sheet();
  ports.put(ref, {
    ...ref.shape.parse({ ...newOutsideResult(), ...before, person, block, ...over, rev }),
    savedAt: stampAt(at),
  });
  ports.setNow(at);
  await outsideResultWritten(ports, org, id());
}

beforeEach(async () => {
  ports = seeded();
  const people = await ports.documents.find(collectionOf(org, 'people'), []);
  person = people.find(({ data }) => data.decidedOutside)?.id ?? '';
  expect(person).not.toBe('');
  await openCycle(ports, org, month, atTime('2026-04-01', '00:00'));
});

describe('who is decided outside', () => {
  it('has a sheet of their own, with nobody of the organisation above them, and is named in the cycle', () => {
    expect(sheet()).toMatchObject({
      ...{ stage: 'open', evaluator: outside, decider: outside, deciderName: outsideName, tier: 'leader' },
      ...{ consulted: [], proposers: [], isHead: false },
    });
    expect(ports.read(cycleRef(org, month)).outside).toEqual([person]);
    expect(ports.kept.has(refOf(org, 'members', outside).path)).toBe(false);
  });

  it('is read in the unit’s figures by nobody called so', async () => {
    await keep('heads');
    const { unit } = sheet();
    const months = await ports.documents.find(collectionOf(org, 'unitMonths'), [['unit', unit]]);
    for (const { data } of months) expect(data.readers).not.toContain(outside);
  });
});

describe('a result decided outside', () => {
  it('is refused before anything is filed or due, and says so', async () => {
    await enter(atTime('2026-04-10', '09:00'));
    expect(entered()).toMatchObject({
      appliedAt: null,
      refusal: expect.stringContaining('chưa nộp') as string,
    });
    expect(ports.kept.has(assessmentRef(org, person, month).path)).toBe(false);
  });

  it('becomes the decision, with the document in whose name it stands', async () => {
    await keep('heads');
    await enter(enteredAt);
    expect(assessment()).toMatchObject({
      ...{ state: 'decided', dRating: 'B', dLevel: 'good', version: 1, decidedAt: enteredAt },
      decidedBy: `${outsideName} (Thông báo số 12-TB/TU ngày 30/04/2026)`,
    });
    expect(entered()).toMatchObject({ appliedAt: enteredAt, refusal: '' });
    expect(sheet().stage).toBe('decided');
    const { path } = refOf(org, 'outsideResults', id());
    expect(isIntact(path, entered().log)).toBe(true);
  });

  it('is published with the month, without points that nobody told', async () => {
    await keep('heads');
    await enter(enteredAt);
    for (const kind of ['decide', 'publish'] as const) await keep(kind);
    expect(ports.read(resultRef(org, person, month))).toMatchObject({
      ...{ rating: 'B', level: 'good', score: null, decider: outside },
      decidedBy: `${outsideName} (Thông báo số 12-TB/TU ngày 30/04/2026)`,
    });
    expect(ports.read(resultRef(org, person, month)).trace.at(-1)?.rule).toContain('ngoài bảng thẩm quyền');
  });

  it('is published at once where the month is out already, and corrected by nobody after it', async () => {
    for (const kind of ['heads', 'decide', 'publish'] as const) await keep(kind);
    const late = atTime('2026-05-08', '09:00');
    await enter(late);
    expect([...ports.asked.values()].map(({ fn }) => fn)).toContain('keepDeadline');
    await keep('publish');
    const result = ports.read(resultRef(org, person, month));
    expect(result).toMatchObject({ rating: 'B', version: 1, publishedAt: late });
    await enter(atTime('2026-05-09', '09:00'), { rating: 'A' });
    expect(entered()).toMatchObject({ refusal: expect.stringContaining('đã công bố') as string });
    expect(ports.read(resultRef(org, person, month))).toMatchObject({ rating: 'B', version: 1 });
  });

  it('may be corrected until then: the last entry counts, as a version of its own', async () => {
    await keep('heads');
    await enter(enteredAt);
    await enter(atTime('2026-05-03', '09:00'), { rating: 'A', document: 'Thông báo số 15-TB/TU' });
    expect(assessment()).toMatchObject({ dRating: 'A', version: 2 });
    expect(assessment().decidedBy).toContain('15-TB/TU');
  });

  it('is refused for somebody who is decided here', async () => {
    await keep('heads');
    const sheets = await ports.documents.find(collectionOf(org, 'assessments'), [['month', month]]);
    person = sheets.find(({ data }) => data.decider !== outside)?.data.person ?? '';
    await enter(enteredAt);
    expect(entered()).toMatchObject({
      appliedAt: null,
      refusal: expect.stringContaining('trong tổ chức') as string,
    });
    expect(assessment().state).toBe('waiting');
  });

  it('comes to the same when it is followed twice, or was cut off at any write', async () => {
    await keep('heads');
    await enter(enteredAt);
    const wanted = ports.dump();
    await outsideResultWritten(ports, org, id());
    expect(ports.dump()).toBe(wanted);
    const written = entered();
    for (let lives = 0; lives < 3; lives++) {
      ports = seeded();
      await openCycle(ports, org, month, atTime('2026-04-01', '00:00'));
      await keep('heads');
      const { appliedAt: _a, refusal: _r, log: _l, ...client } = written;
      ports.put(refOf(org, 'outsideResults', id()), refOf(org, 'outsideResults', id()).shape.parse(client));
      ports.setNow(enteredAt);
      ports.writesToLive = lives;
      await outsideResultWritten(ports, org, id()).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      ports.writesToLive = null;
      await outsideResultWritten(ports, org, id());
      expect(ports.dump()).toBe(wanted);
    }
  });
});
