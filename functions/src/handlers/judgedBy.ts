// Keeps on each person who judges their newest open month: these may read the months before, too (domain.md section 11, history).
import { isDeepStrictEqual } from 'node:util';
import { nextMonth } from '../domain/civilDate.ts';
import { isNobody } from '../domain/vacant.ts';
import { refOf, sheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { Member } from '../schema/person.ts';
import { converge, convergeOrCreate } from './converge.ts';
import type { Documents } from './ports.ts';

type Judged = Pick<Sheet, 'person' | 'month' | 'evaluator' | 'decider'>;

/** So many people are written side by side while a month opens. */
const atOnce = 50;

const judgesOf = ({ evaluator, decider }: Judged) =>
  [...new Set([evaluator, decider])].filter((id) => !isNobody(id)).sort();

/** As a month opens; `known` is what stands there, so that only who has changed costs anything. */
export async function judgedBySheets(
  documents: Documents,
  org: string,
  sheets: readonly Judged[],
  known: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const changed = sheets.filter((sheet) => !isDeepStrictEqual(known.get(sheet.person), judgesOf(sheet)));
  const moves = changed.map((sheet) => ({
    person: sheet.person,
    before: known.get(sheet.person) ?? [],
    after: judgesOf(sheet),
  }));
  // People last: what stands there says that their judges know it, so a run that was cut off is finished by the next.
  await tellJudges(documents, org, moves);
  await side(moves, ({ person, after }) =>
    converge(documents, refOf(org, 'people', person), () => ({ judgedBy: after })),
  );
}

/** After a correction; a newer month that is open already keeps what it says. */
export async function judgedByAgain(documents: Documents, org: string, sheet: Judged): Promise<void> {
  if (await documents.get(sheetRef(org, sheet.person, nextMonth(sheet.month)))) return;
  await writeJudges(documents, org, sheet.person, () => judgesOf(sheet));
}

/** Whoever is decided already keeps the judges of that month, without the one who left. */
export async function forgetJudge(
  documents: Documents,
  org: string,
  person: string,
  id: string,
): Promise<void> {
  await writeJudges(documents, org, person, (before) => before.filter((one) => one !== id));
}

async function writeJudges(
  documents: Documents,
  org: string,
  person: string,
  judges: (before: readonly string[]) => string[],
): Promise<void> {
  await converge(documents, refOf(org, 'people', person), async ({ data: { judgedBy: before } }) => {
    const after = judges(before);
    await tellJudges(documents, org, [{ person, before, after }]);
    return { judgedBy: after };
  });
}

interface Move {
  person: string;
  before: readonly string[];
  after: readonly string[];
}

/** Adds the people to the documents of who judges them now, and takes them out of those of who judged them before. */
async function tellJudges(documents: Documents, org: string, moves: readonly Move[]): Promise<void> {
  const judges = [...new Set(moves.flatMap(({ before, after }) => [...before, ...after]))];
  await side(
    judges.filter((id) => !isNobody(id)),
    async (id) => {
      const gained = moves.filter(({ after }) => after.includes(id)).map(({ person }) => person);
      const lost = moves.filter(({ after }) => !after.includes(id)).map(({ person }) => person);
      await convergeOrCreate(documents, refOf(org, 'members', id), async (current) => {
        const kept = (current?.data.judges ?? []).filter((person) => !lost.includes(person));
        const all = [...new Set([...kept, ...gained])].sort();
        return current ? { patch: { judges: all } } : { create: { ...onlyAJudge, judges: all } };
      });
    },
  );
}

/** Rev 0: no administrator has given them a right. */
const onlyAJudge: Omit<Member, 'judges'> = {
  inspects: false,
  aggregates: [],
  offices: [],
  clerk: false,
  administrator: false,
  oversees: [],
  supervises: false,
  log: [],
  rev: 0,
};

async function side<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < items.length; i += atOnce) await Promise.all(items.slice(i, i + atOnce).map(work));
}
