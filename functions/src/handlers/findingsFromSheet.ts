// Rows of Phiếu 01 that name a manifestation become suspected findings (domain.md section 2).
import { isDeepStrictEqual } from 'node:util';
import { otherCode } from '../domain/catalogue.ts';
import { citedArticle } from '../domain/filingRows.ts';
import { parseCodes } from '../domain/finding.ts';
import type { Moment } from '../domain/moment.ts';
import type { Finding } from '../schema/finding.ts';
import { findingId } from '../schema/paths.ts';
import { findingRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { logged } from './audit.ts';
import { convergeOrCreate } from './converge.ts';
import { system } from './opening.ts';
import type { Ports } from './ports.ts';

export async function findingsFromSheet(
  { documents }: Pick<Ports, 'documents'>,
  org: string,
  sheet: Sheet,
  filedAt: Moment,
): Promise<void> {
  const wanted = new Map<string, Finding>();
  for (const row of Object.keys(sheet.rowCodes)) {
    // Section III answers a finding that exists; naming it again makes no second one.
    if (sheet.rowCodes[row] && !(row in sheet.rowFinding)) wanted.set(row, fromRow(org, sheet, row, filedAt));
  }
  for (const finding of wanted.values()) {
    const id = findingId(sheet.person, sheet.month, finding.key);
    await convergeOrCreate(documents, findingRef(org, id), async (current) => {
      if (!current) return { create: finding };
      // A return and a new filing may change the words, as long as nobody has settled them.
      const { fact, codes, degree, due } = finding;
      const settled =
        current.data.state !== 'suspected' ||
        isDeepStrictEqual({ ...current.data, fact, codes, degree, due }, current.data);
      return { patch: settled ? null : { fact, codes, degree, due } };
    });
  }
}

function base(
  org: string,
  sheet: Sheet,
  key: string,
  filedAt: Moment,
): Omit<Finding, 'codes' | 'fact' | 'degree' | 'source' | 'author'> {
  return {
    subject: sheet.person,
    unit: sheet.unit,
    block: sheet.block,
    evaluator: sheet.evaluator,
    decider: sheet.decider,
    month: sheet.month,
    key,
    article: '',
    due: null,
    state: 'suspected',
    settleReason: '',
    remedy: '',
    remedyState: 'none',
    remedyAt: null,
    remedyNote: '',
    rev: 0,
    actor: sheet.person,
    actedFor: null,
    savedAt: null,
    notified: false,
    notifiedAt: null,
    remedyReportedAt: null,
    countsIn: null,
    unclearIn: null,
    carriedTo: null,
    ...{ harm: '', harmIn: null, firstDue: null },
    log: logged(findingRef(org, findingId(sheet.person, sheet.month, key)).path, [], {
      at: filedAt,
      who: system,
      forWhom: null,
      what: 'record',
      before: null,
      after: 'suspected',
    }),
  };
}

/**
 * Proposed by a rule against the person of a sheet; the codes and what was seen are the caller's. The system is its author:
 * an author reads what they recorded, and this the person reads once they are notified (domain.md section 11).
 */
export const systemFinding = (org: string, sheet: Sheet, key: string, at: Moment): Finding => ({
  ...base(org, sheet, key, at),
  ...{ source: 'rule', author: system, actor: system, codes: '', fact: '', degree: 'rare' },
});

function fromRow(org: string, sheet: Sheet, row: string, filedAt: Moment): Finding {
  const remedied = sheet.rowRemedyState[row] === 'remedied';
  const underway = sheet.rowRemedyState[row] === 'underway';
  return {
    ...base(org, sheet, row, filedAt),
    source: 'self',
    author: sheet.person,
    codes: sheet.rowCodes[row] ?? '',
    article: parseCodes(sheet.rowCodes[row] ?? '').includes(otherCode)
      ? citedArticle(sheet.rowResult[row])
      : '',
    fact: sheet.rowResult[row] ?? '',
    degree: sheet.rowDegree[row] ?? 'unclear',
    due: sheet.rowDue[row] ?? null,
    remedy: sheet.rowRemedy[row] ?? '',
    remedyState: remedied ? 'reported' : underway ? 'underway' : 'none',
    remedyReportedAt: remedied ? filedAt : null,
  };
}
