// What Phiếu 02 prints, and how the documents of a unit and month become it.
import { parseCodes } from '../domain/finding.ts';
import { civilDateOf } from '../domain/civilDate.ts';
import {
  identification,
  noManifestation,
  ratingLabels,
  selfRemedyLabels,
  unratedLabel,
} from '../domain/labels.ts';
import type { Moment } from '../domain/moment.ts';
import type { CivilDate, Degree, Level, Month } from '../domain/words.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { OrganisationDocument } from '../schema/cycle.ts';
import { findingId } from '../schema/paths.ts';
import type { Result } from '../schema/result.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { UnitMonth } from '../schema/unit.ts';

export interface Phieu02Row {
  name: string;
  /** Đánh giá kết quả thực hiện: carries the rating. */
  result: string;
  shortcomings: string;
  causes: string;
  remedies: string;
  identified: string;
  /** Null where there is none yet, and in a month không xếp loại. */
  level: Level | null;
}

export interface Phieu02Input {
  partyName: string;
  place: string;
  date: CivilDate | null;
  month: Month;
  unitName: string;
  headName: string | null;
  /** Prints "(dự kiến)": it goes up after the evaluation, before the decisions (domain.md section 7). */
  draft: boolean;
  rows: Phieu02Row[];
  createdAt: Moment;
}

export interface Phieu02Documents {
  organisation: Pick<OrganisationDocument, 'partyName' | 'place'>;
  unitMonth: UnitMonth;
  sheets: readonly Sheet[];
  /** Published results: what the final form prints. */
  results: readonly Result[];
  /** What evaluators proposed: what a draft prints. */
  assessments: readonly Assessment[];
  draft: boolean;
  headName: string | null;
  at: Moment;
}

export function phieu02Input(documents: Phieu02Documents): Phieu02Input {
  const { organisation, unitMonth, draft, headName, at } = documents;
  const sheets = new Map(documents.sheets.map((sheet) => [sheet.person, sheet]));
  const results = new Map(documents.results.map((result) => [result.person, result]));
  const assessments = new Map(documents.assessments.map((assessment) => [assessment.person, assessment]));
  return {
    partyName: organisation.partyName,
    place: organisation.place,
    date: civilDateOf(at),
    month: unitMonth.month,
    unitName: unitMonth.unitName,
    headName,
    draft,
    rows: inOrder(unitMonth, sheets).map(([person, { name }]) => {
      const sheet = sheets.get(person) ?? null;
      const authority = draft
        ? fromAssessment(assessments.get(person) ?? null, sheet)
        : fromResult(results.get(person) ?? null);
      return { name, ...authority.judged, ...wordsOf(sheet, authority) };
    }),
    createdAt: at,
  };
}

const collator = new Intl.Collator('vi');
/** Vietnamese lists go by the given name, which stands last. */
const givenName = (name: string) => name.trim().split(/\s+/u).at(-1) ?? '';

/** The head first, then leaders, then everybody by given name. */
function inOrder(
  unitMonth: UnitMonth,
  sheets: ReadonlyMap<string, Sheet>,
): [string, UnitMonth['rows'][string]][] {
  const rank = (person: string, tier: string) => (sheets.get(person)?.isHead ? 0 : tier === 'leader' ? 1 : 2);
  return Object.entries(unitMonth.rows).sort(
    ([a, x], [b, y]) =>
      rank(a, x.tier) - rank(b, y.tier) ||
      collator.compare(givenName(x.name), givenName(y.name)) ||
      collator.compare(x.name, y.name) ||
      (a < b ? -1 : 1),
  );
}

/** What the authority has said, wherever it stands so far. */
interface Authority {
  judged: Pick<Phieu02Row, 'result' | 'level' | 'identified'>;
  results: Record<string, string>;
  causes: Record<string, string>;
  remedies: Record<string, string>;
}

function fromResult(result: Result | null): Authority {
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

function fromAssessment(assessment: Assessment | null, sheet: Sheet | null): Authority {
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
    .map((id) => sentence(sheet?.rowCodes[id], sheet?.rowDegree[id]));
  const evaluator = Object.keys(assessment.aCodes).map((id) =>
    sentence(assessment.aCodes[id], assessment.aDegree[id]),
  );
  const all = [...own, ...evaluator].filter((text) => text !== noManifestation);
  return all.length === 0 ? noManifestation : all.join('\n');
}

const sentence = (codes: string | undefined, degree: Degree | undefined) =>
  identification(parseCodes(codes ?? ''), degree ?? null);

/** Rows of both sides, the authority's word in the place of the person's where there is one. */
function wordsOf(
  sheet: Sheet | null,
  authority: Authority,
): Pick<Phieu02Row, 'shortcomings' | 'causes' | 'remedies'> {
  const filed = sheet?.state === 'submitted';
  const ids = new Set([
    ...(filed ? Object.keys(sheet.rowSection) : []),
    ...[authority.results, authority.causes, authority.remedies].flatMap((map) => Object.keys(map)),
  ]);
  const ordered = [...ids].sort(
    (a, b) => b.charCodeAt(0) - a.charCodeAt(0) || Number(a.slice(1)) - Number(b.slice(1)),
  );
  const column = (own: (id: string) => string, theirs: Record<string, string>) =>
    numbered(ordered.map((id) => theirs[id] || (filed ? own(id) : '')));
  const state = (id: string) => sheet?.rowRemedyState[id];
  return {
    shortcomings: filed
      ? column((id) => sheet.rowResult[id] ?? '', authority.results)
      : ['Chưa nộp phiếu', column(() => '', authority.results)].filter(Boolean).join('\n'),
    causes: column((id) => sheet?.rowCause[id] ?? '', authority.causes),
    remedies: column((id) => {
      const progress = state(id);
      return [sheet?.rowRemedy[id], progress && `(${selfRemedyLabels[progress]})`].filter(Boolean).join(' ');
    }, authority.remedies),
  };
}

/** Numbered as the rows are, so that a cause can be told to its shortcoming. */
function numbered(texts: string[]): string {
  if (texts.length <= 1) return texts[0] ?? '';
  return texts.flatMap((text, i) => (text === '' ? [] : [`${i + 1}. ${text}`])).join('\n');
}
