import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kpiScore } from './kpi.ts';
import { bandOf, totalScore } from './rating.ts';
import { proposeScore } from './scoring.ts';
import { scoreFaults } from './scoringFaults.ts';
import { criteriaOf, formatPoints, parsePoints, scoresOf, withPoints, type Scores } from './scoringPoints.ts';
import { haveShape } from './scoringShape.ts';
import { hn1841, nd335, nd335Leaders, shippedTemplates, templateOf, type Template } from './templates.ts';

const rows = readFileSync(new URL('./scoringFaults.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [string, string, string, string, string, string, string]);

/** Every criterion anywhere within what its template allows. */
const pointsFor = (template: Template) =>
  fc
    .tuple(
      ...template.groups.flatMap(({ code, criteria, step }) =>
        criteria.map(({ max, choices }) =>
          choices
            ? fc.constantFrom(...choices)
            : code === 'KPI'
              ? fc.integer({ min: 0, max: 1000 }).map((n) => n / 10)
              : fc.integer({ min: 0, max: max / step }).map((n) => n * step),
        ),
      ),
    )
    .map((values) => Object.fromEntries(criteriaOf(template).map(({ code }, i) => [code, values[i] ?? 0])));

describe('whether points keep to their template', () => {
  it.each(rows)('%s: %s, %s, %s, %s → [%s] (%s)', (id, score1, score21, score22, points, fields) => {
    const scores: Scores = {
      ...{ score1: Number(score1), score21: Number(score21), score22: Number(score22), points },
    };
    const found = scoreFaults(templateOf(id, undefined), scores);
    expect(found.map(({ field }) => field)).toEqual(fields === '' ? [] : fields.split(' '));
  });

  it.each([nd335, nd335Leaders])(
    '$id takes whatever is within it, and the total is that of the decree',
    (template) => {
      fc.assert(
        fc.property(pointsFor(template), (points) => {
          const sums = scoresOf(template, points) as Required<Omit<Scores, 'points'>>;
          const scores = { ...sums, points: formatPoints(template, points) };
          expect(scoreFaults(template, scores)).toEqual([]);
          expect(haveShape(template.id, scores)).toBe(true);
          const components = criteriaOf(template).filter(({ max }) => max === 100);
          const total = totalScore(scores.score1, scores.score21, scores.score22);
          expect(total).toBe(
            kpiScore(
              scores.score1,
              components.map(({ code }) => points[code] ?? 0),
            ),
          );
          // The rules add what stands on the document.
          const { score1, score21, score22 } = scores;
          expect(bandOf(score1 + score21 + score22)).toBe(bandOf(total));
        }),
      );
    },
  );

  it('one criterion beyond its maximum is never within the template', () => {
    fc.assert(
      fc.property(pointsFor(nd335), fc.nat(9), fc.integer({ min: 1, max: 20 }), (points, at, halves) => {
        const criterion = criteriaOf(nd335)[at];
        if (!criterion) return;
        const more = { ...points, [criterion.code]: criterion.max + halves / 2 };
        const sums = scoresOf(nd335, more) as Required<Omit<Scores, 'points'>>;
        const faults = scoreFaults(nd335, { ...sums, points: formatPoints(nd335, more) });
        expect(faults.map(({ field }) => field)).toContain(`points.${criterion.code}`);
      }),
    );
  });

  it('points are read back from their text as they were', () => {
    for (const template of shippedTemplates)
      fc.assert(
        fc.property(pointsFor(template), (points) => {
          const counted = template.kind === 'kpi' ? { ...points, t3q: 1, t12t: 2 } : points;
          expect(parsePoints(formatPoints(template, counted))).toEqual(counted);
        }),
      );
    expect(parsePoints(undefined)).toEqual({});
    expect(parsePoints('a=x =5 b b=1')).toEqual({ b: 1 });
  });

  it('scoring one criterion changes its sum and no other, and taking it away too', () => {
    const empty = { score1: 0, score21: 0, score22: 0, points: '' };
    const once = { ...empty, ...withPoints(nd335, empty, 'I.2', 4.5) };
    expect(once).toEqual({ score1: 4.5, score21: 0, score22: 0, points: 'I.2=4.5' });
    expect({ ...once, ...withPoints(nd335, once, 'a', 90) }).toMatchObject({ score1: 4.5, score22: 21 });
    expect({ ...once, ...withPoints(nd335, once, 'I.2', null) }).toEqual(empty);
  });

  it('a group that is scored as a whole keeps its score beside one with criteria', () => {
    const [first, ...rest] = hn1841.groups;
    if (!first) throw new Error('no group');
    const own: Template = {
      ...hn1841,
      id: 'rieng@1',
      groups: [
        {
          ...first,
          criteria: [
            { code: 'I.1', name: 'a', max: 18 },
            { code: 'I.2', name: 'b', max: 12 },
          ],
        },
        ...rest,
      ],
    };
    const scores = { score1: 0, score21: 15, score22: 40, points: '' };
    const scored = { ...scores, ...withPoints(own, scores, 'I.1', 17.5) };
    expect(scored).toEqual({ score1: 17.5, score21: 15, score22: 40, points: 'I.1=17.5' });
    expect(scoreFaults(own, scored).map(({ field }) => field)).toEqual(['points.I.2']);
    expect(haveShape('rieng@1', scored)).toBe(true);
  });
});

describe('what is proposed under ND-335', () => {
  const points =
    'I.1=5 I.2=4.5 II.1=2.5 II.2=2 II.3=2.5 II.4=2.5 III.1=2 III.2=2 III.3=2.5 III.4=2 a=100 b=87.5 c=100';
  const self = { score1: 27.5, score21: 0, score22: 67.1, points };
  const work = { tasks: { t1: 'x', t2: 'y' }, states: { t1: 'done', t2: 'late' } } as const;
  const facts = { self, evaluator: null, tasks: { done: 1, total: 2 }, work };
  it('common 27.5 and KPI 95.2, 88.8, 90.0 → 91.4 → A, in the trace with the template (domain 12)', () => {
    const given = points.replace('a=100 b=87.5 c=100', 'a=95.2 b=88.8 c=90');
    const scored = proposeScore({ ...facts, self: { ...self, score22: 63.9, points: given } }, nd335);
    expect([scored.score, scored.rating]).toEqual([91.4, 'A']);
    expect(scored.trace.flatMap(({ facts: of }) => of)).toContain('Mẫu chấm điểm ND-335@1');
  });
  it('says where a component is above what the tasks give: c is 87.5 where one of two was late', () => {
    expect(proposeScore(facts, nd335).warnings).toEqual([
      'Tỷ lệ c đã chấm 100%, cao hơn mức 87,5% theo nhiệm vụ đã báo cáo.',
    ]);
  });
  it('proposes no score from points that leave the template, and says why', () => {
    const scored = proposeScore({ ...facts, self: { ...self, score1: 30 } }, nd335);
    expect([scored.score, scored.rating]).toEqual([null, null]);
    expect(scored.warnings[0]).toContain('khác tổng các tiêu chí 27,5');
  });
});
