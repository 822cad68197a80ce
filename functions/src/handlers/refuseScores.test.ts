// Points beyond their template through the handlers: a filing and an act go back, and no result comes of them whatever arrives when.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org, sampleOrganisation } from '../../../local/sample/organisation.ts';
import { stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import { assessmentRef, cycleRef, organisationRef, resultRef, sheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { assessmentWritten } from './assessmentWritten.ts';
import { everyDay } from './everyDay.ts';
import { keepDeadline } from './keepDeadline.ts';
import { sheetWritten } from './sheetWritten.ts';

const month = '2026-04';
const points =
  'I.1=5 I.2=4.5 II.1=2.5 II.2=2 II.3=2.5 II.4=2.5 III.1=2 III.2=2 III.3=2.5 III.4=2 a=95.2 b=88.8 c=90';
const right = { score1: 27.5, score21: 0, score22: 63.9, points };
/** The rules take it: 28.5 is within 30. Its criterion I.1 has 6 of 5. */
const wrong = { ...right, score1: 28.5, points: points.replace('I.1=5', 'I.1=6') };
const filing: Partial<Sheet> = {
  tasks: { t1: 'Rà soát hồ sơ' },
  taskState: { t1: 'done' },
  nothing: true,
  nextTasks: { t1: 'Kế hoạch tháng sau' },
};
let ports: MemoryPorts;
let person: string;
let id: string;

async function file(scores: Partial<Sheet>): Promise<Sheet> {
  const ref = sheetRef(org, person, month);
  const before = ports.read(ref);
  const at = atTime('2026-04-23', '10:00');
  const signed = { state: 'submitted' as const, rev: before.rev + 1, savedAt: stampAt(at) };
  ports.put(ref, { ...before, ...filing, ...scores, ...signed });
  ports.setNow(at);
  await sheetWritten(ports, org, id);
  return ports.read(ref);
}

const judged = (as: 'e' | 'd', { score1, score21, score22, points: text }: typeof right) => ({
  ...{ [`${as}Score1`]: score1, [`${as}Score21`]: score21, [`${as}Score22`]: score22 },
  ...{ [`${as}Points`]: text, [`${as}Rating`]: 'A', [`${as}Level`]: 'good' },
});
function put(patch: object, hour: string): void {
  const ref = assessmentRef(org, person, month);
  const before = ports.read(ref);
  const at = atTime('2026-04-27', hour);
  ports.put(ref, { ...before, actor: before.evaluator, ...patch, rev: before.rev + 1, actedAt: stampAt(at) });
  ports.setNow(at);
}
const assessment = () => ports.read(assessmentRef(org, person, month));
const result = () => ports.kept.has(resultRef(org, person, month).path);
async function publish(): Promise<void> {
  const due = ports.read(cycleRef(org, month)).deadlines.publish;
  ports.setNow(due);
  await keepDeadline(ports, { org, month, kind: 'publish', due, unit: assessment().unit });
}

beforeEach(async () => {
  ports = seeded();
  ports.put(organisationRef(org), { ...sampleOrganisation().document, template: 'ND-335@1' });
  await everyDay(ports, atTime('2026-04-01', '00:00'));
  const sheets = [...ports.kept.values()].map(({ data }) => data as Partial<Sheet>);
  const found = sheets.find(
    (one) =>
      one.row === 10 && one.evaluator !== one.decider && one.excuse === null && one.template === 'ND-335@1',
  );
  person = found?.person ?? '';
  id = `${person}_${month}`;
});

describe('a filing under ND-335', () => {
  it('within the template is laid before the evaluator with 91.4, A', async () => {
    await file(right);
    expect(assessment()).toMatchObject({
      ...{ eScore1: 27.5, eScore21: 0, eScore22: 63.9, ePoints: points, selfScore: 91.4 },
      proposal: { score: 91.4, rating: 'A' },
    });
  });

  it('beyond it is open again, says why, and counts as no filing', async () => {
    const sheet = await file(wrong);
    expect(sheet).toMatchObject({ state: 'open', stage: 'open', firstFiledAt: null, returns: 0 });
    expect(sheet.returnNote).toContain('Chấm tiêu chí I.1 từ 0 đến 5');
    expect(sheet.log.at(-1)?.what).toBe('refuse');
    expect(ports.kept.has(assessmentRef(org, person, month).path)).toBe(false);
    const { writes } = ports;
    await sheetWritten(ports, org, id);
    expect(ports.writes).toBe(writes);
    expect(await file(right)).toMatchObject({ state: 'submitted', late: false });
  });
});

describe('an act under ND-335', () => {
  beforeEach(() => file(right));

  it('with points of the evaluator beyond the template waits again, with the reason', async () => {
    put({ state: 'evaluated', ...judged('e', wrong) }, '09:00');
    await assessmentWritten(ports, org, id);
    expect(assessment().state).toBe('waiting');
    expect(assessment().note).toContain('không theo mẫu ND-335@1');
    expect(ports.read(sheetRef(org, person, month)).stage).toBe('submitted');
  });

  it('with points of the decider beyond it goes back to the decider alone', async () => {
    put({ state: 'evaluated', ...judged('e', right) }, '09:00');
    await assessmentWritten(ports, org, id);
    put({ state: 'decided', actor: assessment().decider, ...judged('d', wrong) }, '10:00');
    await assessmentWritten(ports, org, id);
    expect(assessment()).toMatchObject({ state: 'evaluated', version: 0, decidedAt: null });
  });

  it('is never published, though the publication comes before the refusal', async () => {
    put({ state: 'decided', ...judged('e', right), ...judged('d', wrong) }, '10:00');
    await publish();
    expect(result()).toBe(false);
    put({ state: 'decided', ...judged('d', right) }, '11:00');
    await assessmentWritten(ports, org, id);
    await publish();
    expect(ports.read(resultRef(org, person, month))).toMatchObject({ score: 91.4, rating: 'A' });
  });

  it('keeps in the trace of A what the unit comes to, and not where the organisation asks for no warning', async () => {
    put({ state: 'decided', ...judged('e', right), ...judged('d', right) }, '10:00');
    await assessmentWritten(ports, org, id);
    const silent = { ...ports.read(organisationRef(org)) };
    const before = new Map(ports.kept);
    await publish();
    const { trace } = ports.read(resultRef(org, person, month));
    expect(trace.at(-1)?.facts[0]).toContain('không có suất Hoàn thành xuất sắc nào');
    ports.kept.clear();
    for (const [path, kept] of before) ports.kept.set(path, kept);
    ports.put(organisationRef(org), { ...silent, settings: { ...silent.settings, quotaWarning: false } });
    await publish();
    const quiet = ports.read(resultRef(org, person, month)).trace;
    expect(quiet).toEqual(trace.slice(0, -1));
  });
});
