// Which copy of a draft is kept, and what a refused write means.
import { describe, expect, it } from 'vitest';
import { autosaveEvery, decideOpening, decideRefusal, isAutosaveDue, type LocalDraft } from './decide.ts';

interface Words {
  conduct: string;
  tasks: Record<string, string>;
}
const server = (conduct: string, rev: number, editable = true) => ({
  fields: { conduct, tasks: { t1: 'Rà soát', t2: 'Trình ký' } } satisfies Words,
  rev,
  editable,
});
const local = (conduct: string, baseRev: number): LocalDraft<Words> => ({
  baseRev,
  at: 1,
  tab: 'a',
  draft: { conduct, tasks: { t2: 'Trình ký', t1: 'Rà soát' } },
});

describe('decideOpening', () => {
  it('takes the server where this device holds nothing', () => {
    expect(decideOpening(server('x', 3), null)).toEqual({ keep: 'server', dropLocal: false });
  });
  it('drops a draft of the same content, whatever the order of keys and the base', () => {
    expect(decideOpening(server('x', 4), local('x', 3))).toEqual({ keep: 'server', dropLocal: true });
  });
  it('lets the draft win on the same base', () => {
    expect(decideOpening(server('x', 3), local('y', 3)).keep).toBe('local');
  });
  it('asks on another base', () => {
    expect(decideOpening(server('x', 4), local('y', 3)).keep).toBe('ask');
  });
  it('shows the server where the form is closed, and keeps the draft for a return', () => {
    expect(decideOpening(server('x', 4, false), local('y', 4))).toEqual({ keep: 'server', dropLocal: false });
  });
});

describe('decideRefusal', () => {
  const sent = { fields: { conduct: 'y', tasks: { t1: 'a' } }, rev: 4 };
  it('same content one rev further: it had arrived', () => {
    const found = { fields: { conduct: 'y', tasks: { t1: 'a' }, state: 'open' }, rev: 4 };
    expect(decideRefusal(sent, { ...found, fields: found.fields })).toBe('arrived');
  });
  it('other content one rev further: conflict', () => {
    expect(decideRefusal(sent, { fields: { conduct: 'z', tasks: { t1: 'a' } }, rev: 4 })).toBe('conflict');
  });
  it('same rev as before: the rules said no', () => {
    expect(decideRefusal(sent, { fields: { conduct: 'x', tasks: {} }, rev: 3 })).toBe('refused');
  });
});

describe('isAutosaveDue', () => {
  it('is due ten minutes after the last write, not before', () => {
    expect(isAutosaveDue(0, autosaveEvery - 1)).toBe(false);
    expect(isAutosaveDue(0, autosaveEvery)).toBe(true);
  });
});
