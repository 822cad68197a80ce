// What was in force is told from the facts that a proposal keeps, and from nothing else.
import { describe, expect, it } from 'vitest';
import { basisText, factsText } from './basis.ts';
import { endOfDay } from './civilDate.ts';
import type { Decision } from './decisionTrace.ts';
import { inForce, inForceOfResult } from './inForce.ts';
import type { MonthFacts } from './proposal.ts';
import { defaultSettings } from './settings.ts';
import { hn1841 } from './templates.ts';

const facts: MonthFacts = {
  ...{ self: null, evaluator: null, tasks: { done: 0, total: 0 }, findings: [], absence: null },
  filing: {
    ...{ filed: true, late: false, missedWhenEvaluated: false, planned: true, unitFiled: null, excuse: null },
  },
  template: hn1841,
  close: endOfDay('2026-05-04'),
  noticeUntil: endOfDay('2026-04-28'),
  settings: { ...defaultSettings, noticeDays: 3 } as MonthFacts['settings'],
};

describe('what was in force', () => {
  it('names template, close, notice and every setting that was asked, in the words of the page', () => {
    const [step] = inForce(factsText(facts));
    expect(step?.outcome).toBe(`Mẫu HN-1841@1 (${hn1841.clause}); chốt tháng lúc 05/05/2026 00:00`);
    expect(step?.facts).toContain('Báo trước khi chốt tháng để biểu hiện tính vào tháng: 3 ngày làm việc');
    expect(step?.facts).toContain('Làm việc dưới tỷ lệ này thì không xếp loại: 50%');
    expect(step?.facts.at(-1)).toBe('Biểu hiện được thông báo trước 29/04/2026 00:00 thì tính vào tháng');
    expect(step?.facts).toHaveLength(6);
  });

  it('is the same for the result', () => {
    const decision: Decision = {
      ...{ clause: 'S3 II.5', row: 10, evaluatedBy: 'A', decidedBy: 'B', participants: '', score: 85 },
      ...{ eRating: 'B', eLevel: 'good', eReason: '', dRating: 'B', dLevel: 'good', dReason: '' },
      ...{ unrated: false, excuse: null },
    };
    expect(inForceOfResult(basisText(factsText(facts), decision))).toEqual(inForce(factsText(facts)));
  });

  it('is told of an organisation’s own days, and not of records that kept no facts', () => {
    const line = { day: '2026-04-15', works: false, name: 'Nghỉ bão', official: true };
    const [step] = inForce(factsText({ ...facts, clock: { absences: [], lines: [line] } }));
    expect(step?.facts).toContain('Lịch làm việc: 1 ngày riêng của tổ chức');
    expect([inForce(''), inForceOfResult('')]).toEqual([[], []]);
  });
});
