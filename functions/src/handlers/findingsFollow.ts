// Every night: findings of people that are not over follow who judges the person in the newest month (domain.md sections 2 and 6).
import { nextMonth } from '../domain/civilDate.ts';
import type { Month, Stage } from '../domain/words.ts';
import type { Finding } from '../schema/finding.ts';
import { collectionOf, findingRef, sheetRef } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { converge } from './converge.ts';
import type { Documents, Stored } from './ports.ts';

type Judges = Pick<Finding, 'evaluator' | 'decider'>;

/**
 * `month`: the newest one, whose sheets say who judges now; whoever has none there keeps their judges. Reads what is not
 * over, the sheets of whom it is about, and older sheets only of what stands with somebody else.
 */
export async function findingsFollow(documents: Documents, org: string, month: Month): Promise<void> {
  const found = await Promise.all([
    documents.find(collectionOf(org, 'findings'), [['state', 'suspected']]),
    documents.find(collectionOf(org, 'findings'), [['state', 'confirmed']]),
  ]);
  const open = found.flat().filter(({ data }) => isOpen(data));
  const people = [...new Set(open.map(({ data }) => data.subject))];
  const sheets = await documents.getAll(people.map((person) => sheetRef(org, person, month)));
  const newest = new Map(
    sheets.flatMap((sheet) => (sheet ? [[sheet.data.person, sheet.data] as const] : [])),
  );
  for (const finding of open) {
    const sheet = newest.get(finding.data.subject);
    if (sheet && !isWith(finding.data, sheet)) await follow(documents, org, finding, sheet);
  }
}

/** A remedy that was accepted ends it, and so does dismissing. */
const isOpen = ({ state, remedyState }: Finding) =>
  state === 'suspected' || (state === 'confirmed' && remedyState !== 'accepted');

const isWith = (of: Judges, { evaluator, decider }: Judges) =>
  of.evaluator === evaluator && of.decider === decider;

async function follow(
  documents: Documents,
  org: string,
  { id, data: { subject, month } }: Stored<Finding>,
  newest: Sheet,
): Promise<void> {
  const before = await documents.getAll(
    monthsBefore(month, newest.month).map((one) => sheetRef(org, subject, one)),
  );
  // Authority is frozen onto the month: until it is decided, its own judges give the verdict and take the remedy.
  const waiting = before.find((sheet) => sheet && undecided.has(sheet.data.stage));
  const { evaluator, decider } = waiting?.data ?? newest;
  await converge(documents, findingRef(org, id), ({ data }) =>
    isOpen(data) ? { evaluator, decider } : null,
  );
}

const undecided: ReadonlySet<Stage> = new Set<Stage>(['planned', 'open', 'submitted', 'evaluated']);

function monthsBefore(from: Month, end: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month < end; month = nextMonth(month)) months.push(month);
  return months;
}
