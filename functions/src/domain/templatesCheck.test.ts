import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hn1841, nd335, nd335Leaders, shippedTemplates } from './templates.ts';
import { checkTemplate } from './templatesCheck.ts';
import { fieldsOf, templateFrom, type TemplateFields } from './templatesDraft.ts';

const beside = { issued: [], month: '2026-04' };
const dated = { effectiveFrom: '2026-05-01', effectiveUntil: null };
const points: TemplateFields = { ...fieldsOf(hn1841, 'mau-rieng', 1), ...dated };
const kpi: TemplateFields = { ...fieldsOf(nd335, 'kpi-rieng', 1), ...dated };
const fieldsWrong = (fields: TemplateFields, with_ = beside) =>
  checkTemplate(fields, with_).map(({ field }) => field);

describe('a version made from what is issued or shipped', () => {
  it.each(shippedTemplates)('$id gives the template again, with its own name and dates', (template) => {
    const fields = { ...fieldsOf(template, 'moi', 2), ...dated };
    expect(checkTemplate(fields, beside)).toEqual([]);
    expect(templateFrom(fields)).toEqual({ ...template, id: 'moi@2', ...dated });
  });
  it('of leaders has six components, of others three', () => {
    const components = (of: TemplateFields) => templateFrom(of).groups.at(-1)?.criteria.length;
    expect(components({ ...fieldsOf(nd335Leaders, 'ld', 1), ...dated })).toBe(6);
    expect(components(kpi)).toBe(3);
  });
});

describe('what keeps a template from being issued (domain 4)', () => {
  it.each([
    [{ name: 'Mẫu' }, 'name'],
    [{ title: ' ' }, 'title'],
    [{ clause: '' }, 'clause'],
    [{ step: 0.25 }, 'step'],
    [{ people: [] }, 'people'],
    [{ max1: 40 }, 'max22'],
    [{ max1: 30.25, max21: 19.75 }, 'max1'],
    [{ max1: 0, max22: 80 }, 'max1'],
    [{ bandA: 100.5 }, 'bandA'],
    [{ bandB: 90 }, 'bandB'],
    [{ bandC: 70 }, 'bandC'],
    [{ bandC: 0 }, 'bandC'],
    [{ bandB: 69.7 }, 'bandB'],
    [{ effectiveFrom: null }, 'effectiveFrom'],
    [{ effectiveFrom: '2026-05-02' }, 'effectiveFrom'],
    [{ effectiveFrom: '2026-04-01' }, 'effectiveFrom'],
    [{ effectiveUntil: '2026-04-30' }, 'effectiveUntil'],
    [{ groupNames: { ...points.groupNames, I: '' } }, 'groupNames.I'],
    [{ criteria: { 'I.1': 'x' }, criterionMax: { 'I.1': '29' } }, 'criterionMax.I.1'],
    [{ criteria: { 'I.1': '' }, criterionMax: { 'I.1': '30' } }, 'criteria.I.1'],
    [{ criteria: { 'I.1': 'x' }, criterionMax: {} }, 'criterionMax.I.1'],
    [{ criteria: { 'I.1': 'x' }, criterionMax: { 'I.1': '29.7' } }, 'criterionMax.I.1'],
  ] as [Partial<TemplateFields>, string][])('%j → %s', (change, field) => {
    expect(fieldsWrong(points)).toEqual([]);
    expect(fieldsWrong({ ...points, ...change })).toContain(field);
  });

  it('KPI for leaders and others in one: leaders have components of their own', () => {
    expect(fieldsWrong({ ...kpi, people: ['leaders', 'staff'] })).toEqual(['people']);
    expect(fieldsWrong({ ...kpi, people: ['leaders'] })).toEqual([]);
  });

  it('KPI whose common criteria are not 10 in each group', () => {
    expect(fieldsWrong({ ...kpi, criterionMax: { ...kpi.criterionMax, 'II.1': '3' } })).toEqual([
      'criterionMax.II.1',
    ]);
  });

  it('dates that another version has for the same people', () => {
    const other = {
      id: 'khac@1',
      people: ['staff'],
      effectiveFrom: '2026-05-01',
      effectiveUntil: null,
    } as const;
    const faults = checkTemplate(points, { ...beside, issued: [other] });
    expect(faults).toEqual([
      { field: 'effectiveFrom', message: 'Trùng thời gian áp dụng với khac@1 cho cùng nhóm người' },
    ]);
  });

  it('any three maxima are right exactly where they are positive halves that give 100', () => {
    const half = fc.integer({ min: -2, max: 220 }).map((n) => n / 2);
    fc.assert(
      fc.property(half, half, fc.option(half), (max1, max21, other) => {
        const max22 = other ?? 100 - max1 - max21;
        const right = max1 > 0 && max21 > 0 && max22 > 0 && max1 + max21 + max22 === 100;
        expect(fieldsWrong({ ...points, max1, max21, max22 }).length === 0).toBe(right);
      }),
    );
  });
});
