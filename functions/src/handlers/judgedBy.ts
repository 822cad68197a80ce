// Keeps on each person who judges their newest open month: these may read the months before, too (domain.md section 11, history).
import { isDeepStrictEqual } from 'node:util';
import { nextMonth } from '../domain/civilDate.ts';
import { refOf, sheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { converge } from './converge.ts';
import type { Documents } from './ports.ts';

type Judged = Pick<Sheet, 'person' | 'month' | 'evaluator' | 'decider'>;

/** So many people are written side by side while a month opens. */
const atOnce = 50;

const judgesOf = ({ evaluator, decider }: Judged) => [...new Set([evaluator, decider])].sort();

/** As a month opens; `known` is what stands there, so that only who has changed costs anything. */
export async function judgedBySheets(
  documents: Documents,
  org: string,
  sheets: readonly Judged[],
  known: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const changed = sheets.filter((sheet) => !isDeepStrictEqual(known.get(sheet.person), judgesOf(sheet)));
  for (let i = 0; i < changed.length; i += atOnce)
    await Promise.all(changed.slice(i, i + atOnce).map((sheet) => writeJudges(documents, org, sheet)));
}

/** After a correction; a newer month that is open already keeps what it says. */
export async function judgedByAgain(documents: Documents, org: string, sheet: Judged): Promise<void> {
  if (await documents.get(sheetRef(org, sheet.person, nextMonth(sheet.month)))) return;
  await writeJudges(documents, org, sheet);
}

async function writeJudges(documents: Documents, org: string, sheet: Judged): Promise<void> {
  await converge(documents, refOf(org, 'people', sheet.person), () => ({ judgedBy: judgesOf(sheet) }));
}
