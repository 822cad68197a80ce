// Counting facts of a unit's month, and how a limitation reads in section III.
import { describe, expect, it } from 'vitest';
import { countFacts, limitationText } from './facts.ts';

const lasting = (month: string, endedIn: string | null = null) => ({ month, endedIn });
const backlog = (month: string, endedIn: string | null, competence: 'own' | 'beyond', hard = false) => ({
  ...lasting(month, endedIn),
  competence,
  hard,
});

describe('facts of a month', () => {
  const limitations = [lasting('2026-02'), lasting('2026-03', '2026-04'), lasting('2026-05')];
  const coordinations = [lasting('2026-04'), lasting('2026-03')];
  const backlogs = [
    backlog('2026-01', null, 'own'),
    backlog('2026-03', '2026-04', 'beyond'),
    backlog('2026-02', '2026-04', 'own', true),
  ];
  it.each([
    ['2026-01', { limitations: 0, coordinations: 0, backlogOwn: 1, backlogBeyond: 0, hardTasks: 0 }],
    ['2026-03', { limitations: 2, coordinations: 1, backlogOwn: 1, backlogBeyond: 1, hardTasks: 1 }],
    // What ended in April stands at its end no more; a hard task is credited in the month it was done.
    ['2026-04', { limitations: 1, coordinations: 1, backlogOwn: 1, backlogBeyond: 0, hardTasks: 1 }],
    ['2026-05', { limitations: 2, coordinations: 0, backlogOwn: 1, backlogBeyond: 0, hardTasks: 0 }],
  ])('of %s, whenever they are counted', (month, counts) => {
    expect(countFacts(limitations, coordinations, backlogs, month)).toEqual(counts);
  });
});

describe('a limitation in section III', () => {
  const named = {
    about: 'person' as const,
    subjectName: 'Nguyễn Thị Lan',
    year: '2025',
    text: 'Chưa chủ động tham mưu',
    planTask: '',
    planDue: null,
  };
  it('says the year, what was named and the plan', () => {
    expect(limitationText(named)).toBe('Hạn chế qua kiểm điểm năm 2025: Chưa chủ động tham mưu');
    expect(limitationText({ ...named, planTask: 'Báo cáo tuần', planDue: '2026-06-05' })).toBe(
      'Hạn chế qua kiểm điểm năm 2025: Chưa chủ động tham mưu. Kế hoạch khắc phục: Báo cáo tuần (hạn 05/06/2026)',
    );
  });
  it('says of which unit, in the sheet of its head, and stays a line in the form', () => {
    const long = limitationText({
      ...named,
      about: 'unit',
      subjectName: 'Phòng Nội vụ',
      text: 'x'.repeat(5000),
    });
    expect(long).toContain('của Phòng Nội vụ');
    expect(long.length).toBeLessThan(400);
  });
});
