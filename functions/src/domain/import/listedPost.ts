// The post that a line of a list names, laid over the posts that stand: found again, changed, taken up new, or a transfer.
import { addDays } from '../civilDate.ts';
import type { Person, Post } from '../organisation.ts';
import { postsOf, type UnitKindEntry } from '../profiles/table.ts';
import { flagOf, partsOf, type Finder, type ReadDay } from './cells.ts';
import { plain } from './columns.ts';
import { dayIn, type Line, type PeopleNow, type PersonDraft } from './personLine.ts';

interface Finders {
  finders: { units: Finder; people: Finder };
}
type Around = PeopleNow & Finders;

interface Listed {
  unit: string;
  kind: string;
  title: string;
  secondary: boolean;
}

export function layPost(
  draft: PersonDraft,
  line: Line,
  around: Around,
  readDay: ReadDay,
  known: Person | undefined,
): void {
  const from = dayIn(draft, line, 'from', readDay);
  const secondary = flagOf(line.cell('secondary'));
  if (secondary === undefined) {
    draft.problems.push({
      line: line.number,
      column: 'secondary',
      reason: `Ghi x hoặc để trống, không ghi “${line.text('secondary')}”.`,
    });
    return;
  }
  // A list of codes and mailboxes alone leaves the posts as they are.
  if (known && !line.has('unit') && !line.has('title') && !line.has('kind')) return;
  const listed = listedPost(draft, line, around, secondary);
  if (listed === null) return;
  const details = detailsOf(draft, line, around);
  const at = findHeld(draft.value.posts, listed, around.day);
  const held = draft.value.posts[at];
  if (held) {
    const taken = from === null ? {} : { from };
    draft.value.posts = draft.value.posts.map((post, i) =>
      i === at ? { ...post, title: listed.title, ...details, ...taken } : post,
    );
    return;
  }
  const { unit, kind, title } = listed;
  const begun: Post = {
    unit,
    kind,
    title,
    primary: !secondary,
    acting: false,
    fields: [],
    inCharge: [],
    from,
    to: null,
    ...details,
  };
  if (!secondary && !endMainPost(draft, line, from, around)) return;
  draft.value.posts = [...draft.value.posts, begun];
}

/** A post in the same unit, of the same kind and rank, that lasts on the day or begins later. */
function findHeld(posts: readonly Post[], { unit, kind, secondary }: Listed, day: string): number {
  return posts.findIndex(
    (post) =>
      post.unit === unit &&
      post.kind === kind &&
      post.primary !== secondary &&
      (post.to === null || post.to >= day),
  );
}

/** The main post that lasts ends the day before the new one; without a day nobody can tell when. */
function endMainPost(draft: PersonDraft, line: Line, from: string | null, { units, day }: Around): boolean {
  const lasting = draft.value.posts.find(({ primary, to }) => primary && (to === null || to >= day));
  if (!lasting) return true;
  if (from === null) {
    const unit = units.find(({ id }) => id === lasting.unit)?.name ?? lasting.unit;
    draft.problems.push({
      line: line.number,
      column: 'from',
      reason: `Hồ sơ đang ghi ${lasting.title}, ${unit}. Ghi Từ ngày để chuyển sang chức vụ này, hoặc sửa lại dòng.`,
    });
    return false;
  }
  const last = addDays(from, -1);
  draft.value.posts = draft.value.posts.flatMap((post) => {
    if (!post.primary || (post.to !== null && post.to <= last)) return [post];
    return post.from !== null && post.from > last ? [] : [{ ...post, to: last }];
  });
  return true;
}

