// Findings beside published results: none by default, and no more than the setting says.
import { describe, expect, it } from 'vitest';
import { defaultSettings } from './settings.ts';
import { shownFindings } from './shownFindings.ts';

const month = '2026-04';
const finding = (over: Partial<Parameters<typeof shownFindings>[0][number]> = {}) => ({
  ...({ codes: '2.06', degree: 'rare', state: 'confirmed', countsIn: month } as const),
  ...over,
});
const found = [
  finding({ codes: '2.06 1.07' }),
  finding({ codes: '2.01', degree: 'regular', state: 'remedied' }),
];

describe('what a unit is shown', () => {
  it('is nothing by default', () => {
    expect(shownFindings(found, month, defaultSettings)).toBe('');
  });
  it('is the codes, or the codes and the worst degree', () => {
    expect(shownFindings(found, month, { publishedFindings: 'codes' })).toBe('1.07, 2.01, 2.06');
    expect(shownFindings(found, month, { publishedFindings: 'codesAndDegree' })).toBe(
      'Có biểu hiện thường xuyên ở nội dung 1.07, 2.01, 2.06',
    );
  });
  it.each([
    ['suspected', { state: 'suspected' }],
    ['dismissed', { state: 'dismissed' }],
    ['of another month', { countsIn: '2026-03' }],
    ['that counts nowhere yet', { countsIn: null }],
  ] as const)('leaves out one %s', (_, over) => {
    expect(shownFindings([finding(over)], month, { publishedFindings: 'codes' })).toBe('Không có biểu hiện');
  });
});
