// Who may do what to the years of people and units, and to the act that rates a year (domain.md sections 8 and 11).
import {
  yearActFields,
  yearAssessmentSchema,
  yearDeciderFields,
  type YearAssessment,
} from '../../../functions/src/schema/year.ts';
import { actsFor, gets, lists, reads, readsIn, updates, type Act, type Ask } from '../access.ts';
import { aggregates, inspects, isSaid, oversees } from '../relations.ts';
import { isNow } from '../request.ts';

const act = Object.keys(yearActFields);
const record = Object.keys(yearDeciderFields);
const isNamed: Act['when'] = ({ known, me }) => known.contains('readers', me);

/** Signed by who decides, or by who stands in for them and says so, on somebody else's year. */
function isSigned(ask: Ask, delegated: boolean): boolean {
  const prior = ask.prior as YearAssessment | null;
  const after = ask.after as YearAssessment | null;
  if (!prior || !after || prior.person === ask.me || !yearAssessmentSchema.safeParse(after).success)
    return false;
  const isBy = delegated
    ? after.actedFor === prior.decider && actsFor(ask, prior.decider, 'decide', prior.unit)
    : after.actedFor === null && prior.decider === ask.me;
  return isBy && after.rev === prior.rev + 1 && after.actor === ask.me && isNow(after.actedAt);
}

/** Nothing is written anew before a function has followed what was taken back. */
const isFollowed = ({ prior }: Ask) => prior?.['decidedAt'] === null;
/** What is proposed needs no reason; a year with a rated month isn't left without a rating. */
function isRated({ prior, after }: Ask): boolean {
  const { proposal, held } = prior as YearAssessment;
  const { dRating, dReason } = after as YearAssessment;
  return !held && (dRating === proposal.rating || (dRating !== null && isSaid(dReason, 10)));
}
const isTakenBack = ({ prior, after }: Ask) =>
  prior?.['dReason'] !== after?.['dReason'] && isSaid(after?.['dReason'], 10);

const rates = (who: Act['who'], delegated: boolean): Act[] => [
  updates(
    who,
    ['waiting', 'waiting'],
    [...record, ...act],
    (ask) => isSigned(ask, delegated) && isFollowed(ask),
  ),
  updates(
    who,
    ['waiting', 'decided'],
    act,
    (ask) => isSigned(ask, delegated) && isFollowed(ask) && isRated(ask),
  ),
  ...(['decided', 'published'] as const).map((from) =>
    updates(
      who,
      [from, 'waiting'],
      ['dReason', ...act],
      (ask) => isSigned(ask, delegated) && isTakenBack(ask),
    ),
  ),
];

export const personYears: readonly Act[] = [
  ...reads('reader', isNamed),
  ...reads('inspector', inspects),
  ...reads('aggregator', (ask) => aggregates(ask)),
  // Of a year that there isn't: that it isn't there is told to the person.
  ...gets('reader', ({ id, me, prior }) => prior === null && new RegExp(`^${me}_20[0-9]{2}$`).test(id)),
];
export const unitYears: readonly Act[] = [
  ...reads('reader', isNamed),
  ...reads('inspector', inspects),
  ...reads('aggregator', (ask) => aggregates(ask)),
  ...reads('overseer', oversees),
];
export const yearAssessments: readonly Act[] = [
  ...gets('decider', ({ known, me }) => known.isNot('person', me) && known.is('decider', me)),
  ...lists('decider', ({ known, me }) => known.is('decider', me)),
  ...reads(
    'delegate',
    (ask) =>
      ask.known.isNot('person', ask.me) &&
      actsFor(ask, ask.known.only('decider'), 'decide', ask.known.only('unit')),
  ),
  ...readsIn(
    'inspector',
    ['decided', 'published'],
    (ask) => ask.known.isNot('person', ask.me) && inspects(ask),
  ),
  ...rates('decider', false),
  ...rates('delegate', true),
];
