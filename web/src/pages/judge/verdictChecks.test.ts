// What an authority is told of its verdicts before acting: the rules are the domain's (functions/src/domain/settling.ts).
import { describe, expect, it } from 'vitest';
import { aFinding } from '../../../../test/fixtures/documents.ts';
import { atTime } from '../../../../functions/src/domain/civilDate.ts';
import type { Verdict } from '../../../../functions/src/domain/words.ts';
import type { Finding } from '../../../../functions/src/schema/finding.ts';
import type { JudgeDraft } from './judgeSource.ts';
import { checkSettling, checkVerdicts, isAwaited } from './verdictChecks.ts';

const month = '2026-04';
const at = atTime('2026-04-27', '09:00');
const draft = (over: Partial<JudgeDraft>) =>
  ({ verdicts: {}, aCodes: {}, aDegree: {}, aDue: {}, ...over }) as JudgeDraft;

it('wants a verdict on every suspected finding', () => {
  expect(checkVerdicts(['a', 'b'], draft({ verdicts: { a: 'unclear' } }), (id) => id)).toEqual([
    { id: 'verdicts.b', text: 'Kết luận về dấu hiệu: b' },
  ]);
});

it('waits for verdicts on what is suspected of this month and those before, and on nothing else', () => {
  const awaited = (over: Partial<Finding>) => isAwaited({ data: aFinding(over) }, month);
  expect([awaited({ month: '2026-03' }), awaited({ month })]).toEqual([true, true]);
  expect([awaited({ month: '2026-05' }), awaited({ month, state: 'confirmed' })]).toEqual([false, false]);
});

describe('checkSettling', () => {
  const faults = (of: Partial<Finding>, verdict: Verdict, over: Partial<JudgeDraft> = {}) =>
    checkSettling(
      [{ id: 'f', data: aFinding({ key: 'r1', ...of }) }],
      draft({ verdicts: { f: verdict }, ...over }),
      month,
      at,
    ).map(({ id }) => id);
  const dated = { due: '2026-05-08' };

  it('wants a date of what is confirmed and still to remedy, and of nothing else', () => {
    expect([faults({}, 'open'), faults({}, 'underway')]).toEqual([['aDue.r1'], ['aDue.r1']]);
    expect(faults({}, 'open', { aDue: { r1: '2026-05-08' } })).toEqual([]);
    expect(faults(dated, 'open')).toEqual([]);
    expect([faults({}, 'remedied'), faults({}, 'dismissed')]).toEqual([[], []]);
  });

  // What inspection recorded kept a date of its own, which nobody could set where it was over or missing.
  it('wants one of what others recorded, too, under the id of the finding', () => {
    expect(faults({ key: 'k1' }, 'open')).toEqual(['aDue.f']);
    expect(faults({ key: 'k1' }, 'open', { aDue: { f: '2026-05-08' } })).toEqual([]);
    expect(faults({ key: 'r1', month: '2026-03' }, 'open', { aDue: { r1: '2026-05-08' } })).toEqual([
      'aDue.f',
    ]);
  });

  it('wants no date that is over', () => {
    expect(faults({ due: '2026-04-26' }, 'open')).toEqual(['aDue.r1']);
    expect(faults({ due: '2026-04-27' }, 'open')).toEqual([]);
    expect(faults(dated, 'open', { aDue: { r1: '2026-04-20' } })).toEqual(['aDue.r1']);
  });

  it('wants a degree that is clear of what is confirmed, at the row or at the finding', () => {
    const unclear = { ...dated, degree: 'unclear' } as const;
    expect([faults(unclear, 'open'), faults(unclear, 'remedied')]).toEqual([['aDegree.r1'], ['aDegree.r1']]);
    expect(faults({ ...unclear, key: 'k1' }, 'open')).toEqual(['aDegree.f']);
    expect(faults(unclear, 'open', { aDegree: { r1: 'rare' } })).toEqual([]);
    expect(faults({ ...dated, degree: 'rare' }, 'open', { aDegree: { r1: 'unclear' } })).toEqual([
      'aDegree.r1',
    ]);
    expect([faults(unclear, 'unclear'), faults(unclear, 'dismissed')]).toEqual([[], []]);
  });

  it('asks again where Phiếu 01 says that there is no manifestation', () => {
    expect(faults(dated, 'open', { aCodes: { r1: '' } })).toEqual(['verdicts.f']);
    expect(faults(dated, 'dismissed', { aCodes: { r1: '' } })).toEqual([]);
  });

  it('leaves it chưa rõ once', () => {
    expect(faults({ month: '2026-03', unclearIn: '2026-03' }, 'unclear')).toEqual(['verdicts.f']);
    expect(faults({ unclearIn: null }, 'unclear')).toEqual([]);
  });

  it('says nothing of a verdict that was applied already', () => {
    expect(faults({ state: 'confirmed', due: '2026-04-01' }, 'open')).toEqual([]);
  });
});
