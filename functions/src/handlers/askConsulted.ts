// Asks those who are consulted and those who propose, each once, with a time to answer of their own (S3 II.5).
import { returnedDue } from '../domain/deadlines.ts';
import { millisOf, momentOf, type Moment } from '../domain/moment.ts';
import type { Consultation } from '../schema/consultation.ts';
import { consultationRef, refOf, type Ref } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { calendarIn } from './calendarIn.ts';
import type { PersonMonth } from './monthOfPerson.ts';
import type { Documents } from './ports.ts';

/** Whom the decider hears before deciding (S3 II.5). */
export function askedOf(sheet: Sheet): { who: string; kind: 'consult' | 'propose' }[] {
  return [
    ...sheet.consulted.map((who) => ({ who, kind: 'consult' as const })),
    ...sheet.proposers.map((who) => ({ who, kind: 'propose' as const })),
  ];
}

/** Asks those who were not asked yet, at `at`; what is asked late has one working day at least. */
export async function askConsulted(
  documents: Documents,
  org: string,
  { sheet, cycle }: Pick<PersonMonth, 'sheet' | 'cycle'>,
  at: Moment,
): Promise<void> {
  const asked = askedOf(sheet);
  if (asked.length === 0) return;
  // Asked as a day begins, by a deadline that ends then, they have that day.
  const askedAt = momentOf(millisOf(at) - 1);
  const [people, calendar] = await Promise.all([
    documents.getAll(asked.map(({ who }) => refOf(org, 'people', who))),
    calendarIn(documents, org),
  ]);
  const items = asked.map(({ who, kind }, i): { ref: Ref<Consultation>; data: Consultation } => ({
    ref: consultationRef(org, sheet.person, sheet.month, who),
    data: {
      person: sheet.person,
      personName: sheet.personName,
      unitName: sheet.unitName,
      post: sheet.post,
      month: sheet.month,
      who,
      whoName: people[i]?.data.name ?? who,
      kind,
      decider: sheet.decider,
      askedBy: null,
      due: returnedDue(cycle.deadlines[kind], askedAt, calendar),
      note: '',
      state: 'asked',
      rev: 0,
      savedAt: null,
    },
  }));
  await documents.createMissing(items);
}
