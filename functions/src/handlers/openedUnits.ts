// Lays out what each unit files in a month, and the figures that the Offices fill in about it.
import { aggregators } from '../domain/authority.ts';
import { firstDay, previousMonth } from '../domain/civilDate.ts';
import { profileOf } from '../domain/profiles/profile.ts';
import type { Block } from '../domain/words.ts';
import { collectionOf, figuresRef, unitSheetRef, type Ref } from '../schema/refs.ts';
import type { Figures, UnitSheet } from '../schema/unit.ts';
import { logged } from './audit.ts';
import { known, system, type Opening } from './opening.ts';
import type { Documents } from './ports.ts';

export async function unitSheetsOf(
  documents: Documents,
  opening: Opening,
): Promise<{ ref: Ref<UnitSheet>; data: UnitSheet }[]> {
  const { org, at, month, deadlines, authorities, units } = opening;
  const before = await documents.find(collectionOf(org, 'unitSheets'), [['month', previousMonth(month)]]);
  const planOf = new Map(
    before.filter((s) => s.data.state === 'submitted').map((s) => [s.data.unit, s.data]),
  );
  // Who has no authority — decided outside, set aside, one of two in a seat — is asked for no unit's plan.
  const headed = [...authorities.values()].flatMap((head) => head.headsUnits.map((id) => ({ head, id })));
  return headed.map(({ head, id }) => {
    const unit = known(units, id);
    const plan = planOf.get(unit.id) ?? null;
    const data: UnitSheet = {
      unit: unit.id,
      unitName: unit.name,
      block: unit.block,
      month,
      head: head.person,
      headEvaluator: head.evaluator,
      headDecider: head.decider,
      due: deadlines.moments.heads,
      dueDay: deadlines.days.heads,
      filedAt: null,
      late: false,
      log: logged(unitSheetRef(org, unit.id, month).path, [], {
        at,
        who: system,
        forWhom: null,
        what: 'open',
        before: null,
        after: 'open',
      }),
      tasks: plan ? plan.nextTasks : {},
      taskDue: plan ? plan.nextDue : {},
      taskResult: {},
      report: '',
      backlog: '',
      nextTasks: {},
      nextDue: {},
      state: 'open',
      rev: 0,
      savedAt: null,
    };
    return { ref: unitSheetRef(org, unit.id, month), data };
  });
}

/** Figures are laid out with their readers beforehand, so that the Offices only fill in numbers. */
export function figuresOf(opening: Opening): { ref: Ref<Figures>; data: Figures }[] {
  const { org, month, authorities, units, organisation, document } = opening;
  const profile = profileOf(document.profile);
  const inUnit = new Map<string, Set<string>>();
  // Whoever judges a head reads the figures of each unit that they head, wherever the head's own sheet lies.
  for (const { unit, headsUnits, evaluator, decider } of authorities.values()) {
    for (const id of new Set([unit, ...headsUnits]))
      inUnit.set(id, (inUnit.get(id) ?? new Set()).add(evaluator).add(decider));
  }
  const aggregating = (block: Block) => aggregators(profile, organisation, block, firstDay(month));
  return [...inUnit].map(([id, readers]) => {
    const unit = known(units, id);
    const data: Figures = {
      unit: id,
      month,
      block: unit.block,
      readers: [...readers, ...aggregating(unit.block)]
        .filter((pid, i, all) => all.indexOf(pid) === i)
        .sort(),
      sentAt: null,
      overdue: false,
      received: 0,
      handled: 0,
      late: 0,
      draftsReturned: 0,
      petitions: 0,
      petitionsLate: 0,
      procedures: 0,
      proceduresLate: 0,
      assigned: 0,
      assignedLate: 0,
      note: '',
      author: null,
      rev: 0,
      savedAt: null,
    };
    return { ref: figuresRef(org, id, month), data };
  });
}
