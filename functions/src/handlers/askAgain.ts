// After a correction, those are asked whom the corrected authority names, and the old head is asked for a note (domain.md section 6).
import { returnedDue } from '../domain/deadlines.ts';
import type { Moment } from '../domain/moment.ts';
import type { Consultation } from '../schema/consultation.ts';
import type { Cycle } from '../schema/cycle.ts';
import { assessmentRef, collectionOf, consultationRef, refOf } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { askConsulted } from './askConsulted.ts';
import { calendarIn } from './calendarIn.ts';
import { recountConsultations } from './consultationWritten.ts';
import { converge } from './converge.ts';
import type { Documents } from './ports.ts';

/** What was answered stays and goes to whoever decides now; who is no longer asked is not waited for. */
export async function askAgain(
  documents: Documents,
  org: string,
  sheet: Sheet,
  cycle: Cycle,
  at: Moment,
): Promise<void> {
  const { person, month } = sheet;
  const asked = await documents.find(collectionOf(org, 'consultations'), [
    ['person', person],
    ['month', month],
  ]);
  for (const { id } of asked)
    await converge(documents, refOf(org, 'consultations', id), ({ data }) => following(data, sheet, at));
  // Before the filing nobody is asked; the filing asks those of the sheet.
  if (!(await documents.get(assessmentRef(org, person, month)))) return;
  await askConsulted(documents, org, { sheet, cycle }, at);
  await recountConsultations({ documents }, org, person, month);
}

function following(known: Consultation, sheet: Sheet, at: Moment): Partial<Consultation> {
  const { decider, unitName, post } = sheet;
  if (known.kind === 'request') return followingRequest(known, sheet, at);
  const kind = sheet.consulted.includes(known.who)
    ? 'consult'
    : sheet.proposers.includes(known.who)
      ? 'propose'
      : null;
  // A former head may add a note whoever else is asked; one who evaluates or decides now writes elsewhere.
  const judges = known.who === sheet.evaluator || known.who === decider;
  const waited = kind !== null || (known.kind === 'former-head' && !judges);
  const unanswered = known.state !== 'answered' && known.rev === 0;
  const state = !unanswered ? known.state : waited && isOpen(known, at) ? 'asked' : 'silent';
  return { decider, unitName, post, kind: kind ?? known.kind, state };
}

const isOpen = ({ due }: Consultation, at: Moment) => due === null || due > at;

/** Whoever decides now gets the answer; who judges now, or is no longer in charge, isn't asked. */
function followingRequest(known: Consultation, sheet: Sheet, at: Moment): Partial<Consultation> {
  const { decider, unitName, post } = sheet;
  const waited = sheet.onRequest.includes(known.who) && isOpen(known, at);
  const state = known.state === 'asked' && !waited ? ('silent' as const) : known.state;
  return { decider, unitName, post, state };
}

/** The head of the unit that somebody left adds a note, which nobody waits for. */
export async function askFormerHead(
  documents: Documents,
  org: string,
  before: Sheet,
  after: Sheet,
  { cycle, at, name }: { cycle: Cycle; at: Moment; name: (id: string) => string },
): Promise<void> {
  const who = before.head ?? before.evaluator;
  if (who === after.person || who === after.evaluator || who === after.decider) return;
  const { person, personName, month, decider } = after;
  const due = returnedDue(cycle.deadlines.consult, at, await calendarIn(documents, org));
  await documents.createMissing([
    {
      ref: consultationRef(org, person, month, who),
      data: {
        ...{ person, personName, month, decider, who },
        unitName: after.unitName,
        post: after.post,
        whoName: name(who),
        kind: 'former-head',
        askedBy: null,
        due,
        note: '',
        state: 'asked',
        rev: 0,
        savedAt: null,
      },
    },
  ]);
}
