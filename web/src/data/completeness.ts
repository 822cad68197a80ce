// Whether a month can open: who lacks an evaluator or a decider and why, as the function that opens it will find it.
import { aggregators, resolveAuthorities } from '../../../functions/src/domain/authority.ts';
import { firstDay } from '../../../functions/src/domain/civilDate.ts';
import { blocks, type Block, type Month } from '../../../functions/src/domain/words.ts';
import type { PersonDocument } from '../../../functions/src/schema/person.ts';
import { compareNames } from './queue.ts';
import type { WholeOrganisation } from './wholeOrganisation.ts';

export interface OpenGap {
  person: string;
  name: string;
  post: string;
  /** Unit of the primary post; null where there is none. */
  unit: string | null;
  unitName: string;
  reason: string;
}

export interface AsideGap extends OpenGap {
  why: string;
  by: string;
}

export interface Completeness {
  /** In the way of the month. */
  gaps: OpenGap[];
  /** Gaps that the clerk set aside for this month, with why. */
  asides: AsideGap[];
  resolved: number;
  outside: string[];
  /** Blocks that nobody aggregates: no obstacle, but the run of the 28th would go unread. */
  unread: Block[];
}

type Whole = Pick<WholeOrganisation, 'profile' | 'document' | 'people' | 'organisation'>;

export function completenessOf(whole: Whole, month: Month): Completeness {
  const { profile, document, people, organisation } = whole;
  const day = firstDay(month);
  const resolved = resolveAuthorities(profile, organisation, document.settings, day);
  const byId = new Map(people.map((person) => [person.id, person]));
  const found: Completeness = {
    gaps: [],
    asides: [],
    resolved: resolved.authorities.size,
    outside: resolved.outside.map((id) => byId.get(id)?.name ?? id).sort(compareNames),
    unread: blocks.filter((block) => aggregators(profile, organisation, block, day).length === 0),
  };
  for (const { person, reason } of resolved.gaps) {
    const known = byId.get(person);
    if (!known) continue;
    const gap = { person, name: known.name, reason, ...placeOf(known, whole) };
    const aside = known.setAside?.month === month ? known.setAside : null;
    if (aside) found.asides.push({ ...gap, why: aside.reason, by: byId.get(aside.by)?.name ?? aside.by });
    else found.gaps.push(gap);
  }
  const byUnit = (a: OpenGap, b: OpenGap) =>
    compareNames(a.unitName, b.unitName) || compareNames(a.name, b.name);
  found.gaps.sort(byUnit);
  found.asides.sort(byUnit);
  return found;
}

function placeOf(
  person: PersonDocument,
  { organisation }: Whole,
): Pick<OpenGap, 'post' | 'unit' | 'unitName'> {
  const post = person.posts.find(({ primary }) => primary) ?? person.posts[0];
  const unit = organisation.units.find(({ id }) => id === post?.unit);
  return {
    post: post?.title ?? 'Chưa có chức vụ',
    unit: unit?.id ?? null,
    unitName: unit?.name ?? 'Chưa rõ đơn vị',
  };
}
