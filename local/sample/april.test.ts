// The script of April is one that the product would take: complete filings, judged points, names and clauses that exist.
import { describe, expect, test } from 'vitest';
import { parseCodes } from '../../functions/src/domain/finding.ts';
import { checkFiling } from '../../functions/src/domain/filing.ts';
import { bandOf, totalScore } from '../../functions/src/domain/rating.ts';
import { templateOf } from '../../functions/src/domain/templates.ts';
import { sheetClientFields, type Sheet } from '../../functions/src/schema/sheet.ts';
import { emptyDraft } from '../../functions/src/schema/sheetDraft.ts';
import { filingFields } from '../demo/sheetFields.ts';
import { aprilOf } from './april.ts';
import { attempts } from './april/acts.ts';
import { bookOf, sampleNamed, sampleNames } from './books.ts';
import { expectedOf } from './expected.ts';
import { works } from './texts/tasks.ts';

describe.each(sampleNames)('%s', (name) => {
  const sample = sampleNamed(name);
  const book = bookOf(sample);
  const april = aprilOf(sample);
  const expected = expectedOf(book);
  const march = book.march();

  /** As much of an opened sheet as the filing looks at. */
  function opened(person: string): Sheet {
    const carried = [...march]
      .filter(([, finding]) => finding.subject === person)
      .map(([id]) => [id, 'còn mở'] as const);
    const below = [...march].filter(([, { subject }]) => april.authorities.get(subject)?.head === person);
    return {
      ...emptyDraft(),
      isHead: april.authorities.get(person)?.isHead ?? false,
      carried: Object.fromEntries(carried),
      headFacts: Object.fromEntries(below.map(([id]) => [id, 'còn mở'])),
      template: sample.document.template,
      returns: 0,
    } as Sheet;
  }

  const filing = [...april.people.keys()].filter(
    (person) => !book.silent.has(person) && !book.away.has(person),
  );

  describe('filings', () => {
    test.each(filing)('%s files all three parts', (person) => {
      const script = april.people.get(person);
      if (!script) throw new Error('no script');
      const sheet = opened(person);
      const fields = filingFields(script, sheet);
      expect(
        checkFiling({ ...emptyDraft(), ...fields }, sheet, templateOf(sheet.template, undefined)),
      ).toEqual([]);
      for (const [name, value] of Object.entries(fields)) {
        const shape = sheetClientFields[name as keyof typeof sheetClientFields];
        expect(shape.safeParse(value).success, name).toBe(true);
      }
    });

    test('no two people of a unit hand in the same report', () => {
      const texts = new Map<string, string>();
      for (const { person, unit } of april.authorities.values()) {
        const script = april.people.get(person);
        const text = `${unit} ${JSON.stringify(script?.tasks)} ${script?.conduct ?? ''}`;
        expect(texts.get(text)).toBe(undefined);
        texts.set(text, person);
      }
    });
  });

  describe('judgements', () => {
    test('the rating is the band of the points, or a reason is given', () => {
      for (const { person, judgement } of april.people.values()) {
        const band = bandOf(totalScore(...judgement.points));
        if (judgement.rating !== band) expect(judgement.reason, person).not.toBe('');
        const decided = judgement.decides;
        if (decided)
          expect([decided.rating, decided.reason !== ''], person).toEqual([
            bandOf(totalScore(...decided.points)),
            true,
          ]);
      }
    });

    test('Hoàn thành xuất sắc stays within 20 % of Hoàn thành tốt in the units that have room for it', () => {
      const big = [...new Set([...april.authorities.values()].map((a) => a.unit))]
        .map((unit) => [...april.authorities.values()].filter((a) => a.unit === unit))
        .filter((of) => of.length >= 20);
      expect(big.length).toBeGreaterThan(0);
      for (const of of big) {
        const ratings = of.map(({ person }) => {
          const judgement = april.people.get(person)?.judgement;
          return judgement?.decides?.rating ?? judgement?.rating;
        });
        const count = (rating: string) => ratings.filter((r) => r === rating).length;
        expect(count('A') * 5).toBeLessThanOrEqual(count('B'));
      }
    });
  });

  describe('expected.json', () => {
    test('names people of the sample, findings with known codes and every attempt once', () => {
      for (const person of [...Object.keys(expected.people), ...Object.keys(expected.authority)]) {
        expect(april.people.has(person), person).toBe(true);
      }
      const played = april.scenes.flatMap(({ acts }) =>
        acts.flatMap((act) => (act.do === 'attempt' ? [act.attempt] : [])),
      );
      expect(played.sort()).toEqual([...attempts].sort());
      expect(Object.keys(expected.refusals).sort()).toEqual([...attempts].sort());
    });

    test('codes of the script stand in the catalogue', () => {
      const rows = [...april.people.values()].flatMap(({ rows, judgement }) =>
        judgement.own ? [...rows, judgement.own] : rows,
      );
      for (const { codes } of rows) expect(parseCodes(codes).join(' ')).toBe(codes);
    });

    test('scenes follow each other', () => {
      const times = april.scenes.map(({ at }) => at);
      expect([...times].sort()).toEqual(times);
    });
  });

  // Row 0, the rule for gaps, was taken for a row of leaders.
  test('a part-time worker has no tasks of a leader', () => {
    const leading = new Set(works.leader.map(([text]) => text));
    const ofGaps = [...april.authorities.values()].filter(({ row }) => row === 0);
    expect(ofGaps.length).toBeGreaterThan(0);
    for (const { person } of ofGaps) {
      for (const { text } of april.people.get(person)?.tasks ?? []) expect(leading).not.toContain(text);
    }
  });

  test('nobody speaks of what the organisation has not', () => {
    if (sample.document.profile !== 'commune@S0-2025') return;
    expect(JSON.stringify([...april.people.values()])).not.toMatch(/[Qq]uận|[Pp]hường/);
  });
});
