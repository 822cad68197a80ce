// The form of a backlog: what is missing, and how a later date is counted.
import { describe, expect, it } from 'vitest';
import { checkBacklog, drivenFields, emptyBacklog } from './backlogWords.ts';

const today = '2026-04-15';
const whole = {
  ...emptyBacklog,
  ...{ text: 'Số hóa hồ sơ lưu trữ', since: '2025-09-30', plan: 'Chia ba đợt', due: '2026-06-30' },
};
const before = { due: '2026-06-30', putOff: 2, why: 'Thiếu người' };
const missing = (faults: { id: string }[]) => faults.map(({ id }) => id);

describe('a backlog', () => {
  it('wants what it is, since when, the plan and the date', () => {
    expect(missing(checkBacklog(emptyBacklog, null, today))).toEqual(
      ['text', 'since', 'plan', 'due'].map((field) => `backlog.${field}`),
    );
    expect(checkBacklog(whole, null, today)).toEqual([]);
  });
  it('wants a proposal where it lies beyond competence, and no plan', () => {
    const beyond = { ...whole, competence: 'beyond' as const, plan: '' };
    expect(missing(checkBacklog(beyond, null, today))).toEqual(['backlog.proposal']);
    expect(checkBacklog({ ...beyond, proposal: 'Bố trí kho' }, null, today)).toEqual([]);
  });
  it('put off wants a reason of its own and counts one more', () => {
    const later = { ...whole, due: '2026-08-31' };
    expect(missing(checkBacklog({ ...later, why: 'Thiếu người' }, before, today))).toEqual(['backlog.why']);
    const told = { ...later, why: 'Chờ kinh phí' };
    expect(checkBacklog(told, before, today)).toEqual([]);
    expect(drivenFields(told, before)).toMatchObject({ putOff: 3, why: 'Chờ kinh phí' });
  });
  it('brought forward counts nothing and keeps the last reason', () => {
    expect(drivenFields({ ...whole, due: '2026-05-31', why: 'x' }, before)).toMatchObject({
      putOff: 2,
      why: 'Thiếu người',
    });
  });
});
