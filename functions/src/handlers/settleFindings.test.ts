// What a verdict makes of a finding: the authority's own identification, its date, and nothing confirmed that is still chưa rõ.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { aFinding } from '../../../test/fixtures/documents.ts';
import { stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { Finding } from '../schema/finding.ts';
import { findingId } from '../schema/paths.ts';
import { assessmentRef, findingRef, sheetRef } from '../schema/refs.ts';
import { assess } from './assess.ts';
import { assessmentWritten } from './assessmentWritten.ts';
import { isIntact } from './audit.ts';
import { authorityRows } from './authorityRows.ts';
import { everyDay } from './everyDay.ts';

const month = '2026-04';
const person = 'qldt-cv-01';
const at = atTime('2026-04-27', '09:00');
const [row, seen] = [findingId(person, month, 'r1'), findingId(person, month, 'k1')];
let ports: MemoryPorts;

const finding = (id: string) => ports.read(findingRef(org, id));
const record = (id: string, over: Partial<Finding>) => {
  const { unit, block, evaluator, decider } = ports.read(sheetRef(org, person, month));
  const of = { subject: person, unit, block, evaluator, decider, month, key: id.split('_').at(-1) ?? '' };
  ports.put(findingRef(org, id), aFinding({ ...of, savedAt: null, ...over }));
};

async function judge(over: Partial<Assessment>): Promise<Assessment> {
  const ref = assessmentRef(org, person, month);
  const known = ports.read(ref);
  const acted = { state: 'evaluated', rev: known.rev + 1, actor: known.evaluator } as const;
  const rated = { eRating: 'B', eLevel: 'fair', actedAt: stampAt(at) } as const;
  ports.put(ref, { ...known, ...acted, ...rated, ...over });
  ports.setNow(at);
  await assessmentWritten(ports, org, `${person}_${month}`);
  return ports.read(ref);
}

beforeEach(async () => {
  ports = seeded();
  await everyDay(ports, atTime('2026-04-01', '00:00'));
  const ref = sheetRef(org, person, month);
  const filed = { state: 'submitted', stage: 'submitted', rev: 1 } as const;
  const filedAt = atTime('2026-04-20', '09:00');
  ports.put(ref, { ...ports.read(ref), ...filed, firstFiledAt: filedAt, tasks: { t1: 'Rà soát' } });
  record(row, { source: 'self', codes: '2.05', degree: 'rare', due: '2026-05-15', author: person });
  record(seen, { source: 'inspection', codes: '2.03', degree: 'unclear', due: '2026-04-10' });
  await assess(ports, org, ports.read(ref), filedAt);
});

describe('the authority’s own identification', () => {
  const judged = {
    verdicts: { [row]: 'open', [seen]: 'open' },
    aCodes: { r1: '2.06' },
    aDegree: { r1: 'regular', [seen]: 'rare' },
    aDue: { r1: '2026-05-08', [seen]: '2026-05-20' },
  } as const;

  it('is what a confirmed finding says, and the log keeps what was recorded', async () => {
    expect((await judge(judged)).state).toBe('evaluated');
    expect(finding(row)).toMatchObject({
      ...{ state: 'confirmed', codes: '2.06', degree: 'regular', due: '2026-05-08' },
    });
    expect(finding(row).log.at(-1)).toMatchObject({
      ...{ what: 'settle', before: 'suspected: 2.05 rare', after: 'open: 2.06 regular' },
    });
    expect(isIntact(findingRef(org, row).path, finding(row).log)).toBe(true);
    const once = ports.dump();
    await assessmentWritten(ports, org, `${person}_${month}`);
    expect(ports.dump()).toBe(once);
  });

  it('says date and degree of what stands in no row, too', async () => {
    await judge(judged);
    expect(finding(seen)).toMatchObject({
      state: 'confirmed',
      codes: '2.03',
      degree: 'rare',
      due: '2026-05-20',
    });
  });

  it('leaves what was recorded where it says nothing, or says the same', async () => {
    await judge({ verdicts: { [row]: 'remedied', [seen]: 'dismissed' }, aCodes: { r1: '2.05' } });
    expect(finding(row)).toMatchObject({ state: 'remedied', codes: '2.05', degree: 'rare' });
    expect(finding(row).log.at(-1)).toMatchObject({ before: 'suspected', after: 'remedied' });
  });

  it('changes nothing of what is dismissed or left chưa rõ', async () => {
    await judge({ ...judged, verdicts: { [row]: 'dismissed', [seen]: 'unclear' } });
    expect(finding(row)).toMatchObject({ state: 'dismissed', codes: '2.05', degree: 'rare' });
    expect(finding(seen)).toMatchObject({ state: 'suspected', degree: 'unclear' });
  });

  it('of a row of this month is not that of a row of the month before', async () => {
    const carried = findingId(person, '2026-03', 'r1');
    record(carried, { month: '2026-03', key: 'r1', codes: '3.02', degree: 'rare' });
    await judge({ ...judged, verdicts: { ...judged.verdicts, [carried]: 'open' } });
    expect(finding(carried)).toMatchObject({ state: 'confirmed', codes: '3.02', degree: 'rare', due: null });
  });

  it('puts no row for a finding into the published result', async () => {
    const { aDegree } = authorityRows(await judge(judged), []);
    expect(aDegree).toEqual({ r1: 'regular' });
  });
});

describe('chưa rõ', () => {
  it.each(['open', 'underway', 'remedied'] as const)(
    'is no degree for %s: the evaluation goes back until one is said',
    async (verdict) => {
      const verdicts = { [row]: 'dismissed', [seen]: verdict } as const;
      const refused = await judge({ verdicts });
      expect(refused).toMatchObject({ state: 'waiting', note: expect.stringContaining('2.03') as string });
      expect(finding(seen)).toMatchObject({ state: 'suspected', notified: false });
      expect((await judge({ verdicts, aDegree: { [seen]: 'rare' } })).state).toBe('evaluated');
      expect(finding(seen)).toMatchObject({ degree: 'rare', notified: true });
    },
  );

  it('waits where it was concluded before the evaluation, and what is clear is told at once', async () => {
    await judge({
      state: 'waiting',
      eRating: null,
      eLevel: null,
      verdicts: { [row]: 'open', [seen]: 'open' },
    });
    expect(finding(row)).toMatchObject({ state: 'confirmed', notified: true });
    expect(finding(seen)).toMatchObject({ state: 'suspected', notified: false });
  });
});
