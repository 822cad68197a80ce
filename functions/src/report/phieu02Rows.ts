// The row of a person on Phiếu 02: the published result, or in a draft the evaluator's, with the words of both sides.
import { noManifestation, ratingLabels, selfRemedyLabels, unratedLabel } from '../domain/labels.ts';
import type { Assessment } from '../schema/assessment.ts';
import { findingId } from '../schema/paths.ts';
import type { Result } from '../schema/result.ts';
import type { Sheet } from '../schema/sheet.ts';
import { identifiedAs } from './phieu01Rows.ts';
import type { Phieu02Row } from './phieu02Input.ts';

/** What the authority has said, wherever it stands so far. */
interface Authority {
  judged: Pick<Phieu02Row, 'result' | 'level' | 'identified'>;
  results: Record<string, string>;
  causes: Record<string, string>;
  remedies: Record<string, string>;
}

export function fromResult(result: Result | null): Authority {
  if (result === null) {
    return silent('Chưa có quyết định');
  }
  const found = Object.values(result.findings).map((summary) => `Nội dung ${summary}`);
  return {
    judged: {
      result: result.unrated || result.rating === null ? unratedLabel : ratingLabels[result.rating],
      level: result.unrated ? null : result.level,
      identified: found.length === 0 ? noManifestation : found.join('\n'),
    },
    results: result.aResult,
    causes: result.aCause,
    remedies: result.aRemedy,
  };
}

export function fromAssessment(assessment: Assessment | null, sheet: Sheet | null): Authority {
  if (assessment === null || assessment.state === 'waiting' || assessment.state === 'returned') {
    return silent('Chưa đánh giá');
  }
  const decided = assessment.state === 'decided';
  const rating = decided ? assessment.dRating : assessment.eRating;
  const unrated = assessment.state === 'unrated' || rating === null;
  return {
    judged: {
      result: unrated ? unratedLabel : ratingLabels[rating],
      level: unrated ? null : decided ? assessment.dLevel : assessment.eLevel,
      identified: identifiedBy(assessment, sheet),
    },
    results: assessment.aResult,
    causes: assessment.aCause,
    remedies: assessment.aRemedy,
  };
}

const silent = (result: string): Authority => ({
  judged: { result, level: null, identified: '' },
  results: {},
  causes: {},
  remedies: {},
});

/** The evaluator's codes, and the person's own where the evaluator neither changed nor dismissed them. */
function identifiedBy(assessment: Assessment, sheet: Sheet | null): string {
  const own = Object.keys(sheet?.rowCodes ?? {})
    .filter((id) => assessment.aCodes[id] === undefined)
    .filter((id) => assessment.verdicts[findingId(assessment.person, assessment.month, id)] !== 'dismissed')
    .map((id) => identifiedAs(sheet?.rowCodes[id], sheet?.rowDegree[id]));
  const evaluator = Object.keys(assessment.aCodes).map((id) =>
    identifiedAs(assessment.aCodes[id], assessment.aDegree[id]),
  );
  const all = [...own, ...evaluator].filter((text) => text !== '' && text !== noManifestation);
  return all.length === 0 ? noManifestation : all.join('\n');
}

/** Rows of both sides, the authority's word in the place of the person's where there is one. */
export function wordsOf(
  sheet: Sheet | null,
  { results, causes, remedies }: Authority,
): Pick<Phieu02Row, 'shortcomings' | 'causes' | 'remedies'> {
  const own = sheet?.state === 'submitted' ? sheet : null;
  const ids = new Set([own?.rowSection ?? {}, results, causes, remedies].flatMap((map) => Object.keys(map)));
  // The person's rows r1–r99 before the authority's a1–a99.
  const ordered = [...ids].sort(
    (a, b) => b.charCodeAt(0) - a.charCodeAt(0) || Number(a.slice(1)) - Number(b.slice(1)),
  );
  const column = (theirs: Record<string, string>, mine: (sheet: Sheet, id: string) => string | undefined) =>
    numbered(ordered.map((id) => theirs[id] || (own && mine(own, id)) || ''));
  const shortcomings = column(results, shortcomingOf);
  return {
    shortcomings: own ? shortcomings : ['Không nộp phiếu', shortcomings].filter(Boolean).join('\n'),
    causes: column(causes, ({ rowCause }, id) => rowCause[id]),
    remedies: column(remedies, remedyOf),
  };
}

/** A row of section III answers a finding of the month before: that is the shortcoming, the answer its remedy. */
const shortcomingOf = (sheet: Sheet, id: string) =>
  sheet.carried[sheet.rowFinding[id] ?? ''] ?? sheet.rowResult[id];

function remedyOf(sheet: Sheet, id: string): string {
  const answer = sheet.rowSection[id] === 'III' ? sheet.rowResult[id] : '';
  const state = sheet.rowRemedyState[id];
  return [answer, sheet.rowRemedy[id], state && `(${selfRemedyLabels[state]})`].filter(Boolean).join(' ');
}

/** Numbered as the rows are, so that a cause can be told to its shortcoming. */
function numbered(texts: string[]): string {
  if (texts.length <= 1) return texts[0] ?? '';
  return texts.flatMap((text, i) => (text === '' ? [] : [`${i + 1}. ${text}`])).join('\n');
}