function listedPost(
  draft: PersonDraft,
  line: Line,
  { units, profile, finders, day }: Around,
  secondary: boolean,
): Listed | null {
  const problems = draft.problems.length;
  const wrong = (column: 'unit' | 'title' | 'kind', reason: string) =>
    draft.problems.push({ line: line.number, column, reason });
  // What the line doesn't name stays as it is on the record.
  const main = draft.value.posts.find(({ primary, to }) => primary && (to === null || to >= day));
  const unitText = line.text('unit');
  const found = unitText === '' && !secondary ? (main?.unit ?? null) : finders.units.find(unitText);
  if (found === null)
    wrong('unit', unitText === '' ? 'Ghi đơn vị.' : `Không có đơn vị nào tên hoặc mã “${unitText}”.`);
  else if (typeof found !== 'string')
    wrong('unit', `Có ${found.length} đơn vị tên “${unitText}”. Ghi mã: ${found.join(', ')}.`);
  const title = line.text('title') || (secondary ? '' : (main?.title ?? ''));
  if (title === '') wrong('title', 'Ghi chức vụ.');
  if (typeof found !== 'string' || title === '') return null;
  const unit = units.find(({ id }) => id === found);
  const entry = unit && profile.unitKinds.get(unit.kind);
  if (!entry) {
    wrong('unit', `Loại của đơn vị “${unit?.name ?? found}” không có trong bảng thẩm quyền.`);
    return null;
  }
  const kind = kindOf(draft, line, entry, profile.postKinds, {
    title,
    held: draft.value.posts.find((post) => post.unit === found && post.title === title)?.kind ?? null,
  });
  if (kind === null) wrong('kind', `${unit.name} không có loại chức vụ “${line.text('kind')}”.`);
  return kind === null || draft.problems.length > problems ? null : { unit: found, kind, title, secondary };
}

/** Named; else as the record has it; else concluded from the title, which the dry run then says. */
function kindOf(
  draft: PersonDraft,
  line: Line,
  entry: UnitKindEntry,
  names: ReadonlyMap<string, string>,
  { title, held }: { title: string; held: string | null },
): string | null {
  const own = [...new Set([...postsOf(entry), 'staff'])];
  const named = line.text('kind');
  if (named !== '')
    return own.find((kind) => kind === named || plain(names.get(kind) ?? '') === plain(named)) ?? null;
  if (held !== null) return held;
  const word = plain(title);
  const byName = own.find((kind) => plain(names.get(kind) ?? '') === word);
  if (byName !== undefined) return byName;
  const [head, ...otherHeads] = entry.heads;
  const [deputy, ...otherDeputies] = entry.deputies;
  const concluded =
    /^pho /.test(word) && deputy !== undefined && otherDeputies.length === 0
      ? deputy
      : /^(truong (phong|ban)|chanh |giam doc|thu truong)/.test(word) &&
          head !== undefined &&
          otherHeads.length === 0
        ? head
        : (entry.posts.find((kind) => kind === 'staff') ?? 'staff');
  draft.notes.push(`Loại chức vụ suy ra từ “${title}”: ${names.get(concluded) ?? concluded}`);
  return concluded;
}

/** What the line says besides; what it leaves empty stays. */
function detailsOf(draft: PersonDraft, line: Line, { finders }: Finders): Partial<Post> {
  const details: Partial<Post> = {};
  if (line.has('acting')) {
    const acting = flagOf(line.cell('acting'));
    if (acting === undefined)
      draft.problems.push({
        line: line.number,
        column: 'acting',
        reason: `Ghi x hoặc để trống, không ghi “${line.text('acting')}”.`,
      });
    else details.acting = acting;
  }
  for (const [column, finder, what] of [
    ['inCharge', finders.people, 'người'],
    ['fields', finders.units, 'đơn vị'],
  ] as const) {
    if (!line.has(column)) continue;
    const ids = partsOf(line.cell(column)).map((text) => ({ text, found: finder.find(text) }));
    for (const { text, found } of ids) {
      if (typeof found === 'string') continue;
      const reason =
        found === null
          ? `Không có ${what} nào tên hoặc mã “${text}”.`
          : `Có ${found.length} ${what} tên “${text}”. Ghi mã: ${found.join(', ')}.`;
      draft.problems.push({ line: line.number, column, reason });
    }
    details[column] = ids.flatMap(({ found }) => (typeof found === 'string' ? [found] : []));
  }
  return details;
}
