// Authority over one person's open month resolved anew: by the profile, by name, or instead of somebody who is gone (domain.md section 6).
import { resolveAuthorities } from './authority.ts';
import type { Authority } from './authorityTypes.ts';
import { firstDay } from './civilDate.ts';
import type { Organisation, Person } from './organisation.ts';
import type { Profile } from './profiles/profile.ts';
import { headcountOf, headIn, rosterOf, unitsHeaded } from './roster.ts';
import type { Settings } from './settings.ts';
import { vacant } from './vacant.ts';
import type { CivilDate, Month } from './words.ts';

/** What is wanted: all of it by the profile; somebody named (null leaves as it is); another one instead of who is gone, or nobody. */
export type Wanted =
  | { how: 'profile' }
  | { how: 'named'; evaluator: string | null; decider: string | null }
  | { how: 'instead'; of: string }
  | { how: 'vacated'; of: string };

/** As it is frozen onto a month. */
export type Frozen = Omit<Authority, 'participants'>;

export interface Again {
  profile: Profile;
  organisation: Organisation;
  settings: Settings;
  month: Month;
  /** Day as of which seats are looked at. */
  day: CivilDate;
  /** Last day of filing for staff: a transfer after it moves nobody in this month. */
  staffDay: CivilDate;
}

/** Why there is none, in Vietnamese, and the field of the act that is to blame, where one is. */
export interface NoAuthority {
  reason: string;
  field: 'person' | 'evaluator' | 'decider';
}

/** `standing` is null where the month has no sheet of the person yet. */
export function authorityAgain(
  again: Again,
  person: string,
  standing: Frozen | null,
  wanted: Wanted,
): Frozen | NoAuthority {
  const subject = again.organisation.people.find(({ id }) => id === person);
  if (subject === undefined) return none('Tổ chức không có người này.');
  if (subject.decidedOutside) return none(`${subject.name} do cấp ngoài tổ chức quyết định.`);
  switch (wanted.how) {
    case 'profile':
      return byProfile(again, subject, standing);
    case 'named': {
      const base = standing ?? withoutRow(again, subject);
      return 'reason' in base ? base : byName(again, subject, base, wanted);
    }
    case 'instead': {
      const found = byProfile(again, subject, standing);
      return standing === null || 'reason' in found || found.unit !== standing.unit
        ? found
        : instead(standing, found, wanted.of);
    }
    case 'vacated':
      return standing === null ? none('Tháng này chưa có phiếu.') : vacated(standing, wanted.of);
  }
}

const none = (reason: string, field: NoAuthority['field'] = 'person'): NoAuthority => ({ reason, field });

/** The row by the posts on the last day that moves anybody, the people in its seats as of the day of the act. */
function byProfile(again: Again, subject: Person, standing: Frozen | null): Frozen | NoAuthority {
  const placedOn = again.day < again.staffDay ? again.day : again.staffDay;
  const placed = resolvedOn(again, subject, standing, placedOn, placedOn);
  if ('reason' in placed || placedOn === again.day) return placed;
  const seats = resolvedOn(again, subject, standing, placedOn, again.day);
  if ('reason' in seats) return seats;
  const { evaluator, decider, consulted, onRequest, proposers, head } = seats;
  return { ...placed, evaluator, decider, consulted, onRequest, proposers, head };
}

function resolvedOn(
  again: Again,
  subject: Person,
  standing: Frozen | null,
  placedOn: CivilDate,
  day: CivilDate,
): Frozen | NoAuthority {
  const organisation = asFrozen(again, subject, standing, placedOn);
  const { authorities, gaps } = resolveAuthorities(
    again.profile,
    organisation,
    again.settings,
    day,
    subject.id,
  );
  const found = authorities.get(subject.id);
  if (found === undefined) {
    const gap = gaps.find((one) => one.person === subject.id);
    return none(gap?.reason ?? `${subject.name} không còn trong tổ chức.`);
  }
  const { participants: _, ...frozen } = found;
  return frozen;
}

/** Headcounts as on the 1st, when the cycle froze them, and the subject with the posts of the day that counts for them. */
function asFrozen(
  { profile, organisation, month }: Again,
  subject: Person,
  standing: Frozen | null,
  placedOn: CivilDate,
): Organisation {
  const opening = rosterOf(profile, organisation, firstDay(month));
  const placed: Person = {
    ...subject,
    posts: subject.posts
      .filter(({ from, to }) => (from === null || from <= placedOn) && (to === null || placedOn <= to))
      .map((post) => ({ ...post, from: null, to: null })),
    left: null,
  };
  return {
    ...organisation,
    people: organisation.people.map((one) => (one.id === subject.id ? placed : one)),
    units: organisation.units.map((unit) => ({
      ...unit,
      headcountOverride:
        (unit.id === standing?.unit ? standing.headcount : null) ?? headcountOf(opening, unit),
    })),
  };
}

