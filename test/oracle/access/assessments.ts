// Who may do what to the authority's part of a month (domain.md sections 4, 5, 7 and 11).
import {
  assessmentSchema,
  deciderFields,
  evaluatorFields,
  type Assessment,
} from '../../../functions/src/schema/assessment.ts';
import { actsFor, gets, lists, readsIn, updates, type Act, type Ask, type Who } from '../access.ts';
import { inspects, isSaid } from '../relations.ts';
import { isNow } from '../request.ts';

const act = ['state', 'rev', 'actor', 'actedFor', 'actedAt'];
const evaluation = Object.keys(evaluatorFields);
const decision = Object.keys(deciderFields);
/** What an act of the evaluator carries; the record itself was saved before. */
const settling = ['verdicts', 'note'];

const pair = ({ prior, after }: Ask) => [prior as Assessment | null, after as Assessment | null] as const;

/** A decision that is published, and even locked, may be taken up again (domain.md section 7). */
const mayStillAct = (prior: Assessment, after: Assessment) =>
  !prior.frozen || ((prior.state === 'decided' || prior.state === 'unrated') && after.state === 'evaluated');

/** Signed by who acts, at the server's time, on somebody else's month that nothing froze. */
function isSigned(ask: Ask): boolean {
  const [prior, after] = pair(ask);
  return (
    prior !== null &&
    after !== null &&
    prior.person !== ask.me &&
    mayStillAct(prior, after) &&
    after.rev === prior.rev + 1 &&
    after.actor === ask.me &&
    isNow(after.actedAt) &&
    assessmentSchema.safeParse(after).success
  );
}

/** In the evaluator's or the decider's stead as well, where the act says for whom. */
function stands(ask: Ask, as: 'evaluate' | 'decide', delegated: boolean): boolean {
  const [prior, after] = pair(ask);
  if (!prior || !after || !isSigned(ask)) return false;
  return holds(ask, as === 'evaluate' ? prior.evaluator : prior.decider, as, delegated);
}

function holds(ask: Ask, authority: string, as: 'evaluate' | 'decide', delegated: boolean): boolean {
  const [prior, after] = pair(ask);
  return delegated
    ? after?.actedFor === authority && actsFor(ask, authority, as, prior?.unit)
    : after?.actedFor === null && authority === ask.me;
}

/** Where the evaluator is late, who decides may evaluate (section 5): by themselves, or through whom they let evaluate. */
function standsInstead(ask: Ask, acts: readonly ('evaluate' | 'decide')[], delegated: boolean): boolean {
  const [prior] = pair(ask);
  return (
    prior?.overdue === true && isSigned(ask) && acts.every((as) => holds(ask, prior.decider, as, delegated))
  );
}
const both = (ask: Ask, delegated: boolean) =>
  stands(ask, 'evaluate', delegated) && stands(ask, 'decide', delegated);

function isEvaluated(ask: Ask): boolean {
  const [prior, after] = pair(ask);
  return (
    !!prior &&
    !!after &&
    !prior.held &&
    prior.suspected.every((id) => Object.hasOwn(after.verdicts, id)) &&
    after.eRating !== null &&
    after.eLevel !== null
  );
}

const bandOf = (score: number, { A, B, C }: Assessment['bands']) =>
  score >= A ? 'A' : score >= B ? 'B' : score >= C ? 'C' : 'D';

/** A reason where the decision leaves the evaluation or the band, or a good rating stands beside a poorer level (section 4). */
function needsReason(a: Assessment): boolean {
  const beside =
    (a.dLevel === 'poor' && 'AB'.includes(a.dRating ?? '')) || (a.dLevel === 'fair' && a.dRating === 'A');
  const band = bandOf(a.dScore1 + a.dScore21 + a.dScore22, a.bands);
  return a.dRating !== a.eRating || a.dLevel !== a.eLevel || a.dRating !== band || beside;
}

function isDecided(ask: Ask): boolean {
  const [prior, after] = pair(ask);
  return (
    isEvaluated(ask) &&
    prior?.consultsOpen === 0 &&
    !!after &&
    after.dRating !== null &&
    after.dLevel !== null &&
    (!needsReason(after) || isSaid(after.dReason, 10))
  );
}

/** In one act the decider's record is the evaluator's as it was saved; what differs is decided after. */
function decidesAsEvaluated(ask: Ask): boolean {
  const [, after] = pair(ask);
  return (
    after?.dRating === after?.eRating &&
    after?.dLevel === after?.eLevel &&
    after?.dPoints === after?.ePoints &&
    (['1', '21', '22'] as const).every((one) => after?.[`dScore${one}`] === after?.[`eScore${one}`])
  );
}

