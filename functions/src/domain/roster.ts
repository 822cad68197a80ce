// The organisation on one day: who is there, who holds which post, who heads each unit, how many count in it.
import type { Organisation, Person, Post, PostKind, Unit } from './organisation.ts';
import type { Profile } from './profiles/table.ts';
import type { Category, CivilDate } from './words.ts';

export interface Holding {
  person: Person;
  post: Post;
}

/** A seat and who is in it. Two people in one seat leave it disputed: choosing one would give a stranger authority. */
export type Seated = { is: 'held'; by: string } | { is: 'vacant' } | { is: 'disputed'; by: string[] };

export interface Roster {
  /** Whose words the kinds of units and posts are. */
  profile: Profile;
  /** In the organisation on the day, by id. */
  people: readonly Person[];
  units: ReadonlyMap<string, Unit>;
  /** Unit id → the posts in it, in the order of people. */
  byUnit: ReadonlyMap<string, readonly Holding[]>;
  heads: ReadonlyMap<string, Seated>;
}

/** CBCCVC, which S3 II.5.2 counts to 20; LĐHĐ and part-time workers are not among them. */
export const counted: readonly Category[] = ['official', 'civil-servant', 'public-employee'];

/** Text order by code unit: the same on every machine, whatever its locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isPresent(person: Person, day: CivilDate): boolean {
  return (person.joined === null || person.joined <= day) && (person.left === null || day <= person.left);
}

function isHeld(post: Post, day: CivilDate): boolean {
  return (post.from === null || post.from <= day) && (post.to === null || day <= post.to);
}

/** The seat of whoever `ids` names, each once. */
export function seatOf(ids: readonly string[]): Seated {
  const by = [...new Set(ids)].sort(byText);
  const [first] = by;
  if (first === undefined) return { is: 'vacant' };
  return by.length === 1 ? { is: 'held', by: first } : { is: 'disputed', by };
}

/** Where several hold one post, who acts in it comes first: somebody acts because the holder doesn't. */
function headSeat(holdings: readonly Holding[]): Seated {
  const acting = holdings.filter(({ post }) => post.acting);
  return seatOf((acting.length > 0 ? acting : holdings).map(({ person }) => person.id));
}

export function rosterOf(profile: Profile, organisation: Organisation, day: CivilDate): Roster {
  const people = organisation.people
    .filter((person) => isPresent(person, day))
    .map((person) => ({ ...person, posts: person.posts.filter((post) => isHeld(post, day)) }))
    .sort((a, b) => byText(a.id, b.id));
  const existing = organisation.units.filter(({ closed }) => closed === null || day <= closed);
  const units = new Map(existing.map((unit) => [unit.id, unit]));
  const byUnit = new Map<string, Holding[]>(existing.map((unit) => [unit.id, []]));
  for (const person of people) {
    for (const post of person.posts) byUnit.get(post.unit)?.push({ person, post });
  }
  const heads = new Map(
    existing.map((unit) => {
      const posts = profile.unitKinds.get(unit.kind)?.heads ?? [];
      const holdings = byUnit.get(unit.id) ?? [];
      return [unit.id, headSeat(holdings.filter(({ post }) => posts.includes(post.kind)))];
    }),
  );
  return { profile, people, units, byUnit, heads };
}

export function headIn(roster: Roster, unit: string): Seated {
  return roster.heads.get(unit) ?? { is: 'vacant' };
}

/** Units that file a plan and are headed by the person, each once, by id. `person` as the roster has them. */
export function unitsHeaded(roster: Roster, { id, posts }: Person): string[] {
  const headed = posts.flatMap(({ unit }) => {
    const kind = roster.units.get(unit)?.kind;
    const filesPlan = kind !== undefined && roster.profile.unitKinds.get(kind)?.filesPlan === true;
    const seat = headIn(roster, unit);
    return filesPlan && seat.is === 'held' && seat.by === id ? [unit] : [];
  });
  return [...new Set(headed)].sort(byText);
}

export function holdingsIn(roster: Roster, unit: string): readonly Holding[] {
  return roster.byUnit.get(unit) ?? [];
}

/** Every holding of one of `kinds` in the organisation. */
export function holdingsOf(roster: Roster, kinds: readonly PostKind[]): Holding[] {
  // Most rows ask for none; going through everybody for each person would keep a page of thousands waiting.
  if (kinds.length === 0) return [];
  return roster.people.flatMap((person) =>
    person.posts.filter((post) => kinds.includes(post.kind)).map((post) => ({ person, post })),
  );
}

/** CBCCVC of the unit with its head, each in the unit of the primary post, or what the unit's own override says. */
export function headcountOf(roster: Roster, unit: Unit): number {
  if (unit.headcountOverride !== null) return unit.headcountOverride;
  return holdingsIn(roster, unit.id).filter(
    ({ person, post }) => post.primary && counted.includes(person.category),
  ).length;
}
