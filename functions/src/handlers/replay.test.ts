// Results and years as the handlers leave them come out again from what is stored with them: appealed, reopened, decided and taken back.
import { describe, expect, it } from 'vitest';
import { person, playActs } from '../../../test/fixtures/playedActs.ts';
import {
  decideMonth,
  personYearOf,
  publishAndRun,
  yearActOf,
  yearPorts,
} from '../../../test/fixtures/yearMonths.ts';
import { replayResult } from '../domain/basis.ts';
import { replayYear } from '../domain/yearBasis.ts';
import { resultSchema, type Result } from '../schema/result.ts';
import { followDecember } from './openYear.ts';
import { yearSettings } from './yearSources.ts';

describe('a month that was played through every act', () => {
  it('comes out again, version by version', async () => {
    const memory = await playActs();
    const results = [...memory.kept]
      .filter(([path]) => /\/results\/[^/]+(\/versions\/\d+)?$/.test(path) && !/\/lan[-_]/.test(path))
      .map(([, { data }]): Result => resultSchema.parse(data));
    const own = results.filter((one) => one.person === person);
    expect(own.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
    for (const one of results)
      expect(replayResult(one)?.differences, `${one.person} v${one.version}`).toEqual([]);
  });
});

describe('a year', () => {
  it('comes out again for the person and for who decides it', async () => {
    const memory = yearPorts();
    for (const month of ['2026-11', '2026-12'])
      decideMonth(memory, { person: 'lan', month, level: 'poor', rating: 'C', score: 60 });
    await publishAndRun(memory, '2026-11');
    const settings = await yearSettings(memory.documents, 'nam-tu-liem');
    const whose = { person: 'lan', year: '2026', known: '2026-12' };
    await followDecember(memory, 'nam-tu-liem', whose, settings);
    expect(replayYear(yearActOf(memory, 'lan'))).toEqual([]);
    await publishAndRun(memory, '2026-12');
    const year = personYearOf(memory, 'lan');
    expect(year.proposal).toMatchObject({ cap: 'C', rating: 'C', mean: 60 });
    expect(replayYear(year)).toEqual([]);
  });
});
