// What the unit's month says of texts that many share: of what was filed and judged, and of no draft.
import { beforeEach, describe, expect, it } from 'vitest';
import { aCycle, aSheet, anAssessment, theMonth, theOrg } from '../../../test/fixtures/documents.ts';
import { MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import { fingerprint } from '../domain/sameWords.ts';
import { assessmentRef, cycleRef, sheetRef, unitMonthRef } from '../schema/refs.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { Sheet } from '../schema/sheet.ts';
import { rebuildUnit } from './rebuildUnit.ts';

const own = 'Trong tháng đã chấp hành tốt nội quy, quy chế, giờ giấc làm việc của cơ quan.';
const comment = 'Hoàn thành nhiệm vụ được giao, có tinh thần trách nhiệm trong công việc.';
const unit = 'phong-a';
let ports: MemoryPorts;

function month(person: string, sheet: Partial<Sheet>, judged: Partial<Assessment> = {}): void {
  const key = { person, unit, month: theMonth };
  ports.put(sheetRef(theOrg, person, theMonth), aSheet({ ...key, strengths: own, ...sheet }));
  ports.put(assessmentRef(theOrg, person, theMonth), anAssessment({ ...key, eComment: comment, ...judged }));
}
async function counted(): Promise<Record<string, number>> {
  await rebuildUnit(ports, theOrg, unit, theMonth);
  return ports.read(unitMonthRef(theOrg, unit, theMonth)).sameWords;
}
const mark = (text: string) => fingerprint(text) ?? '';

beforeEach(() => {
  ports = new MemoryPorts(atTime('2026-04-28', '06:00'));
  ports.put(cycleRef(theOrg, theMonth), aCycle({ month: theMonth }));
});

describe('texts that many share', () => {
  it('are counted by people, own words and comments each', async () => {
    for (const person of ['a', 'b', 'c']) month(person, { state: 'submitted' }, { state: 'evaluated' });
    expect(await counted()).toEqual({ [mark(own)]: 3, [mark(comment)]: 3 });
  });
  it('leave out drafts, the person’s and the evaluator’s', async () => {
    month('a', { state: 'submitted' }, { state: 'evaluated' });
    month('b', { state: 'submitted' }, { state: 'waiting' });
    month('c', { state: 'open' }, { state: 'returned' });
    expect(await counted()).toEqual({ [mark(own)]: 2 });
  });
  it('keep no text, only what texts have in common', async () => {
    for (const person of ['a', 'b']) month(person, { state: 'submitted' }, { state: 'decided' });
    expect(JSON.stringify(await counted())).not.toContain('chấp hành');
  });
});
