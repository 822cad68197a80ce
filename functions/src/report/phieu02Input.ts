// What Phiếu 02 prints, and how the documents of a unit and month become it.
import { civilDateOf } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import type { CivilDate, Level, Month } from '../domain/words.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { OrganisationDocument } from '../schema/cycle.ts';
import type { Result } from '../schema/result.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { UnitMonth } from '../schema/unit.ts';
import { fromAssessment, fromResult, wordsOf } from './phieu02Rows.ts';

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
  // Of this unit: a head by a post elsewhere has somebody above them here.
  const isHead = (sheet: Sheet | undefined) => sheet?.isHead === true && sheet.head === null;
  const rank = (person: string, tier: string) => (isHead(sheets.get(person)) ? 0 : tier === 'leader' ? 1 : 2);
  return Object.entries(unitMonth.rows).sort(
    ([a, x], [b, y]) =>
      rank(a, x.tier) - rank(b, y.tier) ||
      collator.compare(givenName(x.name), givenName(y.name)) ||
      collator.compare(x.name, y.name) ||
      (a < b ? -1 : 1),
  );
}