/** An excuse that the clerk entered, or what the system proposes from one. */
const mayBeUnrated = ({ prior }: Ask) => prior?.['excuse'] !== null || (prior as Assessment).proposal.unrated;

const hasNote = ({ after }: Ask) => isSaid(after?.['note']);
const isReopened = ({ prior, after }: Ask) =>
  prior?.['dReason'] !== after?.['dReason'] && isSaid(after?.['dReason'], 10);

/** The rows of evaluator and decider, once as themselves and once through a delegate. */
function actsOf(delegated: boolean): Act[] {
  const [asEvaluator, asDecider, asBoth]: Who[] = delegated
    ? ['delegate', 'delegate', 'delegate']
    : ['evaluator', 'decider', 'evaluator=decider'];
  const evaluates = (to: string, fields: string[], when: Act['when']) =>
    updates(
      asEvaluator as Who,
      ['waiting', to],
      [...fields, ...act],
      (ask) => stands(ask, 'evaluate', delegated) && when(ask),
    );
  const decides = (from: string, to: string, fields: string[], when: Act['when']) =>
    updates(
      asDecider as Who,
      [from, to],
      [...fields, ...act],
      (ask) => stands(ask, 'decide', delegated) && when(ask),
    );
  const inOneAct = (to: string, when: Act['when']) =>
    updates(
      asBoth as Who,
      ['waiting', to],
      [...settling, ...decision, ...act],
      (ask) => both(ask, delegated) && when(ask),
    );
  const instead = (
    to: string,
    fields: string[],
    when: Act['when'],
    acts: readonly ('evaluate' | 'decide')[] = ['evaluate'],
  ) =>
    updates(
      asDecider as Who,
      ['waiting', to],
      [...fields, ...act],
      (ask) => standsInstead(ask, acts, delegated) && when(ask),
    );
  const together = [...settling, ...decision];
  return [
    instead('waiting', evaluation, () => true),
    instead('returned', settling, (ask) => ask.prior?.['filed'] === true && hasNote(ask)),
    instead('evaluated', settling, isEvaluated),
    instead('decided', together, (ask) => isDecided(ask) && decidesAsEvaluated(ask), ['evaluate', 'decide']),
    instead('unrated', together, mayBeUnrated, ['evaluate', 'decide']),
    evaluates('waiting', evaluation, () => true),
    evaluates('returned', settling, (ask) => ask.prior?.['filed'] === true && hasNote(ask)),
    evaluates('evaluated', settling, isEvaluated),
    updates(asEvaluator as Who, ['evaluated', 'waiting'], ['note', ...act], (ask) =>
      stands(ask, 'evaluate', delegated),
    ),
    inOneAct('decided', (ask) => isDecided(ask) && decidesAsEvaluated(ask)),
    inOneAct('unrated', mayBeUnrated),
    decides('evaluated', 'evaluated', decision, () => true),
    decides('evaluated', 'waiting', [...decision, 'note'], hasNote),
    decides('evaluated', 'decided', decision, isDecided),
    ...['waiting', 'returned', 'evaluated', 'decided'].map((from) =>
      decides(from, 'unrated', decision, mayBeUnrated),
    ),
    decides('decided', 'evaluated', ['dReason'], isReopened),
    decides('unrated', 'evaluated', ['dReason'], isReopened),
  ];
}

const isDelegate = (ask: Ask) =>
  ask.known.isNot('person', ask.me) &&
  (actsFor(ask, ask.known.only('evaluator'), 'evaluate', ask.known.only('unit')) ||
    actsFor(ask, ask.known.only('decider'), 'decide', ask.known.only('unit')));

export const assessments: readonly Act[] = [
  // No month opens with its subject as authority, so that a query needn't say it again.
  ...gets('evaluator', ({ known, me }) => known.isNot('person', me) && known.is('evaluator', me)),
  ...gets('decider', ({ known, me }) => known.isNot('person', me) && known.is('decider', me)),
  ...lists('evaluator', ({ known, me }) => known.is('evaluator', me)),
  ...lists('decider', ({ known, me }) => known.is('decider', me)),
  ...readsIn(
    'inspector',
    ['evaluated', 'decided', 'unrated'],
    (ask) => ask.known.isNot('person', ask.me) && inspects(ask),
  ),
  ...gets('delegate', isDelegate),
  ...lists('delegate', isDelegate),
  ...actsOf(false),
  ...actsOf(true),
];
