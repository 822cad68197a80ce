// What happens between the routine: findings and their remedies, appeals, a transfer, a reopened month; the year's own acts are in yearActs.ts.
import { addDays } from '../../functions/src/domain/civilDate.ts';
import { hn1841 } from '../../functions/src/domain/templates.ts';
import { fieldsOf, templateId } from '../../functions/src/domain/templatesDraft.ts';
import type { Month } from '../../functions/src/domain/words.ts';
import { personValueSchema, rowText } from '../../functions/src/schema/changeRow.ts';
import type { PersonDocument } from '../../functions/src/schema/person.ts';
import type { Replacement } from '../../functions/src/schema/replacement.ts';
import { appealId, personMonthId } from '../../functions/src/schema/paths.ts';
import * as own from '../demo/actor.ts';
import { act } from '../demo/authorityActs.ts';
import { acceptRemedy, newFinding } from '../demo/findingActs.ts';
import type { Session } from '../demo/session.ts';
import { post } from '../sample/people/row.ts';
import type { CaseAct, Corrected } from './types.ts';
import { decideYearAgain, rateYears, reopenYear } from './yearActs.ts';

type Of<Do extends CaseAct['do']> = Extract<CaseAct, { do: Do }>;

export async function special(session: Session, one: CaseAct): Promise<void> {
  switch (one.do) {
    case 'point':
      return point(session, one);
    case 'begin':
      return own.remedy(session, one.finding, 'underway', one.remedy);
    case 'report':
      return own.remedy(session, one.finding, 'reported', one.remedy);
    case 'accept':
      return acceptRemedy(session, one.finding, one.note);
    case 'giveBack':
      return giveBack(session, one);
    case 'appeal':
      return appeal(session, one);
    case 'answer':
      return answer(session, one);
    case 'move':
      return move(session, one);
    case 'depart':
      return depart(session, one);
    case 'resolve':
      return resolve(session, one);
    case 'reopen':
      return reopen(session, one);
    case 'decideAgain':
      return decideAgain(session, one);
    case 'template':
      return issueTemplate(session, one);
    case 'refer':
      return onCase(session, one.case, { referNote: one.note, state: 'referred' });
    case 'decideCase':
      return onCase(session, one.case, { ...one.decision, state: 'decided' });
    case 'closeCase':
      return onCase(session, one.case, { closeNote: one.note, state: 'closed' });
    case 'rateYears':
      return rateYears(session);
    case 'reopenYear':
      return reopenYear(session, one);
    case 'decideYearAgain':
      return decideYearAgain(session, one);
  }
}

/** Unit and authority are those of the subject's sheet, which who evaluates may read. */
async function point(session: Session, { about, month, key, fact, due }: Of<'point'>): Promise<void> {
  const { unit, block, evaluator, decider } = await session.get('sheets', personMonthId(about, month));
  const authorities = new Map([[about, { unit, evaluator, decider } as never]]);
  const script = { authorities, blocks: new Map([[about, block]]) };
  const seen = {
    subject: about,
    key,
    source: 'evaluator',
    codes: '2.06',
    fact,
    degree: 'rare',
    due,
  } as const;
  const finding = newFinding(session, month, script, { ...seen, state: 'confirmed' });
  await session.create('findings', `${about}_${month}_${key}`, finding, 2);
}

async function giveBack(session: Session, { finding, note, due }: Of<'giveBack'>): Promise<void> {
  const { rev, due: firstDue } = await session.get('findings', finding);
  await session.update('findings', finding, {
    ...{ remedyState: 'returned', remedyNote: note, due, firstDue },
    ...{ actor: session.person, actedFor: null, ...own.next(rev) },
  });
}

async function onCase(session: Session, id: string, fields: Partial<Replacement>): Promise<void> {
  const { rev } = await session.get('replacements', id);
  await session.update('replacements', id, { ...fields, actor: session.person, ...own.next(rev) });
}

