// Replacement cases that rules open and withdraw: one for each person, year and rule, as the grounds come and go (domain.md sections 3 and 8).
import { draggedOn } from '../domain/carriedOn.ts';
import type { Moment } from '../domain/moment.ts';
import {
  droppedWhy,
  harmGround,
  isPending,
  keyOfGround,
  yearGround,
  type RuleGround,
} from '../domain/replacement.ts';
import type { TraceStep } from '../domain/trace.ts';
import type { Month } from '../domain/words.ts';
import { failureRules } from '../domain/year.ts';
import { collectionOf, replacementRef, sheetRef } from '../schema/refs.ts';
import type { Replacement } from '../schema/replacement.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { PersonYear } from '../schema/year.ts';
import { logged } from './audit.ts';
import { convergeOrCreate } from './converge.ts';
import { findingFacts, personMonth } from './monthOfPerson.ts';
import { system } from './opening.ts';
import type { Documents } from './ports.ts';
import { standingFrom } from './replacementStanding.ts';

export interface Ground {
  person: string;
  year: string;
  rule: RuleGround;
  /** Why, as it stands now; null where the ground isn't there. */
  trace: TraceStep[] | null;
  /** Of the newest month: whose it is and who decides. */
  sheet: Sheet;
  at: Moment;
}

/** Opened once; proposed anew where it was dropped and the ground is there again. What was decided stays so. */
export async function followGround(documents: Documents, org: string, ground: Ground): Promise<void> {
  const { person, year, rule, trace, at } = ground;
  const ref = replacementRef(org, person, year, keyOfGround[rule]);
  await convergeOrCreate(documents, ref, async (current) => {
    if (!current)
      return trace === null
        ? { patch: null }
        : { create: await opened(documents, org, ground, ref.path, trace) };
    const { data } = current;
    if (data.state === 'dropped' && trace !== null) {
      const act = { at, who: system, forWhom: null, what: 'open', before: 'dropped', after: rule };
      const again = {
        state: 'proposed' as const,
        dropReason: '',
        referNote: '',
        toBlock: null,
        openedAt: at,
      };
      return { patch: { ...again, trace, log: logged(ref.path, data.log, act) } };
    }
    if (!isPending(data.state)) return { patch: null };
    if (trace !== null) return { patch: { trace } };
    const dropReason = droppedWhy[rule];
    const act = { at, who: system, forWhom: null, what: 'drop', before: data.state, after: dropReason };
    return { patch: { state: 'dropped' as const, dropReason, log: logged(ref.path, data.log, act) } };
  });
}

async function opened(
  documents: Documents,
  org: string,
  { person, year, rule, sheet, at }: Ground,
  path: string,
  trace: TraceStep[],
): Promise<Replacement> {
  const act = { at, who: system, forWhom: null, what: 'open', before: null, after: rule };
  return {
    ...{ person, year, month: sheet.month, key: keyOfGround[rule], ground: rule, author: system, facts: '' },
    ...(await standingFrom(documents, org, sheet)),
    ...{ referNote: '', outcome: null, docNumber: '', docDate: null, reason: '', closeNote: '' },
    ...{ state: 'proposed', rev: 0, actor: system, savedAt: null },
    ...{ toBlock: null, openedAt: at, decidedAt: null, closedAt: null, told: false, dropReason: '' },
    ...{ trace, log: logged(path, [], act) },
  };
}

export const yearFacts = ({ cells, proposal }: Pick<PersonYear, 'cells' | 'proposal'>) => ({
  // Firestore gives the months of a stored year back in its own order.
  cells: Object.keys(cells)
    .sort()
    .flatMap((month) => {
      const cell = cells[month];
      return cell ? [{ month, ...cell }] : [];
    }),
  proposal,
});

/** By published months alone: nobody bears a consequence for what they were never told. Costs nothing where no year fails. */
export async function followYearCases(
  documents: Documents,
  org: string,
  { before, built, sheet, at }: { before: PersonYear | null; built: PersonYear; sheet: Sheet; at: Moment },
): Promise<void> {
  const { person, year } = built;
  const failed = [before, built].flatMap((one) => one?.proposal.failures ?? []).map(({ rule }) => rule);
  for (const rule of failureRules.filter((one) => failed.includes(one)))
    await followGround(documents, org, {
      ...{ person, year, rule, sheet, at },
      trace: yearGround(rule, yearFacts(built)),
    });
}

/** Why the harm that was stated of this person's findings opens a case in that year; null where it doesn't. */
export async function harmTrace(
  documents: Documents,
  org: string,
  person: string,
  year: string,
): Promise<{ trace: TraceStep[] | null; sheet: Sheet | null }> {
  const stated = await documents.find(collectionOf(org, 'findings'), [['subject', person]]);
  const months = stated.flatMap(({ data: { harmIn } }) => (harmIn?.startsWith(year) ? [harmIn] : []));
  const dragged: { month: Month; trace: TraceStep[] }[] = [];
  let newest: Sheet | null = null;
  for (const month of [...new Set(months)].sort()) {
    const sheet = await documents.get(sheetRef(org, person, month));
    if (!sheet) continue;
    newest = sheet.data;
    const of = await personMonth(documents, org, sheet.data);
    const findings = of.findings.filter(({ data }) => data.harmIn === month);
    const found = draggedOn(findingFacts({ ...of, findings }), of.cycle.deadlines.decide);
    if (found) dragged.push({ month, trace: found.trace });
  }
  return { trace: harmGround(dragged), sheet: newest };
}

/** After an authority stated harm, took it back, or what it is about was remedied or dismissed. */
export async function followHarm(
  documents: Documents,
  org: string,
  person: string,
  { year, at, month }: { year: string; at: Moment; month: Month },
): Promise<void> {
  const [{ trace, sheet }, current] = await Promise.all([
    harmTrace(documents, org, person, year),
    documents.get(sheetRef(org, person, month)),
  ]);
  const whose = current?.data ?? sheet;
  if (whose) await followGround(documents, org, { person, year, rule: 'harm', trace, sheet: whose, at });
}
