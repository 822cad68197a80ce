import { describe, expect, it } from 'vitest';
import { vacant } from '../../../../functions/src/domain/vacant.ts';
import { aUnitRating } from '../../../../test/fixtures/unitDocuments.ts';
import { actOfUnit, checkUnit, mayRate, type UnitDraft } from './rateUnit.ts';

const rating = aUnitRating({ unitName: 'Phòng Nội vụ' });
const draft: UnitDraft = { dRating: 'B', dLevel: 'good', dReason: 'Hoàn thành kế hoạch', aboveReason: '' };
const me = { org: 'nam-tu-liem', pid: rating.decider, name: 'Lê Thị Mai', email: 'mai@example.invalid' };
const idsOf = (change: Partial<UnitDraft>, head: 'A' | 'B' | null = null) =>
  checkUnit(rating, { ...draft, ...change }, head).map(({ id }) => id.split('.').at(-1));

describe('what a unit lacks before it is rated', () => {
  it.each([
    ['nothing', {}, null, []],
    ['a rating', { dRating: null }, 'A', ['dRating']],
    ['a level', { dLevel: null }, null, ['dLevel']],
    ['a reason', { dReason: ' ngắn ' }, null, ['dReason']],
    ['a reason why its head stands above it', {}, 'A', ['aboveReason']],
    ['nothing where the head stands as it does', {}, 'B', []],
    ['nothing where it is said', { aboveReason: 'Mới nhận bàn giao' }, 'A', []],
  ] as const)('%s', (_, change, head, missing) => {
    expect(idsOf(change, head)).toEqual(missing);
  });
});

describe('whether a unit may be rated now', () => {
  const own = { giver: null, name: '' };
  it.each([
    ['by who decides it', {}, own, true],
    ['by their delegate', { decider: 'x' }, { giver: 'x', name: '' }, true],
    ['by a delegate of another', { decider: 'y' }, { giver: 'x', name: '' }, false],
    ['without a power', {}, null, false],
    ['before the final run', { held: true }, own, false],
    ['before the act before is in the log', { followed: false }, own, false],
    ['twice', { state: 'decided' }, own, false],
    ['by its head', { head: me.pid }, own, false],
    ['with the seat vacant', { decider: vacant }, { giver: vacant, name: '' }, false],
  ] as const)('%s', (_, over, power, may) => {
    expect(mayRate({ ...rating, ...over }, me.pid, power)).toBe(may);
  });
});

it('is one write of the next revision, signed, and not yet in the log', () => {
  const { name, fields, stamps } = actOfUnit(me, { id: 'phong-noi-vu_2026-04', rating }, draft, null);
  expect([name, stamps]).toEqual(['unitRatings', ['actedAt']]);
  expect(fields).toEqual({
    ...draft,
    ...{ state: 'decided', followed: false, rev: rating.rev + 1, actor: me.pid, actedFor: null },
  });
});
