// What a unit is shown of its people's findings beside their results: nothing, unless the organisation confirms that it is more (domain.md section 11).
import { identification, noManifestation } from './labels.ts';
import { compareCodes } from './catalogue.ts';
import type { Degree, FindingState, Month } from './words.ts';

export const publishedFindings = ['none', 'codes', 'codesAndDegree'] as const;
export type PublishedFindings = (typeof publishedFindings)[number];

interface Shown {
  codes: string;
  degree: Degree;
  state: FindingState;
  countsIn: Month | null;
}

const degreesUp: readonly Degree[] = ['unclear', 'rare', 'regular'];

/** Of the findings that count in the month; empty where nothing is to be shown. S3 6.5 would show more: data protection narrows it. */
export function shownFindings(
  findings: readonly Shown[],
  month: Month,
  { publishedFindings: shown }: { publishedFindings: PublishedFindings },
): string {
  if (shown === 'none') return '';
  const counting = findings.filter(
    ({ state, countsIn }) => countsIn === month && (state === 'confirmed' || state === 'remedied'),
  );
  if (counting.length === 0) return noManifestation;
  const codes = [...new Set(counting.flatMap((one) => one.codes.split(' ')))].sort(compareCodes);
  if (shown === 'codes') return codes.join(', ');
  const worst = Math.max(...counting.map(({ degree }) => degreesUp.indexOf(degree)));
  return identification(codes, degreesUp[worst] ?? null);
}