/** What doesn't name the one who is gone stays as it was frozen, corrections among it. */
function instead(standing: Frozen, found: Frozen, of: string): Frozen {
  const other = <T>(now: T, next: T): T => (now === of ? next : now);
  const evaluator = other(standing.evaluator, found.evaluator);
  const decider = other(standing.decider, found.decider);
  const asked = (now: string[], next: string[]) => (now.includes(of) ? next : now);
  return struckOut({
    ...standing,
    evaluator,
    decider,
    head: other(standing.head, found.head),
    consulted: asked(standing.consulted, found.consulted),
    onRequest: asked(standing.onRequest, found.onRequest),
    proposers: asked(standing.proposers, found.proposers),
  });
}

/** Nobody follows: the decider judges alone where there is one, else the seat stays empty until the clerk names somebody. */
function vacated(standing: Frozen, of: string): Frozen {
  const decider = standing.decider === of ? vacant : standing.decider;
  return {
    ...standing,
    decider,
    evaluator: standing.evaluator === of ? decider : standing.evaluator,
    head: standing.head === of ? null : standing.head,
    consulted: standing.consulted.filter((id) => id !== of),
    onRequest: standing.onRequest.filter((id) => id !== of),
    proposers: standing.proposers.filter((id) => id !== of),
  };
}

function byName(
  again: Again,
  subject: Person,
  base: Frozen,
  { evaluator, decider }: { evaluator: string | null; decider: string | null },
): Frozen | NoAuthority {
  const problem = unfit(again, subject, evaluator, 'evaluator') ?? unfit(again, subject, decider, 'decider');
  if (problem !== null) return problem;
  const named = struckOut({
    ...base,
    evaluator: evaluator ?? base.evaluator,
    decider: decider ?? base.decider,
  });
  if (named.evaluator === '') return none('Chưa nêu người đánh giá.', 'evaluator');
  return named.decider === '' ? none('Chưa nêu người quyết định.', 'decider') : named;
}

function unfit(
  { organisation, day }: Again,
  subject: Person,
  named: string | null,
  field: 'evaluator' | 'decider',
): NoAuthority | null {
  if (named === null) return null;
  if (named === subject.id) return none('Không ai tự đánh giá, quyết định về chính mình.', field);
  const found = organisation.people.find(({ id }) => id === named);
  if (found === undefined) return none(`Tổ chức không có người mang mã ${named}.`, field);
  const here = (found.joined === null || found.joined <= day) && (found.left === null || day <= found.left);
  return here ? null : none(`${found.name} không còn, hoặc chưa ở trong tổ chức.`, field);
}

/** For whom the profile finds nobody: the unit of the primary post and the rule for gaps; who judges must be named. */
function withoutRow(again: Again, subject: Person): Frozen | NoAuthority {
  const found = byProfile(again, subject, null);
  if (!('reason' in found)) return found;
  const { profile, organisation, day } = again;
  const roster = rosterOf(profile, organisation, day);
  const present = roster.people.find(({ id }) => id === subject.id);
  const post = present?.posts.find(({ primary }) => primary);
  const unit = post && roster.units.get(post.unit);
  if (!present || !post || !unit)
    return none(`${subject.name} chưa có chức vụ chính ở một đơn vị đang hoạt động.`);
  const seat = headIn(roster, unit.id);
  const head = seat.is === 'held' ? seat.by : null;
  const headsUnits = unitsHeaded(roster, present);
  const { row, clause, tier } = profile.fallback;
  return {
    ...{ person: subject.id, unit: unit.id, post: post.title, row, clause, tier },
    ...{ evaluator: '', decider: '', consulted: [], onRequest: [], proposers: [] },
    head: head === subject.id ? null : head,
    headsUnits,
    isHead: headsUnits.length > 0,
    headcount: null,
  };
}

/** Nobody is asked about themselves, nor asked by themselves. */
function struckOut(frozen: Frozen): Frozen {
  const { person, evaluator, decider } = frozen;
  const stays = (id: string) => id !== person && id !== evaluator && id !== decider;
  const { consulted, onRequest, proposers } = frozen;
  return {
    ...frozen,
    ...{ consulted: consulted.filter(stays), onRequest: onRequest.filter(stays) },
    proposers: proposers.filter(stays),
  };
}
