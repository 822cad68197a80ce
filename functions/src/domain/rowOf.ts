// Which row of the table of authority a person stands in, and by which post (domain.md section 6).
import type { Person, Post, Unit } from './organisation.ts';
import type { Case, Row } from './profiles/table.ts';
import { byText, headcountOf, type Roster } from './roster.ts';
import type { Settings } from './settings.ts';

export interface Placed {
  row: Row;
  post: Post;
  unit: Unit;
}

interface Candidate extends Placed {
  /** Position of the case in its row: the one written first decides. */
  order: number;
}

function fits(c: Case, person: Person, post: Post, unit: Unit, twoSteps: boolean): boolean {
  return (
    c.units.includes(unit.kind) &&
    c.posts.includes(post.kind) &&
    (c.block === null || c.block === unit.block) &&
    (c.categories === null || c.categories.includes(person.category)) &&
    (!c.primaryOnly || post.primary) &&
    (c.size === null || (c.size === 'from') === twoSteps)
  );
}

function candidatesOf(roster: Roster, settings: Settings, person: Person): Candidate[] {
  return person.posts.flatMap((post) => {
    const unit = roster.units.get(post.unit);
    if (unit === undefined) return [];
    const twoSteps = headcountOf(roster, unit) >= settings.headcount;
    return roster.profile.rows.flatMap((row) => {
      const order = row.cases.findIndex((c) => fits(c, person, post, unit, twoSteps));
      return order < 0 ? [] : [{ row, post, unit, order }];
    });
  });
}

/**
 * One sheet per person: a leader's row decides whatever post it comes from, and among those the smaller number,
 * so that a Bí thư who is also Chủ tịch follows the party line (row 3, not 7) and a Chủ tịch who is also Phó Bí thư
 * stays in row 7. Among rows of staff it is the post held first of all, the primary one or one acted in.
 */
function byRank(a: Candidate, b: Candidate): number {
  const leads = (c: Candidate) => (c.row.tier === 'leader' ? 0 : 1);
  const beside = (c: Candidate) => (c.row.tier === 'leader' || c.post.primary || c.post.acting ? 0 : 1);
  const second = (c: Candidate) => (c.post.primary ? 0 : 1);
  return (
    leads(a) - leads(b) ||
    beside(a) - beside(b) ||
    a.row.row - b.row.row ||
    a.order - b.order ||
    second(a) - second(b) ||
    byText(a.unit.id, b.unit.id) ||
    byText(a.post.title, b.post.title)
  );
}

/** Kinds that the profile doesn't declare: its table can say nothing about them. */
function undeclaredIn({ profile, units }: Roster, { posts }: Person): string | null {
  const unnamed = posts
    .flatMap(({ unit, kind, title }) => {
      const place = units.get(unit);
      if (place !== undefined && !profile.unitKinds.has(place.kind)) {
        return [`Đơn vị “${place.name}” thuộc loại “${place.kind}”`];
      }
      return profile.postKinds.has(kind) ? [] : [`Chức vụ “${title}” thuộc loại “${kind}”`];
    })
    .sort(byText);
  return unnamed[0] === undefined ? null : `${unnamed[0]} không có trong bộ quy tắc ${profile.id}.`;
}

/** The row with its post and unit, or why there is none, in Vietnamese. */
export function rowOf(roster: Roster, settings: Settings, person: Person): Placed | string {
  const primary = person.posts.filter((post) => post.primary);
  const [post] = primary;
  if (person.posts.length === 0) return 'Chưa ghi chức vụ nào.';
  if (post === undefined) return 'Chưa ghi chức vụ nào là chức vụ chính.';
  if (primary.length > 1) return `Ghi ${primary.length} chức vụ chính, chỉ được một.`;
  // The first by unit and title, so that the reason doesn't turn with the order of posts.
  const [stray] = person.posts
    .filter(({ unit }) => !roster.units.has(unit))
    .sort((a, b) => byText(a.unit, b.unit) || byText(a.title, b.title));
  if (stray !== undefined) {
    return `Chức vụ “${stray.title}” thuộc đơn vị “${stray.unit}” không có trong danh sách.`;
  }
  const undeclared = undeclaredIn(roster, person);
  if (undeclared !== null) return undeclared;
  const [best] = candidatesOf(roster, settings, person).sort(byRank);
  if (best !== undefined) return best;
  const unit = roster.units.get(post.unit);
  if (unit === undefined) throw new Error(`unit ${post.unit} was checked and is gone`);
  return { row: roster.profile.fallback, post, unit };
}
