// Whose authority an act rests on: one's own, another's by delegation, or nobody's.
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../functions/src/schema/assessment.ts';
import { actsAtOnce } from '../pages/judge/judgeSource.ts';
import { actingBy, powersOf } from './powers.ts';

const month = {
  person: 'lan',
  unit: 'phong',
  evaluator: 'pho',
  evaluatorName: 'Trần Phó',
  decider: 'truong',
  deciderName: 'Lê Trưởng',
};
const given = { giver: 'truong', active: true, acts: 'both', unit: null } as const;

describe('powersOf', () => {
  it('knows one’s own authority without a giver', () => {
    expect(powersOf(month, 'pho', [])).toEqual({ evaluate: { giver: null, name: 'Trần Phó' }, decide: null });
  });

  it('adds the giver’s to one’s own', () => {
    expect(powersOf(month, 'pho', [given])).toEqual({
      evaluate: { giver: null, name: 'Trần Phó' },
      decide: { giver: 'truong', name: 'Lê Trưởng' },
    });
  });

  it.each([
    ['an inactive one', { ...given, active: false }],
    ['one for other acts', { ...given, acts: 'evaluate' as const }],
    ['one for another unit', { ...given, unit: 'khac' }],
    ['one of another giver', { ...given, giver: 'ai-khac' }],
  ])('takes nothing from %s', (_, delegation) => {
    expect(powersOf(month, 'hoa', [given]).decide).not.toBeNull();
    expect(powersOf(month, 'hoa', [delegation]).decide).toBeNull();
  });

  it('gives nobody power over themselves, not through a delegation either', () => {
    expect(powersOf(month, 'lan', [given])).toEqual({ evaluate: null, decide: null });
  });
});

describe('a late evaluator', () => {
  const late = { ...month, overdue: true, state: 'waiting' as const };
  const instead = {
    evaluate: { giver: null, name: 'Lê Trưởng' },
    decide: { giver: null, name: 'Lê Trưởng' },
  };

  it('lets who decides evaluate, and still may', () => {
    expect(powersOf(late, 'truong', [])).toEqual(instead);
    expect(powersOf({ ...late, overdue: false }, 'truong', []).evaluate).toBeNull();
    expect(powersOf(late, 'pho', []).evaluate).toEqual({ giver: null, name: 'Trần Phó' });
  });

  it('lets nobody evaluate a second time, nor the person', () => {
    expect(powersOf({ ...late, state: 'evaluated' }, 'truong', []).evaluate).toBeNull();
    expect(powersOf({ ...late, person: 'truong' }, 'truong', [])).toEqual({ evaluate: null, decide: null });
  });

  it('makes one act of it only where both powers are the decider’s', () => {
    expect(actsAtOnce({ ...late, state: 'waiting' } as Assessment, instead)).toBe(true);
    const mixed = powersOf(late, 'pho', [given]);
    expect(mixed.decide).not.toBeNull();
    expect(actsAtOnce({ ...late, state: 'waiting' } as Assessment, mixed)).toBe(false);
  });
});

describe('actingBy', () => {
  const both = { evaluate: { giver: null, name: 'A' }, decide: { giver: 'b', name: 'B' } };
  it('evaluates by the evaluator’s power and decides by the decider’s', () => {
    expect(actingBy('waiting', both)).toBe(both.evaluate);
    expect(actingBy('evaluated', both)).toBe(both.decide);
    expect(actingBy('evaluated', { ...both, decide: null })).toBe(both.evaluate);
  });
});
