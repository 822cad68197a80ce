// Who may do what to a note: an aggregator's advice or an overseer's remark, which the decider reads (domain.md section 6).
import { noteClientFields, noteSchema, type Note } from '../../../functions/src/schema/note.ts';
import { actsFor, creates, reads, updates, type Act, type Ask } from '../access.ts';
import { isNext } from '../relations.ts';
import { isNow, type Fields } from '../request.ts';

/** What a note is about: the person's sheet of the month, or the unit. */
const subjectOf = (note: Note, { look }: Ask): Fields | null =>
  note.about === 'person' ? look('sheets', `${note.subject}_${note.month}`) : look('units', note.subject);

function isOwn(ask: Ask, as: Note['as']): boolean {
  const { me, id, after } = ask;
  const parsed = noteSchema.safeParse(after);
  if (!parsed.success) return false;
  const note = parsed.data;
  const subject = subjectOf(note, ask);
  const unit = note.about === 'person' ? subject?.['unit'] : note.subject;
  const mayWrite =
    as === 'aggregator'
      ? (ask.member.aggregates ?? []).some((block) => block === subject?.['block'])
      : subject !== null && (ask.member.oversees ?? []).some((one) => one === unit);
  return (
    note.as === as &&
    note.author === me &&
    note.subject !== me &&
    id === `${note.subject}_${note.month}_${note.author}` &&
    isNow(note.savedAt) &&
    mayWrite
  );
}
const begins = (as: Note['as']) => (ask: Ask) => isOwn(ask, as) && ask.after?.['rev'] === 1;
const goesOn = (as: Note['as']) => (ask: Ask) =>
  ask.prior !== null && isNext(ask.prior, ask.after) && isOwn(ask, as);

/** Of a person: who decides the month; of a unit: who decides its head. Never its subject. */
function isForDecider(ask: Ask): boolean {
  const { known, me } = ask;
  const id = `${String(known.only('subject'))}_${String(known.only('month'))}`;
  const decides = known.is('about', 'person')
    ? ask.look('sheets', id)?.['decider'] === me
    : known.is('about', 'unit') && ask.look('unitSheets', id)?.['headDecider'] === me;
  return known.isNot('subject', me) && decides;
}

/** Whoever stands in for that decider, except about themselves and the unit that they head. */
function isForDelegate(ask: Ask): boolean {
  const { known, me } = ask;
  const id = `${String(known.only('subject'))}_${String(known.only('month'))}`;
  const on = (of: Fields | null, decider: string, subject: string) =>
    of !== null && of[subject] !== me && actsFor(ask, of[decider], 'decide', of['unit']);
  const covers = known.is('about', 'person')
    ? on(ask.look('sheets', id), 'decider', 'person')
    : known.is('about', 'unit') && on(ask.look('unitSheets', id), 'headDecider', 'head');
  return known.isNot('subject', me) && covers;
}

export const notes: readonly Act[] = [
  ...reads('author', ({ known, me }) => known.is('author', me)),
  ...reads('decider', isForDecider),
  ...reads('delegate', isForDelegate),
  ...(['aggregator', 'overseer'] as const).flatMap((as) => [
    creates(as, Object.keys(noteClientFields), begins(as)),
    updates(as, null, ['text', 'rev', 'savedAt'], goesOn(as)),
  ]),
];
