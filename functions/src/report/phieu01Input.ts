// What Phiếu 01 prints, and how the documents of a person-month become it.
import { parseCodes } from '../domain/finding.ts';
import { wordingOf, type OrganisationWord } from '../domain/catalogue.ts';
import { civilDateOf, formatFormMonth, monthOf } from '../domain/civilDate.ts';
import { footnoteFields, identification, selfRemedyLabels } from '../domain/labels.ts';
import type { Moment } from '../domain/moment.ts';
import type { CivilDate, Degree, Level, Month, Rating, RowSection } from '../domain/words.ts';
import type { OrganisationDocument } from '../schema/cycle.ts';
import type { Result } from '../schema/result.ts';
import type { Sheet } from '../schema/sheet.ts';
import { basisOf, type Basis } from './basisInput.ts';

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
      text: wordingOf(code, organisationWord(organisation.name)),
    })),
    basis: result && basisOf(result),
    createdAt: at,
  };
}

/** 1.01 names the kind of organisation; the catalogue of S0 was issued by a commune. */
function organisationWord(name: string): OrganisationWord {
  const lower = name.toLocaleLowerCase('vi');
  return lower.startsWith('quận') ? 'quận' : lower.startsWith('phường') ? 'phường' : 'xã';
}

const rowNumber = (id: string) => Number(id.slice(1));
const byNumber = (a: string, b: string) => rowNumber(a) - rowNumber(b);

/** Rows of the person with what the authority says of each; carried findings that nobody answered are shown unanswered. */
function rowsOfSheet(sheet: Sheet, result: Result | null, filed: boolean): Phieu01Row[] {
  const ids = filed ? Object.keys(sheet.rowSection).sort(byNumber) : [];
  const rows = ids.map((id) => ({
    section: sheet.rowSection[id] as RowSection,
    content: sheet.carried[sheet.rowFinding[id] ?? ''] ?? '',
    self: selfJudgement(sheet, id),
    authority: result && authorityJudgement(result, id),
    note: sheet.rowNote[id] ?? '',
  }));
  const answered = new Set(ids.map((id) => sheet.rowFinding[id]));
  const unanswered = Object.keys(sheet.carried)
    .filter((finding) => !answered.has(finding))
    .sort()
    .map((finding) => ({
      section: 'III' as const,
      content: sheet.carried[finding] ?? '',
      self: null,
      authority: null,
      note: '',
    }));
  return [...rows, ...unanswered];
}

/** Section IV: rows a1–a99 are the authority's own. */
function rowsOfAuthority(result: Result): Phieu01Row[] {
  const ids = [result.aResult, result.aCause, result.aRemedy, result.aCodes].flatMap((map) =>
    Object.keys(map),
  );
  return [...new Set(ids)]
    .filter((id) => id.startsWith('a'))
    .sort(byNumber)
    .map((id) => ({
      section: 'IV',
      content: '',
      self: null,
      authority: authorityJudgement(result, id),
      note: '',
    }));
}

const lines = (...parts: (string | undefined)[]) => parts.filter((part) => part).join('\n');

/** 15/5/2026: days 1–9 and months 1 and 2 alone take a zero (domain.md section 10). */
export const formDay = (day: CivilDate) => `${day.slice(8, 10)}/${formatFormMonth(monthOf(day))}`;

function selfJudgement(sheet: Sheet, id: string): Judgement {
  const delay = sheet.rowDelay[id];
  const due = sheet.rowDue[id];
  const state = sheet.rowRemedyState[id];
  return {
    result: lines(sheet.rowResult[id], delay && `${footnoteFields.rowDelay}: ${delay}`),
    cause: sheet.rowCause[id] ?? '',
    identified: identification(parseCodes(sheet.rowCodes[id] ?? ''), sheet.rowDegree[id] ?? null),
    remedy: lines(sheet.rowRemedy[id], state && selfRemedyLabels[state], due && `Hạn: ${formDay(due)}`),
  };
}

/** Null where the authority let the row stand without a word of its own. */
function authorityJudgement(result: Result, id: string): Judgement | null {
  const own = [result.aResult[id], result.aCause[id], result.aRemedy[id], result.aCodes[id]];
  if (own.every((text) => !text)) return null;
  return {
    result: result.aResult[id] ?? '',
    cause: result.aCause[id] ?? '',
    identified: identification(
      parseCodes(result.aCodes[id] ?? ''),
      (result.aDegree[id] as Degree | undefined) ?? null,
    ),
    remedy: result.aRemedy[id] ?? '',
  };
}

function countsOf(sheet: Sheet): Phieu01Counts {
  const { undone, joint, jointLate, procedures, proceduresLate, proceduresOff, share, initiative } = sheet;
  const tasks = Object.keys(sheet.tasks)
    .filter((id) => sheet.taskState[id] === 'undone' || sheet.taskState[id] === 'late')
    .sort(byNumber)
    .map((id) => `${sheet.tasks[id] ?? ''}: ${sheet.taskWhy[id] ?? ''}`);
  return { undone, joint, jointLate, procedures, proceduresLate, proceduresOff, share, initiative, tasks };
}
