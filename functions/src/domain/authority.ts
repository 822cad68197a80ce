// Who evaluates, decides, is asked and proposes for each person of an organisation on one day (S3 II.5, domain.md section 6).
import type { Authorities, Authority, Gap } from './authorityTypes.ts';
import type { Organisation, Person, Unit, UnitKind } from './organisation.ts';
import type { Profile, Row, Seat } from './profiles/table.ts';
import {
  byText,
  headcountOf,
  headIn,
  holdingsIn,
  holdingsOf,
  rosterOf,
  seatOf,
  unitsHeaded,
} from './roster.ts';
import type { Holding, Roster, Seated } from './roster.ts';
import { rowOf, type Placed } from './rowOf.ts';
import type { Settings } from './settings.ts';
import type { Block, CivilDate } from './words.ts';

/** Everyone in the organisation on `day`, or `only` one of them, is in exactly one of the three parts, each in the order of ids. */
export function resolveAuthorities(
  profile: Profile,
  organisation: Organisation,
  settings: Settings,
  day: CivilDate,
  only: string | null = null,
): Authorities {
  const roster = rosterOf(profile, organisation, day);
  const resolved: Authorities = { authorities: new Map(), gaps: [], outside: [] };
  for (const person of roster.people) {
    if (only !== null && person.id !== only) continue;
    if (person.decidedOutside) {
      resolved.outside.push(person.id);
      continue;
    }
    const placed = rowOf(roster, settings, person);
    const outcome = typeof placed === 'string' ? gap(person, placed) : authorityOf(roster, person, placed);
    if ('reason' in outcome) resolved.gaps.push(outcome);
    else resolved.authorities.set(person.id, outcome);
  }
  return resolved;
}

/** Head of the unit on that day; null where nobody or more than one holds the seat. */
export function headOf(
  profile: Profile,
  organisation: Organisation,
  unit: string,
  day: CivilDate,
): string | null {
  return heldBy(headIn(rosterOf(profile, organisation, day), unit));
}

/** Heads of the units that aggregate the block (S3 6.4), by id. */
export function aggregators(
  profile: Profile,
  organisation: Organisation,
  block: Block,
  day: CivilDate,
): string[] {
  const roster = rosterOf(profile, organisation, day);
  const heads = organisation.units
    .filter((unit) => unit.role === profile.aggregators[block])
    .map((unit) => heldBy(headIn(roster, unit.id)))
    .filter((id) => id !== null);
  return [...new Set(heads)].sort(byText);
}

function authorityOf(roster: Roster, person: Person, { row, post, unit }: Placed): Authority | Gap {
  const evaluator = chaired(roster, seated(roster, row.evaluator, person, unit), row, person);
  const decider = chaired(roster, seated(roster, row.decider, person, unit), row, person);
  if (evaluator.is !== 'held' || evaluator.by === person.id) {
    return gap(person, `Thiếu người đánh giá: ${whyNot(roster, evaluator, row.evaluator, row, unit)}`);
  }
  if (decider.is !== 'held' || decider.by === person.id) {
    return gap(person, `Thiếu người quyết định xếp loại: ${whyNot(roster, decider, row.decider, row, unit)}`);
  }
  const head = heldBy(headIn(roster, unit.id));
  const headsUnits = unitsHeaded(roster, person);
  const struck = [person.id, evaluator.by, decider.by];
  return {
    person: person.id,
    unit: unit.id,
    post: post.title,
    row: row.row,
    clause: row.clause,
    tier: row.tier,
    evaluator: evaluator.by,
    decider: decider.by,
    consulted: named(consulted(roster, row, person, unit), struck),
    onRequest: named(onRequest(roster, row, unit), struck),
    proposers: named(proposers(roster, row, person), struck),
    participants: named(holdingsOf(roster, row.collective?.posts ?? []), struck),
    head: head === person.id ? null : head,
    headsUnits,
    isHead: headsUnits.length > 0,
    headcount: row.counted ? headcountOf(roster, unit) : null,
  };
}

