// Who may do what to an appeal and its answer (domain.md sections 7 and 11).
import {
  appealAnswerFields,
  appealClientFields,
  appealNoteFields,
  appealSchema,
  newAppealSchema,
  type Appeal,
} from '../../../functions/src/schema/appeal.ts';
import { creates, gets, reads, updates, type Act, type Ask } from '../access.ts';
import { inspects, isFirst, isSaid } from '../relations.ts';
import { isNow } from '../request.ts';

const record = [...Object.keys(appealAnswerFields), 'state', 'rev'];
const note = [...Object.keys(appealNoteFields), 'rev'];

const isNext = ({ prior, after }: Ask) =>
  after?.['rev'] === Number(prior?.['rev']) + 1 && appealSchema.safeParse(after).success;

const isOwn = ({ me, id, after }: Ask): boolean =>
  after?.['person'] === me &&
  newAppealSchema.safeParse(after).success &&
  isFirst(after) &&
  id === `${me}_${String(after['month'])}_v${String(after['version'])}`;

/** Taken; what is said stays long enough to be an appeal. */
const completes = (ask: Ask) =>
  isNext(ask) &&
  ask.prior?.['person'] === ask.me &&
  (ask.prior['filedAt'] ?? null) !== null &&
  isNow(ask.after?.['savedAt']) &&
  isSaid(ask.after?.['words'], 10);

const comments = (ask: Ask) =>
  isNext(ask) &&
  ask.prior?.['decider'] === ask.me &&
  isNow(ask.after?.['notedAt']) &&
  isSaid(ask.after?.['deciderNote']);

function isAnswerer(ask: Ask): boolean {
  const { me, prior, after } = ask;
  return (
    isNext(ask) &&
    prior?.['answerer'] === me &&
    !(prior['struck'] as string[]).includes(me) &&
    after?.['actor'] === me &&
    after['actedFor'] === null &&
    isNow(after['actedAt'])
  );
}

/** An outcome with its reason; who took part, where a body answers; a corrected result is a whole one. */
function isGiven(ask: Ask): boolean {
  const { answer, outcome, dRating, dLevel, participants, body } = ask.after as unknown as Appeal;
  const isWhole = outcome === 'refused' || (outcome === 'upheld' && dRating !== null && dLevel !== null);
  return isAnswerer(ask) && isWhole && isSaid(answer, 10) && (body === null || isSaid(participants, 10));
}

export const appeals: readonly Act[] = [
  ...reads('person', ({ known, me }) => known.is('person', me)),
  ...gets(
    'person',
    ({ id, me, prior }) =>
      prior === null && new RegExp(`^${me}_20\\d\\d-(0[1-9]|1[0-2])_v[1-9]\\d?$`).test(id),
  ),
  ...reads('answerer', ({ known, me }) => known.is('answerer', me)),
  ...reads('decider', ({ known, me }) => known.is('decider', me)),
  ...reads('above', ({ known, me }) => known.is('above', me) && known.is('overdue', true)),
  ...reads('inspector', inspects),
  creates('person', Object.keys(appealClientFields), isOwn, 'filed'),
  updates('person', ['filed', 'filed'], ['words', 'rev', 'savedAt'], completes),
  updates('decider', ['filed', 'filed'], note, comments),
  updates('answerer', ['filed', 'answered'], record, isGiven),
];
