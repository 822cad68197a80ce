// Rows of Phiếu 01 out of the documents: the person's with what the authority says of each, and the authority's own.
import { formatFormMonth, monthOf } from '../domain/civilDate.ts';
import { parseCodes } from '../domain/finding.ts';
import { footnoteFields, identification, selfRemedyLabels } from '../domain/labels.ts';
import type { CivilDate, Degree, RowSection } from '../domain/words.ts';
import type { Result } from '../schema/result.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { Judgement, Phieu01Counts, Phieu01Row } from './phieu01Input.ts';

const rowNumber = (id: string) => Number(id.slice(1));
const byNumber = (a: string, b: string) => rowNumber(a) - rowNumber(b);

/** Rows of the person with what the authority says of each; findings of last month that nobody answered, or had to, stand there too. */
export function rowsOfSheet(sheet: Sheet, result: Result | null, filed: boolean): Phieu01Row[] {
  const ids = filed ? Object.keys(sheet.rowSection).sort(byNumber) : [];
  const rows = ids.map((id) => ({
    section: sheet.rowSection[id] as RowSection,
    content: sheet.carried[sheet.rowFinding[id] ?? ''] ?? '',
    self: selfJudgement(sheet, id),
    authority: result && authorityJudgement(result, id),
    note: sheet.rowNote[id] ?? '',
  }));
  const answered = new Set(ids.map((id) => sheet.rowFinding[id]));
  const told = { ...sheet.carried, ...sheet.remediedBefore };
  const unanswered = Object.keys(told)
    .filter((finding) => !answered.has(finding))
    .sort()
    .map((finding) => ({
      section: 'III' as const,
      content: told[finding] ?? '',
      self: null,
      authority: null,
      note: '',
    }));
  return [...rows, ...unanswered];
}

/** Section IV: rows a1–a99 are the authority's own. */
export function rowsOfAuthority(result: Result): Phieu01Row[] {
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
const formDay = (day: CivilDate) => `${day.slice(8, 10)}/${formatFormMonth(monthOf(day))}`;

/** An empty list of codes says that there is no manifestation; an absent one, that nobody was asked (section III). */
export function identifiedAs(codes: string | undefined, degree: Degree | undefined): string {
  if (codes === undefined) return '';
  const known = parseCodes(codes);
  if (known.length > 0 && degree === undefined) return `Nội dung ${known.join(', ')}`;
  return identification(known, degree ?? null);
}

function selfJudgement(sheet: Sheet, id: string): Judgement {
  const delay = sheet.rowDelay[id];
  const due = sheet.rowDue[id];
  const state = sheet.rowRemedyState[id];
  return {
    result: lines(sheet.rowResult[id], delay && `${footnoteFields.rowDelay}: ${delay}`),
    cause: sheet.rowCause[id] ?? '',
    identified: identifiedAs(sheet.rowCodes[id], sheet.rowDegree[id]),
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
    identified: identifiedAs(result.aCodes[id], result.aDegree[id] as Degree | undefined),
    remedy: result.aRemedy[id] ?? '',
  };
}

/** Counts of footnote 5, and the explanation of each task not done or late. */
export function countsOf(sheet: Sheet): Phieu01Counts {
  const { undone, joint, jointLate, procedures, proceduresLate, proceduresOff, share, initiative } = sheet;
  const tasks = Object.keys(sheet.tasks)
    .filter((id) => sheet.taskState[id] === 'undone' || sheet.taskState[id] === 'late')
    .sort(byNumber)
    .map((id) => `${sheet.tasks[id] ?? ''}: ${sheet.taskWhy[id] ?? ''}`);
  return { undone, joint, jointLate, procedures, proceduresLate, proceduresOff, share, initiative, tasks };
}
