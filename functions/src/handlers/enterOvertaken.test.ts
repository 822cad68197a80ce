// An act whose event came after the next act on the same document: its entry is there, once, and a decision that it was is a version.
import { beforeEach, describe, expect, it } from 'vitest';
import { anAssessment, theOrg as org } from '../../../test/fixtures/documents.ts';
import { MemoryPorts, stampAt } from '../../../test/fixtures/memoryPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Assessment } from '../schema/assessment.ts';
import { refOf } from '../schema/refs.ts';
import { isIntact, logged } from './audit.ts';
import { enterOvertaken, type SeenAct } from './enterOvertaken.ts';

const id = 'lan_2026-04';
const ref = refOf(org, 'assessments', id);
const [first, second] = [atTime('2026-05-04', '09:00'), atTime('2026-05-04', '09:01')];
let ports: MemoryPorts;

const seen = (over: Partial<SeenAct> = {}): SeenAct => ({
  ...{ rev: 3, stamp: stampAt(first), who: 'nam', forWhom: null, before: 'evaluated', after: 'decided' },
  ...over,
});
const enter = (act: SeenAct) => enterOvertaken(ports, org, 'assessments', id, act);
const now = () => ports.read(ref);

/** As it stands at revision 4, whose act a function has entered. */
function stand(over: Partial<Assessment>): void {
  const act = { at: second, who: 'nam', forWhom: null, what: 'evaluated', before: null, after: 'rev 4' };
  ports.put(ref, anAssessment({ rev: 4, log: logged(ref.path, [], act), version: 0, ...over }));
}

beforeEach(() => {
  ports = new MemoryPorts(second);
});

describe('an act that was overtaken', () => {
  it('is entered behind the later one, with its own moment, once', async () => {
    stand({ state: 'evaluated' });
    await enter(seen());
    await enter(seen());
    expect(now().log.map(({ at, what, before, after }) => [at, what, before, after])).toEqual([
      [second, 'evaluated', null, 'rev 4'],
      [first, 'decided', 'evaluated', 'rev 3'],
    ]);
    expect(isIntact(ref.path, now().log)).toBe(true);
  });

  it('is entered by nobody twice: the last act, and one of whose moment the log tells, are there', async () => {
    stand({ state: 'evaluated' });
    const before = ports.dump();
    await enter(seen({ rev: 4 }));
    await enter(seen({ stamp: stampAt(second) }));
    expect(ports.dump()).toBe(before);
  });

  it.each<[string, Partial<Assessment>, Partial<SeenAct>, number]>([
    ['a decision taken back', { state: 'evaluated' }, {}, 1],
    ['a decision made anew since', { state: 'decided', version: 1 }, {}, 2],
    ['không xếp loại, decided otherwise since', { state: 'decided', version: 1 }, { after: 'unrated' }, 2],
    ['an evaluation', { state: 'decided', version: 1 }, { after: 'evaluated' }, 1],
    ['a decision that is published already', { state: 'decided', version: 1, frozen: true }, {}, 1],
  ])('%s: version', async (_, over, act, version) => {
    stand(over);
    await enter(seen(act));
    await enter(seen(act));
    expect(now().version).toBe(version);
  });
});
