// Lays out the sheet of each person of a month, with authority frozen onto it and last month's plan and open findings carried over.
import type { Frozen } from '../domain/authorityAgain.ts';
import { previousMonth } from '../domain/civilDate.ts';
import { filingDeadlineOf } from '../domain/deadlines.ts';
import { carriedText } from '../domain/finding.ts';
import { absenceOf } from '../domain/missing.ts';
import { nameIn } from '../domain/vacant.ts';
import { collectionOf, sheetRef, type Ref } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { emptyDraft } from '../schema/sheetDraft.ts';
import { logged } from './audit.ts';
import { calendarFor } from './calendarIn.ts';
import { allPlanned } from './carryPlan.ts';
import { known, system, type Opening } from './opening.ts';
import { findingsBefore, remediedOf, type BeforeMonth } from './sectionThree.ts';
import { groupOfPerson, templatesOfMonth } from './templateOfMonth.ts';
import type { Documents } from './ports.ts';

export async function sheetsOf(
  documents: Documents,
  opening: Opening,
): Promise<{ ref: Ref<Sheet>; data: Sheet }[]> {
  const { org, month, authorities } = opening;
  const [before, findings] = await Promise.all([
    documents.find(collectionOf(org, 'sheets'), [['month', previousMonth(month)]]),
    findingsBefore(documents, org, month),
  ]);
  const sheetBefore = new Map(before.map((sheet) => [sheet.data.person, sheet.data]));
  return [...authorities.values()].map((authority) => ({
    ref: sheetRef(org, authority.person, month),
    data: sheetOf(opening, authority, sheetBefore.get(authority.person) ?? null, findings),
  }));
}

/** What a head answers comes once all lies there (headFacts.ts). */
export function sheetOf(
  opening: Opening,
  authority: Frozen,
  before: Sheet | null,
  { open, remedied }: BeforeMonth,
): Sheet {
  const { at, month, deadlines, people, document } = opening;
  const person = known(people, authority.person);
  const deadline = filingDeadlineOf(authority);
  const nextTasks = before?.state === 'submitted' ? before.nextTasks : {};
  const own = open.filter((finding) => finding.data.subject === person.id);
  const absence = absenceOf(person.absences, month, calendarFor(document), document.settings);
  return {
    ...frozenAuthority(opening, authority),
    isHead: authority.isHead,
    asked: [],
    excuse: absence?.excuse ?? null,
    stage: 'open',
    due: deadlines.moments[deadline],
    dueDay: deadlines.days[deadline],
    firstFiledAt: null,
    late: false,
    returns: 0,
    returnNote: '',
    carried: Object.fromEntries(own.map((finding) => [finding.id, carriedText(finding.data)])),
    remediedBefore: remediedOf(person.id, remedied),
    headFacts: {},
    log: logged(sheetRef(opening.org, person.id, month).path, [], {
      at,
      who: system,
      forWhom: null,
      what: 'open',
      before: null,
      after: 'open',
    }),
    ...emptyDraft(),
    tasks: nextTasks,
    taskDue: before?.state === 'submitted' ? before.nextDue : {},
    taskKind: allPlanned(nextTasks),
    state: 'open',
    rev: 0,
    savedAt: null,
  };
}

/** Authority with the names and places that every document of the month copies. */
export function frozenAuthority(
  opening: Pick<Opening, 'month' | 'people' | 'units' | 'document' | 'issued'>,
  authority: Frozen,
) {
  const { month, people, units, document } = opening;
  const person = known(people, authority.person);
  const unit = known(units, authority.unit);
  return {
    person: person.id,
    personName: person.name,
    post: authority.post,
    category: person.category,
    unit: unit.id,
    unitName: unit.name,
    block: unit.block,
    month,
    tier: authority.tier,
    row: authority.row,
    clause: authority.clause,
    headcount: authority.headcount,
    evaluator: authority.evaluator,
    evaluatorName: nameIn(people, authority.evaluator) ?? known(people, authority.evaluator).name,
    decider: authority.decider,
    deciderName: nameIn(people, authority.decider) ?? known(people, authority.decider).name,
    head: authority.head,
    consulted: authority.consulted,
    onRequest: authority.onRequest,
    proposers: authority.proposers,
    template: templatesOfMonth(opening).templateFor[groupOfPerson(opening, authority)] ?? document.template,
  };
}
