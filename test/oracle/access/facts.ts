// Who may do what to limitations of the yearly review, trouble in co-ordination and backlog (domain.md sections 2 and 11).
import {
  backlogClientFields,
  backlogHolderFields,
  backlogSchema,
  newBacklogSchema,
  type Backlog,
  type NewBacklog,
} from '../../../functions/src/schema/backlog.ts';
import {
  coordinationClientFields,
  coordinationSchema,
  newCoordinationSchema,
  type Coordination,
  type NewCoordination,
} from '../../../functions/src/schema/coordination.ts';
import {
  limitationClientFields,
  limitationPlanFields,
  limitationSchema,
  newLimitationSchema,
  type Limitation,
  type NewLimitation,
} from '../../../functions/src/schema/limitation.ts';
import { creates, reads, updates, type Act, type Ask } from '../access.ts';
import { aggregates, inspects, isFirst, isNext, isSaid, takesFacts } from '../relations.ts';
import type { Fields } from '../request.ts';

const signature = ['rev', 'actor', 'savedAt'];

/** Under its own id, signed, valid, and of a month that is open. */
function isNew(
  ask: Ask,
  schema: { safeParse(data: unknown): { success: boolean } },
  subject: string,
): boolean {
  const { me, id, after } = ask;
  return (
    after !== null &&
    schema.safeParse(after).success &&
    isFirst(after) &&
    after['author'] === me &&
    after['actor'] === me &&
    id === `${String(after[subject])}_${String(after['month'])}_${String(after['key'])}` &&
    takesFacts(ask, after['month'])
  );
}

const isSigned = (ask: Ask, schema: { safeParse(data: unknown): { success: boolean } }): boolean =>
  ask.prior !== null &&
  isNext(ask.prior, ask.after) &&
  ask.after?.['actor'] === ask.me &&
  schema.safeParse(ask.after).success;

type Authority = 'evaluator' | 'decider';
/** Above the holder, and not the holder. */
const isAbove = ({ me, prior }: Ask, as: Authority): boolean => prior?.[as] === me && prior['holder'] !== me;

const readers: readonly Act[] = [
  ...(['author', 'holder', 'evaluator', 'decider'] as const).flatMap((who) =>
    reads(who, ({ known, me }) => known.is(who, me)),
  ),
  ...reads('inspector', inspects),
  ...reads('aggregator', (ask) => aggregates(ask)),
];

const sheetOfSubject = (
  { look }: Ask,
  { about, subject, month }: { about: string; subject: string; month: string },
) => look(about === 'person' ? 'sheets' : 'unitSheets', `${subject}_${month}`);

/** Who evaluates or decides the subject's month, or that of the unit's head. */
function isNamedBy(ask: Ask, as: Authority | 'aggregator'): boolean {
  if (!isNew(ask, newLimitationSchema, 'subject')) return false;
  const limitation = ask.after as unknown as NewLimitation;
  const sheet: Fields | null = sheetOfSubject(ask, limitation);
  if (!sheet || limitation.subject === ask.me) return false;
  if (limitation.about === 'unit' && sheet['head'] === ask.me) return false;
  if (as === 'aggregator')
    return (
      limitation.as === 'aggregator' && (ask.member.aggregates ?? []).some((one) => one === sheet['block'])
    );
  const above = { evaluator: 'headEvaluator', decider: 'headDecider' } as const;
  return limitation.as === 'authority' && sheet[limitation.about === 'unit' ? above[as] : as] === ask.me;
}

function worksOff(ask: Ask): boolean {
  if (!isSigned(ask, limitationSchema) || ask.prior?.['holder'] !== ask.me) return false;
  const [before, after] = [ask.prior, ask.after] as unknown as [Limitation, Limitation];
  if (after.progressMonth === null) return before.progressMonth === null && after.progress === '';
  return before.progressMonth === null || after.progressMonth >= before.progressMonth;
}

export const limitations: readonly Act[] = [
  ...readers,
  ...(['evaluator', 'decider', 'aggregator'] as const).map((who) =>
    creates(who, Object.keys(limitationClientFields), (ask) => isNamedBy(ask, who), 'open'),
  ),
  updates('holder', ['open', 'open'], [...Object.keys(limitationPlanFields), ...signature], worksOff),
  ...(['evaluator', 'decider'] as const).map((who) =>
    updates(
      who,
      ['open', 'closed'],
      ['closeNote', 'state', ...signature],
      (ask) => isSigned(ask, limitationSchema) && isAbove(ask, who) && isSaid(ask.after?.['closeNote']),
    ),
  ),
];

/** Of a unit they head, with one they don't. */
function isRecorded(ask: Ask): boolean {
  if (!isNew(ask, newCoordinationSchema, 'unit')) return false;
  const { unit, other, month } = ask.after as unknown as NewCoordination;
  const there = ask.look('unitSheets', `${other}_${month}`);
  return (
    ask.look('unitSheets', `${unit}_${month}`)?.['head'] === ask.me &&
    there !== null &&
    there['head'] !== ask.me
  );
}