function seated(roster: Roster, seat: Seat, person: Person, unit: Unit): Seated {
  switch (seat.seat) {
    case 'head-of-unit':
      return headIn(roster, unit.id);
    case 'head-of-kind':
      return headOfKind(roster, seat.unitKind, unit);
    case 'deputy-in-charge': {
      const posts = roster.profile.unitKinds.get(unit.kind)?.deputies ?? [];
      const deputies = holdingsIn(roster, unit.id)
        .filter(({ post }) => posts.includes(post.kind) && post.inCharge.includes(person.id))
        .filter((deputy) => deputy.person.id !== person.id);
      // A person whom no deputy is in charge of falls to the head.
      return deputies.length > 0 ? seatOf(deputies.map((d) => d.person.id)) : headIn(roster, unit.id);
    }
  }
}

/** In the own case of who chairs a collective, another member of it does: who is struck out is replaced (domain.md section 6). */
function chaired(roster: Roster, found: Seated, row: Row, person: Person): Seated {
  if (row.collective === null || found.is !== 'held' || found.by !== person.id) return found;
  const others = holdingsOf(roster, row.collective.posts).filter((member) => member.person.id !== person.id);
  return others.length > 0 ? seatOf(others.map((member) => member.person.id)) : found;
}

/** Where there are several units of the kind, the one right above decides; otherwise their heads together. */
function headOfKind(roster: Roster, kind: UnitKind, unit: Unit): Seated {
  const above = unit.parent === null ? undefined : roster.units.get(unit.parent);
  const units = above?.kind === kind ? [above] : [...roster.units.values()].filter((u) => u.kind === kind);
  const heads = units.map(({ id }) => headIn(roster, id));
  return seatOf(heads.flatMap((h) => (h.is === 'held' ? [h.by] : h.is === 'disputed' ? h.by : [])));
}

/** Rows 6 and 7 ask before the decision; one who holds the post asked is struck out and the other members answer. */
function consulted(roster: Roster, row: Row, person: Person, unit: Unit): Holding[] {
  if (row.consulted === null) return [];
  const { posts, ofField } = row.consulted;
  const members = holdingsOf(roster, posts);
  const isMember = members.some((m) => m.person.id === person.id);
  return members.filter(({ post }) => isMember || !ofField || post.fields.includes(unit.id));
}

/** Rows 3 and 7: the members of the committee in charge of the ward. */
function onRequest(roster: Roster, { onRequest: asked }: Row, unit: Unit): Holding[] {
  if (asked === null || !asked.units.includes(unit.kind)) return [];
  return holdingsOf(roster, asked.posts).filter(({ post }) => post.fields.includes(unit.id));
}

/** Row 1: Thường trực HĐND or UBND proposes for the one who chairs it, with whom struck out. */
function proposers(roster: Roster, row: Row, person: Person): Holding[] {
  const led = row.proposers.filter(({ chairs }) => person.posts.some(({ kind }) => kind === chairs));
  return led.flatMap(({ members }) => holdingsOf(roster, members));
}

/** Ids without those struck out: nobody is asked about themselves, nor asked by themselves. */
function named(holdings: readonly Holding[], struck: readonly string[]): string[] {
  return [...new Set(holdings.map(({ person }) => person.id))]
    .filter((id) => !struck.includes(id))
    .sort(byText);
}

function whyNot(roster: Roster, found: Seated, seat: Seat, { clause }: Row, unit: Unit): string {
  const title = seat.seat === 'head-of-kind' ? seat.title : `người đứng đầu ${unit.name}`;
  switch (found.is) {
    case 'vacant':
      return `chưa ghi ai là ${title} (${clause}).`;
    case 'disputed': {
      const names = roster.people.filter(({ id }) => found.by.includes(id)).map(({ name }) => name);
      return `có ${names.length} người cùng giữ thẩm quyền này: ${names.join(', ')} (${clause}).`;
    }
    case 'held':
      return `${title} chính là người được đánh giá (${clause}).`;
  }
}

function heldBy(seat: Seated): string | null {
  return seat.is === 'held' ? seat.by : null;
}

function gap(person: Person, reason: string): Gap {
  return { person: person.id, reason };
}
