// What Phiếu 01 prints, and how the documents of a person-month become it.
import { parseCodes } from '../domain/finding.ts';
import { organisationWordOf, wordingOf } from '../domain/catalogue.ts';
import { civilDateOf } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import type { CivilDate, Level, Month, Rating, RowSection } from '../domain/words.ts';
import type { OrganisationDocument } from '../schema/cycle.ts';
import type { Result } from '../schema/result.ts';
import type { Sheet } from '../schema/sheet.ts';
import { basisOf, type Basis } from './basisInput.ts';
import { countsOf, rowsOfAuthority, rowsOfSheet } from './phieu01Rows.ts';

/** The four columns that the person and the authority have alike. */
export interface Judgement {
  result: string;
  cause: string;
  identified: string;
  remedy: string;
}

export interface Phieu01Row {
  section: RowSection;
  content: string;
  /** Null where that side has nothing to say: section IV is the authority's own. */
  self: Judgement | null;
  authority: Judgement | null;
  note: string;
}

/** What footnote 5 asks for. */
export interface Phieu01Counts {
  undone: number;
  joint: number;
  jointLate: number;
  procedures: number;
  proceduresLate: number;
  proceduresOff: number;
  share: string;
  initiative: string;
  /** Tasks not done or late, each with its explanation. */
  tasks: string[];
}

/** The two results of the month, side by side; neither is derived from the other. */
export interface Phieu01Outcome {
  rating: Rating | null;
  level: Level | null;
  unrated: boolean;
}

export interface Phieu01Input {
  partyName: string;
  place: string;
  date: CivilDate | null;
  month: Month;
  personName: string;
  unitName: string;
  /** Name under the confirmation of the head; null leaves it to the hand. */
  headName: string | null;
  /** False where nobody handed the sheet in: the person's columns stay empty. */
  filed: boolean;
  /** The explicit statement that there is nothing to report (domain.md section 7). */
  nothing: boolean;
  rows: Phieu01Row[];
  counts: Phieu01Counts | null;
  /** Null until it is decided. */
  outcome: Phieu01Outcome | null;
  /** Wording of the manifestations that the form names by code. */
  manifestations: { code: string; text: string }[];
  /** Reasons and trace; null prints the form alone. */
  basis: Basis | null;
  createdAt: Moment;
}

export interface Phieu01Documents {
  organisation: Pick<OrganisationDocument, 'name' | 'partyName' | 'place'>;
  sheet: Sheet;
  /** Null until published. */
  result: Result | null;
  headName: string | null;
  /** Moment that the form speaks of: the publication, or the filing of a sheet that isn't decided yet. */
  at: Moment;
}

export function phieu01Input(documents: Phieu01Documents): Phieu01Input {
  const { organisation, sheet, result, headName, at } = documents;
  const filed = result?.filed ?? sheet.state === 'submitted';
  const rows = [...rowsOfSheet(sheet, result, filed), ...(result === null ? [] : rowsOfAuthority(result))];
  const codes = [...(filed ? Object.values(sheet.rowCodes) : []), ...Object.values(result?.aCodes ?? {})];
  return {
    partyName: organisation.partyName,
    place: organisation.place,
    date: civilDateOf(at),
    month: sheet.month,
    personName: sheet.personName,
    unitName: sheet.unitName,
    headName,
    filed,
    nothing: filed && sheet.nothing,
    rows,
    counts: filed ? countsOf(sheet) : null,
    outcome: result && { rating: result.rating, level: result.level, unrated: result.unrated },
    manifestations: parseCodes(codes.join(' ')).map((code) => ({
      code,
      text: wordingOf(code, organisationWordOf(organisation.name)),
    })),
    basis: result && basisOf(result),
    createdAt: at,
  };
}