const answersIt = (ask: Ask) =>
  isSigned(ask, coordinationSchema) && ask.prior?.['otherHead'] === ask.me && isSaid(ask.after?.['answer']);
const settlesIt = (ask: Ask) =>
  isSigned(ask, coordinationSchema) &&
  ask.prior?.['authority'] === ask.me &&
  ask.prior['head'] !== ask.me &&
  ask.prior['otherHead'] !== ask.me &&
  isSaid(ask.after?.['word']);
/** At one of the two heads; code 69 wants an article, for which there is no field here. */
function findsIt(ask: Ask): boolean {
  const { head, otherHead, fSubject, fCodes, fDegree, fDue } = ask.after as unknown as Coordination;
  return (
    settlesIt(ask) &&
    [head, otherHead].includes(fSubject) &&
    fCodes !== '' &&
    !fCodes.split(' ').includes('69') &&
    fDegree !== null &&
    fDue !== null
  );
}

export const coordinations: readonly Act[] = [
  ...(
    [
      ['author', 'author'],
      ['head', 'head'],
      ['answerer', 'otherHead'],
      ['above', 'authority'],
      ['decider', 'headDecider'],
      ['decider', 'otherDecider'],
    ] as const
  ).flatMap(([who, field]) => reads(who, ({ known, me }) => known.is(field, me))),
  ...reads('inspector', inspects),
  ...(['block', 'otherBlock'] as const).flatMap((field) =>
    reads('aggregator', (ask) => aggregates(ask, field)),
  ),
  creates('head', Object.keys(coordinationClientFields), isRecorded, 'open'),
  updates('answerer', ['open', 'answered'], ['answer', 'state', ...signature], answersIt),
  ...(['open', 'answered'] as const).flatMap((from) => [
    updates('above', [from, 'closed'], ['word', 'state', ...signature], settlesIt),
    updates(
      'above',
      [from, 'found'],
      ['word', 'fSubject', 'fCodes', 'fDegree', 'fDue', 'state', ...signature],
      findsIt,
    ),
  ]),
];

function isMine(ask: Ask, about: 'unit' | 'person'): boolean {
  if (!isNew(ask, newBacklogSchema, 'subject')) return false;
  const backlog = ask.after as unknown as NewBacklog;
  const sheet = sheetOfSubject(ask, backlog);
  if (backlog.about !== about || !sheet) return false;
  return about === 'unit'
    ? sheet['head'] === ask.me
    : backlog.subject === ask.me && sheet['person'] === ask.me;
}

const isHolder = (ask: Ask) => isSigned(ask, backlogSchema) && ask.prior?.['holder'] === ask.me;

/** A later date counts one more, with its reason; an answered proposal stays; a person's own stays taken on. */
function drives(ask: Ask): boolean {
  if (!isHolder(ask)) return false;
  const [before, after] = [ask.prior, ask.after] as unknown as [Backlog, Backlog];
  const { competence, plan, proposal, due, putOff, why } = after;
  const isLater = due > before.due;
  return (
    isSaid(competence === 'own' ? plan : proposal) &&
    (before.about === 'unit' || after.hard) &&
    (before.answer === '' || (proposal === before.proposal && competence === before.competence)) &&
    (isLater ? putOff === before.putOff + 1 && isSaid(why) : putOff === before.putOff && why === before.why)
  );
}

const judges = (who: Authority): Act[] => {
  const may = (from: string, to: string, field: string, when: Act['when']) =>
    updates(
      who,
      [from, to],
      [field, 'state', ...signature],
      (ask) => isSigned(ask, backlogSchema) && isAbove(ask, who) && when(ask),
    );
  return [
    may(
      'open',
      'open',
      'answer',
      ({ prior, after }) => prior?.['competence'] === 'beyond' && isSaid(after?.['answer']),
    ),
    may('done', 'closed', 'word', () => true),
    may('done', 'open', 'word', ({ after }) => isSaid(after?.['word'])),
  ];
};

export const backlogs: readonly Act[] = [
  ...readers,
  creates('head', Object.keys(backlogClientFields), (ask) => isMine(ask, 'unit'), 'open'),
  creates('person', Object.keys(backlogClientFields), (ask) => isMine(ask, 'person'), 'open'),
  updates('holder', ['open', 'open'], [...Object.keys(backlogHolderFields), ...signature], drives),
  updates(
    'holder',
    ['open', 'done'],
    ['result', 'state', ...signature],
    (ask) => isHolder(ask) && isSaid(ask.after?.['result']),
  ),
  ...judges('evaluator'),
  ...judges('decider'),
];
