import { describe, expect, it } from 'vitest';
import { formSections } from './labels.ts';
import { hn1841, isInForce, nd335, templateOf, templates } from './templates.ts';

describe('scoring templates (domain 4)', () => {
  it.each(templates)('$id gives 100 points', ({ groups }) => {
    expect(groups.reduce((sum, { max }) => sum + max, 0)).toBe(100);
  });

  it('HN-1841 is 30/20/50 on the fields of the sheet, and says that the split is inferred', () => {
    expect(hn1841.groups.map(({ code, max, field }) => [code, max, field])).toEqual([
      ['I', 30, 'score1'],
      ['II.1', 20, 'score21'],
      ['II.2', 50, 'score22'],
    ]);
    expect(hn1841.note).toContain('suy ra');
  });

  it('names the groups of HN-1841 as the form does', () => {
    const titles = new Map<string, string>(formSections.map(({ key, title }) => [key, title]));
    for (const { code, name } of hn1841.groups) if (code !== 'I') expect(name).toBe(titles.get(code));
    expect(hn1841.groups[0]?.name.replaceAll(',', '')).toBe(titles.get('I')?.replaceAll(',', ''));
  });

  it('is found by id and version, and by nothing else', () => {
    for (const template of templates) expect(templateOf(template.id)).toBe(template);
    expect(() => templateOf('HN-1841')).toThrow(RangeError);
    expect(() => templateOf('HN-1841@2')).toThrow(RangeError);
  });

  it.each([
    ['2021-10-27', false],
    ['2021-10-28', true],
    ['2030-01-01', true],
  ])('HN-1841 on %s in force: %s', (day, inForce) => {
    expect(isInForce(hn1841, day)).toBe(inForce);
  });

  it('ends where a later version begins', () => {
    const ended = { ...nd335, effectiveUntil: '2026-06-30' };
    expect(isInForce(ended, '2026-06-30')).toBe(true);
    expect(isInForce(ended, '2026-07-01')).toBe(false);
  });
});
