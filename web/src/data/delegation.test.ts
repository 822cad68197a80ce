// A delegation in words, and what its giver must have said.
import { describe, expect, it } from 'vitest';
import { checkDelegation, covers, delegationState, type DelegationDraft } from './delegation.ts';

const given = { active: false, revoked: false, refusal: '', fromDay: '2026-04-20', toDay: '2026-04-24' };

describe('delegationState', () => {
  it.each([
    [{ active: true }, '2026-04-22', 'active'],
    [{ active: true }, '2026-04-25', 'over'],
    [{}, '2026-04-22', 'waiting'],
    [{}, '2026-04-19', 'future'],
    [{}, '2026-04-25', 'over'],
    [{ revoked: true, active: true }, '2026-04-22', 'revoked'],
    [{ refusal: 'Không còn trong tổ chức.' }, '2026-04-22', 'refused'],
  ])('%o on %s is %s', (change, today, expected) => {
    expect(delegationState({ ...given, ...change }, today).is).toBe(expected);
  });
  it('is waiting while the function has not come, which leaves the refusal out', () => {
    const { refusal: _, ...fresh } = given;
    expect(delegationState(fresh, '2026-04-22').is).toBe('waiting');
  });
});

describe('checkDelegation', () => {
  const whole: DelegationDraft = {
    ...{
      delegate: 'pho-1',
      acts: 'both',
      unit: null,
      fromDay: '2026-04-22',
      toDay: '2026-04-24',
      reason: 'Đi công tác',
    },
  };
  const faults = (change: Partial<DelegationDraft>) => [
    ...checkDelegation({ ...whole, ...change }, 'truong', '2026-04-22').keys(),
  ];

  it('has nothing to say of a whole one', () => {
    expect(faults({})).toEqual([]);
  });
  it.each([
    [{ delegate: null }, 'delegate'],
    [{ delegate: 'truong' }, 'delegate'],
    [{ delegate: 'Phó Một' }, 'delegate'],
    [{ fromDay: null }, 'fromDay'],
    [{ toDay: null }, 'toDay'],
    [{ fromDay: '2026-04-25' }, 'toDay'],
    [{ fromDay: '2026-04-20', toDay: '2026-04-21' }, 'toDay'],
    [{ reason: '  ' }, 'reason'],
  ] as [Partial<DelegationDraft>, string][])('%o is wrong at %s', (change, field) => {
    expect(faults(change)).toEqual([field]);
  });
});

describe('covers', () => {
  it.each([
    [{ acts: 'both', unit: null }, 'decide', true],
    [{ acts: 'evaluate', unit: null }, 'decide', false],
    [{ acts: 'evaluate', unit: 'phong' }, 'evaluate', true],
    [{ acts: 'evaluate', unit: 'khac' }, 'evaluate', false],
  ] as const)('%o covers %s: %s', (scope, act, expected) => {
    expect(covers({ ...scope, active: true }, act, 'phong')).toBe(expected);
    expect(covers({ ...scope, active: false }, act, 'phong')).toBe(false);
  });
});
