// Who may do what to a case about whether somebody keeps their place (domain.md sections 8 and 11).
import {
  newReplacementSchema,
  replacementClientFields,
  replacementClosingFields,
  replacementDecisionFields,
  replacementReferralFields,
  replacementSchema,
  type Replacement,
} from '../../../functions/src/schema/replacement.ts';
import { creates, gets, lists, reads, updates, type Act, type Ask } from '../access.ts';
import { aggregates, inspects, isFirst, isNext, isSaid, takesFacts } from '../relations.ts';

const signature = ['rev', 'actor', 'savedAt'];

/** Under its own id, of somebody else, in an open month in which who asks decides on them. */
function isProposed(ask: Ask): boolean {
  const { me, id, after, look } = ask;
  if (!after || !newReplacementSchema.safeParse(after).success || !isFirst(after)) return false;
  const { person, year, month, key, author, actor, decider } = after as unknown as Replacement;
  return (
    id === `${person}_${year}_${key}` &&
    person !== me &&
    [author, actor, decider].every((one) => one === me) &&
    takesFacts(ask, month) &&
    look('sheets', `${person}_${month}`)?.['decider'] === me
  );
}

const isSigned = ({ me, prior, after }: Ask) =>
  prior !== null &&
  prior['person'] !== me &&
  isNext(prior, after) &&
  after?.['actor'] === me &&
  replacementSchema.safeParse(after).success;

/** Who considers what was referred: the aggregator of its block, or who decides where nobody above does. */
const considers = {
  decider: ({ me, prior }: Ask) => prior?.['managed'] === false && prior['decider'] === me,
  aggregator: ({ prior, member }: Ask) =>
    prior?.['managed'] === true &&
    (member.aggregates as unknown[] | undefined)?.includes(prior['toBlock']) === true,
};

/** A document with its number, day and reason; a contract is ended of who has one. */
function isDecision({ after }: Ask): boolean {
  const { outcome, docNumber, docDate, reason, category } = after as unknown as Replacement;
  return (
    outcome !== null &&
    (outcome !== 'ended' || category === 'contract') &&
    isSaid(docNumber) &&
    docDate !== null &&
    isSaid(reason, 10)
  );
}

const handles = (who: 'decider' | 'aggregator'): Act[] => {
  const may = (from: string, to: string, fields: object, when: Act['when']) =>
    updates(
      who,
      [from, to],
      [...Object.keys(fields), 'state', ...signature],
      (ask) => isSigned(ask) && considers[who](ask) && when(ask),
    );
  return [
    may('referred', 'decided', replacementDecisionFields, isDecision),
    may('decided', 'closed', replacementClosingFields, ({ after }) => isSaid(after?.['closeNote'])),
  ];
};

const isOther = ({ known, me }: Ask) => known.isNot('person', me);

export const replacements: readonly Act[] = [
  ...reads('person', ({ known, me }) => known.is('person', me) && known.is('told', true)),
  ...gets('decider', (ask) => isOther(ask) && ask.known.is('decider', ask.me)),
  ...lists('decider', ({ known, me }) => known.is('decider', me)),
  ...reads('inspector', (ask) => isOther(ask) && inspects(ask)),
  ...reads('aggregator', (ask) => isOther(ask) && aggregates(ask, 'toBlock')),
  creates('decider', Object.keys(replacementClientFields), isProposed, 'proposed'),
  updates(
    'decider',
    ['proposed', 'referred'],
    [...Object.keys(replacementReferralFields), 'state', ...signature],
    (ask) => isSigned(ask) && ask.prior?.['decider'] === ask.me && isSaid(ask.after?.['referNote']),
  ),
  ...handles('decider'),
  ...handles('aggregator'),
];
