// Every stored result and year of the play, made again from what is stored with it, and nothing of the run.
import { replayResult } from '../../functions/src/domain/basis.ts';
import { replayYear } from '../../functions/src/domain/yearBasis.ts';
import type { Result } from '../../functions/src/schema/result.ts';
import type { PersonYear, YearAssessment } from '../../functions/src/schema/year.ts';
import type { Line } from './lines.ts';

/** As out/demo/year-stored.json keeps them. */
export interface Export {
  results: Pick<Result, 'person' | 'month' | 'version' | 'rating' | 'level' | 'score' | 'trace' | 'basis'>[];
  years: (Pick<PersonYear, 'person' | 'counts' | 'proposal' | 'trace' | 'basis'> & { from: string })[];
}

export function exportOf(
  results: Iterable<Result>,
  years: Iterable<PersonYear>,
  acts: Iterable<YearAssessment>,
): Export {
  const known = [...acts];
  const yearOf = ({ person, counts, proposal, trace, basis }: PersonYear | YearAssessment, from: string) => ({
    ...{ from, person, counts, proposal, trace, basis },
  });
  return {
    results: [...results].map(({ person, month, version, rating, level, score, trace, basis }) => ({
      ...{ person, month, version, rating, level, score, trace, basis },
    })),
    years: [
      ...[...years].map((one) => yearOf(one, 'personYears')),
      ...known.map((one) => yearOf(one, 'yearAssessments')),
      ...known.flatMap(({ person, publications = [] }) =>
        publications.map(({ version, counts, proposal, trace, basis }) => ({
          ...{ from: `yearAssessments lần ${version}`, person, counts, proposal, trace, basis },
        })),
      ),
    ],
  };
}

/** What doesn't come out again as it is stored, one text each. */
export function replayed({ results, years }: Export): string[] {
  const said = (key: string, differences: readonly string[] | null) =>
    differences === null
      ? [`${key}: không lưu dữ kiện`]
      : differences.length > 0
        ? [`${key}: khác ${differences.join(', ')}`]
        : [];
  return [
    ...results.flatMap((one) =>
      said(`${one.person} ${one.month} lần ${one.version}`, replayResult(one)?.differences ?? null),
    ),
    ...years.flatMap((one) => said(`${one.from} ${one.person}`, replayYear(one))),
  ];
}

export function replayLine(stored: Export): Line {
  const wrong = replayed(stored);
  const all = `${stored.results.length} kết quả, ${stored.years.length} năm`;
  return {
    ...{ who: 'mọi người', what: 'Tính lại từ dữ kiện lưu trong từng kết quả', clause: 'nguyên tắc chung' },
    ...{ expected: all, got: wrong.length === 0 ? all : wrong.join('; ') },
  };
}
