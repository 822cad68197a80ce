// People out of a list: each line laid over the record that stands, several lines of one person gathered, nothing judged yet.
import type { PersonValue } from '../changeRows.ts';
import { categoryLabels } from '../labels.ts';
import type { Person } from '../organisation.ts';
import { categories, type Category } from '../words.ts';
import { Finder, flagOf, type ReadDay } from './cells.ts';
import { plain, type Grid, type Mapping, type PersonColumn } from './columns.ts';
import { idFromName, slugOf } from './ids.ts';
import { layPost } from './listedPost.ts';
import { dayIn, linesOf, type Line, type PeopleNow, type PersonDraft } from './personLine.ts';

const categoryWords = new Map<string, Category>([
  ...categories.map((category) => [plain(categoryLabels[category]), category] as const),
  ['lao dong hop dong', 'contract'],
  ['hop dong', 'contract'],
  ['hop dong lao dong', 'contract'],
  ['ldhd', 'contract'],
  ['khong chuyen trach', 'part-time'],
  ['ban chuyen trach', 'part-time'],
  ['nguoi hoat dong khong chuyen trach', 'part-time'],
]);

const nobody: PersonValue = {
  name: '',
  email: '',
  category: 'civil-servant',
  partyMember: false,
  decidedOutside: false,
  posts: [],
  absences: [],
  joined: null,
  left: null,
};

export function peopleFromList(
  grid: Grid,
  head: number,
  mapping: Mapping<PersonColumn>,
  now: PeopleNow,
  readDay: ReadDay,
): PersonDraft[] {
  const lines = linesOf(grid, head, mapping);
  const finders = { units: new Finder(now.units), people: new Finder(now.people) };
  const identify = identifier(now, finders.units);
  const drafts = new Map<string, PersonDraft>();
  const known = new Map(now.people.map((person) => [person.id, person]));
  const identified = lines.map((line) => ({ line, ...identify(line) }));
  for (const { id, line } of identified) finders.people.add(id, line.text('name'));
  // Main posts before further ones: a person stands before what they hold besides.
  const ordered = [...identified].sort((a, b) => Number(isSecondary(a.line)) - Number(isSecondary(b.line)));
  for (const { line, id, isDerived } of ordered) {
    const begun = drafts.get(id);
    const draft = begun ?? beginDraft(id, isDerived, known.get(id));
    draft.lines.push(line.number);
    drafts.set(id, draft);
    if (begun && !isSecondary(line)) {
      draft.problems.push({
        line: line.number,
        column: line.has('id') ? 'id' : 'name',
        reason: `Người này đã có ở dòng ${begun.lines[0]}. Bỏ một dòng, hoặc đánh dấu Kiêm nhiệm nếu là chức vụ khác.`,
      });
      continue;
    }
    if (!begun) layPerson(draft, line, readDay, !known.has(id));
    layPost(draft, line, { ...now, finders }, readDay, known.get(id));
  }
  return [...drafts.values()].sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
}

const isSecondary = (line: Line) => flagOf(line.cell('secondary')) === true;

/** By code, else by mailbox, else by name within a unit; whoever is none of those is new and named by their name. */
function identifier(now: PeopleNow, units: Finder) {
  const byMail = new Map(now.people.map((person) => [person.email.toLowerCase(), person.id]));
  const byPlace = new Map<string, string | null>();
  const placeOf = (name: string, unit: string | null) => `${plain(name)} ${unit ?? ''}`;
  for (const person of now.people)
    for (const post of person.posts) {
      const place = placeOf(person.name, post.unit);
      const other = byPlace.get(place);
      // Two of one name in one unit: the name tells neither.
      byPlace.set(place, other === undefined || other === person.id ? person.id : null);
    }
  const taken = new Set(now.people.map(({ id }) => id));
  /** New people of this file by name and mailbox, so that a second line of theirs finds them. */
  const derived = new Map<string, string>();
  return (line: Line): { id: string; isDerived: boolean } => {
    const code = line.text('id');
    if (code !== '') return { id: slugOf(code), isDerived: false };
    const mail = line.text('email').toLowerCase();
    const byEmail = mail === '' ? undefined : byMail.get(mail);
    if (byEmail !== undefined) return { id: byEmail, isDerived: true };
    const unit = units.find(line.text('unit'));
    const place = placeOf(line.text('name'), typeof unit === 'string' ? unit : null);
    const byName = byPlace.get(place);
    if (byName) return { id: byName, isDerived: true };
    const key = mail === '' ? place : mail;
    const id = derived.get(key) ?? idFromName(line.text('name'), taken);
    taken.add(id);
    derived.set(key, id);
    return { id, isDerived: true };
  };
}

function beginDraft(
  id: string,
  isDerived: boolean,
  known: (Person & { rev: number }) | undefined,
): PersonDraft {
  const rest = { id, lines: [], isDerived, notes: [], problems: [] };
  if (!known) return { ...rest, base: null, value: { ...nobody } };
  const { name, email, category, partyMember, decidedOutside, managedByBTV } = known;
  const { posts, absences, joined, left } = known;
  const value = {
    name,
    email,
    category,
    partyMember,
    decidedOutside,
    // A record from before it was asked stays as it is.
    ...(managedByBTV === undefined ? {} : { managedByBTV }),
    posts: [...posts],
    absences,
    joined,
    left,
  };
  return { ...rest, base: known.rev, value };
}

/** An empty cell clears nothing: a list that knows less than the record must not take from it. */
function layPerson(draft: PersonDraft, line: Line, readDay: ReadDay, isNew: boolean): void {
  const { value } = draft;
  const wrong = (column: PersonColumn, reason: string) =>
    draft.problems.push({ line: line.number, column, reason });
  if (line.has('name')) value.name = line.text('name');
  if (line.has('email')) value.email = line.text('email');
  if (draft.id === '') wrong('name', 'Không suy ra được mã từ tên này. Ghi mã ở cột Mã.');
  if (line.has('category')) {
    const found = categoryWords.get(plain(line.text('category')));
    if (found) value.category = found;
    else
      wrong(
        'category',
        `“${line.text('category')}” không phải đối tượng nào: ${Object.values(categoryLabels).join(', ')}.`,
      );
  } else if (isNew) wrong('category', 'Ghi đối tượng: cán bộ, công chức, viên chức…');
  for (const flag of ['partyMember', 'decidedOutside', 'managedByBTV'] as const) {
    if (!line.has(flag)) continue;
    const found = flagOf(line.cell(flag));
    if (found === undefined) wrong(flag, `Ghi x hoặc để trống, không ghi “${line.text(flag)}”.`);
    else value[flag] = found;
  }
  for (const field of ['joined', 'left'] as const) {
    const found = dayIn(draft, line, field, readDay);
    if (found !== null) value[field] = found;
  }
}
