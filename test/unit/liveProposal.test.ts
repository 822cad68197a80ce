// What the page proposes before an act is what the functions propose after it: same verdicts, same moment, whatever the month.
import { beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../functions/src/handlers/assess.ts';
import { assessmentWritten } from '../../functions/src/handlers/assessmentWritten.ts';
import { everyDay } from '../../functions/src/handlers/everyDay.ts';
import { findingWritten } from '../../functions/src/handlers/findingWritten.ts';
import { atTime } from '../../functions/src/domain/civilDate.ts';
import type { Moment } from '../../functions/src/domain/moment.ts';
import { templateOf } from '../../functions/src/domain/templates.ts';
import type { Excuse, Verdict } from '../../functions/src/domain/words.ts';
import type { Finding } from '../../functions/src/schema/finding.ts';
import { assessmentRef, findingRef, refOf, sheetRef } from '../../functions/src/schema/refs.ts';
import { sampleOrg as org } from '../../local/sample/organisation.ts';
import { aFinding } from '../fixtures/documents.ts';
import { stampAt, type MemoryPorts } from '../fixtures/memoryPorts.ts';
import { seeded } from '../fixtures/seededPorts.ts';
import { liveProposal } from '../../web/src/pages/judge/liveProposal.ts';

const month = '2026-04';
const person = 'qldt-cv-01';
const id = `${person}_${month}_r1`;
const scores = { score1: 28, score21: 18, score22: 42, points: '' };
let ports: MemoryPorts;

async function put(at: Moment, over: Partial<Finding> = {}): Promise<void> {
  const { unit, block, evaluator, decider } = ports.read(sheetRef(org, person, month));
  ports.put(
    findingRef(org, id),
    aFinding({
      ...{ subject: person, unit, block, evaluator, decider, month, key: 'r1', source: 'self' },
      ...{ author: person, state: 'suspected', due: '2026-05-15', savedAt: stampAt(at), log: [] },
      ...over,
    }),
  );
  ports.setNow(at);
  await findingWritten(ports, org, id);
}

const away = (excuse: Excuse, from: string, to: string) => {
  const ref = refOf(org, 'people', person);
  ports.put(ref, { ...ports.read(ref), absences: [{ excuse, from, to }] });
};

/** What the page says at `at`, then what the functions say once that act has come. */
async function both(verdict: Verdict, at: Moment, due: string | null = null) {
  const assessment = ports.read(assessmentRef(org, person, month));
  const dues = due === null ? {} : { r1: due };
  const live = liveProposal({
    ...{ assessment, month, at, scores, dues },
    bands: templateOf('HN-1841@1', {}).bands,
    findings: [{ id, data: ports.read(findingRef(org, id)) }],
    verdicts: { [id]: verdict },
  });
  ports.put(assessmentRef(org, person, month), {
    ...assessment,
    ...{ state: 'evaluated', rev: assessment.rev + 1, actor: assessment.evaluator, actedAt: stampAt(at) },
    ...{ verdicts: { [id]: verdict }, aDue: dues, eRating: 'B', eLevel: 'fair' },
    ...{ eScore1: scores.score1, eScore21: scores.score21, eScore22: scores.score22 },
  });
  ports.setNow(at);
  await assessmentWritten(ports, org, `${person}_${month}`);
  const { rating, level } = ports.read(assessmentRef(org, person, month)).proposal;
  return { live: [live.rating, live.level], later: [rating, level] };
}

beforeEach(async () => {
  ports = seeded();
  await everyDay(ports, atTime('2026-04-01', '00:00'));
  const filedAt = atTime('2026-04-20', '09:00');
  const ref = sheetRef(org, person, month);
  const tasks = { t1: 'Rà soát hồ sơ' };
  ports.put(ref, {
    ...ports.read(ref),
    ...{ tasks, taskState: { t1: 'done' }, state: 'submitted', stage: 'submitted', rev: 1 },
    ...{ firstFiledAt: filedAt, score1: 28, score21: 18, score22: 42 },
  });
});

async function waiting(over: Partial<Finding> = {}) {
  await put(atTime('2026-04-20', '09:00'), over);
  await assess(ports, org, ports.read(sheetRef(org, person, month)), atTime('2026-04-20', '09:00'));
}

describe('the page and the functions agree', () => {
  const verdicts: Verdict[] = ['open', 'underway', 'remedied', 'dismissed', 'unclear'];
  const moments: [string, Moment][] = [
    ['in time', atTime('2026-04-24', '10:00')],
    ['a day too late to count in the month', atTime('2026-04-29', '10:00')],
    ['after the final run, as leaders are', atTime('2026-05-04', '10:00')],
  ];
  it.each(moments.flatMap(([when, at]) => verdicts.map((verdict) => ({ when, at, verdict }))))(
    '$verdict, $when',
    async ({ verdict, at }) => {
      await waiting();
      const { live, later } = await both(verdict, at);
      expect(live).toEqual(later);
    },
  );

  // What a client has just created lacks what functions write; the page showed its head and nothing else.
  it('of a finding that no function has followed yet', async () => {
    await waiting();
    const assessment = ports.read(assessmentRef(org, person, month));
    const {
      notifiedAt: _,
      remedyReportedAt: __,
      countsIn: ___,
      carriedTo: ____,
      ...created
    } = ports.read(findingRef(org, id));
    const { firstDue: _____, ...data } = created;
    const live = liveProposal({
      ...{ assessment, month, at: atTime('2026-04-24', '10:00'), scores, dues: {} },
      bands: templateOf('HN-1841@1', {}).bands,
      findings: [{ id, data: data as Finding }],
      verdicts: { [id]: 'open' },
    });
    expect([live.rating, live.level]).toEqual(['B', 'poor']);
  });

  it('finds Kém where it is confirmed in time, and nothing where it counts in the next month', async () => {
    await waiting();
    const first = await both('open', atTime('2026-04-24', '10:00'));
    expect(first.live).toEqual(['B', 'poor']);
    await waiting();
    expect((await both('open', atTime('2026-05-04', '10:00'))).live).toEqual(['B', 'good']);
  });

  it('over an illness or a leave that stops the clock', async () => {
    away('maternity', '2026-04-20', '2026-10-20');
    await waiting();
    const { live, later } = await both('open', atTime('2026-04-24', '10:00'));
    expect(live).toEqual(later);
  });

  it('with the date that the evaluator writes beside the row', async () => {
    await waiting({ due: '2026-04-28' });
    const { live, later } = await both('underway', atTime('2026-04-24', '10:00'), '2026-05-20');
    expect([live, later]).toEqual([
      ['B', 'fair'],
      ['B', 'fair'],
    ]);
  });

  it('where nothing was filed', async () => {
    const ref = sheetRef(org, person, month);
    ports.put(ref, { ...ports.read(ref), firstFiledAt: null, state: 'open', stage: 'open' });
    await waiting();
    const { live, later } = await both('dismissed', atTime('2026-04-29', '10:00'));
    expect(live).toEqual(later);
    expect(live).toEqual(['D', 'poor']);
  });
});
