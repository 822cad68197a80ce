import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formSections } from './labels.ts';
import {
  groupOf,
  hn1841,
  isInForce,
  nd335,
  nd335Leaders,
  peopleGroups,
  shippedTemplates,
  templateFor,
  templateOf,
  type PeopleGroup,
  type Template,
} from './templates.ts';
import { templatesOverlap } from './templatesOverlap.ts';

const table = (name: string) =>
  readFileSync(new URL(`./${name}.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',') as [string, ...string[]]);
const groups = (text: string) => text.split(' ') as PeopleGroup[];

/** "a@1:staff:2026-05-01:" as an issued template. */
function issuedAs(text: string): Template {
  const [id = '', people = '', from = '', until = ''] = text.split(':');
  const dates = { effectiveFrom: from, effectiveUntil: until === '' ? null : until };
  return { ...hn1841, id, people: groups(people), ...dates };
}

describe('scoring templates (domain 4)', () => {
  it.each(shippedTemplates)(
    '$id gives 100 points, and its criteria the points of their group',
    (template) => {
      expect(template.groups.reduce((sum, { max }) => sum + max, 0)).toBe(100);
      for (const { criteria, max, code } of template.groups.filter((group) => group.criteria.length > 0)) {
        const sum = criteria.reduce((all, one) => all + one.max, 0);
        expect(sum).toBe(code === 'KPI' ? 100 * criteria.length : max);
      }
    },
  );

  it('HN-1841 is 30/20/50 on the fields of the sheet, and says that the split is inferred', () => {
    expect(hn1841.groups.map(({ code, max, field }) => [code, max, field])).toEqual([
      ['I', 30, 'score1'],
      ['II.1', 20, 'score21'],
      ['II.2', 50, 'score22'],
    ]);
    expect(hn1841.note).toContain('suy ra');
  });

  it('ND-335 is 5 + 5, 4 × 2.5, 4 × 2.5 and 70 × KPI of three components, of leaders six', () => {
    expect(nd335.groups.map(({ criteria }) => criteria.map(({ max }) => max))).toEqual([
      [5, 5],
      [2.5, 2.5, 2.5, 2.5],
      [2.5, 2.5, 2.5, 2.5],
      [100, 100, 100],
    ]);
    const kpi = nd335Leaders.groups.at(-1);
    expect(kpi?.criteria.map(({ code, choices }) => [code, choices])).toEqual([
      ...['a', 'b', 'c'].map((code) => [code, undefined]),
      ...['d', 'dd', 'e'].map((code) => [code, [100, 50]]),
    ]);
  });

  it('names the groups of HN-1841 as the form does', () => {
    const titles = new Map<string, string>(formSections.map(({ key, title }) => [key, title]));
    for (const { code, name } of hn1841.groups) if (code !== 'I') expect(name).toBe(titles.get(code));
    expect(hn1841.groups[0]?.name.replaceAll(',', '')).toBe(titles.get('I')?.replaceAll(',', ''));
  });

  it('is found by id and version among shipped ones and those at hand, and by nothing else', () => {
    for (const template of shippedTemplates) expect(templateOf(template.id, {})).toBe(template);
    const own = issuedAs('a@1:staff:2026-05-01:');
    expect(templateOf('a@1', { 'a@1': own })).toBe(own);
    for (const id of ['HN-1841', 'HN-1841@2', 'a@1'])
      expect(() => templateOf(id, undefined)).toThrow(RangeError);
  });

  it.each([
    ['2021-10-27', false],
    ['2021-10-28', true],
    ['2030-01-01', true],
  ])('HN-1841 on %s in force: %s', (day, inForce) => {
    expect(isInForce(hn1841, day)).toBe(inForce);
  });
});

describe('which template a month opens with', () => {
  it.each(table('templates'))(
    '%s on %s, issued [%s], standard %s → %s (%s)',
    (group, day, issued, standard, id) => {
      const all = issued === '' ? [] : (issued ?? '').split(' ').map(issuedAs);
      expect(templateFor(group as PeopleGroup, day ?? '', all, standard ?? '').id).toBe(id);
      expect(templateFor(group as PeopleGroup, day ?? '', all.reverse(), standard ?? '').id).toBe(id);
    },
  );

  it.each([
    ['civil-servant', 'staff', false, 'staff'],
    ['contract', 'staff', false, 'contract'],
    ['part-time', 'staff', false, 'staff'],
    ['civil-servant', 'staff', true, 'leaders'],
    ['official', 'leader', false, 'leaders'],
    ['contract', 'staff', true, 'leaders'],
  ] as const)('%s of tier %s, leads: %s → %s', (category, tier, leads, group) => {
    expect(groupOf({ category, tier, leads })).toBe(group);
  });
});

describe('overlap of dates for the same people', () => {
  it.each(table('templatesOverlap'))('%s %s–%s beside %s %s–%s: %s (%s)', (...row) => {
    const [people, from, until, issuedPeople, issuedFrom, issuedUntil, overlaps] = row as string[];
    const one = issuedAs(`x@1:${people}:${from}:${until}`);
    const issued = issuedAs(`y@1:${issuedPeople}:${issuedFrom}:${issuedUntil}`);
    expect(templatesOverlap(one, issued)).toBe(overlaps === 'yes');
  });

  it('where nothing overlaps, every month has one template and the order of issuing plays no part', () => {
    const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`);
    const one = fc
      .record({
        people: fc.subarray([...peopleGroups], { minLength: 1 }),
        from: fc.integer({ min: 0, max: 11 }),
        length: fc.option(fc.integer({ min: 0, max: 11 })),
      })
      .map(({ people, from, length }) => ({
        ...{ ...hn1841, people, effectiveFrom: `${months[from]}-01` },
        effectiveUntil: length === null ? null : `${months[Math.min(11, from + length)]}-28`,
      }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (drafts) => {
        const issued: Template[] = [];
        for (const [i, draft] of drafts.entries())
          if (!issued.some((other) => templatesOverlap(draft, other)))
            issued.push({ ...draft, id: `t@${i + 1}` });
        for (const month of months)
          for (const group of peopleGroups) {
            const day = `${month}-01`;
            const chosen = templateFor(group, day, issued, 'HN-1841@1');
            expect(templateFor(group, day, [...issued].reverse(), 'HN-1841@1')).toBe(chosen);
            const holding = issued.filter((t) => t.people.includes(group) && isInForce(t, day));
            const open = holding.filter((t) => t.effectiveUntil !== null);
            expect(open.length).toBeLessThanOrEqual(1);
            if (open[0] && holding.length === 1) expect(chosen).toBe(open[0]);
          }
      }),
    );
  });
});