async function appeal(session: Session, { month, words }: Of<'appeal'>): Promise<void> {
  const person = session.person ?? '';
  const { version } = await session.get('results', personMonthId(person, month));
  await session.create('appeals', appealId(person, month, version), {
    ...{ person, month, version, asks: 'rating', words, files: [], state: 'filed' },
    ...own.next(0),
  });
}

const record = ({ points: [dScore1, dScore21, dScore22], rating, level }: Corrected) => ({
  ...{ dScore1, dScore21, dScore22, dRating: rating, dLevel: level },
});

async function answer(
  session: Session,
  { appeal: id, answer: said, corrected }: Of<'answer'>,
): Promise<void> {
  const { rev, body } = await session.get('appeals', id);
  await session.update('appeals', id, {
    ...{ answer: said, outcome: corrected ? 'upheld' : 'refused', ...(corrected ? record(corrected) : {}) },
    ...{ participants: body ? 'Tập thể Thường trực' : '', state: 'answered' },
    ...act(session, rev),
  });
}

/** One post ends, the next begins. */
async function move(session: Session, { person, to, day, post: title }: Of<'move'>): Promise<void> {
  await changePerson(session, person, 'Quyết định điều chuyển công tác.', (known) => {
    const ended = known.posts.map((one) => (one.primary ? { ...one, to: addDays(day, -1) } : one));
    return { posts: [...ended, { ...post(to, 'staff', title), from: day }] };
  });
}

/** Written as a draft, then issued by an act that carries nothing. */
async function issueTemplate(session: Session, { name, title, from }: Of<'template'>): Promise<void> {
  const fields = { ...fieldsOf(hn1841, name, 1), title, effectiveFrom: from, author: session.person };
  const id = templateId(name, 1);
  await session.create('templates', id, { ...fields, state: 'draft', ...own.next(0) }, 1);
  await session.update('templates', id, { state: 'sent', author: session.person, ...own.next(1) }, 1);
}

const depart = (session: Session, { person, day }: Of<'depart'>): Promise<void> =>
  changePerson(session, person, 'Quyết định nghỉ việc.', () => ({ left: day }));

/** A clerk's change carries the whole record. */
async function changePerson(
  session: Session,
  person: string,
  reason: string,
  over: (known: PersonDocument) => Partial<PersonDocument>,
): Promise<void> {
  const known = await session.get('people', person);
  const { setAside: _s, judgedBy: _j, log: _l, id: _i, rev, ...value } = known;
  const text = rowText(person, rev, personValueSchema.parse({ ...value, ...over(known) }));
  await change(session, { kind: 'people', reason, text });
}

const resolve = (session: Session, { person, month, reason }: Of<'resolve'>): Promise<void> =>
  change(session, {
    ...{ kind: 'authority', reason },
    text: JSON.stringify({ person, month, evaluator: null, decider: null }),
  });

async function change(
  session: Session,
  asked: { kind: string; reason: string; text: string },
): Promise<void> {
  const { kind, reason, text } = asked;
  await session.create(
    'changes',
    `${session.person}_${idOf(text)}`,
    {
      ...{ author: session.person, kind, source: 'screen', reason, rows: [text], parts: 0, state: 'sent' },
      ...own.next(0),
    },
    1,
  );
}

/** Another one for each row. */
const idOf = (text: string) =>
  [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1_000_000_007, 7).toString(36);

async function reopen(session: Session, { person, month, reason }: Of<'reopen'>): Promise<void> {
  const { id, rev } = await assessmentOf(session, person, month);
  await session.update('assessments', id, { dReason: reason, state: 'evaluated', ...act(session, rev) });
}

async function decideAgain(session: Session, { person, month, corrected, reason }: Of<'decideAgain'>) {
  const { id, rev } = await assessmentOf(session, person, month);
  const decided = { ...record(corrected), dReason: reason, participants: '', state: 'decided' };
  await session.update('assessments', id, { ...decided, ...act(session, rev) });
}

async function assessmentOf(session: Session, person: string, month: Month) {
  const id = personMonthId(person, month);
  const { rev } = await session.get('assessments', id);
  return { id, rev };
}
