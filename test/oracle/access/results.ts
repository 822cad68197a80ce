// Who may read the published result of a month, and its earlier versions (domain.md section 11).
import { actsFor, gets, reads, type Act, type Ask } from '../access.ts';
import { aggregates, inspects, isJudgedBy } from '../relations.ts';

const isDelegate = (ask: Ask) =>
  ask.known.isNot('person', ask.me) &&
  (actsFor(ask, ask.known.only('evaluator'), 'evaluate', ask.known.only('unit')) ||
    actsFor(ask, ask.known.only('decider'), 'decide', ask.known.only('unit')));

const readers: readonly Act[] = [
  ...reads('person', ({ known, me }) => known.is('person', me)),
  ...reads('evaluator', ({ known, me }) => known.is('evaluator', me)),
  ...reads('decider', ({ known, me }) => known.is('decider', me)),
  ...reads('inspector', inspects),
  ...reads('aggregator', (ask) => aggregates(ask)),
  ...reads('reader', (ask) => isJudgedBy(ask, 'person')),
  ...reads('delegate', isDelegate),
  ...reads('answerer', ({ known, me }) => known.contains('answerers', me)),
];

/** That there is no result yet is no secret from the person. */
const isOwnAbsent = ({ prior, id, me }: Ask) =>
  prior === null && id.startsWith(`${me}_`) && /^20\d\d-(0[1-9]|1[0-2])$/.test(id.slice(me.length + 1));

export const results: readonly Act[] = [...readers, ...gets('person', isOwnAbsent)];
export const versions = readers;
